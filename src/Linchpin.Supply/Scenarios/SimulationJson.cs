using System.Text.Json;

namespace Linchpin.Supply.Scenarios;

/// <summary>A simulation as JSON: label, settings, events, sums, peak, and the days where they are asked for.</summary>
internal static class SimulationJson
{
    internal static void Write(Utf8JsonWriter json, Simulation run, bool series)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, run.Table, "rowsum with final demand below 0 set to 0");
        json.WriteString("title", run.Scenario.Title);
        Settings(json, run.Scenario.Settings);
        Events(json, run.Scenario.Events);
        Sums(json, "va_loss", run, r => r.ValueAdded);
        Sums(json, "output_loss", run, r => r.Output);
        int worst = run.World.ValueAdded.Select((loss, day) => (loss, day)).MaxBy(l => l.loss).day;
        json.WriteStartObject("peak");
        json.WriteNumber("step", worst);
        json.WriteNumber("va_loss_a_day", run.World.ValueAdded[worst]);
        json.WriteEndObject();
        json.WriteNumber("shortage", run.UnmetFinalDemand.Sum());
        if (series)
        {
            json.WriteStartObject("series");
            foreach (LossSeries region in run.Regions.Append(run.World))
            {
                Numbers(json, "va_loss_" + region.Region, region.ValueAdded);
                Numbers(json, "x_loss_" + region.Region, region.Output);
            }

            Numbers(json, "fd_unmet_world", run.UnmetFinalDemand);
            Numbers(json, "overprod_max", run.MostOverproduction);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    internal static void Settings(Utf8JsonWriter json, ScenarioSettings settings)
    {
        json.WriteStartObject("settings");
        json.WriteString("order_type", ScenarioForm.Word(settings.OrderType));
        foreach (NumberSetting number in ScenarioForm.Numbers)
        {
            json.WriteNumber(number.Name, number.Of(settings));
        }

        json.WriteString("mode", ScenarioForm.Word(settings.Mode));
        json.WriteEndObject();
    }

    internal static void Events(Utf8JsonWriter json, IReadOnlyList<ScenarioEvent> events)
    {
        json.WriteStartArray("events");
        foreach (ScenarioEvent e in events)
        {
            json.WriteStartObject();
            json.WriteString("kind", ScenarioForm.Word(e.Kind));
            json.WriteString("target", e.Target);
            json.WriteNumber("share", e.Share);
            json.WriteNumber("start", e.Start);
            json.WriteNumber("duration", e.Duration);
            json.WriteNumber("recovery", e.Recovery);
            if (e.To is { } to)
            {
                json.WriteString("to", to);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sums(Utf8JsonWriter json, string name, Simulation run, Func<LossSeries, IReadOnlyList<double>> of)
    {
        json.WriteStartObject(name);
        json.WriteNumber("world", of(run.World).Sum());
        foreach (LossSeries region in run.Regions)
        {
            json.WriteNumber(region.Region, of(region).Sum());
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
