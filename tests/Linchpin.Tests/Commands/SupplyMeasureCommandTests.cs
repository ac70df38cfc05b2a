using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class SupplyMeasureCommandTests : IDisposable
{
    private static readonly string[] Table = ["--table", Repository.At("data", "starter", "tables", "wiod2013")];
    private static readonly string[] Year = ["--year", "2011"];

    private readonly Cli _cli = new();

    [Fact]
    public void A_split_has_its_label_and_every_term()
    {
        JsonElement answer = Json(["split", "--exporter", "KOR", "--to", "CHN,JPN", "--detail", .. Year]);
        Labelled(answer);
        answer.GetProperty("rows").GetArrayLength().ShouldBe(3);
        JsonElement world = answer.GetProperty("rows")[2];
        world.GetProperty("to").GetString().ShouldBe("world");
        double Term(string name) => world.GetProperty(name).GetDouble();
        (Term("dva") + Term("ddc") + Term("fva") + Term("fdc")).ShouldBe(Term("gross"), 1e-6);
        (Term("vax") + Term("ref")).ShouldBe(Term("dva"), 1e-6);
        (Term("gvcb") + Term("gvcf")).ShouldBe(Term("gvc"), 1e-6);
        Term("pdc").ShouldBe(Term("ddc") + Term("fdc"), 1e-9);
        world.GetProperty("fva_by_origin").EnumerateObject().Sum(o => o.Value.GetDouble()).ShouldBe(Term("fva"), 1e-6);
    }

    [Fact]
    public void Lengths_linkages_and_allocations_have_their_labels_and_fields()
    {
        JsonElement lengths = Json(["propagation", "--user", "KOR", "--supplier", "CHN", "--sectors", "c14", .. Year]);
        Labelled(lengths);
        lengths.GetProperty("rows")[0].GetProperty("apl").GetDouble().ShouldBeGreaterThan(1);
        JsonElement linkages = Json(["linkages", .. Year]);
        Labelled(linkages);
        linkages.GetProperty("rows").GetArrayLength().ShouldBe(1435);
        linkages.GetProperty("rows")[0].GetProperty("forward_normalised").GetDouble().ShouldBeGreaterThan(0);
        JsonElement allocation = Json(["allocation", "--supplier", "KOR", "--user", "CHN", "--sectors", "c14", .. Year]);
        Labelled(allocation);
        allocation.GetProperty("rows")[0].GetProperty("absorbed").GetDouble().ShouldBeInRange(0, 1);
    }

    [Fact]
    public void A_change_says_both_tables_its_method_and_that_prices_are_current()
    {
        JsonElement answer = Json(["change", "--from-year", "2000", "--to-year", "2011", "--user", "KOR", "--supplier", "CHN", "--sectors", "c14"]);
        answer.GetProperty("from_table").GetProperty("year").GetInt32().ShouldBe(2000);
        Labelled(answer.GetProperty("to_table"));
        answer.GetProperty("caveat").GetString()!.ShouldContain("current prices");
        JsonElement look = answer.GetProperty("rows")[0].GetProperty("look_all");
        (look.GetProperty("technology").GetDouble() + look.GetProperty("sourcing").GetDouble()).ShouldBe(look.GetProperty("change").GetDouble(), 1e-12);
        look.GetProperty("mix").ValueKind.ShouldBe(JsonValueKind.Null);
        _cli.Do(["supply", "change", "--from-year", "2000", "--to-year", "2011", "--exporter", "KOR", .. Table]).ShouldContain("current prices");
    }

    [Fact]
    public void Several_sets_of_deliveries_are_taken_out_together_and_the_result_says_which()
    {
        JsonElement answer = Json(["extract", "--from", "CHN:c14", "--to", "KOR", "--from", "KOR:c14", "--to", "all", "--share", "0.5", .. Year]);
        answer.GetProperty("deliveries").GetArrayLength().ShouldBe(2);
        answer.GetProperty("deliveries")[1].GetProperty("to").GetArrayLength().ShouldBe(40);
        answer.GetProperty("share").GetDouble().ShouldBe(0.5);
        answer.GetProperty("world").GetProperty("dgdp").GetDouble().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("program.usage", "extract", "--year", "2011", "--from", "CHN:c14", "--to", "KOR", "--to", "JPN")]
    [InlineData("program.usage", "change", "--from-year", "2000", "--to-year", "2011", "--user", "KOR")]
    [InlineData("program.usage", "change", "--from-year", "2000", "--to-year", "2011", "--user", "KOR", "--supplier", "CHN", "--exporter", "KOR")]
    [InlineData("supply.extracted-share", "extract", "--year", "2011", "--from", "CHN:c14", "--to", "KOR", "--share", "1.5")]
    [InlineData("supply.too-many-rows", "propagation", "--year", "2011", "--user", "all", "--supplier", "all", "--supplier-sectors", "all")]
    [InlineData("supply.country-unknown", "split", "--year", "2011", "--exporter", "KRO")]
    public void What_cannot_be_meant_is_refused(string code, params string[] command)
    {
        Ended ended = _cli.Run(["supply", .. command, .. Table]);
        ended.Code.ShouldNotBe(0);
        ended.Error.ShouldContain(code);
        ended.Output.ShouldBeEmpty();
    }

    private static void Labelled(JsonElement answer)
    {
        foreach (string field in new[] { "table", "year", "basis", "unit", "currency", "prices", "hash", "balance", "inverse" })
        {
            answer.TryGetProperty(field, out JsonElement _).ShouldBeTrue(field);
        }
    }

    private JsonElement Json(string[] command)
    {
        using JsonDocument answer = JsonDocument.Parse(_cli.Do(["supply", .. command, .. Table, "--json"]));
        return answer.RootElement.Clone();
    }

    public void Dispose() => _cli.Dispose();
}
