using FsCheck;
using FsCheck.Fluent;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Tests.Scenarios;

/// <summary>What holds for every scenario.</summary>
public sealed class ScenarioPropertyTests
{
    private const int Regions = 4;
    private const int Sectors = 5;

    private static readonly string[] Countries = ["AAA", "BBB", "CCC", "DDD"];
    private static readonly string[] Codes = ["s1", "s2", "s3", "s4", "s5"];

    [Theory]
    [InlineData(OrderType.ByCapacity, ModelMode.Corrected)]
    [InlineData(OrderType.ByInitialShare, ModelMode.Corrected)]
    [InlineData(OrderType.ByCapacity, ModelMode.Compatible)]
    [InlineData(OrderType.ByInitialShare, ModelMode.Compatible)]
    public void An_economy_to_which_nothing_happens_stays_as_it_is(OrderType order, ModelMode mode)
    {
        var model = new ArioModel(Golden.Table2008(), new ScenarioSettings { OrderType = order, Mode = mode });
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, [])));
        for (int day = 0; day < 365; day++)
        {
            run.Step(day);
        }

        for (int i = 0; i < model.Output.Length; i++)
        {
            Math.Abs(run.Production[i] - model.Output[i]).ShouldBeLessThanOrEqualTo(1e-9 * model.Output[i], model.Table.NameOf(i));
        }

        run.Unmet.ShouldBe(0, 1e-9 * model.Output.Sum());
    }

    [Fact]
    public void New_names_and_another_order_of_countries_and_sectors_permute_the_results() => Prop.ForAll(Happenings, h =>
    {
        var random = new System.Random(h.Seed);
        int[] country = [0, 1, 2, 3];
        int[] sector = [0, 1, 2, 3, 4];
        random.Shuffle(country);
        random.Shuffle(sector);
        (double[,] z, double[,] y) = Synthetic();
        double[,] z2 = new double[20, 20];
        double[,] y2 = new double[20, 4];
        int At(int i) => (country[i / Sectors] * Sectors) + sector[i % Sectors];
        for (int i = 0; i < 20; i++)
        {
            for (int j = 0; j < 20; j++)
            {
                z2[At(i), At(j)] = z[i, j];
            }

            for (int r = 0; r < Regions; r++)
            {
                y2[At(i), country[r]] = y[i, r];
            }
        }

        // The same places under their new names: country r is now Countries[country[r]].
        string Rename(string text) => string.Concat(text.Split([','], StringSplitOptions.None).Select((part, k) => (k > 0 ? "," : "") + string.Join(':', part.Split(':')
            .Select(word => Array.IndexOf(Countries, word) is >= 0 and var c ? Countries[country[c]] : Array.IndexOf(Codes, word) is >= 0 and var s ? Codes[sector[s]] : word))));
        ScenarioEvent[] renamed = [.. h.Events.Select(e => e with
        {
            Target = Rename(e.Target),
            To = e.To is null ? null : Rename(e.To),
            RebuildSectors = e.RebuildSectors?.ToDictionary(r => Rename(r.Key), r => r.Value),
        })];
        using SmallTable one = SmallTable.Of(Countries, Codes, z, y);
        using SmallTable two = SmallTable.Of(Countries, Codes, z2, y2);
        Simulation before = Run(one.Open(), h.Order, h.Events);
        Simulation after = Run(two.Open(), h.Order, renamed);
        for (int i = 0; i < 20; i++)
        {
            after.Industries[At(i)].OutputLoss.ShouldBe(before.Industries[i].OutputLoss, 1e-7 * before.Industries[i].OutputADay, $"{h}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_table_in_another_unit_gives_the_same_results_in_that_unit() => Prop.ForAll(Happenings, h =>
    {
        (double[,] z, double[,] y) = Synthetic();
        double[,] Thousands(double[,] m)
        {
            double[,] scaled = (double[,])m.Clone();
            for (int i = 0; i < m.GetLength(0); i++)
            {
                for (int j = 0; j < m.GetLength(1); j++)
                {
                    scaled[i, j] *= 1000;
                }
            }

            return scaled;
        }

        using SmallTable millions = SmallTable.Of(Countries, Codes, z, y);
        using SmallTable thousands = SmallTable.Of(Countries, Codes, Thousands(z), Thousands(y));
        Simulation one = Run(millions.Open(), h.Order, h.Events);
        Simulation two = Run(thousands.Open(), h.Order, h.Events);
        double scale = one.Industries.Sum(i => i.OutputADay);
        for (int day = 0; day < one.Days; day++)
        {
            (two.World.Output[day] / 1000).ShouldBe(one.World.Output[day], 1e-9 * scale, $"{h}, day {day}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void The_number_of_threads_changes_no_bit() => Prop.ForAll(Happenings, h =>
    {
        double[] Production(int threads)
        {
            var model = new ArioModel(Golden.Table2008(), new ScenarioSettings { OrderType = h.Order, Steps = 30, InventoryDays = 10 });
            ScenarioEvent[] real = [.. h.Events.Select(OnWiod)];
            var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, real)), threads);
            for (int day = 0; day < 30; day++)
            {
                run.Step(day);
            }

            return run.Production;
        }

        double[] alone = Production(1);
        Production(2).ShouldBe(alone);
        Production(7).ShouldBe(alone);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    [Fact]
    public void A_bigger_share_never_gives_a_smaller_loss_of_the_hit_industry_on_the_first_day() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        double[] shares = [random.NextDouble(), random.NextDouble()];
        Array.Sort(shares);
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        string target = $"{Countries[random.Next(4)]}:{Codes[random.Next(5)]}";
        foreach (EventKind kind in new[] { EventKind.CapacityLoss, EventKind.CapitalRecover, EventKind.CapitalRebuild, EventKind.ExportBan, EventKind.Quota, EventKind.Tariff })
        {
            double Loss(double share)
            {
                Simulation run = Run(table, OrderType.ByCapacity, ScenarioTests.Event(kind, target, share));
                return run.Regions.Single(r => target.StartsWith(r.Region, StringComparison.Ordinal)).Output[5];
            }

            Loss(shares[1]).ShouldBeGreaterThanOrEqualTo(Loss(shares[0]) - 1e-9, $"{kind} of {target}, {shares[0]:R} and {shares[1]:R}");
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Of_what_is_made_and_released_nothing_is_lost_and_nothing_is_below_zero() => Prop.ForAll(Happenings, h =>
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        var model = new ArioModel(folder.Open(), new ScenarioSettings { OrderType = h.Order, InventoryDays = 5, RestorationDays = 3 });
        var forces = new ScenarioForces(model, new ScenarioTimeline(model, h.Events));
        var run = new ArioRun(model, forces);
        double released = 0;
        for (int day = 0; day < 120; day++)
        {
            double before = run.TotalStock();
            run.Step(day);
            run.Production.ShouldAllBe(p => p >= 0 && double.IsFinite(p));
            run.LeastStock().ShouldBeGreaterThanOrEqualTo(-1e-9);
            run.Unmet.ShouldBeGreaterThanOrEqualTo(-1e-9);
            run.Stopped.ShouldBeGreaterThanOrEqualTo(-1e-9);
            double drawn = forces.Timeline.Releases.Sum(r => forces.Releases.Of(r).ToProduction);
            double use = Enumerable.Range(0, 20).Sum(j => run.Production[j] * Enumerable.Range(0, Sectors).Sum(s => model.Coefficient[s, j]));
            double final = Enumerable.Range(0, 20).Sum(i => (forces.Final[i] + forces.Rebuild[i]) * run.Met(i));
            (run.Production.Sum() + drawn - released - final - use).ShouldBe(run.TotalStock() - before, 1e-6, $"{h}, day {day}");
            released = drawn;
        }

        foreach (Shock release in forces.Timeline.Releases)
        {
            (double held, double production, double final) = forces.Releases.Of(release);
            (production + final).ShouldBeLessThanOrEqualTo(held * (1 + 1e-12));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>One to three events of any kind on the table by formula that do not contradict one another.</summary>
    private static Arbitrary<Happening> Happenings => ArbMap.Default.GeneratorFor<int>().Select(seed =>
    {
        var random = new System.Random(seed);
        var events = new List<ScenarioEvent>();
        int[] order = [0, 1, 2, 3, 4];
        random.Shuffle(order);
        for (int k = 0; k < random.Next(1, 4); k++)
        {
            // Each event has a sector of its own, so that none overlaps another.
            EventKind kind = Enum.GetValues<EventKind>()[random.Next(8)];
            events.Add(ScenarioTests.Event(kind, $"{Countries[random.Next(Regions)]}:{Codes[order[k]]}", Math.Round(random.NextDouble(), 3)) with
            {
                Start = random.Next(20),
                Duration = random.Next(1, 30),
                RecoveryShape = kind == EventKind.CapitalRebuild ? RecoveryShape.Linear : Enum.GetValues<RecoveryShape>()[random.Next(5)],
                BothWays = kind is EventKind.ExportBan or EventKind.Quota && random.Next(2) == 0,
                To = kind is EventKind.ExportBan or EventKind.Quota or EventKind.Tariff or EventKind.StockRelease ? (random.Next(2) == 0 ? "all" : "AAA,CCC,DDD") : null,
            });
        }

        return new Happening(seed, random.Next(2) == 0 ? OrderType.ByCapacity : OrderType.ByInitialShare, [.. events]);
    }).ToArbitrary();

    private sealed record Happening(int Seed, OrderType Order, ScenarioEvent[] Events)
    {
        public override string ToString() => $"{Order}: {string.Join("; ", Events.Select(e => e.ToString()))}";
    }

    /// <summary>The event on the world table: its countries and sectors for those of the formula.</summary>
    private static ScenarioEvent OnWiod(ScenarioEvent e)
    {
        static string Real(string text) => text.Replace("AAA", "KOR", StringComparison.Ordinal).Replace("BBB", "CHN", StringComparison.Ordinal)
            .Replace("CCC", "JPN", StringComparison.Ordinal).Replace("DDD", "USA", StringComparison.Ordinal).Replace(":s", ":c1", StringComparison.Ordinal);
        return e with
        {
            Target = Real(e.Target),
            To = e.To is null ? null : Real(e.To),
            RebuildSectors = e.RebuildSectors?.ToDictionary(r => r.Key.Replace("s", "c1", StringComparison.Ordinal), r => r.Value),
        };
    }

    private static Simulation Run(InputOutputTable table, OrderType order, params ScenarioEvent[] events) =>
        Supply.Simulate(table, new Scenario("property", new ScenarioSettings { Steps = 90, OrderType = order, InventoryDays = 10, RestorationDays = 5 }, events));

    private static (double[,] Z, double[,] Y) Synthetic() => GoldenSimulationTests.Formula();
}
