using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Datasets;
using Linchpin.Supply.Import;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Aggregation;

/// <summary>Adds the countries and sectors of a table up to those of a mapping.</summary>
/// <remarks>
/// <para><b>Equation:</b> Z' = S Z S', Y' = S Y T', x' = S x, with S and T of zeros and ones (Miller and Blair 2009, section 4.9). Every cell is
/// the sum of its parts in compensated addition, rounded once: totals are kept as far as doubles can.</para>
/// <para>A target is the rest of the world where any part of it is: it is then ranked as no country. It is manufacturing where all its parts
/// are. It is absent where all its parts are.</para>
/// </remarks>
internal static class TableAggregation
{
    internal static StoredTable Of(
        InputOutputTable table, IReadOnlyDictionary<string, string> categoryNames, AggregationMap map, IProgress<string>? progress, CancellationToken cancel)
    {
        (int[] countryOf, IReadOnlyList<string> countries) = map.Of("country", [.. table.Countries.Select(c => c.Code)], table.Descriptor.Aliases);
        (int[] sectorOf, IReadOnlyList<string> sectors) = map.Of("sector", [.. table.Sectors.Select(s => s.Code)], new Dictionary<string, string>());
        (int[] categoryOf, IReadOnlyList<string> categories) = map.Of("category", table.Categories, new Dictionary<string, string>());
        int[] industryOf = [.. Enumerable.Range(0, table.Industries).Select(i => (countryOf[table.CountryOf(i)] * sectors.Count) + sectorOf[table.SectorOf(i)])];
        int[] columnOf = [.. Enumerable.Range(0, table.Countries.Count * table.Categories.Count).Select(c =>
            (countryOf[c / table.Categories.Count] * categories.Count) + categoryOf[c % table.Categories.Count])];
        int industries = countries.Count * sectors.Count;
        progress?.Report($"{table.Year}: adding {table.Industries:N0} industries up to {industries:N0}");
        var cells = new TableCells(
            Sums(table.Z, industryOf, industries, industryOf, industries, cancel),
            Sums(table.Y, industryOf, industries, columnOf, countries.Count * categories.Count, cancel),
            table.Output is { } x ? Sums(x, industryOf, industries) : null)
        {
            PrimaryInputs = table.PrimaryInputs is { } p ? Sums(p, industryOf, industries) : null,
        };
        NeedTotals(table, cells);

        TableCountry[] places = [.. countries.Select((c, k) => Place(table, map, c, Parts(countryOf, k)))];
        TableSector[] made = [.. sectors.Select((s, k) => Sector(table, map, s, Parts(sectorOf, k)))];
        Named[] uses = [.. categories.Select(c => new Named(c, map.NameOf("category", c) ?? categoryNames.GetValueOrDefault(c, c)))];
        HashSet<Industry> without = [.. table.Absent];
        var present = new HashSet<int>(Enumerable.Range(0, table.Industries).Where(i =>
            without.Count == 0 || !without.Contains(new Industry(table.Countries[table.CountryOf(i)].Code, table.Sectors[table.SectorOf(i)].Code))).Select(i => industryOf[i]));
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"parent:{table.Hash}\nmap:{map.Hash}\n")));
        var result = new InputOutputTable(About(table, map, places, made), table.Year, places, made, categories, version, cells)
        {
            Absent = [.. Enumerable.Range(0, industries).Where(i => !present.Contains(i)).Select(i => new Industry(countries[i / sectors.Count], sectors[i % sectors.Count]))],
            BalanceBound = table.BalanceBound,
        };
        return new StoredTable(result, "aggregate", uses, [], Notes(table, sectorOf, made), new DatasetParent(table.Dataset.Name, table.Hash, map.Name, map.Hash));
    }

    /// <summary>One target row at a time, so that beside the two matrices only a row of sums is held.</summary>
    private static Matrix Sums(Matrix from, int[] rowOf, int rows, int[] columnOf, int columns, CancellationToken cancel)
    {
        var to = new Matrix(rows, columns);
        ILookup<int, int> parts = Enumerable.Range(0, from.Rows).ToLookup(i => rowOf[i]);
        var sums = new ExactSum[columns];
        for (int i = 0; i < rows; i++)
        {
            cancel.ThrowIfCancellationRequested();
            Array.Clear(sums);
            foreach (int part in parts[i])
            {
                ReadOnlySpan<double> row = from.Row(part);
                for (int j = 0; j < row.Length; j++)
                {
                    sums[columnOf[j]].Add(row[j]);
                }
            }

            Span<double> target = to.Row(i);
            for (int j = 0; j < columns; j++)
            {
                target[j] = sums[j].Value;
            }
        }

        return to;
    }

    private static double[] Sums(double[] from, int[] of, int count)
    {
        var sums = new ExactSum[count];
        for (int i = 0; i < from.Length; i++)
        {
            sums[of[i]].Add(from[i]);
        }

        return [.. sums.Select(s => s.Value)];
    }

    /// <summary>Holds the totals of the result to those of the table: a difference is the program's own.</summary>
    private static void NeedTotals(InputOutputTable table, TableCells cells)
    {
        foreach ((string what, Matrix before, Matrix after) in new[] { ("Z", table.Z, cells.Z), ("Y", table.Y, cells.Y) })
        {
            (double was, double size) = Total(before);
            (double now, _) = Total(after);
            if (!(Math.Abs(was - now) <= 1e-12 * Math.Max(size, double.Epsilon)))
            {
                throw SupplyFaults.CellsLost.Because(FormattableString.Invariant($"The cells of {what} add up to {was:R} before and {now:R} after."));
            }
        }
    }

    private static (double Sum, double Size) Total(Matrix matrix)
    {
        ExactSum sum = default;
        ExactSum size = default;
        for (int i = 0; i < matrix.Rows; i++)
        {
            foreach (double cell in matrix.Row(i))
            {
                sum.Add(cell);
                size.Add(Math.Abs(cell));
            }
        }

        return (sum.Value, size.Value);
    }

    private static int[] Parts(int[] of, int target) => [.. Enumerable.Range(0, of.Length).Where(i => of[i] == target)];

    private static TableCountry Place(InputOutputTable table, AggregationMap map, string code, int[] parts) => new(
        code, map.NameOf("country", code) ?? (parts is [var one] && table.Countries[one].Code == code ? table.Countries[one].Name : code), parts.Any(p => table.Countries[p].RestOfWorld));

    private static TableSector Sector(InputOutputTable table, AggregationMap map, string code, int[] parts) => new(
        code, map.NameOf("sector", code) ?? (parts is [var one] && table.Sectors[one].Code == code ? table.Sectors[one].Name : code), parts.All(p => table.Sectors[p].Manufacturing));

    private static TableDescriptor About(InputOutputTable table, AggregationMap map, TableCountry[] countries, TableSector[] sectors)
    {
        TableDescriptor about = table.Descriptor;
        string[] rest = [.. countries.Where(c => c.RestOfWorld).Select(c => c.Code)];
        bool sameSectors = sectors.Select(s => s.Code).SequenceEqual(table.Sectors.Select(s => s.Code));
        bool same = sameSectors && countries.Select(c => c.Code).SequenceEqual(table.Countries.Select(c => c.Code));
        string mark = map.Hash[..8];
        return about with
        {
            Id = same ? about.Id : $"{Head(about.Id)}-map-{mark}",
            Title = same ? about.Title : $"{about.Title}, aggregated to {countries.Length} countries and regions by {sectors.Length} sectors",
            ClassificationId = sameSectors ? about.ClassificationId : $"{Head(about.ClassificationId)}-map-{mark}",
            Classification = sameSectors ? about.Classification : $"{about.Classification}, aggregated to {sectors.Length}",
            Manufacturing = [.. sectors.Where(s => s.Manufacturing).Select(s => s.Code)],
            RestOfWorld = rest is [var one] ? one : null,
            Aliases = about.Aliases.Where(a => countries.Any(c => c.Code == a.Value)).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal),
            Files = DatasetManifest.FilesOf(),
            Origin = "map: " + map.Name,
        };
    }

    /// <summary>An id without the mark of an earlier mapping, short enough to take another.</summary>
    private static string Head(string id) => id.IndexOf("-map-", StringComparison.Ordinal) is > 0 and var at ? id[..at] : id[..Math.Min(id.Length, 40)].TrimEnd('-');

    private static IReadOnlyList<string> Notes(InputOutputTable table, int[] sectorOf, TableSector[] sectors)
    {
        string[] mixed = [.. sectors.Where((s, k) => !s.Manufacturing && Parts(sectorOf, k).Any(p => table.Sectors[p].Manufacturing)).Select(s => s.Code)];
        return mixed.Length == 0 ? [] : [$"Of {string.Join(", ", mixed)} a part is manufacturing and a part is not; {(mixed.Length == 1 ? "it is" : "they are")} not counted as manufacturing."];
    }
}
