using FsCheck;
using FsCheck.Fluent;
using Linchpin.Supply.LinearProgrammes;
using Linchpin.Supply.Plans;
using Linchpin.Supply.Tests.LinearProgrammes;

namespace Linchpin.Supply.Tests.Plans;

/// <summary>What holds of every plan, on tables and disruptions made at random: four partners, two others, three sectors.</summary>
public sealed class PlanPropertyTests
{
    private const string Partners = "PA,PB,PC,PD";
    private const double Slack = 1e-7;

    [Fact]
    public void No_two_groups_bear_more_together_than_apart_and_so_joint_action_never_costs_more_than_each_alone() => Of(40, (random, table, scenario, settings) =>
    {
        ResponsePlan plan = Supply.Plan(table, scenario, Partners, settings);
        var burden = plan.Coalitions.ToDictionary(c => c.Members.Sum(m => 1 << plan.Partners.ToList().IndexOf(m)), c => c.Burden!.Value);
        for (int a = 1; a < 16; a++)
        {
            for (int b = 1; b < 16; b++)
            {
                if ((a & b) == 0)
                {
                    burden[a | b].ShouldBeLessThanOrEqualTo(burden[a] + burden[b] + (Slack * (1 + burden[a] + burden[b])));
                }
            }
        }

        plan.Together.Sum(t => t.Burden).ShouldBe(burden[15], Slack * (1 + burden[15]));
        plan.Gain!.Value.ShouldBe(plan.Alone.Sum(a => a.Burden) - plan.Together.Sum(t => t.Burden), Slack * (1 + burden[15]));
    });

    [Fact]
    public void The_parts_of_the_gain_add_up_to_it() => Of(20, (random, table, scenario, settings) =>
    {
        ResponsePlan plan = Supply.Plan(table, scenario, Partners, settings);
        plan.Shapley.Sum(s => s!.Value).ShouldBe(plan.Gain!.Value, Slack * (1 + Math.Abs(plan.Gain.Value)));
        plan.Shapley.ShouldAllBe(s => s > -1e-6);
    });

    [Fact]
    public void More_spare_capacity_never_hurts() => Of(20, (random, table, scenario, settings) =>
    {
        double little = Supply.Plan(table, scenario, Partners, settings with { SpareCapacity = 0.02 }).Together.Sum(t => t.Burden);
        double more = Supply.Plan(table, scenario, Partners, settings with { SpareCapacity = 0.08 }).Together.Sum(t => t.Burden);
        more.ShouldBeLessThanOrEqualTo(little + (Slack * (1 + little)));
    });

    [Fact]
    public void A_price_is_what_a_little_more_capacity_saves() => Of(20, (random, table, scenario, settings) =>
    {
        PlanSettings at = settings with { SpareCapacity = 0.05 };
        ResponsePlan plan = Supply.Plan(table, scenario, Partners, at);
        foreach (ShadowPrice price in plan.ShadowPrices.Where(p => p.Kind == PlannedKind.NewProduction).Take(3))
        {
            const double More = 1e-5;
            PlanSettings raised = at with { SpareCapacityOf = new Dictionary<string, double> { [$"{price.Partner}:{price.Sector}"] = 0.05 * (1 + More) } };
            double saved = plan.Together.Sum(t => t.Burden) - Supply.Plan(table, scenario, Partners, raised).Together.Sum(t => t.Burden);

            // The price is that of all capacities raised at once, so alone a unit saves no less.
            (saved / (price.Limit * More)).ShouldBeGreaterThanOrEqualTo(price.Worth - 1e-3);
        }
    });

    [Fact]
    public void Nothing_is_delivered_beyond_capacity_exports_stocks_or_need() => Of(40, (random, table, scenario, settings) =>
    {
        PlanSettings stocked = settings with { StockDays = 1 };
        ResponsePlan plan = Supply.Plan(table, scenario, Partners, stocked);
        foreach (var maker in plan.Replacements.Where(r => r.Kind == PlannedKind.NewProduction).GroupBy(r => (r.By, r.Input)))
        {
            maker.Sum(r => r.ShareOfSpareCapacity!.Value).ShouldBeLessThanOrEqualTo(1 + Slack);
        }

        foreach (var sender in plan.Replacements.Where(r => r.Kind == PlannedKind.RedirectedExport).GroupBy(r => (r.By, r.Input)))
        {
            sender.Sum(r => r.ShareOfPresentExports!.Value).ShouldBeLessThanOrEqualTo(stocked.RedirectShare + Slack);
        }

        foreach (PartnerBurden burden in plan.Together)
        {
            // What is lost is covered or not; new production may call for more of it.
            (burden.Covered + burden.Uncovered).ShouldBeGreaterThanOrEqualTo(burden.Lost * (1 - Slack));
            burden.ValueAddedAtRiskPercent.ShouldNotBe(double.NaN);
            (burden.ValueAddedAtRiskPercent ?? 0).ShouldBeInRange(0, 100 + Slack);
        }

        plan.Replacements.ShouldAllBe(r => r.Amount > 0 && r.Cost >= 0);
        plan.AtRisk.ShouldAllBe(i => i.ShareOfOutput > 0 && i.ShareOfOutput <= 1 + Slack);
    });

    [ClpFact]
    public void The_plan_is_the_same_with_and_without_the_native_solver() => Of(40, (random, table, scenario, settings) =>
    {
        ResponsePlan native = Supply.Plan(table, scenario, Partners, settings);
        ResponsePlan own = Supply.Plan(table, scenario, Partners, settings with { NativeSolver = false });
        native.Solver.ShouldContain("Clp");
        own.Solver.ShouldNotContain("Clp");
        native.Replacements.Select(r => (r.Kind, r.Input, r.By, r.To)).ShouldBe(own.Replacements.Select(r => (r.Kind, r.Input, r.By, r.To)));
        foreach ((Replacement a, Replacement b) in native.Replacements.Zip(own.Replacements))
        {
            a.Amount.ShouldBe(b.Amount, 1e-9 * Math.Max(1, b.Amount));
        }

        foreach ((CoalitionBurden a, CoalitionBurden b) in native.Coalitions.Zip(own.Coalitions))
        {
            a.Burden!.Value.ShouldBe(b.Burden!.Value, 1e-9 * Math.Max(1, b.Burden.Value));
        }

        native.ShadowPrices.Select(p => p.Worth).ShouldBe(own.ShadowPrices.Select(p => p.Worth), 1e-6);
    });

    [Fact]
    public void A_scenario_of_size_zero_needs_no_plan() => Of(5, (random, table, scenario, settings) =>
    {
        Scenario none = scenario with { Events = [.. scenario.Events.Select(e => e with { Share = 0 })] };
        ResponsePlan plan = Supply.Plan(table, none, Partners, settings);
        plan.Days.ShouldBe(0);
        plan.Lost.ShouldBeEmpty();
        plan.Replacements.ShouldBeEmpty();
        plan.Uncovered.ShouldBeEmpty();
        plan.Stockpile.ShouldBeEmpty();
        plan.ShadowPrices.ShouldBeEmpty();
        plan.Gain.ShouldBe(0);
        plan.Alone.Concat(plan.Together).ShouldAllBe(b => b.Burden == 0 && b.Lost == 0);
    });

    [Fact]
    public void Partners_that_are_alike_get_alike_and_one_that_adds_nothing_gets_nothing()
    {
        // PA and PB are twins that lose the same; PC makes none of it and loses none; PX bans.
        double[,] z = new double[8, 8];
        double[,] y = new double[8, 4];
        foreach (int p in new[] { 0, 1 })
        {
            z[6, (2 * p) + 1] = 100;
            z[2 * p, (2 * p) + 1] = 200;
            y[2 * p, 3] = 50;
            y[(2 * p) + 1, p] = 1000;
        }

        y[5, 2] = 500;
        using SmallTable folder = SmallTable.Of(["PA", "PB", "PC", "PX"], ["g", "m"], z, y);
        Scenario ban = new("ban", new ScenarioSettings(), [new ScenarioEvent(EventKind.ExportBan, "PX:g", 1, 0, 30, 0, "PA")]);
        ResponsePlan plan = Supply.Plan(folder.Open(), ban, "PA,PB,PC");
        plan.Gain!.Value.ShouldBeGreaterThan(0);
        plan.Shapley[2]!.Value.ShouldBe(0, 1e-9);
        Scenario both = ban with { Events = [ban.Events[0] with { To = "PA,PB" }] };
        ResponsePlan alike = Supply.Plan(folder.Open(), both, "PA,PB,PC");
        alike.Shapley[0]!.Value.ShouldBe(alike.Shapley[1]!.Value, 1e-9);
        alike.Alone[0].Burden.ShouldBe(alike.Alone[1].Burden, 1e-9);
    }

    [Fact]
    public void The_value_of_Shapley_shares_a_runway_as_in_the_airport_game()
    {
        // Littlechild and Owen (1973): each part of the runway is shared evenly by those who need it. Costs 8, 11, 13.
        double[] cost = [8, 11, 13];
        double[] v = [.. Enumerable.Range(0, 8).Select(group => Enumerable.Range(0, 3).Where(p => (group & (1 << p)) != 0).Select(p => cost[p]).DefaultIfEmpty(0).Max())];
        ShapleyValue.Of(v).ShouldBe([8.0 / 3, (8.0 / 3) + 1.5, (8.0 / 3) + 1.5 + 2], 1e-12);
    }

    private static void Of(int times, Action<Random, InputOutputTable, Scenario, PlanSettings> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            using SmallTable folder = Any(random);
            var settings = new PlanSettings
            {
                Simulate = false,
                SpareCapacity = random.Next(2) == 0 ? null : random.NextDouble() * 0.2,
                Substitutability = random.Next(2) == 0 ? 1 : random.NextDouble(),
            };
            holds(random, folder.Open(), Happens(random), settings);
        }));

    private static Scenario Happens(Random random)
    {
        List<ScenarioEvent> events =
        [
            new(EventKind.ExportBan, "XA:g-s", 0.2 + (0.8 * random.NextDouble()), random.Next(5), 1 + random.Next(60), random.Next(20), "all"),
        ];
        if (random.Next(2) == 0)
        {
            events.Add(new ScenarioEvent(EventKind.CapacityLoss, "PB:g", random.NextDouble(), random.Next(5), 1 + random.Next(40), random.Next(20), null));
        }

        return new Scenario("any", new ScenarioSettings { AlphaMax = 1 + random.NextDouble(), AlphaTau = 1 + random.Next(100), Steps = 100 }, events);
    }

    private static SmallTable Any(Random random)
    {
        const int N = 18;
        double[,] z = new double[N, N];
        double[,] y = new double[N, 6];
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                z[i, j] = random.Next(3) == 0 ? 0 : Math.Round(random.NextDouble() * 10, 3);
            }

            for (int c = 0; c < 6; c++)
            {
                y[i, c] = Math.Round(random.NextDouble() * 60, 3) + 5;
            }
        }

        return SmallTable.Of(["PA", "PB", "PC", "PD", "XA", "XB"], ["g", "m", "s"], z, y);
    }
}
