using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tiers;

/// <summary>Forms the two tiers in one reading of Z.</summary>
internal static class TierCalculation
{
    internal static SupplyTiers Of(InputOutputTable table, Basis basis, int user, IReadOnlyList<int> sectors, CancellationToken cancel)
    {
        double[] x = Leontief.GrossOutput.Of(table, basis);
        int countries = table.Countries.Count;
        int[] columns = [.. sectors.Select(s => (user * table.Sectors.Count) + s)];
        double[] part = new double[table.Industries];
        double[] direct = new double[table.Industries];
        for (int i = 0; i < direct.Length; i++)
        {
            foreach (int j in columns)
            {
                direct[i] += table.Z[i, j];
            }

            part[i] = x[i] == 0 ? 0 : direct[i] / x[i];
        }

        double[,] second = new double[countries, countries];
        for (int k = 0; k < direct.Length; k++)
        {
            cancel.ThrowIfCancellationRequested();
            ReadOnlySpan<double> row = table.Z.Row(k);
            for (int r = 0; r < countries; r++)
            {
                int first = r * table.Sectors.Count;
                second[table.CountryOf(k), r] += VectorMath.Dot(row.Slice(first, table.Sectors.Count), part.AsSpan(first, table.Sectors.Count));
            }
        }

        string Code(int c) => table.Countries[c].Code;
        return new SupplyTiers(
            table, basis, Code(user), [.. sectors.Select(s => table.Sectors[s].Code)],
            [.. Enumerable.Range(0, countries).Select(r =>
            {
                double amount = direct.AsSpan(r * table.Sectors.Count, table.Sectors.Count).ToArray().Sum();
                return new FirstTier(Code(r), amount, amount - Enumerable.Range(0, countries).Sum(q => second[q, r]));
            })],
            [.. from q in Enumerable.Range(0, countries) from r in Enumerable.Range(0, countries) where second[q, r] != 0 select new SecondTier(Code(q), Code(r), second[q, r])]);
    }
}
