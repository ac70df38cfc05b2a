using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using static Linchpin.Supply.Tests.PlainAlgebra;

namespace Linchpin.Supply.Tests.Propagation;

public sealed class PropagationTests
{
    [Fact]
    public void Lengths_of_a_chain_are_its_steps()
    {
        // Ore (KOR) into metal (JPN) into machines (USA): one step, two steps; nothing passes the other way or back to itself.
        using SmallTable table = SmallTable.Of(
            ["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 10, 0 }, { 0, 0, 20 }, { 0, 0, 0 } }, new double[,] { { 0, 0, 0 }, { 0, 0, 0 }, { 10, 10, 10 } });
        IReadOnlyList<PropagationLength> rows = Supply.Propagation(table.Open(), Basis.RowSum, "all", "all", "g", "g").Rows;
        double?[] found = [.. rows.Where(r => r.UserSector == "g").Select(r => r.Length)];

        // By user, then supplier.
        found.ShouldBe([null, null, null, 1, null, null, 2, 1, null]);
        rows.Single(r => (r.User, r.Supplier, r.UserSector) == ("USA", "KOR", "ALL")).Strength!.Value.ShouldBe(10.0 / 20 * 20 / 30, 1e-15);
    }

    [Fact]
    public void Lengths_of_the_textbook_table_are_those_worked_by_hand()
    {
        // L = [0.95 0.25; 0.20 0.85] / 0.7575 (Miller and Blair 2009, section 2.3), N = L - I = [0.1925 0.25; 0.20 0.0925] / 0.7575;
        // [N N]_12 = 0.25 (0.1925 + 0.0925) / 0.7575^2 and [N N]_11 = (0.1925^2 + 0.25 * 0.20) / 0.7575^2.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        IReadOnlyList<PropagationLength> rows = Supply.Propagation(table.Open(), Basis.RowSum, "all", "all", "g").Rows;
        rows.Single(r => (r.Supplier, r.User, r.UserSector) == ("KOR", "JPN", "g")).Length!.Value.ShouldBe(1 + (0.285 / 0.7575), 1e-12);
        rows.Single(r => (r.Supplier, r.User, r.UserSector) == ("KOR", "KOR", "g")).Length!.Value.ShouldBe(1 + (((0.1925 * 0.1925) + 0.05) / 0.7575 / 0.1925), 1e-12);
        rows.Single(r => (r.Supplier, r.User, r.UserSector) == ("KOR", "JPN", "g")).Strength!.Value.ShouldBe(0.25 / 0.7575, 1e-12);
    }

    [Fact]
    public void A_length_is_the_mean_of_the_steps_weighed_by_the_powers_of_A() => Prop.ForAll(AnyTable, t =>
    {
        using SmallTable table = t.Table();
        IReadOnlyList<PropagationLength> rows = Supply.Propagation(table.Open(), Basis.RowSum, "all", "all", null, "all").Rows;
        IReadOnlyList<PropagationLength> countries = Supply.Propagation(table.Open(), Basis.RowSum, "all", "all").Rows;
        double[,] part = new double[6, 6], steps = new double[6, 6];
        double[,] power = Identity(6);
        for (int k = 1; k <= 200; k++)
        {
            power = Times(power, t.A);
            for (int i = 0; i < 6; i++)
            {
                for (int j = 0; j < 6; j++)
                {
                    part[i, j] += power[i, j];
                    steps[i, j] += k * power[i, j];
                }
            }
        }

        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                PropagationLength row = rows.Single(r => (r.Supplier, r.SupplierSector, r.User, r.UserSector) == (Countries[i / 2], Sectors[i % 2], Countries[j / 2], Sectors[j % 2]));
                if (part[i, j] == 0)
                {
                    row.Length.ShouldBeNull();
                    continue;
                }

                row.Length!.Value.ShouldBe(steps[i, j] / part[i, j], 1e-9);
                row.Length.Value.ShouldBeGreaterThanOrEqualTo(1);
            }
        }

        PropagationLength whole = countries.Single(r => (r.Supplier, r.User, r.UserSector) == ("USA", "KOR", "ALL"));
        double Over(double[,] m) => Enumerable.Range(4, 2).Sum(i => (m[i, 0] * t.X[0]) + (m[i, 1] * t.X[1]));
        whole.Length!.Value.ShouldBe(Over(steps) / Over(part), 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_Ghosh_inverse_gives_the_same_lengths() => Prop.ForAll(AnyTable, t =>
    {
        using SmallTable table = t.Table();
        IReadOnlyList<PropagationLength> rows = Supply.Propagation(table.Open(), Basis.RowSum, "JPN", "KOR", null, "all").Rows;
        double[,] g = Inverse(Less(Identity(6), Fill(6, 6, (i, j) => t.Z[i, j] / t.X[i])));
        double[,] beyond = Less(g, Identity(6));
        double[,] weighed = Times(g, beyond);
        for (int i = 0; i < 2; i++)
        {
            for (int j = 2; j < 4; j++)
            {
                if (rows.Single(r => r.SupplierSector == Sectors[i] && r.UserSector == Sectors[j - 2]).Length is { } length)
                {
                    length.ShouldBe(weighed[i, j] / beyond[i, j], 1e-9);
                }
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_length_of_the_real_table_is_one_or_more_or_unknown()
    {
        IReadOnlyList<PropagationLength> rows = Supply.Propagation(Golden.Table2011(), Basis.RowSum, "KOR,LUX", "all", null, "all").Rows;
        rows.ShouldAllBe(r => r.Length == null || r.Length >= 1);
        rows.Count(r => r.Length > 1).ShouldBeGreaterThan(50_000);
    }

    [Fact]
    public void More_rows_than_a_result_may_hold_are_refused() =>
        Should.Throw<FaultException>(() => Supply.Propagation(Golden.Table2011(), Basis.RowSum, "all", "all", null, "all")).Fault.Kind.Code.ShouldBe("supply.too-many-rows");
}
