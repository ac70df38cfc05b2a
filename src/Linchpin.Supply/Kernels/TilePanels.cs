using System.Runtime.CompilerServices;

namespace Linchpin.Supply.Kernels;

/// <summary>Lays slivers of a matrix out as <see cref="TileProduct"/> reads them, and shares whole tiles out among threads.</summary>
internal static unsafe class TilePanels
{
    /// <summary>Eight rows of <paramref name="size"/> numbers, so that the eight numbers of one column stand together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PackRows(double* from, nint stride, int size, double* to, bool negate)
    {
        for (int p = 0; p < size; p++)
        {
            for (int r = 0; r < TileProduct.Height; r++)
            {
                double x = from[(r * stride) + p];
                to[(p * TileProduct.Height) + r] = negate ? -x : x;
            }
        }
    }

    /// <summary>Twenty-four columns of <paramref name="size"/> numbers, row after row without a gap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PackColumns(double* from, nint stride, int size, double* to)
    {
        for (int p = 0; p < size; p++)
        {
            new ReadOnlySpan<double>(from + (p * stride), TileProduct.Width).CopyTo(new Span<double>(to + (p * TileProduct.Width), TileProduct.Width));
        }
    }

    /// <summary>Runs tasks 0 to <paramref name="tasks"/> - 1 on at most so many threads; in order on one.</summary>
    internal static void Share(int threads, int tasks, Action<int> body)
    {
        if (threads <= 1 || tasks == 1)
        {
            for (int task = 0; task < tasks; task++)
            {
                body(task);
            }
        }
        else
        {
            Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
        }
    }
}
