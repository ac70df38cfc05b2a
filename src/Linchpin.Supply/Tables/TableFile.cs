using System.IO.Compression;
using System.Security.Cryptography;
using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>Opens the files of a table folder: every failure of the disk is a fault that names the file, and what is read is hashed as it
/// is read.</summary>
internal static class TableFile
{
    internal static FileStream Open(string path, TableLimits limits)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw SupplyFaults.FileMissing.Because(Directory.Exists(path) ? "A folder stands where a file is wanted." : "There is no such file in the folder.", name);
        }

        FileStream stream = Guard(name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan));
        try
        {
            long length = Guard(name, () => stream.Length);
            return length == 0 ? throw SupplyFaults.FileEmpty.Because("The file has no bytes.", name)
                : length > limits.FileBytes ? throw SupplyFaults.FileTooLarge.Because($"{length:N0} bytes; at most {limits.FileBytes:N0} are read.", name)
                : stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>The whole of a small file.</summary>
    internal static byte[] ReadSmall(string path, int most)
    {
        using FileStream stream = Open(path, TableLimits.Standard with { FileBytes = most });
        return Guard(Path.GetFileName(path), () =>
        {
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });
    }

    /// <summary>SHA-256 of the file as it lies on the disk, lower-case hex.</summary>
    internal static string HashOf(string path, TableLimits limits)
    {
        using FileStream stream = Open(path, limits);
        return Guard(Path.GetFileName(path), () => Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <summary>Reads a file line by line, unpacking a name that ends in <c>.gz</c>.</summary>
    /// <returns>SHA-256 of the file as it lay on the disk while it was read.</returns>
    internal static string ReadLines(string path, TableLimits limits, Action<LineReader> read)
    {
        string name = Path.GetFileName(path);
        using FileStream file = Open(path, limits);
        using var hashed = new HashingStream(file);
        return Guard(name, () =>
        {
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                using var unpacked = new UnpackedStream(hashed, StatedLength(file));
                read(new LineReader(unpacked, name, limits.UnpackedBytes, limits.LineBytes));
            }
            else
            {
                read(new LineReader(hashed, name, limits.FileBytes, limits.LineBytes));
            }

            return hashed.Finish();
        });
    }

    /// <summary>Reads the beginning of a file, and neither hashes it nor looks at its end.</summary>
    internal static void ReadFirst(string path, TableLimits limits, Action<LineReader> read)
    {
        string name = Path.GetFileName(path);
        using FileStream file = Open(path, limits);
        Guard(name, () =>
        {
            bool packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            using Stream text = packed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
            read(new LineReader(text, name, packed ? limits.UnpackedBytes : limits.FileBytes, limits.LineBytes));
            return true;
        });
    }

    private static T Guard<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InvalidDataException e)
        {
            throw SupplyFaults.GzipDamaged.Because($"The file cannot be unpacked: {Shown.Short(e.Message, 160)}", name, inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SupplyFaults.FileUnreadable.Because(Shown.Short(e.Message, 160), name, inner: e);
        }
    }

    /// <summary>The length of the unpacked text modulo 2^32, as the last four bytes of a gzip file state it (RFC 1952).</summary>
    private static uint StatedLength(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[4];
        return file.Length < 18 || RandomAccess.Read(file.SafeFileHandle, trailer, file.Length - 4) != 4
            ? throw new InvalidDataException("it is shorter than any gzip file")
            : System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }
}
