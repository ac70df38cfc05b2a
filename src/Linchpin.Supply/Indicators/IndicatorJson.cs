using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>Writes a table of indicators with all that is to be known of its numbers.</summary>
internal static class IndicatorJson
{
    /// <summary>The label and rows as one JSON object.</summary>
    internal static void Write(Utf8JsonWriter json, IndicatorTable table, IReadOnlyList<IndicatorRow> rows, int matching)
    {
        IndicatorDescriptor about = table.Descriptor;
        json.WriteStartObject();
        json.WriteString("dataset", about.Id);
        json.WriteString("title", about.Title);
        json.WriteString("publisher", about.Publisher);
        json.WriteString("source", about.Citation);
        json.WriteString("licence", about.Licence);
        json.WriteString("published", about.Published?.ToString());
        json.WriteString("method", about.Method);
        json.WriteString("classification", about.Classification);
        json.WriteString("absent_row_means", about.Absent == AbsentRow.Zero ? "zero" : "unknown");
        json.WriteString("descriptor", about.Origin);
        json.WriteString("file", table.File);
        json.WriteString("hash", table.Hash);
        json.WriteStartArray("measures");
        foreach (IndicatorColumn measure in about.Measures)
        {
            json.WriteStartObject();
            json.WriteString("measure", measure.Meaning);
            json.WriteString("column", measure.Name);
            json.WriteString("unit", measure.Unit ?? $"stated in {measure.UnitInColumn}");
            json.WriteString("currency", measure.Currency);
            json.WriteString("prices", measure.Prices);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("constants");
        foreach ((string dimension, string value) in about.Constants)
        {
            json.WriteString(dimension, value);
        }

        json.WriteEndObject();
        json.WriteNumber("rows_in_file", table.Count);
        json.WriteNumber("rows_matching", matching);
        json.WriteStartArray("rows");
        foreach (IndicatorRow row in rows)
        {
            Row(json, about, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, IndicatorDescriptor about, IndicatorRow row)
    {
        json.WriteStartObject();
        foreach (IndicatorColumn dimension in about.Dimensions)
        {
            json.WriteString(dimension.Meaning, row[dimension.Meaning]);
        }

        foreach (IndicatorColumn measure in about.Measures)
        {
            TableJson.Write(json, measure.Meaning, row.Number(measure.Meaning));
            if (measure.UnitInColumn is not null)
            {
                json.WriteString(measure.Meaning + "_unit", row.Unit(measure.Meaning));
            }
        }

        if (about.Marks.Count > 0 || about.Columns.Any(c => c.Estimated.Count > 0))
        {
            json.WriteString("status", row.Status == ObservationStatus.Normal ? "normal" : Word(row.Status));
        }

        foreach (IndicatorColumn attribute in about.Columns.Where(c => c.Role == ColumnRole.Attribute && c.Meaning is not ("unit" or "estimated")))
        {
            if (row.Text(attribute.Meaning) is { Length: > 0 } text)
            {
                json.WriteString(attribute.Meaning, text);
            }
        }

        json.WriteNumber("line", row.Line);
        json.WriteEndObject();
    }

    private static string Word(ObservationStatus status) => string.Join(", ", Enum.GetValues<ObservationStatus>().Where(s => s != ObservationStatus.Normal && status.HasFlag(s)).Select(s => s switch
    {
        ObservationStatus.MoreThan => "more than",
        ObservationStatus.LessThan => "less than",
        ObservationStatus.NotApplicable => "not applicable",
        ObservationStatus.InWords => "in words",
        _ => s.ToString().ToLowerInvariant(),
    }));
}
