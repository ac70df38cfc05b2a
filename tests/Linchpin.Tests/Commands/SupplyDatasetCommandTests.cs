using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class SupplyDatasetCommandTests : IDisposable
{
    private static readonly string Wiod = Repository.At("data", "starter", "tables", "wiod2013");

    private readonly Cli _cli = new();

    [Fact]
    public void An_import_prints_the_manifest_and_the_balance_and_its_folder_serves_every_measure()
    {
        string place = Path.Combine(_cli.Folder, "wiod");
        JsonElement made = JsonDocument.Parse(_cli.Do("supply", "import", Wiod, "--format", "auto", "--year", "2000", "--out", place, "--json")).RootElement;
        made.GetProperty("unit").GetString().ShouldBe("USD million");
        made.GetProperty("year").GetInt32().ShouldBe(2000);
        made.GetProperty("hash").GetString()!.Length.ShouldBe(64);
        made.GetProperty("sources").GetArrayLength().ShouldBe(6);
        made.GetProperty("balance").GetProperty("verdict").GetString().ShouldBe("within-bound");
        made.GetProperty("balance").GetProperty("scale").GetString().ShouldBe("plausible");
        _cli.Do("supply", "import", Wiod, "--format", "long", "--year", "2011", "--out", place);
        string raw = _cli.Do("supply", "value-added", "--table", Wiod, "--year", "2011", "--exporter", "KOR", "--json");
        string kept = _cli.Do("supply", "value-added", "--table", place, "--year", "2011", "--exporter", "KOR", "--json");
        JsonDocument.Parse(kept).RootElement.GetProperty("by_origin").GetRawText().ShouldBe(JsonDocument.Parse(raw).RootElement.GetProperty("by_origin").GetRawText());
        JsonDocument.Parse(kept).RootElement.GetProperty("balance").GetString()!.ShouldContain("Verdict: ");
    }

    [Fact]
    public void An_aggregated_table_names_its_parent_in_JSON()
    {
        string place = Path.Combine(_cli.Folder, "partners");
        JsonElement made = JsonDocument.Parse(_cli.Do(
            "supply", "aggregate", "--table", Wiod, "--year", "2011", "--map", Repository.At("data", "starter", "maps", "partners.csv"), "--out", place, "--json")).RootElement;
        made.GetProperty("countries").GetInt32().ShouldBe(9);
        made.GetProperty("parent").GetProperty("dataset").GetString().ShouldBe("wiod-2013-2011");
        made.GetProperty("rest_of_world").EnumerateArray().Select(e => e.GetString()).ShouldBe(["ROW"]);
        _cli.Do("supply", "chokepoints", "--table", place, "--year", "2011", "--partners", "KOR,JPN,USA", "--top", "5").ShouldContain("CHN");
    }

    [Fact]
    public void A_check_ends_with_its_own_code_where_gaps_go_beyond_the_bound()
    {
        Ended beyond = _cli.Run("supply", "check", "--table", Wiod, "--year", "2011", "--bound", "0.0001");
        beyond.Code.ShouldBe(6);
        beyond.Output.ShouldContain("Verdict: unbalanced, all gaps together go beyond the bound of 0.01 % of world output; the fault is in the data.");
        _cli.Run("supply", "check", "--table", Wiod, "--year", "2011").Code.ShouldBe(0);
        _cli.Run("supply", "check", "--table", Wiod, "--year", "2011", "--bound", "0").Error.ShouldContain("supply.bound");
    }

    public void Dispose() => _cli.Dispose();
}
