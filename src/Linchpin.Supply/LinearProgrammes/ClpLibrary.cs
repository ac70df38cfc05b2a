using System.Runtime.InteropServices;

namespace Linchpin.Supply.LinearProgrammes;

/// <summary>COIN-OR Clp through its C interface, where the machine has it. Nothing of it is shipped or linked.</summary>
/// <remarks>Debian's package is coinor-libclp1 (libClp.so.1, Eclipse Public License). Names and argument lists: Clp_C_Interface.h of Clp 1.17.
/// A programme is handed over whole and an answer copied out, so nothing of Clp's memory is kept.</remarks>
internal static class ClpLibrary
{
    private const string File = "libClp.so.1";
    private const double NoBound = double.MaxValue;

    // Clp's own tolerances are 1e-7; the answer is finished to more digits than that in managed code.
    private const double Tolerance = 1e-9;

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The version of the library, as <c>1.17.6</c>; <see langword="null"/> where there is none.</summary>
    internal static string? Version => Found.Value;

    /// <summary>Solves a programme. Prices and reduced costs are Clp's own.</summary>
    internal static LinearSolution Solve(LinearProgramme programme)
    {
        nint model = Clp_newModel();
        try
        {
            Clp_setLogLevel(model, 0);
            Clp_setPrimalTolerance(model, Tolerance);
            Clp_setDualTolerance(model, Tolerance);
            Clp_loadProblem(
                model, programme.Columns, programme.Rows, [.. programme.Start], [.. programme.EntryRow], [.. programme.EntryValue],
                Bounds(programme.Lower), Bounds(programme.Upper), [.. programme.Cost], Bounds(programme.RowLower), Bounds(programme.RowUpper));
            Clp_initialSolve(model);
            LinearStatus status = Clp_status(model) switch
            {
                0 => LinearStatus.Optimal,
                1 => LinearStatus.Infeasible,
                2 => LinearStatus.Unbounded,
                _ => LinearStatus.Unsolved,
            };
            double[] x = Copy(Clp_getColSolution(model), programme.Columns);
            double[] sums = Copy(Clp_getRowActivity(model), programme.Rows);
            Place[] places = new Place[programme.Columns + programme.Rows];
            for (int j = 0; j < places.Length; j++)
            {
                bool column = j < programme.Columns;
                int r = j - programme.Columns;
                bool basic = (column ? Clp_getColumnStatus(model, j) : Clp_getRowStatus(model, r)) == 1;
                places[j] = basic ? Place.Basic : column ? Nearer(x[j], programme.Lower[j], programme.Upper[j]) : Nearer(sums[r], programme.RowLower[r], programme.RowUpper[r]);
            }

            return new LinearSolution(
                status, Clp_objectiveValue(model), x, Copy(Clp_getRowPrice(model), programme.Rows), Copy(Clp_getReducedCost(model), programme.Columns),
                places, Clp_numberIterations(model));
        }
        finally
        {
            Clp_deleteModel(model);
        }
    }

    private static string? Find()
    {
        if (!NativeLibrary.TryLoad(File, out nint library))
        {
            return null;
        }

        string[] needed = ["Clp_newModel", "Clp_loadProblem", "Clp_initialSolve", "Clp_getColumnStatus", "Clp_getRowStatus", "Clp_VersionMajor"];
        return needed.All(n => NativeLibrary.TryGetExport(library, n, out _))
            ? FormattableString.Invariant($"{Clp_VersionMajor()}.{Clp_VersionMinor()}.{Clp_VersionRelease()}") : null;
    }

    private static Place Nearer(double x, double lower, double upper) => double.IsInfinity(lower) && double.IsInfinity(upper) ? Place.Free
        : Math.Abs(x - lower) <= Math.Abs(upper - x) ? Place.Lower : Place.Upper;

    private static double[] Bounds(IReadOnlyList<double> bounds) => [.. bounds.Select(b => Math.Clamp(b, -NoBound, NoBound))];

    private static double[] Copy(nint from, int count)
    {
        double[] copy = new double[count];
        if (from != 0)
        {
            Marshal.Copy(from, copy, 0, count);
        }

        return copy;
    }

    [DllImport(File)]
    private static extern int Clp_VersionMajor();

    [DllImport(File)]
    private static extern int Clp_VersionMinor();

    [DllImport(File)]
    private static extern int Clp_VersionRelease();

    [DllImport(File)]
    private static extern nint Clp_newModel();

    [DllImport(File)]
    private static extern void Clp_deleteModel(nint model);

    [DllImport(File)]
    private static extern void Clp_setLogLevel(nint model, int level);

    [DllImport(File)]
    private static extern void Clp_setPrimalTolerance(nint model, double tolerance);

    [DllImport(File)]
    private static extern void Clp_setDualTolerance(nint model, double tolerance);

    [DllImport(File)]
    private static extern void Clp_loadProblem(
        nint model, int columns, int rows, int[] start, int[] row, double[] value, double[] lower, double[] upper, double[] cost, double[] rowLower, double[] rowUpper);

    [DllImport(File)]
    private static extern int Clp_initialSolve(nint model);

    [DllImport(File)]
    private static extern int Clp_status(nint model);

    [DllImport(File)]
    private static extern int Clp_numberIterations(nint model);

    [DllImport(File)]
    private static extern double Clp_objectiveValue(nint model);

    [DllImport(File)]
    private static extern nint Clp_getColSolution(nint model);

    [DllImport(File)]
    private static extern nint Clp_getRowActivity(nint model);

    [DllImport(File)]
    private static extern nint Clp_getRowPrice(nint model);

    [DllImport(File)]
    private static extern nint Clp_getReducedCost(nint model);

    [DllImport(File)]
    private static extern int Clp_getColumnStatus(nint model, int column);

    [DllImport(File)]
    private static extern int Clp_getRowStatus(nint model, int row);
}
