using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>What an ensemble gave: bands, not lines.</summary>
/// <remarks>
/// <para><b>Unit:</b> the table's, for sums over all days; the table's a day, for days. A loss is positive; overproduction makes it negative.</para>
/// <para><b>Basis:</b> that of <see cref="Simulation"/>.</para>
/// </remarks>
/// <param name="Design">What was run.</param>
/// <param name="Done">Runs that were done; fewer than asked for where the ensemble was stopped.</param>
/// <param name="Regions">Losses by region, in the table's order.</param>
/// <param name="World">Losses of all regions.</param>
/// <param name="Shortage">Final demand of all days that was not met.</param>
/// <param name="Peak">The world's loss of value added on its worst day.</param>
/// <param name="PeakDay">That day.</param>
/// <param name="Industries">Value added lost by industry over all days, the greatest median first; industries without output are left out.</param>
/// <param name="Sectors">Value added lost by sector in all regions, in the table's order.</param>
/// <param name="Drivers">For each thing that varies, how far it moves the world's loss, the strongest first.</param>
public sealed record Ensemble(
    EnsembleDesign Design,
    int Done,
    IReadOnlyList<RegionBands> Regions,
    RegionBands World,
    Band Shortage,
    Band Peak,
    Band PeakDay,
    IReadOnlyList<IndustryBand> Industries,
    IReadOnlyList<(string Sector, Band ValueAdded)> Sectors,
    IReadOnlyList<Driver> Drivers)
{
    /// <summary>Industries of a range or of <c>all</c> that make nothing and were left out, by number of the event.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<string>> LeftOut { get; init; }

    /// <summary>The losses over which the share of runs is told, in per cent of the value added of all days.</summary>
    public static readonly IReadOnlyList<double> StandardLosses = [0.1, 0.5, 1, 5];

    /// <summary>The ensemble as one JSON object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="losses">Losses over which the share of runs is told, in per cent of the value added of all days.</param>
    /// <param name="series">Whether the bands by day are written too.</param>
    public void WriteTo(Utf8JsonWriter json, IReadOnlyList<double>? losses = null, bool series = false) =>
        Ensembles.EnsembleJson.Write(json, this, losses ?? StandardLosses, series);

    /// <summary>The bands by day as CSV: <c>step, va_loss_world_p5, …</c>, then every region.</summary>
    public void WriteSeries(TextWriter csv) => Ensembles.EnsembleJson.WriteSeries(csv, this);
}

/// <summary>How a quantity is spread over runs: quantiles by linear interpolation between the ordered values (Hyndman and Fan 1996, type 7), mean,
/// standard deviation (over n - 1; 0 for one run), extremes.</summary>
/// <param name="P5">5 % of runs are under it.</param>
/// <param name="P25">25 %.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">75 %.</param>
/// <param name="P95">95 %.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Sd">The standard deviation.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The greatest.</param>
public sealed record Band(double P5, double P25, double P50, double P75, double P95, double Mean, double Sd, double Least, double Most)
{
    /// <summary>The quantiles by name, in rising order.</summary>
    public IReadOnlyList<(string Name, double Value)> Quantiles => [("p5", P5), ("p25", P25), ("p50", P50), ("p75", P75), ("p95", P95)];
}

/// <summary>What a region loses.</summary>
/// <param name="Region">The country's code, or <c>world</c>.</param>
/// <param name="ValueAddedBefore">Value added of all days without an event, in the table's unit.</param>
/// <param name="ValueAdded">Value added lost over all days.</param>
/// <param name="Output">Gross output lost over all days.</param>
/// <param name="Days">Value added lost by day.</param>
/// <param name="Losses">Value added lost over all days, by run.</param>
/// <param name="Drivers">The squared rank correlation of each thing that varies with the region's loss, in the order of the uncertainty;
/// <see langword="null"/> where one of the two is the same in every run.</param>
public sealed record RegionBands(
    string Region, double ValueAddedBefore, Band ValueAdded, Band Output, IReadOnlyList<Band> Days, IReadOnlyList<double> Losses, IReadOnlyList<double?> Drivers)
{
    /// <summary>Share of runs, from 0 to 1, in which the region loses more than so many per cent of its value added of all days;
    /// <see langword="null"/> for a region without value added.</summary>
    public double? ShareOver(double percent) => ValueAddedBefore > 0 ? (double)Losses.Count(l => l > ValueAddedBefore * percent / 100) / Losses.Count : null;
}

/// <summary>Value added that an industry loses over all days.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="ValueAdded">The loss.</param>
public sealed record IndustryBand(string Country, string Sector, Band ValueAdded);

/// <summary>How far one thing that varies moves the world's loss of value added.</summary>
/// <param name="Setting">What varies.</param>
/// <param name="RankCorrelation">Spearman's rank correlation over the runs, ties at their mean rank; <see langword="null"/> where one of the two is the same in every run.</param>
public sealed record Driver(UncertainSetting Setting, double? RankCorrelation)
{
    /// <summary>The part of the spread of ranks that goes with it, from 0 to 1: the correlation squared. Where what varies is independent, the parts
    /// add up to at most 1, and to less where settings work together or not in one direction.</summary>
    public double? Part => RankCorrelation * RankCorrelation;
}
