using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>Reads one event of a scenario file. Several forms of a target are one: <c>"CHN:c14"</c>, <c>["CHN:c14", "TWN:c14"]</c>,
/// <c>{"country": "CHN", "sectors": "c14"}</c>.</summary>
internal static class EventReader
{
    private const int MostTargets = 2000;

    internal static ScenarioEvent Read(Fields read, int steps)
    {
        EventKind kind = read.Word("kind", [.. ScenarioForm.Kinds.Select(k => (k.Word, k.Kind))], null);
        string word = ScenarioForm.Word(kind);
        string[] own = ScenarioForm.Kinds.First(k => k.Kind == kind).Fields;
        read.Only($"an event of kind {word}", [.. ScenarioForm.EveryEvent, .. own.Select(f => f.TrimEnd('?'))]);
        if (own.FirstOrDefault(f => f[^1] != '?' && !read.Has(f)) is { } missing)
        {
            throw read.Bad($"\"{missing}\" is missing: an event of kind {word} states it.");
        }

        if (kind == EventKind.StockRelease && read.Has("share") == read.Has("days"))
        {
            throw read.Bad("A stock release states \"share\" (part of a day's use, a day) or \"days\" (of use, over the whole duration), one of the two.");
        }

        read.Optional("note");
        read.Optional("source");
        var happens = new ScenarioEvent(
            kind,
            Target(read, read.Element("target")),
            read.Finite("share") ?? 0,
            read.Whole("start", 0, ScenarioForm.MostSteps - 1, null),
            read.Whole("duration", 1, ScenarioForm.MostSteps, null),
            read.Whole("recovery", 0, ScenarioForm.MostSteps, 0),
            read.Has("to") ? string.Join(',', read.StringOrStrings("to")) : kind is EventKind.ExportBan or EventKind.Quota ? TableRequest.All : null,
            read.Has("rebuild_sectors") ? read.Numbers("rebuild_sectors", 0, 1) : null)
        {
            RecoveryShape = read.Word("recovery_shape", ScenarioForm.Shapes, RecoveryShape.Linear),
            BothWays = read.Flag("both_ways"),
            Diverted = read.Finite("diverted") ?? 0,
            Rate = read.Finite("rate"),
            Elasticity = read.Finite("elasticity"),
            Days = read.Finite("days"),
            Flows = read.Word("flows", [("both", Flows.Both), ("intermediate", Flows.Intermediate), ("final", Flows.Final)], Flows.Both),
        };
        return ScenarioForm.Wrong(happens, steps) is { } wrong ? throw read.Bad(wrong) : happens;
    }

    private static string Target(Fields read, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when !string.IsNullOrWhiteSpace(element.GetString()):
                return element.GetString()!;
            case JsonValueKind.Array when element.GetArrayLength() is > 0 and <= MostTargets && element.EnumerateArray().All(e => e.ValueKind != JsonValueKind.Array):
                return string.Join(';', element.EnumerateArray().Select(e => Target(read, e)));
            case JsonValueKind.Object:
                var target = new Fields(element, read.Place, SupplyFaults.EventInvalid);
                target.Only("\"target\"", "country", "countries", "sector", "sectors");
                return Codes(target, "country", "countries") + ":" + Codes(target, "sector", "sectors");
            default:
                throw read.Bad("\"target\" is missing, empty or of no known form; write \"CHN:c14\", a list of such, or {\"country\": \"CHN\", \"sectors\": \"c14\"}.");
        }
    }

    private static string Codes(Fields target, string one, string many)
    {
        if (target.Has(one) == target.Has(many))
        {
            throw target.Bad($"\"target\" states \"{one}\" or \"{many}\", one of the two.");
        }

        string codes = string.Join(',', target.StringOrStrings(target.Has(one) ? one : many));
        return codes.AsSpan().ContainsAny(':', ';') ? throw target.Bad($"'{Shown.Short(codes)}' is not a code.") : codes;
    }
}
