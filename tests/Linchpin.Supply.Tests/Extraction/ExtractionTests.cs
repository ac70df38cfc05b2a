using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using static Linchpin.Supply.Tests.PlainAlgebra;

namespace Linchpin.Supply.Tests.Extraction;

public sealed class ExtractionTests
{
    [Fact]
    public void Any_set_of_flows_loses_what_a_second_inverse_says() => Prop.ForAll(AnyTable, t =>
    {
        // Two suppliers with their own destinations, a part of each delivery, and one delivery to the production of a sector alone.
        using SmallTable table = t.Table();
        HypotheticalExtraction found = Supply.Extract(table.Open(), Basis.RowSum, [("KOR:g,s,JPN:s", "all"), ("USA:g", "KOR:s,JPN")], Flows.Both, 0.3);
        double[,] kept = Fill(6, 6, (i, j) => t.A[i, j] * (Production(i, j) ? 0.7 : 1));
        double[] f = [.. Enumerable.Range(0, 6).Select(i => Enumerable.Range(0, 3).Sum(c => t.Y[i, c] * (Final(i, c) ? 0.7 : 1)))];
        double[,] inverse = Inverse(Less(Identity(6), kept));
        double[] lost = [.. Enumerable.Range(0, 6).Select(i => t.X[i] - Enumerable.Range(0, 6).Sum(j => inverse[i, j] * f[j]))];
        for (int c = 0; c < 3; c++)
        {
            found.ByRegion[c].Output.ShouldBe(lost[2 * c] + lost[(2 * c) + 1], 1e-9);
            found.ByRegion[c].Gdp.ShouldBe((t.V[2 * c] * lost[2 * c]) + (t.V[(2 * c) + 1] * lost[(2 * c) + 1]), 1e-9);
        }

        bool Final(int i, int c) => (i < 2 && c != 0) || (i == 3 && c != 1) || (i == 4 && c == 1);
        bool Production(int i, int j) => (i < 2 && j >= 2) || (i == 3 && j / 2 != 1) || (i == 4 && (j == 1 || j / 2 == 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Extraction_of_nothing_is_nothing()
    {
        HypotheticalExtraction found = Supply.Extract(Golden.Table2011(), Basis.RowSum, "CHN:all", "all", Flows.Both, share: 0);
        found.ByRegion.ShouldAllBe(r => r.Output == 0 && r.Gdp == 0);
    }

    [Fact]
    public void An_industry_taken_out_whole_loses_all_its_output()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        HypotheticalExtraction found = Supply.Extract(table.Open(), Basis.RowSum, "KOR:g", "all,home");
        found.ByRegion[0].Output.ShouldBe(1000, 1e-9);

        // JPN alone: x = 1700 / 0.95.
        found.ByRegion[1].Output.ShouldBe(2000 - (1700 / 0.95), 1e-9);
    }

    [Fact]
    public void All_is_every_other_country_and_agrees_with_the_export_stop()
    {
        Chokepoint stop = Supply.Chokepoints(Golden.Table2011(), Basis.RowSum, "KOR", 100_000).Rows.Single(r => (r.Country, r.Sector) == ("CHN", "c14"));
        (Supply.Extract(Golden.Table2011(), Basis.RowSum, "CHN:c14", "all").World.Gdp / stop.WorldGdpLoss).ShouldBe(1, 1e-10);
    }

    [Fact]
    public void A_delivery_named_twice_is_taken_out_once()
    {
        double once = Supply.Extract(Golden.Table2011(), Basis.RowSum, "CHN:c13-c15", "KOR,JPN").World.Gdp;
        double twice = Supply.Extract(Golden.Table2011(), Basis.RowSum, [("CHN:c13,c14", "KOR,JPN"), ("CHN:c14-c15", "JPN,KOR")]).World.Gdp;
        (twice / once).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Several_suppliers_together_lose_less_than_apart_and_more_than_the_largest()
    {
        double Loss(string from) => Supply.Extract(Golden.Table2011(), Basis.RowSum, from, "KOR,JPN,USA").World.Gdp;
        double china = Loss("CHN:c14"), taiwan = Loss("TWN:c14"), both = Loss("CHN:c14,TWN:c14");
        both.ShouldBeGreaterThan(Math.Max(china, taiwan));
        both.ShouldBeLessThan(china + taiwan);
    }

    [Fact]
    public void A_strait_closed_both_ways_is_one_set_of_flows()
    {
        HypotheticalExtraction found = Supply.Extract(Golden.Table2011(), Basis.Reported, [("CHN:all,TWN:all", "KOR,JPN"), ("KOR:all,JPN:all", "CHN,TWN")]);
        found.Taken.Count.ShouldBe(4);
        found.World.Gdp.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("CHN:c14,TWN", "supply.deliveries")]
    [InlineData("TWN,CHN:c14", "supply.deliveries")]
    [InlineData("CHN:c14,c99", "supply.sector-unknown")]
    [InlineData("CHN:c14,TWV:c14", "supply.country-unknown")]
    public void Several_suppliers_that_cannot_be_read_are_refused(string from, string code) =>
        Should.Throw<FaultException>(() => Supply.Extract(Golden.Table2011(), Basis.RowSum, from, "KOR")).Fault.Kind.Code.ShouldBe(code);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_outside_0_to_1_is_refused(double share) =>
        Should.Throw<FaultException>(() => Supply.Extract(Golden.Table2011(), Basis.RowSum, "CHN:c14", "KOR", Flows.Both, share)).Fault.Kind.Code.ShouldBe("supply.extracted-share");
}
