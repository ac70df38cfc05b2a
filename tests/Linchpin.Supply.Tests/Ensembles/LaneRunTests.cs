using Linchpin.Supply.Ensembles;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tests.Ensembles;

/// <summary>Runs side by side against the same runs one by one.</summary>
public sealed class LaneRunTests
{
    /// <summary>Every kind of event, on the reference's synthetic table: some of its sizes and days differ from run to run.</summary>
    public static TheoryData<string> Kinds =>
    [
        """{ "kind": "capacity-loss", "target": "BBB:s3", "share": 0.5, "start": 3, "duration": 20, "recovery": 10 }""",
        """{ "kind": "capital-rebuild", "target": "BBB:s2-s3", "share": 0.2, "start": 3, "duration": 12, "rebuild_sectors": { "s4": 0.7, "s5": 0.3 } }""",
        """{ "kind": "export-ban", "target": "BBB:s3", "to": "all", "share": 0.8, "start": 3, "duration": 20, "recovery": 10, "diverted": 0.5 }""",
        """{ "kind": "export-ban", "target": "BBB,CCC:s2-s4", "to": "AAA", "both_ways": true, "share": 1, "start": 3, "duration": 20, "recovery": 10 }""",
        """{ "kind": "quota", "target": "BBB:s3", "to": "all", "share": 0.4, "start": 3, "duration": 20, "recovery": 10 }""",
        """{ "kind": "tariff", "target": "BBB:s1-s2", "to": "AAA,DDD", "rate": 0.5, "elasticity": 2, "diverted": 1, "start": 3, "duration": 20 }""",
        """{ "kind": "demand", "target": "AAA:s1-s5", "share": -0.3, "start": 3, "duration": 20, "recovery": 10 }""",
        """
        { "kind": "capacity-loss", "target": "BBB:s3", "share": 0.7, "start": 2, "duration": 20, "recovery": 10 },
        { "kind": "stock-release", "target": "AAA:s3", "days": 10, "start": 6, "duration": 15 }
        """,
        """
        { "kind": "export-ban", "target": "CCC:s1", "to": "AAA", "share": 0.9, "start": 2, "duration": 9, "recovery": 5 },
        { "kind": "stock-release", "target": "AAA:s1", "share": 0.5, "start": 4, "duration": 15, "flows": "both" },
        { "kind": "demand", "target": "DDD:s2", "share": 0.2, "start": 1, "duration": 30 },
        { "kind": "capital-rebuild", "target": "AAA:s4", "share": 0.1, "start": 0, "duration": 5, "rebuild_sectors": { "s5": 1 } }
        """,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_run_of_an_ensemble_is_the_single_run_of_its_settings_to_the_last_bit(string events)
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of(events), 30, 7);
        EnsembleRange done = design.Run(0, 30);
        for (int run = 0; run < 30; run++)
        {
            ShouldBeTheSingleRun(design, done, run);
        }
    }

    [Fact]
    public void So_it_is_on_a_table_of_the_world()
    {
        Scenario scenario = Of("""{ "kind": "export-ban", "target": "CHN:c14", "to": "KOR,JPN", "share": 1, "start": 3, "duration": 10, "recovery": 5 }""", steps: 25, restOfFile: "\"inventory_days\": 10,");
        EnsembleDesign design = Supply.Ensemble(Golden.Table2008(), scenario, 26, 1);
        EnsembleRange done = design.Run(0, 26);
        foreach (int run in new[] { 0, 11, 23, 25 })
        {
            ShouldBeTheSingleRun(design, done, run);
        }
    }

    [Fact]
    public void A_run_is_the_same_whichever_runs_stand_beside_it_on_however_many_threads_and_in_registers_of_any_width()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of("""{ "kind": "capacity-loss", "target": "BBB:s3", "share": 0.5, "start": 3, "duration": 20 }"""), 60, 3);
        double[] whole = [.. design.Run(0, 60).Of(41)];
        foreach (Lanes registers in Enum.GetValues<Lanes>().Where(l => l <= TileProduct.Widest))
        {
            foreach (int threads in new[] { 1, 2, 3, 7 })
            {
                var runner = new EnsembleRunner(design, registers, threads);
                runner.Run(41, 1, default).Of(41).ToArray().ShouldBe(whole);
                runner.Run(20, 30, default).Of(41).ToArray().ShouldBe(whole);
            }
        }
    }

    [Fact]
    public void Leaving_out_the_empty_cells_of_a_table_changes_no_bit_in_registers_of_any_width()
    {
        Scenario scenario = Of("""{ "kind": "capital-recover", "target": "CHN:c14", "share": 0.7, "start": 1, "duration": 6 }""", steps: 9, restOfFile: "\"inventory_days\": 5,");
        EnsembleDesign design = Supply.Ensemble(Golden.Table2008(), scenario, 3, 1);
        double[] filled = [.. design.Run(0, 3).Numbers];
        foreach (Lanes registers in Enum.GetValues<Lanes>().Where(l => l <= TileProduct.Widest))
        {
            new EnsembleRunner(design, registers, 2, whole: true).Run(0, 3, default).Numbers.ShouldBe(filled);
        }
    }

    [Fact]
    public void The_compatible_mode_runs_one_by_one_and_is_the_single_run_too()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(
            folder.Open(), Of("""{ "kind": "capital-recover", "target": "BBB:s3", "share": 0.5, "start": 3, "duration": 20 }""", restOfFile: "\"mode\": \"compatible\","), 3, 5);
        EnsembleRange done = design.Run(0, 3);
        ShouldBeTheSingleRun(design, done, 2);
    }

    private static void ShouldBeTheSingleRun(EnsembleDesign design, EnsembleRange done, int run)
    {
        Simulation single = Supply.Simulate(design.Table, design.OfRun(run));
        double[] found = [.. done.Of(run)];
        RunLayout layout = design.Layout;
        LossSeries[] regions = [.. single.Regions, single.World];
        for (int r = 0; r < regions.Length; r++)
        {
            found[layout.ValueAdded(r, 0)..(layout.ValueAdded(r, 0) + layout.Days)].ShouldBe(regions[r].ValueAdded, $"run {run}, {regions[r].Region}");
            found[layout.OutputOf(r)].ShouldBe(regions[r].Output.Sum());
        }

        found[layout.Unmet].ShouldBe(single.UnmetFinalDemand.Sum());
        double[] industries = [.. single.Industries.Select(i => i.ValueAddedLoss)];
        Enumerable.Range(0, layout.Industries).Select(i => found[layout.Industry(i)]).Where(l => l != 0).ShouldBe(industries.Where(l => l != 0));
    }

    private static Scenario Of(string events, int steps = 60, string restOfFile = "\"inventory_days\": 8, \"restoration_days\": 5,") => Linchpin.Supply.Scenarios.ScenarioReader.Parse(
        System.Text.Encoding.UTF8.GetBytes($$"""{ "settings": { {{restOfFile}} "steps": {{steps}} }, "events": [ {{events}} ] }"""), "test");
}
