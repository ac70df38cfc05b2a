using Linchpin.Claims;
using Linchpin.Supply.Tests.Indicators;

namespace Linchpin.Supply.Tests.Products;

public sealed class ProductDependenceTests
{
    private const string Baci = "t,i,j,k,v,q\n2020,156,410,281111,60,3\n2020,392,410,281111,40,3\n2021,156,410,281111,10,3\n2021,392,410,281111,90,3\n2021,156,410,370790,50,1\n2021,842,410,370790,50,1\n2021,156,392,370790,70,1\n";
    private const string Protee = "HS6,zero,positive,sigma\n281111,0,0,-4.5\n370790,1,0,-9\n010110,0,0,\n";
    private const string Broda = "iso3,hs1992_3d,hs1992_2d,sigma\nKOR,281,28,2.5\nKOR,370,37,3.5\nJPN,370,37,7\nKOR,847,84,2\nKOR,841,84,4\n";
    private const string Concordance = "hs2017,hs1992\n281111,281111\n370790,370790\n848610,841989\n848620,847989\n848690,847990\n";

    [Fact]
    public void Products_are_ranked_by_the_HHI_of_their_origins_in_the_last_year()
    {
        using SmallIndicators folder = Folder();
        ProductDependenceList list = Supply.Products(folder.Folder, "KOR");
        list.Rows.Select(r => (r.Shares.Product, r.LargestOrigin.Origin, r.Shares.First.ToString())).ShouldBe([("281111", "JPN", "2021"), ("370790", "CHN", "2021")]);
        list.Rows[0].Shares.Concentration.Hhi!.Value.ShouldBe(0.81 + 0.01, 1e-12);
        list.Rows[1].Shares.Concentration.EffectiveSuppliers!.Value.ShouldBe(2, 1e-12);
        // Over both years: (60 + 10) of 200 from China.
        Supply.Products(folder.Folder, "kor", PartialDate.Parse("2020"), PartialDate.Parse("2021")).Rows.Single(r => r.Shares.Product == "281111").LargestOrigin.Share!.Value.ShouldBe(0.65, 1e-12);
        Should.Throw<FaultException>(() => Supply.Products(folder.Folder, "FRA")).Fault.Kind.Code.ShouldBe("supply.trader-unknown");
    }

    [Fact]
    public void An_elasticity_to_tariffs_and_one_of_substitution_keep_their_signs()
    {
        using SmallIndicators folder = Folder();
        IReadOnlyList<Elasticity> both = Supply.Substitutability(folder.Folder, "281111", "KOR");
        both.Select(e => (e.Dataset.Id, e.Value, e.Substitution)).Order().ShouldBe([("broda-weinstein-hs3", 2.5, 2.5), ("protee-hs6", -4.5, 5.5)]);
    }

    [Fact]
    public void What_the_source_says_against_an_estimate_stands_beside_it()
    {
        using SmallIndicators folder = Folder();
        Elasticity tariff = Supply.Substitutability(folder.Folder, "370790", "JPN").Single(e => e.Dataset.Id == "protee-hs6");
        (tariff.Value, tariff.Substitution).ShouldBe((-9, 10));
        tariff.Caution.ShouldContain("not significant");
        Supply.Substitutability(folder.Folder, "370790", "JPN").Single(e => e.Dataset.Id == "broda-weinstein-hs3").Substitution.ShouldBe(7);
        Supply.Substitutability(folder.Folder, "010110", "KOR").Single().Value.ShouldBeNull();
    }

    [Fact]
    public void A_code_that_is_newer_than_the_estimates_is_reached_only_where_it_came_from_one_group()
    {
        using SmallIndicators folder = Folder();
        Supply.Substitutability(folder.Folder, "848620", "KOR").Single().Substitution.ShouldBe(2);
        Supply.Substitutability(folder.Folder, "8486", "KOR").ShouldBeEmpty("8486 came from 841 and from 847, whose estimates differ");
        Supply.Substitutability(folder.Folder, "848999", "KOR").ShouldBeEmpty("a code without a concordance is not cut short");
    }

    private static SmallIndicators Folder() => SmallIndicators.Of(
        ("BACI_HS17_Y2021_V202301.csv", Baci), ("protee_hs6_rev2007.csv", Protee), ("broda_weinstein_hs3_by_importer.csv", Broda), ("hs2017_to_hs1992.csv", Concordance));
}
