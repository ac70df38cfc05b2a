using System.Security.Cryptography;

namespace Linchpin.Ledger.Proofs;

/// <summary>The root of a Merkle tree (RFC 9162, 2.1.1) over leaves that come one after another; keeps one hash for each bit of their number.</summary>
internal sealed class MerkleTree
{
    private readonly Stack<(long Leaves, byte[] Root)> _whole = new();

    /// <summary>Hash of a leaf: SHA-256 of a zero byte and the leaf.</summary>
    internal static byte[] Leaf(ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[1 + content.Length];
        bytes[0] = 0;
        content.CopyTo(bytes[1..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>Hash of a node: SHA-256 of a one byte and the two hashes below it.</summary>
    internal static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> bytes = stackalloc byte[1 + 32 + 32];
        bytes[0] = 1;
        left.CopyTo(bytes[1..33]);
        right.CopyTo(bytes[33..]);
        return SHA256.HashData(bytes);
    }

    /// <summary>Adds the next leaf by its hash.</summary>
    internal void Add(byte[] leaf)
    {
        (long leaves, byte[] root) = (1, leaf);
        while (_whole.TryPeek(out (long Leaves, byte[] Root) last) && last.Leaves == leaves)
        {
            _whole.Pop();
            (leaves, root) = (leaves * 2, Node(last.Root, root));
        }

        _whole.Push((leaves, root));
    }

    /// <summary>The root over what was added; SHA-256 of nothing where that is nothing.</summary>
    internal byte[] Root()
    {
        byte[]? root = null;
        foreach ((_, byte[] left) in _whole)
        {
            root = root is null ? left : Node(left, root);
        }

        return root ?? SHA256.HashData([]);
    }
}
