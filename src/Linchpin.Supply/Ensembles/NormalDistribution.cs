namespace Linchpin.Supply.Ensembles;

/// <summary>The standard normal distribution: its function, and its inverse between two bounds.</summary>
internal static class NormalDistribution
{
    /// <summary>Beyond this the distribution holds less than a double can tell from 0 or 1.</summary>
    private const double Far = 8.5;

    private const int Halvings = 80;

    /// <summary>Phi(z) by its series around 0 (Marsaglia 2004): 1/2 + phi(z) (z + z^3/3 + z^5/15 + ...).</summary>
    internal static double Below(double z)
    {
        if (Math.Abs(z) >= Far)
        {
            return z < 0 ? 0 : 1;
        }

        double term = z, sum = z, before = double.NaN;
        for (int odd = 3; sum != before; odd += 2)
        {
            before = sum;
            term *= z * z / odd;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The quantile of a normal that is cut off below <paramref name="low"/> and above <paramref name="high"/>, by halving.</summary>
    internal static double Between(double low, double high, double u)
    {
        double from = Math.Clamp(low, -Far, Far), to = Math.Clamp(high, -Far, Far);
        double wanted = Below(from) + (u * (Below(to) - Below(from)));
        for (int k = 0; k < Halvings && from < to; k++)
        {
            double middle = from + ((to - from) / 2);
            if (Below(middle) < wanted)
            {
                from = middle;
            }
            else
            {
                to = middle;
            }
        }

        return to;
    }
}
