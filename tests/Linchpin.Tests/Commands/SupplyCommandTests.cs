using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class SupplyCommandTests : IDisposable
{
    private static readonly string[] Table = ["--table", Repository.At("data", "starter", "tables", "wiod2013"), "--year", "2011"];

    private readonly Cli _cli = new();

    [Fact]
    public void Exposures_are_stored_as_claims_whose_source_is_the_dataset_its_hash_and_the_calculation()
    {
        JsonElement answer = Json("supply", "exposure", "--user", "KOR", "--supplier", "CHN", "--json");
        answer.GetProperty("unit").GetString().ShouldBe("USD million");
        JsonElement[] rows = [.. answer.GetProperty("rows").EnumerateArray()];
        rows.Length.ShouldBe(36);
        rows.ShouldContain(r => r.GetProperty("sector").GetString() == "MANUF");
        foreach (string field in new[] { "face_all", "face_man", "look_all", "look_man", "va_share", "look_coef" })
        {
            rows.All(r => r.TryGetProperty(field, out JsonElement _)).ShouldBeTrue(field);
        }

        string claims = _cli.Do("claims", "--kind", "exposure", "--json");
        claims.ShouldContain("look-through-share");
        claims.ShouldContain(answer.GetProperty("hash").GetString()!);
    }

    [Fact]
    public void Value_added_by_origin_adds_up_to_the_exports()
    {
        JsonElement answer = Json("supply", "value-added", "--exporter", "KOR", "--json");
        answer.GetProperty("by_origin").EnumerateObject().Sum(o => o.Value.GetDouble()).ShouldBe(1, 1e-9);
        (answer.GetProperty("dva_share").GetDouble() + answer.GetProperty("fva_share").GetDouble()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Chokepoints_never_rank_the_rest_of_the_world()
    {
        JsonElement[] rows = [.. Json("supply", "chokepoints", "--partners", "USA,KOR", "--top", "500", "--json").GetProperty("rows").EnumerateArray()];
        rows.Length.ShouldBe(500);
        rows.ShouldAllBe(r => r.GetProperty("country").GetString() != "ROW");
        rows.Zip(rows.Skip(1)).ShouldAllBe(p => p.First.GetProperty("group_gdp_loss").GetDouble() >= p.Second.GetProperty("group_gdp_loss").GetDouble());
    }

    [Fact]
    public void Extraction_and_chokepoint_of_one_industry_agree()
    {
        JsonElement rows = Json("supply", "chokepoints", "--partners", "KOR", "--top", "1", "--json").GetProperty("rows")[0];
        string others = string.Join(',', Json("supply", "exposure", "--user", "KOR", "--supplier", "all", "--sectors", "c1", "--no-store", "--json").GetProperty("rows")
            .EnumerateArray().Select(r => r.GetProperty("supplier").GetString()!).Where(s => s != "foreign" && s != rows.GetProperty("country").GetString()).Distinct());
        JsonElement extracted = Json("supply", "extract", "--from", $"{rows.GetProperty("country").GetString()}:{rows.GetProperty("sector").GetString()}", "--to", others, "--json");
        extracted.GetProperty("world").GetProperty("dgdp").GetDouble().ShouldBe(rows.GetProperty("world_gdp_loss").GetDouble(), 1e-4);
    }

    [Fact]
    public void A_plan_answers_what_a_stop_costs_each_alone_and_together_with_either_solver()
    {
        string scenario = _cli.File("stop.json", """{ "events": [ { "kind": "export-ban", "target": "CHN:c14", "to": "all", "share": 1, "start": 5, "duration": 60 } ], "settings": { "steps": 80 } }""");
        JsonElement plan = Json("supply", "plan", scenario, "--partners", "KOR,JPN,USA", "--json");
        JsonElement own = Json("supply", "plan", scenario, "--partners", "KOR,JPN,USA", "--solver", "built-in", "--no-simulation", "--json");
        foreach (string partner in new[] { "KOR", "JPN", "USA" })
        {
            plan.GetProperty("alone").GetProperty(partner).GetProperty("burden").GetDouble().ShouldBeGreaterThan(0);
            plan.GetProperty("together").GetProperty(partner).GetProperty("burden").GetDouble()
                .ShouldBe(own.GetProperty("together").GetProperty(partner).GetProperty("burden").GetDouble(), 1e-6);
        }

        plan.GetProperty("gain").GetDouble().ShouldBeGreaterThan(0);
        JsonElement[] rows = [.. plan.GetProperty("replacements").EnumerateArray()];
        JsonElement[] others = [.. own.GetProperty("replacements").EnumerateArray()];
        rows.Select(r => $"{r.GetProperty("by")} {r.GetProperty("to")}").ShouldBe(others.Select(r => $"{r.GetProperty("by")} {r.GetProperty("to")}"));
        rows.Select(r => r.GetProperty("amount").GetDouble()).ShouldBe(others.Select(r => r.GetProperty("amount").GetDouble()), 1e-6);
        own.GetProperty("solver").GetString().ShouldBe("built-in simplex");
        own.GetProperty("simulated_va_loss").ValueKind.ShouldBe(JsonValueKind.Null);
        JsonElement days = plan.GetProperty("simulated_va_loss");
        foreach (string run in new[] { "without_response", "alone", "together" })
        {
            days.GetProperty(run).EnumerateObject().Select(r => r.Name).ShouldBe(["KOR", "JPN", "USA", "world"]);
        }
    }

    [Fact]
    public void A_simulation_writes_its_days_and_says_its_settings()
    {
        string scenario = _cli.File("cut.json", """{ "events": [ { "kind": "capacity-loss", "target": "CHN:c14", "share": 0.2, "start": 2, "duration": 5 } ], "settings": { "steps": 10 } }""");
        string days = Path.Combine(_cli.Folder, "out", "days.csv");
        _cli.Do(["supply", "simulate", scenario, .. Table, "--series", days]).ShouldContain("inventories 90 days");
        File.ReadAllLines(days).Length.ShouldBe(11);
    }

    [Fact]
    public void Chokepoints_and_value_added_are_stored_unless_the_run_says_not_to_and_a_rerun_adds_nothing()
    {
        _cli.Do(["supply", "chokepoints", "--partners", "USA,KOR", "--no-store", .. Table]);
        _cli.Do(["supply", "value-added", "--exporter", "KOR", "--no-store", .. Table]);
        _cli.Do("claims", "--json").ShouldBeEmpty();

        _cli.Do(["supply", "chokepoints", "--partners", "USA,KOR", "--top", "1", "--tlp", "CLEAR", .. Table]);
        _cli.Do("claims", "--kind", "loss", "--reader", "public", "--json").ShouldNotBeEmpty();
        _cli.Do(["supply", "value-added", "--exporter", "KOR", .. Table]);
        string stored = _cli.Do("claims", "--json");
        foreach (string kind in new[] { "chokepoint/", "loss/", "export-content/" })
        {
            stored.ShouldContain(kind);
        }

        _cli.Run(["supply", "chokepoints", "--partners", "USA,KOR", "--top", "7", "--tlp", "CLEAR", .. Table]).Error.ShouldContain("already in the record");
        _cli.Do("claims", "--json").ShouldBe(stored);
    }

    [Fact]
    public void An_extraction_is_stored_on_request_only()
    {
        string[] extract = ["supply", "extract", "--from", "CHN:c14", "--to", "KOR", .. Table];
        _cli.Do(extract);
        _cli.Do("claims", "--json").ShouldBeEmpty();
        _cli.Do([.. extract, "--store"]);
        string claims = _cli.Do("claims", "--kind", "scenario", "--json");
        claims.ShouldContain("world-loss");
        claims.ShouldContain("hypothetical extraction");
    }

    [Fact]
    public void The_name_of_a_scenario_that_comes_with_the_program_stands_for_its_file_and_the_answer_has_the_stated_keys()
    {
        JsonElement run = Json("supply", "simulate", "fluoride-curbs-2019", "--json");
        run.GetProperty("va_loss").GetProperty("world").GetDouble().ShouldBeGreaterThan(0);
        run.GetProperty("va_loss").GetProperty("KOR").ValueKind.ShouldBe(JsonValueKind.Number);
        foreach (string key in new[] { "output_loss", "peak", "shortage", "series", "settings", "events", "unit", "basis", "prices", "balance", "sources" })
        {
            run.TryGetProperty(key, out _).ShouldBeTrue(key);
        }

        Ended unknown = _cli.Run(["supply", "simulate", "fluoride", .. Table]);
        unknown.Code.ShouldBe(4);
        unknown.Error.ShouldContain("fluoride-curbs-2019");
    }

    [Theory]
    [InlineData("supply.year-missing", "supply", "check", "--year", "1066")]
    [InlineData("supply.country-unknown", "supply", "exposure", "--user", "XYZ", "--supplier", "CHN")]
    [InlineData("supply.basis-unknown", "supply", "exposure", "--user", "KOR", "--supplier", "CHN", "--basis", "nonsense")]
    [InlineData("supply.sector-unknown", "supply", "extract", "--from", "CHN:c99", "--to", "KOR")]
    public void What_the_table_does_not_have_is_refused_by_name(string code, params string[] command)
    {
        string[] table = command.Contains("--year") ? Table[..2] : Table;
        Ended ended = _cli.Run([.. command, .. table]);
        ended.Code.ShouldNotBe(0);
        ended.Error.ShouldContain(code);
        ended.Error.ShouldNotContain("   at ");
    }

    private JsonElement Json(params string[] command)
    {
        using JsonDocument answer = JsonDocument.Parse(_cli.Do([.. command, .. Table]));
        return answer.RootElement.Clone();
    }

    public void Dispose() => _cli.Dispose();
}
