using System.Diagnostics;
using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class EnsembleCommandTests : IDisposable
{
    private static readonly string[] Table = ["--table", Repository.At("data", "starter", "tables", "wiod2013"), "--year", "2011"];

    private readonly Cli _cli = new();
    private readonly string _scenario;

    public EnsembleCommandTests() => _scenario = _cli.File("cut.json", """
        { "settings": { "steps": 20, "inventory_days": 10 },
          "events": [ { "kind": "capacity-loss", "target": "CHN:c14", "share": 0.5, "start": 1, "duration": 9, "recovery": 4 } ],
          "uncertainty": { "inventory_days": { "distribution": "triangular", "low": 4, "mode": 10, "high": 14, "reason": "as firms say" },
                           "order_type": { "distribution": "choice", "values": ["alt", "noalt"] },
                           "events": [ { "event": 1, "share": { "distribution": "uniform", "low": 0.2, "high": 0.8 } } ] } }
        """);

    [Fact]
    public void An_ensemble_gives_bands_shares_of_runs_and_what_drives_them()
    {
        string days = Path.Combine(_cli.Folder, "out", "bands.csv");
        using JsonDocument answer = JsonDocument.Parse(_cli.Do(["supply", "ensemble", _scenario, .. Table, "--runs", "30", "--seed", "5", "--series", days, "--json"]));
        JsonElement root = answer.RootElement;
        root.GetProperty("unit").GetString().ShouldBe("USD million");
        root.GetProperty("ensemble").GetProperty("seed").GetInt32().ShouldBe(5);
        root.GetProperty("ensemble").GetProperty("complete").GetBoolean().ShouldBeTrue();
        root.GetProperty("uncertainty").GetProperty("varied").EnumerateArray().Select(v => v.GetProperty("name").GetString()).ShouldBe(["inventory_days", "order_type", "share"]);
        JsonElement chn = root.GetProperty("va_loss").GetProperty("CHN");
        chn.GetProperty("p5").GetDouble().ShouldBeLessThan(chn.GetProperty("p95").GetDouble());
        root.GetProperty("series").GetProperty("va_loss_world").GetProperty("p50").GetArrayLength().ShouldBe(20);
        root.GetProperty("drivers")[0].GetProperty("setting").GetString().ShouldBe("event 1 share");
        string[] lines = File.ReadAllLines(days);
        lines.Length.ShouldBe(21);
        lines[0].ShouldStartWith("step,va_loss_world_p5,va_loss_world_p25,va_loss_world_p50,va_loss_world_p75,va_loss_world_p95,va_loss_AUS_p5");
        string text = _cli.Do(["supply", "ensemble", _scenario, .. Table, "--runs", "30", "--seed", "5", "--over", "0.01,2"]);
        text.ShouldContain("triangular, low 4, mode 10, high 14. as firms say");
        text.ShouldContain("30 of 30 runs, seed 5");
    }

    [Fact]
    public void A_scenario_that_states_nothing_gets_the_standard_and_the_answer_says_so_with_reasons()
    {
        string plain = _cli.File("plain.json", """{ "settings": { "steps": 5 }, "events": [ { "kind": "capacity-loss", "target": "CHN:c14", "share": 0.5, "start": 1, "duration": 3 } ] }""");
        using JsonDocument answer = JsonDocument.Parse(_cli.Do(["supply", "ensemble", plain, .. Table, "--runs", "3", "--json"]));
        JsonElement uncertainty = answer.RootElement.GetProperty("uncertainty");
        uncertainty.GetProperty("stated").GetBoolean().ShouldBeFalse();
        uncertainty.GetProperty("varied").EnumerateArray().ShouldAllBe(v => v.GetProperty("reason").GetString()!.Contains("Convention"));
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_where_it_was_and_gives_the_same_bits()
    {
        string[] command = ["supply", "ensemble", _scenario, .. Table, "--runs", "240", "--seed", "9", "--json"];
        string whole = _cli.Do(command);
        string folder = Path.Combine(_cli.Folder, "kept");
        using (Process process = _cli.Start([.. command, "--out", folder]))
        {
            // Killed when the second range has been kept.
            string? line;
            do
            {
                line = process.StandardError.ReadLine();
                line.ShouldNotBeNull();
            }
            while (!line.Contains("48 of 240", StringComparison.Ordinal));
            process.Kill();
            process.WaitForExit();
        }

        string[] kept = Directory.GetFiles(folder, "*.lpruns");
        kept.Length.ShouldBeInRange(2, 9);

        // One of the kept files is damaged, and one was cut off.
        File.WriteAllBytes(kept[0], [.. File.ReadAllBytes(kept[0]).Select((b, k) => k == 5000 ? (byte)(b ^ 1) : b)]);
        File.WriteAllBytes(kept[1], File.ReadAllBytes(kept[1])[..1000]);
        DateTime[] times = [.. kept[2..].Select(File.GetLastWriteTimeUtc)];
        Ended again = _cli.Run([.. command, "--out", folder]);
        again.Code.ShouldBe(0, again.Error);
        again.Output.ShouldBe(whole);
        again.Error.Split('\n').Count(l => l.Contains("damaged", StringComparison.Ordinal)).ShouldBe(2);
        kept[2..].Select(File.GetLastWriteTimeUtc).ShouldBe(times);
        Directory.GetFiles(folder).Length.ShouldBe(10);
    }

    [Theory]
    [InlineData("supply.ensemble-size", "--runs", "0")]
    [InlineData("program.usage", "--runs", "many")]
    [InlineData("program.usage", "--seed", "-1")]
    [InlineData("program.usage", "--over", "lots")]
    [InlineData("program.usage", "--enqueue")]
    [InlineData("program.usage", "--queue", "Host=127.0.0.1", "--lease", "1")]
    [InlineData("program.usage", "--queue", "Host=127.0.0.1", "--out", "x")]
    [InlineData("program.queue", "--queue", "Host=127.0.0.1;Port=1;Username=u;Password=never-shown;Timeout=5")]
    [InlineData("program.queue", "--queue", "nonsense of never-shown")]
    public void What_cannot_be_done_is_refused_and_no_password_is_printed(string code, params string[] options)
    {
        Ended ended = _cli.Run(["supply", "ensemble", _scenario, .. Table, .. options]);
        ended.Code.ShouldNotBe(0);
        ended.Error.ShouldContain(code);
        ended.Error.ShouldNotContain("never-shown");
        ended.Error.ShouldNotContain("   at ");
    }

    public void Dispose() => _cli.Dispose();
}
