using System.Buffers;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Archives;

/// <summary>Writes the whole log with what it records as JSON Lines, in its order. Holds one page of entries in memory, and one document's text.</summary>
/// <remarks>Every entry is held to its hash on the way, so a damaged ledger gives a fault and no archive that looks whole.</remarks>
internal static class ArchiveWriter
{
    private const int PageLength = 500;

    private const string Page = """
        SELECT l.seq, l.kind, l.recorded, l.hash, coalesce(c.json, s.json, j.json, b.json), t.source, ts.id
        FROM log l LEFT JOIN claim c ON c.seq = l.seq LEFT JOIN source s ON s.seq = l.seq LEFT JOIN judgement j ON j.seq = l.seq
            LEFT JOIN label b ON b.seq = l.seq LEFT JOIN text t ON t.seq = l.seq LEFT JOIN source ts ON ts.seq = t.source
        WHERE l.seq > @after AND l.seq <= @until ORDER BY l.seq
        """;

    /// <summary>Writes the archive and returns the number of its entries.</summary>
    /// <exception cref="FaultException"><c>ledger.corrupt</c></exception>
    internal static long Write(Store store, Stream to, IProgress<long>? progress, CancellationToken cancel)
    {
        (long entries, byte[] last) = store.Read(db => db.QueryFirstOrDefault<(long, byte[])?>("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")) ?? (0, Entry.Origin);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        ArchiveLine.Write(buffer, new ArchiveHeader(entries, Convert.ToHexStringLower(last)));
        byte[] previous = Entry.Origin;
        for (long after = 0; after < entries; after += PageLength)
        {
            long until = Math.Min(after + PageLength, entries);
            foreach (Row row in store.Read(db => db.Query<(long, long, long, byte[], string?, long?, string?)>(Page, new { after, until }).Select(Row.Of).ToList()))
            {
                cancel.ThrowIfCancellationRequested();
                string? text = row.TextOf is { } source ? store.Read(db => DocumentText.Whole(db, source)) : null;
                byte[] payload = text is null ? Payload.Hash(row.Json ?? "") : Payload.HashOf(row.Document!, text);
                byte[] hash = Entry.Hash(previous, row.Seq, row.Recorded, row.Kind, payload);
                if (!hash.AsSpan().SequenceEqual(row.Hash))
                {
                    throw LedgerFaults.Corrupt.Because($"What entry {row.Seq} recorded is not stored as it was.");
                }

                Write(buffer, row, text);
                previous = hash;
                if (buffer.WrittenCount >= 1 << 16)
                {
                    Flush(buffer, to);
                }
            }

            progress?.Report(until);
        }

        Flush(buffer, to);
        return previous.AsSpan().SequenceEqual(last) ? entries : throw LedgerFaults.Corrupt.Because($"The log has not all of its {entries} entries.");
    }

    private static void Write(ArrayBufferWriter<byte> buffer, Row row, string? text) =>
        ArchiveLine.Write(buffer, row.Seq, row.Recorded, row.Kind, row.Hash, json =>
        {
            if (text is null)
            {
                json.WriteRawValue(row.Json!, skipInputValidation: true);
                return;
            }

            json.WriteStartObject();
            json.WriteString("document", row.Document);
            json.WriteString("text", text);
            json.WriteEndObject();
        });

    private static void Flush(ArrayBufferWriter<byte> buffer, Stream to)
    {
        to.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private sealed record Row(long Seq, EntryKind Kind, long Recorded, byte[] Hash, string? Json, long? TextOf, string? Document)
    {
        internal static Row Of((long Seq, long Kind, long Recorded, byte[] Hash, string? Json, long? TextOf, string? Document) row) =>
            new(row.Seq, (EntryKind)row.Kind, row.Recorded, row.Hash, row.Json, row.TextOf, row.Document);
    }
}
