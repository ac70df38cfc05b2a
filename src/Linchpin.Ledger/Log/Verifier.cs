using System.Data.Common;
using Dapper;

namespace Linchpin.Ledger.Log;

/// <summary>Walks the log from its first entry and holds every stored row to it.</summary>
/// <remarks>
/// What it cannot see: that the last entries were cut off together with their rows (keep a head elsewhere and compare), and a change to the full-text index alone,
/// which decides what is found and never what is shown.
/// </remarks>
internal sealed class Verifier(StoredRows rows)
{
    private const int ProgressEvery = 4096, PageLength = 500;

    // The joins say the range again: PostgreSQL does not carry it over to their other side, and would read every table from its beginning for each page.
    private static readonly string Page = $"""
        SELECT l.seq, l.kind, l.recorded, l.payload, l.hash,
            CASE WHEN c.seq IS NOT NULL THEN 4 WHEN s.seq IS NOT NULL THEN 1 WHEN t.seq IS NOT NULL THEN 2 WHEN j.seq IS NOT NULL THEN 5 WHEN b.seq IS NOT NULL THEN 6 ELSE 0 END,
            {string.Join(" + ", "cstjb".Select(table => $"CASE WHEN {table}.seq IS NULL THEN 0 ELSE 1 END"))},
            coalesce(c.json, s.json, j.json, b.json), coalesce(c.recorded, s.recorded, t.recorded, j.recorded, b.recorded),
            c.id, c.subject, c.kind, c.property, c.single, c.entity, c.held_from, c.held_to, c.published, c.source, c.handling, p.source, p.start, p.until
        FROM log l {Joined("claim c")} {Joined("source s")} {Joined("text t")} {Joined("judgement j")} {Joined("label b")} LEFT JOIN passage p ON p.id = c.passage
        WHERE l.seq > @after AND l.seq <= @until ORDER BY l.seq
        """;

    internal static Verification Walk(DbConnection db, IProgress<long>? progress, CancellationToken cancel) => new Verifier(new StoredRows(db)).Walked(db, progress, cancel);

    private Verification Walked(DbConnection db, IProgress<long>? progress, CancellationToken cancel)
    {
        byte[] head = Entry.Origin;
        long number = 0;
        try
        {
            foreach (Line line in Lines(db))
            {
                cancel.ThrowIfCancellationRequested();
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
        catch (DbException e) when (Storage.Store.IsDamage(e))
        {
            return new Verification(number, Convert.ToHexStringLower(head), number + 1, "The file is damaged where this entry or its row is kept.");
        }
    }

    /// <summary>The log with the row that each entry records, a page at a time.</summary>
    private static IEnumerable<Line> Lines(DbConnection db)
    {
        for (long after = long.MinValue; ;)
        {
            long? until = db.Query<long?>("SELECT seq FROM log WHERE seq > @after ORDER BY seq LIMIT @PageLength", new { after, PageLength }).LastOrDefault();
            if (until is null)
            {
                yield break;
            }

            var page = new List<Line>(PageLength);
            using (DbDataReader row = (DbDataReader)db.ExecuteReader(Page, new { after, until }))
            {
                while (row.Read())
                {
                    page.Add(Line.Of(row));
                }
            }

            foreach (Line line in page)
            {
                yield return line;
            }

            after = until.Value;
        }
    }

    private static string Joined(string table) => $"LEFT JOIN {table} ON {table[^1]}.seq = l.seq AND {table[^1]}.seq > @after AND {table[^1]}.seq <= @until";

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

        return rows.Misfit(line.Kind, line.Number, line.Json ?? "", line.Claim);
    }

    private sealed record Line(
        long Number, EntryKind Kind, long Recorded, byte[] Payload, byte[] Hash, int Stored, int Rows, string? Json, long? RowRecorded, StoredClaim? Claim)
    {
        internal static Line Of(DbDataReader row) => new(
            row.GetInt64(0), (EntryKind)row.GetInt64(1), row.GetInt64(2), (byte[])row.GetValue(3), (byte[])row.GetValue(4),
            (int)row.GetInt64(5), (int)row.GetInt64(6), row.IsDBNull(7) ? null : row.GetString(7), row.IsDBNull(8) ? null : row.GetInt64(8),
            row.IsDBNull(9) ? null : new StoredClaim(
                (byte[])row.GetValue(9), row.GetString(10), row.GetString(11), row.GetString(12), Optional(row, 13), row.IsDBNull(14) ? null : row.GetString(14),
                Optional(row, 15), Optional(row, 16), Optional(row, 17), row.GetInt64(18), row.GetInt64(19), Optional(row, 20), Optional(row, 21), Optional(row, 22)));

        private static long? Optional(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }
}
