using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Linchpin.Claims;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tables;

/// <summary>Tables in binary form, so that a second opening does not parse. A copy that can be thrown away: what does not check out is read
/// again from the table's files.</summary>
/// <remarks>
/// <para><b>Layout</b>, little-endian: 128 bytes of header (0: <c>LPTABLE1</c>, 8: year, 12: industries n, 16: final demand columns m, 20:
/// 1 where output is held,
/// 24: version, 56: descriptor hash, each 32 bytes, then zeros), Z as n x n doubles, Y as n x m, output as n where held, then SHA-256 of
/// all before it.
/// Every matrix starts on a multiple of 8 bytes, so the file may be mapped.</para>
/// <para>A file is written beside its place and renamed: a reader never sees half of one.</para>
/// </remarks>
internal sealed class TableCache(string folder)
{
    private const int HeaderBytes = 128;

    private static ReadOnlySpan<byte> Magic => "LPTABLE1"u8;

    /// <summary>The table as it was written; <see langword="null"/> where there is none or it does not check out.</summary>
    internal TableCells? Read(string version, string descriptorHash, CacheSize size)
    {
        string path = PathOf(version, descriptorHash, size);
        if (!BitConverter.IsLittleEndian || !File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            Span<byte> header = stackalloc byte[HeaderBytes];
            bool whole = file.Length == size.Bytes(HeaderBytes) + SHA256.HashSizeInBytes && file.ReadAtLeast(header, HeaderBytes, false) == HeaderBytes;
            if (!whole || !header.SequenceEqual(Header(version, descriptorHash, size)))
            {
                return null;
            }

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(header);
            var z = new Matrix(size.Industries, size.Industries);
            var y = new Matrix(size.Industries, size.FinalColumns);
            double[]? output = size.Output ? new double[size.Industries] : null;
            Fill(file, z, hash);
            Fill(file, y, hash);
            Fill(file, output, hash);
            Span<byte> kept = stackalloc byte[SHA256.HashSizeInBytes];
            file.ReadExactly(kept);
            return kept.SequenceEqual(hash.GetHashAndReset()) ? new TableCells(z, y, output) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the table; says in words what hindered it, or <see langword="null"/> where nothing did.</summary>
    internal string? Write(string version, string descriptorHash, CacheSize size, TableCells cells)
    {
        if (!BitConverter.IsLittleEndian)
        {
            return "this machine is big-endian";
        }

        string path = PathOf(version, descriptorHash, size);
        string beside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                Put(file, Header(version, descriptorHash, size), hash);
                PutRows(file, cells.Z, hash);
                PutRows(file, cells.Y, hash);
                Put(file, MemoryMarshal.AsBytes(cells.Output.AsSpan()), hash);
                file.Write(hash.GetHashAndReset());
            }

            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            return Shown.Short(e.Message, 160);
        }
    }

    private string PathOf(string version, string descriptorHash, CacheSize size) =>
        Path.Combine(folder, FormattableString.Invariant($"{size.Year:0000}-{version[..16]}-{descriptorHash[..8]}.lptable"));

    private static byte[] Header(string version, string descriptorHash, CacheSize size)
    {
        byte[] header = new byte[HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), size.Year);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), size.Industries);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), size.FinalColumns);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), size.Output ? 1 : 0);
        Convert.FromHexString(version).CopyTo(header, 24);
        Convert.FromHexString(descriptorHash).CopyTo(header, 56);
        return header;
    }

    private static void Fill(FileStream file, Matrix matrix, IncrementalHash hash)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            Fill(file, matrix.Row(i), hash);
        }
    }

    private static void Fill(FileStream file, Span<double> numbers, IncrementalHash hash)
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(numbers);
        file.ReadExactly(bytes);
        hash.AppendData(bytes);
    }

    private static void PutRows(FileStream file, Matrix matrix, IncrementalHash hash)
    {
        for (int i = 0; i < matrix.Rows; i++)
        {
            Put(file, MemoryMarshal.AsBytes(matrix.Row(i)), hash);
        }
    }

    private static void Put(FileStream file, ReadOnlySpan<byte> bytes, IncrementalHash hash)
    {
        file.Write(bytes);
        hash.AppendData(bytes);
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk that refused the file may refuse this too; the table itself is whole in memory.
        }
    }
}

/// <summary>The sizes that a cached table must have.</summary>
internal sealed record CacheSize(int Year, int Industries, int FinalColumns, bool Output)
{
    internal long Bytes(int header) => header + (8L * Industries * (Industries + FinalColumns + (Output ? 1 : 0)));
}
