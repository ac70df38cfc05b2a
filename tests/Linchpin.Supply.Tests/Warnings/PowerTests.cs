namespace Linchpin.Supply.Tests.Warnings;

/// <summary>How often a lasting fall in one of twenty series of five years is found. docs/warnings.md has the whole table.</summary>
public sealed class PowerTests
{
    [Theory]
    [InlineData(0.1, 0.8, 0.9, 0.9)]
    [InlineData(0.2, 0.6, 0.1, 0.6)]
    [InlineData(0.4, 0.95, 0.6, 0.9)]
    public void A_lasting_fall_is_found_in_its_first_month_or_with_two_more(double noise, double fall, double first, double third)
    {
        const int Runs = 10;
        (int inFirst, int byThird) = (0, 0);
        for (int run = 0; run < Runs; run++)
        {
            MadeFlow[] flows = [.. Enumerable.Range(0, 20).Select(i => MadeFlow.Steady(63, (run * 100) + i, noise, product: $"{i:000000}"))];
            for (int m = 60; m < 63; m++)
            {
                flows[0].Times(m, 1 - fall, 1 - fall);
            }

            inFirst += IsFound(MadeFlow.Raised(61, flows)) ? 1 : 0;
            byThird += IsFound(MadeFlow.Raised(63, flows)) ? 1 : 0;
        }

        (inFirst / (double)Runs).ShouldBeGreaterThanOrEqualTo(first);
        (byThird / (double)Runs).ShouldBeGreaterThanOrEqualTo(third);
    }

    private static bool IsFound(IReadOnlyList<TradeWarning> raised) => raised.Any(w => w is { Kind: WarningKind.Fall, Product: "000000" });
}
