using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger.Log;

/// <summary>Documents, datasets and judgements as canonical JSON: what is stored, and what the log's payload hashes are taken of. Claims have <see cref="ClaimJson"/>.</summary>
internal static class Payload
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256 of the JSON in UTF-8.</summary>
    internal static byte[] Hash(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));

    /// <summary>Hash of a document's text: SHA-256 of the document's id, a line feed, and the text in UTF-8 (lone surrogates as U+FFFD).</summary>
    internal static IncrementalHash TextHash(string document)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(document + "\n"));
        return hash;
    }

    /// <summary>Hash of a document's whole text.</summary>
    internal static byte[] HashOf(string document, string text)
    {
        using IncrementalHash hash = TextHash(document);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }

    /// <summary>The document without its text.</summary>
    internal static string Write(Document document) => Written(json =>
    {
        json.WriteString("id", document.Id.ToString());
        json.WriteString("contentHash", document.ContentHash);
        json.WriteString("fileName", document.FileName);
        json.WriteString("mediaType", document.MediaType);
        Optional(json, "title", document.Title);
        Optional(json, "publisher", document.Publisher);
        Optional(json, "published", document.Published?.ToString());
        Optional(json, "publishedBasis", document.PublishedBasis);
        Optional(json, "genre", document.Genre);
        json.WritePropertyName("handling");
        ClaimJson.Write(json, document.Handling);
    });

    internal static Document ReadDocument(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement e = json.RootElement;
        return new Document(
            EntityId.Parse(Text(e, "id")), Text(e, "contentHash"), Text(e, "fileName"), Text(e, "mediaType"), Optional(e, "title"), Optional(e, "publisher"),
            Date(e), Optional(e, "publishedBasis"), Optional(e, "genre"), null, ClaimJson.ReadHandling(e.GetProperty("handling")));
    }

    internal static string Write(Dataset dataset) => Written(json =>
    {
        json.WriteString("id", dataset.Id.ToString());
        json.WriteString("version", dataset.Version);
        json.WriteString("title", dataset.Title);
        json.WriteString("publisher", dataset.Publisher);
        json.WriteString("citation", dataset.Citation);
        Optional(json, "published", dataset.Published?.ToString());
        json.WriteString("unit", dataset.Unit);
        json.WriteString("prices", dataset.Prices);
        json.WriteNumber("year", dataset.Year);
        json.WriteString("classification", dataset.Classification);
        json.WriteString("licence", dataset.Licence);
        json.WriteString("report", dataset.Report);
        json.WritePropertyName("handling");
        ClaimJson.Write(json, dataset.Handling);
    });

    internal static Dataset ReadDataset(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement e = json.RootElement;
        return new Dataset(
            EntityId.Parse(Text(e, "id")), Text(e, "version"), Text(e, "title"), Text(e, "publisher"), Text(e, "citation"), Date(e), Text(e, "unit"),
            Text(e, "prices"), e.GetProperty("year").GetInt32(), Text(e, "classification"), Text(e, "licence"), Text(e, "report"),
            ClaimJson.ReadHandling(e.GetProperty("handling")));
    }

    internal static string Write(Judgement judgement) => Written(json =>
    {
        json.WriteString("act", judgement.Act.ToString().ToLowerInvariant());
        json.WriteString("on", judgement.On);
        Optional(json, "into", judgement.Into);
        json.WriteStartObject("by");
        json.WriteString("kind", judgement.By.Kind.ToString().ToLowerInvariant());
        json.WriteString("name", judgement.By.Name);
        json.WriteString("version", judgement.By.Version);
        json.WriteEndObject();
        json.WriteString("reason", judgement.Reason);
        json.WritePropertyName("handling");
        ClaimJson.Write(json, judgement.Handling);
    });

    internal static Judgement ReadJudgement(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement e = json.RootElement;
        JsonElement by = e.GetProperty("by");
        return new Judgement(
            Word<JudgementAct>(Text(e, "act")), Text(e, "on"), Optional(e, "into"),
            new Author(Word<AuthorKind>(Text(by, "kind")), Text(by, "name"), Text(by, "version")),
            Text(e, "reason"), ClaimJson.ReadHandling(e.GetProperty("handling")));
    }

    /// <summary>The label that a document or dataset was put under.</summary>
    internal static string Write(EntityId source, string version, Handling label) => Written(json =>
    {
        json.WriteString("source", source.ToString());
        json.WriteString("version", version);
        json.WritePropertyName("handling");
        ClaimJson.Write(json, label);
    });

    internal static (string Source, string Version, Handling Label) ReadLabel(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement e = json.RootElement;
        return (Text(e, "source"), Text(e, "version"), ClaimJson.ReadHandling(e.GetProperty("handling")));
    }

    internal static string Write(Handling label)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            ClaimJson.Write(json, label);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Written(Action<Utf8JsonWriter> body)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string? Optional(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    // Not Enum.Parse, which takes numbers too.
    private static T Word<T>(string word)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (value.ToString().ToLowerInvariant() == word)
            {
                return value;
            }
        }

        throw new FormatException($"'{Shown.Short(word)}' is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
    }

    private static PartialDate? Date(JsonElement e) => e.TryGetProperty("published", out JsonElement date) ? PartialDate.Parse(date.GetString()!) : null;
}
