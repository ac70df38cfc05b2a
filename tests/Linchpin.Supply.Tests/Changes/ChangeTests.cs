using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using static Linchpin.Supply.Tests.PlainAlgebra;

namespace Linchpin.Supply.Tests.Changes;

public sealed class ChangeTests
{
    private static InputOutputTable Table2000 { get; } = new Supply().Open(Golden.StarterFolder, 2000);

    private static Func<ExposureChange, Parted>[] Measures => [r => r.FaceAll, r => r.LookAll, r => r.FaceMan, r => r.LookMan, r => r.VaShare, r => r.LookCoef];

    [Fact]
    public void Parts_add_up_to_the_change_on_the_real_tables()
    {
        ExposureChanges found = Supply.Change(Table2000, Golden.Table2011(), Basis.RowSum, "KOR,JPN,USA", "CHN,foreign");
        var before = Supply.Exposures(Table2000, Basis.RowSum, "KOR,JPN,USA", "CHN,foreign").Rows;
        var after = Supply.Exposures(Golden.Table2011(), Basis.RowSum, "KOR,JPN,USA", "CHN,foreign").Rows;
        found.Rows.Count.ShouldBe(before.Count);
        for (int k = 0; k < before.Count; k++)
        {
            ExposureChange row = found.Rows[k];
            (row.User, row.Sector, row.Source).ShouldBe((before[k].User, before[k].Sector, before[k].Source));
            row.LookAll.From.ShouldBe(before[k].LookAll);
            row.LookAll.To.ShouldBe(after[k].LookAll);
            foreach (Parted part in Measures.Select(m => m(row)).Where(p => p.Change is not null))
            {
                part.Parts.Sum(p => p ?? 0).ShouldBe(part.Change!.Value, 1e-12, $"{row.User} {row.Sector} {row.Source}");
            }
        }

        found.Rows.Where(r => r.Sector != ExposureSet.Manufacturing).ShouldAllBe(r => r.LookAll.Parts.Count == 0 || r.LookAll.Parts[2] == null);
        found.Rows.Where(r => r.Sector == ExposureSet.Manufacturing).ShouldAllBe(r => r.LookAll.Parts[2] != null);
    }

    [Fact]
    public void A_year_and_itself_differ_in_nothing()
    {
        ExposureChanges found = Supply.Change(Golden.Table2011(), Golden.Table2011(), Basis.Reported, "KOR", "CHN");
        found.Rows.SelectMany(r => Measures.Select(m => m(r))).Where(p => p.Change is not null).ShouldAllBe(p => p.Change == 0 && p.Parts.All(q => Math.Abs(q ?? 0) < 1e-12));
        ExportChange exports = Supply.ChangeInExports(Golden.Table2011(), Golden.Table2011(), Basis.Reported, "KOR");
        exports.Origins.SelectMany(o => new[] { o.Amount, o.Share }).ShouldAllBe(p => p.Change == 0 && p.Parts.All(q => q == 0));
    }

    [Fact]
    public void Goods_bought_elsewhere_are_sourcing_and_more_of_them_technology()
    {
        // Sector g of KOR buys 40 of goods. In the second table half of JPN's come from USA instead; in the third each source sells it half as much again.
        double[,] y = { { 100, 0, 0 }, { 0, 100, 0 }, { 0, 0, 100 } };
        using SmallTable first = SmallTable.Of(["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 0, 0 }, { 20, 0, 0 }, { 20, 0, 0 } }, y);
        using SmallTable turned = SmallTable.Of(["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 0, 0 }, { 10, 0, 0 }, { 30, 0, 0 } }, y);
        using SmallTable more = SmallTable.Of(["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 0, 0 }, { 30, 0, 0 }, { 30, 0, 0 } }, y);

        // x_KOR = 100 in all three, so look_coef of USA is 0.2, 0.3 and 0.3.
        Parted sourcing = Supply.Change(first.Open(), turned.Open(), Basis.RowSum, "KOR", "USA", "g").Rows[0].LookCoef;
        sourcing.Change!.Value.ShouldBe(0.1, 1e-12);
        sourcing.Parts[0]!.Value.ShouldBe(0, 1e-12);
        sourcing.Parts[1]!.Value.ShouldBe(0.1, 1e-12);
        Parted technology = Supply.Change(first.Open(), more.Open(), Basis.RowSum, "KOR", "USA", "g").Rows[0].LookCoef;
        technology.Parts[0]!.Value.ShouldBe(0.1, 1e-12);
        technology.Parts[1]!.Value.ShouldBe(0, 1e-12);

        // Both at once, from [20 20] to [10 50] of 60: t from 0.4 to 0.6, c from 1/2 to 5/6;
        // technology = (0.2 / 2 + 0.2 5/6) / 2, sourcing = (0.4 / 3 + 0.6 / 3) / 2.
        using SmallTable both = SmallTable.Of(["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 0, 0 }, { 10, 0, 0 }, { 50, 0, 0 } }, y);
        Parted parted = Supply.Change(first.Open(), both.Open(), Basis.RowSum, "KOR", "USA", "g").Rows[0].LookCoef;
        parted.Parts[0]!.Value.ShouldBe((0.1 + (0.2 * 5 / 6)) / 2, 1e-12);
        parted.Parts[1]!.Value.ShouldBe((0.4 + 0.6) / 6, 1e-12);
    }

    [Fact]
    public void A_change_of_output_alone_is_mix()
    {
        // The same coefficients, twice as much of the second sector in KOR (Z column and output doubled; what is missing comes from final demand).
        double[,] z = { { 0, 10, 0, 0 }, { 0, 0, 0, 0 }, { 20, 10, 0, 0 }, { 0, 0, 0, 0 } };
        double[,] grown = { { 0, 20, 0, 0 }, { 0, 0, 0, 0 }, { 20, 20, 0, 0 }, { 0, 0, 0, 0 } };
        using SmallTable first = SmallTable.Of(["KOR", "JPN"], ["g", "s"], z, new double[,] { { 90, 0 }, { 50, 0 }, { 0, 70 }, { 0, 100 } });
        using SmallTable second = SmallTable.Of(["KOR", "JPN"], ["g", "s"], grown, new double[,] { { 80, 0 }, { 100, 0 }, { 0, 60 }, { 0, 100 } });
        foreach (SmallTable table in new[] { first, second })
        {
            table.Replace("table.json", "\"manufacturing\": [\"g\"]", "\"manufacturing\": [\"g\", \"s\"]");
        }

        Parted face = Supply.Change(first.Open(), second.Open(), Basis.RowSum, "KOR", "JPN").Rows.Single(r => r.Sector == ExposureSet.Manufacturing).FaceAll;
        face.From!.Value.ShouldBe(30.0 / 40, 1e-12);
        face.To!.Value.ShouldBe(40.0 / 60, 1e-12);
        face.Parts[0]!.Value.ShouldBe(0, 1e-12);
        face.Parts[1]!.Value.ShouldBe(0, 1e-12);
        face.Parts[2]!.Value.ShouldBe((40.0 / 60) - (30.0 / 40), 1e-12);
    }

    [Fact]
    public void Changes_of_value_added_in_exports_are_the_mean_of_the_two_polar_forms() => Prop.ForAll(AnyTable, AnyTable, (a, b) =>
    {
        using SmallTable first = a.Table();
        using SmallTable second = b.Table();
        ExportChange found = Supply.ChangeInExports(first.Open(), second.Open(), Basis.RowSum, "JPN");
        double At(Numbers v, Numbers l, Numbers e) => Enumerable.Range(0, 2).Sum(i => v.V[i] * Enumerable.Range(2, 2).Sum(j => l.L[i, j] * Exports(e, j)));
        OriginChange korea = found.Origins[0];
        korea.Amount.Parts[0]!.Value.ShouldBe((At(b, a, a) - At(a, a, a) + At(b, b, b) - At(a, b, b)) / 2, 1e-9);
        korea.Amount.Parts[1]!.Value.ShouldBe((At(b, b, a) - At(b, a, a) + At(a, b, b) - At(a, a, b)) / 2, 1e-9);
        korea.Amount.Parts[2]!.Value.ShouldBe((At(b, b, b) - At(b, b, a) + At(a, a, b) - At(a, a, a)) / 2, 1e-9);
        foreach (OriginChange origin in found.Origins.Append(found.Foreign))
        {
            origin.Amount.Parts.Sum(p => p!.Value).ShouldBe(origin.Amount.Change!.Value, 1e-9);
            origin.Share.Parts.Sum(p => p!.Value).ShouldBe(origin.Share.Change!.Value, 1e-12);
        }

        found.Origins.Sum(o => o.Amount.To!.Value).ShouldBe(found.GrossTo, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tables_of_other_countries_or_another_unit_are_not_compared()
    {
        using SmallTable table = SmallTable.Good();
        Should.Throw<FaultException>(() => Supply.Change(table.Open(), Golden.Table2011(), Basis.RowSum, "KOR", "JPN")).Fault.Kind.Code.ShouldBe("supply.tables-differ");
        using SmallTable thousand = SmallTable.Good();
        thousand.Replace("table.json", "USD million", "USD thousand");
        Fault fault = Should.Throw<FaultException>(() => Supply.ChangeInExports(table.Open(), thousand.Open(), Basis.RowSum, "KOR")).Fault;
        fault.Cause.ShouldContain("unit");
    }

    private static double Exports(Numbers t, int i) => Enumerable.Range(0, 6).Where(j => j / 2 != i / 2).Sum(j => t.Z[i, j]) + Enumerable.Range(0, 3).Where(c => c != i / 2).Sum(c => t.Y[i, c]);
}
