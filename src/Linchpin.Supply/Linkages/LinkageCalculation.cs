using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;
using Linchpin.Supply.Positions;

namespace Linchpin.Supply.Linkages;

/// <summary>Linkages of every industry from the one Leontief inverse: two passes over L and one over Z.</summary>
internal static class LinkageCalculation
{
    internal static IndustryLinkages Of(LeontiefModel model)
    {
        InputOutputTable table = model.Table;
        int n = table.Industries;
        int sectors = table.Sectors.Count;
        double[] weights = PositionCalculation.Weights(model);
        double[] backward = GrossOutput.ColumnSums(model.L);
        double[] home = new double[n];
        double[] forward = new double[n];
        double[] forwardHome = new double[n];
        double[] rows = new double[n];
        for (int i = 0; i < n; i++)
        {
            int first = table.CountryOf(i) * sectors;
            ReadOnlySpan<double> l = model.L.Row(i);
            VectorMath.AddScaled(l.Slice(first, sectors), 1, home.AsSpan(first, sectors));
            forward[i] = Over(VectorMath.Dot(l, weights), model.X[i]);
            forwardHome[i] = Over(VectorMath.Dot(l.Slice(first, sectors), weights.AsSpan(first, sectors)), model.X[i]);
            rows[i] = VectorMath.Sum(l);
        }

        double[] variation = Variation(model.L, backward);
        int[] active = [.. Enumerable.Range(0, n).Where(i => model.X[i] != 0)];
        double meanBackward = active.Average(i => backward[i]);
        double meanForward = active.Average(i => forward[i]);
        double meanRow = active.Average(i => rows[i]);
        return new IndustryLinkages(table, model.Basis, [.. Enumerable.Range(0, n).Select(Row)]);

        IndustryLinkage Row(int i)
        {
            double x = model.X[i];
            (string country, string sector) = (table.Countries[table.CountryOf(i)].Code, table.Sectors[table.SectorOf(i)].Code);
            return x == 0 ? new IndustryLinkage(country, sector, 0, null, null, null, null, null, null, null, null, null, null)
                : new IndustryLinkage(
                    country, sector, x, model.Used[i] / x, backward[i], home[i], VectorMath.Sum(table.Z.Row(i)) / x, forward[i], forwardHome[i],
                    backward[i] / meanBackward, forward[i] / meanForward, rows[i] / meanRow, variation[i]);
        }
    }

    private static double Over(double sum, double x) => x == 0 ? 0 : sum / x;

    /// <summary>Standard deviation of each column of L (n - 1 below) over its mean.</summary>
    private static double[] Variation(Matrix l, double[] sums)
    {
        int n = l.Rows;
        double[] means = [.. sums.Select(s => s / n)];
        double[] squares = new double[n];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = l.Row(i);
            for (int j = 0; j < n; j++)
            {
                double apart = row[j] - means[j];
                squares[j] += apart * apart;
            }
        }

        return [.. squares.Select((s, j) => n == 1 ? 0 : Math.Sqrt(s / (n - 1)) / means[j])];
    }
}
