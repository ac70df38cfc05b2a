using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Tests.Indicators;

public sealed class IndicatorReadingTests
{
    [Fact]
    public void Unknown_withheld_and_zero_are_three_things()
    {
        using SmallIndicators small = SmallIndicators.With();
        IndicatorTable table = small.Read();
        table[0].Number("value").ShouldBe(1000);
        table[1].Number("weight").ShouldBeNull("a weight of 0 beside a value was not stated");
        table[2].Number("value").ShouldBeNull("NA is a missing mark");
        table[3].Number("value").ShouldBeNull();
        table[3].Status.ShouldBe(ObservationStatus.Withheld | ObservationStatus.Estimated);
        table[4].Number("value").ShouldBe(0);
        table[4].Status.ShouldBe(ObservationStatus.Zero);
    }

    [Fact]
    public void Codes_come_to_one_form_and_periods_lose_the_mark_of_an_estimate()
    {
        using SmallIndicators small = SmallIndicators.With();
        IndicatorTable table = small.Read();
        table[2]["exporter"].ShouldBe("TWN");
        table.Codes("period").ShouldBe(["2019", "2020"]);
        table[3].Status.HasFlag(ObservationStatus.Estimated).ShouldBeTrue();
        table.Area("exporter", "CHN").ShouldBe(AreaKind.Country);
        table.Area("exporter", "_X").ShouldBe(AreaKind.Unspecified);
        table.Area("importer", "W00").ShouldBe(AreaKind.Aggregate);
        table.Area("exporter", "ZZZ").ShouldBe(AreaKind.Unspecified, "a code that nothing knows is not taken for a country");
        table[1].Text("note").ShouldBe("dear, and light");
        table[1].Line.ShouldBe(3);
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_quotes_and_line_ends()
    {
        using SmallIndicators small = SmallIndicators.With();
        File.WriteAllText(
            Path.Combine(small.Folder, "data.csv"),
            "\uFEFFyear,from,to,hs,usd,kg,mark,note\r\n2019,CHN,KOR,\"28\"\"11\",1,1,,\"one\ntwo, three\"\r\n\r\n 2020 , JPN ,\"KOR\" ,281111, 2 ,1,,\r\n");
        IndicatorTable table = small.Read();
        table[0]["product"].ShouldBe("28\"11");
        table[0].Text("note").ShouldBe("one\ntwo, three");
        (table[1]["exporter"], table[1].Number("value"), table[1].Line).ShouldBe(("JPN", 2, 5));
    }

    [Fact]
    public void BACI_is_known_by_its_layout_and_its_thousands_and_tons_become_dollars_and_kilograms()
    {
        using SmallIndicators folder = SmallIndicators.Of(("BACI_HS17_Y2021_V202301.csv", "t,i,j,k,v,q\n2021,156,410,281111,12.5,         3.25\n2021,490,410,281111,4,          NA\n2021,4,410,010121,1.5,0.1\n2021,999,410,281111,2,1\n"));
        ProductTrade trade = Supply.Trade(folder.Folder);
        trade.Datasets.Single().Descriptor.Classification.ShouldBe("HS17, six digits");
        trade.Datasets.Single().Descriptor.Title.ShouldBe("BACI, HS17, 2021, release 202301");
        TradeRecord[] rows = [.. trade.Records("281111")];
        rows.Select(r => (r.Reporter, r.Value, r.Weight)).ShouldBe([("CHN", 12500, 3250), ("TWN", 4000, null), ("999", 2000, 1000)]);
        ImportShares shares = trade.Shares("281111", "KOR", TradeFrequency.Year).ShouldHaveSingleItem();
        shares.ReportedBy.ShouldBe(TradeSide.Reconciled);
        trade.Records("010121").Single().Reporter.ShouldBe("AFG", "numbers without their zeros are the same numbers");
    }

    [Fact]
    public void UN_Comtrades_own_download_is_known_by_its_columns_and_its_parts_are_not_counted_twice()
    {
        const string Header = "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,"
            + "classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,"
            + "netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate\n";
        static string Row(string partner, string transport, string value) =>
            $"C,M,20210701,2021,7,202107,410,KOR,Rep. of Korea,M,Import,{partner},,x,0,W00,World,H5,HS,True,281111,\"Hydrogen fluoride, anhydrous\",6,True,C00,all,0,{transport},all,8,kg,10,False,8,kg,10,False,10,False,0,False,{value},,{value},0,True,False\n";
        using SmallIndicators folder = SmallIndicators.Of(("TradeData.csv", Header + Row("392", "0", "300") + Row("392", "1000", "200") + Row("0", "0", "500") + Row("490", "0", "150")));
        ImportShares shares = Supply.Trade(folder.Folder).Shares("281111", "KOR", TradeFrequency.Month).ShouldHaveSingleItem();
        shares.Origins.Select(o => (o.Origin, o.Amount, o.Share)).ShouldBe([("JPN", 300, 0.6), ("TWN", 150, 0.3)]);
        shares.World.ShouldBe(500);
        shares.Concentration.UnassignedShare!.Value.ShouldBe(0.1, 1e-12);
    }

    [Fact]
    public void UN_Comtrades_former_download_is_known_by_its_columns()
    {
        using SmallIndicators folder = SmallIndicators.Of((
            "comtrade.csv",
            "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag\n"
            + "H5,2018,2018,2018,6,1,2,Exports,842,USA,USA,410,Rep. of Korea,KOR,281111,Hydrogen fluoride,8,Weight in kilograms,5,5,70,0\n"));
        TradeRecord row = Supply.Trade(folder.Folder).Records("281111").Single();
        (row.Reporter, row.Partner, row.Flow, row.Value, row.Weight).ShouldBe(("USA", "KOR", TradeFlow.Export, 70, 5));
    }

    [Fact]
    public void A_filter_keeps_only_the_products_asked_for_and_counts_the_rest()
    {
        using SmallIndicators folder = SmallIndicators.Of(("BACI_HS17_Y2021_V202301.csv", "t,i,j,k,v,q\n2021,156,410,281111,12.5,3\n2021,156,410,370790,4,1\n"));
        Supply.Trade(folder.Folder, ["370790"]).Products.ShouldBe(["370790"]);
        Supply.Trade(folder.Folder).Products.ShouldBe(["281111", "370790"]);
        Supply.Trade(folder.Folder, ["370790"]).Datasets.Single().Rows.ShouldBe(1);
    }

    [Fact]
    public void A_descriptor_beside_a_file_goes_before_the_built_in_ones()
    {
        using SmallIndicators small = SmallIndicators.With();
        Supply.Indicators(small.Folder).Single().Descriptor.Origin.ShouldBe("small.descriptor.json");
    }

    [Fact]
    public void No_file_fits_two_built_in_descriptors()
    {
        IndicatorDescriptor[] all = [.. IndicatorFolder.BuiltIn];
        string[][] headers = [.. all.Select(d => d.Columns.Select(c => c.Name).ToArray())];
        for (int i = 0; i < all.Length; i++)
        {
            string name = all[i].File.Replace("*", "x", StringComparison.Ordinal);
            all.Where(d => IndicatorFolder.Fits(d.File, name) && IndicatorFolder.Misfit(d, headers[i]) is null).ShouldHaveSingleItem().Id.ShouldBe(all[i].Id);
        }
    }
}
