namespace Linchpin.Supply;

/// <summary>A disruption to be simulated: settings of the model and what happens when.</summary>
/// <param name="Title">What it is, in words.</param>
/// <param name="Settings">The model's settings.</param>
/// <param name="Events">What happens; at least one.</param>
public sealed record Scenario(string Title, ScenarioSettings Settings, IReadOnlyList<ScenarioEvent> Events)
{
    /// <summary>Reads a scenario file; the form is in docs/scenarios.md.</summary>
    /// <exception cref="Claims.FaultException"><c>supply.file-missing</c>, <c>supply.scenario-invalid</c>, <c>supply.event-invalid</c></exception>
    public static Scenario Read(string path) => Scenarios.ScenarioReader.Read(path);
}

/// <summary>Settings of ARIO (Hallegatte 2008, 2013; the psi variant of Guan and others 2020), in daily steps; a year has 365.</summary>
public sealed record ScenarioSettings
{
    /// <summary>How users share orders among the suppliers of an input.</summary>
    public OrderType OrderType { get; init; } = OrderType.ByCapacity;

    /// <summary>Inventories of every input, in days of its use. From 2 to 3650.</summary>
    public double InventoryDays { get; init; } = 90;

    /// <summary>Days in which a gap in the inventories is to be closed. From 1 to 3650.</summary>
    public double RestorationDays { get; init; } = 60;

    /// <summary>Share of the inventory goal under which production is held back. Above 0, at most 1.</summary>
    public double Psi { get; init; } = 0.8;

    /// <summary>Most output by overproduction, as a multiple of capacity. From 1 to 10.</summary>
    public double AlphaMax { get; init; } = 1.25;

    /// <summary>Days in which overproduction comes about. From 1 to 36500.</summary>
    public double AlphaTau { get; init; } = 365;

    /// <summary>Days over which rebuilding is demanded. From 1 to 36500.</summary>
    public double RebuildTau { get; init; } = 60;

    /// <summary>Capital as a multiple of a year's value added. Above 0.</summary>
    public double CapitalRatio { get; init; } = 4;

    /// <summary>Days simulated. From 1 to 3650.</summary>
    public int Steps { get; init; } = 365;

    /// <summary>The corrected model, or the one that agrees with the reference series.</summary>
    public ModelMode Mode { get; init; } = ModelMode.Corrected;
}

/// <summary>How users share orders among the suppliers of an input.</summary>
public enum OrderType
{
    /// <summary><c>alt</c>: by the suppliers' present capacity.</summary>
    ByCapacity,

    /// <summary><c>noalt</c>: by the shares before the event.</summary>
    ByInitialShare,
}

/// <summary>Which form of the model is run.</summary>
public enum ModelMode
{
    /// <summary><c>corrected</c>: the published equations.</summary>
    Corrected,

    /// <summary><c>compatible</c>: with the numeric habits of BoARIO 0.6.3, for comparison with its series; docs/scenarios.md lists them.</summary>
    Compatible,
}

/// <summary>Something that happens in a scenario.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Target">Where: a country and its sectors, as <c>CHN:c14</c>.</param>
/// <param name="Share">How much, from 0 to 1; a shift of demand from -1 to 1, where a fall is negative.</param>
/// <param name="Start">First day, from 0.</param>
/// <param name="Duration">Days in full force, at least 1.</param>
/// <param name="Recovery">Days of linear recovery after it; 0 for at once. Not used by capital-rebuild, which recovers as it is rebuilt.</param>
/// <param name="To">For an export ban, the countries that no longer receive, parted by commas, or <c>all</c> for every other.</param>
/// <param name="RebuildSectors">For capital-rebuild, the sectors that rebuild with their shares, which add up to 1.</param>
public sealed record ScenarioEvent(
    EventKind Kind, string Target, double Share, int Start, int Duration, int Recovery, string? To, IReadOnlyDictionary<string, double> RebuildSectors);

/// <summary>Kinds of event.</summary>
public enum EventKind
{
    /// <summary><c>capacity-loss</c>: production capacity is cut.</summary>
    CapacityLoss,

    /// <summary><c>capital-recover</c>: capital is lost for a time and comes back without being rebuilt.</summary>
    CapitalRecover,

    /// <summary><c>capital-rebuild</c>: capital is destroyed, and rebuilding it is a demand on other industries.</summary>
    CapitalRebuild,

    /// <summary><c>export-ban</c>: deliveries of the target to other countries are cut.</summary>
    ExportBan,

    /// <summary><c>demand</c>: final demand of the target country for products of the target sectors, from every source, shifts.</summary>
    Demand,
}
