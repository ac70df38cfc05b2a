using System.Text.Json;

namespace Linchpin.Supply.Tests.Balance;

public sealed class BalanceTests
{
    [Fact]
    public void The_report_on_2011_has_the_figures_that_the_tables_packers_state()
    {
        // From the packers' own checks of the yearly tables: cells, gap of the world, worst row, zero outputs, negative cells.
        BalanceReport report = Supply.Check(Golden.Table2011());
        report.Intermediate.NonZero.ShouldBe(413_525);
        report.Final.NonZero.ShouldBe(51_657);
        report.Intermediate.Total.ShouldBe(72_440_092);
        report.Final.Total.ShouldBe(69_268_600);
        report.ReportedOutput.ShouldBe(141_767_904);
        (report.WorldGap!.Value * 100).ShouldBe(0.0418, 0.00005);
        Math.Abs(report.LargestGaps[0].Gap).ShouldBe(108);
        report.Bases.Single(b => b.Basis == Basis.Reported).ZeroOutput.Count.ShouldBe(22);
        report.Intermediate.Negative.ShouldBe(0);
        report.Final.Negative.ShouldBe(352);
        report.Bases.Single(b => b.Basis == Basis.Reported).NegativeValueAdded.ShouldBeEmpty();
    }

    [Fact]
    public void The_report_names_every_industry_that_is_out_of_order()
    {
        using SmallTable table = SmallTable.Of(
            ["KOR", "JPN"], ["g", "s"],
            new double[,] { { 10, 0, 5, 0 }, { 0, 0, 3, 0 }, { 4, 7, 90, 6 }, { 0, 0, 1, 2 } },
            new double[,] { { 50, 5 }, { 0, -3 }, { -60, 3 }, { 0, 30 } });
        string x = Path.Combine(table.Folder, "x_2020.csv");
        File.WriteAllText(x, "country,sector,output\nKOR,g,75\nKOR,s,0\nJPN,g,50\nJPN,s,33\n");
        BalanceReport report = Supply.Check(table.Open());
        BasisCheck sums = report.Bases[0];
        sums.ZeroOutput.ShouldBe([new Industry("KOR", "s")]);
        sums.InputsWithoutOutput.ShouldBe([new IndustryAmount("KOR", "s", 7)]);
        sums.NegativeValueAdded.ShouldBe([new IndustryAmount("KOR", "s", -7), new IndustryAmount("JPN", "g", -49)]);
        report.LargestGaps[0].ShouldBe(new RowGap("KOR", "g", 75, 70));
        report.Final.Negative.ShouldBe(2);
        report.Words.ShouldContain("KOR g");
        report.Words.ShouldContain("USD million");
    }

    [Fact]
    public void The_report_in_JSON_says_unit_basis_and_hash()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Supply.Check(Golden.Table2008()).WriteTo(json);
        }

        using JsonDocument read = JsonDocument.Parse(buffer.WrittenMemory);
        read.RootElement.GetProperty("unit").GetString().ShouldBe("USD million");
        read.RootElement.GetProperty("hash").GetString()!.Length.ShouldBe(64);
        read.RootElement.GetProperty("bases").GetProperty("rowsum").GetProperty("zero_output").GetArrayLength().ShouldBe(
            read.RootElement.GetProperty("bases").GetProperty("rowsum").GetProperty("zero_output_count").GetInt32());
        read.RootElement.GetProperty("descriptor").GetString().ShouldBe("built in: wiod2013");
    }

    [Fact]
    public void A_table_without_published_output_has_one_basis_and_says_so()
    {
        using SmallTable table = SmallTable.Good();
        table.Replace("table.json", "\"output\": \"x_{year}.csv\",", "");
        InputOutputTable open = table.Open();
        BalanceReport report = Supply.Check(open);
        report.Bases.Count.ShouldBe(1);
        report.WorldGap.ShouldBeNull();
        report.Words.ShouldContain("no output is published");
        Should.Throw<Claims.FaultException>(() => Supply.Exposures(open, Basis.Reported, "KOR", "JPN")).Fault.Kind.Code.ShouldBe("supply.basis-unavailable");
    }
}
