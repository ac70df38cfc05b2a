using Linchpin.Claims;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Log;

/// <summary>Walks the log from its first entry and holds every stored row to it.</summary>
/// <remarks>
/// What it cannot see: that the last entries were cut off together with their rows (keep a head elsewhere and compare), and a change to the full-text index alone,
/// which decides what is found and never what is shown.
/// </remarks>
internal sealed class Verifier(StoredRows rows)
{
    private const int ProgressEvery = 4096;

    private const string Lines = """
        SELECT l.seq, l.kind, l.recorded, l.payload, l.hash,
            CASE WHEN c.seq IS NOT NULL THEN 4 WHEN s.seq IS NOT NULL THEN 1 WHEN t.seq IS NOT NULL THEN 2 WHEN j.seq IS NOT NULL THEN 5 WHEN b.seq IS NOT NULL THEN 6 ELSE 0 END,
            (c.seq IS NOT NULL) + (s.seq IS NOT NULL) + (t.seq IS NOT NULL) + (j.seq IS NOT NULL) + (b.seq IS NOT NULL),
            coalesce(c.json, s.json, j.json, b.json), coalesce(c.recorded, s.recorded, t.recorded, j.recorded, b.recorded)
        FROM log l LEFT JOIN claim c ON c.seq = l.seq LEFT JOIN source s ON s.seq = l.seq LEFT JOIN text t ON t.seq = l.seq
            LEFT JOIN judgement j ON j.seq = l.seq LEFT JOIN label b ON b.seq = l.seq
        ORDER BY l.seq
        """;

    internal static Verification Walk(SqliteConnection db, IProgress<long>? progress, CancellationToken cancel)
    {
        // One transaction, so that what others append meanwhile is not half seen.
        using SqliteTransaction transaction = db.BeginTransaction(deferred: true);
        using var rows = new StoredRows(db, transaction);
        using SqliteCommand lines = db.CreateCommand();
        lines.Transaction = transaction;
        lines.CommandText = Lines;
        return new Verifier(rows).Walk(lines, progress, cancel);
    }

    private Verification Walk(SqliteCommand lines, IProgress<long>? progress, CancellationToken cancel)
    {
        byte[] head = Entry.Origin;
        long number = 0;
        try
        {
            using SqliteDataReader row = lines.ExecuteReader();
            while (row.Read())
            {
                cancel.ThrowIfCancellationRequested();
                var line = new Line(
                    row.GetInt64(0), (EntryKind)row.GetInt64(1), row.GetInt64(2), (byte[])row.GetValue(3), (byte[])row.GetValue(4),
                    (int)row.GetInt64(5), (int)row.GetInt64(6), row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetInt64(8));
                if (Misfit(line, number + 1, head) is { } why)
                {
                    return new Verification(number, Convert.ToHexStringLower(head), number + 1, why);
                }

                (number, head) = (line.Number, line.Hash);
                if (number % ProgressEvery == 0)
                {
                    progress?.Report(number);
                }
            }

            progress?.Report(number);
            return rows.Unlogged() is (long extra, string what)
                ? new Verification(number, Convert.ToHexStringLower(head), extra, $"A {what} is stored under number {extra}, and the log has no such entry.")
                : new Verification(number, Convert.ToHexStringLower(head), null, null);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return new Verification(number, Convert.ToHexStringLower(head), number + 1, "The file is damaged where this entry or its row is kept.");
        }
    }

    private string? Misfit(Line line, long expected, byte[] head)
    {
        if (line.Number != expected)
        {
            return $"Entry {expected} is missing; the next one has number {line.Number}.";
        }

        if (!Entry.Hash(head, line.Number, line.Recorded, line.Kind, line.Payload).AsSpan().SequenceEqual(line.Hash))
        {
            return "The entry's hash does not follow from the entry before it and its own content.";
        }

        string what = line.Kind.ToString().ToLowerInvariant();
        int stored = line.Kind == EntryKind.Dataset ? (int)EntryKind.Document : (int)line.Kind;
        if (line.Rows == 0 || (line.Rows == 1 && line.Stored != stored))
        {
            return $"The {what} that the entry records is not stored any more.";
        }

        if (line.Rows > 1)
        {
            return "More than one row is stored under the entry's number.";
        }

        if (line.RowRecorded != line.Recorded)
        {
            return "The row's recorded time is not the entry's.";
        }

        byte[] payload = line.Kind == EntryKind.Text ? rows.TextHash(line.Number) : Payload.Hash(line.Json ?? "");
        if (!payload.AsSpan().SequenceEqual(line.Payload))
        {
            return $"The stored {what} is not what was recorded.";
        }

        return rows.Misfit(line.Kind, line.Number, line.Json ?? "");
    }

    private readonly record struct Line(
        long Number, EntryKind Kind, long Recorded, byte[] Payload, byte[] Hash, int Stored, int Rows, string? Json, long? RowRecorded);
}
