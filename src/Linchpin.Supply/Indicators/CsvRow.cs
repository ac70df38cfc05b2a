using System.Text.Unicode;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Indicators;

/// <summary>The rows of a CSV text as RFC 4180 has them, one at a time: cells are spans of bytes, quotes taken off, blanks around them trimmed.</summary>
internal sealed class CsvRow(LineReader reader, int mostBytes)
{
    private readonly byte[] _text = new byte[mostBytes];
    private Range[] _cells = new Range[64];

    /// <summary>Cells in the row.</summary>
    internal int Count { get; private set; }

    /// <summary>The number of the row's first line, from 1.</summary>
    internal long Line { get; private set; }

    internal string Place => $"{reader.Name}, line {Line}";

    /// <summary>The cell; it lives until the next row is read.</summary>
    internal ReadOnlySpan<byte> this[int cell] => _text.AsSpan(_cells[cell]);

    /// <summary>Reads the next row; false at the end of the text. Empty lines are passed over.</summary>
    internal bool Next()
    {
        ReadOnlySpan<byte> line;
        do
        {
            if (!reader.Next(out line))
            {
                return false;
            }

            Line = reader.Line;
        }
        while (line.IsEmpty);

        if (!Utf8.IsValid(line))
        {
            throw SupplyFaults.IndicatorEncoding.Because("The line has bytes that are not UTF-8.", Place);
        }

        Count = 0;
        line.CopyTo(_text);
        if (line.Contains((byte)'"'))
        {
            Quoted(line.Length);
        }
        else
        {
            Plain(line.Length);
        }

        return true;
    }

    private void Plain(int length)
    {
        int start = 0;
        while (true)
        {
            int comma = _text.AsSpan(start, length - start).IndexOf((byte)',');
            int end = comma < 0 ? length : start + comma;
            Add(start, end, trim: true);
            if (comma < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    /// <summary>Takes quotes off in place: a cell without them is never longer. A quoted cell may go on over line ends.</summary>
    private void Quoted(int length)
    {
        int at = 0;
        int to = 0;
        while (true)
        {
            int start = to;
            while (at < length && _text[at] == ' ')
            {
                at++;
            }

            bool quoted = at < length && _text[at] == '"';
            if (quoted)
            {
                at++;
                while (true)
                {
                    if (at >= length)
                    {
                        (at, length) = (to, Join(to));
                        continue;
                    }

                    byte c = _text[at++];
                    if (c != '"')
                    {
                        _text[to++] = c;
                    }
                    else if (at < length && _text[at] == '"')
                    {
                        _text[to++] = c;
                        at++;
                    }
                    else
                    {
                        break;
                    }
                }
            }

            int end = to;
            while (at < length && _text[at] != ',')
            {
                if (quoted && _text[at] != ' ')
                {
                    throw SupplyFaults.RaggedRow.Because("Text follows the closing quote of a cell.", Place);
                }

                _text[to++] = _text[at++];
            }

            Add(start, quoted ? end : to, trim: !quoted);
            if (at >= length)
            {
                return;
            }

            at++;
        }
    }

    /// <summary>Puts the next line behind what is kept of the row, with the line end that parted them.</summary>
    private int Join(int kept)
    {
        if (!reader.Next(out ReadOnlySpan<byte> next))
        {
            throw SupplyFaults.RaggedRow.Because("A quoted cell has no end.", Place);
        }

        if (kept + next.Length + 1 > _text.Length)
        {
            throw SupplyFaults.LineTooLong.Because($"A row of more than {_text.Length:N0} bytes.", Place);
        }

        if (!Utf8.IsValid(next))
        {
            throw SupplyFaults.IndicatorEncoding.Because("The line has bytes that are not UTF-8.", Place);
        }

        _text[kept] = (byte)'\n';
        next.CopyTo(_text.AsSpan(kept + 1));
        return kept + 1 + next.Length;
    }

    private void Add(int start, int end, bool trim)
    {
        while (trim && start < end && _text[start] == ' ')
        {
            start++;
        }

        while (trim && end > start && _text[end - 1] == ' ')
        {
            end--;
        }

        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, Count * 2);
        }

        _cells[Count++] = start..end;
    }
}
