using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Balance;

/// <summary>Adds up a table's rows and columns.</summary>
internal static class BalanceCheck
{
    private const int Most = 10;
    private const int LeastWorld = 30;

    internal static BalanceReport Of(InputOutputTable table)
    {
        double[] sums = GrossOutput.RowSums(table);
        double[] used = GrossOutput.ColumnSums(table.Z);
        RowGap[] gaps = table.Output is not { } output ? []
            : [.. Enumerable.Range(0, sums.Length).Select(i => new RowGap(Country(table, i), Sector(table, i), output[i], sums[i])).Where(g => g.Gap != 0)];
        List<BasisCheck> bases = [OnBasis(table, Basis.RowSum, sums, used)];
        if (table.Output is { } published)
        {
            bases.Add(OnBasis(table, Basis.Reported, published, used));
        }

        return new BalanceReport(
            table.Dataset,
            table.Hash,
            table.Descriptor.Origin,
            table.Year,
            table.Descriptor.Unit,
            table.Descriptor.Prices,
            table.Countries.Count,
            table.Sectors.Count,
            Count(table.Z),
            Count(table.Y),
            table.Output?.Sum(),
            sums.Sum(),
            bases,
            [.. gaps.OrderByDescending(g => Math.Abs(g.Gap)).Take(Most)],
            [.. gaps.Where(g => g.Relative is not null).OrderByDescending(g => Math.Abs(g.Relative!.Value)).Take(Most)])
        {
            Bound = table.BalanceBound,
            RowGapShare = table.Output is { } x ? Share(gaps.Select(g => g.Gap), x) : null,
            ColumnGapShare = table.PrimaryInputs is null ? null : Share(ColumnGaps(table, sums, used).Select(g => g.Gap), table.Output ?? sums),
            LargestColumnGaps = [.. ColumnGaps(table, sums, used).OrderByDescending(g => Math.Abs(g.Gap)).Take(Most)],
            Absent = table.Absent,
            Scale = ScaleOf(table, bases[0].WorldValueAdded),
        };
    }

    private static IEnumerable<ColumnGap> ColumnGaps(InputOutputTable table, double[] sums, double[] used) => table.PrimaryInputs is not { } primary ? []
        : Enumerable.Range(0, sums.Length).Select(j => new ColumnGap(Country(table, j), Sector(table, j), (table.Output ?? sums)[j], used[j] + primary[j])).Where(g => g.Gap != 0);

    private static double? Share(IEnumerable<double> gaps, double[] output) => output.Sum(Math.Abs) is var world and > 0 ? gaps.Sum(Math.Abs) / world : null;

    private static ScaleVerdict ScaleOf(InputOutputTable table, double valueAdded)
    {
        if (table.Countries.Count < LeastWorld || !table.Countries.Any(c => c.RestOfWorld) || table.Descriptor.Currency is not ("USD" or "EUR"))
        {
            return ScaleVerdict.NotJudged;
        }

        string[] words = table.Descriptor.Unit.Split(' ');
        double factor = words.Length < 2 ? 1 : words[1] switch { "thousand" => 1e3, "million" => 1e6, _ => 1e9 };
        return valueAdded * factor is >= 1e13 and <= 1e15 ? ScaleVerdict.Plausible : ScaleVerdict.Doubtful;
    }

    private static BasisCheck OnBasis(InputOutputTable table, Basis basis, double[] x, double[] used)
    {
        HashSet<Industry> absent = [.. table.Absent];
        int[] all = [.. Enumerable.Range(0, x.Length).Where(i => absent.Count == 0 || !absent.Contains(new Industry(Country(table, i), Sector(table, i))))];
        return new BasisCheck(
            basis,
            x.Sum() - used.Sum(),
            [.. all.Where(i => x[i] == 0).Select(i => new Industry(Country(table, i), Sector(table, i)))],
            [.. all.Where(i => x[i] < 0).Select(i => new IndustryAmount(Country(table, i), Sector(table, i), x[i]))],
            [.. all.Where(i => x[i] - used[i] < 0).Select(i => new IndustryAmount(Country(table, i), Sector(table, i), x[i] - used[i]))],
            [.. all.Where(i => x[i] == 0 && used[i] != 0).Select(i => new IndustryAmount(Country(table, i), Sector(table, i), used[i]))]);
    }

    private static CellCount Count(Matrix matrix)
    {
        int held = 0;
        int negative = 0;
        double total = 0;
        for (int i = 0; i < matrix.Rows; i++)
        {
            ReadOnlySpan<double> row = matrix.Row(i);
            foreach (double cell in row)
            {
                held += cell != 0 ? 1 : 0;
                negative += cell < 0 ? 1 : 0;
            }

            total += VectorMath.Sum(row);
        }

        return new CellCount(held, negative, total);
    }

    private static string Country(InputOutputTable table, int industry) => table.Countries[table.CountryOf(industry)].Code;

    private static string Sector(InputOutputTable table, int industry) => table.Sectors[table.SectorOf(industry)].Code;
}
