using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Leontief;

/// <summary>Gross exports by industry: its flows to other regions, for their production and for their final demand. In the table's unit.</summary>
internal sealed class GrossExports
{
    private GrossExports(double[] intermediate, double[] final)
    {
        Intermediate = intermediate;
        Final = final;
    }

    /// <summary>Sold to the production of other regions.</summary>
    internal double[] Intermediate { get; }

    /// <summary>Sold to the final demand of other regions.</summary>
    internal double[] Final { get; }

    internal double this[int industry] => Intermediate[industry] + Final[industry];

    internal static GrossExports Of(InputOutputTable table)
    {
        int n = table.Industries;
        int sectors = table.Sectors.Count;
        int categories = table.Categories.Count;
        double[] intermediate = new double[n];
        double[] final = new double[n];
        for (int i = 0; i < n; i++)
        {
            int country = table.CountryOf(i);
            intermediate[i] = Outside(table.Z.Row(i), country * sectors, sectors);
            final[i] = Outside(table.Y.Row(i), country * categories, categories);
        }

        return new GrossExports(intermediate, final);
    }

    // The two sides are added apart from the home block: taking home from the whole would lose digits.
    private static double Outside(ReadOnlySpan<double> row, int home, int width) => VectorMath.Sum(row[..home]) + VectorMath.Sum(row[(home + width)..]);
}
