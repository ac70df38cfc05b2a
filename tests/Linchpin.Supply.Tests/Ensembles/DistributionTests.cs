using Linchpin.Supply.Ensembles;

namespace Linchpin.Supply.Tests.Ensembles;

public sealed class DistributionTests
{
    private const int Draws = 200_000;

    /// <summary>Known answers of Philox 4x32-10, from the test vectors published with the Random123 library (Salmon and others 2011).</summary>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void The_generator_gives_the_published_answers(uint a, uint b, uint c, uint d, uint key, uint key2, uint wantedA, uint wantedB, uint wantedC, uint wantedD) =>
        Philox.Block((a, b, c, d), (key, key2)).ShouldBe((wantedA, wantedB, wantedC, wantedD));

    /// <summary>Distributions with mean and variance in closed form.</summary>
    public static TheoryData<Distribution, double, double> Moments => new()
    {
        { new UniformDistribution(30, 120), 75, 90.0 * 90 / 12 },
        { new TriangularDistribution(30, 90, 120), 80, ((30.0 * 30) + (90 * 90) + (120 * 120) - (30 * 90) - (30 * 120) - (90 * 120)) / 18 },
        { new TriangularDistribution(2, 2, 5), 3, 9.0 / 18 },

        // Cut off far away: as a whole normal. Cut off at mean ± sd: the variance is 1 - 2 phi(1) / (2 Phi(1) - 1) = 0.2911251.
        { new TruncatedNormalDistribution(60, 5, 1, 3650), 60, 25 },
        { new TruncatedNormalDistribution(0, 1, -1, 1), 0, 0.2911251 },

        // Half a normal: mean sqrt(2 / pi), variance 1 - 2 / pi.
        { new TruncatedNormalDistribution(0, 1, 0, 100), Math.Sqrt(2 / Math.PI), 1 - (2 / Math.PI) },
        { new LogNormalDistribution(90, 0.25, 1e-9, 3650), 90 * Math.Exp(0.03125), 8100 * Math.Exp(0.0625) * (Math.Exp(0.0625) - 1) },
        { new ChoiceDistribution([1, 2, 4], [0.5, 0.25, 0.25]), 2, 1.5 },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Draws_have_the_mean_and_the_variance_of_the_closed_form(Distribution distribution, double mean, double variance)
    {
        double[] values = [.. Enumerable.Range(0, Draws).Select(run => distribution.At(Philox.Uniform(11, run, 3)))];
        values.ShouldAllBe(v => v >= distribution.Least && v <= distribution.Most);
        double found = values.Average();
        found.ShouldBe(mean, 5 * Math.Sqrt(variance / Draws));
        values.Average(v => (v - found) * (v - found)).ShouldBe(variance, 0.02 * variance);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9986501019683699, 3)]
    [InlineData(0.15865525393145707, -1)]
    public void Normal_quantiles_are_those_of_the_tables(double u, double z)
    {
        NormalDistribution.Between(double.NegativeInfinity, double.PositiveInfinity, u).ShouldBe(z, 1e-11);
        NormalDistribution.Below(z).ShouldBe(u, 1e-14);
    }

    [Fact]
    public void Triangular_quantiles_are_those_of_the_closed_form()
    {
        var triangle = new TriangularDistribution(0, 3, 4);

        // F(x) = x^2 / 12 to the mode, 1 - (4 - x)^2 / 4 beyond it.
        triangle.At(1.0 / 12).ShouldBe(1, 1e-12);
        triangle.At(0.75).ShouldBe(3, 1e-12);
        triangle.At(1 - (0.25 / 4)).ShouldBe(3.5, 1e-12);
        new TriangularDistribution(7, 7, 7).At(0.3).ShouldBe(7);
    }

    [Fact]
    public void Draws_rise_with_the_uniform_number_in_every_distribution()
    {
        foreach (Distribution distribution in Moments.Select(row => (Distribution)row[0]))
        {
            double[] values = [.. Enumerable.Range(1, 999).Select(k => distribution.At(k / 1000.0))];
            values.Zip(values.Skip(1)).ShouldAllBe(p => p.First <= p.Second, distribution.Words);
        }
    }

    [Fact]
    public void A_normal_that_is_cut_off_in_its_far_tail_stays_within_its_bounds()
    {
        var tail = new TruncatedNormalDistribution(10, 0.001, 10, 20);
        Enumerable.Range(0, 1000).Select(run => tail.At(Philox.Uniform(1, run, 0))).ShouldAllBe(v => v >= 10 && v <= 10.1);
    }

    [Fact]
    public void Uniform_numbers_of_neighbouring_runs_and_quantities_do_not_go_together()
    {
        double[] one = Numbers(run => Philox.Uniform(5, run, 0)), next = Numbers(run => Philox.Uniform(5, run + 1, 0)), other = Numbers(run => Philox.Uniform(5, run, 1)), seed = Numbers(run => Philox.Uniform(6, run, 0));
        one.ShouldAllBe(u => u > 0 && u < 1);
        foreach (double[] beside in new[] { next, other, seed })
        {
            Math.Abs(EnsembleStatistics.Correlation(one, beside)!.Value).ShouldBeLessThan(5 / Math.Sqrt(Draws));
        }

        static double[] Numbers(Func<int, double> of) => [.. Enumerable.Range(0, Draws).Select(of)];
    }
}
