using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Publishing;

/// <summary>Value added of each region in the table's year: the sum of its rows less its columns of intermediate use, on the basis rowsum.</summary>
/// <remarks><b>Unit:</b> the table's unit a year. <b>Cost:</b> one pass over Z; no inverse is made.</remarks>
internal static class ValueAddedByRegion
{
    internal static Dictionary<string, double> Of(InputOutputTable table)
    {
        double[] added = new double[table.Countries.Count];
        double[] inputs = new double[table.Industries];
        for (int i = 0; i < table.Industries; i++)
        {
            added[table.CountryOf(i)] += VectorMath.Sum(table.Z.Row(i)) + VectorMath.Sum(table.Y.Row(i));
            VectorMath.AddScaled(table.Z.Row(i), 1, inputs);
        }

        for (int j = 0; j < inputs.Length; j++)
        {
            added[table.CountryOf(j)] -= inputs[j];
        }

        return table.Countries.Select((c, i) => (c.Code, Added: added[i])).ToDictionary(c => c.Code, c => c.Added, StringComparer.Ordinal);
    }

    /// <summary>The part that a loss is; <see langword="null"/> where there is no value added.</summary>
    internal static double? Part(double loss, double of) => of == 0 ? null : loss / of;
}
