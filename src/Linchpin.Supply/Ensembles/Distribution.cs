using System.Globalization;

namespace Linchpin.Supply;

/// <summary>What is known of a quantity that is not known: how its values are spread.</summary>
/// <remarks>Values are drawn by the inverse of the distribution function: one uniform number a value.</remarks>
public abstract record Distribution
{
    /// <summary>The word that names it in a scenario file.</summary>
    public abstract string Word { get; }

    /// <summary>The least value that may be drawn.</summary>
    public abstract double Least { get; }

    /// <summary>The greatest value that may be drawn.</summary>
    public abstract double Most { get; }

    /// <summary>Its numbers by name, in the order of the scenario file.</summary>
    public abstract IReadOnlyList<(string Name, double Value)> Numbers { get; }

    /// <summary>The quantile: the value under which the part <paramref name="u"/> of all values lies.</summary>
    /// <param name="u">From 0 to 1, both left out.</param>
    public abstract double At(double u);

    /// <summary>The distribution in words: <c>triangular, low 30, mode 90, high 120</c>.</summary>
    public string Words => Word + string.Concat(Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $", {n.Name} {n.Value:G15}")));
}

/// <summary>Every value between two is as likely.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public sealed record UniformDistribution(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override string Word => "uniform";

    /// <inheritdoc/>
    public override double Least => Low;

    /// <inheritdoc/>
    public override double Most => High;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Numbers => [("low", Low), ("high", High)];

    /// <inheritdoc/>
    public override double At(double u) => Low + (u * (High - Low));
}

/// <summary>Likeliest at the mode, falling off in a straight line to both ends.</summary>
/// <param name="Low">The least.</param>
/// <param name="Mode">The likeliest; from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="High">The greatest.</param>
public sealed record TriangularDistribution(double Low, double Mode, double High) : Distribution
{
    /// <inheritdoc/>
    public override string Word => "triangular";

    /// <inheritdoc/>
    public override double Least => Low;

    /// <inheritdoc/>
    public override double Most => High;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Numbers => [("low", Low), ("mode", Mode), ("high", High)];

    /// <inheritdoc/>
    public override double At(double u)
    {
        double width = High - Low, below = Mode - Low;
        return width == 0 ? Low
            : u * width < below ? Low + Math.Sqrt(u * width * below)
            : High - Math.Sqrt((1 - u) * width * (High - Mode));
    }
}

/// <summary>A normal distribution that is cut off at both ends.</summary>
/// <param name="Mean">Mean before it is cut off.</param>
/// <param name="Sd">Standard deviation before it is cut off; above 0.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
public sealed record TruncatedNormalDistribution(double Mean, double Sd, double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override string Word => "normal";

    /// <inheritdoc/>
    public override double Least => Low;

    /// <inheritdoc/>
    public override double Most => High;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Numbers => [("mean", Mean), ("sd", Sd), ("low", Low), ("high", High)];

    /// <inheritdoc/>
    public override double At(double u) => Math.Clamp(Mean + (Sd * Ensembles.NormalDistribution.Between((Low - Mean) / Sd, (High - Mean) / Sd, u)), Low, High);
}

/// <summary>A distribution whose logarithm is normal, cut off at both ends.</summary>
/// <param name="Median">Median before it is cut off; above 0.</param>
/// <param name="Sigma">Standard deviation of the logarithm before it is cut off; above 0.</param>
/// <param name="Low">The least; above 0.</param>
/// <param name="High">The greatest.</param>
public sealed record LogNormalDistribution(double Median, double Sigma, double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override string Word => "lognormal";

    /// <inheritdoc/>
    public override double Least => Low;

    /// <inheritdoc/>
    public override double Most => High;

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Numbers => [("median", Median), ("sigma", Sigma), ("low", Low), ("high", High)];

    /// <inheritdoc/>
    public override double At(double u)
    {
        double z = Ensembles.NormalDistribution.Between(Math.Log(Low / Median) / Sigma, Math.Log(High / Median) / Sigma, u);
        return Math.Clamp(Median * Math.Exp(Sigma * z), Low, High);
    }
}

/// <summary>One of some values, each with its probability.</summary>
/// <param name="Values">The values, as numbers; an order type is 0 for <c>alt</c> and 1 for <c>noalt</c>.</param>
/// <param name="Weights">Their probabilities, in the order of the values; they add up to 1.</param>
/// <param name="Labels">The values as the scenario file writes them, where they are words.</param>
public sealed record ChoiceDistribution(IReadOnlyList<double> Values, IReadOnlyList<double> Weights, IReadOnlyList<string>? Labels = null) : Distribution
{
    /// <inheritdoc/>
    public override string Word => "choice";

    /// <inheritdoc/>
    public override double Least => Values.Min();

    /// <inheritdoc/>
    public override double Most => Values.Max();

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, double Value)> Numbers =>
        [.. Values.Select((v, k) => (Labels?[k] ?? v.ToString("R", CultureInfo.InvariantCulture), Weights[k]))];

    /// <inheritdoc/>
    public override double At(double u)
    {
        double sum = 0;
        for (int k = 0; k < Values.Count - 1; k++)
        {
            sum += Weights[k];
            if (u < sum)
            {
                return Values[k];
            }
        }

        return Values[^1];
    }
}
