using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>Reads a scenario from JSON, every field known and in its range.</summary>
internal static class ScenarioReader
{
    private const int MostBytes = 1 << 20;

    internal static Scenario Read(string path) => File.Exists(path) ? Parse(TableFile.ReadSmall(path, MostBytes), Path.GetFileName(path))
        : throw SupplyFaults.FileMissing.Because(
            Directory.Exists(path) ? $"'{Shown.Short(path, 300)}' is a folder." : $"'{Shown.Short(path, 300)}' does not exist.",
            remedy: "Give the path of a scenario file; docs/scenarios.md shows one.");

    internal static Scenario Parse(ReadOnlyMemory<byte> json, string place)
    {
        // A mark of UTF-8 at the start is what some editors write, and no part of JSON.
        json = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var read = new Fields(document.RootElement, place, SupplyFaults.ScenarioInvalid);
            read.Only("the scenario", [.. ScenarioForm.Top, .. ScenarioForm.Settings]);
            if (read.Optional("format") is { } format && format != ScenarioForm.Format)
            {
                throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{ScenarioForm.Format}'.");
            }

            ScenarioSettings settings = Settings(read);
            IReadOnlyList<Fields> events = read.Objects("events");
            if (events.Count is < 1 or > ScenarioForm.MostEvents)
            {
                throw read.Bad($"\"events\" has {events.Count} events; from 1 to {ScenarioForm.MostEvents} are wanted.");
            }

            ScenarioEvent[] happens = [.. events.Select((e, i) => EventReader.Read(e.At($"{place}, event {i + 1}", SupplyFaults.EventInvalid), settings.Steps))];
            return new Scenario(read.Optional("title") ?? place, settings, happens)
            {
                Uncertainty = read.Has("uncertainty") ? Ensembles.UncertaintyReader.Read(read.Object("uncertainty"), happens) : null,
                Note = read.Optional("note"),
                Sources = read.Has("sources") ? read.StringOrStrings("sources") : [],
            };
        }
        catch (JsonException e)
        {
            throw SupplyFaults.ScenarioInvalid.Because($"Not JSON as it is read here: {Shown.Short(e.Message, 160)}", $"{place}, line {e.LineNumber + 1}", inner: e);
        }
    }

    /// <summary>Settings under "settings" or beside "events", not in both places.</summary>
    private static ScenarioSettings Settings(Fields top)
    {
        Fields read = top;
        if (top.Has("settings"))
        {
            if (ScenarioForm.Settings.FirstOrDefault(top.Has) is { } twice)
            {
                throw top.Bad($"\"{twice}\" stands beside \"settings\"; settings stand in one place, under \"settings\" or beside \"events\".");
            }

            read = top.Object("settings");
            read.Only("\"settings\"", ScenarioForm.Settings);
        }

        var settings = new ScenarioSettings
        {
            OrderType = read.Word("order_type", ScenarioForm.Orders, OrderType.ByCapacity),
            Mode = read.Word("mode", ScenarioForm.Modes, ModelMode.Corrected),
        };
        foreach (NumberSetting number in ScenarioForm.Numbers)
        {
            double standard = number.Of(settings);
            settings = number.With(settings, number.Whole
                ? read.Whole(number.Name, (int)number.Least, (int)number.Most, (int)standard) : read.Number(number.Name, number.Least, number.Most, standard));
        }

        return settings;
    }
}
