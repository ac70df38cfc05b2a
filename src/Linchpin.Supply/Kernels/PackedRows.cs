using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <summary>A matrix without its empty places: of each row, the blocks of eight neighbouring cells that hold anything but 0.</summary>
/// <remarks>
/// <para><b>Layout:</b> the blocks of all rows one after the other, 64 bytes each, with the number of each block's first column over 8 beside them (2 bytes); in a
/// row first the blocks whose number over 4 leaves 0, then 1, 2, 3; the last columns, where their number is no multiple of 32, by themselves, row by row.</para>
/// <para><b>Why:</b> a world table of whole millions is empty in four cells of five, and in three blocks of five. A day of ARIO reads the flows twice, and reading them is what
/// takes its time: 66 bytes a block and reading here, against 64 for every eight cells of the whole matrix.</para>
/// <para>Sums have the order of <see cref="VectorMath.Dot"/>: an empty block would add nothing to its chain, so leaving it out changes no bit.</para>
/// </remarks>
internal sealed class PackedRows
{
    private const int Width = 8;
    private const int Chains = 4;

    // Above this part of blocks with anything in them the whole matrix is read faster.
    private const double MostBlocks = 0.8;

    private readonly double[] _values;
    private readonly ushort[] _columns;
    private readonly int[] _starts;
    private readonly double[] _rest;
    private readonly int _whole;
    private readonly int _length;

    private PackedRows(Matrix matrix, int blocks)
    {
        _length = matrix.Columns;
        _whole = _length / (Chains * Width) * (Chains * Width);
        _values = new double[blocks * Width];
        _columns = new ushort[blocks];
        _starts = new int[(matrix.Rows * Chains) + 1];
        _rest = new double[matrix.Rows * (_length - _whole)];
        int at = 0;
        for (int i = 0; i < matrix.Rows; i++)
        {
            ReadOnlySpan<double> row = matrix.Row(i);
            for (int chain = 0; chain < Chains; chain++)
            {
                for (int j = chain * Width; j < _whole; j += Chains * Width)
                {
                    if (row.Slice(j, Width).ContainsAnyExcept(0))
                    {
                        row.Slice(j, Width).CopyTo(_values.AsSpan(at * Width));
                        _columns[at++] = (ushort)(j / Width);
                    }
                }

                _starts[(i * Chains) + chain + 1] = at;
            }

            row[_whole..].CopyTo(_rest.AsSpan(i * (_length - _whole)));
        }
    }

    /// <summary>Bytes that one reading of all rows moves.</summary>
    internal long Bytes => (_values.LongLength * sizeof(double)) + (_columns.LongLength * sizeof(ushort)) + (_rest.LongLength * sizeof(double));

    /// <summary>Packs a matrix; <see langword="null"/> where it is so full that nothing is gained.</summary>
    internal static PackedRows? Of(Matrix matrix)
    {
        int blocks = 0;
        int of = matrix.Columns / (Chains * Width) * Chains;
        for (int i = 0; i < matrix.Rows; i++)
        {
            ReadOnlySpan<double> row = matrix.Row(i);
            for (int k = 0; k < of; k++)
            {
                blocks += row.Slice(k * Width, Width).ContainsAnyExcept(0) ? 1 : 0;
            }
        }

        return of is 0 or > ushort.MaxValue || blocks > MostBlocks * matrix.Rows * of ? null : new PackedRows(matrix, blocks);
    }

    /// <summary><c>a += x * row</c> and <c>b += y * row</c> in one reading of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddTwice(int row, double x, Span<double> a, double y, Span<double> b)
    {
        Check(a.Length, b.Length);
        var vx = Vector512.Create(x);
        var vy = Vector512.Create(y);
        ref double toA = ref MemoryMarshal.GetReference(a);
        ref double toB = ref MemoryMarshal.GetReference(b);
        ref double values = ref MemoryMarshal.GetArrayDataReference(_values);
        int end = _starts[(row + 1) * Chains];
        for (int k = _starts[row * Chains]; k < end; k++)
        {
            nuint at = (nuint)_columns[k] * Width;
            Vector512<double> z = Vector512.LoadUnsafe(ref values, (nuint)k * Width);
            Vector512.FusedMultiplyAdd(vx, z, Vector512.LoadUnsafe(ref toA, at)).StoreUnsafe(ref toA, at);
            Vector512.FusedMultiplyAdd(vy, z, Vector512.LoadUnsafe(ref toB, at)).StoreUnsafe(ref toB, at);
        }

        StockMath.AddTwice(Rest(row), x, a[_whole..], y, b[_whole..]);
    }

    /// <summary><c>a += x * row</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void AddScaled(int row, double x, Span<double> a)
    {
        Check(a.Length, a.Length);
        var vx = Vector512.Create(x);
        ref double toA = ref MemoryMarshal.GetReference(a);
        ref double values = ref MemoryMarshal.GetArrayDataReference(_values);
        int end = _starts[(row + 1) * Chains];
        for (int k = _starts[row * Chains]; k < end; k++)
        {
            nuint at = (nuint)_columns[k] * Width;
            Vector512.FusedMultiplyAdd(vx, Vector512.LoadUnsafe(ref values, (nuint)k * Width), Vector512.LoadUnsafe(ref toA, at)).StoreUnsafe(ref toA, at);
        }

        VectorMath.AddScaled(Rest(row), x, a[_whole..]);
    }

    /// <summary>The product of a row and a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal double Dot(int row, ReadOnlySpan<double> vector)
    {
        Check(vector.Length, vector.Length);
        ref double with = ref MemoryMarshal.GetReference(vector);
        ref double values = ref MemoryMarshal.GetArrayDataReference(_values);
        int of = row * Chains;
        (Vector512<double> s0, Vector512<double> s1) = Pair(ref values, ref with, _starts[of], _starts[of + 1], _starts[of + 2]);
        (Vector512<double> s2, Vector512<double> s3) = Pair(ref values, ref with, _starts[of + 2], _starts[of + 3], _starts[of + 4]);
        ReadOnlySpan<double> rest = Rest(row);
        double last = 0;
        for (int j = 0; j < rest.Length; j++)
        {
            last = Math.FusedMultiplyAdd(rest[j], vector[_whole + j], last);
        }

        return VectorMath.Total(s0, s1, s2, s3, last);
    }

    /// <summary>Two chains at once: neither waits for the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector512<double> One, Vector512<double> Two) Pair(ref double values, ref double with, int first, int second, int end)
    {
        Vector512<double> one = default, two = default;
        int both = Math.Min(second - first, end - second);
        for (int k = 0; k < both; k++)
        {
            one = Product(ref values, ref with, first + k, one);
            two = Product(ref values, ref with, second + k, two);
        }

        for (int k = first + both; k < second; k++)
        {
            one = Product(ref values, ref with, k, one);
        }

        for (int k = second + both; k < end; k++)
        {
            two = Product(ref values, ref with, k, two);
        }

        return (one, two);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Product(ref double values, ref double with, int block, Vector512<double> sum) => Vector512.FusedMultiplyAdd(
        Vector512.LoadUnsafe(ref values, (nuint)block * Width), Vector512.LoadUnsafe(ref with, (nuint)_columns[block] * Width), sum);

    private ReadOnlySpan<double> Rest(int row) => _rest.AsSpan(row * (_length - _whole), _length - _whole);

    /// <summary>The blocks are written without looking at the bounds of each; so the bounds are looked at once.</summary>
    private void Check(int one, int two)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(one, _length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(two, _length);
    }
}
