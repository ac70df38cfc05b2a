using Linchpin.Claims;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Leontief;

/// <summary>Which code inverts I - A.</summary>
internal enum InverseKernel
{
    /// <summary><see cref="BlockInverse"/>: the same bits on every machine.</summary>
    Managed,

    /// <summary><see cref="OpenBlas"/> where the machine has it, else managed.</summary>
    OpenBlas,
}

/// <summary>The setting <c>LINCHPIN_BLAS</c>, and the inverse made as it asks.</summary>
internal static class InverseSetting
{
    internal const string Variable = "LINCHPIN_BLAS";

    internal static InverseKernel Read() => Parse(Environment.GetEnvironmentVariable(Variable));

    internal static InverseKernel Parse(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        null or "" or "MANAGED" => InverseKernel.Managed,
        "OPENBLAS" => InverseKernel.OpenBlas,
        _ => throw SupplyFaults.InverseKernelUnknown.Because($"{Variable} is '{Shown.Short(word)}'."),
    };

    /// <summary>Inverts I - A in place.</summary>
    /// <param name="matrix">I - A.</param>
    /// <param name="refill">Writes I - A anew, where the native library left it half done.</param>
    /// <param name="want">The kernel asked for.</param>
    /// <param name="lanes">Register width of the managed kernel.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancel">Asked between blocks of the managed kernel.</param>
    /// <returns>The first row whose pivot is not positive, or -1; and what ran, in words.</returns>
    internal static (int Bad, string Ran) Invert(Matrix matrix, Action refill, InverseKernel want, Lanes lanes, int threads, CancellationToken cancel)
    {
        if (want == InverseKernel.Managed)
        {
            return (BlockInverse.Invert(matrix, lanes, threads, cancel), "managed");
        }

        if (OpenBlas.Version is null)
        {
            return (BlockInverse.Invert(matrix, lanes, threads, cancel), "managed (openblas was asked for and is not on this machine)");
        }

        if (OpenBlas.Invert(matrix, threads) && Productive(matrix))
        {
            return (-1, OpenBlas.Version);
        }

        // Elimination in the given order says which industry has no inverse; the library's exchanges rows and cannot.
        refill();
        return (BlockInverse.Invert(matrix, lanes, threads, cancel), $"managed ({OpenBlas.Version} gave no inverse that could be used)");
    }

    /// <summary>Whether the row sums p = L 1 are positive. Then (I - A) p = 1 with p positive, so that I - A is an M-matrix where no cell of A
    /// is negative: its spectral radius is below one (Berman and Plemmons 1994, ch. 6, theorem 2.3).</summary>
    private static bool Productive(Matrix inverse)
    {
        for (int i = 0; i < inverse.Rows; i++)
        {
            if (!(VectorMath.Sum(inverse.Row(i)) > 0))
            {
                return false;
            }
        }

        return true;
    }
}
