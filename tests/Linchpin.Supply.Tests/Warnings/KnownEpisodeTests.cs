using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Warnings;

/// <summary>Excerpts of UN Comtrade (data/starter/trade, with citation): what really happened is raised, and what did not is not.</summary>
public sealed class KnownEpisodeTests
{
    private static readonly Lazy<ProductTrade> Excerpts = new(() => Supply.Trade(Path.Combine(AppContext.BaseDirectory, "StarterTrade")));

    [Fact]
    public void Hydrogen_fluoride_from_Japan_to_Korea_is_raised_in_weight_in_July_2019_and_in_value_in_August()
    {
        TradeReport report = Supply.Watch(Excerpts.Value, "281111", "KOR");
        TradeWarning weight = report.Warnings.Single(w => w is { Kind: WarningKind.Fall, Measure: TradeMeasure.Weight });
        TradeWarning value = report.Warnings.Single(w => w is { Kind: WarningKind.Fall, Measure: TradeMeasure.Value });
        (weight.Origin, weight.Month.ToString(), weight.Seen).ShouldBe(("JPN", "2019-07", 840_930));
        (value.Origin, value.Month.ToString(), value.Seen).ShouldBe(("JPN", "2019-08", 242_971));
        weight.Mirror!.Agrees.ShouldBe(true);
        weight.Mirror.Seen.ShouldBe(479_064);
        weight.Since.State.ShouldBe(WarningState.LevelShift);
        report.Warnings.ShouldContain(w => w.Kind == WarningKind.UnitValue && w.Month.ToString() == "2019-07");
        report.Warnings.Single(w => w.Kind == WarningKind.Substitution).ShouldSatisfyAllConditions(w => w.Origin.ShouldBe("TWN"), w => w.InPlaceOf.ShouldBe("JPN"));
    }

    [Fact]
    public void It_was_raised_with_no_later_data_than_its_own_month()
    {
        TradeReport july = Supply.Watch(Excerpts.Value, "281111", "KOR", to: PartialDate.Of(2019, 7));
        TradeWarning weight = july.Warnings.Single(w => w is { Kind: WarningKind.Fall, Measure: TradeMeasure.Weight });
        (weight.Month.ToString(), weight.Since.State).ShouldBe(("2019-07", WarningState.New));
        Supply.Watch(Excerpts.Value, "281111", "KOR", to: PartialDate.Of(2019, 6)).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Photoresist_from_Japan_to_Korea_is_not_raised()
    {
        TradeReport report = Supply.Watch(Excerpts.Value, "370790", "KOR");
        report.Warnings.ShouldBeEmpty();
        report.NotRaised.ShouldContain(n => n.Origin == "JPN" && n.Kind == WarningKind.Fall && n.Why.Length > 0);
    }

    [Theory]
    [InlineData("JPN")]
    [InlineData("W00")]
    public void Natural_graphite_from_China_shows_a_rush_in_November_2023_and_a_fall_in_December(string importer)
    {
        IReadOnlyList<TradeWarning> raised = Supply.Watch(Excerpts.Value, "250410", importer).Warnings;
        raised.Single(w => w.Kind == WarningKind.Rush).Month.ToString().ShouldBe("2023-11");
        TradeWarning fall = raised.Single(w => w is { Kind: WarningKind.Fall, Measure: TradeMeasure.Weight });
        (fall.Month.ToString(), fall.RushBefore?.ToString()).ShouldBe(("2023-12", "2023-11"));
    }

    [Fact]
    public void An_importer_without_a_report_of_its_own_is_seen_through_its_suppliers_and_it_says_so()
    {
        TradeReport report = Supply.Watch(Excerpts.Value, "250410", "JPN");
        report.OwnReport.ShouldBeFalse();
        report.Warnings.ShouldNotBeEmpty();
        report.Warnings.ShouldAllBe(w => w.Basis.Contains("mirror"));
    }

    [Fact]
    public void Shares_are_of_all_origins_and_the_world_is_no_origin()
    {
        TradeReport report = Supply.Watch(Excerpts.Value, "281111", "KOR", PartialDate.Of(2018), PartialDate.Of(2018));
        report.From.ShouldBe(PartialDate.Of(2018, 1));
        report.To.ShouldBe(PartialDate.Of(2018, 12));
        report.Origins.ShouldNotContain(o => o.Origin == "W00");
        report.Origins.Sum(o => o.Share ?? 0).ShouldBeInRange(0.9, 1 + 1e-9);
        (report.Origins.Sum(o => o.Reported.Value ?? 0) + report.NotNamed!.Value).ShouldBe(report.World!.Reported.Value!.Value, 1e-6 * report.World.Reported.Value.Value);
        OriginOfTrade japan = report.Origins.Single(o => o.Origin == "JPN");
        japan.Mirror!.Value.ShouldNotBe(japan.Reported.Value);
        (japan.Months, japan.MirrorMonths).ShouldBe((12, 12));
        report.Concentration!.Hhi!.Value.ShouldBe(report.Origins.Where(o => o.Kind == OriginKind.Country).Sum(o => o.Share!.Value * o.Share.Value), 1e-9);
        (report.Concentration.HhiUpper >= report.Concentration.Hhi).ShouldBeTrue();
    }

    [Fact]
    public void What_one_supplier_cut_off_is_asked_across_importers()
    {
        WarningList list = Supply.WatchAll(Excerpts.Value, [], [], ["CHN"], PartialDate.Of(2023, 12), PartialDate.Of(2024, 2));
        list.Warnings.ShouldAllBe(w => w.Origin == "CHN");
        list.Warnings.Where(w => !w.Aggregate && w.Kind == WarningKind.Fall).Select(w => w.Importer).Distinct().ShouldBe(["IND", "JPN", "KOR", "USA"], ignoreOrder: true);
        list.Warnings.SkipWhile(w => !w.Aggregate).ShouldAllBe(w => w.Aggregate);
    }

    [Fact]
    public void A_group_of_partners_gets_only_its_own_warnings()
    {
        WarningList list = Supply.WatchAll(Excerpts.Value, [], ["KOR", "JPN"], []);
        list.Warnings.Select(w => w.Importer).Distinct().ShouldBe(["KOR", "JPN"], ignoreOrder: true);
        list.Watched.FlowMonths.ShouldBeGreaterThan(0);
        list.Warnings.Zip(list.Warnings.Skip(1)).ShouldAllBe(p => p.First.Aggregate || p.Second.Aggregate || p.First.Certainty >= p.Second.Certainty);
    }

    [SharedDataFact("trade_strategic")]
    public void Before_the_known_episodes_the_strategic_goods_raise_less_than_two_warnings_in_a_hundred_flow_years()
    {
        WarningList quiet = Supply.WatchAll(Supply.Trade(SharedData.Folder("trade_strategic")!), [], [], [], to: PartialDate.Of(2019, 6));
        quiet.Watched.FlowMonths.ShouldBeGreaterThan(5000);
        quiet.Watched.PerHundredFlowYears!.Value.ShouldBeLessThan(2);
        quiet.Warnings.ShouldNotContain(w => !w.Aggregate && w.Kind == WarningKind.Fall);
    }

    [SharedDataFact("trade_strategic")]
    public void Product_groups_with_blanks_and_slashes_in_their_names_are_watched_and_published()
    {
        WarningList list = Supply.WatchAll(Supply.Trade(SharedData.Folder("trade_strategic")!), ["Rare Earths", "Gallium/Germanium", "Graphite"], [], []);
        list.Warnings.ShouldContain(w => w.Product == "Rare Earths");
        Supply.Publish(list, Handling.Clear("here")).Claims.ShouldNotBeEmpty();
    }
}
