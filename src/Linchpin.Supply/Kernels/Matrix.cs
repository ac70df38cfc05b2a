namespace Linchpin.Supply.Kernels;

/// <summary>A dense matrix of doubles, row after row, padded so that every row starts on a 64-byte line and both sides fill whole tiles.</summary>
/// <remarks>
/// <para><b>Layout:</b> element (i, j) is at <c>i * Stride + j</c>; <see cref="Stride"/> and the rows held are multiples of 24. The padding
/// holds zeros unless a kernel says otherwise.</para>
/// <para>The store is pinned, so that a kernel may keep its address.</para>
/// </remarks>
internal sealed class Matrix
{
    /// <summary>Width of a tile in columns, and the multiple that both sides are padded to.</summary>
    internal const int Tile = 24;

    private const int Line = 8;
    private readonly double[] _store;
    private readonly int _start;

    internal Matrix(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Stride = Padded(columns);
        PaddedRows = Padded(rows);
        _store = GC.AllocateArray<double>(checked((PaddedRows * Stride) + Line), pinned: true);
        _start = Aligned(_store);
    }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int Stride { get; }

    internal int PaddedRows { get; }

    /// <summary>Row i without its padding.</summary>
    internal Span<double> Row(int i) => _store.AsSpan(_start + (i * Stride), Columns);

    internal double this[int i, int j]
    {
        get => _store[_start + (i * Stride) + j];
        set => _store[_start + (i * Stride) + j] = value;
    }

    internal unsafe double* Address => (double*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(_store, _start);

    private static int Padded(int n) => (n + Tile - 1) / Tile * Tile;

    private static int Aligned(double[] pinned)
    {
        long address = System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        return (int)((64 - (address % 64)) % 64 / sizeof(double));
    }
}
