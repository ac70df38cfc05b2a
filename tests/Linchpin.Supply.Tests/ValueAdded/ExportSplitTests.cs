using FsCheck;
using FsCheck.Fluent;
using static Linchpin.Supply.Tests.PlainAlgebra;

namespace Linchpin.Supply.Tests.ValueAdded;

public sealed class ExportSplitTests
{
    [Fact]
    public void The_split_of_the_textbook_table_is_the_one_worked_by_hand()
    {
        // Miller and Blair (2009), section 2.3, as two countries: A = [0.15 0.25; 0.20 0.05], v = [0.65 0.70], f = [350; 1700],
        // B = [0.95 0.25; 0.20 0.85] / 0.7575. KOR sells 500 of inputs to JPN and nothing else abroad; L_KK = 1 / 0.85.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        ExportSplit row = Supply.Split(table.Open(), Basis.RowSum, "KOR", detail: true).Rows[0];
        (row.Exporter, row.To, row.Sector, row.Gross).ShouldBe(("KOR", "JPN", "ALL", 500));
        row.Dva.ShouldBe(0.65 / 0.85 * 500, 1e-9);
        row.Ddc.ShouldBe(0.65 * ((0.95 / 0.7575) - (1 / 0.85)) * 500, 1e-9);

        // Without KOR's exports of inputs A' = [0.15 0; 0.20 0.05], so B'_JK = 0.20 / (0.85 * 0.95).
        row.Fva.ShouldBe(0.70 * 0.20 / (0.85 * 0.95) * 500, 1e-9);
        row.Fdc.ShouldBe((0.70 * 0.20 / 0.7575 * 500) - row.Fva, 1e-9);
        row.Davax.ShouldBe(0.65 / 0.85 * 0.25 / 0.95 * 1700, 1e-9);

        // KOR's own final demand calls forth 0.20 / 0.7575 * 350 in JPN.
        row.Ref.ShouldBe(0.65 / 0.85 * 0.25 * 0.20 / 0.7575 * 350, 1e-9);
        row.Vax.ShouldBe(row.AbsorbedIn![1], 1e-9);
        row.Ref.ShouldBe(row.AbsorbedIn[0], 1e-9);
        row.ForeignOrigin!.ShouldBe([0, row.Fva]);
        (row.Dva + row.Ddc + row.Fva + row.Fdc).ShouldBe(500, 1e-9);
        (row.GvcBackward + row.GvcForward).ShouldBe(row.Gvc, 1e-9);
    }

    [Fact]
    public void Every_term_is_the_one_of_the_published_equation() => Prop.ForAll(AnyTable, t =>
    {
        using SmallTable table = t.Table();
        IReadOnlyList<ExportSplit> rows = Supply.Split(table.Open(), Basis.RowSum, "all", bySector: true, detail: true).Rows;
        double[,] a = t.A, b = t.L;
        for (int s = 0; s < 3; s++)
        {
            // B' with s selling no inputs abroad.
            double[,] cut = Inverse(Less(Identity(6), Fill(6, 6, (i, j) => i / 2 == s && j / 2 != s ? 0 : a[i, j])));
            for (int r = 0; r < 3; r++)
            {
                double[,] alone = Inverse(Less(Identity(2), Fill(2, 2, (i, j) => a[(2 * r) + i, (2 * r) + j])));
                double[] met = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(0, 2).Sum(j => alone[i, j] * t.Y[(2 * r) + j, r]))];
                for (int q = 0; q < 2 && r != s; q++)
                {
                    int i = (2 * s) + q;
                    ExportSplit row = rows.Single(x => x.Exporter == Countries[s] && x.To == Countries[r] && x.Sector == Sectors[q]);
                    double e = t.Y[i, r] + t.Z[i, 2 * r] + t.Z[i, (2 * r) + 1];
                    double home = Own(cut, s, i);
                    row.Gross.ShouldBe(e, 1e-9);
                    row.Dva.ShouldBe(home * e, 1e-9);
                    row.Ddc.ShouldBe((Own(b, s, i) - home) * e, 1e-9);
                    double foreign = Enumerable.Range(0, 3).Where(c => c != s).Sum(c => Own(cut, c, i));
                    row.Fva.ShouldBe(foreign * e, 1e-9);
                    row.Fdc.ShouldBe((Enumerable.Range(0, 3).Where(c => c != s).Sum(c => Own(b, c, i)) - foreign) * e, 1e-9);
                    row.Davax.ShouldBe(home * (t.Y[i, r] + (a[i, 2 * r] * met[0]) + (a[i, (2 * r) + 1] * met[1])), 1e-9);
                    row.Ref.ShouldBe(home * Enumerable.Range(2 * r, 2).Sum(j => a[i, j] * Enumerable.Range(0, 6).Sum(k => b[j, k] * t.Y[k, s])), 1e-9);
                }
            }
        }

        double Own(double[,] inverse, int country, int column) => Enumerable.Range(2 * country, 2).Sum(k => t.V[k] * inverse[k, column]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_sink_based_split_differs_by_importer_and_agrees_for_the_world() => Prop.ForAll(AnyTable, t =>
    {
        using SmallTable table = t.Table();
        IReadOnlyList<ExportSplit> rows = Supply.Split(table.Open(), Basis.RowSum, "KOR").Rows;
        double[,] a = t.A, b = t.L;
        double[,] cut = Inverse(Less(Identity(6), Fill(6, 6, (i, j) => i < 2 && j >= 2 ? 0 : a[i, j])));
        double[] exports = [.. Enumerable.Range(0, 2).Select(i => Enumerable.Range(2, 4).Sum(j => t.Z[i, j]) + t.Y[i, 1] + t.Y[i, 2])];

        // Sink-based (Borin and Mancini 2019): double counting is what comes home and is exported again, DDC = v_s B_ss A_sr B'_rs E_s.
        double[] sink = [.. Enumerable.Range(1, 2).Select(r => Enumerable.Range(0, 2).Sum(i =>
            ((t.V[0] * b[0, i]) + (t.V[1] * b[1, i])) * Enumerable.Range(2 * r, 2).Sum(j => a[i, j] * ((cut[j, 0] * exports[0]) + (cut[j, 1] * exports[1])))))];
        rows.Single(x => x.To == "world").Ddc.ShouldBe(sink.Sum(), 1e-9);
        (rows.Where(x => x.To != "world").Sum(x => x.Ddc) / sink.Sum()).ShouldBe(1, 1e-9);
        if (sink.Sum() > 1e-3)
        {
            Math.Abs(rows[0].Ddc - sink[0]).ShouldBeGreaterThan(1e-9);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_split_adds_up_to_gross_exports_and_to_value_added_by_origin_on_the_real_table()
    {
        foreach (Basis basis in Enum.GetValues<Basis>())
        {
            IReadOnlyList<ExportSplit> rows = Supply.Split(Golden.Table2011(), basis, "all").Rows;
            var origins = Supply.ValueAdded(Golden.Table2011(), basis, "all").ToDictionary(v => v.Exporter);
            foreach (var exporter in rows.GroupBy(r => r.Exporter))
            {
                ExportSplit world = exporter.Single(r => r.To == ExportSplit.World);
                foreach (ExportSplit row in exporter)
                {
                    (row.Dc + row.Fc - row.Gross).ShouldBe(0, 1e-12 * Math.Max(1, row.Gross), $"{row.Exporter} to {row.To} on {basis.Word()}");
                }

                (exporter.Where(r => r != world).Sum(r => r.Dva) / world.Dva).ShouldBe(1, 1e-12);
                (exporter.Where(r => r != world).Sum(r => r.Ref) / world.Ref).ShouldBe(1, 1e-12);
                (world.Gross / origins[exporter.Key].Gross).ShouldBe(1, 1e-12);
                (world.Dc / world.Gross).ShouldBe(origins[exporter.Key].DomesticShare!.Value, 1e-12);
                (world.Fc / world.Gross).ShouldBe(origins[exporter.Key].ForeignShare!.Value, 1e-12);
            }
        }
    }

    [Fact]
    public void What_is_absorbed_adds_up_to_domestic_value_added_where_rows_balance()
    {
        foreach (ExportSplit row in Supply.Split(Golden.Table2011(), Basis.RowSum, "KOR,CHN,ROW", "JPN,USA", detail: true).Rows)
        {
            (row.AbsorbedIn!.Sum() / row.Dva).ShouldBe(1, 1e-11);
            (row.ForeignOrigin!.Sum() / row.Fva).ShouldBe(1, 1e-12);
            int home = Golden.Table2011().Countries.ToList().FindIndex(c => c.Code == row.Exporter);
            (row.AbsorbedIn![home] / row.Ref).ShouldBe(1, 1e-11);
        }
    }

    [Fact]
    public void Sectors_add_up_to_all_of_those_asked_for()
    {
        IReadOnlyList<ExportSplit> rows = Supply.Split(Golden.Table2011(), Basis.RowSum, "KOR", "JPN", "c3-c16", bySector: true).Rows;
        rows.Count.ShouldBe(30);
        foreach (var importer in rows.GroupBy(r => r.To))
        {
            ExportSplit all = importer.Last();
            all.Sector.ShouldBe("ALL");
            foreach (Func<ExportSplit, double> term in new Func<ExportSplit, double>[] { r => r.Gross, r => r.Dva, r => r.Davax, r => r.Ref, r => r.Ddc, r => r.Fva, r => r.Fdc })
            {
                (importer.Where(r => r != all).Sum(term) / term(all)).ShouldBe(1, 1e-12);
            }
        }
    }
}
