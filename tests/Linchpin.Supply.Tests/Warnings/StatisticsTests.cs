using Linchpin.Supply.Warnings;

namespace Linchpin.Supply.Tests.Warnings;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(2.015, 5, 0.05)]
    [InlineData(4.032, 5, 0.005)]
    [InlineData(5.893, 5, 0.001)]
    [InlineData(2.228, 10, 0.025)]
    [InlineData(6.965, 2, 0.01)]
    public void Student_t_has_the_upper_tail_of_the_printed_tables(double z, double degrees, double tail) =>
        Exceedance.Student(z, degrees).ShouldBe(tail, tail * 2e-3);

    [Theory]
    [InlineData(0.1)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(400)]
    public void Student_t_of_one_and_two_degrees_has_the_closed_form(double z)
    {
        // One degree is Cauchy's distribution; of two, P(T > z) = (1 - z / sqrt(2 + z^2)) / 2.
        Exceedance.Student(z, 1).ShouldBe(0.5 - (Math.Atan(z) / Math.PI), 1e-12);
        Exceedance.Student(z, 2).ShouldBe((1 - (z / Math.Sqrt(2 + (z * z)))) / 2, 1e-12);
        (Exceedance.Student(z, 5) + Exceedance.Student(-z, 5)).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(0.025, 1.959964)]
    [InlineData(0.001, 3.090232)]
    [InlineData(0.5, 0)]
    public void The_normal_quantile_is_that_of_the_printed_tables(double tail, double z) => Exceedance.NormalQuantile(tail).ShouldBe(z, 1e-5);

    [Fact]
    public void Benjamini_and_Hochberg_reject_the_first_four_of_their_own_example()
    {
        // Benjamini and Hochberg (1995), section 4: fifteen hypotheses on thrombolysis, rate 0.05.
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];
        FalseDiscovery.Adjust(p).Count(q => q <= 0.05).ShouldBe(4);
        FalseDiscovery.Adjust(p)[3].ShouldBe(0.0095 * 15 / 4, 1e-12);
    }

    [Fact]
    public void Adjusted_probabilities_are_in_the_order_given_and_never_below_the_raw_ones()
    {
        FalseDiscovery.Adjust([0.04, 0.01, 0.03]).ShouldBe([0.04, 0.03, 0.04], 1e-12);
        FalseDiscovery.Adjust([]).ShouldBeEmpty();
    }

    [Fact]
    public void Median_and_scale_do_not_move_with_one_month_far_out()
    {
        Robust.Median([1, 2, 3, 4, 1000]).ShouldBe(3);
        Robust.Median([4, 1, 3, 2]).ShouldBe(2.5);
        Robust.Scale([1, 2, 3, 4, 1000], 3).ShouldBe(1.482602218505602, 1e-12);
        double.IsNaN(Robust.Median([])).ShouldBeTrue();
    }
}
