namespace Linchpin.Supply.LinearProgrammes;

/// <summary>Solves linear programmes with COIN-OR Clp where the machine has it, else with <see cref="BoundedSimplex"/>, to one and the same answer.</summary>
/// <remarks>
/// <para>Clp gives a vertex; the managed simplex starts from it, checks it and takes what step is left, so both ways end with the same accuracy.</para>
/// <para><b>One answer of several:</b> where more than one x has the least cost, all of them agree with the reduced costs of any one: what has
/// a reduced cost or price other than 0 keeps to its bound. Among those left the x is taken with the least sum of g_j x_j, where
/// g_j = 1 + frac(sqrt(p_j)), p_j the j-th prime. These roots are linearly independent over the rational numbers, so no two vertices that
/// differ by rational numbers have one sum: the second optimum is a single one.</para>
/// </remarks>
internal static class LinearSolver
{
    // A reduced cost under this part of the largest cost counts as 0.
    private const double Nothing = 1e-9;

    /// <summary>The least cost, and among all x that have it the one that the rule names.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="native">Whether Clp is used where there is one.</param>
    /// <param name="cancel">Stops it.</param>
    internal static LinearSolution Solve(LinearProgramme programme, bool native, CancellationToken cancel = default)
    {
        LinearSolution first = Least(programme, native, cancel);
        if (first.Status != LinearStatus.Optimal)
        {
            return first;
        }

        LinearSolution second = BoundedSimplex.Solve(Face(programme, first), first.Places, cancel: cancel);
        double objective = 0;
        for (int j = 0; j < programme.Columns && second.Status == LinearStatus.Optimal; j++)
        {
            objective += programme.Cost[j] * second.X[j];
        }

        // Where the second step fails by its numbers the first answer still stands.
        return second.Status != LinearStatus.Optimal ? first : first with { X = second.X, Objective = objective, Steps = first.Steps + second.Steps };
    }

    /// <summary>The least cost, at whichever vertex was met first.</summary>
    internal static LinearSolution Least(LinearProgramme programme, bool native, CancellationToken cancel = default)
    {
        if (native && ClpLibrary.Version is not null)
        {
            LinearSolution vertex = ClpLibrary.Solve(programme);
            LinearSolution finished = BoundedSimplex.Solve(programme, vertex.Places, cancel: cancel);
            if (finished.Status != LinearStatus.Unsolved)
            {
                return finished;
            }
        }

        return BoundedSimplex.Solve(programme, cancel: cancel);
    }

    /// <summary>The programme held to its optimal x, with the costs of the second step.</summary>
    private static LinearProgramme Face(LinearProgramme programme, LinearSolution solution)
    {
        double most = programme.Cost.Count == 0 ? 0 : programme.Cost.Max(Math.Abs);
        int[] prime = Primes(programme.Columns);
        double[] cost = new double[programme.Columns];
        double[] lower = [.. programme.Lower];
        double[] upper = [.. programme.Upper];
        for (int j = 0; j < programme.Columns; j++)
        {
            cost[j] = 1 + (Math.Sqrt(prime[j]) % 1);
            if (Math.Abs(solution.Reduced[j]) > Nothing * most)
            {
                (lower[j], upper[j]) = solution.Places[j] == Place.Upper ? (upper[j], upper[j]) : (lower[j], lower[j]);
            }

            // A column without an upper bound could fall without end only where its g were negative; none is.
            cost[j] = double.IsInfinity(lower[j]) ? 0 : cost[j];
        }

        double[] rowLower = [.. programme.RowLower];
        double[] rowUpper = [.. programme.RowUpper];
        for (int r = 0; r < programme.Rows; r++)
        {
            if (Math.Abs(solution.Price[r]) > Nothing * most)
            {
                (rowLower[r], rowUpper[r]) = solution.Places[programme.Columns + r] == Place.Upper ? (rowUpper[r], rowUpper[r]) : (rowLower[r], rowLower[r]);
            }
        }

        return programme.With(cost, lower, upper, rowLower, rowUpper);
    }

    private static int[] Primes(int count)
    {
        // The n-th prime is under n (ln n + ln ln n) from the sixth on.
        int most = count < 6 ? 12 : (int)(count * (Math.Log(count) + Math.Log(Math.Log(count)))) + 1;
        bool[] composite = new bool[most + 1];
        var primes = new List<int>(count);
        for (int p = 2; p <= most && primes.Count < count; p++)
        {
            if (!composite[p])
            {
                primes.Add(p);
                for (long q = (long)p * p; q <= most; q += p)
                {
                    composite[q] = true;
                }
            }
        }

        return [.. primes];
    }
}
