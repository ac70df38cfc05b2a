namespace Linchpin.Supply.Warnings;

/// <summary>How often chance alone would give a figure so far out.</summary>
internal static class Exceedance
{
    /// <summary>P(T &gt; z) for Student's t. Degrees of freedom over 0, whole or not.</summary>
    /// <remarks>P = I_x(nu/2, 1/2) / 2 for z over 0, with x = nu / (nu + z^2) (NIST Digital Library of Mathematical Functions 8.17).</remarks>
    internal static double Student(double z, double degrees)
    {
        double half = RegularBeta(degrees / (degrees + (z * z)), z * z / (degrees + (z * z)), degrees / 2, 0.5) / 2;
        return z >= 0 ? half : 1 - half;
    }

    /// <summary>The z that a standard normal exceeds with a probability, found by halving on Student's t of a million
    /// degrees: to five decimals.</summary>
    internal static double NormalQuantile(double probability)
    {
        double low = -40, high = 40;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Student(middle, 1e6) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>I_x(a, b) by its continued fraction (8.17.22), evaluated with Lentz's method; y is 1 - x, given so that no digit of it is lost.</summary>
    private static double RegularBeta(double x, double y, double a, double b)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast below the mean; above it the complement does.
        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - RegularBeta(y, x, b, a);
        }

        double front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(y))) / a;
        const double Tiny = 1e-300;
        double c = 1, d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        double value = d;
        for (int m = 1; m <= 500; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            value *= Step(even);
            double last = Step(odd);
            value *= last;
            if (Math.Abs(last - 1) < 1e-15)
            {
                break;
            }
        }

        return front * value;

        double Step(double term)
        {
            d = 1 + (term * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (term / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            return c * d;
        }
    }

    /// <summary>The logarithm of the gamma function by Stirling's series (5.11.1), after the argument is moved over 10 by recurrence.</summary>
    private static double LogGamma(double x)
    {
        double shift = 0;
        while (x < 10)
        {
            shift -= Math.Log(x);
            x++;
        }

        double r = 1 / (x * x);
        double series = (1.0 / 12) - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r * ((1.0 / 1680) - (r / 1188)))))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x);
    }
}
