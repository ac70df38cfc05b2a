using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Tests.Scenarios;

public sealed class ScenarioTests
{
    [Theory]
    [InlineData("share-over-one", "supply.event-invalid")]
    [InlineData("share-negative", "supply.event-invalid")]
    [InlineData("share-nan", "supply.scenario-invalid")]
    [InlineData("recovery-negative", "supply.event-invalid")]
    [InlineData("recovery-before-start", "supply.event-invalid")]
    [InlineData("duration-zero", "supply.event-invalid")]
    [InlineData("half-a-day", "supply.event-invalid")]
    [InlineData("unknown-kind", "supply.event-invalid")]
    [InlineData("unknown-field", "supply.event-invalid")]
    [InlineData("ban-of-home-alone", "supply.event-invalid")]
    [InlineData("destination-without-ban", "supply.event-invalid")]
    [InlineData("rebuild-without-sectors", "supply.event-invalid")]
    [InlineData("rebuild-with-recovery", "supply.event-invalid")]
    [InlineData("rebuild-shares-not-one", "supply.event-invalid")]
    [InlineData("overlapping-events", "supply.event-overlap")]
    [InlineData("overlapping-bans", "supply.event-overlap")]
    [InlineData("target-without-sector", "supply.deliveries")]
    [InlineData("target-unknown-country", "supply.country-unknown")]
    [InlineData("target-unknown-sector", "supply.sector-unknown")]
    [InlineData("no-events", "supply.scenario-invalid")]
    [InlineData("unknown-setting", "supply.scenario-invalid")]
    [InlineData("psi-over-one", "supply.scenario-invalid")]
    [InlineData("unknown-mode", "supply.scenario-invalid")]
    [InlineData("steps-without-end", "supply.scenario-invalid")]
    [InlineData("another-format", "supply.scenario-invalid")]
    [InlineData("not-json", "supply.scenario-invalid")]
    [InlineData("start-after-last-step", "supply.event-invalid")]
    [InlineData("share-as-text", "supply.event-invalid")]
    [InlineData("share-missing", "supply.event-invalid")]
    [InlineData("share-infinite", "supply.event-invalid")]
    [InlineData("shape-unknown", "supply.event-invalid")]
    [InlineData("shape-none-with-recovery", "supply.event-invalid")]
    [InlineData("target-missing", "supply.event-invalid")]
    [InlineData("target-empty-list", "supply.event-invalid")]
    [InlineData("target-list-in-list", "supply.event-invalid")]
    [InlineData("target-object-without-sectors", "supply.event-invalid")]
    [InlineData("target-object-with-colon", "supply.event-invalid")]
    [InlineData("target-without-country", "supply.deliveries")]
    [InlineData("target-sector-before-country", "supply.sector-unknown")]
    [InlineData("both-ways-without-ban", "supply.event-invalid")]
    [InlineData("both-ways-as-text", "supply.event-invalid")]
    [InlineData("diverted-over-one", "supply.event-invalid")]
    [InlineData("ban-destination-unknown", "supply.country-unknown")]
    [InlineData("quota-over-one", "supply.event-invalid")]
    [InlineData("tariff-without-elasticity", "supply.event-invalid")]
    [InlineData("tariff-without-diverted", "supply.event-invalid")]
    [InlineData("tariff-with-share", "supply.event-invalid")]
    [InlineData("tariff-rate-negative", "supply.event-invalid")]
    [InlineData("demand-below-nothing", "supply.event-invalid")]
    [InlineData("release-without-amount", "supply.event-invalid")]
    [InlineData("release-of-share-and-days", "supply.event-invalid")]
    [InlineData("release-days-negative", "supply.event-invalid")]
    [InlineData("release-flows-unknown", "supply.event-invalid")]
    [InlineData("rebuild-sector-unknown", "supply.sector-unknown")]
    [InlineData("rebuild-sectors-by-range", "supply.event-invalid")]
    [InlineData("overlapping-ban-and-quota", "supply.event-overlap")]
    [InlineData("overlapping-ban-and-strait", "supply.event-overlap")]
    [InlineData("overlapping-demand", "supply.event-overlap")]
    [InlineData("overlapping-releases", "supply.event-overlap")]
    [InlineData("overlapping-loss-and-rebuilding", "supply.event-overlap")]
    [InlineData("too-many-events", "supply.scenario-invalid")]
    [InlineData("settings-in-two-places", "supply.scenario-invalid")]
    [InlineData("unknown-setting-beside-events", "supply.scenario-invalid")]
    [InlineData("events-not-a-list", "supply.scenario-invalid")]
    [InlineData("duplicate-key", "supply.scenario-invalid")]
    [InlineData("deep", "supply.scenario-invalid")]
    [InlineData("empty", "supply.file-empty")]
    [InlineData("missing", "supply.file-missing")]
    public void A_bad_scenario_is_refused(string file, string code)
    {
        using SmallTable table = SmallTable.Good();
        Should.Throw<FaultException>(() => Supply.Simulate(table.Open(), Read(file))).Fault.Kind.Code.ShouldBe(code);
    }

    [Fact]
    public void Every_bad_scenario_is_in_the_list_above()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "BadInput", "scenarios")).Select(f => Path.GetFileNameWithoutExtension(f)!)];
        string[] tried = [.. typeof(ScenarioTests).GetMethod(nameof(A_bad_scenario_is_refused))!.GetCustomAttributesData()
            .Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!)];
        files.Except(tried).ShouldBe(["good"]);
    }

    [Fact]
    public void An_unknown_name_in_an_event_lists_the_nearest()
    {
        using SmallTable table = SmallTable.Good();
        Should.Throw<FaultException>(() => Supply.Simulate(table.Open(), Read("ban-destination-unknown"))).Fault.Cause.ShouldContain("JPN");
    }

    [Fact]
    public void The_good_scenario_runs_so_the_bad_ones_alone_are_at_fault()
    {
        using SmallTable table = SmallTable.Good();
        Simulation run = Supply.Simulate(table.Open(), Read("good"));
        run.World.ValueAdded.Count.ShouldBe(50);
        run.World.ValueAdded.Sum().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void An_event_on_an_industry_that_makes_nothing_is_refused()
    {
        Fault fault = Should.Throw<FaultException>(() => Supply.Simulate(Golden.Table2008(), Of(Event(EventKind.CapacityLoss, "CHN:c19", 0.5)))).Fault;
        fault.Kind.Code.ShouldBe("supply.event-without-output");
        fault.Cause.ShouldContain("CHN c19");
    }

    public static TheoryData<EventKind, OrderType> Kinds
    {
        get
        {
            var kinds = new TheoryData<EventKind, OrderType>();
            foreach (EventKind kind in Enum.GetValues<EventKind>())
            {
                kinds.Add(kind, OrderType.ByCapacity);
                kinds.Add(kind, OrderType.ByInitialShare);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_of_size_zero_changes_nothing(EventKind kind, OrderType order)
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        Simulation run = Supply.Simulate(folder.Open(), Of(Event(kind, "BBB:s3", 0), order));
        double scale = run.Industries.Sum(i => i.OutputADay);
        run.World.Output.Max(Math.Abs).ShouldBeLessThan(1e-9 * scale);
        run.UnmetFinalDemand.Max(Math.Abs).ShouldBeLessThan(1e-9 * scale);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Stocks_and_output_are_never_negative_and_what_is_made_is_what_is_delivered(EventKind kind, OrderType order)
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        var settings = new ScenarioSettings { OrderType = order, InventoryDays = 5, RestorationDays = 3 };
        var model = new ArioModel(folder.Open(), settings);
        var forces = new ScenarioForces(model, new ScenarioTimeline(model, kind == EventKind.StockRelease
            ? [Event(kind, "BBB:s3", 0.9), Event(EventKind.CapacityLoss, "BBB:s3", 0.9)] : [Event(kind, "BBB:s3", 0.9)]));
        var run = new ArioRun(model, forces);
        double released = 0;
        for (int day = 0; day < 200; day++)
        {
            double before = Stock(run);
            run.Step(day);
            run.Production.ShouldAllBe(p => p >= 0 && double.IsFinite(p));
            run.LeastStock().ShouldBeGreaterThanOrEqualTo(-1e-9);

            // Goods in stock grow by what industries receive less what they use; receipts and final deliveries together are the whole output.
            double drawn = forces.Timeline.Releases.Sum(r => forces.Releases.Of(r).ToProduction);
            double use = Enumerable.Range(0, 20).Sum(j => run.Production[j] * Enumerable.Range(0, 5).Sum(s => model.Coefficient[s, j]));
            double final = Enumerable.Range(0, 20).Sum(i => forces.Final[i] * run.Met(i));
            double rebuilt = Enumerable.Range(0, 20).Sum(i => forces.Rebuild[i] * run.Met(i));
            (run.Production.Sum() + drawn - released - final - rebuilt - use).ShouldBe(Stock(run) - before, 1e-6);
            released = drawn;
        }

        static double Stock(ArioRun run) => run.TotalStock();
    }

    [Fact]
    public void With_hardly_any_stocks_a_run_on_a_table_of_the_world_stays_finite_and_no_stock_falls_under_nothing()
    {
        // Inputs too small to hold production back ran out, and their stocks under 0 were divided by 0.
        var settings = new ScenarioSettings { OrderType = OrderType.ByInitialShare, InventoryDays = 3 };
        var model = new ArioModel(Golden.Table2011(), settings);
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, [Event(EventKind.CapacityLoss, "CHN:c14", 0.7) with { Start = 1 }])));
        for (int day = 0; day < 40; day++)
        {
            run.Step(day);
            run.Production.ShouldAllBe(p => p >= 0 && double.IsFinite(p));
            run.LeastStock().ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void A_ban_hurts_those_it_cuts_off_and_a_longer_ban_hurts_more()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        double Loss(int duration) => Supply.Simulate(table, Of(Event(EventKind.ExportBan, "BBB:s3", 1) with { Duration = duration, To = "AAA" })).World.ValueAdded.Sum();
        Loss(60).ShouldBeGreaterThan(Loss(20));
        Loss(20).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_fall_of_demand_lowers_output_and_a_rise_raises_it()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        double Loss(double share) => Supply.Simulate(table, Of(Event(EventKind.Demand, "AAA:s1-s5", share))).World.Output.Sum();
        Loss(-0.2).ShouldBeGreaterThan(0);
        Loss(0.05).ShouldBeLessThan(0);
    }

    [Fact]
    public void Capital_that_is_rebuilt_comes_back_and_calls_for_more_output_elsewhere()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        Simulation run = Supply.Simulate(folder.Open(), new Scenario("rebuilding", new ScenarioSettings { Steps = 1500 }, [Event(EventKind.CapitalRebuild, "BBB:s3", 0.1)]));
        run.World.Output.Min().ShouldBeLessThan(0);
        Math.Abs(run.World.Output[^1]).ShouldBeLessThan(0.001 * run.Industries.Sum(i => i.OutputADay));
    }

    [Fact]
    public void Two_runs_of_one_scenario_are_the_same_to_the_last_bit()
    {
        Scenario scenario = Of(Event(EventKind.ExportBan, "CHN:c14", 1) with { To = "KOR,JPN" }, steps: 40);
        Simulation one = Supply.Simulate(Golden.Table2008(), scenario);
        Simulation two = Supply.Simulate(Golden.Table2008(), scenario);
        one.World.ValueAdded.ShouldBe(two.World.ValueAdded);
        one.Industries.ShouldBe(two.Industries);
    }

    [Fact]
    public void A_run_says_its_settings_events_sums_and_days()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        Simulation run = Supply.Simulate(folder.Open(), Of(Event(EventKind.CapacityLoss, "BBB:s3", 0.5), steps: 30));
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            run.WriteTo(json, series: true);
        }

        using JsonDocument read = JsonDocument.Parse(buffer.WrittenMemory);
        JsonElement root = read.RootElement;
        root.GetProperty("settings").GetProperty("order_type").GetString().ShouldBe("alt");
        root.GetProperty("settings").GetProperty("mode").GetString().ShouldBe("corrected");
        root.GetProperty("va_loss").GetProperty("world").GetDouble().ShouldBe(run.World.ValueAdded.Sum(), 1e-9);
        root.GetProperty("series").GetProperty("va_loss_BBB").GetArrayLength().ShouldBe(30);
        root.GetProperty("unit").GetString().ShouldBe("USD million");
        root.GetProperty("va_loss_pct").GetProperty("BBB").GetDouble().ShouldBe(run.Regions[1].ValueAddedPercent!.Value, 1e-12);
        JsonElement peak = root.GetProperty("peak");
        peak.GetProperty("va_loss_a_day").GetDouble().ShouldBe(run.World.ValueAdded.Max());
        peak.GetProperty("by_region").GetProperty("BBB").GetProperty("day").GetInt32().ShouldBeInRange(5, 29);
        JsonElement shortage = root.GetProperty("shortage");
        shortage.GetProperty("unmet_final_demand").GetDouble().ShouldBe(run.UnmetFinalDemand.Sum(), 1e-9);
        shortage.GetProperty("shortest_input").GetProperty("input").GetString().ShouldBe("s3");
        JsonElement happened = root.GetProperty("events")[0];
        happened.GetProperty("recovery_shape").GetString().ShouldBe("linear");
        var csv = new StringWriter();
        run.WriteSeries(csv);
        string[] lines = csv.ToString().TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(31);
        lines.ShouldAllBe(l => l.Split(',').Length == lines[0].Split(',').Length);
    }

    [Fact]
    public void A_run_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => Supply.Simulate(Golden.Table2008(), Of(Event(EventKind.CapacityLoss, "CHN:c14", 0.5)), cancel: cancelled.Token));
    }

    [Fact]
    public void The_shipped_scenarios_run_on_the_starter_table()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "StarterScenarios"), "*.json")];
        files.Length.ShouldBeGreaterThanOrEqualTo(7);
        foreach (string file in files)
        {
            Scenario scenario = Scenario.Read(file);
            scenario.Note.ShouldNotBeNullOrEmpty(scenario.Title);
            Simulation run = Supply.Simulate(Golden.Table2011(), scenario with { Settings = scenario.Settings with { Steps = 30 } });
            run.World.ValueAdded.Max().ShouldBeGreaterThan(0, scenario.Title);
        }
    }

    [Fact]
    public void A_run_that_is_stopped_in_the_middle_hands_back_the_days_that_were_done()
    {
        Scenario scenario = Of(Event(EventKind.CapacityLoss, "BBB:s3", 0.5), steps: 300);
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        using var stop = new CancellationTokenSource();
        var stopped = Should.Throw<SimulationStoppedException>(() => Supply.Simulate(table, scenario, new StopAtWord(stop), stop.Token));
        stopped.SoFar.Days.ShouldBe(100);
        stopped.SoFar.World.ValueAdded.ShouldBe(Supply.Simulate(table, scenario).World.ValueAdded.Take(100));
        stopped.SoFar.Industries.Sum(i => i.OutputLoss).ShouldBe(stopped.SoFar.World.Output.Sum(), 1e-9);
    }

    /// <summary>Stops a run at the first word that it says.</summary>
    private sealed class StopAtWord(CancellationTokenSource stop) : IProgress<string>
    {
        public void Report(string value) => stop.Cancel();
    }

    private static Scenario Read(string file) => Scenario.Read(Path.Combine(AppContext.BaseDirectory, "BadInput", "scenarios", file + ".json"));

    private static Scenario Of(ScenarioEvent happens, OrderType order = OrderType.ByCapacity, int steps = 200) =>
        new(happens.Kind.ToString(), new ScenarioSettings { OrderType = order, Steps = steps }, [happens]);

    /// <summary>An event of a kind whose size is <paramref name="share"/>: for a quota what is kept out, for a tariff its rate.</summary>
    internal static ScenarioEvent Event(EventKind kind, string target, double share) => kind switch
    {
        EventKind.CapitalRebuild => new(kind, target, share, 5, 30, RebuildSectors: new Dictionary<string, double> { ["s4"] = 0.7, ["s5"] = 0.3 }),
        EventKind.ExportBan => new(kind, target, share, 5, 30, 10, "all"),
        EventKind.Quota => new(kind, target, 1 - share, 5, 30, 10, "all"),
        EventKind.Tariff => new(kind, target, 0, 5, 30, 10, "all") { Rate = share, Elasticity = 3, Diverted = 0.5 },
        EventKind.StockRelease => new(kind, target, share, 5, 30, 10, "AAA,BBB"),
        _ => new(kind, target, share, 5, 30, 10),
    };
}
