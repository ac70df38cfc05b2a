using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Archives;

/// <summary>Writes what a view shows as JSON Lines in the form of an archive's records: documents, datasets, claims, judgements.</summary>
/// <remarks>It has neither numbers nor hashes of entries, which would tell its reader how much is withheld, and so it cannot be imported as a ledger.</remarks>
internal static class Selection
{
    /// <summary>What the first line says it is.</summary>
    internal const string Format = "linchpin selection";

    internal static void Write(View view, Stream to, CancellationToken cancel)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        Header(buffer, view);
        foreach (Document cited in view.Citations())
        {
            cancel.ThrowIfCancellationRequested();
            Line(buffer, "document", null, cited.Id.ToString(), Payload.Write(cited));
            if (view.Document(cited.Id)?.Text is { } text)
            {
                ArchiveLine.Line(buffer, json =>
                {
                    json.WriteString("kind", "text");
                    json.WriteStartObject("record");
                    json.WriteString("document", cited.Id.ToString());
                    json.WriteString("text", text);
                    json.WriteEndObject();
                });
            }

            Flush(buffer, to);
        }

        foreach (Dataset dataset in view.Datasets())
        {
            Line(buffer, "dataset", null, dataset.Id.ToString(), Payload.Write(dataset));
        }

        foreach (HeldClaim held in view.EachClaim(new ClaimFilter()))
        {
            cancel.ThrowIfCancellationRequested();
            Line(buffer, "claim", held.Recorded, held.Claim.Id, ClaimJson.Write(held.Claim));
            Flush(buffer, to);
        }

        foreach (HeldJudgement held in view.Judgements())
        {
            Line(buffer, "judgement", held.Recorded, held.Id, Payload.Write(held.Judgement));
        }

        Flush(buffer, to, all: true);
    }

    private static void Header(IBufferWriter<byte> buffer, View view) => ArchiveLine.Line(buffer, json =>
    {
        json.WriteString("format", Format);
        json.WriteNumber("version", ArchiveLine.Version);
        json.WriteString("reader", view.Reader.Name);
        Day(json, "asOf", view.AsOf.Valid);
        Day(json, "publishedBy", view.AsOf.PublishedBy);
        Day(json, "knownBy", view.AsOf.KnownBy);
        json.WriteBoolean("whole", false);
    });

    private static void Line(IBufferWriter<byte> buffer, string kind, DateTimeOffset? recorded, string id, string record) => ArchiveLine.Line(buffer, json =>
    {
        json.WriteString("kind", kind);
        json.WriteString("id", id);
        if (recorded is { } at)
        {
            json.WriteString("recorded", ArchiveLine.Shown(at.ToUnixTimeMilliseconds()));
        }

        json.WritePropertyName("record");
        json.WriteRawValue(record, skipInputValidation: true);
    });

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } on)
        {
            json.WriteString(name, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void Flush(ArrayBufferWriter<byte> buffer, Stream to, bool all = false)
    {
        if (all || buffer.WrittenCount >= 1 << 16)
        {
            to.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }
}
