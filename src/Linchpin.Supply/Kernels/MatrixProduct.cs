using System.Runtime.InteropServices;

namespace Linchpin.Supply.Kernels;

/// <summary>The product of two dense matrices, <c>C = A B</c>, from the tiles of <see cref="TileProduct"/>.</summary>
/// <remarks>
/// <para><b>Layout:</b> the inner length is walked in blocks of 120; a block's rows of B are packed once for all threads, and each thread packs
/// the rows of A that it takes.</para>
/// <para><b>Cost:</b> 2 rows x inner x columns flops; C is read and written once a block: 16 bytes an element for each of inner / 120 blocks.</para>
/// <para><b>Same bits</b> for any number of threads and any register width: every element is added up in one order.</para>
/// </remarks>
internal static unsafe class MatrixProduct
{
    private const int Inner = 120;
    private const int RowsATask = 48;
    private const int ColumnsATask = 10 * Matrix.Tile;

    /// <summary>A new matrix C = A B. The padding of A or of B must be zero.</summary>
    internal static Matrix Of(Matrix a, Matrix b, CancellationToken cancel = default) => Of(a, b, TileProduct.Widest, Environment.ProcessorCount, cancel);

    internal static Matrix Of(Matrix a, Matrix b, Lanes lanes, int threads, CancellationToken cancel = default)
    {
        var c = new Matrix(a.Rows, b.Columns);
        double* packedB = (double*)NativeMemory.AlignedAlloc((nuint)Inner * (nuint)b.Stride * sizeof(double), 64);
        double* packedA = (double*)NativeMemory.AlignedAlloc((nuint)Inner * (nuint)a.PaddedRows * sizeof(double), 64);
        try
        {
            int inner = Math.Min(a.Stride, b.PaddedRows);
            for (int k = 0; k < inner; k += Inner)
            {
                cancel.ThrowIfCancellationRequested();
                AddBlock(a, b, c, k, Math.Min(Inner, inner - k), packedA, packedB, lanes, threads);
            }
        }
        finally
        {
            NativeMemory.AlignedFree(packedA);
            NativeMemory.AlignedFree(packedB);
        }

        return c;
    }

    private static void AddBlock(Matrix a, Matrix b, Matrix c, int k, int size, double* packedA, double* packedB, Lanes lanes, int threads)
    {
        double* from = b.Address + ((nint)k * b.Stride);
        TilePanels.Share(threads, (b.Stride + ColumnsATask - 1) / ColumnsATask, task =>
        {
            for (int j = task * ColumnsATask; j < Math.Min(b.Stride, (task + 1) * ColumnsATask); j += TileProduct.Width)
            {
                TilePanels.PackColumns(from + j, b.Stride, size, packedB + ((nint)j * size));
            }
        });

        TilePanels.Share(threads, (a.PaddedRows + RowsATask - 1) / RowsATask, task =>
        {
            int first = task * RowsATask;
            int last = Math.Min(a.PaddedRows, first + RowsATask);
            double* packed = packedA + ((nint)first * size);
            for (int i = first; i < last; i += TileProduct.Height)
            {
                TilePanels.PackRows(a.Address + ((nint)i * a.Stride) + k, a.Stride, size, packed + ((i - first) * size), negate: false);
            }

            for (int j = 0; j < b.Stride; j += TileProduct.Width)
            {
                for (int i = first; i < last; i += TileProduct.Height)
                {
                    TileProduct.Run(lanes, size, packed + ((i - first) * size), packedB + ((nint)j * size), c.Address + ((nint)i * c.Stride) + j, c.Stride, add: k > 0);
                }
            }
        });
    }
}
