using System.IO.Compression;
using System.Security.Cryptography;

namespace Linchpin.Supply.Tables;

/// <summary>A stream that is only read, once, from its beginning.</summary>
internal abstract class OneWayStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public abstract override int Read(Span<byte> buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Hashes what is read through it, to the last byte of the file.</summary>
internal sealed class HashingStream(Stream inner) : OneWayStream
{
    private const int BufferBytes = 1 << 16;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override int Read(Span<byte> buffer)
    {
        int count = inner.Read(buffer);
        _hash.AppendData(buffer[..count]);
        return count;
    }

    internal string Finish()
    {
        byte[] rest = new byte[BufferBytes];
        while (Read(rest) > 0)
        {
            // What the unpacking left unread is part of the file and of its hash.
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Unpacks one gzip member and holds its length to the file's trailer: the platform's own stream takes a file that was cut off for
/// one that ended.</summary>
internal sealed class UnpackedStream(Stream packed, uint statedLength) : OneWayStream
{
    private readonly GZipStream _unpacked = new(packed, CompressionMode.Decompress, leaveOpen: true);
    private long _length;

    public override int Read(Span<byte> buffer)
    {
        int count = _unpacked.Read(buffer);
        _length += count;
        return count > 0 || buffer.Length == 0 || unchecked((uint)_length) == statedLength ? count
            : throw new InvalidDataException($"it gives {_length:N0} bytes and its last bytes state {statedLength:N0}: it is cut off, or made of several parts");
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }
}
