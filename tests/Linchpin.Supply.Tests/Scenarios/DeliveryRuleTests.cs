using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Tests.Scenarios;

/// <summary>Bans, quotas, tariffs and stock releases worked by hand on tables of two or three countries and one sector, in flows of a day.</summary>
public sealed class DeliveryRuleTests
{
    private const double Year = 365;

    [Fact]
    public void A_quota_lets_the_stated_part_through_and_the_rest_is_lost()
    {
        // AAA sells 30 to itself and 10 to BBB, all of it final; six tenths of the 10 pass.
        Simulation run = Run(FinalOnly(), new ScenarioEvent(EventKind.Quota, "AAA:s", 0.6, 3, 5, To: "BBB"));
        run.Regions[0].Output[2].ShouldBe(0, 1e-12);
        run.Regions[0].Output[3].ShouldBe(4, 1e-12);
        run.Regions[0].Output[7].ShouldBe(4, 1e-12);
        run.Regions[0].Output[8].ShouldBe(0, 1e-12);
        run.StoppedFinalDemand.Sum().ShouldBe(5 * 4, 1e-9);
        run.UnmetFinalDemand.Sum().ShouldBe(0, 1e-9);
    }

    [Fact]
    public void What_is_diverted_goes_to_the_other_suppliers_as_far_as_they_can_make_it()
    {
        // Half of the 4 kept out, 2, is asked of BBB, which makes 20 at its capacity and serves 20 of 22 at first.
        Simulation run = Run(FinalOnly(), new ScenarioEvent(EventKind.Quota, "AAA:s", 0.6, 3, 5, To: "BBB") { Diverted = 0.5 });
        run.StoppedFinalDemand[3].ShouldBe(2, 1e-12);
        run.UnmetFinalDemand[3].ShouldBe(2, 1e-12);
        run.Regions[0].Output[3].ShouldBe(4, 1e-12);
        run.Regions[1].Output[4].ShouldBeLessThan(0, "overproduction answers scarcity");
    }

    [Fact]
    public void A_tariff_lowers_demand_by_rate_and_elasticity()
    {
        // (1 + 0.25)^-2 = 0.64 of the 10 are still bought.
        Simulation run = Run(FinalOnly(), new ScenarioEvent(EventKind.Tariff, "AAA:s", 0, 3, 5, To: "BBB") { Rate = 0.25, Elasticity = 2 });
        run.Regions[0].Output[3].ShouldBe(3.6, 1e-12);
        run.StoppedFinalDemand[3].ShouldBe(3.6, 1e-12);
    }

    [Fact]
    public void A_quota_holds_where_a_ban_by_share_lets_half_of_a_growing_demand_through()
    {
        // BBB makes 50 from 10 of AAA's goods a day and has no other source: its stock falls, and it asks for more every day.
        double[] quota = Sold(new ScenarioEvent(EventKind.Quota, "AAA:s", 0.5, 3, 40, To: "BBB"));
        double[] ban = Sold(new ScenarioEvent(EventKind.ExportBan, "AAA:s", 0.5, 3, 40, To: "BBB"));
        quota[3..43].ShouldAllBe(q => q <= 5 + 1e-9);
        quota[20].ShouldBe(5, 1e-9);
        ban[3].ShouldBe(5, 1e-9);
        ban[20].ShouldBeGreaterThan(5.5);

        static double[] Sold(ScenarioEvent happens)
        {
            // AAA makes 40: 30 for its own final users, who are served in full, and the rest for BBB.
            Simulation run = Run(OneSource(), happens);
            return [.. run.Regions[0].Output.Select(loss => 10 - loss)];
        }
    }

    [Fact]
    public void Inputs_that_a_border_stops_are_asked_of_the_other_suppliers()
    {
        // CCC uses 6 of AAA and 4 of BBB. Stopped at AAA's border, it asks BBB for all 10 of the next day.
        using SmallTable folder = SmallTable.Of(
            ["AAA", "BBB", "CCC"], ["s"], Times(new double[,] { { 0, 0, 6 }, { 0, 0, 4 }, { 0, 0, 0 } }), Times(new double[,] { { 20, 0, 0 }, { 0, 20, 0 }, { 0, 0, 30 } }));
        var model = new ArioModel(folder.Open(), new ScenarioSettings { Steps = 20 });
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, [new ScenarioEvent(EventKind.ExportBan, "AAA:s", 1, 3, 10, To: "CCC")])));
        for (int day = 0; day <= 3; day++)
        {
            run.Step(day);
        }

        // Day 3: AAA makes what its own users take; BBB is asked for 4 still. The orders of the day: use of 10 and a sixtieth of the 6 missing.
        run.Production[0].ShouldBe(20, 1e-12);
        run.Production[1].ShouldBe(24, 1e-12);
        run.Orders[1].ShouldBe(10 + (6.0 / 60), 1e-9);
        run.Orders[0].ShouldBe(0, 1e-12);
    }

    [Fact]
    public void A_closed_strait_is_the_bans_of_both_sides()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        Simulation strait = Run(table, new ScenarioEvent(EventKind.ExportBan, "AAA,BBB:s1-s3", 1, 5, 30, 10, "CCC") { BothWays = true });
        Simulation bans = Run(table, new ScenarioEvent(EventKind.ExportBan, "AAA,BBB:s1-s3", 1, 5, 30, 10, "CCC"), new ScenarioEvent(EventKind.ExportBan, "CCC:s1-s3", 1, 5, 30, 10, "AAA,BBB"));
        strait.World.Output.ShouldBe(bans.World.Output);
        strait.World.Output.Max().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(OrderType.ByCapacity)]
    [InlineData(OrderType.ByInitialShare)]
    public void Deliveries_under_a_quota_never_exceed_it(OrderType order)
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        var settings = new ScenarioSettings { Steps = 120, OrderType = order, InventoryDays = 10, RestorationDays = 5 };
        var model = new ArioModel(folder.Open(), settings);
        ScenarioEvent[] events = [new(EventKind.Quota, "BBB:s3", 0.7, 5, 60, 20, "AAA,CCC"), new(EventKind.CapacityLoss, "CCC,DDD:s3", 0.6, 10, 40, 10)];
        var forces = new ScenarioForces(model, new ScenarioTimeline(model, events));
        var run = new ArioRun(model, forces);
        bool binds = false;
        for (int day = 0; day < 85; day++)
        {
            run.Step(day);
            RuledRow row = forces.Deliveries.Rows.ShouldHaveSingleItem();
            double strength = forces.Timeline.Shocks[0].Strength(day + 1);
            for (int k = 0; k < row.Countries.Length && forces.Timeline.Shocks[0].Strength(day) > 0 && strength > 0; k++)
            {
                double accepted = row.Passes[k] * forces.Deliveries.AskedFor(row, k, run.Weight(row.Industry), null);
                accepted.ShouldBeLessThanOrEqualTo(row.About.Before[k] * (1 - (0.3 * forces.Timeline.Shocks[0].Strength(day))) * (1 + 1e-12), $"day {day}");
                binds |= row.Passes[k] < 0.7;
            }
        }

        binds.ShouldBeTrue("the losses elsewhere make others ask for more than before");
    }

    [Fact]
    public void A_stockpile_gives_what_is_lacking_and_keeps_the_rest()
    {
        // AAA makes half of 40: of the 30 that its own users ask, 15 are not met; the stock has 0.2 x 30 = 6 a day for them, and BBB may not draw.
        Simulation run = Run(
            FinalOnly(), new ScenarioEvent(EventKind.CapacityLoss, "AAA:s", 0.5, 3, 5), new ScenarioEvent(EventKind.StockRelease, "AAA:s", 0.2, 3, 10));
        run.UnmetFinalDemand[3].ShouldBe(20 - 6, 1e-9);
        StockReleased stock = run.Released.ShouldHaveSingleItem();
        stock.Held.ShouldBe(10 * 6, 1e-9);
        stock.ToFinal.ShouldBe(5 * 6, 1e-9);
        stock.ToProduction.ShouldBe(0);
        stock.Left.ShouldBe(5 * 6, 1e-9);
    }

    [Fact]
    public void A_stockpile_in_days_is_released_evenly()
    {
        // 10 days of 30 over 20 days: 15 a day, all that is lacking.
        Simulation run = Run(
            FinalOnly(), new ScenarioEvent(EventKind.CapacityLoss, "AAA:s", 0.5, 3, 5), new ScenarioEvent(EventKind.StockRelease, "AAA:s", 0, 3, 20) { Days = 10 });
        run.Released[0].Held.ShouldBe(300, 1e-9);
        run.UnmetFinalDemand[3].ShouldBe(20 - 15, 1e-9);
        run.Released[0].ToFinal.ShouldBe(5 * 15, 0.5);
    }

    [Fact]
    public void A_stockpile_that_partners_may_draw_on_serves_what_a_border_stops_and_spares_production()
    {
        Simulation without = Run(OneSource(), new ScenarioEvent(EventKind.ExportBan, "AAA:s", 1, 3, 60, To: "BBB"));
        Simulation with = Run(
            OneSource(), new ScenarioEvent(EventKind.ExportBan, "AAA:s", 1, 3, 60, To: "BBB"), new ScenarioEvent(EventKind.StockRelease, "CCC:s", 1, 3, 60, To: "BBB"));
        without.Regions[1].Output.Sum().ShouldBeGreaterThan(1);
        with.Regions[1].Output.Sum().ShouldBe(0, 1e-6);
        with.Released[0].ToProduction.ShouldBe(60 * 10, 1e-6);
    }

    [Fact]
    public void A_release_that_nobody_lacks_changes_nothing_and_stays()
    {
        Simulation run = Run(OneSource(), new ScenarioEvent(EventKind.StockRelease, "AAA:s", 1, 3, 10, To: "all"));
        run.World.Output.ShouldAllBe(x => Math.Abs(x) < 1e-9);
        run.Released[0].Left.ShouldBe(run.Released[0].Held, 1e-9);
    }

    private static Simulation Run(SmallTable folder, params ScenarioEvent[] events)
    {
        using (folder)
        {
            return Run(folder.Open(), events);
        }
    }

    private static Simulation Run(InputOutputTable table, params ScenarioEvent[] events) => Supply.Simulate(table, new Scenario("by hand", new ScenarioSettings { Steps = 120 }, events));

    /// <summary>AAA: 30 to itself, 10 to BBB. BBB: 20 to itself. Neither uses anything in production; CCC stands by itself.</summary>
    private static SmallTable FinalOnly() => SmallTable.Of(
        ["AAA", "BBB", "CCC"], ["s"], Times(new double[,] { { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 1 } }), Times(new double[,] { { 30, 10, 0 }, { 0, 20, 0 }, { 0, 0, 5 } }));

    /// <summary>AAA: 30 to itself, 10 to the production of BBB, which makes 50. CCC makes 5 for itself.</summary>
    private static SmallTable OneSource() => SmallTable.Of(
        ["AAA", "BBB", "CCC"], ["s"], Times(new double[,] { { 0, 10, 0 }, { 0, 0, 0 }, { 0, 0, 0 } }), Times(new double[,] { { 30, 0, 0 }, { 0, 50, 0 }, { 0, 0, 5 } }));

    /// <summary>A day's flows made a year's.</summary>
    private static double[,] Times(double[,] daily)
    {
        for (int i = 0; i < daily.GetLength(0); i++)
        {
            for (int j = 0; j < daily.GetLength(1); j++)
            {
                daily[i, j] *= Year;
            }
        }

        return daily;
    }
}
