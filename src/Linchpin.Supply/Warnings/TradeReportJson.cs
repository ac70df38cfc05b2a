using System.Globalization;
using System.Text.Json;

namespace Linchpin.Supply.Warnings;

/// <summary>Trade reports and lists of warnings as JSON, and series as CSV.</summary>
internal static class TradeReportJson
{
    internal static void Write(Utf8JsonWriter json, TradeReport report)
    {
        json.WriteStartObject();
        json.WriteString("product", report.Product);
        json.WriteString("description", report.Description);
        json.WriteString("importer", report.Importer);
        Period(json, report.From.ToString(), report.To.ToString());
        json.WriteString("report", report.OwnReport ? "importer" : "mirror");
        json.WriteString("basis", report.OwnReport ? $"imports as {report.Importer} reports them"
            : $"exports as the suppliers report them (mirror): {report.Importer} reports no imports of its own here, and suppliers that report nothing are missing");
        json.WriteString("unit", report.Currency);
        json.WriteString("weight_unit", "kg");
        json.WriteString("prices", report.Prices);
        Sources(json, report.Datasets);
        json.WriteStartArray("shares");
        foreach (OriginOfTrade origin in report.Origins)
        {
            Origin(json, origin);
        }

        json.WriteEndArray();
        json.WritePropertyName("world");
        if (report.World is { } world)
        {
            Origin(json, world);
        }
        else
        {
            json.WriteNullValue();
        }

        TableJson.Write(json, "not_named_value", report.NotNamed);
        TableJson.Write(json, "hhi", report.Concentration?.Hhi);
        Concentration(json, "concentration", report.Concentration);
        Concentration(json, "concentration_by_weight", report.WeightConcentration);
        Warnings(json, report.Warnings);
        NotRaised(json, report);
        json.WriteStartArray("not_watched");
        foreach (NotWatched flow in report.NotWatched)
        {
            json.WriteStartObject();
            json.WriteString("origin", flow.Origin);
            json.WriteString("why", flow.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Settings(json, report.Settings);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, WarningList list)
    {
        json.WriteStartObject();
        Period(json, list.From.ToString(), list.To.ToString());
        Codes(json, "importers", list.Importers);
        Codes(json, "exporters", list.Exporters);
        Codes(json, "products", list.Products);
        json.WriteString("ranked_by", "certainty, then at_stake; aggregates last");
        Sources(json, list.Datasets);
        Warnings(json, list.Warnings);
        json.WriteStartObject("watched");
        json.WriteNumber("flows", list.Watched.Flows);
        json.WriteNumber("flows_watched", list.Watched.FlowsWatched);
        json.WriteNumber("flow_months", list.Watched.FlowMonths);
        json.WriteNumber("tests", list.Watched.Tests);
        json.WriteNumber("warnings", list.Watched.Warnings);
        TableJson.Write(json, "warnings_per_100_flow_years", list.Watched.PerHundredFlowYears);
        json.WriteStartArray("calibration");
        foreach (WarningCalibration c in list.Watched.Calibration)
        {
            json.WriteStartObject();
            json.WriteString("kind", WarningWords.Name(c.Kind));
            json.WriteNumber("tests", c.Tests);
            json.WriteNumber("share_with_p_to_0.05", c.ReachedFivePercent);
            json.WriteNumber("share_with_p_to_0.01", c.ReachedOnePercent);
            json.WriteNumber("share_with_p_to_0.001", c.ReachedOnePerThousand);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        Settings(json, list.Settings);
        json.WriteEndObject();
    }

    internal static void WriteSeries(TextWriter text, TradeReport report)
    {
        text.Write("month,origin,kind,value,weight_kg,mirror_value,mirror_weight_kg\n");
        foreach (TradeMonth m in report.Months)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{m.Month},{m.Origin},{Word(m.Kind)},{m.Reported.Value},{m.Reported.Weight},{m.Mirror.Value},{m.Mirror.Weight}\n"));
        }
    }

    private static void Period(Utf8JsonWriter json, string from, string to)
    {
        json.WriteStartObject("period");
        json.WriteString("from", from);
        json.WriteString("to", to);
        json.WriteEndObject();
    }

    private static void Codes(Utf8JsonWriter json, string name, IReadOnlyList<string> codes)
    {
        json.WriteStartArray(name);
        foreach (string code in codes)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }

    private static void Sources(Utf8JsonWriter json, IReadOnlyList<TradeDataset> datasets)
    {
        json.WriteStartArray("sources");
        foreach (TradeDataset dataset in datasets)
        {
            json.WriteStartObject();
            json.WriteString("dataset", dataset.Id.Name);
            json.WriteString("title", dataset.Descriptor.Title);
            json.WriteString("file", dataset.File);
            json.WriteString("hash", dataset.Hash);
            json.WriteString("source", dataset.Descriptor.Citation);
            json.WriteString("classification", dataset.Descriptor.Classification);
            json.WriteString("unit", dataset.Value?.Unit);
            json.WriteString("prices", dataset.Value?.Prices);
            json.WriteString("method", dataset.Descriptor.Method);
            json.WriteString("descriptor", dataset.Descriptor.Origin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Origin(Utf8JsonWriter json, OriginOfTrade origin)
    {
        json.WriteStartObject();
        json.WriteString("origin", origin.Origin);
        json.WriteString("kind", Word(origin.Kind));
        TableJson.Write(json, "value", origin.Reported.Value);
        TableJson.Write(json, "weight", origin.Reported.Weight);
        TableJson.Write(json, "share", origin.Share);
        TableJson.Write(json, "weight_share", origin.WeightShare);
        json.WriteNumber("months", origin.Months);
        json.WriteNumber("months_with_weight", origin.MonthsWithWeight);
        TableJson.Write(json, "mirror_value", origin.Mirror?.Value);
        TableJson.Write(json, "mirror_weight", origin.Mirror?.Weight);
        json.WriteNumber("mirror_months", origin.MirrorMonths);
        json.WriteEndObject();
    }

    private static void Concentration(Utf8JsonWriter json, string name, Concentration? concentration)
    {
        json.WritePropertyName(name);
        if (concentration is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        concentration.WriteFields(json);
        json.WriteEndObject();
    }

    private static void Warnings(Utf8JsonWriter json, IReadOnlyList<TradeWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (TradeWarning w in warnings)
        {
            json.WriteStartObject();
            json.WriteString("kind", WarningWords.Name(w.Kind));
            json.WriteString("measure", WarningWords.Name(w.Measure));
            json.WriteString("product", w.Product);
            json.WriteString("importer", w.Importer);
            json.WriteString("origin", w.Origin);
            json.WriteBoolean("aggregate", w.Aggregate);
            json.WriteString("month", w.Month.ToString());
            json.WriteString("raised", w.Raised.ToString());
            json.WriteNumber("over_months", w.Over);
            TableJson.Write(json, "expected", w.Expected);
            TableJson.Write(json, "seen", w.Seen);
            json.WriteString("unit", w.Unit);
            TableJson.Write(json, "change_pct", w.ChangePercent);
            TableJson.Write(json, "z", w.Z);
            TableJson.Write(json, "p", w.Probability);
            TableJson.Write(json, "q", w.Q);
            json.WriteNumber("series_watched", w.Watched);
            json.WriteNumber("months_of_history", w.Months);
            TableJson.Write(json, "how_sure", w.HowSure);
            json.WriteString("certainty", WarningWords.Name(w.Certainty));
            TableJson.Write(json, "at_stake", w.AtStake);
            Second(json, "other_measure", w.OtherMeasure);
            Second(json, "mirror", w.Mirror);
            json.WriteString("rush_before", w.RushBefore?.ToString());
            json.WriteString("in_place_of", w.InPlaceOf);
            TableJson.Write(json, "covers", w.Covers);
            json.WriteStartObject("revised");
            json.WriteString("looked_at_to", w.Since.LookedAtTo.ToString());
            json.WriteString("state", WarningWords.Name(w.Since.State));
            json.WriteString("through", w.Since.Through.ToString());
            json.WriteString("extreme", w.Since.Extreme.ToString());
            TableJson.Write(json, "extreme_seen", w.Since.ExtremeSeen);
            json.WriteEndObject();
            json.WriteString("file", w.Dataset?.File);
            json.WriteString("hash", w.Dataset?.Hash);
            json.WriteString("basis", w.Basis);
            json.WriteString("words", w.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Second(Utf8JsonWriter json, string name, Corroboration? second)
    {
        json.WritePropertyName(name);
        if (second is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        TableJson.Write(json, "expected", second.Expected);
        TableJson.Write(json, "seen", second.Seen);
        TableJson.Write(json, "z", second.Z);
        json.WritePropertyName("agrees");
        if (second.Agrees is { } agrees)
        {
            json.WriteBooleanValue(agrees);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void NotRaised(Utf8JsonWriter json, TradeReport report)
    {
        json.WriteStartArray("not_raised");
        foreach (NotRaised n in report.NotRaised)
        {
            json.WriteStartObject();
            json.WriteString("kind", WarningWords.Name(n.Kind));
            json.WriteString("measure", WarningWords.Name(n.Measure));
            json.WriteString("origin", n.Origin);
            json.WriteString("month", n.Month.ToString());
            json.WriteNumber("expected", n.Expected);
            TableJson.Write(json, "seen", n.Seen);
            json.WriteNumber("z", n.Z);
            json.WriteNumber("p", n.Probability);
            json.WriteNumber("q", n.Q);
            json.WriteString("why", n.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Settings(Utf8JsonWriter json, WarningSettings settings)
    {
        json.WriteStartObject("settings");
        json.WriteNumber("false_discovery_rate", settings.FalseDiscoveryRate);
        json.WriteNumber("most_probability", settings.MostProbability);
        json.WriteNumber("least_change", settings.LeastChange);
        json.WriteNumber("least_share", settings.LeastShare);
        json.WriteNumber("least_value", settings.LeastValue);
        json.WriteNumber("least_months", settings.LeastMonths);
        json.WriteNumber("noise_floor", settings.NoiseFloor);
        json.WriteNumber("tail_degrees", settings.TailDegrees);
        json.WriteEndObject();
    }

    private static string Word(OriginKind kind) => kind switch
    {
        OriginKind.World => "world",
        OriginKind.Home => "home",
        OriginKind.Unspecified => "unspecified",
        _ => "country",
    };
}
