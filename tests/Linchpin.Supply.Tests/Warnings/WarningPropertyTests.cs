using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply.Tests.Warnings;

public sealed class WarningPropertyTests
{
    [Fact]
    public void Later_months_change_nothing_of_a_warning_but_what_is_labelled_as_revised() => ForAll(60, seed =>
    {
        MadeFlow[] flows = Flows(seed);
        IReadOnlyList<TradeWarning> whole = MadeFlow.Raised(60, flows);
        foreach (int to in (int[])[30, 42, 43, 44, 51])
        {
            PartialDate last = MadeFlow.Month(to - 1);
            AsRaised(MadeFlow.Raised(to, flows)).ShouldBe(AsRaised(whole.Where(w => w.Raised.CompareTo(last) <= 0)), $"seed {seed}, to {last}");
        }
    });

    [Fact]
    public void The_order_of_the_flows_changes_nothing() => ForAll(40, seed =>
    {
        MadeFlow[] flows = Flows(seed);
        MadeFlow.Raised(60, [.. flows.Reverse()]).Select(w => w.Words).ShouldBe(MadeFlow.Raised(60, flows).Select(w => w.Words));
    });

    [Fact]
    public void The_unit_of_the_amounts_changes_nothing_but_the_amounts() => ForAll(40, seed =>
    {
        WarningSettings settings = WarningSettings.Standard with { LeastValue = 0 };
        PartialDate to = MadeFlow.Month(59);
        MadeFlow[] flows = Flows(seed);
        IReadOnlyList<TradeWarning> one = TradeWatch.Run(flows.Select(f => f.Watched()), settings, to, "USD").Warnings;
        IReadOnlyList<TradeWarning> thousand = TradeWatch.Run(flows.Select(f => f.Watched(scale: 1024)), settings, to, "USD").Warnings;
        thousand.Count.ShouldBe(one.Count);
        foreach ((TradeWarning a, TradeWarning b) in one.Zip(thousand))
        {
            (b.Kind, b.Measure, b.Month, b.Origin).ShouldBe((a.Kind, a.Measure, a.Month, a.Origin));
            (b.Z ?? 0).ShouldBe(a.Z ?? 0, 1e-6);
            b.Expected!.Value.ShouldBe(a.Expected!.Value * (a.Measure == TradeMeasure.UnitValue ? 1 : 1024), 1e-6 * b.Expected.Value);
        }
    });

    [Fact]
    public void Probabilities_lie_between_nought_and_one_and_adjusting_never_lowers_them() => ForAll(40, seed =>
    {
        foreach (SeriesTest test in TradeWatch.Run(Flows(seed).Select(f => f.Watched()), WarningSettings.Standard, MadeFlow.Month(59), "USD").Tests)
        {
            test.Probability.ShouldBeInRange(0, 1);
            test.Q.ShouldBeInRange(test.Probability, 1);
            double.IsFinite(test.Z).ShouldBeTrue();
        }
    });

    [Fact]
    public void Quiet_series_raise_less_than_one_warning_in_a_hundred_series_years()
    {
        // 400 series of six years, watched over four of them: noise of four sizes, a season, heavy tails (Student's t of 5 degrees, scaled to
        // the noise), growth. Nothing happens in them.
        var flows = new List<MadeFlow>();
        for (int i = 0; i < 400; i++)
        {
            var random = new Random(1000 + i);
            double noise = (double[])[0.08, 0.15, 0.3, 0.6] is var sizes ? sizes[i % 4] : 0;
            double growth = 0.01 * (random.NextDouble() - 0.5);
            double season = 0.3 * random.NextDouble();
            flows.Add(MadeFlow.Steady(72, i, 0, m => (growth * m) + (season * Math.Sin(2 * Math.PI * m / 12)) + (noise * Heavy(random)), product: $"{i / 8:000000}", origin: $"O{i % 8}"));
        }

        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(72, [.. flows]);
        int series = raised.Count(w => w.Kind != WarningKind.Substitution);
        (100.0 * series / (400 * 4)).ShouldBeLessThan(1, string.Join('\n', raised.Select(w => w.Words)));
    }

    private static double Heavy(Random random)
    {
        double chi = Enumerable.Range(0, 5).Sum(_ => Math.Pow(MadeFlow.Normal(random), 2));
        return MadeFlow.Normal(random) / Math.Sqrt(chi / 5);
    }

    /// <summary>Five flows of one product with noise, gaps, zeros, rushes and falls drawn from the seed.</summary>
    private static MadeFlow[] Flows(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 5).Select(i =>
            {
                MadeFlow flow = MadeFlow.Steady(60, random.Next(), 0.05 + (0.3 * random.NextDouble()), origin: ((string[])["JPN", "TWN", "CHN", "USA", "DEU"])[i], level: 100_000 * Math.Exp(3 * random.NextDouble()));
                for (int e = random.Next(4); e > 0; e--)
                {
                    int start = 24 + random.Next(34);
                    double size = Math.Exp(-3 + (5 * random.NextDouble()));
                    double price = random.Next(2) == 0 ? 1 : Math.Exp(2 * random.NextDouble());
                    int kind = random.Next(5);
                    for (int m = start; m < Math.Min(60, start + 1 + random.Next(8)); m++)
                    {
                        _ = kind switch
                        {
                            0 => flow.Without(m),
                            1 => flow.Set(m, 0, null),
                            _ => flow.Set(m, 500_000 * size * price, 50_000 * size),
                        };
                    }
                }

                return flow;
            }),
        ];
    }

    private static string[] AsRaised(IEnumerable<TradeWarning> warnings) =>
    [
        .. warnings.Select(w => FormattableString.Invariant(
            $"{w.Kind} {w.Measure} {w.Origin} {w.Month} {w.Raised} {w.Expected:R} {w.Seen:R} {w.Z:R} {w.Probability:R} {w.Q:R} {w.Watched} {w.Certainty} {w.RushBefore} {w.InPlaceOf} {w.Covers:R} {w.OtherMeasure}")).Order(StringComparer.Ordinal),
    ];

    private static void ForAll(int tests, Action<int> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => holds(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
