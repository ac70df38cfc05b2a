using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>Reads a scenario from JSON, every field known and in its range.</summary>
internal static class ScenarioReader
{
    private const int MostBytes = 1 << 20;
    private const int MostEvents = 100;
    private const string Format = "linchpin-scenario/1";

    private static readonly (string Word, EventKind Kind)[] Kinds =
    [
        ("capacity-loss", EventKind.CapacityLoss), ("capital-recover", EventKind.CapitalRecover), ("capital-rebuild", EventKind.CapitalRebuild),
        ("export-ban", EventKind.ExportBan), ("demand", EventKind.Demand),
    ];

    internal static string Word(EventKind kind) => Kinds.First(k => k.Kind == kind).Word;

    internal static Scenario Read(string path) => File.Exists(path) ? Parse(TableFile.ReadSmall(path, MostBytes), Path.GetFileName(path))
        : throw SupplyFaults.FileMissing.Because(
            Directory.Exists(path) ? $"'{Shown.Short(path, 300)}' is a folder." : $"'{Shown.Short(path, 300)}' does not exist.",
            remedy: "Give the path of a scenario file; docs/scenarios.md shows one.");

    internal static Scenario Parse(ReadOnlyMemory<byte> json, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            var read = new Fields(document.RootElement, place, SupplyFaults.ScenarioInvalid);
            read.Only("the scenario", "format", "title", "settings", "events");
            if (read.Optional("format") is { } format && format != Format)
            {
                throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{Format}'.");
            }

            ScenarioSettings settings = read.Has("settings") ? Settings(read.Object("settings")) : new ScenarioSettings();
            IReadOnlyList<Fields> events = read.Objects("events");
            return events.Count is < 1 or > MostEvents ? throw read.Bad($"\"events\" has {events.Count} events; from 1 to {MostEvents} are wanted.")
                : new Scenario(read.Optional("title") ?? place, settings, [.. events.Select((e, i) => Event(e.At($"{place}, event {i + 1}", SupplyFaults.EventInvalid)))]);
        }
        catch (JsonException e)
        {
            throw SupplyFaults.ScenarioInvalid.Because($"Not JSON: {Shown.Short(e.Message, 160)}", $"{place}, line {e.LineNumber + 1}", inner: e);
        }
    }

    private static ScenarioSettings Settings(Fields read)
    {
        read.Only("\"settings\"", "order_type", "inventory_days", "restoration_days", "psi", "alpha_max", "alpha_tau", "rebuild_tau", "capital_ratio", "steps", "mode");
        var standard = new ScenarioSettings();
        return new ScenarioSettings
        {
            OrderType = read.Optional("order_type") switch
            {
                null or "alt" => OrderType.ByCapacity,
                "noalt" => OrderType.ByInitialShare,
                var word => throw read.Bad($"\"order_type\" is '{Shown.Short(word)}'; alt and noalt are known."),
            },
            InventoryDays = read.Number("inventory_days", 2, 3650, standard.InventoryDays),
            RestorationDays = read.Number("restoration_days", 1, 3650, standard.RestorationDays),
            Psi = read.Number("psi", 1e-6, 1, standard.Psi),
            AlphaMax = read.Number("alpha_max", 1, 10, standard.AlphaMax),
            AlphaTau = read.Number("alpha_tau", 1, 36500, standard.AlphaTau),
            RebuildTau = read.Number("rebuild_tau", 1, 36500, standard.RebuildTau),
            CapitalRatio = read.Number("capital_ratio", 1e-6, 1000, standard.CapitalRatio),
            Steps = read.Whole("steps", 1, 3650, standard.Steps),
            Mode = read.Optional("mode") switch
            {
                null or "corrected" => ModelMode.Corrected,
                "compatible" => ModelMode.Compatible,
                var word => throw read.Bad($"\"mode\" is '{Shown.Short(word)}'; corrected and compatible are known."),
            },
        };
    }

    private static ScenarioEvent Event(Fields read)
    {
        read.Only("the event", "kind", "target", "share", "start", "duration", "recovery", "to", "rebuild_sectors");
        string word = read.Text("kind");
        EventKind kind = Kinds.Where(k => k.Word == word).Select(k => (EventKind?)k.Kind).FirstOrDefault()
            ?? throw read.Bad($"\"kind\" is '{Shown.Short(word)}'; known are {string.Join(", ", Kinds.Select(k => k.Word))}.");
        bool ban = kind == EventKind.ExportBan;
        bool rebuild = kind == EventKind.CapitalRebuild;
        if (read.Has("to") != ban || read.Has("rebuild_sectors") != rebuild)
        {
            throw read.Bad($"\"to\" belongs to export-ban and \"rebuild_sectors\" to capital-rebuild, each and only there; the event is {word}.");
        }

        if (rebuild && read.Has("recovery"))
        {
            throw read.Bad("\"recovery\" does not go with capital-rebuild: it recovers as it is rebuilt.");
        }

        IReadOnlyDictionary<string, double> sectors = rebuild ? read.Numbers("rebuild_sectors", 0, 1) : new Dictionary<string, double>();
        if (rebuild && Math.Abs(sectors.Values.Sum() - 1) > 1e-9)
        {
            throw read.Bad(FormattableString.Invariant($"\"rebuild_sectors\" add up to {sectors.Values.Sum():R} and not to 1."));
        }

        return new ScenarioEvent(
            kind,
            read.Text("target"),
            read.Number("share", kind == EventKind.Demand ? -1 : 0, 1, null),
            read.Whole("start", 0, 3649, null),
            read.Whole("duration", 1, 3650, null),
            rebuild ? 0 : read.Whole("recovery", 0, 3650, 0),
            ban ? read.Text("to") : null,
            sectors);
    }
}
