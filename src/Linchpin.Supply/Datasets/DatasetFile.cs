using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Linchpin.Claims;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Datasets;

/// <summary>The one binary form of a table of one year: in a dataset's folder, and in the cache.</summary>
/// <remarks>
/// <para><b>Layout</b>, little-endian: 128 bytes of header (<see cref="DatasetHeader"/>), Z as n x n doubles row after row, Y as n x m,
/// published output as n where held, primary inputs as n where held; then one SHA-256 for every block of 1 MiB of those doubles, the last
/// block as long as it is; then the root: SHA-256 of header and block hashes. Every number starts on a multiple of 8 bytes, so the file may
/// be mapped.</para>
/// <para><b>Checks:</b> header, length and root at once; every block before its numbers are used, several blocks side by side. A file is
/// written beside its place and renamed: a reader never sees half of one.</para>
/// </remarks>
internal static class DatasetFile
{
    internal const int HeaderBytes = 128;
    internal const int BlockBytes = 1 << 20;
    internal const string Extension = ".lptable";

    private const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Reads a file that must have this header and, where it is known, this root; else says in words what does not fit.</summary>
    internal static (TableCells? Cells, string? Misfit) Read(string path, DatasetHeader wanted, string? root, CancellationToken cancel = default)
    {
        if (!BitConverter.IsLittleEndian)
        {
            return (null, "this machine is big-endian");
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (file.Length != wanted.FileBytes)
        {
            return (null, $"it has {file.Length:N0} bytes, and {wanted.FileBytes:N0} are wanted");
        }

        byte[] header = Bytes(file, 0, HeaderBytes);
        byte[] tail = Bytes(file, HeaderBytes + wanted.NumberBytes, (wanted.Blocks * HashBytes) + HashBytes);
        if (!header.AsSpan().SequenceEqual(wanted.ToBytes()))
        {
            return (null, "its header states another table");
        }

        byte[] found = Root(header, tail.AsSpan(0, tail.Length - HashBytes));
        if (!found.AsSpan().SequenceEqual(tail.AsSpan(tail.Length - HashBytes)) || (root is not null && Convert.ToHexStringLower(found) != root))
        {
            return (null, "its checksum is wrong");
        }

        TableCells cells = wanted.Empty();
        int bad = ReadBlocks(file, wanted, cells, tail, cancel);
        return bad < 0 ? (cells, null) : (null, $"block {bad} of its numbers does not have the checksum that it was written with");
    }

    /// <summary>Writes a table to a new file that must not be there yet; its root, lower-case hex.</summary>
    internal static string Write(string path, DatasetHeader header, TableCells cells, CancellationToken cancel = default)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        byte[] head = header.ToBytes();
        file.Write(head);
        var blocks = new BlockWriter(file, header.Blocks);
        foreach ((double[]? plain, Matrix? matrix) in header.Parts(cells))
        {
            if (plain is not null)
            {
                blocks.Add(MemoryMarshal.AsBytes(plain.AsSpan()));
            }

            for (int i = 0; matrix is not null && i < matrix.Rows; i++)
            {
                cancel.ThrowIfCancellationRequested();
                blocks.Add(MemoryMarshal.AsBytes(matrix.Row(i)));
            }
        }

        byte[] hashes = blocks.Finish();
        byte[] root = Root(head, hashes);
        file.Write(hashes);
        file.Write(root);
        file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(root);
    }

    private static byte[] Bytes(FileStream file, long at, int count)
    {
        byte[] bytes = new byte[count];
        for (int got = 0; got < count;)
        {
            int read = RandomAccess.Read(file.SafeFileHandle, bytes.AsSpan(got), at + got);
            got += read > 0 ? read : throw new EndOfStreamException("the file ended while it was read");
        }

        return bytes;
    }

    private static byte[] Root(ReadOnlySpan<byte> header, ReadOnlySpan<byte> hashes)
    {
        using var root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        root.AppendData(header);
        root.AppendData(hashes);
        return root.GetHashAndReset();
    }

    /// <summary>Reads and checks all blocks; the number of a bad one, or -1.</summary>
    private static int ReadBlocks(FileStream file, DatasetHeader header, TableCells cells, byte[] hashes, CancellationToken cancel)
    {
        int bad = -1;
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, header.Blocks, options, () => new byte[BlockBytes], (block, state, buffer) =>
        {
            long at = (long)block * BlockBytes;
            Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(BlockBytes, header.NumberBytes - at));
            for (int got = 0; got < bytes.Length;)
            {
                int read = RandomAccess.Read(file.SafeFileHandle, bytes[got..], HeaderBytes + at + got);
                got += read > 0 ? read : throw new EndOfStreamException("the file ended while it was read");
            }

            Span<byte> hash = stackalloc byte[HashBytes];
            SHA256.HashData(bytes, hash);
            if (!hash.SequenceEqual(hashes.AsSpan(block * HashBytes, HashBytes)))
            {
                Interlocked.Exchange(ref bad, block);
                state.Stop();
                return buffer;
            }

            header.Place(cells, at / sizeof(double), MemoryMarshal.Cast<byte, double>(bytes));
            return buffer;
        }, _ => { });
        return bad;
    }

    /// <summary>Cuts what is written into blocks and hashes each.</summary>
    private sealed class BlockWriter(FileStream file, int blocks)
    {
        private readonly byte[] _block = new byte[BlockBytes];
        private readonly byte[] _hashes = new byte[blocks * HashBytes];
        private int _used;
        private int _done;

        internal void Add(ReadOnlySpan<byte> bytes)
        {
            while (bytes.Length > 0)
            {
                int take = Math.Min(bytes.Length, BlockBytes - _used);
                bytes[..take].CopyTo(_block.AsSpan(_used));
                _used += take;
                bytes = bytes[take..];
                if (_used == BlockBytes)
                {
                    Put();
                }
            }
        }

        internal byte[] Finish()
        {
            if (_used > 0)
            {
                Put();
            }

            return _hashes;
        }

        private void Put()
        {
            file.Write(_block, 0, _used);
            SHA256.HashData(_block.AsSpan(0, _used), _hashes.AsSpan(_done * HashBytes, HashBytes));
            _done++;
            _used = 0;
        }
    }
}
