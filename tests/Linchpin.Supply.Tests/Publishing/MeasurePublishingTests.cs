using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

public sealed class MeasurePublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    [Fact]
    public void A_published_extraction_has_the_losses_of_the_reference_in_whole_dollars()
    {
        Deposit deposit = Supply.Publish(Supply.Extract(Golden.Table2008(), Basis.RowSum, "CHN:c14", "KOR,JPN,USA,IND"), Label);
        foreach (string[] cells in Golden.Rows("hem_both_2008_rowsum.csv").Where(c => c[0] != "ROW" && c[0] != "world"))
        {
            Claim[] loss = [.. LossOf(deposit, cells[0])];
            var money = (MoneyValue)Value(loss, "value-added-loss");
            ((double)money.Amount).ShouldBe(1e6 * Golden.Number(cells[2]), Math.Max(1, 1e-3 * Golden.Number(cells[2])), cells[0]);
            (money.Currency, money.Prices, money.Year).ShouldBe(("USD", "current, basic", 2008));
            var share = (ShareValue)Value(loss, "value-added-loss-share");
            (100 * share.Part).ShouldBe(Golden.Number(cells[3]), 1e-9);
            share.Base.ShouldContain("basis rowsum");
        }
    }

    [Fact]
    public void The_rest_of_the_world_is_in_the_worlds_loss_and_is_never_published_as_a_country()
    {
        InputOutputTable table = Golden.Table2008();
        HypotheticalExtraction extraction = Supply.Extract(table, Basis.RowSum, "CHN:c14", "KOR,ROW");
        foreach (Deposit deposit in new[]
        {
            Supply.Publish(extraction, Label), Supply.Publish(Supply.Chokepoints(table, Basis.RowSum, "KOR,ROW", 2000), Label, 0), Supply.Publish(Supply.ValueAdded(table, Basis.RowSum, "KOR")[0], Label),
        })
        {
            deposit.Claims.ShouldNotBeEmpty();
            deposit.Claims.Select(c => c.Value).OfType<EntityValue>().ShouldAllBe(v => v.Id.Name != "ROW");
            deposit.Claims.Select(c => c.Subject.Name).ShouldAllBe(n => !n.EndsWith("-row", StringComparison.Ordinal));
        }

        decimal countries = Supply.Publish(extraction, Label).Claims.Where(c => c.Property == "value-added-loss").Sum(c => ((MoneyValue)c.Value).Amount);
        var world = (MoneyValue)Value(Supply.Publish(extraction, Label).Claims, "world-loss");
        ((double)(world.Amount - countries)).ShouldBe(1e6 * extraction.ByRegion.Single(r => r.Region == "ROW").Gdp, 50);
    }

    [Fact]
    public void A_chokepoint_says_what_the_extraction_of_all_its_deliveries_abroad_says()
    {
        InputOutputTable table = Golden.Table2008();
        Deposit deposit = Supply.Publish(Supply.Chokepoints(table, Basis.RowSum, "KOR,JPN,USA", 2000), Label);
        string abroad = string.Join(',', table.Countries.Select(c => c.Code).Where(c => c != "CHN"));
        HypotheticalExtraction extraction = Supply.Extract(table, Basis.RowSum, "CHN:c14", abroad);
        Claim[] chokepoint = [.. deposit.Claims.Where(c => c.Subject.ToString() == "chokepoint/wiod-2013-2008-rowsum-chn-c14")];
        chokepoint.Select(c => c.Property).ShouldBe(["name", "supplier", "supplying-sector", "year", "world-loss", "own-loss"]);
        ((double)((MoneyValue)Value(chokepoint, "world-loss")).Amount).ShouldBe(1e6 * extraction.World.Gdp, 1000);
        ((double)((MoneyValue)Value(chokepoint, "own-loss")).Amount).ShouldBe(1e6 * extraction.ByRegion.Single(r => r.Region == "CHN").Gdp, 1000);
        foreach (string partner in new[] { "KOR", "JPN", "USA" })
        {
            Claim[] loss = [.. deposit.Claims.Where(c => c.Subject.ToString() == $"loss/wiod-2013-2008-rowsum-chn-c14-{partner.ToLowerInvariant()}")];
            Value(loss, "cause").ShouldBe(new EntityValue(chokepoint[0].Subject));
            ((double)((MoneyValue)Value(loss, "value-added-loss")).Amount).ShouldBe(1e6 * extraction.ByRegion.Single(r => r.Region == partner).Gdp, 1000);
            ((DatasetSource)loss.Single(c => c.Property == "value-added-loss").Source).Derivation.ShouldContain($"industry CHN c14, region {partner}; basis rowsum");
        }
    }

    [Fact]
    public void Down_to_the_floor_every_supplier_industry_is_published_and_a_partners_own_is_no_loss_to_it()
    {
        InputOutputTable table = Golden.Table2008();
        ChokepointList list = Supply.Chokepoints(table, Basis.RowSum, "KOR,JPN", table.Industries);
        int expected = list.Rows.Count(r => r.ByPartner.Any(p => p.Partner != r.Country && p.GdpPercent >= 0.02));
        expected.ShouldBeGreaterThan(20);
        Deposit deposit = Supply.Publish(list, Label);
        deposit.Claims.Count(c => c.Property == "supplying-sector").ShouldBe(expected);
        deposit.Claims.ShouldAllBe(c => !c.Subject.Name.EndsWith("-kor-c14-kor", StringComparison.Ordinal));
        deposit.Claims.ShouldContain(c => c.Subject.Name.EndsWith("-kor-c14-jpn", StringComparison.Ordinal));
        Should.Throw<FaultException>(() => Supply.Publish(list, Label, 2)).Fault.Kind.Code.ShouldBe("supply.floor");
    }

    [Fact]
    public void The_published_origins_of_exports_are_those_of_the_reference()
    {
        string[] exporters = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "va_origin_in_exports_2008_rowsum.csv")).First().Split(',').Skip(1)];
        int korea = Array.IndexOf(exporters, "KOR") + 1;
        Dictionary<string, double> wanted = Golden.Rows("va_origin_in_exports_2008_rowsum.csv").ToDictionary(c => c[0], c => Golden.Number(c[korea]));
        Deposit deposit = Supply.Publish(Supply.ValueAdded(Golden.Table2008(), Basis.RowSum, "KOR")[0], Label);
        foreach (IGrouping<EntityId, Claim> origin in deposit.Claims.GroupBy(c => c.Subject).Where(g => g.Key.Kind == "export-content"))
        {
            string country = ((EntityValue)Value(origin, "origin")).Id.Name;
            ((ShareValue)Value(origin, "export-content-share")).Part.ShouldBe(wanted[country] / wanted.Values.Sum(), 1e-9);
        }

        deposit.Claims.Count(c => c.Property == "origin").ShouldBe(40);
    }

    [Fact]
    public void A_result_published_twice_is_the_same_claims()
    {
        InputOutputTable table = Golden.Table2008();
        Ids(Supply.Publish(Supply.Chokepoints(table, Basis.Reported, "KOR,JPN", 50), Label)).ShouldBe(Ids(Supply.Publish(Supply.Chokepoints(new Supply().Open(Golden.Folder, 2008), Basis.Reported, "KOR,JPN", 50), Label)));
        Ids(Supply.Publish(Supply.Extract(table, Basis.RowSum, "CHN:c14", "KOR"), Label)).ShouldBe(Ids(Supply.Publish(Supply.Extract(table, Basis.RowSum, "CHN:c14", "KOR"), Label)));

        static IEnumerable<string> Ids(Deposit deposit) => deposit.Claims.Select(c => c.Id);
    }

    [Fact]
    public void Who_gains_by_a_stop_has_a_negative_loss_and_no_share_of_it()
    {
        // Korea supplies Japan's goods maker and nothing else; v of Korea's goods is negative, so stopping Japan's exports raises its value added.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 30, 4 }, { 10, 3 } }, new double[,] { { 2, 0 }, { 5, 30 } });
        HypotheticalExtraction extraction = Supply.Extract(table.Open(), Basis.RowSum, "JPN:g", "KOR");
        extraction.ByRegion[0].Gdp.ShouldBeLessThan(0);
        Claim[] loss = [.. LossOf(Supply.Publish(extraction, Label), "KOR")];
        ((MoneyValue)Value(loss, "value-added-loss")).Amount.ShouldBeLessThan(0);
        Value(loss, "value-added-loss-share").ShouldNotBeOfType<ShareValue>();
    }

    private static IEnumerable<Claim> LossOf(Deposit deposit, string country) =>
        deposit.Claims.Where(c => c.Subject.Kind == "loss" && c.Subject.Name.EndsWith("-" + country.ToLowerInvariant(), StringComparison.Ordinal));

    private static Value Value(IEnumerable<Claim> claims, string property) => claims.Single(c => c.Property == property).Value;
}
