namespace Linchpin.Supply;

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
