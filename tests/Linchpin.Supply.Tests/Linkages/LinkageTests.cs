using FsCheck;
using FsCheck.Fluent;
using static Linchpin.Supply.Tests.PlainAlgebra;

namespace Linchpin.Supply.Tests.Linkages;

public sealed class LinkageTests
{
    /// <summary>Miller and Blair (2009), section 3.3: two regions, three sectors in the one and two in the other; the third of the second has no output.</summary>
    private static SmallTable TwoRegions() => SmallTable.Of(
        ["KOR", "JPN"], ["one", "two", "three"],
        new double[,]
        {
            { 150, 500, 50, 25, 75, 0 },
            { 200, 100, 400, 200, 100, 0 },
            { 300, 500, 50, 60, 40, 0 },
            { 75, 100, 60, 200, 250, 0 },
            { 50, 25, 25, 150, 100, 0 },
            { 0, 0, 0, 0, 0, 0 },
        },
        new double[,] { { 200, 0 }, { 1000, 0 }, { 50, 0 }, { 0, 515 }, { 0, 450 }, { 0, 0 } });

    [Fact]
    public void The_inverse_of_the_textbooks_two_regions_is_the_textbooks()
    {
        using SmallTable table = TwoRegions();
        var model = table.Open().Model(Basis.RowSum);
        model.X.ShouldBe([1000, 2000, 1000, 1200, 800, 0]);
        double[,] printed =
        {
            { 1.4234, 0.4652, 0.2909, 0.1917, 0.3041 },
            { 0.6346, 1.4237, 0.6707, 0.4092, 0.4558 },
            { 0.6383, 0.5369, 1.3363, 0.2501, 0.3108 },
            { 0.2672, 0.2000, 0.1973, 1.3406, 0.5473 },
            { 0.1468, 0.0908, 0.0926, 0.2155, 1.2538 },
        };
        for (int i = 0; i < 5; i++)
        {
            for (int j = 0; j < 5; j++)
            {
                model.L[i, j].ShouldBe(printed[i, j], 0.00005);
            }
        }
    }

    [Fact]
    public void Linkages_of_the_textbooks_two_regions_are_sums_of_its_inverse()
    {
        using SmallTable table = TwoRegions();
        IReadOnlyList<IndustryLinkage> rows = Supply.Linkages(table.Open(), Basis.RowSum).Rows;

        // First column of the printed inverse: 1.4234 + 0.6346 + 0.6383 at home, 0.2672 + 0.1468 abroad.
        rows[0].BackwardHome!.Value.ShouldBe(2.6963, 0.0002);
        rows[0].Backward!.Value.ShouldBe(3.1103, 0.0003);
        rows[0].BackwardDirect!.Value.ShouldBe(0.775, 1e-12);

        // x_i of 1000 goes to production but for 200.
        rows[0].ForwardDirect!.Value.ShouldBe(0.8, 1e-12);

        // First row of the inverse times x over x_1: (1.4234 1000 + 0.4652 2000 + 0.2909 1000 + 0.1917 1200 + 0.3041 800) / 1000.
        rows[0].Forward!.Value.ShouldBe(3.1180, 0.0004);
        rows[5].ShouldSatisfyAllConditions(r => r.Backward.ShouldBeNull(), r => r.Forward.ShouldBeNull(), r => r.Sensitivity.ShouldBeNull(), r => r.Type.ShouldBeNull());
    }

    [Fact]
    public void Linkages_of_the_textbook_table_are_those_worked_by_hand()
    {
        // B = [0.15 0.50; 0.10 0.05], G = [0.95 0.50; 0.10 0.85] / 0.7575; L = [0.95 0.25; 0.20 0.85] / 0.7575.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        IReadOnlyList<IndustryLinkage> rows = Supply.Linkages(table.Open(), Basis.RowSum).Rows;
        rows[0].Forward!.Value.ShouldBe(1.45 / 0.7575, 1e-12);
        rows[0].ForwardHome!.Value.ShouldBe(0.95 / 0.7575, 1e-12);
        rows[1].Forward!.Value.ShouldBe(0.95 / 0.7575, 1e-12);
        rows[0].Backward!.Value.ShouldBe(1.15 / 0.7575, 1e-12);
        rows[1].Backward!.Value.ShouldBe(1.10 / 0.7575, 1e-12);
        rows[0].BackwardNormalised!.Value.ShouldBe(1.15 / 1.125, 1e-12);
        rows[0].ForwardNormalised!.Value.ShouldBe(1.45 / 1.20, 1e-12);
        rows[0].Sensitivity!.Value.ShouldBe(1.20 / 1.125, 1e-12);

        // Column 1 over its mean 0.575: deviations of 0.375 both ways, n - 1 = 1.
        rows[0].BackwardVariation!.Value.ShouldBe(Math.Sqrt(2 * 0.375 * 0.375) / 0.575, 1e-12);
        rows.Select(r => r.Type).ShouldBe(["key", "weak"]);
    }

    [Fact]
    public void The_Ghosh_inverse_by_similarity_is_the_inverse_of_I_less_B_and_carries_value_added_to_output() => Prop.ForAll(AnyTable, t =>
    {
        using SmallTable table = t.Table();
        var model = table.Open().Model(Basis.RowSum);
        double[,] g = Inverse(Less(Identity(6), Fill(6, 6, (i, j) => t.Z[i, j] / t.X[i])));
        IReadOnlyList<IndustryLinkage> rows = Supply.Linkages(table.Open(), Basis.RowSum).Rows;
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                (model.L[i, j] * model.X[j] / model.X[i]).ShouldBe(g[i, j], 1e-12);
            }

            rows[i].Forward!.Value.ShouldBe(Enumerable.Range(0, 6).Sum(j => g[i, j]), 1e-12);

            // va' G = x'.
            Enumerable.Range(0, 6).Sum(k => model.ValueAdded[k] * g[k, i]).ShouldBe(t.X[i], 1e-9);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Forward_linkage_is_upstreamness_and_backward_linkage_downstreamness()
    {
        var positions = Supply.Positions(Golden.Table2011(), Basis.RowSum).Rows;
        var linkages = Supply.Linkages(Golden.Table2011(), Basis.RowSum).Rows;
        linkages.Select(l => l.Forward).ShouldBe(positions.Select(p => p.Upstreamness));
        linkages.Select(l => l.Backward).ShouldBe(positions.Select(p => p.Downstreamness));
        linkages.Where(l => l.X != 0).Average(l => l.BackwardNormalised!.Value).ShouldBe(1, 1e-12);
        linkages.Where(l => l.X != 0).Average(l => l.ForwardNormalised!.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Sales_of_the_textbook_table_go_where_they_are_worked_out_to_go_by_hand()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        IReadOnlyList<IndustryAllocation> rows = Supply.Allocations(table.Open(), Basis.RowSum, "KOR", "all", "g").Rows;
        IndustryAllocation japan = rows.Single(r => (r.User, r.Sector) == ("JPN", "g"));
        japan.ToProduction.ShouldBe(0.5);
        japan.ToFinalDemand.ShouldBe(0);
        japan.Reach!.Value.ShouldBe(0.50 / 0.7575, 1e-12);
        japan.Absorbed!.Value.ShouldBe(0.25 / 0.7575 * 1700 / 1000, 1e-12);
        rows.Single(r => (r.User, r.Sector) == ("KOR", "g")).Reach!.Value.ShouldBe((0.95 / 0.7575) - 1, 1e-12);
    }

    [Fact]
    public void Sales_and_absorption_add_up_to_the_whole_output()
    {
        foreach (var product in Supply.Allocations(Golden.Table2011(), Basis.RowSum, "KOR,CHN,ROW", "all").Rows.Where(r => r.X > 0).GroupBy(r => (r.Supplier, r.Sector)))
        {
            product.Sum(r => r.ToProduction!.Value + r.ToFinalDemand!.Value).ShouldBe(1, 1e-12);
            product.Sum(r => r.Absorbed!.Value).ShouldBe(1, 1e-11);
        }
    }
}
