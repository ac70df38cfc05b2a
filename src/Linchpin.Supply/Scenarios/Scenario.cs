namespace Linchpin.Supply;

/// <summary>A disruption to be simulated: settings of the model and what happens when.</summary>
/// <param name="Title">What it is, in words.</param>
/// <param name="Settings">The model's settings.</param>
/// <param name="Events">What happens; at least one.</param>
public sealed record Scenario(string Title, ScenarioSettings Settings, IReadOnlyList<ScenarioEvent> Events)
{
    /// <summary>What the numbers stand for and what is assumed, in words; <see langword="null"/> where the file says nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Where the events and their sizes come from, one source an entry, in the file's words.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What an ensemble of the scenario varies; <see langword="null"/> where the file does not say. A single run does not look at it.</summary>
    public Uncertainty? Uncertainty { get; init; }

    /// <summary>The events in words, parted by semicolons.</summary>
    public string EventWords => Scenarios.CanonicalScenario.Events(this);

    /// <summary>The settings in words, every one.</summary>
    public string SettingWords => Scenarios.CanonicalScenario.Settings(Settings);

    /// <summary>SHA-256 of settings and events in their canonical form, lower-case hex: standards filled in, title and notes left out. The same scenario has the
    /// same hash whatever its file looks like.</summary>
    public string Hash => Scenarios.CanonicalScenario.Hash(this);

    /// <summary>Reads a scenario file; the form is in docs/scenarios.md.</summary>
    /// <exception cref="Claims.FaultException"><c>supply.file-missing</c>, <c>supply.scenario-invalid</c>, <c>supply.event-invalid</c>, <c>supply.uncertainty-invalid</c></exception>
    public static Scenario Read(string path) => Scenarios.ScenarioReader.Read(path);

    /// <summary>Reads the text of a scenario file.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="place">What it is called in a fault, and its title where it has none.</param>
    /// <exception cref="Claims.FaultException"><c>supply.scenario-invalid</c>, <c>supply.event-invalid</c>, <c>supply.uncertainty-invalid</c></exception>
    public static Scenario Parse(ReadOnlyMemory<byte> json, string place) => Scenarios.ScenarioReader.Parse(json, place);
}
