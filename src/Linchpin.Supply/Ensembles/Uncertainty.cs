namespace Linchpin.Supply;

/// <summary>What an ensemble varies from run to run; everything else stays as the scenario says.</summary>
/// <param name="Settings">What varies, each independent of the others; empty where every run is the scenario as it is written.</param>
/// <param name="Stated">Whether the scenario file states it; else it is the program's standard for the scenario.</param>
public sealed record Uncertainty(IReadOnlyList<UncertainSetting> Settings, bool Stated)
{
    /// <summary>The standard for a scenario that states none; docs/ensembles.md gives each distribution with its reason.</summary>
    public static Uncertainty Standard(Scenario scenario) => Ensembles.StandardUncertainty.Of(scenario);
}

/// <summary>A setting or a number of an event that varies from run to run.</summary>
/// <param name="Name">The name in the scenario file: <c>inventory_days</c>, <c>share</c>.</param>
/// <param name="Event">Number of the event from 1; <see langword="null"/> for a setting of the model.</param>
/// <param name="Distribution">How its values are spread. Days of an event are rounded to whole ones.</param>
/// <param name="Reason">Why so, in words; empty where the scenario file gives none.</param>
public sealed record UncertainSetting(string Name, int? Event, Distribution Distribution, string Reason)
{
    /// <summary><c>inventory_days</c>, or <c>event 1 share</c>.</summary>
    public string Title => Event is { } number ? FormattableString.Invariant($"event {number} {Name}") : Name;
}
