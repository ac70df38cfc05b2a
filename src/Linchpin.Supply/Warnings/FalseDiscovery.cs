namespace Linchpin.Supply.Warnings;

/// <summary>Multiplicity: of all that is watched in a month, some series are far out by chance.</summary>
internal static class FalseDiscovery
{
    /// <summary>Adjusted probabilities (q): raising everything with q at or under a rate keeps the expected share of false ones among those
    /// raised at or under that rate (Benjamini and Hochberg 1995). In the order given.</summary>
    internal static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        int n = probabilities.Count;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => probabilities[i])];
        double[] adjusted = new double[n];
        double least = 1;
        for (int rank = n; rank >= 1; rank--)
        {
            int i = order[rank - 1];
            least = Math.Min(least, probabilities[i] * ((double)n / rank));
            adjusted[i] = least;
        }

        return adjusted;
    }
}
