using Linchpin.Claims;
using Linchpin.Starter;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary>The scenarios that come with the program, by name: the file's name without <c>.json</c>.</summary>
internal static class ShippedScenarios
{
    private static string Folder => StarterRecord.ScenarioFolder;

    /// <summary>The names, in order.</summary>
    internal static IReadOnlyList<string> Names => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Reads a scenario: the file of that path, or else the shipped scenario of that name.</summary>
    /// <exception cref="FaultException"><c>supply.file-missing</c> with the shipped names, and the faults of <see cref="Scenario.Read"/>.</exception>
    internal static Scenario Read(string fileOrName)
    {
        if (!File.Exists(fileOrName) && Names.Contains(fileOrName))
        {
            return Scenario.Read(Path.Combine(Folder, fileOrName + ".json"));
        }

        try
        {
            return Scenario.Read(fileOrName);
        }
        catch (FaultException e) when (e.Fault.Kind.Code == "supply.file-missing")
        {
            throw e.Fault.Kind.Because(e.Fault.Cause, e.Fault.Place, $"Give the path of a scenario file (docs/scenarios.md shows one), or one of these names: {string.Join(", ", Names)}.", e);
        }
    }
}
