using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Positions;

/// <summary>Upstreamness and downstreamness of every industry from the one Leontief inverse.</summary>
/// <remarks>
/// <para>B = inv(diag x) A diag x, so inv(I - B) 1 = inv(diag x) L x: no second inverse is needed. An industry that uses inputs and makes
/// nothing has U = 1 and
/// no column in A; what is sold to it is added to x before L is applied, so that the identity holds for it too.</para>
/// </remarks>
internal static class PositionCalculation
{
    internal static IndustryPositions Of(LeontiefModel model)
    {
        InputOutputTable table = model.Table;
        int n = table.Industries;
        double[] weights = Weights(model);
        double[] columns = GrossOutput.ColumnSums(model.L);
        return new IndustryPositions(table, model.Basis, [.. Enumerable.Range(0, n).Select(Row)]);

        IndustryPosition Row(int i)
        {
            double x = model.X[i];
            (string country, string sector) = (table.Countries[table.CountryOf(i)].Code, table.Sectors[table.SectorOf(i)].Code);
            return x == 0 ? new IndustryPosition(country, sector, 0, null, null, null)
                : new IndustryPosition(country, sector, x, VectorMath.Dot(model.L.Row(i), weights) / x, columns[i], model.V[i]);
        }
    }

    /// <summary>x by industry, with what an industry without output buys added to its suppliers.</summary>
    internal static double[] Weights(LeontiefModel model)
    {
        double[] weights = [.. model.X];
        int[] idle = [.. Enumerable.Range(0, weights.Length).Where(j => model.X[j] == 0 && model.Used[j] != 0)];
        for (int i = 0; i < weights.Length && idle.Length > 0; i++)
        {
            weights[i] += idle.Sum(j => model.Table.Z[i, j]);
        }

        return weights;
    }
}
