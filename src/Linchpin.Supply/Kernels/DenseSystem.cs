namespace Linchpin.Supply.Kernels;

/// <summary>Solves a dense system for several right sides by Gaussian elimination with exchange of rows.</summary>
/// <remarks><b>Cost:</b> 2/3 n^3 flops in row updates, one thread: for the systems of a few hundred unknowns that a change of a few rows makes.</remarks>
internal static class DenseSystem
{
    /// <summary>X of m X = right, a column for each right side; or <see langword="null"/> where m is singular. Both arguments are overwritten.</summary>
    internal static Matrix? Solve(Matrix m, Matrix right)
    {
        int n = m.Rows;
        int[] order = [.. Enumerable.Range(0, n)];
        for (int k = 0; k < n; k++)
        {
            int best = k;
            for (int i = k + 1; i < n; i++)
            {
                best = Math.Abs(m[order[i], k]) > Math.Abs(m[order[best], k]) ? i : best;
            }

            (order[k], order[best]) = (order[best], order[k]);
            ReadOnlySpan<double> pivot = m.Row(order[k]);
            if (pivot[k] == 0 || !double.IsFinite(pivot[k]))
            {
                return null;
            }

            for (int i = k + 1; i < n; i++)
            {
                Span<double> row = m.Row(order[i]);
                double factor = row[k] / pivot[k];
                if (factor != 0)
                {
                    VectorMath.AddScaled(pivot[k..], -factor, row[k..]);
                    VectorMath.AddScaled(right.Row(order[k]), -factor, right.Row(order[i]));
                }
            }
        }

        var solution = new Matrix(n, right.Columns);
        for (int i = n - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = m.Row(order[i]);
            Span<double> sum = right.Row(order[i]);
            for (int j = i + 1; j < n; j++)
            {
                VectorMath.AddScaled(solution.Row(j), -row[j], sum);
            }

            VectorMath.AddScaled(sum, 1 / row[i], solution.Row(i));
        }

        return solution;
    }
}
