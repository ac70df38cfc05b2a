namespace Linchpin.Supply.Kernels;

/// <summary>Solves a small dense system by Gaussian elimination with exchange of rows. For tens of unknowns, not thousands.</summary>
internal static class SmallSystem
{
    /// <summary>The solution, or <see langword="null"/> where the matrix is singular. Both arguments are overwritten.</summary>
    internal static double[]? Solve(double[,] m, double[] right)
    {
        int n = right.Length;
        for (int k = 0; k < n; k++)
        {
            int best = k;
            for (int i = k + 1; i < n; i++)
            {
                best = Math.Abs(m[i, k]) > Math.Abs(m[best, k]) ? i : best;
            }

            if (m[best, k] == 0 || !double.IsFinite(m[best, k]))
            {
                return null;
            }

            for (int j = 0; j < n && best != k; j++)
            {
                (m[k, j], m[best, j]) = (m[best, j], m[k, j]);
            }

            (right[k], right[best]) = (right[best], right[k]);
            for (int i = k + 1; i < n; i++)
            {
                double factor = m[i, k] / m[k, k];
                for (int j = k; j < n && factor != 0; j++)
                {
                    m[i, j] -= factor * m[k, j];
                }

                right[i] -= factor * right[k];
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < n; j++)
            {
                right[i] -= m[i, j] * right[j];
            }

            right[i] /= m[i, i];
        }

        return right;
    }
}
