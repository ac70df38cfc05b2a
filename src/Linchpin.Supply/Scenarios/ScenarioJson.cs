using System.Text.Json;

namespace Linchpin.Supply.Scenarios;

/// <summary>A scenario as it goes with every result made from it: title, note, sources, settings, events. Every setting and size that the run used is
/// printed, standards included.</summary>
internal static class ScenarioJson
{
    /// <summary>Writes the fields into an open object.</summary>
    internal static void Write(Utf8JsonWriter json, Scenario scenario, IReadOnlyDictionary<int, IReadOnlyList<string>> leftOut)
    {
        json.WriteString("title", scenario.Title);
        json.WriteString("note", scenario.Note);
        Strings(json, "sources", scenario.Sources);
        json.WriteStartObject("settings");
        json.WriteString("order_type", ScenarioForm.Word(scenario.Settings.OrderType));
        foreach (NumberSetting number in ScenarioForm.Numbers)
        {
            json.WriteNumber(number.Name, number.Of(scenario.Settings));
        }

        json.WriteString("mode", ScenarioForm.Word(scenario.Settings.Mode));
        json.WriteEndObject();
        json.WriteStartArray("events");
        for (int k = 0; k < scenario.Events.Count; k++)
        {
            json.WriteStartObject();
            Event(json, scenario.Events[k]);
            if (leftOut.TryGetValue(k + 1, out IReadOnlyList<string>? idle))
            {
                Strings(json, "left_out", idle);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Event(Utf8JsonWriter json, ScenarioEvent e)
    {
        string[] own = ScenarioForm.Kinds.First(k => k.Kind == e.Kind).Fields;
        json.WriteString("kind", ScenarioForm.Word(e.Kind));
        json.WriteString("target", e.Target);
        if (e.Days is { } days)
        {
            json.WriteNumber("days", days);
        }
        else if (e.Kind != EventKind.Tariff)
        {
            json.WriteNumber("share", e.Share);
        }

        if (e.Kind == EventKind.Tariff)
        {
            TableJson.Write(json, "rate", e.Rate);
            TableJson.Write(json, "elasticity", e.Elasticity);
        }

        if (e.To is { } to)
        {
            json.WriteString("to", to);
        }

        if (own.Contains("both_ways?"))
        {
            json.WriteBoolean("both_ways", e.BothWays);
        }

        if (own.Any(f => f.TrimEnd('?') == "diverted"))
        {
            json.WriteNumber("diverted", e.Diverted);
        }

        if (own.Contains("flows?"))
        {
            json.WriteString("flows", e.Flows.Word());
        }

        json.WriteNumber("start", e.Start);
        json.WriteNumber("duration", e.Duration);
        if (e.RebuildSectors is { Count: > 0 } sectors)
        {
            json.WriteStartObject("rebuild_sectors");
            foreach ((string sector, double share) in sectors)
            {
                json.WriteNumber(sector, share);
            }

            json.WriteEndObject();
        }

        if (own.Contains("recovery_shape?"))
        {
            json.WriteNumber("recovery", e.Recovery);
            json.WriteString("recovery_shape", ScenarioForm.Word(e.RecoveryShape));
        }
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
