namespace Linchpin.Supply.Warnings;

/// <summary>One series held against its baseline in one month, before it is known what else was watched.</summary>
/// <param name="Flow">The flow.</param>
/// <param name="Measure">Its figure.</param>
/// <param name="Month">The month.</param>
/// <param name="Side">-1 for a fall, +1 for a rise.</param>
/// <param name="Kind">What it would be raised as.</param>
/// <param name="Expectation">What the months before led one to expect.</param>
/// <param name="Seen">The amount; <see langword="null"/> for no row.</param>
/// <param name="Z">Distance on the side.</param>
/// <param name="Probability">How often chance gives as much.</param>
internal sealed record SeriesTest(
    WatchedFlow Flow, TradeMeasure Measure, int Month, int Side, WarningKind Kind, Expectation Expectation, double? Seen, double Z, double Probability)
{
    /// <summary>The probability adjusted for the month's family.</summary>
    internal double Q { get; set; } = 1;

    /// <summary>How many months the figure stands for: 1, or 3 for the mean of three months that end with <see cref="Month"/>.</summary>
    internal int Over { get; init; } = 1;

    /// <summary>How many were tested in the family.</summary>
    internal int Family { get; set; }

    internal double Expected => Math.Exp(Expectation.Nearer(Side));

    /// <summary>Relative change; -1 for a missing row.</summary>
    internal double Change => ((Seen ?? 0) / Expected) - 1;

    /// <summary>Probability of a distance, with heavier tails the fewer months the noise is judged by.</summary>
    internal static double Chance(double z, int months, WarningSettings settings) =>
        Exceedance.Student(z, settings.TailDegrees * Math.Min(1, months / 24.0));

    /// <summary>The logarithm to compare with: a recorded zero counts as a hundredth of what was expected, as its logarithm is without end.</summary>
    internal static double LogOf(double seen, Expectation expected, int side) => seen > 0 ? Math.Log(seen) : expected.Nearer(side) + Math.Log(0.01);
}
