namespace Linchpin.Supply.Tests.Import;

/// <summary>Tables in the layouts that providers publish. Where nothing else is said, the cell of row i and column j as published is
/// (3 i + 5 j) mod 7 + 1, and 20 more within one region; of final demand (2 i + c) mod 5 + 1, 30 more at home, and 4 less in the last category
/// of the first country.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Published _published = new();

    [Fact]
    public void An_ICIO_table_of_2025_has_its_cells_codes_with_an_underscore_and_published_output()
    {
        InputOutputTable t = _published.Open("icio2025", "icio2025", "2020_SML.csv");
        t.Year.ShouldBe(2020);
        t.Countries.Select(c => c.Code).ShouldBe(["KOR", "JPN", "ROW"]);
        t.Countries.Single(c => c.RestOfWorld).Code.ShouldBe("ROW");
        t.Sectors.Select(s => s.Code).ShouldBe(["A01", "C17_18", "C26"]);
        t.Sectors.Where(s => s.Manufacturing).Select(s => s.Code).ShouldBe(["C17_18", "C26"]);
        t.Sectors[2].Name.ShouldBe("Computer, electronic and optical products");
        t.Categories.ShouldBe(["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"]);
        EveryCellFollowsTheFormula(t, 3, 3, 6);
        t.Output.ShouldNotBeNull();
        t.Descriptor.Unit.ShouldBe("USD million");
        Supply.Check(t).Verdict.ShouldBe(BalanceVerdict.Balanced);
    }

    [Fact]
    public void The_parts_of_China_and_Mexico_are_added_up_to_the_countries_of_final_demand()
    {
        // Regions in the file: KOR 0-1, CN1 2-3, CN2 4-5, ROW 6-7, MX1 8-9, MX2 10-11; two sectors each.
        InputOutputTable t = _published.Open("icio2023", "icio2023", "2018.csv");
        t.Countries.Select(c => c.Code).ShouldBe(["KOR", "CHN", "ROW", "MEX"]);
        double F(int i, int j) => (((3 * i) + (5 * j)) % 7) + 1 + (i / 2 == j / 2 ? 20 : 0);
        Published.Z(t, "KOR", "26", "CHN", "03").ShouldBe(F(1, 2) + F(1, 4));
        Published.Z(t, "CHN", "26", "CHN", "26").ShouldBe(F(3, 3) + F(3, 5) + F(5, 3) + F(5, 5));
        Published.Z(t, "MEX", "03", "ROW", "26").ShouldBe(F(8, 7) + F(10, 7));
        Published.Y(t, "CHN", "03", "KOR", "HFCE").ShouldBe((((2 * 2) + 0) % 5) + 1 + (((2 * 4) + 0) % 5) + 1);
        Supply.Check(t).Verdict.ShouldBe(BalanceVerdict.Balanced);
    }

    [Fact]
    public void Rows_of_zeros_of_China_itself_beside_its_parts_change_nothing_and_taxes_of_every_country_are_primary_inputs()
    {
        // Regions in the file: KOR 0-1, MEX, CHN of zeros 2-5 but with columns of zeros, ROW 6-7, MX1 8-9, MX2 10-11, CN1 12-13, CN2 14-15.
        StoredDataset made = _published.Import("icio2021", Published.At("icio2021", "ICIO2021_2015.csv"));
        InputOutputTable t = made.Table;
        t.Countries.Select(c => c.Code).ShouldBe(["KOR", "MEX", "CHN", "ROW"]);
        double F(int i, int j) => (((3 * i) + (5 * j)) % 7) + 1 + (i / 2 == j / 2 ? 20 : 0);
        Published.Z(t, "CHN", "01T02", "KOR", "26").ShouldBe(F(12, 1) + F(14, 1));
        Published.Z(t, "MEX", "26", "MEX", "26").ShouldBe(F(9, 9) + F(9, 11) + F(11, 9) + F(11, 11));
        made.Notes.Single().ShouldContain("CN1, CN2");
        Supply.Check(t).ColumnGapShare.ShouldBe(0);
        t.Year.ShouldBe(2015);
    }

    [Fact]
    public void Both_files_of_FIGARO_give_one_table_with_ISO_codes_and_no_published_output()
    {
        InputOutputTable flat = Supply.Import("figaro", [Published.At("figaro-flat", "flatfile_eu-ic-io_ind-by-ind_24ed_2019.csv")], _published.Out).Table;
        using var other = new Published();
        InputOutputTable matrix = other.Open("figaro", "figaro-matrix", "matrix_eu-ic-io_ind-by-ind_24ed_2019.csv");
        foreach (InputOutputTable t in new[] { flat, matrix })
        {
            t.Countries.Select(c => c.Code).ShouldBe(["KOR", "GRC", "ROW"]);
            t.Countries[2].RestOfWorld.ShouldBeTrue();
            t.Sectors.Select(s => s.Code).ShouldBe(["A01", "C26", "M69_70"]);
            t.Descriptor.Unit.ShouldBe("EUR million");
            t.Year.ShouldBe(2019);
            t.Output.ShouldBeNull();
            EveryCellFollowsTheFormula(t, 3, 3, 5);
            BalanceReport check = Supply.Check(t);
            check.RowGapShare.ShouldBeNull();
            check.ColumnGapShare.ShouldBe(0);
        }

        Supply.Exposures(matrix, Basis.RowSum, "EL", "FIGW1").Rows.ShouldNotBeEmpty("the codes of the file are accepted in requests");
    }

    [Fact]
    public void EXIOBASE_gives_the_same_table_from_flows_and_from_coefficients_with_output()
    {
        InputOutputTable flows = _published.Open("exiobase3", "exiobase3", "IOT_2011_ixi");
        using var other = new Published();
        InputOutputTable coefficients = other.Open("exiobase3", "exiobase3-coefficients", "IOT_2011_ixi");
        EveryCellFollowsTheFormula(flows, 3, 2, 3);
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                coefficients.Z[i, j].ShouldBe(flows.Z[i, j], 1e-12);
            }
        }

        flows.Countries.Select(c => (c.Code, c.RestOfWorld)).ShouldBe([("KOR", false), ("GBR", false), ("WA", true)]);
        flows.Sectors.Select(s => (s.Code, s.Manufacturing)).ShouldBe([("i01.b", false), ("i30", true)]);
        coefficients.Sectors.Select(s => s.Code).ShouldBe(["s001", "s002"]);
        flows.Year.ShouldBe(2011);
        flows.Descriptor.Unit.ShouldBe("EUR million");
    }

    [Fact]
    public void Eora_is_in_thousands_and_what_the_rest_of_the_world_does_not_have_is_absent_and_not_zero()
    {
        InputOutputTable t = _published.Open("eora26", "eora26");
        t.Descriptor.Unit.ShouldBe("USD thousand");
        t.Descriptor.Prices.ShouldBe("current, basic prices");
        t.Countries.Select(c => c.Code).ShouldBe(["KOR", "VNM", "ROW"]);
        t.Sectors.Select(s => (s.Code, s.Manufacturing)).ShouldBe([("s01", false), ("s02", true), ("TOTAL", false)]);
        t.Categories.ShouldBe(["P.3h", "P.51", "P.52"]);
        t.Absent.ShouldBe([new Industry("KOR", "TOTAL"), new Industry("VNM", "TOTAL"), new Industry("ROW", "s01"), new Industry("ROW", "s02")]);

        // Rows of the file: KOR 0-1, VNM 2-3, ROW 4.
        Published.Z(t, "VNM", "s02", "ROW", "TOTAL").ShouldBe((((3 * 3) + (5 * 4)) % 7) + 1);
        Published.Z(t, "KOR", "s01", "KOR", "s02").ShouldBe((((3 * 0) + (5 * 1)) % 7) + 1 + 20);
        BalanceReport check = Supply.Check(t);
        check.Verdict.ShouldBe(BalanceVerdict.Balanced);
        check.Bases[0].ZeroOutput.ShouldBeEmpty("a place that the source does not have is not an industry without output");
        check.Words.ShouldContain("4 places are absent");
    }

    [Theory]
    [InlineData("wiod2016", "wiod2016-sheet", "WIOT2014_Nov16_sheet.csv", 56, 2014)]
    [InlineData("wiod2016", "wiod2016-table", "WIOT2014_October16_ROW.csv", 56, 2014)]
    [InlineData("wiod2013", "wiod2013-sheet", "WIOT08_ROW.csv", 35, 2008)]
    public void A_WIOD_table_is_read_from_its_sheet_and_from_the_table_of_R_and_Stata(string format, string folder, string file, int sectors, int year)
    {
        // Z_ij = 1 where i + 2 j is a multiple of 9, and 10 more on the diagonal; Y = 3 at home and 1 abroad, doubled for households, -1 for inventories.
        InputOutputTable t = _published.Open(format, folder, file);
        t.Year.ShouldBe(year);
        t.Countries.Select(c => c.Code).ShouldBe(["KOR", "ROW"]);
        t.Sectors.Count.ShouldBe(sectors);
        for (int i = 0; i < t.Industries; i++)
        {
            for (int j = 0; j < t.Industries; j++)
            {
                t.Z[i, j].ShouldBe(((i + (2 * j)) % 9 == 0 ? 1 : 0) + (i == j ? 10 : 0));
            }

            t.Y.Row(i).ToArray().ShouldBe(i < sectors ? [6, 3, 3, 3, -1, 2, 1, 1, 1, -1] : [2, 1, 1, 1, -1, 6, 3, 3, 3, -1]);
        }

        t.Sectors.Count(s => s.Manufacturing).ShouldBe(sectors == 35 ? 14 : 19);
        t.Sectors[4].Code.ShouldBe(sectors == 35 ? "c5" : "C10-C12");
        t.Sectors[4].Name.ShouldBe(sectors == 35 ? "Industry 5, all of it" : "Manufacture of food products, beverages and tobacco products");
        t.Descriptor.Unit.ShouldBe("USD million");
        Supply.Check(t).Verdict.ShouldBe(BalanceVerdict.Balanced);
    }

    [Fact]
    public void The_sheet_of_a_real_year_gives_the_table_that_its_long_layout_gives()
    {
        InputOutputTable real = Golden.Table2008();
        InputOutputTable made = Supply.Import("auto", [Sheet.Of(real, _published.Text("WIOT08_ROW_Sep12.csv", ""))], _published.Out).Table;
        made.Year.ShouldBe(2008);
        made.Countries.Select(c => (c.Code, c.RestOfWorld)).ShouldBe(real.Countries.Select(c => (c.Code, c.RestOfWorld)));
        made.Sectors.Select(x => (x.Code, x.Manufacturing)).ShouldBe(real.Sectors.Select(x => (x.Code, x.Manufacturing)));
        made.Output.ShouldBe(real.Output);
        for (int i = 0; i < real.Industries; i++)
        {
            made.Z.Row(i).SequenceEqual(real.Z.Row(i)).ShouldBeTrue();
            made.Y.Row(i).SequenceEqual(real.Y.Row(i)).ShouldBeTrue();
        }

        BalanceReport report = Supply.Check(made);
        report.Verdict.ShouldBe(BalanceVerdict.WithinBound);
        report.Scale.ShouldBe(ScaleVerdict.Plausible);
        report.ColumnGapShare!.Value.ShouldBeLessThan(1e-12);
        InputOutputTable thousands = new(made.Descriptor with { Unit = "USD thousand" }, 2008, made.Countries, made.Sectors, made.Categories, made.Hash, new TableCells(made.Z, made.Y, made.Output));
        Supply.Check(thousands).Scale.ShouldBe(ScaleVerdict.Doubtful);
    }

    [Theory]
    [InlineData("icio2021", "icio2021")]
    [InlineData("icio2023", "icio2023")]
    [InlineData("icio2025", "icio2025")]
    [InlineData("figaro", "figaro-flat")]
    [InlineData("figaro", "figaro-matrix")]
    [InlineData("exiobase3", "exiobase3/IOT_2011_ixi")]
    [InlineData("eora26", "eora26")]
    [InlineData("wiod2013", "wiod2013-sheet")]
    [InlineData("wiod2016", "wiod2016-sheet")]
    [InlineData("wiod2016", "wiod2016-table")]
    public void The_format_is_told_from_the_files_where_only_one_fits(string format, string folder) =>
        _published.Import("auto", Published.At(folder.Split('/'))).Format.ShouldBe(format);

    [Fact]
    public void A_table_with_its_own_descriptor_is_imported_with_its_names()
    {
        using SmallTable small = SmallTable.Good();
        StoredDataset made = Supply.Import("long", [small.Folder], _published.Out);
        InputOutputTable there = small.Open();
        InputOutputTable here = new Supply().Open(_published.Out, 2020);
        here.Hash.ShouldBe(there.Hash);
        here.Descriptor.Unit.ShouldBe(there.Descriptor.Unit);
        here.Sectors.ShouldBe(there.Sectors);
        made.Format.ShouldBe("long");
    }

    public void Dispose() => _published.Dispose();

    private static void EveryCellFollowsTheFormula(InputOutputTable t, int regions, int sectors, int categories)
    {
        for (int i = 0; i < regions * sectors; i++)
        {
            for (int j = 0; j < regions * sectors; j++)
            {
                t.Z[i, j].ShouldBe((((3 * i) + (5 * j)) % 7) + 1 + (i / sectors == j / sectors ? 20 : 0), $"{i}, {j}");
            }

            for (int c = 0; c < regions * categories; c++)
            {
                t.Y[i, c].ShouldBe((((2 * i) + c) % 5) + 1 + (i / sectors == c / categories ? 30 : 0) - (c == categories - 1 ? 4 : 0), $"{i}, {c}");
            }
        }
    }
}
