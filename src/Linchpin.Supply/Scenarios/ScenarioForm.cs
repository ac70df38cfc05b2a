namespace Linchpin.Supply.Scenarios;

/// <summary>The words, fields and bounds of a scenario file. The reader, the check of scenarios made in code and data/scenario.schema.json have the same.</summary>
internal static class ScenarioForm
{
    internal const string Format = "linchpin-scenario/1";
    internal const int MostEvents = 100;
    internal const int MostSteps = 3650;

    /// <summary>Fields of the file besides settings.</summary>
    internal static readonly string[] Top = ["$schema", "format", "title", "note", "sources", "settings", "events", "uncertainty"];

    /// <summary>Settings that are numbers.</summary>
    internal static readonly NumberSetting[] Numbers =
    [
        new("inventory_days", 2, 3650, s => s.InventoryDays, (s, v) => s with { InventoryDays = v }),
        new("restoration_days", 1, 3650, s => s.RestorationDays, (s, v) => s with { RestorationDays = v }),
        new("psi", 1e-6, 1, s => s.Psi, (s, v) => s with { Psi = v }),
        new("alpha_max", 1, 10, s => s.AlphaMax, (s, v) => s with { AlphaMax = v }),
        new("alpha_tau", 1, 36500, s => s.AlphaTau, (s, v) => s with { AlphaTau = v }),
        new("rebuild_tau", 1, 36500, s => s.RebuildTau, (s, v) => s with { RebuildTau = v }),
        new("capital_ratio", 1e-6, 1000, s => s.CapitalRatio, (s, v) => s with { CapitalRatio = v }),
        new("steps", 1, MostSteps, s => s.Steps, (s, v) => s with { Steps = (int)v }, Whole: true),
    ];

    internal static readonly (string Word, OrderType Type)[] Orders = [("alt", OrderType.ByCapacity), ("noalt", OrderType.ByInitialShare)];

    internal static readonly (string Word, ModelMode Mode)[] Modes = [("corrected", ModelMode.Corrected), ("compatible", ModelMode.Compatible)];

    /// <summary>All settings by name.</summary>
    internal static readonly string[] Settings = ["order_type", "mode", .. Numbers.Select(n => n.Name)];

    /// <summary>Fields that every event may have.</summary>
    internal static readonly string[] EveryEvent = ["kind", "target", "start", "duration", "note", "source"];

    /// <summary>Kinds of event with the fields of their own; a name with a question mark may be left out.</summary>
    internal static readonly (string Word, EventKind Kind, string[] Fields)[] Kinds =
    [
        ("capacity-loss", EventKind.CapacityLoss, ["share", "recovery?", "recovery_shape?"]),
        ("capital-recover", EventKind.CapitalRecover, ["share", "recovery?", "recovery_shape?"]),
        ("capital-rebuild", EventKind.CapitalRebuild, ["share", "rebuild_sectors", "recovery?"]),
        ("export-ban", EventKind.ExportBan, ["share", "to?", "both_ways?", "diverted?", "recovery?", "recovery_shape?"]),
        ("quota", EventKind.Quota, ["share", "to?", "both_ways?", "diverted?", "recovery?", "recovery_shape?"]),
        ("tariff", EventKind.Tariff, ["rate", "elasticity", "diverted", "to", "recovery?", "recovery_shape?"]),
        ("demand", EventKind.Demand, ["share", "recovery?", "recovery_shape?"]),
        ("stock-release", EventKind.StockRelease, ["share?", "days?", "to?", "flows?", "recovery?", "recovery_shape?"]),
    ];

    internal static readonly (string Word, RecoveryShape Shape)[] Shapes =
    [
        ("linear", RecoveryShape.Linear), ("exponential", RecoveryShape.Exponential), ("concave", RecoveryShape.Concave),
        ("s-shaped", RecoveryShape.SShaped), ("step", RecoveryShape.Step), ("none", RecoveryShape.None),
    ];

    internal static string Word(EventKind kind) => Kinds.First(k => k.Kind == kind).Word;

    internal static string Word(RecoveryShape shape) => Shapes.First(s => s.Shape == shape).Word;

    internal static string Word(OrderType type) => Orders.First(o => o.Type == type).Word;

    internal static string Word(ModelMode mode) => Modes.First(m => m.Mode == mode).Word;

    /// <summary>What is out of bounds in the settings, in words; <see langword="null"/> where nothing is.</summary>
    internal static string? Wrong(ScenarioSettings settings) => Numbers
        .Select(n => Outside(n.Name, n.Of(settings), n.Least, n.Most)).FirstOrDefault(w => w is not null);

    /// <summary>What is out of bounds in an event, in words; <see langword="null"/> where nothing is.</summary>
    internal static string? Wrong(ScenarioEvent e, int steps)
    {
        bool release = e.Kind == EventKind.StockRelease;
        string? wrong = (e.Kind == EventKind.Tariff ? null : Outside("share", e.Share, e.Kind == EventKind.Demand ? -1 : 0, 1))
            ?? Outside("start", e.Start, 0, MostSteps - 1) ?? Outside("duration", e.Duration, 1, MostSteps) ?? Outside("recovery", e.Recovery, 0, MostSteps)
            ?? Outside("diverted", e.Diverted, 0, 1)
            ?? (e.Kind == EventKind.Tariff ? Outside("rate", e.Rate ?? double.NaN, 0, 100) ?? Outside("elasticity", e.Elasticity ?? double.NaN, 0, 100) : null)
            ?? (release && e.Days is { } days ? Outside("days", days, 0, MostSteps) : null);
        return wrong ?? (e.Start >= steps ? FormattableString.Invariant($"\"start\" is day {e.Start}, and the run has days 0 to {steps - 1}.")
            : e.RecoveryShape == RecoveryShape.None && e.Recovery > 0 ? FormattableString.Invariant($"\"recovery_shape\" is none, and \"recovery\" is {e.Recovery} days: one contradicts the other.")
            : release && e.Days is not null && e.Share != 0 ? "A stock release states \"share\" or \"days\", not both."
            : e.Kind == EventKind.CapitalRebuild ? Rebuild(e)
            : e.To is null && e.Kind is EventKind.ExportBan or EventKind.Quota or EventKind.Tariff ? "\"to\" is missing: the countries that receive." : null);
    }

    private static string? Rebuild(ScenarioEvent e)
    {
        double sum = (e.RebuildSectors ?? new Dictionary<string, double>()).Values.Sum();
        return e.Recovery != 0 ? "\"recovery\" does not go with capital-rebuild: it recovers as it is rebuilt."
            : Math.Abs(sum - 1) <= 1e-9 ? null : FormattableString.Invariant($"\"rebuild_sectors\" add up to {sum:R} and not to 1.");
    }

    private static string? Outside(string name, double value, double least, double most) => value >= least && value <= most ? null
        : FormattableString.Invariant($"\"{name}\" is {value}; a number from {least} to {most} is wanted.");
}

/// <summary>A setting that is a number: its name, its bounds, and where it stands.</summary>
internal sealed record NumberSetting(
    string Name, double Least, double Most, Func<ScenarioSettings, double> Of, Func<ScenarioSettings, double, ScenarioSettings> With, bool Whole = false);
