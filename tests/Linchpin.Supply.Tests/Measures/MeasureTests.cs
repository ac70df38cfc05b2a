using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Measures;

public sealed class MeasureTests
{
    [Fact]
    public void Value_added_in_exports_adds_up_to_gross_exports_on_both_bases()
    {
        foreach (Basis basis in Enum.GetValues<Basis>())
        {
            foreach (ValueAddedInExports found in Supply.ValueAdded(Golden.Table2011(), basis, "all"))
            {
                (found.ByOrigin.Sum(o => o.Amount) / found.Gross).ShouldBe(1, 1e-12, $"{found.Exporter} on {basis.Word()}");
                (found.DomesticShare!.Value + found.ForeignShare!.Value).ShouldBe(1, 1e-12);
            }
        }
    }

    [Fact]
    public void A_country_that_exports_nothing_has_unknown_shares()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 3, 0 }, { 1, 2 } }, new double[,] { { 9, 0 }, { 0, 9 } });
        ValueAddedInExports found = Supply.ValueAdded(table.Open(), Basis.RowSum, "KOR").Single();
        found.Gross.ShouldBe(0);
        found.DomesticShare.ShouldBeNull();
        found.ForeignShare.ShouldBeNull();
        found.ByOrigin.ShouldAllBe(o => o.Share == null);
    }

    [Fact]
    public void Positions_of_a_chain_are_the_stages_counted_by_hand()
    {
        // Ore (KOR) goes whole into metal (JPN), metal whole into machines (USA), machines to final use: upstreamness 3, 2, 1.
        using SmallTable table = SmallTable.Of(
            ["KOR", "JPN", "USA"], ["g"], new double[,] { { 0, 10, 0 }, { 0, 0, 20 }, { 0, 0, 0 } }, new double[,] { { 0, 0, 0 }, { 0, 0, 0 }, { 10, 10, 10 } });
        IReadOnlyList<IndustryPosition> rows = Supply.Positions(table.Open(), Basis.RowSum).Rows;
        rows.Select(r => r.Upstreamness!.Value).ShouldBe([3, 2, 1]);

        // A = 1/2 and 2/3: D = 1; 1 + 1/2; 1 + 2/3 + 1/3.
        rows.Select(r => Math.Round(r.Downstreamness!.Value, 12)).ShouldBe([1, 1.5, 2]);
    }

    [Fact]
    public void Upstreamness_counts_what_an_industry_without_output_buys()
    {
        // B_12 = 4 / 16, and the idle industry stands at 1: U_1 = 1 + (6/16) U_1 + (4/16) 1 = 2.
        using SmallTable table = SmallTable.Of(["KOR"], ["g", "s"], new double[,] { { 6, 4 }, { 0, 0 } }, new double[,] { { 6 }, { 0 } });
        IReadOnlyList<IndustryPosition> rows = Supply.Positions(table.Open(), Basis.RowSum).Rows;
        rows[0].Upstreamness!.Value.ShouldBe(2, 1e-12);
        rows[1].Upstreamness.ShouldBeNull();
    }

    [Fact]
    public void Extraction_of_the_textbook_table_is_the_one_solved_by_hand()
    {
        // Miller and Blair's table as two countries. Without JPN's 200 to KOR: A2 = [0.15 0.25; 0 0.05], f = [350; 1700].
        // x2_JPN = 1700 / 0.95; x2_KOR = (350 + 0.25 x2_JPN) / 0.85.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });
        HypotheticalExtraction found = Supply.Extract(table.Open(), Basis.RowSum, "JPN:g", "KOR");
        double japan = 1700 / 0.95;
        double korea = (350 + (0.25 * japan)) / 0.85;
        found.ByRegion[0].Output.ShouldBe(1000 - korea, 1e-9);
        found.ByRegion[1].Output.ShouldBe(2000 - japan, 1e-9);
        found.World.Gdp.ShouldBe((0.65 * (1000 - korea)) + (0.70 * (2000 - japan)), 1e-9);
        found.ByRegion[1].GdpPercent!.Value.ShouldBe(100 * (2000 - japan) / 2000, 1e-9);
    }

    [Fact]
    public void Intermediate_and_final_flows_taken_apart_lose_no_more_than_taken_together()
    {
        double Loss(Flows flows) => Supply.Extract(Golden.Table2011(), Basis.RowSum, "CHN:c3-c16", "KOR,JPN", flows).World.Gdp;
        double both = Loss(Flows.Both);
        both.ShouldBeGreaterThan(Loss(Flows.Intermediate));
        both.ShouldBeGreaterThan(Loss(Flows.Final));
        both.ShouldBeLessThan(Loss(Flows.Intermediate) + Loss(Flows.Final));
    }

    [Fact]
    public void Every_export_stop_in_closed_form_is_the_extraction_of_that_industry()
    {
        foreach (Basis basis in Enum.GetValues<Basis>())
        {
            ChokepointList list = Supply.Chokepoints(Golden.Table2011(), basis, "KOR,JPN,USA", top: 3);
            list.Rows.Count.ShouldBe(3);
            foreach (Chokepoint point in list.Rows)
            {
                string abroad = string.Join(',', Golden.Table2011().Countries.Select(c => c.Code).Where(c => c != point.Country));
                HypotheticalExtraction alone = Supply.Extract(Golden.Table2011(), basis, $"{point.Country}:{point.Sector}", abroad);
                (point.WorldGdpLoss / alone.World.Gdp).ShouldBe(1, 1e-9);
                (point.OwnGdpLoss / alone.ByRegion.Single(r => r.Region == point.Country).Gdp).ShouldBe(1, 1e-9);
                foreach (PartnerLoss loss in point.ByPartner)
                {
                    RegionLoss region = alone.ByRegion.Single(r => r.Region == loss.Partner);
                    (loss.GdpLoss / region.Gdp).ShouldBe(1, 1e-9);
                    (loss.GdpPercent!.Value / region.GdpPercent!.Value).ShouldBe(1, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Chokepoints_are_ranked_by_the_partners_loss_and_never_name_the_rest_of_the_world()
    {
        ChokepointList list = Supply.Chokepoints(Golden.Table2011(), Basis.RowSum, "KOR,JPN,IND", top: 2000);
        list.Rows.Count.ShouldBe(list.Considered);
        list.Rows.ShouldNotContain(r => r.Country == "ROW");
        list.Rows.Select(r => r.GroupGdpLoss).ShouldBe(list.Rows.Select(r => r.GroupGdpLoss).OrderDescending());
        Chokepoint own = list.Rows.First(r => r.Country == "KOR");
        own.GroupGdpLoss.ShouldBe(own.ByPartner.Where(p => p.Partner != "KOR").Sum(p => p.GdpLoss), 1e-9);
        own.ByPartner[0].GdpLoss.ShouldBe(own.OwnGdpLoss, 1e-6);
    }

    [Theory]
    [InlineData("CHN", "supply.deliveries")]
    [InlineData("CHN:", "supply.deliveries")]
    [InlineData("CHN:c14:c15", "supply.deliveries")]
    [InlineData("CHN:c99", "supply.sector-unknown")]
    [InlineData("XXX:c14", "supply.country-unknown")]
    public void Deliveries_that_are_not_country_and_sectors_are_refused(string from, string code) =>
        Should.Throw<FaultException>(() => Supply.Extract(Golden.Table2008(), Basis.RowSum, from, "KOR")).Fault.Kind.Code.ShouldBe(code);

    [Fact]
    public void Words_that_are_no_flows_and_numbers_that_are_no_rows_are_refused()
    {
        FlowsText.Parse("Both").ShouldBe(Flows.Both);
        Should.Throw<FaultException>(() => FlowsText.Parse("some")).Fault.Kind.Code.ShouldBe("supply.flows-unknown");
        Should.Throw<FaultException>(() => Supply.Chokepoints(Golden.Table2008(), Basis.RowSum, "KOR", 0)).Fault.Kind.Code.ShouldBe("supply.top");
    }

    [Fact]
    public void Every_measure_in_JSON_has_its_label_and_the_fields_that_the_commands_promise()
    {
        InputOutputTable table = Golden.Table2008();
        Fields(w => Supply.ValueAdded(table, Basis.RowSum, "KOR")[0].WriteTo(w)).ShouldHaveLabelAnd("gross", "dva_share", "fva_share", "by_origin");
        Fields(w => Supply.Positions(table, Basis.RowSum).WriteTo(w)).ShouldHaveLabelAnd("rows");
        Fields(w => Supply.Extract(table, Basis.RowSum, "CHN:c14", "KOR").WriteTo(w)).ShouldHaveLabelAnd("by_region", "world");
        Fields(w => Supply.Chokepoints(table, Basis.RowSum, "KOR").WriteTo(w)).ShouldHaveLabelAnd("rows", "partners");
        Fields(w => Supply.Exposures(table, Basis.RowSum, "KOR", "CHN").WriteTo(w)).ShouldHaveLabelAnd("rows");
    }

    private static string[] Fields(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        using JsonDocument read = JsonDocument.Parse(buffer.WrittenMemory);
        return [.. read.RootElement.EnumerateObject().Select(p => p.Name)];
    }
}

internal static class FieldAssertions
{
    internal static void ShouldHaveLabelAnd(this string[] found, params string[] own)
    {
        foreach (string field in own.Concat(["table", "year", "basis", "unit", "hash", "balance"]))
        {
            found.ShouldContain(field);
        }
    }
}
