using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Exposures;

/// <summary>Turns exposures into claims whose source is the dataset, its hash and the calculation.</summary>
internal sealed class ExposurePublication(ExposureSet set, Handling handling, double floor)
{
    private readonly InputOutputTable _table = set.Table;
    private readonly TableClaims _claims = new(set.Table, handling);

    /// <summary>The dataset with its claims. Left out: home supply, the rest of the world, all abroad together, codes that are no ISO
    /// country, and rows under the floor.</summary>
    internal Deposit Make()
    {
        Exposure[] rows = [.. set.Rows.Where(Published)];
        foreach (string sector in rows.Select(r => r.Sector))
        {
            _claims.Sector(sector);
        }

        foreach (Exposure row in rows)
        {
            Publish(row);
        }

        return _claims.Make();
    }

    private bool Published(Exposure row)
    {
        double?[] shares = [row.FaceAll, row.LookAll, row.FaceMan, row.LookMan];
        return row.Kind == SourceKind.Country && Vocabulary.Countries.ContainsKey(row.Source) && Vocabulary.Countries.ContainsKey(row.User)
            && (floor == 0 || shares.Any(s => s >= floor));
    }

    private void Publish(Exposure row)
    {
        var words = new ExposureWords(set, row);
        EntityId id = _claims.Id("exposure", set.Basis.Word(), row.User, row.Sector, row.Source);
        string cell = $"rows {row.Source}, column {row.User} {row.Sector}";
        _claims.Add(id, "name", new TextValue(FormattableString.Invariant($"{Vocabulary.CountryName(row.User)}: {row.SectorName}, from {Vocabulary.CountryName(row.Source)}, {_table.Year:0000} ({set.Basis.Word()})")), cell);
        _claims.Add(id, "user", new EntityValue(EntityId.Country(row.User)), cell);
        _claims.Add(id, "user-sector", new EntityValue(_claims.Sector(row.Sector)), cell);
        _claims.Add(id, "supplier", new EntityValue(EntityId.Country(row.Source)), cell);
        _claims.AddYear(id);
        _claims.Add(id, "face-value-share", Share(row, row.FaceAll, words.FaceBase, "no intermediate inputs"), words.Face);
        _claims.Add(id, "look-through-share", Share(row, row.LookAll, words.LookBase, "no intermediate inputs"), words.Look);
        _claims.Add(id, "face-value-manufactures-share", Share(row, row.FaceMan, words.FaceManBase, "no inputs of manufactures"), words.FaceMan);
        _claims.Add(id, "look-through-manufactures-share", Share(row, row.LookMan, words.LookManBase, "no inputs of manufactures"), words.LookMan);
        _claims.Add(id, "value-added-share", Share(row, row.VaShare, words.ValueAddedBase, "no output"), words.ValueAdded);
        _claims.Add(id, "look-through-coefficient", row.LookCoef is { } coefficient ? new QuantityValue(coefficient, "value per value") : new UnknownValue(Nothing(row, "no output")), words.Coefficient);
    }

    private Value Share(Exposure row, double? share, string whole, string lack) => share switch
    {
        null => new UnknownValue(Nothing(row, lack)),
        < 0 or > 1 => new UnknownValue(FormattableString.Invariant($"negative cells of the table put it at {share:0.####}, outside 0 to 1")),
        { } part => new ShareValue(part, whole),
    };

    private string Nothing(Exposure row, string lack) => $"the table shows {(row.X == 0 ? "no output" : lack)} for {row.User} {row.Sector} in {_table.Year:0000}";
}
