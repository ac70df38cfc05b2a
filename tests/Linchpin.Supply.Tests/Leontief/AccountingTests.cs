using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Tests.Leontief;

public sealed class AccountingTests
{
    private static readonly string[] Countries = ["KOR", "JPN", "USA"];
    private static readonly string[] Sectors = ["g", "s"];

    private static Arbitrary<(double[,] Z, double[,] Y)> Tables => ArbMap.Default.GeneratorFor<int>().Select(seed =>
    {
        // Final demand is large enough that every industry sells more than it uses.
        var random = new System.Random(seed);
        double[,] z = new double[6, 6];
        double[,] y = new double[6, 3];
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                z[i, j] = random.Next(4) == 0 ? 0 : Math.Round(random.NextDouble() * 20, 2);
            }

            for (int c = 0; c < 3; c++)
            {
                y[i, c] = Math.Round(50 + (random.NextDouble() * 100), 2);
            }
        }

        return (z, y);
    }).ToArbitrary();

    [Fact]
    public void Value_added_of_all_sources_adds_up_to_the_whole_of_a_product() => Prop.ForAll(Tables, t =>
    {
        using SmallTable table = SmallTable.Of(Countries, Sectors, t.Z, t.Y);
        var set = Supply.Exposures(table.Open(), Basis.RowSum, "all", "KOR,JPN,USA");
        foreach (var product in set.Rows.GroupBy(r => (r.User, r.Sector)))
        {
            product.Sum(r => r.VaShare!.Value).ShouldBe(1, 1e-12);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_of_home_and_all_suppliers_add_up_to_one() => Prop.ForAll(Tables, t =>
    {
        using SmallTable table = SmallTable.Of(Countries, Sectors, t.Z, t.Y);
        var set = Supply.Exposures(table.Open(), Basis.RowSum, "all", "all");
        foreach (var product in set.Rows.GroupBy(r => (r.User, r.Sector)))
        {
            Exposure foreign = product.Single(r => r.Kind == SourceKind.ForeignTotal);
            Exposure home = product.Single(r => r.Kind == SourceKind.Home);
            foreach (Func<Exposure, double?> share in new Func<Exposure, double?>[] { r => r.FaceAll, r => r.LookAll, r => r.FaceMan, r => r.LookMan })
            {
                if (share(home) is { } own)
                {
                    product.Where(r => r.Kind != SourceKind.ForeignTotal).Sum(r => share(r)!.Value).ShouldBe(1, 1e-12);
                    (share(foreign)!.Value + own).ShouldBe(1, 1e-12);
                }
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_in_another_unit_has_the_same_shares() => Prop.ForAll(Tables, t =>
    {
        using SmallTable table = SmallTable.Of(Countries, Sectors, t.Z, t.Y);
        using SmallTable larger = SmallTable.Of(Countries, Sectors, Times(t.Z, 1024), Times(t.Y, 1024));
        var small = Supply.Exposures(table.Open(), Basis.RowSum, "all", "all");
        var large = Supply.Exposures(larger.Open(), Basis.RowSum, "all", "all");

        // 1024 is a power of two, so that the numbers are the same to the last bit.
        large.Rows.Select(r => r with { X = r.X / 1024 }).ShouldBe(small.Rows);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_accounts_of_the_real_table_close_on_both_bases()
    {
        foreach (Basis basis in Enum.GetValues<Basis>())
        {
            var set = Supply.Exposures(Golden.Table2008(), basis, "all", "all");
            foreach (var product in set.Rows.Where(r => r.Kind != SourceKind.ForeignTotal && r.VaShare is not null).GroupBy(r => (r.User, r.Sector)))
            {
                product.Sum(r => r.VaShare!.Value).ShouldBe(1, 1e-10, $"{product.Key} on {basis.Word()}");
            }
        }
    }

    [Fact]
    public void An_industry_that_uses_all_it_makes_has_no_inverse()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 10, 0 }, { 2, 3 } }, new double[,] { { 0, 0 }, { 5, 5 } });
        Fault fault = Should.Throw<FaultException>(() => Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN")).Fault;
        fault.Kind.Code.ShouldBe("supply.singular");
        fault.Cause.ShouldContain("KOR g");
    }

    [Fact]
    public void A_pair_of_industries_that_uses_up_more_than_it_makes_is_refused_with_the_spectral_radius()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 1, 80 }, { 80, 1 } }, new double[,] { { -20, -10 }, { -20, -10 } });
        Fault fault = Should.Throw<FaultException>(() => Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN")).Fault;
        fault.Kind.Code.ShouldBe("supply.spectral-radius");

        // x = 51 for both; A = [1 80; 80 1] / 51; radius = 81 / 51.
        fault.Cause.ShouldContain("1.588235");
    }

    [Fact]
    public void The_spectral_radius_of_2011_is_the_one_that_the_tables_packers_state()
    {
        double[] x = GrossOutput.Of(Golden.Table2011(), Basis.Reported);
        SpectralRadius.Of(Golden.Table2011().Z, [.. x.Select(o => o == 0 ? 0 : 1 / o)]).ShouldBe(0.61016, 0.00005);
    }

    private static double[,] Times(double[,] matrix, double factor)
    {
        double[,] product = (double[,])matrix.Clone();
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                product[i, j] *= factor;
            }
        }

        return product;
    }
}
