using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Archives;

/// <summary>The first line of an archive.</summary>
/// <param name="Entries">Number of entries that follow, one a line.</param>
/// <param name="Head">Hash of the last of them, lower-case hex; 64 zeros where there is none.</param>
internal sealed record ArchiveHeader(long Entries, string Head);

/// <summary>An entry of the log as a line of an archive: one JSON object (docs/exports.md).</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Recorded">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="Kind">What it records.</param>
/// <param name="Hash">The entry's hash, lower-case hex.</param>
/// <param name="Record">What it records as canonical JSON; for a text, the document's id and the text.</param>
internal sealed record ArchiveLine(long Number, long Recorded, EntryKind Kind, string Hash, JsonElement Record)
{
    /// <summary>What the first line says it is.</summary>
    internal const string Format = "linchpin archive";

    /// <summary>The version of the form.</summary>
    internal const int Version = 1;

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the first line.</summary>
    internal static void Write(IBufferWriter<byte> to, ArchiveHeader header) => Line(to, json =>
    {
        json.WriteString("format", Format);
        json.WriteNumber("version", Version);
        json.WriteNumber("entries", header.Entries);
        json.WriteString("head", header.Head);
    });

    /// <summary>Writes an entry; <paramref name="record"/> writes the value of its last key.</summary>
    internal static void Write(IBufferWriter<byte> to, long number, long recorded, EntryKind kind, byte[] hash, Action<Utf8JsonWriter> record) => Line(to, json =>
    {
        json.WriteNumber("entry", number);
        json.WriteString("recorded", Shown(recorded));
        json.WriteString("kind", kind.ToString().ToLowerInvariant());
        json.WriteString("hash", Convert.ToHexStringLower(hash));
        json.WritePropertyName("record");
        record(json);
    });

    /// <summary>Writes an object and a line feed.</summary>
    internal static void Line(IBufferWriter<byte> to, Action<Utf8JsonWriter> body)
    {
        using (var json = new Utf8JsonWriter(to, Options))
        {
            json.WriteStartObject();
            body(json);
            json.WriteEndObject();
        }

        to.Write("\n"u8);
    }

    /// <summary>Reads the first line.</summary>
    /// <exception cref="FaultException"><c>ledger.archive</c>, <c>ledger.archive-newer</c>, <c>ledger.archive-selection</c></exception>
    internal static ArchiveHeader ReadHeader(JsonElement e)
    {
        string format = Text(e, "format");
        if (format == Selection.Format)
        {
            throw LedgerFaults.ArchiveSelection.Because("The first line says that the file is what one reader may see.");
        }

        if (format != Format)
        {
            throw new FormatException($"the first line says '{Claims.Shown.Short(format)}', not '{Format}'");
        }

        if (e.GetProperty("version").GetInt32() is var version && version != Version)
        {
            throw LedgerFaults.ArchiveNewer.Because($"The archive has version {version}; this program knows version {Version}.");
        }

        return new ArchiveHeader(e.GetProperty("entries").GetInt64(), Text(e, "head"));
    }

    /// <summary>Reads an entry.</summary>
    internal static ArchiveLine Read(JsonElement e)
    {
        string kind = Text(e, "kind");
        return new ArchiveLine(
            e.GetProperty("entry").GetInt64(),
            DateTimeOffset.ParseExact(Text(e, "recorded"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeMilliseconds(),
            Enum.GetValues<EntryKind>().Cast<EntryKind?>().FirstOrDefault(k => k!.Value.ToString().ToLowerInvariant() == kind)
                ?? throw new FormatException($"'{Claims.Shown.Short(kind)}' is no kind of entry"),
            Text(e, "hash"),
            e.GetProperty("record"));
    }

    /// <summary>An instant as archives write it, to the millisecond.</summary>
    internal static string Shown(long recorded) => DateTimeOffset.FromUnixTimeMilliseconds(recorded).ToString(Instant, CultureInfo.InvariantCulture);

    /// <summary>The words under a key.</summary>
    internal static string Text(JsonElement e, string name) => e.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");
}
