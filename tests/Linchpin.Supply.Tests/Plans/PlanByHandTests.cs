namespace Linchpin.Supply.Tests.Plans;

/// <summary>A plan small enough to be made on paper.</summary>
/// <remarks>
/// AAA and BBB are partners, CCC supplies. A day: the industry AAA m uses 1 g from CCC and 1 from AAA and makes 10 (value added 8); BBB m uses 2 g
/// from BBB and makes 10. CCC sends AAA no g for 10 days: 10 are lost of 20 that AAA m uses, and 80 of value added hang on the 20: 4 on each.
/// </remarks>
public sealed class PlanByHandTests
{
    private static readonly PlanSettings Tenth = new() { SpareCapacity = 0.1 };

    [Fact]
    public void Alone_and_together_cost_what_a_calculation_on_paper_gives()
    {
        using SmallTable folder = Table();
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", Tenth);

        // Alone AAA makes 1 of the 10 (a tenth of 1 a day) at 0.2; 9 / 20 of its production stands: 36.
        PartnerBurden alone = plan.Alone[0];
        (alone.Lost, alone.Covered, alone.Uncovered).ShouldBe((10, 1, 9), 1e-9);
        (alone.ValueAddedAtRisk, alone.Cost, alone.Burden).ShouldBe((36, 0.2, 36.2), 1e-9);
        plan.Alone[1].Burden.ShouldBe(0, 1e-9);

        // BBB adds 2 at 0.25: 7 / 20 stands.
        PartnerBurden together = plan.Together[0];
        (together.Lost, together.Covered, together.Uncovered).ShouldBe((10, 3, 7), 1e-9);
        (together.ValueAddedAtRisk, together.Cost, together.Burden).ShouldBe((28, 0.7, 28.7), 1e-9);
        plan.Together[1].SentToPartners.ShouldBe(2, 1e-9);
        plan.Gain!.Value.ShouldBe(7.5, 1e-9);
        plan.Shapley.Select(s => s!.Value).ShouldBe([3.75, 3.75], 1e-9);

        // AAA bears 28.7 and ends with 36.2 - 3.75 = 32.45: it pays 3.75, which BBB gets.
        plan.Compensation(0)!.Value.ShouldBe(-3.75, 1e-9);
        plan.Compensation(1)!.Value.ShouldBe(3.75, 1e-9);
    }

    [Fact]
    public void Each_replacement_says_what_it_takes_of_capacity_and_exports()
    {
        using SmallTable folder = Table();
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", Tenth);
        Replacement sent = plan.Replacements.Single(r => r.By == "BBB");
        (sent.Input, sent.FromLost, sent.To, sent.Kind).ShouldBe(("g", "CCC", "AAA", PlannedKind.NewProduction));
        sent.Amount.ShouldBe(2, 1e-9);
        sent.ShareOfSpareCapacity!.Value.ShouldBe(1, 1e-9);
        sent.ShareOfOutput!.Value.ShouldBe(0.1, 1e-9);
        sent.ShareOfPresentExports.ShouldBeNull();
        sent.Cost.ShouldBe(0.5, 1e-9);
        IndustryAtRisk risk = plan.AtRisk.ShouldHaveSingleItem();
        (risk.Partner, risk.Sector).ShouldBe(("AAA", "m"));
        risk.ShareOfOutput.ShouldBe(0.35, 1e-9);
    }

    [Fact]
    public void A_unit_more_of_capacity_is_worth_what_it_saves_less_what_it_costs()
    {
        using SmallTable folder = Table();
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", Tenth);
        plan.ShadowPrices.Select(s => (s.Partner, s.Sector)).ShouldBe([("BBB", "g"), ("AAA", "g")]);
        plan.ShadowPrices.Select(s => s.Worth).ShouldBe([3.75, 3.8], 1e-6);
    }

    [Fact]
    public void The_stock_that_bridges_the_gap_is_what_deliveries_fall_behind_by()
    {
        // 1 a day is lost and 0.3 delivered: 7 after 10 days; AAA uses 2 a day.
        using SmallTable folder = Table();
        StockpileNeed stock = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", Tenth).Stockpile.ShouldHaveSingleItem();
        (stock.Partner, stock.Input).ShouldBe(("AAA", "g"));
        stock.Amount.ShouldBe(7, 1e-9);
        stock.Days.ShouldBe(3.5, 1e-9);
        stock.UntilRampedUp.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void Capacity_that_comes_about_slowly_leaves_a_gap_that_it_makes_good_later()
    {
        // alpha_max 6, alpha_tau 2: AAA can add 5 (1 - 1/2^d) a day, 40.0097… in 10 days, which is more than the 10 that are lost.
        using SmallTable folder = Table();
        Scenario slow = Stop() with { Settings = new ScenarioSettings { AlphaMax = 6, AlphaTau = 2 } };
        ResponsePlan plan = Supply.Plan(folder.Open(), slow, "AAA,BBB");
        plan.Uncovered.ShouldBeEmpty();
        StockpileNeed stock = plan.Stockpile.ShouldHaveSingleItem();

        // All is made by AAA itself, the cheaper way: day d brings 10 (1 - 2^-d) / sum; the gap is widest after the day that brings under 1.
        double[] made = [.. Enumerable.Range(0, 10).Select(d => 1 - Math.Pow(2, -d))];
        double gap = 0, most = 0;
        foreach (double m in made)
        {
            gap += 1 - (10 * m / made.Sum());
            most = Math.Max(most, gap);
        }

        stock.Amount.ShouldBe(most, 1e-9);
        stock.UntilRampedUp.ShouldBe(most, 1e-9);
    }

    [Fact]
    public void A_replacement_that_needs_what_is_banned_brings_less()
    {
        // AAA g now uses 0.2 g from CCC a unit: 2 more are lost, and of each unit that it makes 0.2 must be found again: 12 - 0.8 stay, at 4 each.
        using SmallTable folder = Table(ownUse: 0.2);
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA", Tenth);
        PartnerBurden alone = plan.Alone[0];
        alone.Lost.ShouldBe(12, 1e-9);
        alone.Covered.ShouldBe(1, 1e-9);
        alone.Uncovered.ShouldBe(11.2, 1e-9);
        alone.Burden.ShouldBe((11.2 * 4) + 0.2, 1e-9);
        plan.Gain!.Value.ShouldBe(0, 1e-9);
    }

    [Fact]
    public void An_industry_that_lacks_two_inputs_stands_for_the_scarcer_one_and_not_for_both()
    {
        // CCC m is now cut as well: of 1 m a day that AAA m uses from CCC alone, all is lost. The whole industry stands, and g is of no more use to it.
        using SmallTable folder = Table(secondInput: 1);
        Scenario both = new("both", new ScenarioSettings(), [Ban("CCC:g-m")]);
        ResponsePlan plan = Supply.Plan(folder.Open(), both, "AAA", new PlanSettings { SpareCapacity = 0 });
        PartnerBurden alone = plan.Alone[0];
        alone.ValueAddedAtRisk.ShouldBe(70, 1e-9);
        alone.ValueAddedAtRiskPercent!.Value.ShouldBeLessThanOrEqualTo(100);
        plan.AtRisk.ShouldHaveSingleItem().ShareOfOutput.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void A_stock_that_the_settings_state_is_used_before_dearer_ways()
    {
        using SmallTable folder = Table();
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", Tenth with { StockDaysOf = new Dictionary<string, double> { ["AAA:g"] = 4 } });

        // 4 days of use are 8; the rest is AAA's own 1 and 1 of BBB.
        plan.Replacements.Select(r => (r.Kind, r.By, Math.Round(r.Amount, 9))).ShouldBe(
            [(PlannedKind.NewProduction, "AAA", 1), (PlannedKind.NewProduction, "BBB", 1), (PlannedKind.Stock, "AAA", 8)]);
        plan.Uncovered.ShouldBeEmpty();
        plan.Together[0].Cost.ShouldBe(0.2 + 0.25 + 0.8, 1e-9);
    }

    [Fact]
    public void What_another_maker_cannot_stand_in_for_stays_uncovered()
    {
        using SmallTable folder = Table();
        ResponsePlan plan = Supply.Plan(folder.Open(), Stop(), "AAA,BBB", new PlanSettings { SpareCapacity = 9, SubstitutabilityOf = new Dictionary<string, double> { ["g"] = 0.6 } });
        plan.Together[0].Covered.ShouldBe(6, 1e-9);
        plan.Together[0].Uncovered.ShouldBe(4, 1e-9);
    }

    [Fact]
    public void A_maker_that_is_itself_barred_from_sending_replaces_nothing_there()
    {
        using SmallTable folder = Table();
        Scenario curbs = new("curbs", new ScenarioSettings(), [Ban("CCC:g"), Ban("BBB:g") with { Share = 0.5 }]);
        Supply.Plan(folder.Open(), curbs, "AAA,BBB", Tenth).Replacements.ShouldAllBe(r => r.By == "AAA");
    }

    internal static Scenario Stop() => new("stop", new ScenarioSettings(), [Ban("CCC:g")]);

    internal static ScenarioEvent Ban(string target) => new(EventKind.ExportBan, target, 1, 5, 10, 0, "AAA");

    internal static SmallTable Table(double ownUse = 0, double secondInput = 0)
    {
        const double Year = 365;
        string[] countries = ["AAA", "BBB", "CCC"];
        double[,] z = new double[6, 6];
        double[,] y = new double[6, 3];
        z[0, 1] = Year;
        z[4, 1] = Year;
        z[4, 0] = ownUse * Year;
        z[5, 1] = secondInput * Year;
        z[2, 3] = 2 * Year;
        y[1, 0] = 10 * Year;
        y[3, 1] = 10 * Year;
        y[5, 2] = 10 * Year;
        return SmallTable.Of(countries, ["g", "m"], z, y);
    }
}

/// <summary>Several numbers held to others at once.</summary>
internal static class Numbers
{
    internal static void ShouldBe(this (double, double, double) found, (double, double, double) wanted, double tolerance) =>
        new[] { found.Item1, found.Item2, found.Item3 }.ShouldBe([wanted.Item1, wanted.Item2, wanted.Item3], tolerance);
}
