using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Proofs;

/// <summary>Makes heads and proofs by one pass over the log; keeps a handful of hashes, whatever the log's length.</summary>
internal static class LogProver
{
    /// <summary>The head when the log had so many entries.</summary>
    internal static LogHead Head(SqliteConnection db, long entries, CancellationToken cancel) => Prove(db, entries, [], cancel).Head;

    internal static InclusionProof? Inclusion(SqliteConnection db, string claim, long entries, CancellationToken cancel)
    {
        using SqliteCommand find = db.CreateCommand();
        find.CommandText = """
            SELECT c.seq, c.json, l.recorded, (SELECT p.hash FROM log p WHERE p.seq = c.seq - 1) FROM claim c JOIN log l ON l.seq = c.seq WHERE c.id = @id AND c.seq <= @entries
            """;
        find.Parameters.AddWithValue("@id", Convert.FromHexString(claim));
        find.Parameters.AddWithValue("@entries", entries);
        using SqliteDataReader row = find.ExecuteReader();
        if (!row.Read())
        {
            return null;
        }

        long number = row.GetInt64(0);
        (LogHead head, string[] path) = Prove(db, entries, MerklePath.OfInclusion(number - 1, entries), cancel);
        return new InclusionProof(
            head, row.GetString(1), number, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            Convert.ToHexStringLower(row.IsDBNull(3) ? Entry.Origin : (byte[])row.GetValue(3)), path);
    }

    internal static ConsistencyProof Consistency(SqliteConnection db, long from, long entries, CancellationToken cancel)
    {
        (LogHead to, string[] path) = Prove(db, entries, MerklePath.OfConsistency(from, entries), cancel);
        return new ConsistencyProof(Head(db, from, cancel), to, path);
    }

    /// <summary>The head, and the roots of the parts, in their order.</summary>
    private static (LogHead Head, string[] Roots) Prove(SqliteConnection db, long entries, IReadOnlyList<(long From, long To)> parts, CancellationToken cancel)
    {
        var whole = new MerkleTree();
        MerkleTree[] trees = [.. parts.Select(_ => new MerkleTree())];
        using SqliteCommand log = db.CreateCommand();
        log.CommandText = "SELECT seq, recorded, kind, payload, hash FROM log WHERE seq <= @entries ORDER BY seq";
        log.Parameters.AddWithValue("@entries", entries);
        using SqliteDataReader row = log.ExecuteReader();
        byte[] previous = Entry.Origin;
        long read = 0;
        while (row.Read())
        {
            cancel.ThrowIfCancellationRequested();
            byte[] leaf = MerkleTree.Leaf(Entry.Record(previous, row.GetInt64(0), row.GetInt64(1), (EntryKind)row.GetInt64(2), (byte[])row.GetValue(3)));
            whole.Add(leaf);
            for (int p = 0; p < trees.Length; p++)
            {
                if (read >= parts[p].From && read < parts[p].To)
                {
                    trees[p].Add(leaf);
                }
            }

            previous = (byte[])row.GetValue(4);
            read++;
        }

        return read == entries ? (new LogHead(read, Hex(whole)), [.. trees.Select(Hex)])
            : throw LedgerFaults.Shorter.Because($"The log has {read} entries, and {entries} are asked for.");
    }

    private static string Hex(MerkleTree tree) => Convert.ToHexStringLower(tree.Root());
}
