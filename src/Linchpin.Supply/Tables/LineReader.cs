using System.Runtime.CompilerServices;

namespace Linchpin.Supply.Tables;

/// <summary>Lines of a text as bytes, one at a time, with bounded memory.</summary>
/// <remarks>A line ends at LF or CRLF; a byte order mark before the first is passed over. Spans live until the next call.</remarks>
internal sealed class LineReader
{
    private const int Chunk = 1 << 17;
    private readonly Stream _stream;
    private readonly long _mostBytes;
    private readonly int _mostLine;
    private readonly byte[] _buffer;
    private int _start;
    private int _end;
    private long _read;
    private bool _over;

    internal LineReader(Stream stream, string name, long mostBytes, int mostLine)
    {
        _stream = stream;
        Name = name;
        _mostBytes = mostBytes;
        _mostLine = mostLine;
        _buffer = new byte[Math.Max(Chunk, 2 * (mostLine + 2))];
    }

    /// <summary>The file's name without its folder.</summary>
    internal string Name { get; }

    /// <summary>The number of the last line read, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>Where the last line stands, for faults.</summary>
    internal string Place => $"{Name}, line {Line}";

    /// <summary>The next line without its end; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            int length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0 || (_over && _start < _end))
            {
                line = _buffer.AsSpan(_start, length >= 0 ? length : _end - _start);
                _start += length >= 0 ? length + 1 : line.Length;
                Line++;
                Bound(line.Length);
                line = line.EndsWith("\r"u8) ? line[..^1] : line;
                line = Line == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
                return true;
            }

            if (_over)
            {
                line = default;
                return false;
            }

            Bound(_end - _start);
            Fill();
        }
    }

    private void Bound(int length)
    {
        if (length > _mostLine)
        {
            throw SupplyFaults.LineTooLong.Because($"A line of more than {_mostLine:N0} bytes.", $"{Name}, line {Math.Max(Line, 1)}");
        }
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int count = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _over = count == 0;
        _end += count;
        _read += count;
        if (_read > _mostBytes)
        {
            throw SupplyFaults.UnpackedTooLarge.Because($"More than {_mostBytes:N0} bytes of text.", Name);
        }
    }
}
