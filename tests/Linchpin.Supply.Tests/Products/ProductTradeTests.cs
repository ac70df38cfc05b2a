using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Products;

public sealed class ProductTradeTests
{
    private static readonly Lazy<ProductTrade> Excerpt = new(() => Supply.Trade(Path.Combine(AppContext.BaseDirectory, "Golden", "trade")));

    [Fact]
    public void Koreas_imports_of_hydrogen_fluoride_are_read_to_the_dollar_and_the_kilogram()
    {
        IReadOnlyList<TradeSeries> series = Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month, PartialDate.Parse("2019-06"), PartialDate.Parse("2019-08"));
        TradeSeries japan = series.Single(s => s.Origin == "JPN" && s.ReportedBy == TradeSide.Importer);
        japan.Points.Select(p => p.Value).ShouldBe([5963067, japan.Points[1].Value, 242971]);
        japan.Points[0].Weight.ShouldBe(3422240);
        TradeSeries taiwan = series.Single(s => s.Origin == "TWN" && s.ReportedBy == TradeSide.Importer);
        (taiwan.Points[0].Value, taiwan.Points[2].Value).ShouldBe((416129, 3175750));
        japan.Dataset.Value!.Unit.ShouldBe("USD");
        japan.Dataset.Value!.Prices.ShouldBe("current");
    }

    [Fact]
    public void What_the_exporter_reports_stands_beside_what_the_importer_reports()
    {
        IReadOnlyList<TradeSeries> series = Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month, PartialDate.Parse("2019-06"), PartialDate.Parse("2019-06"));
        series.Single(s => s.Origin == "JPN" && s.ReportedBy == TradeSide.Importer).Points[0].Value.ShouldBe(5963067);
        series.Single(s => s.Origin == "JPN" && s.ReportedBy == TradeSide.Exporter).Points[0].Value.ShouldBe(5503454);
    }

    [Fact]
    public void The_world_is_an_origin_of_its_own_kind_and_no_country()
    {
        IReadOnlyList<TradeSeries> series = Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month);
        series.Single(s => s.Origin == "W00").OriginKind.ShouldBe(OriginKind.World);
        series.Where(s => s.OriginKind == OriginKind.Country).ShouldAllBe(s => Vocabulary.Countries.ContainsKey(s.Origin));
        Excerpt.Value.Imports("281111", "CAN", TradeFrequency.Month).Single(s => s.Origin == "CAN" && s.ReportedBy == TradeSide.Importer).OriginKind.ShouldBe(OriginKind.Home);
    }

    [Fact]
    public void A_month_without_a_row_is_unknown_and_not_zero()
    {
        IReadOnlyList<TradeSeries> series = Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month, PartialDate.Parse("2016-12"), PartialDate.Parse("2020-01"));
        series.ShouldAllBe(s => s.Points.Count == 38 && s.Points[0].Value == null && s.Points[0].Line == null && !s.Points[0].ReporterReported);
        series.SelectMany(s => s.Points).ShouldAllBe(p => p.Weight != 0);
        series.Single(s => s.Origin == "W00").Points.Count(p => p.Value is not null).ShouldBe(36);
        // Korea reported every month; from Singapore it had no row in some of them.
        series.Where(s => s.ReportedBy == TradeSide.Importer).ShouldAllBe(s => s.Points.Count(p => p.ReporterReported) == 36);
    }

    [Fact]
    public void Every_number_leads_back_to_its_line()
    {
        TradePoint point = Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month, PartialDate.Parse("2019-08"), PartialDate.Parse("2019-08"))
            .Single(s => s.Origin == "JPN" && s.ReportedBy == TradeSide.Importer).Points[0];
        using var file = new StreamReader(new System.IO.Compression.GZipStream(
            File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Golden", "trade", "comtrade_chipchain_monthly_excerpt.csv.gz")), System.IO.Compression.CompressionMode.Decompress));
        string[] lines = file.ReadToEnd().Split('\n');
        lines[point.Line!.Value - 1].ShouldBe("201908,KOR,JPN,Import,281111,242971,304550,,");
    }

    [Fact]
    public void A_product_or_a_country_that_the_data_lack_is_named_with_what_they_have()
    {
        Fault product = Should.Throw<FaultException>(() => Excerpt.Value.Imports("281112", "KOR", TradeFrequency.Month)).Fault;
        product.Kind.Code.ShouldBe("supply.product-unknown");
        product.Cause.ShouldContain("281111");
        Should.Throw<FaultException>(() => Excerpt.Value.Imports("281111", "FRA", TradeFrequency.Month)).Fault.Cause.ShouldContain("France");
        Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Year).ShouldBeEmpty();
        Should.Throw<FaultException>(() => Excerpt.Value.Imports("281111", "KOR", TradeFrequency.Month, PartialDate.Parse("2019-08"), PartialDate.Parse("2019-07"))).Fault.Kind.Code.ShouldBe("supply.trade-period");
    }

    [SharedDataFact("trade_strategic")]
    public void All_six_files_of_strategic_trade_are_known_by_their_layout()
    {
        string folder = SharedData.Folder("trade_strategic")!;
        Supply.Indicators(folder).Count.ShouldBe(6);
        ProductTrade trade = Supply.Trade(folder);
        trade.Datasets.Select(d => d.Rows).Order().ShouldBe([384, 2885, 6442, 7057, 13739, 34989]);
        TradeSeries gallium = trade.Imports("811292", "KOR", TradeFrequency.Month).ShouldHaveSingleItem();
        (gallium.Origin, gallium.ReportedBy).ShouldBe(("CHN", TradeSide.Exporter));
        double ByWeight(string product, string month) => trade.Records(product, reporter: "CHN").Where(r => r.Period == PartialDate.Parse(month)).Sum(r => r.Weight ?? 0);
        ByWeight("811292", "2023-11").ShouldBe(359845, 1);
        ByWeight("811292", "2024-02").ShouldBe(53002, 1);
        ByWeight("250410", "2023-11").ShouldBe(40517966, 1);
        ByWeight("250410", "2023-12").ShouldBe(2725725, 1);
    }
}
