using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

public sealed class SimulationPublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    private static readonly ScenarioEvent Stop = new(EventKind.ExportBan, "JPN:g", 1, 2, 5, To: "KOR");

    [Fact]
    public void A_simulation_says_its_scenario_with_hash_events_and_every_setting_and_the_loss_of_each_country()
    {
        using SmallTable table = SmallTable.Good();
        Simulation run = Supply.Simulate(table.Open(), Made(Stop, new ScenarioSettings { Steps = 20, InventoryDays = 5 }));
        Deposit deposit = Supply.Publish(run, Label);
        Claim[] scenario = [.. deposit.Claims.Where(c => c.Subject.Kind == "scenario")];
        scenario.Select(c => c.Subject).Distinct().Count().ShouldBe(1);
        Value(scenario, "scenario-hash").ShouldBe(new TextValue(run.Scenario.Hash));
        Value(scenario, "type").ShouldBe(new TextValue("simulation"));
        Value(scenario, "events").Display.ShouldBe("export-ban JPN:g to KOR, share 1, days 2 to 6");
        Value(scenario, "settings").Display.ShouldBe(
            "order_type alt, inventory_days 5, restoration_days 60, psi 0.8, alpha_max 1.25, alpha_tau 365, rebuild_tau 60, capital_ratio 4, steps 20, mode corrected");
        ((double)((MoneyValue)Value(scenario, "world-loss")).Amount).ShouldBe(1e6 * run.World.ValueAdded.Sum(), 1);

        deposit.Claims.Where(c => c.Property == "country").Select(c => ((EntityValue)c.Value).Id.Name).ShouldBe(["KOR", "JPN"]);
        foreach (LossSeries region in run.Regions.Where(r => r.Region != "ROW"))
        {
            Claim loss = deposit.Claims.Single(c => c.Property == "value-added-loss" && c.Subject.Name.EndsWith("-" + region.Region.ToLowerInvariant(), StringComparison.Ordinal));
            ((double)((MoneyValue)loss.Value).Amount).ShouldBe(1e6 * region.ValueAdded.Sum(), 1);
            var source = (DatasetSource)loss.Source;
            source.Derivation.ShouldContain(run.Scenario.Hash);
            source.Derivation.ShouldContain("inventory_days 5");
        }
    }

    [Fact]
    public void The_hash_is_of_what_changes_a_number_and_of_nothing_else()
    {
        Scenario plain = Made(Stop, new ScenarioSettings());
        Made(Stop with { Target = " jpn : g " }, new ScenarioSettings { Steps = 365 }).Hash.ShouldBe(plain.Hash);
        (plain with { Title = "another", Note = "words", Sources = ["somewhere"] }).Hash.ShouldBe(plain.Hash);
        Scenario[] others =
        [
            Made(Stop with { Share = 0.5 }, plain.Settings), Made(Stop with { To = "all" }, plain.Settings), Made(Stop with { Start = 3 }, plain.Settings), Made(Stop with { Duration = 6 }, plain.Settings),
            Made(Stop with { Recovery = 1 }, plain.Settings), Made(Stop with { RecoveryShape = RecoveryShape.Step }, plain.Settings), Made(Stop with { BothWays = true }, plain.Settings),
            Made(Stop with { Diverted = 0.1 }, plain.Settings), Made(Stop with { Kind = EventKind.Quota }, plain.Settings), Made(Stop, plain.Settings with { Psi = 0.9 }),
            Made(Stop, plain.Settings with { OrderType = OrderType.ByInitialShare }), Made(Stop, plain.Settings with { Mode = ModelMode.Compatible }), plain with { Events = [Stop, Stop] },
        ];
        others.Select(s => s.Hash).Append(plain.Hash).Distinct().Count().ShouldBe(others.Length + 1);
    }

    [Fact]
    public void The_same_scenario_published_twice_is_the_same_claims_and_another_setting_is_another_scenario()
    {
        using SmallTable table = SmallTable.Good();
        InputOutputTable open = table.Open();
        Deposit first = Supply.Publish(Supply.Simulate(open, Made(Stop, new ScenarioSettings { Steps = 10 })), Label);
        Supply.Publish(Supply.Simulate(open, Made(Stop, new ScenarioSettings { Steps = 10 })), Label).Claims.Select(c => c.Id).ShouldBe(first.Claims.Select(c => c.Id));
        Supply.Publish(Supply.Simulate(open, Made(Stop, new ScenarioSettings { Steps = 11 })), Label).Claims.Select(c => c.Subject).Where(s => s.Kind != "sector")
            .Intersect(first.Claims.Select(c => c.Subject)).ShouldBeEmpty();
    }

    private static Scenario Made(ScenarioEvent one, ScenarioSettings settings) => new("A stop", settings, [one]);

    private static Value Value(IEnumerable<Claim> claims, string property) => claims.Single(c => c.Property == property).Value;
}
