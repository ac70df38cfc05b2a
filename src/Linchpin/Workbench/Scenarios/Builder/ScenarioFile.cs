using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Supply;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>A scenario of the page in the form of a scenario file, so that the command line runs the very same.</summary>
internal static class ScenarioFile
{
    /// <summary>The file's text.</summary>
    public static string Write(Scenario scenario)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", "linchpin-scenario/1");
            if (scenario.Title.Length > 0)
            {
                json.WriteString("title", scenario.Title);
            }

            ScenarioSettings s = scenario.Settings;
            json.WriteStartObject("settings");
            json.WriteString("order_type", s.OrderType == OrderType.ByCapacity ? "alt" : "noalt");
            json.WriteNumber("inventory_days", s.InventoryDays);
            json.WriteNumber("restoration_days", s.RestorationDays);
            json.WriteNumber("psi", s.Psi);
            json.WriteNumber("alpha_max", s.AlphaMax);
            json.WriteNumber("alpha_tau", s.AlphaTau);
            json.WriteNumber("steps", s.Steps);
            json.WriteEndObject();
            json.WriteStartArray("events");
            foreach (ScenarioEvent e in scenario.Events)
            {
                Write(json, e);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ScenarioEvent e)
    {
        json.WriteStartObject();
        json.WriteString("kind", e.Kind switch
        {
            EventKind.Quota => "quota",
            EventKind.Tariff => "tariff",
            EventKind.CapacityLoss => "capacity-loss",
            EventKind.Demand => "demand",
            EventKind.StockRelease => "stock-release",
            _ => "export-ban",
        });
        json.WriteString("target", e.Target);
        if (e.To is not null)
        {
            json.WriteString("to", e.To);
        }

        if (e.Rate is { } rate)
        {
            json.WriteNumber("rate", rate);
            json.WriteNumber("elasticity", e.Elasticity ?? 0);
            json.WriteNumber("diverted", e.Diverted);
        }
        else if (e.Days is { } days)
        {
            json.WriteNumber("days", days);
        }
        else
        {
            json.WriteNumber("share", e.Share);
        }

        if (e.BothWays)
        {
            json.WriteBoolean("both_ways", true);
        }

        json.WriteNumber("start", e.Start);
        json.WriteNumber("duration", e.Duration);
        json.WriteNumber("recovery", e.Recovery);
        json.WriteEndObject();
    }
}
