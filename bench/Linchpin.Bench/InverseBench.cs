using System.Diagnostics;
using System.Globalization;
using Linchpin.Supply.Kernels;

namespace Linchpin.Bench;

/// <summary>The Leontief inverse by kernel, thread and size, with plain loops beside it: every number of one run of one process.</summary>
/// <remarks>Tables by formula: A_ij = ((37 i + 101 j + 13) mod 97 + 1) / (100 n), so that column sums of A are about one half.</remarks>
internal static class InverseBench
{
    private static readonly int[] Sizes = [1435, 2464, 3465];

    internal static void Run()
    {
        Console.WriteLine($"Kernels: managed ({TileProduct.Widest}); {OpenBlas.Version ?? "OpenBLAS is not on this machine"}; times are medians in ms");
        Console.WriteLine();
        Console.WriteLine("| n | managed, 1 thread | managed, 2 threads | GFLOP/s | over n = 1435 | (n / 1435)³ | OpenBLAS, 1 thread | OpenBLAS, 2 threads | plain loops | plain / managed |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        double first = 0;
        foreach (int n in Sizes)
        {
            int runs = n > 2000 ? 7 : 15;
            double one = Median(runs, n, m => BlockInverse.Invert(m, TileProduct.Widest, 1));
            double two = Median(runs, n, m => BlockInverse.Invert(m, TileProduct.Widest, 2));
            first = first == 0 ? two : first;
            double? blasOne = OpenBlas.Version is null ? null : Median(runs, n, m => OpenBlas.Invert(m, 1));
            double? blasTwo = OpenBlas.Version is null ? null : Median(runs, n, m => OpenBlas.Invert(m, 2));
            double? plain = n > 2000 ? null : Time(() => GaussJordan(n));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {n} | {one:0} | {two:0} | {2.0 * n * n * n / two / 1e6:0} | {two / first:0.0} | {Math.Pow(n / 1435.0, 3):0.0} | {Shown(blasOne)} | {Shown(blasTwo)} | {Shown(plain)} | {Shown(plain / two)} |"));
        }
    }

    private static string Shown(double? ms) => ms is { } t ? t.ToString("0", CultureInfo.InvariantCulture) : "not run";

    private static double Median(int runs, int n, Action<Matrix> invert)
    {
        double[] times = [.. Enumerable.Range(0, runs).Select(_ =>
        {
            Matrix matrix = ByFormula(n);
            return Time(() => invert(matrix));
        }).Order()];
        return times[runs / 2];
    }

    internal static Matrix ByFormula(int n)
    {
        var matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[i, j] = (i == j ? 1 : 0) - ((((((37L * i) + (101L * j) + 13) % 97) + 1) / (100.0 * n)));
            }
        }

        return matrix;
    }

    /// <summary>Gauss-Jordan as a textbook writes it, one row after another.</summary>
    private static void GaussJordan(int n)
    {
        Matrix matrix = ByFormula(n);
        double[][] m = [.. Enumerable.Range(0, n).Select(i => matrix.Row(i).ToArray())];
        for (int k = 0; k < n; k++)
        {
            double pivot = m[k][k];
            m[k][k] = 1;
            for (int j = 0; j < n; j++)
            {
                m[k][j] /= pivot;
            }

            for (int i = 0; i < n; i++)
            {
                if (i != k)
                {
                    double factor = m[i][k];
                    m[i][k] = 0;
                    for (int j = 0; j < n; j++)
                    {
                        m[i][j] -= factor * m[k][j];
                    }
                }
            }
        }
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
