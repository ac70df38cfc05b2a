using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Supply.Import;

namespace Linchpin.Supply.Datasets;

/// <summary>Writes a dataset's manifest.</summary>
internal static class ManifestWriter
{
    internal static byte[] ToBytes(DatasetManifest manifest)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("format", DatasetManifest.Format);
            About(json, manifest.About);
            Strings(json, "manufacturing", manifest.About.Manufacturing);
            Strings(json, "rest_of_world", manifest.Countries.Where(c => c.RestOfWorld).Select(c => c.Code));
            json.WriteStartObject("aliases");
            foreach ((string other, string code) in manifest.About.Aliases)
            {
                json.WriteString(other, code);
            }

            json.WriteEndObject();
            Codes(json, "countries", manifest.Countries.Select(c => (c.Code, c.Name)));
            Codes(json, "sectors", manifest.Sectors.Select(s => (s.Code, s.Name)));
            Codes(json, "final_demand", manifest.Categories.Select(c => (c.Code, c.Name)));
            json.WriteStartArray("years");
            foreach (DatasetYear year in manifest.Years)
            {
                json.WriteStartObject();
                json.WriteNumber("year", year.Year);
                Year(json, year);
                json.WriteNumber("bound", year.Bound);
                json.WritePropertyName("balance");
                json.WriteRawValue(year.Balance);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The fields that say what the numbers are and whose.</summary>
    internal static void About(Utf8JsonWriter json, TableDescriptor about)
    {
        json.WriteString("id", about.Id);
        json.WriteString("title", about.Title);
        json.WriteString("publisher", about.Publisher);
        json.WriteString("citation", about.Citation);
        json.WriteString("licence", about.Licence);
        if (about.Published is { } published)
        {
            json.WriteString("published", published.ToString());
        }

        json.WriteString("unit", about.Unit);
        json.WriteString("currency", about.Currency);
        json.WriteString("prices", about.Prices);
        json.WriteStartObject("classification");
        json.WriteString("id", about.ClassificationId);
        json.WriteString("title", about.Classification);
        json.WriteEndObject();
    }

    /// <summary>The fields that say where a year's numbers are and came from.</summary>
    internal static void Year(Utf8JsonWriter json, DatasetYear year)
    {
        json.WriteString("file", year.File);
        json.WriteNumber("bytes", year.Bytes);
        json.WriteString("hash", year.Hash);
        json.WriteString("version", year.Version);
        json.WriteBoolean("published_output", year.Output);
        json.WriteBoolean("primary_inputs", year.PrimaryInputs);
        json.WriteString("source_format", year.Format);
        json.WriteStartArray("sources");
        foreach (SourceFile source in year.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name", source.Name);
            json.WriteNumber("bytes", source.Bytes);
            json.WriteString("sha256", source.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("absent");
        foreach (Industry industry in year.Absent)
        {
            json.WriteStartObject();
            json.WriteString("country", industry.Country);
            json.WriteString("sector", industry.Sector);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Strings(json, "notes", year.Notes);
        if (year.Parent is { } parent)
        {
            json.WriteStartObject("parent");
            json.WriteString("dataset", parent.Dataset);
            json.WriteString("version", parent.Version);
            json.WriteString("map", parent.Map);
            json.WriteString("map_sha256", parent.MapHash);
            json.WriteEndObject();
        }
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Codes(Utf8JsonWriter json, string name, IEnumerable<(string Code, string Name)> codes)
    {
        json.WriteStartArray(name);
        foreach ((string code, string title) in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("name", title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
