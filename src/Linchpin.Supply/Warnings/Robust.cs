namespace Linchpin.Supply.Warnings;

/// <summary>Medians, and scales from medians: a month that is far out moves neither.</summary>
internal static class Robust
{
    /// <summary>Makes a median absolute deviation estimate the standard deviation of normal errors: 1 / 0.67449 (Rousseeuw and Croux 1993).</summary>
    private const double Consistency = 1.482602218505602;

    /// <summary>The median; NaN of nothing.</summary>
    internal static double Median(List<double> numbers)
    {
        if (numbers.Count == 0)
        {
            return double.NaN;
        }

        double[] sorted = [.. numbers];
        Array.Sort(sorted);
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>The scaled median absolute deviation about a centre.</summary>
    internal static double Scale(List<double> numbers, double centre) => Consistency * Median([.. numbers.Select(n => Math.Abs(n - centre))]);
}
