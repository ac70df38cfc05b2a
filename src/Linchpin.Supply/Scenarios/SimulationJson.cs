using System.Text.Json;

namespace Linchpin.Supply.Scenarios;

/// <summary>A simulation as JSON: label, settings, events, sums, peak, shortage, releases, and the days where they are asked for.</summary>
internal static class SimulationJson
{
    internal static void Write(Utf8JsonWriter json, Simulation run, bool series)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, run.Table, "rowsum with final demand below 0 set to 0");
        json.WriteNumber("days", run.Days);
        ScenarioJson.Write(json, run.Scenario, run.LeftOut);
        Sums(json, "va_loss", run, r => r.ValueAdded.Sum());
        Sums(json, "va_loss_pct", run, r => r.ValueAddedPercent);
        Sums(json, "output_loss", run, r => r.Output.Sum());
        Peak(json, run);
        Shortage(json, run);
        Releases(json, run);
        if (series)
        {
            json.WriteStartObject("series");
            foreach (LossSeries region in run.Regions.Append(run.World))
            {
                Numbers(json, "va_loss_" + region.Region, region.ValueAdded);
                Numbers(json, "x_loss_" + region.Region, region.Output);
            }

            Numbers(json, "fd_unmet_world", run.UnmetFinalDemand);
            Numbers(json, "fd_stopped_world", run.StoppedFinalDemand);
            Numbers(json, "overprod_max", run.MostOverproduction);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Sums(Utf8JsonWriter json, string name, Simulation run, Func<LossSeries, double?> of)
    {
        json.WriteStartObject(name);
        TableJson.Write(json, "world", of(run.World));
        foreach (LossSeries region in run.Regions)
        {
            TableJson.Write(json, region.Region, of(region));
        }

        json.WriteEndObject();
    }

    /// <summary>The day of the greatest loss; null where nothing is lost on any day.</summary>
    private static void Peak(Utf8JsonWriter json, Simulation run)
    {
        json.WriteStartObject("peak");
        Of(run.World);
        json.WriteStartObject("by_region");
        foreach (LossSeries region in run.Regions)
        {
            json.WriteStartObject(region.Region);
            Of(region);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();

        void Of(LossSeries region)
        {
            int? day = region.PeakDay;
            TableJson.Write(json, "day", day);
            TableJson.Write(json, "va_loss_a_day", day is { } d ? region.ValueAdded[d] : null);
            TableJson.Write(json, "output_loss_a_day", day is { } t ? region.Output[t] : null);
        }
    }

    private static void Shortage(Utf8JsonWriter json, Simulation run)
    {
        json.WriteStartObject("shortage");
        json.WriteNumber("unmet_final_demand", run.UnmetFinalDemand.Sum());
        json.WriteNumber("stopped_final_demand", run.StoppedFinalDemand.Sum());
        InputShortage? worst = run.Shortages.OfType<InputShortage>().MinBy(s => s.Cover);
        if (worst is null)
        {
            json.WriteNull("shortest_input");
        }
        else
        {
            json.WriteStartObject("shortest_input");
            Of(worst);
            json.WriteEndObject();
        }

        json.WriteStartObject("by_region");
        for (int r = 0; r < run.Regions.Count; r++)
        {
            json.WriteStartObject(run.Regions[r].Region);
            json.WriteNumber("days_held_back", run.DaysHeldBack[r]);
            if (run.Shortages[r] is { } shortest)
            {
                Of(shortest);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();

        void Of(InputShortage s)
        {
            json.WriteNumber("day", s.Day);
            json.WriteString("country", s.Country);
            json.WriteString("sector", s.Sector);
            json.WriteString("input", s.Input);
            json.WriteNumber("cover", s.Cover);
            json.WriteBoolean("held_back", s.HeldBack);
        }
    }

    private static void Releases(Utf8JsonWriter json, Simulation run)
    {
        json.WriteStartArray("stock_releases");
        foreach (StockReleased release in run.Released)
        {
            json.WriteStartObject();
            json.WriteNumber("event", release.Event);
            json.WriteNumber("held", release.Held);
            json.WriteNumber("to_production", release.ToProduction);
            json.WriteNumber("to_final_demand", release.ToFinal);
            json.WriteNumber("left", release.Left);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
