using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>The label of a comparison of two years, and a parted change as JSON.</summary>
internal static class ChangeJson
{
    internal const string Method = "mean of the two polar forms (Dietzenbacher and Los 1998)";

    internal const string Caveat =
        "Both years are in current prices: a change of relative prices or exchange rates counts as a change of structure, and amounts are not volumes.";

    internal static void WriteLabel(Utf8JsonWriter json, InputOutputTable from, InputOutputTable to, Basis basis)
    {
        TableDescriptor about = to.Descriptor;
        json.WriteString("table", about.Id);
        json.WriteNumber("from_year", from.Year);
        json.WriteNumber("to_year", to.Year);
        json.WriteString("basis", basis.Word());
        json.WriteString("unit", about.Unit);
        json.WriteString("currency", about.Currency);
        json.WriteString("prices", about.Prices);
        json.WriteString("method", Method);
        json.WriteString("caveat", Caveat);
        WriteYear(json, "from_table", from, basis);
        WriteYear(json, "to_table", to, basis);
    }

    internal static void Write(Utf8JsonWriter json, string name, Parted change, IReadOnlyList<string> causes)
    {
        json.WriteStartObject(name);
        TableJson.Write(json, "from", change.From);
        TableJson.Write(json, "to", change.To);
        TableJson.Write(json, "change", change.Change);
        for (int k = 0; k < causes.Count; k++)
        {
            TableJson.Write(json, causes[k], k < change.Parts.Count ? change.Parts[k] : null);
        }

        json.WriteEndObject();
    }

    private static void WriteYear(Utf8JsonWriter json, string name, InputOutputTable table, Basis basis)
    {
        json.WriteStartObject(name);
        TableJson.WriteLabel(json, table, basis);
        json.WriteEndObject();
    }
}
