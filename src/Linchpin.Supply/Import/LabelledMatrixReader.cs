using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads a matrix in one CSV file whose rows and columns are labelled <c>COUNTRY_CODE</c>: OECD ICIO, and FIGARO's matrix files.</summary>
internal sealed class LabelledMatrixReader(TableLimits limits, IProgress<string>? progress, CancellationToken cancel)
{
    private static readonly string[] IcioFinal = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR", "P33"];
    private static readonly string[] FigaroFinal = ["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"];

    /// <summary>An OECD table: the parts of China (CN1, CN2) and Mexico (MX1, MX2) are added up to the country, as the final demand columns
    /// have them.</summary>
    internal SourceTable Icio(string path, string sectorNames)
    {
        (TableAxis axis, WideRows rows, SourceFile file, int parts) = Read(path, IcioColumn, IcioRow, IcioCountry);
        if (rows.OutputRow is null || rows.PrimaryInputs is null)
        {
            throw SupplyFaults.RowsMissing.Because($"There is no row of {(rows.OutputRow is null ? "output (OUT, OUTPUT)" : "value added (VA, VALU)")} below the industries.", file.Name);
        }

        var notes = new List<string>();
        if (parts > 0)
        {
            notes.Add("The parts of China (CN1, CN2) and Mexico (MX1, MX2) are added up to CHN and MEX, rows and columns, with what CHN and MEX hold themselves.");
        }

        if (rows.OutputColumn is { } column && OutputNote(rows.OutputRow, column) is { } note)
        {
            notes.Add(note);
        }

        return SourceTable.Of(axis, rows, rows.OutputRow, SectorNames.Of(sectorNames), SectorNames.IsManufacturing, c => c == "ROW", [file]) with { Notes = notes };
    }

    /// <summary>FIGARO's matrix of a year.</summary>
    internal SourceTable Figaro(string path)
    {
        (TableAxis axis, WideRows rows, SourceFile file, _) = Read(path, FigaroLabel, FigaroLabel, RegionCodes.FromIso2);
        return rows.PrimaryInputs is null
            ? throw SupplyFaults.RowsMissing.Because("There is no row of value added (W2_D1 and others) below the industries.", file.Name)
            : SourceTable.Of(axis, rows, null, SectorNames.Of("nace64"), SectorNames.IsManufacturing, c => c == "ROW", [file]) with { Aliases = FigaroAliases(axis) };
    }

    /// <summary>What a FIGARO label is, in the matrix and in the flat file.</summary>
    internal static AxisLabel FigaroLabel(string label)
    {
        (string country, string code) = Parts(label);
        return country == "W2" ? new AxisLabel(LabelKind.PrimaryInput, country, code)
            : new AxisLabel(FigaroFinal.Contains(code, StringComparer.Ordinal) ? LabelKind.Final : LabelKind.Industry, country, code);
    }

    internal static IReadOnlyDictionary<string, string> FigaroAliases(TableAxis axis) => axis.PublishedIndustries.Select(l => l.Country).Distinct()
        .Where(c => RegionCodes.FromIso2(c) != c).ToDictionary(c => c, RegionCodes.FromIso2, StringComparer.Ordinal);

    internal static bool IsIcioFinal(string code) => IcioFinal.Contains(code, StringComparer.Ordinal);

    private (TableAxis Axis, WideRows Rows, SourceFile File, int Folded) Read(
        string path, Func<string, AxisLabel> columnOf, Func<string, AxisLabel> rowOf, Func<string, string> countryOf)
    {
        TableAxis? axis = null;
        WideRows? rows = null;
        progress?.Report($"reading {Path.GetFileName(path)}");
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            if (!reader.Next(out ReadOnlySpan<byte> header))
            {
                throw SupplyFaults.FileEmpty.Because("The file has no line.", reader.Name);
            }

            List<string> labels = CellText.All(header, (byte)',', reader);
            if (labels.Count < 3)
            {
                throw SupplyFaults.Header.Because($"'{Shown.Short(string.Join(',', labels), 120)}'; a header of labels COUNTRY_CODE is wanted.", reader.Place);
            }

            AxisLabel[] columns = [.. labels.Skip(1).Select(columnOf)];
            axis = new TableAxis(columns, countryOf, reader.Place, limits);
            rows = new WideRows(axis);
            rows.Read(reader, (byte)',', 1, columns, (_, cells) => rowOf(cells[0]), cancel);
        });
        rows!.NeedAllRows(Path.GetFileName(path));
        rows.NeedNothingLost();
        return (axis!, rows, SourceTable.FileOf(path, hash), axis!.PublishedIndustries.Count(l => countryOf(l.Country) != l.Country));
    }

    private static AxisLabel IcioColumn(string label)
    {
        if (label is "TOTAL" or "OUT" or "OUTPUT")
        {
            return new AxisLabel(LabelKind.Output, "", label);
        }

        (string country, string code) = Parts(label);
        return new AxisLabel(IsIcioFinal(code) ? LabelKind.Final : LabelKind.Industry, country, code);
    }

    private static AxisLabel IcioRow(string label)
    {
        if (label is "OUT" or "OUTPUT" or "TOTAL")
        {
            return new AxisLabel(LabelKind.Output, "", label);
        }

        if (label is "VA" or "VALU" or "TLS" or "TAXSUB" || label.EndsWith("_TAXSUB", StringComparison.Ordinal) || label.EndsWith("_TLS", StringComparison.Ordinal))
        {
            return new AxisLabel(LabelKind.PrimaryInput, "", label);
        }

        (string country, string code) = Parts(label);
        return new AxisLabel(LabelKind.Industry, country, code);
    }

    private static string IcioCountry(string region) => region is ['C', 'N', >= '1' and <= '9'] ? "CHN" : region is ['M', 'X', >= '1' and <= '9'] ? "MEX" : region;

    private static (string Country, string Code) Parts(string label)
    {
        int at = label.IndexOf('_', StringComparison.Ordinal);
        return at > 0 && at < label.Length - 1 ? (label[..at], label[(at + 1)..]) : (label, "");
    }

    private static string? OutputNote(double[] row, double[] column)
    {
        double gap = row.Zip(column, (r, c) => Math.Abs(r - c)).Sum();
        double all = row.Sum(Math.Abs);
        return gap <= 1e-6 * all ? null
            : FormattableString.Invariant($"The file's row and column of output differ by {gap / all * 100:0.####} % in all; the row is taken.");
    }
}
