using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

/// <summary>Ensembles and response plans as claims, on the small table of BadInput/good.</summary>
public sealed class WhatIfPublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    private static readonly Scenario Stop = new("A stop", new ScenarioSettings { Steps = 20, InventoryDays = 5 }, [new ScenarioEvent(EventKind.ExportBan, "JPN:g", 1, 2, 10, To: "KOR")]);

    [Fact]
    public void An_ensemble_says_runs_seed_and_what_varied_and_the_median_lies_in_its_band()
    {
        using SmallTable table = SmallTable.Good();
        EnsembleDesign design = Supply.Ensemble(table.Open(), Stop, 8, 7);
        Ensemble ensemble = design.RunAll();
        Deposit deposit = Supply.Publish(ensemble, Label);
        Claim[] scenario = [.. deposit.Claims.Where(c => c.Subject.Kind == "scenario")];
        Value(scenario, "type").ShouldBe(new TextValue("ensemble"));
        Value(scenario, "settings").Display.ShouldStartWith($"8 runs, seed 7, {EnsembleDesign.Engine}, design {design.Id}; varied: ");
        RegionBands korea = ensemble.Regions.Single(r => r.Region == "KOR");
        Claim[] loss = [.. deposit.Claims.Where(c => c.Subject.Kind == "loss" && c.Subject.Name.EndsWith("-kor", StringComparison.Ordinal))];
        decimal[] band = [Money(loss, "value-added-loss-low"), Money(loss, "value-added-loss"), Money(loss, "value-added-loss-high")];
        band.ShouldBe(band.Order());
        ((double)band[1]).ShouldBe(1e6 * korea.ValueAdded.P50, 1);
        deposit.Claims.Select(c => c.Value).OfType<EntityValue>().ShouldAllBe(v => v.Id.Name != "ROW");
        Supply.Publish(Supply.Ensemble(table.Open(), Stop, 8, 8).RunAll(), Label).Claims.Select(c => c.Subject).Intersect(scenario.Select(c => c.Subject)).ShouldBeEmpty("another seed is another result");
    }

    [Fact]
    public void A_plan_says_what_each_bears_alone_and_together_and_who_replaces_what_with_every_setting()
    {
        InputOutputTable table = Golden.Table2011();
        var scenario = new Scenario("A stop", new ScenarioSettings(), [new ScenarioEvent(EventKind.ExportBan, "CHN:c14", 1, 5, 60, To: "all")]);
        PlanSettings settings = PlanSettings.Standard with { NativeSolver = false, Simulate = false };
        ResponsePlan plan = Supply.Plan(table, scenario, "KOR,JPN", settings);
        Deposit deposit = Supply.Publish(plan, Label);
        Claim[] about = [.. deposit.Claims.Where(c => c.Subject.Kind == "response-plan")];
        Value(about, "scenario-hash").ShouldBe(new TextValue(scenario.Hash));
        Value(about, "settings").Display.ShouldContain("\"premium_redirected\":0.4");
        ((double)Money(about, "joint-gain")).ShouldBe(1e6 * plan.Gain!.Value, 1);
        foreach ((PartnerBurden alone, PartnerBurden together) in plan.Alone.Zip(plan.Together))
        {
            Claim[] burden = [.. deposit.Claims.Where(c => c.Subject.Kind == "plan-burden" && c.Subject.Name.EndsWith("-" + together.Partner.ToLowerInvariant(), StringComparison.Ordinal))];
            ((double)Money(burden, "burden-alone")).ShouldBe(1e6 * alone.Burden, 1);
            ((double)Money(burden, "burden-together")).ShouldBe(1e6 * together.Burden, 1);
        }

        deposit.Claims.Where(c => c.Property == "amount").Sum(c => (double)((MoneyValue)c.Value).Amount).ShouldBe(1e6 * plan.Replacements.Sum(r => r.Amount), plan.Replacements.Count);
        ResponsePlan dearer = Supply.Plan(table, scenario, "KOR,JPN", settings with { PremiumNew = 0.3 });
        Supply.Publish(dearer, Label).Claims.Where(c => c.Subject.Kind == "response-plan").Select(c => c.Subject).ShouldNotContain(about[0].Subject, "another setting is another plan");
    }

    private static Value Value(IEnumerable<Claim> claims, string property) => claims.Single(c => c.Property == property).Value;

    private static decimal Money(IEnumerable<Claim> claims, string property) => ((MoneyValue)Value(claims, property)).Amount;
}
