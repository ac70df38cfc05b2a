using Dapper;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Log;

/// <summary>Walks the log from its first entry and holds every stored row to it.</summary>
internal sealed class Verifier(SqliteConnection db)
{
    private const int ProgressEvery = 4096;

    private const string Sql = """
        SELECT l.seq, l.kind, l.recorded, l.payload, l.hash, c.seq, s.seq, t.seq, j.seq, coalesce(c.json, s.json, j.json),
            coalesce(c.recorded, s.recorded, j.recorded, t.recorded), coalesce(c.handling, s.handling, j.handling), coalesce(c.source, t.source)
        FROM log l LEFT JOIN claim c ON c.seq = l.seq LEFT JOIN source s ON s.seq = l.seq LEFT JOIN text t ON t.seq = l.seq LEFT JOIN judgement j ON j.seq = l.seq
        ORDER BY l.seq
        """;

    internal Verification Walk(IProgress<long>? progress, CancellationToken cancel)
    {
        // One transaction, so that what others append meanwhile is not half seen.
        using SqliteTransaction transaction = db.BeginTransaction(deferred: true);
        byte[] head = Entry.Origin;
        long number = 0;
        try
        {
            foreach (Line line in Lines(transaction))
            {
                cancel.ThrowIfCancellationRequested();
                string? why = Misfit(line, number + 1, head, transaction);
                if (why is not null)
                {
                    return new Verification(number, Convert.ToHexStringLower(head), number + 1, why);
                }

                (number, head) = (line.Seq, line.Hash);
                if (number % ProgressEvery == 0)
                {
                    progress?.Report(number);
                }
            }

            progress?.Report(number);
            return Unlogged(transaction) is (long row, string what)
                ? new Verification(number, Convert.ToHexStringLower(head), row, $"A {what} is stored under number {row}, and the log has no such entry.")
                : new Verification(number, Convert.ToHexStringLower(head), null, null);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return new Verification(number, Convert.ToHexStringLower(head), number + 1, "The file is damaged where this entry or its row is kept.");
        }
    }

    private IEnumerable<Line> Lines(SqliteTransaction transaction)
    {
        using System.Data.IDataReader row = db.ExecuteReader(Sql, transaction: transaction);
        while (row.Read())
        {
            yield return new Line(
                row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), (byte[])row.GetValue(3), (byte[])row.GetValue(4),
                Entry(5), Entry(6), Entry(7), Entry(8), row.IsDBNull(9) ? null : row.GetString(9), Entry(10), Entry(11), Entry(12));
        }

        long? Entry(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
    }

    private string? Misfit(Line line, long expected, byte[] head, SqliteTransaction transaction)
    {
        if (line.Seq != expected)
        {
            return $"Entry {expected} is missing; the next one has number {line.Seq}.";
        }

        var kind = (EntryKind)line.Kind;
        if (!Entry.Hash(head, line.Seq, line.Recorded, kind, line.Payload).AsSpan().SequenceEqual(line.Hash))
        {
            return "The entry's hash does not follow from the entry before it and its own content.";
        }

        bool stored = kind switch
        {
            EntryKind.Claim => line.Claim is not null,
            EntryKind.Document or EntryKind.Dataset => line.SourceRow is not null,
            EntryKind.Text => line.Text is not null,
            EntryKind.Judgement => line.Judgement is not null,
            _ => false,
        };
        if (!stored)
        {
            return $"What the entry records ({kind.ToString().ToLowerInvariant()}) is not stored any more.";
        }

        if (new[] { line.Claim, line.SourceRow, line.Text, line.Judgement }.Count(row => row is not null) > 1)
        {
            return "Two rows are stored under the entry's number.";
        }

        if (line.RowRecorded != line.Recorded)
        {
            return "The row's recorded time is not the entry's.";
        }

        if (!(kind == EntryKind.Text ? TextHash(line, transaction) : Payload.Hash(line.Json ?? "")).AsSpan().SequenceEqual(line.Payload))
        {
            return $"The stored {kind.ToString().ToLowerInvariant()} is not what was recorded.";
        }

        return null;
    }

    private byte[] TextHash(Line line, SqliteTransaction transaction)
    {
        string id = db.ExecuteScalar<string>("SELECT id FROM source WHERE seq = @Source", new { line.Source }, transaction) ?? "";
        using var hash = Payload.TextHash(id);
        foreach (byte[] words in db.Query<byte[]>("SELECT words FROM text_part WHERE source = @Source ORDER BY start", new { line.Source }, transaction, buffered: false))
        {
            hash.AppendData(words);
        }

        return hash.GetHashAndReset();
    }

    private (long, string)? Unlogged(SqliteTransaction transaction)
    {
        foreach ((string table, string what) in new[] { ("source", "source"), ("text", "text"), ("claim", "claim"), ("judgement", "judgement") })
        {
            if (db.ExecuteScalar<long?>($"SELECT min(seq) FROM {table} WHERE seq NOT IN (SELECT seq FROM log)", transaction: transaction) is { } row)
            {
                return (row, what);
            }
        }

        return null;
    }

    private sealed record Line(
        long Seq, long Kind, long Recorded, byte[] Payload, byte[] Hash, long? Claim, long? SourceRow, long? Text, long? Judgement, string? Json,
        long? RowRecorded, long? Handling, long? Source);
}
