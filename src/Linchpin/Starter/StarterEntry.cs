using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Starter;

/// <summary>One line of the starter record: a thing and what the passages say of it.</summary>
/// <param name="Kind">A kind of the vocabulary.</param>
/// <param name="Key">The name by which other lines refer to it; for a role, person and office.</param>
/// <param name="Line">The whole line.</param>
/// <param name="Facts">What each passage says, first passage first; never empty.</param>
/// <param name="Place">File and line number, for faults.</param>
internal sealed record StarterEntry(string Kind, string Key, JsonElement Line, IReadOnlyList<StarterFact> Facts, string Place)
{
    private const int LongestLine = 64 * 1024;

    /// <summary>The words of a field of the line itself, as <c>title</c> of a role.</summary>
    internal string Text(string field) => StarterJson.Text(Line, field, Place);

    /// <summary>The entries of a file, one a line.</summary>
    /// <exception cref="FaultException"><c>starter.missing</c>, <c>starter.entry</c></exception>
    internal static IReadOnlyList<StarterEntry> ReadAll(string path, string kind)
    {
        if (!File.Exists(path))
        {
            throw StarterFaults.Missing.Because($"There is no {Path.GetFileName(path)}.", path);
        }

        var entries = new List<StarterEntry>();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                entries.Add(Read(line, kind, $"{Path.GetFileName(path)}, line {number}"));
            }
        }

        return entries;
    }

    private static StarterEntry Read(string line, string kind, string place)
    {
        if (line.Length > LongestLine)
        {
            throw StarterFaults.Entry.Because($"The line has {line.Length} characters; at most {LongestLine} are read.", place);
        }

        JsonElement json = StarterJson.Parse(line, place);
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("facts", out JsonElement facts) || facts.ValueKind != JsonValueKind.Array || facts.GetArrayLength() == 0)
        {
            throw StarterFaults.Entry.Because("The line is not an object with a list 'facts' that holds at least one.", place);
        }

        string key = kind switch
        {
            "role" => StarterJson.Text(json, "person", place) + "/" + StarterJson.Text(json, "title", place),
            _ => StarterJson.Text(json, "key", place),
        };
        return new StarterEntry(kind, key, json, [.. facts.EnumerateArray().Select(f => StarterFact.Read(f, place))], place);
    }
}

/// <summary>What one passage says of one thing.</summary>
/// <param name="Source">The key of the source in <c>sources.json</c>.</param>
/// <param name="At">The passage.</param>
/// <param name="From">From when it holds, where the line says so; otherwise the thing's own date counts.</param>
/// <param name="Values">Property and value, as they stand in the line, in order; a list gives one pair for each of its members.</param>
internal sealed record StarterFact(string Source, Passage At, PartialDate? From, IReadOnlyList<KeyValuePair<string, JsonElement>> Values)
{
    /// <summary>The words of the first value of that property; <see langword="null"/> where there is none.</summary>
    internal string? First(string property) => Values.Where(v => v.Key == property).Select(v => v.Value.ToString()).FirstOrDefault();

    internal static StarterFact Read(JsonElement fact, string place)
    {
        if (fact.ValueKind != JsonValueKind.Object || !fact.TryGetProperty("at", out JsonElement at) || at.ValueKind != JsonValueKind.Object)
        {
            throw StarterFaults.Entry.Because("A fact has no place: 'at' with source, start, end and hash.", place);
        }

        var passage = new Passage(StarterJson.Number(at, "start", place), StarterJson.Number(at, "end", place), StarterJson.Text(at, "hash", place));
        if (passage.Start < 0 || passage.End <= passage.Start || passage.QuoteHash.Length != 64 || !passage.QuoteHash.All(char.IsAsciiHexDigitLower))
        {
            throw StarterFaults.Entry.Because($"Characters {passage.Start} to {passage.End} with hash '{passage.QuoteHash}' are no passage.", place);
        }

        var values = new List<KeyValuePair<string, JsonElement>>();
        PartialDate? from = null;
        foreach (JsonProperty p in fact.EnumerateObject().Where(p => p.Name != "at"))
        {
            if (p.Name == "from")
            {
                from = PartialDate.Parse(p.Value.ToString());
            }
            else if (p.Value.ValueKind == JsonValueKind.Array)
            {
                values.AddRange(p.Value.EnumerateArray().Select(v => KeyValuePair.Create(p.Name, v)));
            }
            else
            {
                values.Add(KeyValuePair.Create(p.Name, p.Value));
            }
        }

        return values.Count > 0
            ? new StarterFact(StarterJson.Text(at, "source", place), passage, from, values)
            : throw StarterFaults.Entry.Because("A fact states nothing.", place);
    }
}

/// <summary>Reading of JSON in which every mistake is a fault with its place.</summary>
internal static class StarterJson
{
    internal static JsonElement Parse(string text, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            return json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw StarterFaults.Entry.Because($"Not JSON: {e.Message}", place, inner: e);
        }
    }

    internal static string Text(JsonElement json, string field, string place) => OptionalText(json, field, place)
        ?? throw StarterFaults.Entry.Because($"There is no '{field}'.", place);

    internal static string? OptionalText(JsonElement json, string field, string place) =>
        !json.TryGetProperty(field, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text
        : throw StarterFaults.Entry.Because($"'{field}' is not a text, or is empty.", place);

    internal static int Number(JsonElement json, string field, string place) =>
        json.TryGetProperty(field, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number
        : throw StarterFaults.Entry.Because($"'{field}' is not a whole number.", place);
}
