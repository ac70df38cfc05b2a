using System.Text;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Ensembles;

namespace Linchpin.Supply.Tests.Ensembles;

public sealed class EnsembleTests
{
    private const string Event = """{ "kind": "capacity-loss", "target": "BBB:s3", "share": 0.5, "start": 2, "duration": 10, "recovery": 5 }""";
    private const string Varied = """
        "inventory_days": { "distribution": "triangular", "low": 4, "mode": 9, "high": 14 },
        "psi": { "distribution": "normal", "mean": 0.8, "sd": 0.1 },
        "restoration_days": { "distribution": "lognormal", "median": 8, "sigma": 0.4 },
        "order_type": { "distribution": "choice", "values": ["alt", "noalt"], "weights": [0.25, 0.75] },
        "events": [ { "event": 1, "share": { "distribution": "uniform", "low": 0.2, "high": 0.9 },
                                  "start": { "distribution": "choice", "values": [0, 3] },
                                  "duration": { "distribution": "uniform", "low": 5, "high": 15 } } ]
        """;

    [Theory]
    [InlineData("unknown-setting")]
    [InlineData("unknown-distribution")]
    [InlineData("unknown-number")]
    [InlineData("low-over-high")]
    [InlineData("mode-outside")]
    [InlineData("under-the-settings-range")]
    [InlineData("share-over-one")]
    [InlineData("no-such-event")]
    [InlineData("event-twice")]
    [InlineData("event-without-that-number")]
    [InlineData("weights-not-one")]
    [InlineData("weights-too-few")]
    [InlineData("choice-of-nothing")]
    [InlineData("choice-without-end")]
    [InlineData("order-type-by-number")]
    [InlineData("order-type-unknown")]
    [InlineData("sd-zero")]
    [InlineData("number-for-distribution")]
    [InlineData("steps-varied")]
    public void A_bad_uncertainty_is_refused(string file) =>
        Should.Throw<FaultException>(() => Scenario.Read(Path.Combine(AppContext.BaseDirectory, "BadInput", "uncertainties", file + ".json"))).Fault.Kind.Code
            .ShouldBeOneOf("supply.uncertainty-invalid", "supply.scenario-invalid");

    [Fact]
    public void The_good_uncertainty_is_read_so_the_bad_ones_alone_are_at_fault() =>
        Scenario.Read(Path.Combine(AppContext.BaseDirectory, "BadInput", "uncertainties", "good.json")).Uncertainty!.Settings.Select(s => s.Title).ShouldBe(["inventory_days", "order_type", "event 1 share"]);

    [Fact]
    public void Where_nothing_varies_every_band_is_the_single_run()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        Scenario scenario = Of(Event, "");
        Ensemble ensemble = Supply.Ensemble(folder.Open(), scenario, 50, 1).RunAll();
        Simulation single = Supply.Simulate(folder.Open(), scenario);
        foreach ((RegionBands bands, LossSeries line) in ensemble.Regions.Append(ensemble.World).Zip(single.Regions.Append(single.World)))
        {
            bands.Days.Select(d => d.P5).ShouldBe(line.ValueAdded);
            bands.Days.Select(d => d.P50).ShouldBe(line.ValueAdded);
            bands.Days.Select(d => d.P95).ShouldBe(line.ValueAdded);
            bands.ValueAdded.P25.ShouldBe(line.ValueAdded.Sum());
            bands.ValueAdded.P75.ShouldBe(line.ValueAdded.Sum());
            bands.Drivers.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Runs_are_a_function_of_the_seed_and_not_of_how_many_there_are()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        EnsembleDesign few = Supply.Ensemble(table, Of(Event, Varied), 5, 42), many = Supply.Ensemble(table, Of(Event, Varied), 70, 42), other = Supply.Ensemble(table, Of(Event, Varied), 5, 43);
        few.Id.ShouldBe(many.Id);
        other.Id.ShouldNotBe(few.Id);
        few.Drawn(3).ShouldBe(many.Drawn(3));
        few.Drawn(3).ShouldNotBe(other.Drawn(3));
        few.Run(3, 1).Of(3).ToArray().ShouldBe(many.Run(0, 70).Of(3).ToArray());
    }

    [Fact]
    public void What_is_drawn_does_not_hang_on_what_else_varies()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        double alone = Supply.Ensemble(table, Of(Event, "\"psi\": { \"distribution\": \"normal\", \"mean\": 0.8, \"sd\": 0.1 }"), 5, 42).Drawn(4)[0];
        EnsembleDesign all = Supply.Ensemble(table, Of(Event, Varied), 5, 42);
        all.Drawn(4)[all.Uncertainty.Settings.Select(s => s.Name).ToList().IndexOf("psi")].ShouldBe(alone);
    }

    [Fact]
    public void Bands_are_in_order_on_every_day_and_ranges_join_in_any_order_to_the_same_bits()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of(Event, Varied), 61, 9);
        Ensemble whole = design.RunAll();
        foreach (Band band in whole.Regions.Append(whole.World).SelectMany(r => r.Days.Append(r.ValueAdded).Append(r.Output)).Concat(whole.Industries.Select(i => i.ValueAdded)))
        {
            (band.Least <= band.P5 && band.P5 <= band.P25 && band.P25 <= band.P50 && band.P50 <= band.P75 && band.P75 <= band.P95 && band.P95 <= band.Most).ShouldBeTrue();
            band.Mean.ShouldBeInRange(band.Least - 1e-9, band.Most + 1e-9);
        }

        EnsembleRange[] parts = [design.Run(50, 11), design.Run(7, 43), design.Run(0, 7)];
        parts = [.. parts.Select(p => EnsembleRange.Read(p.ToBytes(), design, "test"))];
        Json(design.Result(parts)).ShouldBe(Json(whole));
    }

    [Fact]
    public void The_setting_that_alone_moves_the_loss_is_the_one_that_is_named()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        string varied = "\"rebuild_tau\": { \"distribution\": \"uniform\", \"low\": 20, \"high\": 200 }, \"events\": [ { \"event\": 1, \"share\": { \"distribution\": \"uniform\", \"low\": -0.5, \"high\": -0.1 } } ]";
        Scenario scenario = Of("""{ "kind": "demand", "target": "AAA:s1-s5", "share": -0.3, "start": 2, "duration": 30 }""", varied);
        Ensemble ensemble = Supply.Ensemble(folder.Open(), scenario, 100, 2).RunAll();
        ensemble.Drivers[0].Setting.Title.ShouldBe("event 1 share");
        ensemble.Drivers[0].RankCorrelation!.Value.ShouldBe(-1, 1e-9);

        // Nothing is rebuilt, so the second has no part in it but chance.
        ensemble.Drivers[1].Part!.Value.ShouldBeLessThan(0.1);
    }

    [Fact]
    public void The_share_of_runs_over_a_loss_is_counted_against_the_value_added_of_all_days()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        Ensemble ensemble = Supply.Ensemble(folder.Open(), Of(Event, Varied), 40, 2).RunAll();
        RegionBands bbb = ensemble.Regions[1];
        double median = 100 * bbb.ValueAdded.P50 / bbb.ValueAddedBefore;
        bbb.ShareOver(median).ShouldBe(0.5);
        bbb.ShareOver(100).ShouldBe(0);
        bbb.ShareOver(0).ShouldBe(1);
    }

    /// <summary>Worked by hand: of 1, 2, 4, 8 the quantile at p stands at place 3 p.</summary>
    [Fact]
    public void Quantiles_ranks_and_correlations_are_those_worked_by_hand()
    {
        Band band = EnsembleStatistics.BandOf([8, 1, 4, 2]);
        band.P5.ShouldBe(1.15, 1e-12);
        band.P25.ShouldBe(1.75);
        band.P50.ShouldBe(3);
        band.P75.ShouldBe(5);
        band.P95.ShouldBe(7.4, 1e-12);
        band.Mean.ShouldBe(3.75);
        band.Sd.ShouldBe(Math.Sqrt(28.75 / 3), 1e-12);
        EnsembleStatistics.Ranks([5, 1, 5, 0]).ShouldBe([3.5, 2, 3.5, 1]);
        EnsembleStatistics.Correlation([1, 2, 3], [1, 3, 2])!.Value.ShouldBe(0.5, 1e-12);
        EnsembleStatistics.Correlation([1, 1, 1], [1, 3, 2]).ShouldBeNull();
    }

    [Fact]
    public void A_range_that_was_damaged_cut_off_or_made_for_another_design_is_refused()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        EnsembleDesign design = Supply.Ensemble(table, Of(Event, Varied), 4, 1);
        EnsembleRange range = design.Run(0, 4);
        byte[] bytes = range.ToBytes();
        EnsembleRange.Read(bytes, design, "test").Of(3).ToArray().ShouldBe(range.Of(3).ToArray());
        for (int at = 0; at < bytes.Length; at += 97)
        {
            byte[] bad = [.. bytes];
            bad[at] ^= 0x10;
            Refused(() => EnsembleRange.Read(bad, design, "test"));
        }

        foreach (int length in new[] { 0, 7, 55, 56, bytes.Length / 2, bytes.Length - 1 })
        {
            Refused(() => EnsembleRange.Read(bytes.AsSpan(0, length), design, "test"));
        }

        EnsembleDesign other = Supply.Ensemble(table, Of(Event, Varied), 4, 2);
        Refused(() => EnsembleRange.Read(bytes, other, "test"));
        Refused(() => other.Result([range]));
        Refused(() => design.Result([range, range]));
        Refused(() => design.Result([]));

        static void Refused(Action act) => Should.Throw<FaultException>(act).Fault.Kind.Code.ShouldBe("supply.ensemble-range");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(100_001)]
    public void An_ensemble_of_no_possible_size_is_refused(int runs)
    {
        using SmallTable folder = SmallTable.Good();
        Should.Throw<FaultException>(() => Supply.Ensemble(folder.Open(), Of(Event.Replace("BBB:s3", "KOR:g"), ""), runs, 1)).Fault.Kind.Code.ShouldBe("supply.ensemble-size");
    }

    [Fact]
    public void Stopped_in_between_it_gives_the_bands_of_what_was_done()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of(Event, Varied), 100, 9);
        using var stop = new CancellationTokenSource();
        Ensemble part = design.RunAll(keep: range => { if (range.First == 24) { stop.Cancel(); } }, cancel: stop.Token);
        part.Done.ShouldBe(48);
        part.World.Losses.ShouldBe(design.RunAll().World.Losses.Take(48));
        Json(part).ShouldContain("\"complete\":false");
        Should.Throw<OperationCanceledException>(() => design.RunAll(cancel: stop.Token));
    }

    [Fact]
    public void Events_that_overlap_in_a_run_as_drawn_are_refused_with_the_run()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        string two = $$"""{{Event}}, { "kind": "capacity-loss", "target": "BBB:s3", "share": 0.5, "start": 25, "duration": 3 }""";
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of(two, "\"events\": [ { \"event\": 1, \"duration\": { \"distribution\": \"uniform\", \"low\": 5, \"high\": 30 } } ]"), 30, 1);
        Fault fault = Should.Throw<FaultException>(() => design.RunAll()).Fault;
        fault.Kind.Code.ShouldBe("supply.event-overlap");
        fault.Place.ShouldStartWith("run ");
    }

    [Fact]
    public void A_start_drawn_past_the_last_day_is_refused()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        EnsembleDesign design = Supply.Ensemble(folder.Open(), Of(Event, "\"events\": [ { \"event\": 1, \"start\": { \"distribution\": \"uniform\", \"low\": 0, \"high\": 3000 } } ]"), 30, 1);
        Should.Throw<FaultException>(() => design.RunAll()).Fault.Kind.Code.ShouldBe("supply.event-invalid");
    }

    [Fact]
    public void The_standard_varies_the_settings_and_every_event_within_their_ranges_each_with_its_reason()
    {
        Scenario scenario = Of($$"""{{Event}}, { "kind": "tariff", "target": "BBB:s1", "to": "AAA", "rate": 0.25, "elasticity": 1, "diverted": 0, "start": 1, "duration": 3 }, { "kind": "demand", "target": "AAA:s2", "share": -0.9, "start": 1, "duration": 3 }""", null);
        Uncertainty standard = Uncertainty.Standard(scenario);
        standard.Stated.ShouldBeFalse();
        standard.Settings.Select(s => s.Title).ShouldBe(
            ["inventory_days", "restoration_days", "psi", "alpha_max", "order_type", "event 1 share", "event 1 duration", "event 2 rate", "event 2 duration", "event 3 share", "event 3 duration"]);
        standard.Settings.ShouldAllBe(s => s.Reason.Contains("Convention"));
        var size = standard.Settings.Single(s => s.Title == "event 3 share").Distribution.ShouldBeOfType<TriangularDistribution>();
        (size.Low, size.Mode, size.High).ShouldBe((-1, -0.9, -0.675));
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        Supply.Ensemble(folder.Open(), scenario, 48, 1).RunAll().Done.ShouldBe(48);
    }

    [Fact]
    public void An_ensemble_says_its_unit_seed_generator_settings_and_what_varied()
    {
        using SmallTable folder = Scenarios.GoldenSimulationTests.Synthetic();
        Ensemble ensemble = Supply.Ensemble(folder.Open(), Of(Event, Varied), 10, 77).RunAll();
        using JsonDocument read = JsonDocument.Parse(Json(ensemble));
        JsonElement root = read.RootElement;
        root.GetProperty("unit").GetString().ShouldBe("USD million");
        root.GetProperty("ensemble").GetProperty("seed").GetUInt64().ShouldBe(77u);
        root.GetProperty("ensemble").GetProperty("generator").GetString().ShouldStartWith("Philox");
        root.GetProperty("settings").GetProperty("mode").GetString().ShouldBe("corrected");
        root.GetProperty("uncertainty").GetProperty("varied").GetArrayLength().ShouldBe(7);
        root.GetProperty("va_loss").GetProperty("world").GetProperty("p50").GetDouble().ShouldBe(ensemble.World.ValueAdded.P50);
        root.GetProperty("exceedance").GetArrayLength().ShouldBe(4);
        root.GetProperty("industries").GetArrayLength().ShouldBe(20);
        var csv = new StringWriter();
        ensemble.WriteSeries(csv);
        string[] lines = csv.ToString().TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(41);
        lines.ShouldAllBe(l => l.Split(',').Length == 1 + (5 * 5));
    }

    private static string Json(Ensemble ensemble)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            ensemble.WriteTo(json, series: true);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Scenario Of(string events, string? varied) => Scenario.Parse(
        Encoding.UTF8.GetBytes($$"""{ "settings": { "inventory_days": 8, "steps": 40 }, "events": [ {{events}} ]{{(varied is null ? "" : $$""", "uncertainty": { {{varied}} }""")}} }"""), "test");
}
