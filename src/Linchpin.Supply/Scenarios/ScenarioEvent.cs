namespace Linchpin.Supply;

/// <summary>Something that happens in a scenario. Days count from 0; an event is in full force for <c>Duration</c> days from <c>Start</c> and
/// fades over <c>Recovery</c> days after them.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Target">Where: countries, a colon and sectors, as <c>CHN:c14</c> or <c>CHN,TWN:c3-c16</c>; several parted by semicolons;
/// <c>all</c> on either side.</param>
/// <param name="Share">How much, from 0 to 1: the part of capacity, capital or deliveries that is cut; for a quota the ceiling as a part of the
/// deliveries before; for a stock release the part of a day's use that is released a day; for demand a shift from -1 to 1, a fall negative.
/// Not used by a tariff.</param>
/// <param name="Start">First day, from 0.</param>
/// <param name="Duration">Days in full force, at least 1.</param>
/// <param name="Recovery">Days of recovery after it; 0 for at once. Not used by capital-rebuild, which recovers as it is rebuilt.</param>
/// <param name="To">For an export ban, quota or tariff the countries that receive, for a stock release those that may draw on it: codes
/// parted by commas, or <c>all</c>; <see langword="null"/> for a release to the holder itself.</param>
/// <param name="RebuildSectors">For capital-rebuild, the sectors that rebuild with their shares, which add up to 1.</param>
public sealed record ScenarioEvent(
    EventKind Kind,
    string Target,
    double Share,
    int Start,
    int Duration,
    int Recovery = 0,
    string? To = null,
    IReadOnlyDictionary<string, double>? RebuildSectors = null)
{
    /// <summary>How the event fades over its recovery.</summary>
    public RecoveryShape RecoveryShape { get; init; } = RecoveryShape.Linear;

    /// <summary>For an export ban or quota, whether deliveries of the same sectors in the other direction fall under it too: a strait that is closed.</summary>
    public bool BothWays { get; init; }

    /// <summary>For an export ban, quota or tariff, the part from 0 to 1 of the final demand kept out that turns to the sector's other suppliers;
    /// the rest is lost. Inputs always turn to other suppliers, as far as there are any and orders follow capacity.</summary>
    public double Diverted { get; init; }

    /// <summary>For a tariff, the ad valorem rate: 0.25 for 25 per cent of the price.</summary>
    public double? Rate { get; init; }

    /// <summary>For a tariff, the elasticity of the quantity bought from the taxed origin to its price, as a positive number: demand is multiplied by
    /// (1 + rate)^-elasticity.</summary>
    public double? Elasticity { get; init; }

    /// <summary>For a stock release, the stock in days of the drawers' use before, released evenly over the duration; <see langword="null"/> where
    /// <see cref="Share"/> states the part of a day's use.</summary>
    public double? Days { get; init; }

    /// <summary>For a stock release, who may draw on it: production, final demand, or both.</summary>
    public Flows Flows { get; init; } = Flows.Both;
}

/// <summary>Kinds of event.</summary>
public enum EventKind
{
    /// <summary><c>capacity-loss</c>: production capacity is cut.</summary>
    CapacityLoss,

    /// <summary><c>capital-recover</c>: capital is lost for a time and comes back without being rebuilt.</summary>
    CapitalRecover,

    /// <summary><c>capital-rebuild</c>: capital is destroyed, and rebuilding it is a demand on other industries.</summary>
    CapitalRebuild,

    /// <summary><c>export-ban</c>: a part of the target's deliveries to other countries is cut.</summary>
    ExportBan,

    /// <summary><c>quota</c>: the target's deliveries to another country may not exceed a part of those before.</summary>
    Quota,

    /// <summary><c>tariff</c>: demand for the target's products in other countries falls by price and elasticity.</summary>
    Tariff,

    /// <summary><c>demand</c>: final demand of the target country for products of the target sectors, from every source, shifts.</summary>
    Demand,

    /// <summary><c>stock-release</c>: a country gives products out of a stockpile to those who lack them.</summary>
    StockRelease,
}

/// <summary>How the force of an event falls over its recovery, from 1 to 0; u is the part of the recovery that is over.</summary>
public enum RecoveryShape
{
    /// <summary><c>linear</c>: 1 - u.</summary>
    Linear,

    /// <summary><c>exponential</c>: fast at first: (0.01^u - 0.01) / 0.99.</summary>
    Exponential,

    /// <summary><c>concave</c>: slow at first: 1 - u².</summary>
    Concave,

    /// <summary><c>s-shaped</c>: slow at both ends: 1 - 3u² + 2u³.</summary>
    SShaped,

    /// <summary><c>step</c>: in full force to the end of the recovery, then gone at once.</summary>
    Step,

    /// <summary><c>none</c>: gone at once when the duration is over; there is no recovery.</summary>
    None,
}
