using Linchpin.Supply.Scenarios;

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
    private const string OrderTypeName = "order_type";

    private static readonly string[] SettingsInOrder = ["inventory_days", "restoration_days", "psi", "alpha_max", "alpha_tau", "rebuild_tau", "capital_ratio", OrderTypeName];

    private static readonly (VariedField Field, bool Whole, Func<ScenarioEvent, double, ScenarioEvent> Set)[] OfEvents =
    [
        (new("share", 0, 0, 1), false, (e, x) => e with { Share = x }),
        (new("start", 1, 0, ScenarioForm.MostSteps - 1), true, (e, x) => e with { Start = (int)x }),
        (new("duration", 2, 1, ScenarioForm.MostSteps), true, (e, x) => e with { Duration = (int)x }),
        (new("recovery", 3, 0, ScenarioForm.MostSteps), true, (e, x) => e with { Recovery = (int)x }),
        (new("rate", 4, 0, 100), false, (e, x) => e with { Rate = x }),
        (new("elasticity", 5, 0, 100), false, (e, x) => e with { Elasticity = x }),
        (new("diverted", 6, 0, 1), false, (e, x) => e with { Diverted = x }),
        (new("days", 7, 0, ScenarioForm.MostSteps), false, (e, x) => e with { Days = x }),
    ];

    /// <summary>Names of the settings that may vary.</summary>
    internal static IReadOnlyList<string> SettingNames => SettingsInOrder;

    /// <summary>Names of the numbers of an event that may vary.</summary>
    internal static IReadOnlyList<string> EventNames { get; } = [.. OfEvents.Select(f => f.Field.Name)];

    /// <summary>A setting of the model.</summary>
    internal static VariedField Setting(string name)
    {
        int quantity = Array.IndexOf(SettingsInOrder, name);
        return name == OrderTypeName ? new VariedField(name, quantity, 0, 1)
            : ScenarioForm.Numbers.Where(n => n.Name == name).Select(n => new VariedField(name, quantity, n.Least, n.Most)).First();
    }

    /// <summary>A number of an event; <see langword="null"/> where an event of the kind has none, or states its size in another way.</summary>
    internal static VariedField? OfEvent(string name, ScenarioEvent happens)
    {
        VariedField field = OfEvents.First(f => f.Field.Name == name).Field;
        string[] own = ScenarioForm.Kinds.First(k => k.Kind == happens.Kind).Fields;
        bool has = name is "start" or "duration" || own.Any(f => f.TrimEnd('?') == name);
        bool inDays = happens.Kind == EventKind.StockRelease && happens.Days is not null;
        return !has || (name == "share" && inDays) || (name == "days" && !inDays) || (name == "recovery" && (happens.RecoveryShape == RecoveryShape.None || happens.Kind == EventKind.CapitalRebuild)) ? null
            : name == "share" && happens.Kind == EventKind.Demand ? field with { Least = -1 } : field;
    }

    /// <summary>The scenario with a drawn value in its place.</summary>
    internal static Scenario With(Scenario scenario, UncertainSetting varied, double value)
    {
        if (varied.Event is not { } number)
        {
            ScenarioSettings settings = scenario.Settings;
            return scenario with
            {
                Settings = varied.Name == OrderTypeName ? settings with { OrderType = (OrderType)(int)value } : ScenarioForm.Numbers.First(n => n.Name == varied.Name).With(settings, value),
            };
        }

        (_, bool whole, Func<ScenarioEvent, double, ScenarioEvent> set) = OfEvents.First(f => f.Field.Name == varied.Name);
        ScenarioEvent[] events = [.. scenario.Events];
        events[number - 1] = set(events[number - 1], whole ? Math.Round(value, MidpointRounding.AwayFromZero) : value);
        return scenario with { Events = events };
    }

    /// <summary>The number under which a varied setting is drawn.</summary>
    internal static int QuantityOf(UncertainSetting varied) => varied.Event is { } number
        ? EventQuantities + (EachEvent * number) + OfEvents.First(f => f.Field.Name == varied.Name).Field.Quantity
        : Setting(varied.Name).Quantity;
}
