namespace Linchpin.Ledger.Proofs;

/// <summary>Which parts of the tree a proof is made of, and how it is checked (RFC 9162, 2.1.3 and 2.1.4). Leaves are counted from 0; a part is from its first leaf to before its last.</summary>
internal static class MerklePath
{
    /// <summary>Parts whose roots prove that a leaf is in a tree, from the leaf upwards.</summary>
    internal static List<(long From, long To)> OfInclusion(long leaf, long size)
    {
        var parts = new List<(long, long)>();
        for ((long from, long to) = (0, size); to - from > 1;)
        {
            long middle = from + Half(to - from);
            parts.Add(leaf < middle ? (middle, to) : (from, middle));
            (from, to) = leaf < middle ? (from, middle) : (middle, to);
        }

        parts.Reverse();
        return parts;
    }

    /// <summary>Parts whose roots prove that a tree begins with a smaller one, from the end of the smaller one upwards; none where either is empty or both are one.</summary>
    internal static List<(long From, long To)> OfConsistency(long smaller, long size)
    {
        var parts = new List<(long, long)>();
        if (smaller == 0 || smaller == size)
        {
            return parts;
        }

        // While the way leads left only, the smaller tree's own root is the part sought, and who checks has it.
        (long from, long to, bool known) = (0, size, true);
        while (smaller < to)
        {
            long middle = from + Half(to - from);
            if (smaller <= middle)
            {
                parts.Add((middle, to));
                to = middle;
            }
            else
            {
                parts.Add((from, middle));
                from = middle;
                known = false;
            }
        }

        if (!known)
        {
            parts.Add((from, to));
        }

        parts.Reverse();
        return parts;
    }

    /// <summary>Whether the path leads from the leaf's hash to the root.</summary>
    internal static bool Includes(byte[] leaf, long number, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (number < 0 || number >= size || path.Count != OfInclusion(number, size).Count)
        {
            return false;
        }

        (long at, long last, byte[] hash) = (number, size - 1, leaf);
        foreach (byte[] part in path)
        {
            if (at % 2 == 1 || at == last)
            {
                hash = MerkleTree.Node(part, hash);
                while (at % 2 == 0 && at != 0)
                {
                    (at, last) = (at / 2, last / 2);
                }
            }
            else
            {
                hash = MerkleTree.Node(hash, part);
            }

            (at, last) = (at / 2, last / 2);
        }

        return hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the path shows that the tree of the second root begins with that of the first.</summary>
    internal static bool Extends(long smaller, byte[] first, long size, byte[] second, IReadOnlyList<byte[]> path)
    {
        if (smaller < 0 || smaller > size || path.Count != OfConsistency(smaller, size).Count)
        {
            return false;
        }

        if (smaller == 0)
        {
            return first.AsSpan().SequenceEqual(new MerkleTree().Root());
        }

        if (smaller == size)
        {
            return first.AsSpan().SequenceEqual(second);
        }

        bool whole = (smaller & (smaller - 1)) == 0;
        (byte[] old, byte[] grown) = whole ? (first, first) : (path[0], path[0]);
        (long at, long last) = (smaller - 1, size - 1);
        while (at % 2 == 1)
        {
            (at, last) = (at / 2, last / 2);
        }

        foreach (byte[] part in path.Skip(whole ? 0 : 1))
        {
            if (at % 2 == 1 || at == last)
            {
                (old, grown) = (MerkleTree.Node(part, old), MerkleTree.Node(part, grown));
                while (at % 2 == 0 && at != 0)
                {
                    (at, last) = (at / 2, last / 2);
                }
            }
            else
            {
                grown = MerkleTree.Node(grown, part);
            }

            (at, last) = (at / 2, last / 2);
        }

        return old.AsSpan().SequenceEqual(first) && grown.AsSpan().SequenceEqual(second);
    }

    /// <summary>The largest power of two under a number over 1.</summary>
    private static long Half(long size) => 1L << (63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(size - 1)));
}
