using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Plans;

public sealed class PlanFaultTests
{
    [Theory]
    [InlineData("not-json", "supply.plan-settings")]
    [InlineData("not-an-object", "supply.plan-settings")]
    [InlineData("unknown-field", "supply.plan-settings")]
    [InlineData("another-format", "supply.plan-settings")]
    [InlineData("substitutability-over-one", "supply.plan-settings")]
    [InlineData("premium-negative", "supply.plan-settings")]
    [InlineData("share-nan", "supply.plan-settings")]
    [InlineData("days-as-text", "supply.plan-settings")]
    [InlineData("place-twice", "supply.plan-settings")]
    [InlineData("place-with-three-parts", "supply.plan-settings")]
    [InlineData("condition-of-a-stranger", "supply.plan-settings")]
    [InlineData("unknown-sector", "supply.sector-unknown")]
    [InlineData("unknown-country", "supply.country-unknown")]
    [InlineData("empty", "supply.file-empty")]
    [InlineData("missing", "supply.file-missing")]
    public void Bad_settings_are_refused(string file, string code)
    {
        using SmallTable folder = PlanByHandTests.Table();
        Should.Throw<FaultException>(() => Supply.Plan(
            folder.Open(), PlanByHandTests.Stop(), "AAA,BBB", PlanSettings.Read(Path.Combine(AppContext.BaseDirectory, "BadInput", "plans", file + ".json")))).Fault.Kind.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("all")]
    [InlineData("AAA,DEU")]
    public void Partners_that_the_table_does_not_have_are_refused(string partners)
    {
        using SmallTable folder = PlanByHandTests.Table();
        Should.Throw<FaultException>(() => Supply.Plan(folder.Open(), PlanByHandTests.Stop(), partners)).Fault.Kind.Code.ShouldBeOneOf("supply.plan-partners", "supply.country-unknown");
    }

    [Fact]
    public void The_rest_of_the_world_is_no_partner_and_thirteen_are_too_many()
    {
        string[] codes = [.. Golden.Table2008().Countries.Where(c => !c.RestOfWorld).Take(13).Select(c => c.Code)];
        Should.Throw<FaultException>(() => Supply.Plan(Golden.Table2008(), Real(), "KOR,ROW")).Fault.Kind.Code.ShouldBe("supply.plan-partners");
        Should.Throw<FaultException>(() => Supply.Plan(Golden.Table2008(), Real(), string.Join(',', codes))).Fault.Kind.Code.ShouldBe("supply.plan-partners");
    }

    [Fact]
    public void Conditions_that_cannot_be_met_together_are_named_and_no_other()
    {
        // Together 3 of 10 can be covered; half is asked for. The second condition is met easily and must not be named.
        using SmallTable folder = PlanByHandTests.Table();
        PlanSettings settings = new()
        {
            SpareCapacity = 0.1,
            MinimumCoverage = new Dictionary<string, double> { ["AAA:g"] = 0.5 },
            MostOfExports = new Dictionary<string, double> { ["AAA:g"] = 0.5 },
        };
        Fault fault = Should.Throw<FaultException>(() => Supply.Plan(folder.Open(), PlanByHandTests.Stop(), "AAA,BBB", settings)).Fault;
        fault.Kind.Code.ShouldBe("supply.plan-infeasible");
        fault.ToString().ShouldContain("minimum_coverage of AAA:g is 0.5");
        fault.ToString().ShouldNotContain("most_of_exports");
    }

    [Fact]
    public void Two_conditions_that_only_together_forbid_a_plan_are_both_named()
    {
        // A quarter needs BBB, which has no exports, so a part of them is nothing.
        using SmallTable folder = PlanByHandTests.Table();
        PlanSettings settings = new()
        {
            SpareCapacity = 0.1,
            MinimumCoverage = new Dictionary<string, double> { ["AAA"] = 0.25 },
            MostOfExports = new Dictionary<string, double> { ["BBB:g"] = 0.5 },
        };
        string told = Should.Throw<FaultException>(() => Supply.Plan(folder.Open(), PlanByHandTests.Stop(), "AAA,BBB", settings)).Fault.ToString();
        told.ShouldContain("minimum_coverage of AAA is 0.25");
        told.ShouldContain("most_of_exports of BBB:g is 0.5");
    }

    [Fact]
    public void A_condition_that_is_met_together_and_not_alone_leaves_the_gain_unknown()
    {
        using SmallTable folder = PlanByHandTests.Table();
        PlanSettings settings = new() { SpareCapacity = 0.1, MinimumCoverage = new Dictionary<string, double> { ["AAA"] = 0.25 } };
        ResponsePlan plan = Supply.Plan(folder.Open(), PlanByHandTests.Stop(), "AAA,BBB", settings);
        plan.Together[0].Covered.ShouldBe(3, 1e-9);
        plan.Alone[0].Impossible.ShouldBe("minimum_coverage of AAA is 0.25");
        plan.Gain.ShouldBeNull();
        plan.Shapley.ShouldAllBe(s => s == null);
        JsonElement json = Json(plan);
        json.GetProperty("gain").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("alone").GetProperty("AAA").GetProperty("burden").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void A_plan_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => Supply.Plan(Golden.Table2008(), Real(), "KOR,JPN", cancel: cancelled.Token));
    }

    [Fact]
    public void A_plan_says_its_scenario_settings_table_and_solver()
    {
        ResponsePlan plan = Supply.Plan(Golden.Table2008(), Real(), "KOR,JPN,USA");
        JsonElement json = Json(plan);
        json.GetProperty("unit").GetString().ShouldBe("USD million");
        json.GetProperty("basis").GetString()!.ShouldStartWith("rowsum");
        json.GetProperty("scenario").GetProperty("settings").GetProperty("alpha_max").GetDouble().ShouldBe(1.25);
        json.GetProperty("settings").GetProperty("premium_new").GetDouble().ShouldBe(0.2);
        json.GetProperty("partners").GetArrayLength().ShouldBe(3);
        JsonElement row = json.GetProperty("replacements")[0];
        foreach (string field in new[] { "input", "from_lost", "by", "to", "amount", "unit", "share_of_spare_capacity", "share_of_present_exports", "cost" })
        {
            row.TryGetProperty(field, out JsonElement _).ShouldBeTrue(field);
        }

        foreach (string field in new[] { "uncovered", "stockpile", "alone", "together", "gain", "shapley", "shadow_prices", "limits", "solver", "hash", "balance", "prices", "year" })
        {
            json.TryGetProperty(field, out JsonElement _).ShouldBeTrue(field);
        }

        double total = json.GetProperty("alone_total").GetDouble() - json.GetProperty("together_total").GetDouble();
        json.GetProperty("gain").GetDouble().ShouldBe(total, 1e-6);
        json.GetProperty("alone").GetProperty("KOR").GetProperty("burden").GetDouble().ShouldBeGreaterThan(0);
    }

    internal static JsonElement Json(ResponsePlan plan)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            plan.WriteTo(json);
        }

        return JsonDocument.Parse(buffer.WrittenMemory).RootElement.Clone();
    }

    private static Scenario Real() =>
        new("stop", new ScenarioSettings(), [new ScenarioEvent(EventKind.ExportBan, "CHN:c14", 1, 5, 60, 0, "all")]);
}
