using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Tests.Commands;

public sealed class SupplyIndicatorCommandTests : IDisposable
{
    private static readonly string Minerals = Repository.At("data", "starter", "minerals");
    private static readonly string Trade = Repository.At("data", "starter", "trade");

    private readonly Cli _cli = new();

    [Fact]
    public void Minerals_in_JSON_carry_dataset_hash_unit_year_source_shares_and_disagreements()
    {
        JsonElement answer = Json("supply", "minerals", "--data", Minerals, "--mineral", "gallium", "--stage", "refinery", "--partners", "USA,JPN", "--json");
        JsonElement[] tables = [.. answer.GetProperty("tables").EnumerateArray()];
        tables.Length.ShouldBe(2);
        foreach (string field in new[] { "dataset", "hash", "unit", "year", "source", "method", "form", "hhi", "hhi_upper", "effective_suppliers", "top_share", "rows", "complete" })
        {
            tables.All(t => t.TryGetProperty(field, out JsonElement _)).ShouldBeTrue(field);
        }

        tables.ShouldAllBe(t => t.GetProperty("rows")[0].GetProperty("country").GetString() == "CHN");
        answer.GetProperty("disagreements").EnumerateArray().ShouldContain(d => d.GetProperty("country").GetString() == "CHN" && d.GetProperty("year").GetInt32() == 2024);
        answer.GetProperty("partners").GetArrayLength().ShouldBe(2);
        answer.GetProperty("critical_lists")[0].GetProperty("list").GetString().ShouldBe("US-2025");
    }

    [Fact]
    public void Products_in_JSON_are_ranked_with_shares_by_origin()
    {
        JsonElement answer = Json("supply", "products", "--data", Trade, "--importer", "KOR", "--json");
        JsonElement[] products = [.. answer.GetProperty("products").EnumerateArray()];
        products.Length.ShouldBe(2);
        products[0].GetProperty("hhi").GetDouble().ShouldBeGreaterThan(products[1].GetProperty("hhi").GetDouble());
        products.ShouldAllBe(p => p.GetProperty("origins").EnumerateArray().All(o => o.GetProperty("origin").GetString() != "W00"));
        answer.GetProperty("shares_unknown")[0].GetString().ShouldBe("250410");
    }

    [Fact]
    public void An_indicator_in_JSON_says_unit_method_and_source_of_its_rows()
    {
        JsonElement answer = Json("supply", "indicator", "--data", Minerals, "--indicator", "usgs-mcs-2026-world", "--where", "mineral=Gallium", "--where", "country=USA", "--json");
        answer.GetProperty("method").GetString().ShouldNotBeEmpty();
        JsonElement row = answer.GetProperty("rows").EnumerateArray().First(r => r.GetProperty("statistic").GetString() == "Production");
        (row.GetProperty("quantity").GetDouble(), row.GetProperty("quantity_unit").GetString(), row.GetProperty("status").GetString()).ShouldBe((0, "kilograms", "zero"));
    }

    [Fact]
    public void What_the_folder_lacks_ends_with_its_own_exit_code_and_what_it_has()
    {
        Ended mineral = _cli.Run("supply", "minerals", "--data", Minerals, "--mineral", "unobtainium");
        ((Exit)mineral.Code).ShouldBe(Exit.NotFound);
        mineral.Error.ShouldContain("supply.mineral-unknown");
        ((Exit)_cli.Run("supply", "minerals", "--data", Minerals, "--stage", "kitchen").Code).ShouldBe(Exit.Usage);
        ((Exit)_cli.Run("supply", "products", "--data", Minerals, "--importer", "KOR").Code).ShouldBe(Exit.NotFound);
        ((Exit)_cli.Run("supply", "products", "--data", Trade, "--importer", "KOR", "--from", "July").Code).ShouldBe(Exit.Usage);
        ((Exit)_cli.Run("supply", "indicator", "--data", Minerals, "--indicator", "usgs-mcs-2026-world", "--where", "colour=blue").Code).ShouldBe(Exit.Usage);
        ((Exit)_cli.Run("supply", "indicator", "--data", Path.Combine(_cli.Folder, "nowhere")).Code).ShouldBe(Exit.NotFound);
    }

    private JsonElement Json(params string[] args) => JsonDocument.Parse(_cli.Do(args)).RootElement;

    public void Dispose() => _cli.Dispose();
}
