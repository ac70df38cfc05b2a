using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Linchpin.Claims;

/// <summary>Claims as JSON, one object each: the canonical form that ids are hashed from, exports are written in and starter records are read from.</summary>
/// <remarks>
/// <para>Keys stand in one order, absent fields are left out, numbers are in the shortest form that round-trips. The id is SHA-256 of that form, its first 32 hex digits.</para>
/// </remarks>
public static class ClaimJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What the claim read last on this thread was about, where it stands, who made it and its label. Claims that follow each other mostly share them, and so
    // hold one object rather than one each: with a hundred thousand claims in memory that is most of what they weigh.
    [ThreadStatic]
    private static Claim? _last;

    /// <summary>The claim in canonical form, without its id.</summary>
    public static string Write(Claim claim) => Encoding.UTF8.GetString(Utf8(claim));

    /// <summary>Reads a claim written by <see cref="Write(Claim)"/>.</summary>
    /// <exception cref="FaultException"><c>claims.json</c> and the faults of a claim's own checks.</exception>
    public static Claim Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw ClaimsFaults.Json.Because($"{Shown.Short(e.Message, 200)} In: {Shown.Short(json)}", inner: e);
        }
    }

    /// <summary>Writes a value as an object with one key that names its type.</summary>
    public static void Write(Utf8JsonWriter json, Value value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case TextValue v: json.WriteString("text", v.Words); break;
            case QuantityValue v: json.WriteNumber("quantity", v.Amount); json.WriteString("unit", v.Unit); break;
            case ShareValue v: json.WriteNumber("share", v.Part); json.WriteString("of", v.Base); break;
            case MoneyValue v:
                json.WriteNumber("money", v.Amount);
                json.WriteString("currency", v.Currency);
                json.WriteString("prices", v.Prices);
                json.WriteNumber("year", v.Year);
                break;
            case DateValue v: json.WriteString("date", v.On.ToString()); break;
            case EntityValue v: json.WriteString("entity", v.Id.ToString()); break;
            case UnknownValue v: json.WriteString("unknown", v.Why); break;
            case NotApplicableValue v: json.WriteString("not-applicable", v.Why); break;
            default: throw new InvalidOperationException(value.GetType().Name);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a value written by the writer above.</summary>
    public static Value ReadValue(JsonElement e) =>
        e.TryGetProperty("text", out JsonElement x) ? new TextValue(Text(x))
        : e.TryGetProperty("quantity", out x) ? new QuantityValue(x.GetDouble(), Text(e, "unit"))
        : e.TryGetProperty("share", out x) ? new ShareValue(x.GetDouble(), Text(e, "of"))
        : e.TryGetProperty("money", out x) ? new MoneyValue(x.GetDecimal(), Text(e, "currency"), Text(e, "prices"), e.GetProperty("year").GetInt32())
        : e.TryGetProperty("date", out x) ? new DateValue(PartialDate.Parse(Text(x)))
        : e.TryGetProperty("entity", out x) ? new EntityValue(EntityId.Parse(Text(x)))
        : e.TryGetProperty("unknown", out x) ? new UnknownValue(Text(x))
        : e.TryGetProperty("not-applicable", out x) ? new NotApplicableValue(Text(x))
        : throw new FormatException("a value of no known type");

    /// <summary>Writes a source as an object: document, place and hash of the words, or dataset, version and calculation.</summary>
    public static void Write(Utf8JsonWriter json, Source source)
    {
        json.WriteStartObject();
        switch (source)
        {
            case DocumentSource d:
                json.WriteString("document", d.Document.ToString());
                json.WriteNumber("start", d.At.Start);
                json.WriteNumber("end", d.At.End);
                json.WriteString("quoteHash", d.At.QuoteHash);
                break;
            case DatasetSource d:
                json.WriteString("dataset", d.Dataset.ToString());
                json.WriteString("version", d.Version);
                json.WriteString("derivation", d.Derivation);
                break;
            default: throw new InvalidOperationException(source.GetType().Name);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a label as an object.</summary>
    public static void Write(Utf8JsonWriter json, Handling handling)
    {
        json.WriteStartObject();
        json.WriteString("owner", handling.Owner);
        if (handling.Tlp is { } tlp)
        {
            json.WriteString("tlp", tlp.Display());
        }

        if (handling.ReleasableTo is { } list)
        {
            json.WriteStartArray("releasableTo");
            foreach (string name in list.Order(StringComparer.OrdinalIgnoreCase))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        if (handling.HoldUntil is { } day)
        {
            json.WriteString("holdUntil", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a label written by the writer above.</summary>
    public static Handling ReadHandling(JsonElement e) => new(
        Text(e, "owner"),
        e.TryGetProperty("tlp", out JsonElement tlp) ? TlpText.Parse(tlp.GetString()) ?? throw new FormatException($"'{tlp}' is not a TLP level") : null,
        e.TryGetProperty("releasableTo", out JsonElement list) ? [.. list.EnumerateArray().Select(Text)] : null,
        e.TryGetProperty("holdUntil", out JsonElement day) ? DateOnly.ParseExact(Text(day), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null);

    internal static string HashOf(Claim claim) => Convert.ToHexStringLower(SHA256.HashData(Utf8(claim)).AsSpan(0, 16));

    /// <summary>The claim in canonical form, in UTF-8: the very bytes that its id is hashed from.</summary>
    public static byte[] Utf8(Claim claim)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("subject", claim.Subject.ToString());
            json.WriteString("property", claim.Property);
            json.WritePropertyName("value");
            Write(json, claim.Value);
            if (claim.Valid.From is { } from)
            {
                json.WriteString("from", from.ToString());
            }

            if (claim.Valid.To is { } to)
            {
                json.WriteString("to", to.ToString());
            }

            json.WritePropertyName("source");
            Write(json, claim.Source);
            json.WriteStartObject("author");
            json.WriteString("kind", claim.Author.Kind.ToString().ToLowerInvariant());
            json.WriteString("name", claim.Author.Name);
            if (claim.Author.Version.Length > 0)
            {
                json.WriteString("version", claim.Author.Version);
            }

            json.WriteEndObject();
            json.WritePropertyName("handling");
            Write(json, claim.Handling);
            if (claim.Confidence is { } confidence)
            {
                json.WriteNumber("confidence", confidence);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Claim Read(JsonElement e)
    {
        JsonElement author = e.GetProperty("author");
        JsonElement subject = e.GetProperty("subject");
        string property = Text(e, "property");
        return _last = new Claim(
            _last is { } last && subject.ValueEquals(last.Subject.ToString()) ? last.Subject : EntityId.Parse(Text(subject)),
            Vocabulary.Properties.TryGetValue(property, out PropertyTerm? term) ? term.Id : property,
            ReadValue(e.GetProperty("value")),
            new ValidTime(Date(e, "from"), Date(e, "to")),
            Shared(ReadSource(e.GetProperty("source")), _last?.Source),
            Shared(new Author(Kind(Text(author, "kind")), Text(author, "name"), author.TryGetProperty("version", out JsonElement v) ? Text(v) : ""), _last?.Author),
            Shared(ReadHandling(e.GetProperty("handling"))),
            e.TryGetProperty("confidence", out JsonElement c) ? c.GetDouble() : null);
    }

    private static T Shared<T>(T read, T? last)
        where T : class => read.Equals(last) ? last : read;

    // Labels are equal whatever case their readers are written in; a claim is read back as it was written.
    private static Handling Shared(Handling read) =>
        _last?.Handling is { } last && read.Equals(last) && (read.ReleasableTo is null || read.ReleasableTo.SequenceEqual(last.ReleasableTo!, StringComparer.Ordinal)) ? last : read;

    private static Source ReadSource(JsonElement e)
    {
        if (!e.TryGetProperty("document", out JsonElement document))
        {
            return new DatasetSource(EntityId.Parse(Text(e, "dataset")), Text(e, "version"), Text(e, "derivation"));
        }

        EntityId id = _last?.Source is DocumentSource last && document.ValueEquals(last.Document.ToString()) ? last.Document : EntityId.Parse(Text(document));
        return new DocumentSource(id, ReadPassage(e));
    }

    private static PartialDate? Date(JsonElement e, string name) => e.TryGetProperty(name, out JsonElement date) ? PartialDate.Parse(Text(date)) : null;

    private static string Text(JsonElement e, string name) => Text(e.GetProperty(name));

    private static string Text(JsonElement e) => e.GetString() ?? throw new FormatException("a null where words are wanted");

    private static AuthorKind Kind(string word) => word switch
    {
        "person" => AuthorKind.Person,
        "extractor" => AuthorKind.Extractor,
        "engine" => AuthorKind.Engine,
        "model" => AuthorKind.Model,
        _ => throw new FormatException($"'{word}' is no kind of author"),
    };

    private static Passage ReadPassage(JsonElement e)
    {
        var passage = new Passage(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32(), Text(e, "quoteHash"));
        return passage.Start >= 0 && passage.End > passage.Start && passage.QuoteHash.Length == 64 && passage.QuoteHash.All(char.IsAsciiHexDigitLower) ? passage
            : throw ClaimsFaults.Passage.Because($"Characters {passage.Start} to {passage.End} with hash '{Shown.Short(passage.QuoteHash)}'.");
    }
}
