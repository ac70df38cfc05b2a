using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads the text folder of EXIOBASE 3: Z.txt, or A.txt with x.txt, then Y.txt, x.txt and unit.txt; tabs between cells.</summary>
/// <remarks>
/// Z, A and Y have a header of regions, a header of sectors or categories and a line that names the row labels, region and sector. Where only
/// A is there, Z_ij = A_ij x_j. The unit of every sector must be M.EUR: hybrid tables are not monetary and are refused. The five rest-of-world
/// regions stay apart and none is ranked as a country.
/// </remarks>
internal sealed class ExiobaseReader(TableLimits limits, IProgress<string>? progress, CancellationToken cancel)
{
    private const byte Tab = (byte)'\t';

    internal SourceTable Read(ImportFiles files)
    {
        string? flows = files.Find("Z.txt");
        string first = flows ?? files.Need("A.txt");
        string finalPath = files.Need("Y.txt");
        if (files.Find("unit.txt") is not { } unitPath)
        {
            throw SupplyFaults.UnitMissing.Because("There is no unit.txt in the folder.", "unit.txt", "Give the folder as its provider publishes it: unit.txt states the unit of every sector.");
        }

        var read = new List<SourceFile>();
        AxisLabel[] industries = Columns(first, LabelKind.Industry);
        AxisLabel[] final = Columns(finalPath, LabelKind.Final);
        var axis = new TableAxis([.. industries, .. final], RegionCodes.FromIso2, Path.GetFileName(first), limits);
        var rows = new WideRows(axis);
        Body(first, industries, rows, read);
        double[]? output = files.Find("x.txt") is { } x ? Output(x, axis, read) : null;
        var notes = new List<string>();
        if (flows is null)
        {
            rows.ScaleColumns(output ?? throw SupplyFaults.FileMissing.Because("Z is made from A.txt and output, and there is no x.txt.", "x.txt", "Give Z.txt, or x.txt beside A.txt."));
            notes.Add("Z is made from A.txt: every coefficient times the output of its column in x.txt.");
        }

        rows.NextFile();
        Body(finalPath, final, rows, read);
        rows.NeedNothingLost();
        string unit = Unit(unitPath, axis, read);
        IReadOnlyDictionary<string, string> codes = Codes(files, read);
        if (codes.Count == 0)
        {
            notes.Add("Sector codes are numbers in the order of the file: the folder has no list of codes.");
        }

        bool products = files.Find("products.txt") is not null || (files.Folder ?? "").Contains("pxp", StringComparison.OrdinalIgnoreCase);
        Named[] sectors = [.. axis.Sectors.Select((s, i) => new Named(codes.GetValueOrDefault(s) ?? FormattableString.Invariant($"s{i + 1:000}"), s))];
        SourceTable table = SourceTable.Of(axis, rows, output, new Dictionary<string, string>(), _ => false, RegionCodes.IsExiobaseRest, read);
        return table with
        {
            Unit = unit,
            Sectors = [.. sectors.Select(s => new TableSector(s.Code, s.Name, IsManufacturing(s.Code)))],
            Categories = [.. axis.Categories.Select((c, i) => new Named(FormattableString.Invariant($"f{i + 1}"), c))],
            Classification = products ? ("exiobase-products", "EXIOBASE 3, products") : ("exiobase-industries", "EXIOBASE 3, industries (NACE rev. 1.1)"),
            Aliases = LabelledMatrixReader.FigaroAliases(axis),
            Notes = notes,
        };
    }

    /// <summary>Whether a code of EXIOBASE is of NACE rev. 1.1 divisions 15 to 37.</summary>
    private static bool IsManufacturing(string code)
    {
        ReadOnlySpan<char> digits = code.AsSpan(1);
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        return code[0] is 'i' or 'p' && int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int division) && division is >= 15 and <= 37;
    }

    private AxisLabel[] Columns(string path, LabelKind kind)
    {
        AxisLabel[] columns = [];
        TableFile.ReadFirst(path, limits, reader => columns = Header(reader, kind));
        return columns;
    }

    private static AxisLabel[] Header(LineReader reader, LabelKind kind)
    {
        List<string> regions = Line(reader);
        List<string> codes = Line(reader);
        List<string> rows = Line(reader);
        bool fits = regions.Count > 2 && regions.Count == codes.Count && regions[0] == "region" && codes[0] is "sector" or "category" or "stressor"
            && rows.Count > 1 && rows[0] == "region" && rows[1] == "sector";
        return fits ? [.. Enumerable.Range(2, regions.Count - 2).Select(c => new AxisLabel(kind, regions[c], codes[c]))]
            : throw SupplyFaults.Header.Because("The first three lines are not a header of regions, one of sectors or categories, and a line 'region, sector'.", reader.Name,
                "Give the file as its provider publishes it.");
    }

    private static List<string> Line(LineReader reader) => reader.Next(out ReadOnlySpan<byte> line) ? CellText.All(line, Tab, reader)
        : throw SupplyFaults.RowsMissing.Because("The file ends within its header.", reader.Name);

    private void Body(string path, AxisLabel[] columns, WideRows rows, List<SourceFile> read)
    {
        progress?.Report($"reading {Path.GetFileName(path)}");
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            Header(reader, LabelKind.Industry);
            rows.Read(reader, Tab, 2, columns, (_, cells) => new AxisLabel(LabelKind.Industry, cells[0], cells[1]), cancel);
        });
        rows.NeedAllRows(Path.GetFileName(path));
        read.Add(SourceTable.FileOf(path, hash));
    }

    private double[] Output(string path, TableAxis axis, List<SourceFile> read)
    {
        double[] output = new double[axis.Industries];
        var seen = new HashSet<AxisLabel>();
        read.Add(SourceTable.FileOf(path, Rows(path, "indout", (label, cell, reader) =>
        {
            double value = CellText.Number(cell, reader, "indout");
            output[Known(axis, label, seen, reader)] += value < 0 ? throw SupplyFaults.NegativeOutput.Because(FormattableString.Invariant($"The output of {TableAxis.Words(label)} is {value:R}."), reader.Place)
                : double.IsNaN(value) ? throw SupplyFaults.NotANumber.Because("The cell is blank.", reader.Place) : value;
        })));
        return seen.Count == axis.PublishedIndustries.Count ? output
            : throw SupplyFaults.OutputIncomplete.Because($"{axis.PublishedIndustries.Count - seen.Count} of {axis.PublishedIndustries.Count} industries have no row.", Path.GetFileName(path));
    }

    private string Unit(string path, TableAxis axis, List<SourceFile> read)
    {
        var seen = new HashSet<AxisLabel>();
        read.Add(SourceTable.FileOf(path, Rows(path, "unit", (label, cell, reader) =>
        {
            Known(axis, label, seen, reader);
            if (cell is not ("M.EUR" or "M EUR" or "Million EUR"))
            {
                throw SupplyFaults.UnitContradictory.Because($"{TableAxis.Words(label)} is in '{Shown.Short(cell)}' and not in M.EUR.", reader.Place,
                    "Give the monetary tables; hybrid and coefficient tables have no one unit.");
            }
        })));
        return seen.Count > 0 ? "EUR million" : throw SupplyFaults.UnitMissing.Because("The file states no unit.", Path.GetFileName(path), "Give the folder as its provider publishes it.");
    }

    /// <summary>Reads a file of region, sector and one value a row.</summary>
    private string Rows(string path, string column, Action<AxisLabel, string, LineReader> row) => TableFile.ReadLines(path, limits, reader =>
    {
        List<string> header = Line(reader);
        if (header.Count < 3 || header[0] != "region" || header[1] != "sector" || header[2] != column)
        {
            throw SupplyFaults.Header.Because($"'{Shown.Short(string.Join(' ', header), 120)}'; region, sector, {column} are wanted.", reader.Place);
        }

        while (reader.Next(out ReadOnlySpan<byte> line))
        {
            List<string> cells = CellText.All(line, Tab, reader);
            if (cells.Count < 3)
            {
                throw SupplyFaults.RaggedRow.Because($"{cells.Count} cells; region, sector and a value are wanted.", reader.Place);
            }

            row(new AxisLabel(LabelKind.Industry, cells[0], cells[1]), cells[2], reader);
        }
    });

    private static int Known(TableAxis axis, AxisLabel label, HashSet<AxisLabel> seen, LineReader reader)
    {
        int industry = axis.Industry(label);
        return industry < 0 ? throw SupplyFaults.UnknownCode.Because($"{TableAxis.Words(label)} is not in the table.", reader.Place, "Give files of one release and year.")
            : seen.Add(label) ? industry : throw SupplyFaults.DuplicateCell.Because($"{TableAxis.Words(label)} stands twice.", reader.Place);
    }

    /// <summary>Codes by name from industries.txt or products.txt, where the folder has one with the columns Name and CodeNr.</summary>
    private IReadOnlyDictionary<string, string> Codes(ImportFiles files, List<SourceFile> read)
    {
        if ((files.Find("industries.txt") ?? files.Find("products.txt")) is not { } path)
        {
            return new Dictionary<string, string>();
        }

        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            List<string> header = Line(reader);
            int name = header.IndexOf("Name");
            int code = header.IndexOf("CodeNr");
            while (name >= 0 && code >= 0 && reader.Next(out ReadOnlySpan<byte> line))
            {
                List<string> cells = CellText.All(line, Tab, reader);
                if (cells.Count > Math.Max(name, code) && cells[code].Length is > 0 and <= 16 && cells[code].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                {
                    codes[cells[name]] = cells[code];
                }
            }
        });
        read.Add(SourceTable.FileOf(path, hash));
        return codes.Values.Distinct().Count() == codes.Count ? codes : new Dictionary<string, string>();
    }
}
