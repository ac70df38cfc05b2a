using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Products;

public sealed class ConcentrationTests
{
    [Fact]
    public void Four_suppliers_of_50_30_10_and_10_have_an_HHI_of_0_36()
    {
        Concentration c = Concentration.Of([30, 10, 50, 10]);
        c.Hhi!.Value.ShouldBe(0.36, 1e-12);            // 0.25 + 0.09 + 0.01 + 0.01
        c.HhiUpper!.Value.ShouldBe(0.36, 1e-12);
        c.EffectiveSuppliers!.Value.ShouldBe(1 / 0.36, 1e-12);
        c.TopShare!.Value.ShouldBe(0.5, 1e-12);
        c.TopThreeShare!.Value.ShouldBe(0.9, 1e-12);
        // exp(-(0.5 ln 0.5 + 0.3 ln 0.3 + 2 * 0.1 ln 0.1)) = exp(0.34657 + 0.36119 + 0.46052)
        c.EntropySuppliers!.Value.ShouldBe(3.2165, 1e-3);
    }

    [Fact]
    public void What_is_not_assigned_makes_bounds_and_no_supplier()
    {
        // 60 and 20 named, 10 of others, 10 of nobody knows whom: shares 0.6, 0.2, 0.1, 0.1.
        Concentration c = Concentration.Of([60, 20], 10, 10);
        c.Suppliers.ShouldBe(2);
        c.Hhi!.Value.ShouldBe(0.40, 1e-12);                     // 0.36 + 0.04
        c.HhiUpper!.Value.ShouldBe(0.49 + 0.04 + 0.01, 1e-12);  // the unassigned tenth belongs to the largest, the others are one
        c.TopShareUpper!.Value.ShouldBe(0.7, 1e-12);
        c.EffectiveSuppliersLower!.Value.ShouldBe(1 / 0.54, 1e-12);
        c.EntropySuppliers.ShouldBeNull();
    }

    [Fact]
    public void Nothing_supplied_is_unknown_and_not_zero()
    {
        Concentration.Of([]).Hhi.ShouldBeNull();
        Concentration.Of([0, 0]).TopShare.ShouldBeNull();
        Concentration.Of([], 0, 5).Hhi.ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => Concentration.Of([-1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Concentration.Of([double.NaN]));
    }

    [Fact]
    public void Bounds_hold_whoever_the_unassigned_belongs_to() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        double[] named = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.NextDouble() * 100)];
        double free = random.NextDouble() * 50;
        Concentration c = Concentration.Of(named, 0, free);
        double[] given = [.. named];
        for (double left = free; left > 0;)
        {
            double part = Math.Min(left, random.NextDouble() * 20);
            given[random.Next(given.Length)] += part;
            left -= part;
        }

        double hhi = Concentration.Of(given).Hhi!.Value;
        hhi.ShouldBeInRange(c.Hhi!.Value - 1e-12, c.HhiUpper!.Value + 1e-12);
        c.Hhi.Value.ShouldBeLessThanOrEqualTo(1);
        c.EffectiveSuppliersLower!.Value.ShouldBeLessThanOrEqualTo(named.Length + 1e-9);
        Concentration.Of(named.Select(a => a * 7)).Hhi!.Value.ShouldBe(Concentration.Of(named).Hhi!.Value, 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_of_an_importers_purchases_are_of_what_it_reports_from_the_world()
    {
        ProductTrade trade = Supply.Trade(Path.Combine(AppContext.BaseDirectory, "Golden", "trade"));
        PartialDate june = PartialDate.Parse("2019-06");
        ImportShares shares = trade.Shares("281111", "KOR", TradeFrequency.Month, june, june).ShouldHaveSingleItem();
        shares.World.ShouldBe(15376732);
        shares.Origins.Single(o => o.Origin == "JPN").Share!.Value.ShouldBe(5963067d / 15376732, 1e-12);
        shares.Origins.Single(o => o.Origin == "JPN").Mirror.ShouldBe(5503454);
        shares.Origins.ShouldAllBe(o => o.Origin != "W00");
        shares.Concentration.UnassignedShare!.Value.ShouldBe(1 - shares.Origins.Sum(o => o.Share!.Value), 1e-9);
    }
}
