using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Cells of a line as labels and as numbers, from bytes.</summary>
internal static class CellText
{
    private const int MostDigits = 19;
    private const long MostExact = 1L << 53;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(e => double.Parse($"1e{e}", System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The first cells of a line, quoted or not, and what follows them.</summary>
    /// <returns>The rest of the line after the delimiter behind the last label.</returns>
    internal static ReadOnlySpan<byte> Labels(ReadOnlySpan<byte> line, byte delimiter, int count, List<string> into, LineReader reader)
    {
        into.Clear();
        for (int k = 0; k < count; k++)
        {
            if (!Next(ref line, delimiter, out string cell, out bool last))
            {
                throw SupplyFaults.RaggedRow.Because("A quoted cell has no end on its line.", reader.Place);
            }

            into.Add(cell);
            if (last && k < count - 1)
            {
                throw SupplyFaults.RaggedRow.Because($"{k + 1} cells; {count} labels and then numbers are wanted.", reader.Place);
            }
        }

        return line;
    }

    /// <summary>All cells of a line as text.</summary>
    internal static List<string> All(ReadOnlySpan<byte> line, byte delimiter, LineReader reader)
    {
        var cells = new List<string>();
        for (bool last = false; !last;)
        {
            if (!Next(ref line, delimiter, out string cell, out last))
            {
                throw SupplyFaults.RaggedRow.Because("A quoted cell has no end on its line.", reader.Place);
            }

            cells.Add(cell);
        }

        return cells;
    }

    /// <summary>Fills an array with the numbers of a line; a blank cell is NaN, and a line of another count is refused.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Numbers(ReadOnlySpan<byte> rest, byte delimiter, Span<double> into, LineReader reader, Func<int, string> nameOf)
    {
        int at = 0;
        for (int c = 0; c < into.Length; c++)
        {
            if (at > rest.Length)
            {
                throw Ragged(rest, delimiter, into.Length, reader);
            }

            int length = rest[at..].IndexOf(delimiter);
            length = length < 0 ? rest.Length - at : length;
            ReadOnlySpan<byte> cell = rest.Slice(at, length);
            at += length + 1;
            if (!Simple(cell, out into[c]))
            {
                into[c] = Slow(cell, reader, c, nameOf);
            }
        }

        // A delimiter at the end of the line, as tab-separated files have it, is no further cell.
        if (at < rest.Length)
        {
            throw Ragged(rest, delimiter, into.Length, reader);
        }
    }

    /// <summary>A number of a cell by itself; a blank cell is NaN.</summary>
    internal static double Number(string cell, LineReader reader, string column) => Number(Encoding.UTF8.GetBytes(cell), reader, column);

    /// <summary>A number of a cell by itself; a blank cell is NaN.</summary>
    internal static double Number(ReadOnlySpan<byte> cell, LineReader reader, string column) =>
        Simple(cell, out double value) ? value : Slow(cell, reader, 0, _ => column);

    /// <summary>Digits with at most one point and a small power of ten, where whole digits and power are exact doubles: their quotient or
    /// product is then the nearest double (Clinger 1990).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Simple(ReadOnlySpan<byte> cell, out double value)
    {
        value = 0;
        int i = 0;
        bool negative = cell.Length > 0 && cell[0] == (byte)'-';
        i = negative ? 1 : 0;
        long digits = 0;
        int count = 0;
        int after = -1;
        for (; i < cell.Length; i++)
        {
            int digit = cell[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
                after += after >= 0 ? 1 : 0;
            }
            else if (cell[i] == (byte)'.' && after < 0)
            {
                after = 0;
            }
            else
            {
                break;
            }
        }

        if (count == 0 || count > MostDigits - 1 || digits > MostExact)
        {
            return false;
        }

        int power = after > 0 ? -after : 0;
        if (i < cell.Length && !Exponent(cell[i..], ref power))
        {
            return false;
        }

        if (power is < -22 or > 22)
        {
            return false;
        }

        value = power < 0 ? digits / Powers[-power] : digits * Powers[power];
        value = negative ? -value : value;
        return true;
    }

    private static bool Exponent(ReadOnlySpan<byte> cell, ref int power)
    {
        if (cell.Length is < 2 or > 4 || (cell[0] | 0x20) != 'e')
        {
            return false;
        }

        bool negative = cell[1] == (byte)'-';
        int exponent = 0;
        int i = negative || cell[1] == (byte)'+' ? 2 : 1;
        if (i == cell.Length)
        {
            return false;
        }

        for (; i < cell.Length; i++)
        {
            int digit = cell[i] - '0';
            if ((uint)digit > 9)
            {
                return false;
            }

            exponent = (exponent * 10) + digit;
        }

        power += negative ? -exponent : exponent;
        return true;
    }

    private static double Slow(ReadOnlySpan<byte> cell, LineReader reader, int column, Func<int, string> nameOf)
    {
        ReadOnlySpan<byte> bare = cell.Trim(" "u8);
        bare = bare.Length > 1 && bare[0] == '"' && bare[^1] == '"' ? bare[1..^1].Trim(" "u8) : bare;
        if (bare.Length == 0)
        {
            return double.NaN;
        }

        if (Utf8Parser.TryParse(bare, out double value, out int used) && used == bare.Length && double.IsFinite(value))
        {
            return value;
        }

        string text = Shown.Short(Encoding.UTF8.GetString(bare));
        bool odd = used == bare.Length || text.Trim('+', '-').ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "NA";
        throw (odd ? SupplyFaults.NotFinite : SupplyFaults.NotANumber).Because($"'{text}' is not a {(odd ? "finite " : "")}number.", $"{reader.Place}, {nameOf(column)}");
    }

    private static FaultException Ragged(ReadOnlySpan<byte> rest, byte delimiter, int wanted, LineReader reader) =>
        SupplyFaults.RaggedRow.Because($"{rest.Count(delimiter) + 1:N0} numbers under a header of {wanted:N0}.", reader.Place);

    private static bool Next(ref ReadOnlySpan<byte> line, byte delimiter, out string cell, out bool last)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        if (text.Length > 0 && text[0] == '"')
        {
            int end = 1;
            while (true)
            {
                int quote = text[end..].IndexOf((byte)'"');
                if (quote < 0)
                {
                    (cell, last) = ("", true);
                    return false;
                }

                end += quote + 1;
                if (end >= text.Length || text[end] != '"')
                {
                    break;
                }

                end++;
            }

            cell = Encoding.UTF8.GetString(text[1..(end - 1)]).Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
            int stop = text[end..].IndexOf(delimiter);
            last = stop < 0;
            line = last ? default : text[(end + stop + 1)..];
            return true;
        }

        int length = line.IndexOf(delimiter);
        last = length < 0;
        cell = Encoding.UTF8.GetString(last ? line : line[..length]).Trim();
        line = last ? default : line[(length + 1)..];
        return true;
    }
}
