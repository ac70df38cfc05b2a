using Linchpin.Claims;
using Linchpin.Supply.Minerals;

namespace Linchpin.Supply.Tests.Minerals;

public sealed class MineralSupplyTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden", "minerals");
    private static readonly Lazy<MineralSupply> Excerpts = new(() => Supply.Minerals(Folder));

    [Fact]
    public void Chinas_gallium_of_2023_is_621_tons_in_both_sources()
    {
        IReadOnlyList<MineralTable> tables = Excerpts.Value.Tables("gallium", "refinery", 2023);
        tables.Select(t => (t.Dataset.Id, t.Rows[0].Country, t.Rows[0].Amount, t.Unit)).Order().ShouldBe(
            [("bgs-production", "CHN", 621, "tonnes (metric)"), ("usgs-mcs-2025-world", "CHN", 621000, "kilograms")]);
        // USGS 2025: 621,000 of 633,000 kg; Russia 6,000, Japan and Korea 3,000 each: the rows add up to the world.
        MineralTable usgs = tables.Single(t => t.Dataset.Id == "usgs-mcs-2025-world");
        usgs.Rows[0].Share!.Value.ShouldBe(621d / 633, 1e-12);
        usgs.Concentration!.Hhi!.Value.ShouldBe(((621d * 621) + (6 * 6) + (3 * 3) + (3 * 3)) / (633d * 633), 1e-12);
        usgs.Concentration.UnassignedShare.ShouldBe(0);
    }

    [Fact]
    public void Editions_that_disagree_are_both_shown_and_never_averaged()
    {
        MineralDisagreement china = Excerpts.Value.Disagreements("gallium", "refinery", 2024).Single(d => d.Country == "CHN");
        china.Figures.Select(f => (f.Table.Dataset.Id, f.Amount)).ShouldBe([("usgs-mcs-2025-world", 750000), ("usgs-mcs-2026-world", 839000)]);
        china.Ratio!.Value.ShouldBe(839d / 750, 1e-12);
        china.UnitSuspected.ShouldBeFalse();
        Excerpts.Value.Disagreements("sand").ShouldAllBe(d => d.UnitSuspected, "the edition of 2025 prints tons where it means thousands");
        Excerpts.Value.Disagreements("gallium", "refinery", 2023).ShouldNotContain(d => d.Country == "CHN", "621 tonnes and 621,000 kilograms are one figure");
    }

    [Fact]
    public void A_year_in_which_the_largest_supplier_has_no_figure_gives_no_shares_of_the_world()
    {
        MineralTable early = Excerpts.Value.Tables("gallium", "refinery", 2010).Single();
        early.Rows[0].Country.ShouldBe("KAZ");
        early.Complete.ShouldBeFalse();
        early.Rows.ShouldAllBe(r => r.Share == null);
        early.Rows[0].ShareOfStated!.Value.ShouldBe(19d / (19 + 13 + 5), 1e-12);
        early.WithoutFigure[0].ShouldBe(new MissingFigure("CHN", 2011, 200));
    }

    [Fact]
    public void The_world_and_other_countries_are_never_ranked()
    {
        IReadOnlyList<MineralTable> all = Excerpts.Value.Tables();
        all.SelectMany(t => t.Rows).ShouldAllBe(r => Vocabulary.Countries.ContainsKey(r.Country));
        MineralTable rareEarths = all.Single(t => t.Mineral == "Rare earths" && t.Statistic == "production");
        rareEarths.World.ShouldBe(390000);
        rareEarths.Others.ShouldBe(1100);
        rareEarths.Rows[0].Share!.Value.ShouldBe(270000d / 393950, 1e-12);   // the rows add up to 393,950, over the rounded 390,000
        rareEarths.OverWorld!.Value.ShouldBe(3950d / 390000, 1e-9);
    }

    [Fact]
    public void A_total_that_is_only_a_lower_bound_says_so()
    {
        MineralTable reserves = Excerpts.Value.Tables("rare earths", "reserves", 2024).Single();
        reserves.World.ShouldBe(90000000);
        reserves.WorldIsBound.ShouldBeTrue();
        reserves.Rows[0].Share!.Value.ShouldBe(44000000 / reserves.Stated, 1e-12);
    }

    [Fact]
    public void A_country_counted_in_other_words_stands_in_its_table_with_those_words()
    {
        MineralTable soda = Excerpts.Value.Tables("soda ash", "mine", 2024).Single(t => t.Dataset.Id == "usgs-mcs-2025-world");
        soda.Rows[0].Country.ShouldBe("USA");
        soda.Rows[0].Form.ShouldBe("Soda ash, natural, mine production");
        soda.Form.ShouldBe("Mine production, natural");
        MineralTable talc = Excerpts.Value.Tables("talc", "mine", 2025).Single();
        talc.Rows.Single(r => r.Country == "CHN").Form.ShouldBe("Mine production: unspecified minerals");
    }

    [Fact]
    public void Two_countries_that_a_file_gives_one_code_are_told_apart_by_their_names()
    {
        MineralTable copper = Excerpts.Value.Tables("copper", "mine", 2023).Single();
        copper.Rows.Select(r => (r.Country, r.Amount)).ShouldBe([("COD", 3148567), ("COG", 8400)]);
    }

    [Fact]
    public void What_partners_hold_together_is_the_sum_of_their_shares()
    {
        MineralTable table = Excerpts.Value.Tables("rare earths", "mine", 2024).Single(t => t.Dataset.Id == "usgs-mcs-2025-world");
        PartnersHolding holding = PartnersHolding.Of(table, ["USA", "AUS", "KOR"]);
        holding.GroupShare!.Value.ShouldBe((45000d + 13000) / 393950, 1e-12);
        holding.Partners.Single(p => p.Partner == "KOR").Share.ShouldBeNull();
        holding.LargestOutside!.Country.ShouldBe("CHN");
        CriticalMaterials lists = Supply.CriticalMaterials(Folder);
        lists.Naming("Rare earths").Select(e => e.List).Distinct().ShouldBe(["EU-CRM", "EU-SRM"]);
        lists.Naming("Soda ash").ShouldBeEmpty();
    }

    [Fact]
    public void A_mineral_a_stage_or_a_year_that_the_data_lack_is_named()
    {
        Should.Throw<FaultException>(() => Excerpts.Value.Tables("galium")).Fault.Cause.ShouldContain("Gallium");
        Should.Throw<FaultException>(() => Excerpts.Value.Tables("gallium", "smeltery")).Fault.Kind.Code.ShouldBe("supply.stage-unknown");
        Should.Throw<FaultException>(() => Excerpts.Value.Tables("gallium", null, 1900)).Fault.Cause.ShouldContain("2025");
    }

    [Theory]
    [InlineData("Gallium", "Primary production", "refinery")]
    [InlineData("copper, mine", "not subdivided", "mine")]
    [InlineData("copper, refined", "not subdivided", "refinery")]
    [InlineData("Magnesium metal", "Mine production", "mine")]
    [InlineData("Bauxite", "Alumina, refinery production", "refinery")]
    [InlineData("Lime", "Plant production, lime", "plant")]
    [InlineData("Boron", "Boron all types", "other")]
    public void The_stage_is_what_the_sources_words_say(string mineral, string form, string stage) => MineralStages.Of(mineral, form).ShouldBe(stage);

    [Fact]
    public void Two_forms_of_one_mineral_are_held_against_their_own_kind_alone()
    {
        using var folder = Indicators.SmallIndicators.Of(
            ("mcs2025_world.csv", "commodity,country,iso3,type,unit,statistic,year,value,qualifier,note\n"
                + "Mica,India,IND,\"Mine production, mica scrap and flake\",metric tons,production,2024e,100,,\nMica,Korea,KOR,\"Mine production, mica scrap and flake\",metric tons,production,2024e,50,,\nMica,India,IND,\"Mine production, mica sheet\",metric tons,production,2024e,9,,\n"),
            ("mcs2026_world.csv", "chapter,commodity,country,iso3,statistic,detail,unit,year,value,qualifier,estimated,critical,note\n"
                + "MICA,Mica,Korea,KOR,Production,Mica (Sheet): Mine production,metric tons,2024,1,,0,No,\nMICA,Mica,China,CHN,Production,Mica (Scrap and flake): Mine production,metric tons,2024,70,,0,No,\nMICA,Mica,China,CHN,Production,Mica (Sheet): Mine production,metric tons,2024,2,,0,No,\n"));
        Supply.Minerals(folder.Folder).Disagreements().ShouldBeEmpty("Korea's 50 tons are of scrap and its 1 ton is of sheet");
    }

    [SharedDataFact("minerals_usgs")]
    public void Countries_add_up_to_the_stated_world_total_where_the_editions_say_so()
    {
        MineralSupply usgs = Supply.Minerals(SharedData.Folder("minerals_usgs")!);
        MineralTable[] tables = [.. usgs.Tables(year: 2023).Where(t => t.Statistic == "production" && t.World > 0)];
        double[] gaps = [.. tables.Select(t => Math.Abs(t.Stated + (t.Others ?? 0) - t.World!.Value) / t.World.Value)];
        gaps.Count(g => g <= 0.02).ShouldBeGreaterThanOrEqualTo(gaps.Length * 9 / 10);
        usgs.RowsWithoutUnit.ShouldBe(3);
    }
}
