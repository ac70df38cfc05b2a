using System.Runtime.CompilerServices;

namespace Linchpin.Supply.Kernels;

/// <summary>The inverse of a dense matrix in place, by Gauss-Jordan elimination in blocks without exchange of rows.</summary>
/// <remarks>
/// <para><b>For:</b> I - A of an input-output table. Where the spectral radius of a non-negative A is below one, I - A is an M-matrix:
/// every pivot is positive and
/// elimination in the given order is stable (Berman and Plemmons 1994, ch. 6). A pivot that is not positive shows that the table has no
/// Leontief inverse.</para>
/// <para><b>Equation</b>, for a block K of the diagonal and every other block row I and block column J:
/// <c>P = inv(M_KK); M_KJ = P M_KJ; M_IJ = M_IJ - M_IK M_KJ; M_IK = -M_IK P; M_KK = P</c>.</para>
/// <para><b>Cost:</b> 2 n^3 flops, nearly all in <see cref="TileProduct"/>; the matrix is read and written once a block: 16 n^2 bytes for
/// each of n / 120 blocks.</para>
/// <para><b>Same bits</b> for any number of threads and any register width: threads share out whole tiles, and each tile's sum runs in one
/// order.</para>
/// </remarks>
internal static unsafe class BlockInverse
{
    /// <summary>A pivot at or under this is rounding around zero: the diagonal of I - A is of the order of one.</summary>
    private const double LeastPivot = 1e-12;

    private const int Outer = 120;
    private const int Inner = Matrix.Tile;
    private const int RowsATask = 120;
    private const int ColumnsATask = 10 * Matrix.Tile;

    /// <summary>Replaces the square matrix by its inverse.</summary>
    /// <param name="matrix">The matrix; its padding is set to the identity.</param>
    /// <param name="lanes">Register width.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancel">Asked between blocks.</param>
    /// <returns>-1, or the first row whose pivot is not positive; the matrix is then of no use.</returns>
    internal static int Invert(Matrix matrix, Lanes lanes, int threads, CancellationToken cancel = default)
    {
        int n = matrix.PaddedRows;
        double* m = matrix.Address;
        for (int i = matrix.Rows; i < n; i++)
        {
            new Span<double>(m + ((nint)i * matrix.Stride), matrix.Stride).Clear();
            m[((nint)i * matrix.Stride) + i] = 1;
        }

        using var work = new Work(n, Outer);
        using var inner = new Work(Outer, Inner);
        for (int k = 0; k < n; k += Outer)
        {
            cancel.ThrowIfCancellationRequested();
            int size = Math.Min(Outer, n - k);
            double* corner = m + ((nint)k * matrix.Stride) + k;
            for (int q = 0; q < size; q += Inner)
            {
                int bad = InvertCorner(corner + ((nint)q * matrix.Stride) + q, matrix.Stride);
                if (bad >= 0)
                {
                    return k + q + bad;
                }

                Eliminate(corner, size, matrix.Stride, q, Inner, inner, lanes, 1);
            }

            Eliminate(m, n, matrix.Stride, k, size, work, lanes, threads);
        }

        return -1;
    }

    /// <summary>Carries the block at <paramref name="k"/>, whose diagonal already holds P, through the rest of the matrix.</summary>
    private static void Eliminate(double* m, int n, nint stride, int k, int size, Work work, Lanes lanes, int threads)
    {
        double* p = work.P;
        for (int i = 0; i < size; i += TileProduct.Height)
        {
            TilePanels.PackRows(m + ((k + i) * stride) + k, stride, size, p + (i * size), negate: false);
        }

        TilePanels.Share(threads, (n + ColumnsATask - 1) / ColumnsATask, task =>
        {
            for (int j = task * ColumnsATask; j < Math.Min(n, (task + 1) * ColumnsATask); j += TileProduct.Width)
            {
                double* packed = work.B + ((nint)j * size);
                double* panel = m + (k * stride) + j;
                TilePanels.PackColumns(panel, stride, size, packed);
                if (j >= k && j < k + size)
                {
                    continue;
                }

                for (int i = 0; i < size; i += TileProduct.Height)
                {
                    TileProduct.Run(lanes, size, p + (i * size), packed, panel + (i * stride), stride, add: false);
                }

                TilePanels.PackColumns(panel, stride, size, packed);
            }
        });
        TilePanels.Share(threads, (n + RowsATask - 1) / RowsATask, task =>
        {
            int first = task * RowsATask;
            int last = Math.Min(n, first + RowsATask);
            double* packed = work.A + ((nint)first * size);
            for (int i = first; i < last; i += TileProduct.Height)
            {
                if (i < k || i >= k + size)
                {
                    double* rows = m + (i * stride) + k;
                    TilePanels.PackRows(rows, stride, size, packed + ((i - first) * size), negate: true);
                    for (int r = 0; r < TileProduct.Height; r++)
                    {
                        new Span<double>(rows + (r * stride), size).Clear();
                    }
                }
            }

            for (int j = 0; j < n; j += TileProduct.Width)
            {
                double* b = work.B + ((nint)j * size);
                for (int i = first; i < last; i += TileProduct.Height)
                {
                    if (i < k || i >= k + size)
                    {
                        TileProduct.Run(lanes, size, packed + ((i - first) * size), b, m + (i * stride) + j, stride, add: true);
                    }
                }
            }
        });
    }

    /// <summary>The inverse of a corner of 24 x 24 in place, one pivot at a time; the first row whose pivot is not positive, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int InvertCorner(double* m, nint stride)
    {
        for (int k = 0; k < Inner; k++)
        {
            double pivot = m[(k * stride) + k];
            if (!(pivot > LeastPivot) || !double.IsFinite(pivot))
            {
                return k;
            }

            double inverse = 1 / pivot;
            double* row = m + (k * stride);
            row[k] = 1;
            for (int j = 0; j < Inner; j++)
            {
                row[j] *= inverse;
            }

            for (int i = 0; i < Inner; i++)
            {
                if (i == k)
                {
                    continue;
                }

                double* other = m + (i * stride);
                double factor = -other[k];
                other[k] = 0;
                for (int j = 0; j < Inner; j++)
                {
                    other[j] = Math.FusedMultiplyAdd(factor, row[j], other[j]);
                }
            }
        }

        return -1;
    }

    /// <summary>Room for the packed panels: P (size x size), A (n x size), B (size x n), each on a 64-byte line.</summary>
    private sealed class Work : IDisposable
    {
        private readonly void* _memory;

        internal Work(int n, int size)
        {
            nuint panel = (nuint)n * (nuint)size;
            nuint corner = (nuint)size * (nuint)size;
            _memory = System.Runtime.InteropServices.NativeMemory.AlignedAlloc(((2 * panel) + corner) * sizeof(double), 64);
            A = (double*)_memory;
            B = A + panel;
            P = B + panel;
        }

        internal double* A { get; }

        internal double* B { get; }

        internal double* P { get; }

        public void Dispose() => System.Runtime.InteropServices.NativeMemory.AlignedFree(_memory);
    }
}
