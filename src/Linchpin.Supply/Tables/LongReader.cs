using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tables;

/// <summary>Reads the long layout: one row a cell, as bytes, without making text of a code or a number that is right.</summary>
internal sealed class LongReader(
    TableFolder folder, int year, CodeIndex countries, CodeIndex sectors, CodeIndex categories, (int Countries, int Sectors, int Categories) size, TableLimits limits)
{
    private static readonly string[] IntermediateHeader = ["from_country", "from_sector", "to_country", "to_sector", "value"];
    private static readonly string[] FinalHeader = ["from_country", "from_sector", "to_country", "category", "value"];
    private static readonly string[] OutputHeader = ["country", "sector", "output"];

    /// <summary>Intermediate use and the hash of its file.</summary>
    internal (Matrix Cells, string Hash) Intermediate(CancellationToken cancel) =>
        Cells(folder.Descriptor.Files.Intermediate, IntermediateHeader, sectors, size.Sectors, cancel);

    /// <summary>Final demand and the hash of its file.</summary>
    internal (Matrix Cells, string Hash) FinalDemand(CancellationToken cancel) =>
        Cells(folder.Descriptor.Files.FinalDemand, FinalHeader, categories, size.Categories, cancel);

    /// <summary>Published output and the hash of its file.</summary>
    internal (double[] Output, string Hash) Output(string file)
    {
        double[] output = new double[size.Countries * size.Sectors];
        var seen = new System.Collections.BitArray(output.Length);
        int rows = 0;
        string hash = TableFile.ReadLines(folder.PathOf(file, year), limits, reader =>
        {
            int columns = Header(reader, OutputHeader, exact: false);
            Span<Range> cells = stackalloc Range[columns + 1];
            while (reader.Next(out ReadOnlySpan<byte> line))
            {
                Split(line, cells, columns, reader);
                int industry = Industry(line, cells, 0, OutputHeader, reader);
                double value = Number(Bare(line[cells[2]]), "output", reader);
                if (value < 0)
                {
                    throw SupplyFaults.NegativeOutput.Because($"The output of {Name(line, cells, 0)} is {value:R}.", $"{reader.Place}, output");
                }

                if (seen[industry])
                {
                    throw SupplyFaults.DuplicateCell.Because($"{Name(line, cells, 0)} stands twice.", reader.Place);
                }

                seen[industry] = true;
                output[industry] = value;
                rows++;
            }
        });
        return rows == output.Length ? (output, hash)
            : throw SupplyFaults.OutputIncomplete.Because($"{output.Length - rows} of {output.Length} industries have no row.", TableFolder.NameOf(file, year));
    }

    private (Matrix Cells, string Hash) Cells(string file, string[] header, CodeIndex lastCode, int lastSize, CancellationToken cancel)
    {
        var matrix = new Matrix(size.Countries * size.Sectors, size.Countries * lastSize);
        var seen = new System.Collections.BitArray(checked(matrix.Rows * matrix.Columns));
        string name = TableFolder.NameOf(file, year);
        string hash = TableFile.ReadLines(folder.PathOf(file, year), limits, reader =>
        {
            Header(reader, header, exact: true);
            Fill(reader, header, lastCode, lastSize, matrix, seen, cancel);
            if (reader.Line < 2)
            {
                throw SupplyFaults.TableEmpty.Because("The file has a header and no row.", name);
            }
        });
        return (matrix, hash);
    }

    // Compiled with full optimisation at once: a process often reads one table, and all of it in this loop.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(
        LineReader reader, string[] header, CodeIndex lastCode, int lastSize, Matrix matrix, System.Collections.BitArray seen, CancellationToken cancel)
    {
        Span<Range> cells = stackalloc Range[header.Length + 1];
        while (reader.Next(out ReadOnlySpan<byte> line))
        {
            if ((reader.Line & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            Split(line, cells, header.Length, reader);
            int row = Industry(line, cells, 0, header, reader);
            int column = (Code(line[cells[2]], countries, header[2], reader) * lastSize) + Code(line[cells[3]], lastCode, header[3], reader);
            double value = Number(Bare(line[cells[4]]), header[4], reader);
            int at = (row * matrix.Columns) + column;
            if (seen[at])
            {
                throw SupplyFaults.DuplicateCell.Because($"{Name(line, cells, 0)} to {Name(line, cells, 2)} stands twice.", reader.Place);
            }

            seen[at] = true;
            matrix[row, column] = value;
        }
    }

    private static int Header(LineReader reader, string[] wanted, bool exact)
    {
        if (!reader.Next(out ReadOnlySpan<byte> line))
        {
            throw SupplyFaults.FileEmpty.Because("The file has no line.", reader.Name);
        }

        List<string> found = TableList.Cells(line, reader);
        bool fits = exact ? found.SequenceEqual(wanted) : found.Take(wanted.Length).SequenceEqual(wanted);
        return fits ? found.Count
            : throw SupplyFaults.Header.Because($"'{Shown.Short(Encoding.UTF8.GetString(line), 120)}'; the header begins with {string.Join(",", wanted)}.", reader.Place);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Split(ReadOnlySpan<byte> line, Span<Range> cells, int columns, LineReader reader)
    {
        int count = 0;
        int start = 0;
        while (count < columns)
        {
            int length = line[start..].IndexOf((byte)',');
            cells[count++] = start..(length < 0 ? line.Length : start + length);
            if (length < 0)
            {
                start = -1;
                break;
            }

            start += length + 1;
        }

        if (start >= 0 || count != columns)
        {
            int found = line.Count((byte)',') + 1;
            throw SupplyFaults.RaggedRow.Because($"{found} cells under a header of {columns}: '{Shown.Short(Encoding.UTF8.GetString(line))}'.", reader.Place);
        }
    }

    private int Industry(ReadOnlySpan<byte> line, Span<Range> cells, int first, string[] header, LineReader reader) =>
        (Code(line[cells[first]], countries, header[first], reader) * size.Sectors) + Code(line[cells[first + 1]], sectors, header[first + 1], reader);

    private static int Code(ReadOnlySpan<byte> cell, CodeIndex codes, string column, LineReader reader)
    {
        int number = codes.Find(Bare(cell));
        return number >= 0 ? number
            : throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(Encoding.UTF8.GetString(cell))}' is not a code of the table.", $"{reader.Place}, {column}");
    }

    /// <summary>The cell without blanks and quotes around it.</summary>
    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > 0 && (cell[0] is (byte)'"' or (byte)' ' || cell[^1] is (byte)' '))
        {
            cell = cell.Trim(" "u8);
            return cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1] : cell;
        }

        return cell;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Number(ReadOnlySpan<byte> cell, string column, LineReader reader)
    {
        // Nearly every cell of a rounded table is a few digits.
        if (cell.Length is > 0 and < 10)
        {
            int whole = 0;
            int i = 0;
            for (; i < cell.Length && cell[i] is >= (byte)'0' and <= (byte)'9'; i++)
            {
                whole = (whole * 10) + cell[i] - '0';
            }

            if (i == cell.Length)
            {
                return whole;
            }
        }

        if (!Utf8Parser.TryParse(cell, out double value, out int used) || used != cell.Length)
        {
            string text = Shown.Short(Encoding.UTF8.GetString(cell));
            bool odd = text.Trim('+', '-').ToUpperInvariant() is "NAN" or "INF" or "INFINITY";
            throw (odd ? SupplyFaults.NotFinite : SupplyFaults.NotANumber).Because($"'{text}' is not a {(odd ? "finite " : "")}number.", $"{reader.Place}, {column}");
        }

        return double.IsFinite(value) ? value
            : throw SupplyFaults.NotFinite.Because($"'{Shown.Short(Encoding.UTF8.GetString(cell))}' is not a finite number.", $"{reader.Place}, {column}");
    }

    private static string Name(ReadOnlySpan<byte> line, ReadOnlySpan<Range> cells, int first) =>
        $"{Shown.Short(Encoding.UTF8.GetString(Bare(line[cells[first]])))} {Shown.Short(Encoding.UTF8.GetString(Bare(line[cells[first + 1]])))}";
}
