using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger.Proofs;

/// <summary>Heads and proofs as JSON: what partners hand one another. Hostile until read: every field known, every hash 64 hex digits, every path bounded.</summary>
internal static class ProofJson
{
    internal const string HeadFormat = "linchpin-log-head/1", InclusionFormat = "linchpin-log-inclusion/1", ConsistencyFormat = "linchpin-log-consistency/1";

    // A path has at most two parts a bit of the number of entries.
    private const int LongestPath = 128;

    internal static void Write(Utf8JsonWriter json, LogHead head)
    {
        json.WriteStartObject();
        json.WriteString("format", HeadFormat);
        Fields(json, head);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, InclusionProof proof)
    {
        json.WriteStartObject();
        json.WriteString("format", InclusionFormat);
        json.WriteStartObject("head");
        Fields(json, proof.Head);
        json.WriteEndObject();
        json.WriteNumber("entry", proof.Number);
        json.WriteString("recorded", proof.Recorded.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("previous", proof.Previous);
        json.WriteString("claim", proof.Claim);
        Parts(json, proof.Path);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ConsistencyProof proof)
    {
        json.WriteStartObject();
        json.WriteString("format", ConsistencyFormat);
        json.WriteStartObject("from");
        Fields(json, proof.From);
        json.WriteEndObject();
        json.WriteStartObject("to");
        Fields(json, proof.To);
        json.WriteEndObject();
        Parts(json, proof.Path);
        json.WriteEndObject();
    }

    /// <summary>A head, an inclusion proof or a consistency proof, as the file's format says.</summary>
    internal static object Read(ReadOnlyMemory<byte> bytes, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement e = document.RootElement;
            return Text(e, "format") switch
            {
                HeadFormat => Head(e),
                InclusionFormat => new InclusionProof(
                    Head(e.GetProperty("head")), Text(e, "claim"), e.GetProperty("entry").GetInt64(),
                    DateTimeOffset.ParseExact(Text(e, "recorded"), "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                    Hash(e.GetProperty("previous")), Path(e)),
                ConsistencyFormat => new ConsistencyProof(Head(e.GetProperty("from")), Head(e.GetProperty("to")), Path(e)),
                var other => throw new FormatException($"\"format\" is '{Shown.Short(other)}'."),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw LedgerFaults.Proof.Because(Shown.Short(e.Message, 200), place, inner: e);
        }
    }

    private static LogHead Head(JsonElement e) => e.GetProperty("entries").GetInt64() is >= 0 and var entries ? new LogHead(entries, Hash(e.GetProperty("root")))
        : throw new FormatException("\"entries\" is negative.");

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");

    private static string Hash(JsonElement e) => e.GetString() is { Length: 64 } hex && hex.All(char.IsAsciiHexDigitLower) ? hex
        : throw new FormatException("A hash is not 64 lower-case hexadecimal digits.");

    private static List<string> Path(JsonElement e) => e.GetProperty("path") is var path && path.GetArrayLength() <= LongestPath ? [.. path.EnumerateArray().Select(Hash)]
        : throw new FormatException($"The path has more than {LongestPath} parts.");

    private static void Fields(Utf8JsonWriter json, LogHead head)
    {
        json.WriteNumber("entries", head.Entries);
        json.WriteString("root", head.Root);
    }

    private static void Parts(Utf8JsonWriter json, IReadOnlyList<string> path)
    {
        json.WriteStartArray("path");
        foreach (string part in path)
        {
            json.WriteStringValue(part);
        }

        json.WriteEndArray();
    }
}
