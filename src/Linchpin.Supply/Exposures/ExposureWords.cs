using Linchpin.Claims;

namespace Linchpin.Supply.Exposures;

/// <summary>The words that a published exposure carries: what 1 would be, and which calculation was run on which cells.</summary>
internal sealed class ExposureWords(ExposureSet set, Exposure row)
{
    private const string Through = "H = L - I with L = inv(I - Z diag(1/x))";

    private readonly InputOutputTable _table = set.Table;

    internal string FaceBase => $"all direct inputs of {Where}";

    internal string LookBase => $"all direct and indirect inputs of {Where}";

    internal string FaceManBase => $"all direct inputs of manufactures of {Where}";

    internal string LookManBase => $"all direct and indirect inputs of manufactures of {Where}";

    internal string ValueAddedBase => $"the output of {Where}";

    internal string Face => Derivation($"direct inputs: Z, {Supplied("all sectors")}, over all rows of the same column{Weighted}");

    internal string FaceMan =>
        Derivation($"direct inputs of manufactures: Z, {Supplied("manufacturing sectors")}, over the manufacturing rows of the same column{Weighted}");

    internal string Look => Derivation($"direct and indirect inputs: {Through}, {Supplied("all sectors")}, over all rows of the same column{Weighted}");

    internal string LookMan =>
        Derivation($"direct and indirect inputs of manufactures: {Through}, {Supplied("manufacturing sectors")}, over the manufacturing rows of the same column{Weighted}");

    internal string ValueAdded =>
        Derivation($"value added: v_i L_ij with v = (x - column sum of Z) / x and L = inv(I - Z diag(1/x)), {Supplied("all sectors")}{Weighted}");

    internal string Coefficient => Derivation($"total input coefficient: {Through}, {Supplied("all sectors")}{Weighted}");

    private bool Whole => row.Sector == ExposureSet.Manufacturing;

    private string Sector => Whole ? $"all manufacturing ({Codes})" : $"{row.SectorName} ({row.Sector})";

    private string Codes
    {
        get
        {
            string[] codes = [.. _table.Sectors.Where(s => s.Manufacturing).Select(s => s.Code)];
            int first = _table.Sectors.ToList().FindIndex(s => s.Manufacturing);
            bool run = _table.Sectors.Skip(first).Take(codes.Length).All(s => s.Manufacturing);
            return run ? $"{codes[0]}-{codes[^1]}" : string.Join(", ", codes);
        }
    }

    private string Where => FormattableString.Invariant(
        $"{Sector} in {Vocabulary.CountryName(row.User)}, {_table.Year:0000} ({_table.Descriptor.Unit}, {_table.Descriptor.Prices}, home supply included; basis {set.Basis.Word()})");

    private string Weighted => Whole ? $", numerator and denominator summed over {Codes} with weights x" : "";

    private string Supplied(string rows) => $"rows {row.Source} {rows}, column {row.User} {(Whole ? Codes : row.Sector)}";

    private string Derivation(string calculation) => $"{calculation}; {set.Basis.Words()}";
}
