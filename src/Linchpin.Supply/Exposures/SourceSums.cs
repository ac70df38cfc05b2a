using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Exposures;

/// <summary>The numerators of every exposure, for all source countries and all using industries at once: Z and L summed over each country's
/// rows.</summary>
/// <remarks>
/// <para><b>Layout:</b> each array is [country, using industry]. <b>Cost:</b> one pass over Z and L, 16 n^2 bytes read.</para>
/// <para>Face-value sums stay in money (Z, not A): the output they would be divided by is the same above and below the line. Look-through
/// sums are of H = L - I.</para>
/// </remarks>
internal sealed class SourceSums
{
    private SourceSums(int countries, int industries)
    {
        FaceAll = Rows(countries, industries);
        FaceMan = Rows(countries, industries);
        LookAll = Rows(countries, industries);
        LookMan = Rows(countries, industries);
        ValueAdded = Rows(countries, industries);
    }

    internal double[][] FaceAll { get; }

    internal double[][] FaceMan { get; }

    internal double[][] LookAll { get; }

    internal double[][] LookMan { get; }

    internal double[][] ValueAdded { get; }

    internal static SourceSums Of(LeontiefModel model, CancellationToken cancel)
    {
        InputOutputTable table = model.Table;
        int sectors = table.Sectors.Count;
        var sums = new SourceSums(table.Countries.Count, table.Industries);
        Parallel.For(0, table.Countries.Count, new ParallelOptions { CancellationToken = cancel }, country =>
        {
            for (int s = 0; s < sectors; s++)
            {
                int i = (country * sectors) + s;
                ReadOnlySpan<double> l = model.L.Row(i);
                VectorMath.AddScaled(l, model.V[i], sums.ValueAdded[country]);
                VectorMath.AddScaled(l, 1, sums.LookAll[country]);
                VectorMath.AddScaled(table.Z.Row(i), 1, sums.FaceAll[country]);
                if (table.Sectors[s].Manufacturing)
                {
                    VectorMath.AddScaled(l, 1, sums.LookMan[country]);
                    VectorMath.AddScaled(table.Z.Row(i), 1, sums.FaceMan[country]);
                }
            }

            for (int s = 0; s < sectors; s++)
            {
                int own = (country * sectors) + s;
                sums.LookAll[country][own] -= 1;
                sums.LookMan[country][own] -= table.Sectors[s].Manufacturing ? 1 : 0;
            }
        });
        return sums;
    }

    private static double[][] Rows(int countries, int industries) => [.. Enumerable.Range(0, countries).Select(_ => new double[industries])];
}
