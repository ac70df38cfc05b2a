using System.Globalization;
using System.Runtime.InteropServices;

namespace Linchpin.Supply.Kernels;

/// <summary>The inverse of a dense matrix by the LAPACK in OpenBLAS (Debian's libopenblas0), where the machine has it. Never required.</summary>
/// <remarks>
/// <para><b>Equation:</b> <c>P A = L U</c> with exchange of rows, then the inverse from the factors (dgetrf, dgetri; LAPACK Users' Guide, 3rd edition).
/// LAPACK reads columns where <see cref="Matrix"/> holds rows; the inverse of a transpose is the transpose of the inverse, so nothing is turned.</para>
/// <para><b>Bits:</b> the library adds in an order of its own, by machine and thread count. What it gives agrees with <see cref="BlockInverse"/>
/// within 1e-12, relative, on input-output tables.</para>
/// </remarks>
internal static unsafe class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int Block = 64;
    private static readonly Lock OneAtATime = new();
    private static readonly Functions? Loaded = Load();

    /// <summary>The library's name and version as <c>openblas 0.3.21</c>; <see langword="null"/> where it is not to be had.</summary>
    internal static string? Version => Loaded?.Version;

    /// <summary>Replaces the square matrix by its inverse; its padding is left as it is.</summary>
    /// <returns>Whether it could: not where the library is missing or the matrix is singular. The matrix is then of no use.</returns>
    internal static bool Invert(Matrix matrix, int threads)
    {
        if (Loaded is not { } call || matrix.Rows == 0)
        {
            return false;
        }

        // The thread count is the library's own, one for the whole process.
        lock (OneAtATime)
        {
            call.SetThreads(threads);
            int n = matrix.Rows;
            int stride = matrix.Stride;
            int length = n * Block;
            int failed;
            int[] order = new int[n];
            double* work = (double*)NativeMemory.AlignedAlloc((nuint)length * sizeof(double), 64);
            try
            {
                fixed (int* pivots = order)
                {
                    call.Factor(&n, &n, matrix.Address, &stride, pivots, &failed);
                    if (failed == 0)
                    {
                        call.InvertFactors(&n, matrix.Address, &stride, pivots, work, &length, &failed);
                    }
                }
            }
            finally
            {
                NativeMemory.AlignedFree(work);
            }

            return failed == 0;
        }
    }

    private static Functions? Load()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(Library, out nint handle))
        {
            return null;
        }

        return NativeLibrary.TryGetExport(handle, "dgetrf_", out nint factor)
            && NativeLibrary.TryGetExport(handle, "dgetri_", out nint invert)
            && NativeLibrary.TryGetExport(handle, "openblas_set_num_threads", out nint threads)
            && NativeLibrary.TryGetExport(handle, "openblas_get_config", out nint config)
            ? new Functions(factor, invert, threads, config) : null;
    }

    private sealed class Functions(nint factor, nint invert, nint threads, nint config)
    {
        internal delegate* unmanaged[Cdecl]<int*, int*, double*, int*, int*, int*, void> Factor => (delegate* unmanaged[Cdecl]<int*, int*, double*, int*, int*, int*, void>)factor;

        internal delegate* unmanaged[Cdecl]<int*, double*, int*, int*, double*, int*, int*, void> InvertFactors =>
            (delegate* unmanaged[Cdecl]<int*, double*, int*, int*, double*, int*, int*, void>)invert;

        /// <summary>The first two words of the library's own description: <c>OpenBLAS 0.3.21</c>.</summary>
        internal string Version { get; } = string.Join(' ', (Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<byte*>)config)()) ?? "openblas")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2)).ToLower(CultureInfo.InvariantCulture);

        internal void SetThreads(int count) => ((delegate* unmanaged[Cdecl]<int, void>)threads)(count);
    }
}
