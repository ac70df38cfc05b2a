using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>The label that goes with every number written as JSON: which table, year, unit, prices, basis, version.</summary>
internal static class TableJson
{
    internal static void WriteLabel(Utf8JsonWriter json, InputOutputTable table, Basis basis)
    {
        WriteLabel(json, table, basis.Word());
        if (table.Kernel(basis) is { } kernel)
        {
            json.WriteString("inverse", kernel);
        }
    }

    internal static void WriteLabel(Utf8JsonWriter json, InputOutputTable table, string basis)
    {
        TableDescriptor about = table.Descriptor;
        json.WriteString("table", about.Id);
        json.WriteString("dataset", table.Dataset.Name);
        json.WriteNumber("year", table.Year);
        json.WriteString("basis", basis);
        json.WriteString("unit", about.Unit);
        json.WriteString("currency", about.Currency);
        json.WriteString("prices", about.Prices);
        json.WriteString("classification", about.Classification);
        json.WriteString("source", about.Citation);
        json.WriteString("descriptor", about.Origin);
        json.WriteString("hash", table.Hash);
        json.WriteString("balance", table.Balance().Words);
    }

    internal static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (string word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    internal static string Word(SourceKind kind) => kind switch
    {
        SourceKind.Home => "home",
        SourceKind.RestOfWorld => "rest-of-world",
        SourceKind.ForeignTotal => "foreign-total",
        _ => "country",
    };

    internal static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
