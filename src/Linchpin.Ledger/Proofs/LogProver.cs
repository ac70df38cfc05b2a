using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Proofs;

/// <summary>Makes heads and proofs by one pass over the log; keeps a handful of hashes, whatever the log's length.</summary>
internal static class LogProver
{
    /// <summary>The head when the log had so many entries.</summary>
    internal static LogHead Head(DbConnection db, long entries, CancellationToken cancel) => Prove(db, entries, [], cancel).Head;

    internal static InclusionProof? Inclusion(DbConnection db, string claim, long entries, CancellationToken cancel)
    {
        (long number, string json, long recorded, byte[]? before) = db.QuerySingleOrDefault<(long, string, long, byte[]?)>(
            """
            SELECT c.seq, c.json, l.recorded, (SELECT p.hash FROM log p WHERE p.seq = c.seq - 1) FROM claim c JOIN log l ON l.seq = c.seq WHERE c.id = @id AND c.seq <= @entries
            """,
            new { id = Convert.FromHexString(claim), entries });
        if (number == 0)
        {
            return null;
        }

        (LogHead head, string[] path) = Prove(db, entries, MerklePath.OfInclusion(number - 1, entries), cancel);
        return new InclusionProof(head, json, number, DateTimeOffset.FromUnixTimeMilliseconds(recorded), Convert.ToHexStringLower(before ?? Entry.Origin), path);
    }

    internal static ConsistencyProof Consistency(DbConnection db, long from, long entries, CancellationToken cancel)
    {
        (LogHead to, string[] path) = Prove(db, entries, MerklePath.OfConsistency(from, entries), cancel);
        return new ConsistencyProof(Head(db, from, cancel), to, path);
    }

    /// <summary>The head, and the roots of the parts, in their order.</summary>
    private static (LogHead Head, string[] Roots) Prove(DbConnection db, long entries, IReadOnlyList<(long From, long To)> parts, CancellationToken cancel)
    {
        var whole = new MerkleTree();
        MerkleTree[] trees = [.. parts.Select(_ => new MerkleTree())];
        byte[] previous = Entry.Origin;
        long read = 0;
        foreach ((long number, long recorded, long kind, byte[] payload, byte[] hash) in Lines(db, entries))
        {
            cancel.ThrowIfCancellationRequested();
            byte[] leaf = MerkleTree.Leaf(Entry.Record(previous, number, recorded, (EntryKind)kind, payload));
            whole.Add(leaf);
            for (int p = 0; p < trees.Length; p++)
            {
                if (read >= parts[p].From && read < parts[p].To)
                {
                    trees[p].Add(leaf);
                }
            }

            previous = hash;
            read++;
        }

        return read == entries ? (new LogHead(read, Hex(whole)), [.. trees.Select(Hex)])
            : throw LedgerFaults.Shorter.Because($"The log has {read} entries, and {entries} are asked for.");
    }

    /// <summary>The log, a part at a time, so that it can be left at any line.</summary>
    private static IEnumerable<(long Number, long Recorded, long Kind, byte[] Payload, byte[] Hash)> Lines(DbConnection db, long entries)
    {
        for (long after = long.MinValue; ;)
        {
            List<(long Number, long, long, byte[], byte[])> lines = [.. db.Query<(long, long, long, byte[], byte[])>(
                "SELECT seq, recorded, kind, payload, hash FROM log WHERE seq > @after AND seq <= @entries ORDER BY seq LIMIT 10000", new { after, entries })];
            foreach ((long, long, long, byte[], byte[]) line in lines)
            {
                yield return line;
            }

            if (lines.Count == 0)
            {
                yield break;
            }

            after = lines[^1].Number;
        }
    }

    private static string Hex(MerkleTree tree) => Convert.ToHexStringLower(tree.Root());
}
