namespace Linchpin.Supply.Ensembles;

/// <summary>A field of a scenario that may vary: its range, and how a drawn value takes its place.</summary>
/// <param name="Name">Its name in the scenario file.</param>
/// <param name="Quantity">Its number among all that may be drawn; never reused, since draws hang on it.</param>
/// <param name="Least">The least value of the scenario file.</param>
/// <param name="Most">The greatest.</param>
internal sealed record VariedField(string Name, int Quantity, double Least, double Most)
{
    /// <summary>Draws for events start here, so many an event.</summary>
    private const int EventQuantities = 1000, EachEvent = 32;

    private static readonly (VariedField Field, Func<ScenarioSettings, double> Get, Func<ScenarioSettings, double, ScenarioSettings> Set)[] OfSettings =
    [
        (new("inventory_days", 0, 2, 3650), s => s.InventoryDays, (s, x) => s with { InventoryDays = x }),
        (new("restoration_days", 1, 1, 3650), s => s.RestorationDays, (s, x) => s with { RestorationDays = x }),
        (new("psi", 2, 1e-6, 1), s => s.Psi, (s, x) => s with { Psi = x }),
        (new("alpha_max", 3, 1, 10), s => s.AlphaMax, (s, x) => s with { AlphaMax = x }),
        (new("alpha_tau", 4, 1, 36500), s => s.AlphaTau, (s, x) => s with { AlphaTau = x }),
        (new("rebuild_tau", 5, 1, 36500), s => s.RebuildTau, (s, x) => s with { RebuildTau = x }),
        (new("capital_ratio", 6, 1e-6, 1000), s => s.CapitalRatio, (s, x) => s with { CapitalRatio = x }),
        (new("order_type", 7, 0, 1), s => (double)s.OrderType, (s, x) => s with { OrderType = (OrderType)x }),
    ];

    private static readonly (VariedField Field, Func<ScenarioEvent, bool> Has, Func<ScenarioEvent, double, ScenarioEvent> Set)[] OfEvents =
    [
        (new("share", 0, 0, 1), _ => true, (e, x) => e with { Share = x }),
        (new("start", 1, 0, 3649), _ => true, (e, x) => e with { Start = Whole(x) }),
        (new("duration", 2, 1, 3650), _ => true, (e, x) => e with { Duration = Whole(x) }),
        (new("recovery", 3, 0, 3650), e => e.Kind != EventKind.CapitalRebuild, (e, x) => e with { Recovery = Whole(x) }),
    ];

    /// <summary>Names of the settings that may vary.</summary>
    internal static IReadOnlyList<string> SettingNames { get; } = [.. OfSettings.Select(f => f.Field.Name)];

    /// <summary>Names of the numbers of an event that may vary.</summary>
    internal static IReadOnlyList<string> EventNames { get; } = [.. OfEvents.Select(f => f.Field.Name)];

    /// <summary>A setting of the model.</summary>
    internal static VariedField Setting(string name) => OfSettings.First(f => f.Field.Name == name).Field;

    /// <summary>A number of an event; <see langword="null"/> where an event of the kind has none.</summary>
    internal static VariedField? OfEvent(string name, ScenarioEvent happens)
    {
        var found = OfEvents.First(f => f.Field.Name == name);
        return !found.Has(happens) ? null : name == "share" && happens.Kind == EventKind.Demand ? found.Field with { Least = -1 } : found.Field;
    }

    /// <summary>The scenario with a drawn value in its place.</summary>
    internal static Scenario With(Scenario scenario, UncertainSetting varied, double value)
    {
        if (varied.Event is not { } number)
        {
            return scenario with { Settings = OfSettings.First(f => f.Field.Name == varied.Name).Set(scenario.Settings, value) };
        }

        var field = OfEvents.First(f => f.Field.Name == varied.Name);
        ScenarioEvent[] events = [.. scenario.Events];
        events[number - 1] = field.Set(events[number - 1], value);
        return scenario with { Events = events };
    }

    /// <summary>The number under which a varied setting is drawn.</summary>
    internal static int QuantityOf(UncertainSetting varied) => varied.Event is { } number
        ? EventQuantities + (EachEvent * number) + OfEvents.First(f => f.Field.Name == varied.Name).Field.Quantity
        : Setting(varied.Name).Quantity;

    private static int Whole(double days) => (int)Math.Round(days, MidpointRounding.AwayFromZero);
}
