using System.Buffers;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger.Archives;

/// <summary>Reads an archive line by line, with one line in memory.</summary>
/// <param name="from">The archive.</param>
/// <param name="name">What to call it in a fault.</param>
internal sealed class ArchiveReader(Stream from, string name) : IDisposable
{
    /// <summary>The longest line that is read: the text of the longest document, escaped.</summary>
    internal const int LongestLine = 256 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int _start, _end;
    private bool _ended;

    /// <summary>Number of the line read last, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>The file and line, for a fault.</summary>
    internal string Place => FormattableString.Invariant($"{name}:{Line}");

    /// <summary>The next line read by <paramref name="read"/>; the default where the file has ended.</summary>
    /// <exception cref="FaultException"><c>ledger.archive</c>, <c>ledger.archive-cut</c>, and those of reading a record, each with the line</exception>
    internal T? Next<T>(Func<JsonElement, T> read)
        where T : class
    {
        Line++;
        ReadOnlyMemory<byte> line = NextLine(out bool whole);
        if (line.IsEmpty && !whole)
        {
            return null;
        }

        try
        {
            if (!whole)
            {
                throw LedgerFaults.ArchiveCut.Because("The last line has no end.");
            }

            using JsonDocument json = JsonDocument.Parse(line);
            return read(json.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw LedgerFaults.Archive.Because($"The line cannot be read: {Shown.Short(e.Message, 200)}", Place, inner: e);
        }
        catch (FaultException e) when (e.Fault.Place is null)
        {
            throw new FaultException(e.Fault with { Place = Place }, e);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>The bytes up to the next line feed; what is left of the file, and not whole, where there is none.</summary>
    private ReadOnlyMemory<byte> NextLine(out bool whole)
    {
        int looked = _start;
        while (true)
        {
            int feed = _buffer.AsSpan(looked, _end - looked).IndexOf((byte)'\n');
            if (feed >= 0 || _ended)
            {
                whole = feed >= 0;
                int end = whole ? looked + feed : _end;
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, end - _start);
                _start = whole ? end + 1 : end;
                return line;
            }

            looked = _end - _start;
            Fill();
        }
    }

    /// <summary>Moves what is left to the front, makes room, and reads more.</summary>
    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            if (_end >= LongestLine)
            {
                throw LedgerFaults.Archive.Because($"The line has more than {LongestLine} bytes.", Place);
            }

            byte[] more = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(more);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = more;
        }

        int read = from.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
    }
}
