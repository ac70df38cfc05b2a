using System.Buffers.Binary;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Datasets;

/// <summary>The first 128 bytes of a table in binary form: its sizes, its version and what its numbers mean.</summary>
/// <remarks>
/// 0: <c>LPTABLE2</c>, 8: year, 12: industries n, 16: final demand columns m, 20: 1 where published output is held, plus 2 where primary
/// inputs are; 24: version; 56: hash of the descriptor, each 32 bytes; then zeros.
/// </remarks>
/// <param name="Year">The year.</param>
/// <param name="Industries">Industries n.</param>
/// <param name="FinalColumns">Columns of final demand m.</param>
/// <param name="Output">Whether published output is held.</param>
/// <param name="PrimaryInputs">Whether published primary inputs are held.</param>
/// <param name="Version">The table's version, 64 hex digits.</param>
/// <param name="Meaning">SHA-256 of the descriptor, 64 hex digits: the same numbers in another unit are another table.</param>
internal sealed record DatasetHeader(int Year, int Industries, int FinalColumns, bool Output, bool PrimaryInputs, string Version, string Meaning)
{
    private static ReadOnlySpan<byte> Magic => "LPTABLE2"u8;

    internal long NumberBytes => sizeof(double) * Industries * ((long)Industries + FinalColumns + (Output ? 1 : 0) + (PrimaryInputs ? 1 : 0));

    internal int Blocks => checked((int)((NumberBytes + DatasetFile.BlockBytes - 1) / DatasetFile.BlockBytes));

    internal long FileBytes => DatasetFile.HeaderBytes + NumberBytes + (32L * Blocks) + 32;

    internal byte[] ToBytes()
    {
        byte[] header = new byte[DatasetFile.HeaderBytes];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Year);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), Industries);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), FinalColumns);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(20), (Output ? 1 : 0) + (PrimaryInputs ? 2 : 0));
        Convert.FromHexString(Version).CopyTo(header, 24);
        Convert.FromHexString(Meaning).CopyTo(header, 56);
        return header;
    }

    /// <summary>Room for the numbers.</summary>
    internal TableCells Empty() => new(
        new Matrix(Industries, Industries), new Matrix(Industries, FinalColumns), Output ? new double[Industries] : null)
    {
        PrimaryInputs = PrimaryInputs ? new double[Industries] : null,
    };

    /// <summary>The parts in the order in which they lie in the file.</summary>
    internal IEnumerable<(double[]? Plain, Matrix? Matrix)> Parts(TableCells cells)
    {
        yield return (null, cells.Z);
        yield return (null, cells.Y);
        if (Output)
        {
            yield return (cells.Output, null);
        }

        if (PrimaryInputs)
        {
            yield return (cells.PrimaryInputs, null);
        }
    }

    /// <summary>Puts numbers that begin at a place in the file to where they belong.</summary>
    internal void Place(TableCells cells, long at, ReadOnlySpan<double> numbers)
    {
        foreach ((double[]? plain, Matrix? matrix) in Parts(cells))
        {
            int columns = matrix?.Columns ?? plain!.Length;
            long size = (long)(matrix?.Rows ?? 1) * columns;
            while (at < size && numbers.Length > 0)
            {
                int row = (int)(at / columns);
                int column = (int)(at % columns);
                Span<double> target = (matrix is null ? plain.AsSpan() : matrix.Row(row))[column..];
                int take = Math.Min(target.Length, numbers.Length);
                numbers[..take].CopyTo(target);
                numbers = numbers[take..];
                at += take;
            }

            at -= size;
            if (numbers.Length == 0)
            {
                return;
            }
        }
    }
}
