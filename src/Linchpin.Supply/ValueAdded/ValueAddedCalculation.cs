using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.ValueAdded;

/// <summary>Value added by origin in the exports of every country: one pass over L, 8 n^2 bytes read.</summary>
internal static class ValueAddedCalculation
{
    /// <summary>One measure for each exporter asked for, in their order.</summary>
    internal static IReadOnlyList<ValueAddedInExports> Of(LeontiefModel model, IReadOnlyList<int> exporters)
    {
        InputOutputTable table = model.Table;
        int sectors = table.Sectors.Count;
        GrossExports exports = GrossExports.Of(table);
        double[] e = [.. Enumerable.Range(0, table.Industries).Select(i => exports[i])];
        double[,] added = new double[table.Countries.Count, exporters.Count];
        for (int i = 0; i < table.Industries; i++)
        {
            ReadOnlySpan<double> row = model.L.Row(i);
            for (int k = 0; k < exporters.Count; k++)
            {
                int first = exporters[k] * sectors;
                added[table.CountryOf(i), k] += model.V[i] * VectorMath.Dot(row.Slice(first, sectors), e.AsSpan(first, sectors));
            }
        }

        return [.. exporters.Select((c, k) => One(model, c, VectorMath.Sum(e.AsSpan(c * sectors, sectors)), o => added[o, k]))];
    }

    private static ValueAddedInExports One(LeontiefModel model, int exporter, double gross, Func<int, double> added) => new(
        model.Table, model.Basis, model.Table.Countries[exporter].Code, gross,
        [.. model.Table.Countries.Select((c, o) => new OriginOfExports(c.Code, c.RestOfWorld, added(o), gross == 0 ? null : added(o) / gross))]);
}
