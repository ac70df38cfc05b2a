using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Leontief;

/// <summary>The spectral radius of |A|, an upper bound on that of A and equal to it where no cell is negative; by power iteration from the
/// right.</summary>
internal static class SpectralRadius
{
    private const int MostSteps = 500;
    private const double Settled = 1e-10;

    /// <param name="z">Intermediate use.</param>
    /// <param name="share">1 / x by industry, 0 where there is no output.</param>
    internal static double Of(Matrix z, double[] share)
    {
        int n = z.Rows;
        double[] p = new double[n];
        Array.Fill(p, 1.0 / n);
        double radius = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            double[] next = new double[n];
            for (int i = 0; i < n; i++)
            {
                ReadOnlySpan<double> row = z.Row(i);
                double sum = 0;
                for (int j = 0; j < n; j++)
                {
                    sum += Math.Abs(row[j] * share[j]) * p[j];
                }

                next[i] = sum;
            }

            double norm = next.Sum();
            if (norm == 0)
            {
                return 0;
            }

            bool settled = Math.Abs(norm - radius) < Settled * norm;
            radius = norm;
            for (int i = 0; i < n; i++)
            {
                p[i] = next[i] / norm;
            }

            if (settled)
            {
                break;
            }
        }

        return radius;
    }
}
