using System.Globalization;
using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads a year of Eora26: T, FD and VA as bare numbers with tabs between them, and the files that label their rows and columns.</summary>
/// <remarks>
/// A label is country, code, kind and sector, parted by tabs. The rest of the world has one sector, TOTAL, which holds statistical
/// discrepancies; the 26 sectors that it lacks, and TOTAL in every other country, are absent and not zero. The numbers are thousands of US
/// dollars, as Eora states; the files themselves state no unit.
/// </remarks>
internal sealed partial class EoraReader(TableLimits limits, IProgress<string>? progress, CancellationToken cancel)
{
    private const byte Tab = (byte)'\t';

    private static readonly string[] Manufactures =
    [
        "Food & Beverages", "Textiles and Wearing Apparel", "Wood and Paper", "Petroleum, Chemical and Non-Metallic Mineral Products", "Metal Products",
        "Electrical and Machinery", "Transport Equipment", "Other Manufacturing",
    ];

    /// <summary>Reads the year asked for, or the only one that the files are of.</summary>
    internal SourceTable Read(ImportFiles files, int? year)
    {
        Match[] tables = [.. files.Names.Select(n => DataFile().Match(n)).Where(m => m.Success && (year is null || m.Groups[1].Value == year.Value.ToString("0000", CultureInfo.InvariantCulture)))];
        if (tables.Length != 1)
        {
            throw SupplyFaults.ImportFiles.Because(
                tables.Length == 0 ? $"There is no file Eora26_{(year is null ? "YEAR" : year.Value.ToString("0000", CultureInfo.InvariantCulture))}_bp_T.txt." : $"There are {tables.Length} tables: {string.Join(", ", tables.Select(t => t.Value))}.",
                remedy: tables.Length == 0 ? "Give the folder as its provider publishes it, unpacked." : "Give a folder with one table, or state its year.");
        }

        string stem = $"Eora26_{tables[0].Groups[1].Value}_{tables[0].Groups[2].Value}_";
        var read = new List<SourceFile>();
        List<string[]> industryLabels = Labels(files, "labels_T.txt", 4, read);
        List<string[]> finalLabels = Labels(files, "labels_FD.txt", 4, read);
        List<string[]> inputLabels = Labels(files, "labels_VA.txt", 2, read);
        AxisLabel[] industries = [.. industryLabels.Select(l => new AxisLabel(LabelKind.Industry, l[1], l[3]))];
        AxisLabel[] final = [.. finalLabels.Select(l => new AxisLabel(LabelKind.Final, l[1], l[3]))];
        var axis = new TableAxis([.. industries, .. final], c => c, "labels_T.txt", limits);
        var rows = new WideRows(axis);
        Body(files.Need(stem + "T.txt"), industries, r => r < industries.Length ? industries[r] : null, rows, read);
        rows.NeedAllRows(stem + "T.txt");
        rows.NextFile();
        Body(files.Need(stem + "FD.txt"), final, r => r < industries.Length ? industries[r] : null, rows, read);
        rows.NeedAllRows(stem + "FD.txt");
        int inputs = Body(files.Need(stem + "VA.txt"), industries, r => r < inputLabels.Count ? new AxisLabel(LabelKind.PrimaryInput, "", inputLabels[r][1]) : null, rows, read);
        if (inputs < inputLabels.Count)
        {
            throw SupplyFaults.RowsMissing.Because($"{inputs} of the {inputLabels.Count} rows that labels_VA.txt names.", stem + "VA.txt");
        }

        rows.NeedNothingLost();
        var names = industryLabels.GroupBy(l => l[1], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()[0], StringComparer.Ordinal);
        SourceTable table = SourceTable.Of(axis, rows, null, new Dictionary<string, string>(), _ => false, c => c == "ROW", read);
        return table with
        {
            Year = int.Parse(tables[0].Groups[1].Value, CultureInfo.InvariantCulture),
            Prices = tables[0].Groups[2].Value == "bp" ? "current, basic prices" : "current, purchasers' prices",
            Countries = [.. axis.Countries.Select(c => new TableCountry(Code(c), c == "ROW" ? "Rest of the world (statistical discrepancies)" : names[c], c == "ROW"))],
            Sectors = [.. axis.Sectors.Select((s, i) => new TableSector(s == "TOTAL" ? s : FormattableString.Invariant($"s{i + 1:00}"), s, Manufactures.Contains(s, StringComparer.Ordinal)))],
            Categories = [.. axis.Categories.Select(c => new Named(Code(c.Split(' ')[^1]), c))],
            Notes = axis.Absent.Count == 0 ? [] : [$"{axis.Absent.Count} places of the table are absent and not zero: the rest of the world has the one sector TOTAL, which no other country has."],
        };
    }

    private int Body(string path, AxisLabel[] columns, Func<int, AxisLabel?> rowOf, WideRows rows, List<SourceFile> read)
    {
        progress?.Report($"reading {Path.GetFileName(path)}");
        int count = 0;
        string hash = TableFile.ReadLines(path, limits, reader => rows.Read(reader, Tab, 0, columns, (r, _) =>
        {
            count = r + 1;
            return rowOf(r) ?? throw SupplyFaults.RaggedRow.Because($"Row {r + 1} has no label.", reader.Place, "Give files of one release: the labels are of another table.");
        }, cancel));
        read.Add(SourceTable.FileOf(path, hash));
        return count;
    }

    private List<string[]> Labels(ImportFiles files, string name, int cells, List<SourceFile> read)
    {
        string path = files.Find(name) ?? (files.Folder is { } folder && File.Exists(Path.Combine(folder, "indices", name)) ? Path.Combine(folder, "indices", name) : files.Need(name));
        var labels = new List<string[]>();
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            while (reader.Next(out ReadOnlySpan<byte> line))
            {
                List<string> found = CellText.All(line, Tab, reader);
                if (found.Count < cells || found.Take(cells).Any(c => c.Length == 0))
                {
                    throw SupplyFaults.RaggedRow.Because($"{found.Count(c => c.Length > 0)} labels; {cells} parted by tabs are wanted.", reader.Place, "Give the file as its provider publishes it.");
                }

                labels.Add([.. found]);
                if (labels.Count > 2 * limits.Industries)
                {
                    throw SupplyFaults.TableTooLarge.Because($"More than {2 * limits.Industries:N0} labels.", reader.Place);
                }
            }
        });
        read.Add(SourceTable.FileOf(path, hash));
        return labels;
    }

    private static string Code(string text) => text.Length is > 0 and <= 16 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? text
        : throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(text)}' is not a code of 1 to 16 letters, digits and - _ .", remedy: "Give the files of labels as their provider publishes them.");

    [GeneratedRegex(@"^Eora26_(\d{4})_(bp|pp)_T\.txt(\.gz)?$")]
    private static partial Regex DataFile();
}
