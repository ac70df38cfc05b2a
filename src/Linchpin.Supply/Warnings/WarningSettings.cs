namespace Linchpin.Supply;

/// <summary>How early warning on monthly trade decides what to raise.</summary>
/// <remarks>The standard settings are general: none was fitted to a product, country or episode. docs/warnings.md says how often they raise
/// something on quiet series.</remarks>
public sealed record WarningSettings
{
    /// <summary>The settings used where none are given.</summary>
    public static WarningSettings Standard { get; } = new();

    /// <summary>The share of false ones to expect among the warnings raised (Benjamini and Hochberg 1995), over all that is watched in a
    /// month. From 0 to 1; 0.10.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.10;

    /// <summary>The probability by chance that a warning may have at most, whatever else is raised in the month. From 0 to 1; 0.005.</summary>
    public double MostProbability { get; init; } = 0.005;

    /// <summary>The relative change that a warning must reach: 0.3 is 30 %.</summary>
    public double LeastChange { get; init; } = 0.30;

    /// <summary>The share of the importer's trade in the product that a flow must have had in the twelve months before. From 0 to 1; 0.02.
    /// Where an importer reports nothing itself, the share is of what the exporter sends to all importers.</summary>
    public double LeastShare { get; init; } = 0.02;

    /// <summary>The value a month, in the currency of the data, that a flow must be expected to have; 10,000.</summary>
    public double LeastValue { get; init; } = 10_000;

    /// <summary>Months with trade that the 24 months before must hold; 18. With fewer a series is not steady enough to be watched.</summary>
    public int LeastMonths { get; init; } = 18;

    /// <summary>The least standard deviation believed of a monthly flow, in logarithms; 0.10, which is about 10 %.</summary>
    public double NoiseFloor { get; init; } = 0.10;

    /// <summary>Degrees of freedom of Student's t, by which a distance becomes a probability, with 24 or more months to judge the noise by;
    /// in proportion fewer with fewer months. 5: monthly trade has heavier tails than the normal distribution.</summary>
    public double TailDegrees { get; init; } = 5;
}
