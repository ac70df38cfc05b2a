using System.Globalization;
using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads a world table of WIOD saved as CSV: the sheet of the Excel files (both releases), or the table of the R and Stata files
/// (release 2016).</summary>
/// <remarks>
/// <para><b>Sheet:</b> four header lines above the numbers (code, name, country, c1 and up) and four cells before them (code, name, country,
/// r1 and up); a title and the unit in brackets may stand in the first cells. <b>R and Stata:</b> one header line, IndustryCode,
/// IndustryDescription, Country, RNr, Year, AUS1 and up (with Stata vAUS1), TOT.</para>
/// <para>Rows below the industries: total intermediate consumption is passed over; taxes less subsidies, fob adjustments, direct purchases,
/// value added and transport margins are primary inputs; GO is published output.</para>
/// </remarks>
internal sealed partial class WiodReader(TableLimits limits, bool release2016, IProgress<string>? progress, CancellationToken cancel)
{
    private const int MostHeaderLines = 12;
    private const int SheetLabels = 4;

    private static readonly Dictionary<int, string> Final2013 = new() { [37] = "c37", [38] = "c38", [39] = "c39", [41] = "c41", [42] = "c42" };
    private static readonly Dictionary<int, string> Final2016 = new() { [57] = "CONS_h", [58] = "CONS_np", [59] = "CONS_g", [60] = "GFCF", [61] = "INVEN" };

    private readonly Dictionary<string, Named> _sectors = new(StringComparer.Ordinal);
    private int? _year;
    private string? _unit;

    internal SourceTable Read(string path)
    {
        TableAxis? axis = null;
        WideRows? rows = null;
        progress?.Report($"reading {Path.GetFileName(path)}");
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            Head head = HeadOf(reader);
            axis = new TableAxis(head.Columns, CountryOf, reader.Place, limits);
            rows = new WideRows(axis);
            rows.Read(reader, (byte)',', head.Labels, head.Columns, (_, cells) => Row(head, cells, reader), cancel);
        });
        string name = Path.GetFileName(path);
        rows!.NeedAllRows(name);
        if (rows.OutputRow is null || rows.PrimaryInputs is null)
        {
            throw SupplyFaults.RowsMissing.Because($"There is no row of {(rows.OutputRow is null ? "output (GO)" : "value added")} below the industries.", name);
        }

        rows.NeedNothingLost();
        SourceTable table = SourceTable.Of(
            axis!, rows, rows.OutputRow, new Dictionary<string, string>(), _ => false, c => c == "ROW", [SourceTable.FileOf(path, hash)]);
        return table with
        {
            Year = _year,
            Unit = _unit,
            Sectors = [.. axis!.Sectors.Select(s => new TableSector(_sectors[s].Code, _sectors[s].Name, IsManufacturing(_sectors[s].Code)))],
            Aliases = new Dictionary<string, string>(StringComparer.Ordinal) { ["RoW"] = "ROW", ["ROM"] = "ROU" },
        };
    }

    private static string CountryOf(string country) => country switch
    {
        "RoW" or "RoW " => "ROW",
        "ROM" => "ROU",
        _ => country,
    };

    private bool IsManufacturing(string code) => release2016 ? SectorNames.IsManufacturing(code)
        : int.TryParse(code.AsSpan(1), CultureInfo.InvariantCulture, out int number) && number is >= 3 and <= 16;

    private Head HeadOf(LineReader reader)
    {
        var lines = new List<List<string>>();
        while (lines.Count < MostHeaderLines && reader.Next(out ReadOnlySpan<byte> line))
        {
            List<string> cells = CellText.All(line, (byte)',', reader);
            lines.Add(cells);
            int country = cells.FindIndex(c => c.Equals("Country", StringComparison.OrdinalIgnoreCase));
            int number = cells.FindIndex(c => c.Equals("RNr", StringComparison.OrdinalIgnoreCase));
            if (country >= 0 && number >= 0)
            {
                return Flat(cells, country, number, reader);
            }

            if (lines.Count >= SheetLabels && cells.Count > SheetLabels + 1 && cells.Skip(SheetLabels).Take(2).All(c => Numbered().IsMatch(c)))
            {
                return Sheet(lines, reader);
            }
        }

        throw SupplyFaults.Header.Because(
            "Neither a line IndustryCode, …, Country, RNr, … nor a line of c1, c2, … under countries was found at the beginning.", reader.Name,
            "Save the sheet of the world table, or the table of the R or Stata file, as CSV with commas.");
    }

    private Head Flat(List<string> cells, int country, int number, LineReader reader)
    {
        int first = cells.FindIndex(c => Column().IsMatch(c) && !c.StartsWith("RNr", StringComparison.OrdinalIgnoreCase));
        if (!release2016 || first < 0 || first <= Math.Max(country, number))
        {
            throw SupplyFaults.Header.Because("The columns after the labels are not AUS1, AUS2, ….", reader.Place);
        }

        AxisLabel[] columns = [.. cells.Skip(first).Select(c => c.Equals("TOT", StringComparison.OrdinalIgnoreCase) ? new AxisLabel(LabelKind.Output, "", c)
            : Column().Match(c) is { Success: true } m ? Kind(m.Groups[1].Value.ToUpperInvariant(), Int(m.Groups[2].Value), reader)
            : throw SupplyFaults.Header.Because($"'{Shown.Short(c)}' is not a column of the table.", reader.Place))];
        int code = cells.FindIndex(c => c.Equals("IndustryCode", StringComparison.OrdinalIgnoreCase));
        int name = cells.FindIndex(c => c.Equals("IndustryDescription", StringComparison.OrdinalIgnoreCase));
        int year = cells.FindIndex(c => c.Equals("Year", StringComparison.OrdinalIgnoreCase));
        return code < 0 ? throw SupplyFaults.Header.Because("There is no column IndustryCode.", reader.Place)
            : new Head(columns, first, code, name < 0 ? code : name, country, number, year);
    }

    private Head Sheet(List<List<string>> lines, LineReader reader)
    {
        List<string> numbers = lines[^1];
        List<string> countries = lines[^2];
        if (countries.Count != numbers.Count)
        {
            throw SupplyFaults.RaggedRow.Because($"{countries.Count:N0} countries over {numbers.Count:N0} columns.", reader.Place);
        }

        foreach (string note in lines.SelectMany(l => l.Take(SheetLabels)).Where(c => c.Length > 0))
        {
            Note(note, reader);
        }

        AxisLabel[] columns = [.. Enumerable.Range(SheetLabels, numbers.Count - SheetLabels).Select(c => countries[c] is "" or "TOT" or "Total"
            ? new AxisLabel(LabelKind.Ignored, "", numbers[c])
            : Numbered().Match(numbers[c]) is { Success: true } m ? Kind(countries[c], Int(m.Groups[1].Value), reader)
            : throw SupplyFaults.Header.Because($"'{Shown.Short(numbers[c])}' is not a column of the table.", reader.Place))];
        return new Head(columns, SheetLabels, 0, 1, 2, 3, -1);
    }

    /// <summary>A remark in the sheet's first cells: the unit in brackets, or a title that ends with the year.</summary>
    private void Note(string note, LineReader reader)
    {
        if (Millions().IsMatch(note))
        {
            _unit = "USD million";
        }
        else if (OtherScale().IsMatch(note))
        {
            throw SupplyFaults.UnitContradictory.Because($"The file states '{Shown.Short(note)}', and tables of this release are in millions of US dollars.", reader.Name,
                "Fetch the world table in current prices; tables in other units are not of this format.");
        }

        if (EndsWithYear().Match(note) is { Success: true } year)
        {
            _year = Int(year.Groups[1].Value);
        }
    }

    private AxisLabel Kind(string country, int number, LineReader reader)
    {
        Dictionary<int, string> final = release2016 ? Final2016 : Final2013;
        return final.TryGetValue(number, out string? code) ? new AxisLabel(LabelKind.Final, country, code)
            : number >= 1 && number <= (release2016 ? 56 : 35) ? new AxisLabel(LabelKind.Industry, country, number.ToString(CultureInfo.InvariantCulture))
            : throw SupplyFaults.UnknownCode.Because($"{Shown.Short(country)} has a column {number}, which release {(release2016 ? 2016 : 2013)} does not have.", reader.Place,
                "Give the format of the release that the file is of.");
    }

    private AxisLabel Row(Head head, IReadOnlyList<string> cells, LineReader reader)
    {
        if (head.Year >= 0)
        {
            int stated = int.TryParse(cells[head.Year], NumberStyles.None, CultureInfo.InvariantCulture, out int y) ? y : throw SupplyFaults.NotANumber.Because($"'{Shown.Short(cells[head.Year])}' is not a year.", reader.Place);
            _year = _year is null || _year == stated ? stated
                : throw SupplyFaults.YearContradictory.Because($"The file holds {_year} and {stated}.", reader.Place, "Give a file of one year.");
        }

        string country = cells[head.Country];
        string code = cells[head.Code];
        if (!(Numbered().Match(cells[head.Number]) is { Success: true } m))
        {
            throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(cells[head.Number])}' is not the number of a row.", reader.Place, "Give the file as its provider publishes it.");
        }

        int number = Int(m.Groups[1].Value);
        if (country is "" or "TOT" or "Total")
        {
            return Account(code, number, reader);
        }

        AxisLabel label = Kind(country, number, reader);
        if (label.Kind != LabelKind.Industry)
        {
            throw SupplyFaults.UnknownCode.Because($"Row {number} of {Shown.Short(country)} is no industry.", reader.Place, "Give the file as its provider publishes it.");
        }

        var sector = new Named(release2016 ? code : $"c{number}", cells[head.Name].Length > 0 ? cells[head.Name] : code);
        if (sector.Code.Length is 0 or > 16 || !sector.Code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(sector.Code)}' is not a code of a sector.", reader.Place, "Give the file as its provider publishes it.");
        }

        if (!_sectors.TryAdd(label.Code, sector) && _sectors[label.Code].Code != sector.Code)
        {
            throw SupplyFaults.UnknownCode.Because($"Sector {number} is {_sectors[label.Code].Code} in one country and {sector.Code} in {Shown.Short(country)}.", reader.Place, "Give the file as its provider publishes it.");
        }

        return label;
    }

    private AxisLabel Account(string code, int number, LineReader reader)
    {
        int last = release2016 ? 73 : 69;
        int first = release2016 ? 65 : 60;
        return new AxisLabel(
            code == "GO" || number == last ? LabelKind.Output
            : code == "II_fob" || number == first ? LabelKind.Ignored
            : number > first && number <= first + 6 ? LabelKind.PrimaryInput
            : throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(code)}', number {number}, is not a row below the industries of release {(release2016 ? 2016 : 2013)}.", reader.Place,
                "Give the format of the release that the file is of."),
            "", code);
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[cCrR]?(\d{1,3})$")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[vV]?([A-Za-z]{3})(\d{1,2})$")]
    private static partial Regex Column();

    [GeneratedRegex(@"\bmillions? of (US ?\$|US dollars|USD)", RegexOptions.IgnoreCase)]
    private static partial Regex Millions();

    [GeneratedRegex(@"\b(thousands?|millions?|billions?) of\b|\bin (EUR|euro)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherScale();

    [GeneratedRegex(@"\b((?:19|20)\d\d)$")]
    private static partial Regex EndsWithYear();

    /// <summary>Where in a row the labels stand; -1 where there is none.</summary>
    private sealed record Head(AxisLabel[] Columns, int Labels, int Code, int Name, int Country, int Number, int Year);
}
