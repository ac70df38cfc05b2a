using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class SupplyTradeCommandTests : IDisposable
{
    private static readonly string Data = Repository.At("data", "starter", "trade");

    private readonly Cli _cli = new();

    [Fact]
    public void Trade_prints_shares_by_origin_concentration_and_warnings_with_their_source()
    {
        JsonElement answer = Json("trade", "--data", Data, "--product", "281111", "--importer", "kor", "--json");
        answer.GetProperty("importer").GetString().ShouldBe("KOR");
        answer.GetProperty("unit").GetString().ShouldBe("USD");
        answer.GetProperty("prices").GetString().ShouldBe("current");
        answer.GetProperty("sources")[0].GetProperty("hash").GetString()!.Length.ShouldBe(64);
        answer.GetProperty("sources")[0].GetProperty("file").GetString().ShouldBe("korea_hydrogen_fluoride_photoresist_monthly.csv.gz");
        answer.GetProperty("hhi").GetDouble().ShouldBeInRange(0.3, 0.7);
        answer.GetProperty("concentration").GetProperty("hhi_upper").GetDouble().ShouldBeGreaterThanOrEqualTo(answer.GetProperty("hhi").GetDouble());
        answer.GetProperty("shares").EnumerateArray().ShouldNotContain(s => s.GetProperty("origin").GetString() == "W00");
        JsonElement fall = answer.GetProperty("warnings").EnumerateArray().Single(w => w.GetProperty("kind").GetString() == "fall" && w.GetProperty("measure").GetString() == "weight");
        foreach (string field in new[] { "kind", "measure", "origin", "month", "expected", "seen", "change_pct", "z", "how_sure", "basis", "words", "revised", "mirror" })
        {
            fall.TryGetProperty(field, out JsonElement _).ShouldBeTrue(field);
        }

        fall.GetProperty("month").GetString().ShouldBe("2019-07");
        fall.GetProperty("how_sure").GetDouble().ShouldBeInRange(0.9, 1);
    }

    [Fact]
    public void As_of_a_month_nothing_later_is_used()
    {
        JsonElement answer = Json("trade", "--data", Data, "--product", "281111", "--importer", "KOR", "--from", "2019-01", "--to", "2019-06", "--json");
        answer.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        answer.GetProperty("period").GetProperty("to").GetString().ShouldBe("2019-06");
    }

    [Fact]
    public void The_months_are_written_to_a_file_with_both_reports()
    {
        string series = Path.Combine(_cli.Folder, "out", "months.csv");
        _cli.Do("supply", "trade", "--data", Data, "--product", "281111", "--importer", "KOR", "--series", series);
        string[] lines = File.ReadAllLines(series);
        lines[0].ShouldBe("month,origin,kind,value,weight_kg,mirror_value,mirror_weight_kg");
        lines.ShouldContain("2019-07,JPN,country,4315417,840930,3704507,479064");
        lines.ShouldContain("2019-08,JPN,country,242971,304550,,");
        lines.ShouldContain("2017-01,TWN,country,,,,");
    }

    [Fact]
    public void Warnings_are_ranked_over_the_whole_folder_with_aggregates_last()
    {
        JsonElement answer = Json("warnings", "--data", Data, "--json");
        JsonElement[] warnings = [.. answer.GetProperty("warnings").EnumerateArray()];
        warnings.ShouldNotBeEmpty();
        warnings.Select(w => w.GetProperty("aggregate").GetBoolean()).ShouldBe(warnings.Select(w => w.GetProperty("aggregate").GetBoolean()).Order());
        answer.GetProperty("watched").GetProperty("flow_months").GetInt32().ShouldBeGreaterThan(0);
        Json("warnings", "--data", Data, "--partners", "KOR,JPN", "--exporter", "CHN", "--from", "2023-11", "--json").GetProperty("warnings").EnumerateArray()
            .ShouldAllBe(w => w.GetProperty("origin").GetString() == "CHN");
    }

    [Theory]
    [InlineData("supply.product-unknown", "--product", "28111", "--importer", "KOR")]
    [InlineData("supply.trader-unknown", "--product", "281111", "--importer", "KOX")]
    [InlineData("supply.trader-unknown", "--product", "281111", "--importer", "")]
    [InlineData("supply.trader-unknown", "--product", "281111", "--importer", "FRA")]
    [InlineData("supply.trade-period", "--product", "281111", "--importer", "KOR", "--from", "2019-09", "--to", "2019-03")]
    [InlineData("supply.no-monthly-trade", "--product", "370790", "--importer", "NLD")]
    [InlineData("supply.warning-settings", "--product", "281111", "--importer", "KOR", "--least-share", "2")]
    [InlineData("supply.warning-settings", "--product", "281111", "--importer", "KOR", "--false-discovery", "0")]
    [InlineData("program.date", "--product", "281111", "--importer", "KOR", "--to", "July")]
    [InlineData("program.date", "--product", "281111", "--importer", "KOR", "--to", "2019-07-04")]
    public void What_cannot_be_asked_is_refused_with_its_code(string code, params string[] asked)
    {
        Ended ended = _cli.Run(["supply", "trade", "--data", Data, .. asked]);
        ended.Code.ShouldNotBe(0);
        ended.Error.ShouldContain(code);
        ended.Output.ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_importer_is_answered_with_the_nearest()
    {
        _cli.Run("supply", "trade", "--data", Data, "--product", "281111", "--importer", "KRO").Error.ShouldContain("KOR");
    }

    private JsonElement Json(params string[] args) => JsonDocument.Parse(_cli.Do(["supply", .. args])).RootElement;

    public void Dispose() => _cli.Dispose();
}
