using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

/// <summary>Excerpts of UN Comtrade (data/starter/trade, with citation).</summary>
public sealed class TradePublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    private static readonly Lazy<ProductTrade> Excerpts = new(() => Supply.Trade(Path.Combine(AppContext.BaseDirectory, "StarterTrade")));

    [Fact]
    public void A_warning_is_published_with_its_month_level_expectation_and_how_sure()
    {
        Claim[] warning = Of(Supply.Publish(Supply.Watch(Excerpts.Value, "281111", "KOR"), Label), "281111-kor-jpn-fall-weight-2019-07");
        Value(warning, "date").ShouldBe(new DateValue(PartialDate.Of(2019, 7)));
        Value(warning, "user").ShouldBe(new EntityValue(EntityId.Country("KOR")));
        Value(warning, "supplier").ShouldBe(new EntityValue(EntityId.Country("JPN")));
        Value(warning, "product").ShouldBe(new EntityValue(EntityId.Parse("product/hs-281111")));
        Value(warning, "measure").ShouldBe(new TextValue("weight"));
        Value(warning, "observed").ShouldBe(new QuantityValue(840_930, "kg a month"));
        warning.Single(c => c.Property == "observed").Confidence!.Value.ShouldBeGreaterThan(0.9);
        ((DatasetSource)warning[0].Source).Derivation.ShouldContain("imports as KOR reports them");
    }

    [Fact]
    public void Later_months_change_no_claim_of_a_warning_but_what_it_was_watched_among()
    {
        Deposit july = Supply.Publish(Supply.Watch(Excerpts.Value, "281111", "KOR", to: PartialDate.Of(2019, 7)), Label);
        Deposit later = Supply.Publish(Supply.Watch(Excerpts.Value, "281111", "KOR"), Label);
        Claim[] then = [.. july.Claims.Where(c => c.Subject.Kind == "trade-warning")];
        then.ShouldNotBeEmpty();
        then.Select(c => c.Id).Except(later.Claims.Select(c => c.Id)).ShouldBeEmpty();
    }

    [Fact]
    public void Shares_and_concentration_are_published_with_their_base_and_the_world_is_no_country()
    {
        TradeReport report = Supply.Watch(Excerpts.Value, "281111", "KOR");
        Deposit deposit = Supply.Publish(report, Label);
        Claim[] concentration = [.. deposit.Claims.Where(c => c.Subject.Kind == "concentration")];
        Value(concentration, "hhi").ShouldBe(new QuantityValue(report.Concentration!.Hhi!.Value, "1"));
        Value(concentration, "supplier").ShouldBe(new EntityValue(EntityId.Country("CHN")));
        ((ShareValue)Value(concentration, "top-share")).Base.ShouldContain("2017-01 to 2019-12 (USD, current prices; the importer's own report)");
        deposit.Claims.Where(c => c.Subject.Kind == "supply-share" && c.Property == "share").Select(c => ((ShareValue)c.Value).Part)
            .ShouldBe(report.Origins.Where(o => o.Kind == OriginKind.Country && o.Share >= 0.01).Select(o => o.Share!.Value));
        deposit.Claims.Select(c => c.Value).OfType<EntityValue>().ShouldAllBe(v => v.Id.Name != "W00");
        Supply.Publish(Supply.Watch(Excerpts.Value, "250410", "W00"), Label).Claims.ShouldBeEmpty();
    }

    [Fact]
    public void Each_warning_of_a_list_cites_the_file_that_its_figure_was_read_from()
    {
        WarningList list = Supply.WatchAll(Excerpts.Value, [], ["KOR", "JPN", "USA"], []);
        Deposit deposit = Supply.Publish(list, Label);
        deposit.Datasets.Count.ShouldBe(2);
        foreach (TradeWarning warning in list.Warnings.Where(w => !w.Aggregate))
        {
            deposit.Claims.Where(c => c.Subject.Name.Contains($"{warning.Product}-{warning.Importer}-{warning.Origin}".ToLowerInvariant(), StringComparison.Ordinal))
                .ShouldAllBe(c => ((DatasetSource)c.Source).Version == warning.Dataset!.Hash);
        }

        deposit.Claims.Count(c => c.Property == "certainty").ShouldBe(list.Warnings.Count(w => Vocabulary.Countries.ContainsKey(w.Importer) && Vocabulary.Countries.ContainsKey(w.Origin)));
    }

    private static Claim[] Of(Deposit deposit, string ending) => [.. deposit.Claims.Where(c => c.Subject.Kind == "trade-warning" && c.Subject.Name.EndsWith(ending, StringComparison.Ordinal))];

    private static Value Value(IEnumerable<Claim> claims, string property) => claims.Single(c => c.Property == property).Value;
}
