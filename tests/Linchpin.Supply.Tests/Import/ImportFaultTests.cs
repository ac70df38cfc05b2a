using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Import;

public sealed class ImportFaultTests : IDisposable
{
    private readonly Published _published = new();

    [Theory]
    [InlineData("icio2023.nan.csv", "supply.not-finite", "icio2023.nan.csv, line 4, CN2 03")]
    [InlineData("icio2023.infinity.csv", "supply.not-finite", "icio2023.infinity.csv, line 4, CN2 03")]
    [InlineData("icio2023.not-a-number.csv", "supply.not-a-number", "icio2023.not-a-number.csv, line 4, CN2 03")]
    [InlineData("icio2023.decimal-comma.csv", "supply.not-a-number", "icio2023.decimal-comma.csv, line 4, CN2 03")]
    [InlineData("icio2023.blank-cell.csv", "supply.not-a-number", "icio2023.blank-cell.csv, line 4, CN2 03")]
    [InlineData("icio2023.ragged-short.csv", "supply.ragged-row", "icio2023.ragged-short.csv, line 4")]
    [InlineData("icio2023.ragged-long.csv", "supply.ragged-row", "icio2023.ragged-long.csv, line 4")]
    [InlineData("icio2023.column-twice.csv", "supply.duplicate-cell", "icio2023.column-twice.csv, line 1")]
    [InlineData("icio2023.row-twice.csv", "supply.duplicate-cell", "icio2023.row-twice.csv, line 4")]
    [InlineData("icio2023.row-unknown.csv", "supply.unknown-code", "icio2023.row-unknown.csv, line 4")]
    [InlineData("icio2023.final-demand-of-nobody.csv", "supply.unknown-code", "icio2023.final-demand-of-nobody.csv, line 1")]
    [InlineData("icio2023.truncated.csv", "supply.rows-missing", "icio2023.truncated.csv")]
    [InlineData("icio2023.header-only.csv", "supply.rows-missing", "icio2023.header-only.csv")]
    [InlineData("icio2023.without-output.csv", "supply.rows-missing", "icio2023.without-output.csv")]
    [InlineData("icio2023.without-value-added.csv", "supply.rows-missing", "icio2023.without-value-added.csv")]
    [InlineData("icio2023.negative-output.csv", "supply.negative-output", "icio2023.negative-output.csv, line 4")]
    [InlineData("icio2023.unbalanced.csv", "supply.unbalanced", null)]
    [InlineData("icio2023.empty.csv", "supply.file-empty", "icio2023.empty.csv")]
    [InlineData("icio2023.semicolons.csv", "supply.format-mismatch", null)]
    [InlineData("icio2023.web-page.csv", "supply.format-mismatch", null)]
    [InlineData("icio2023.workbook.csv", "supply.format-mismatch", null)]
    public void A_bad_file_is_refused_with_its_place_and_leaves_nothing_behind(string file, string code, string? place)
    {
        Fault fault = Refused("icio2023", Published.Bad(file), new ImportSettings(2018));
        fault.Kind.Code.ShouldBe(code);
        fault.Place.ShouldBe(place);
        _published.Left.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("icio2023", "figaro-flat", "figaro")]
    [InlineData("figaro", "icio2025", "icio2025")]
    [InlineData("icio2025", "icio2023", "icio2023")]
    [InlineData("wiod2013", "wiod2016-sheet", "wiod2016")]
    [InlineData("eora26", "exiobase3/IOT_2011_ixi", "exiobase3")]
    [InlineData("exiobase3", "eora26", "eora26")]
    [InlineData("long", "wiod2016-table", "wiod2016")]
    public void A_file_of_another_format_than_said_is_refused_with_the_format_that_it_looks_like(string said, string folder, string looks)
    {
        Fault fault = Refused(said, Published.At(folder.Split('/')));
        fault.Kind.Code.ShouldBe("supply.format-mismatch");
        fault.Cause.ShouldContain($"look like {looks}");
    }

    [Fact]
    public void A_unit_that_contradicts_the_format_is_refused()
    {
        Fault fault = Refused("eora26", Published.At("eora26"), new ImportSettings(Unit: "USD million"));
        fault.Kind.Code.ShouldBe("supply.unit-contradictory");
        fault.Cause.ShouldContain("USD thousand");
        _published.Import("eora26", Published.At("eora26"), new ImportSettings(Unit: "USD  thousand")).Table.Descriptor.Unit.ShouldBe("USD thousand");
    }

    [Fact]
    public void EXIOBASE_without_a_unit_is_refused_and_so_is_a_hybrid_table()
    {
        string folder = _published.Copy("exiobase3", "IOT_2011_ixi");
        string unit = Path.Combine(folder, "unit.txt");
        File.WriteAllText(unit, File.ReadAllText(unit).Replace("(30)\tM.EUR", "(30)\ttonnes", StringComparison.Ordinal));
        Refused("exiobase3", folder).Kind.Code.ShouldBe("supply.unit-contradictory");
        File.Delete(unit);
        Refused("exiobase3", folder).Kind.Code.ShouldBe("supply.unit-missing");
    }

    [Fact]
    public void A_WIOD_sheet_in_another_unit_is_refused()
    {
        string sheet = _published.Copy("wiod2013-sheet", "WIOT08_ROW.csv");
        File.WriteAllText(sheet, File.ReadAllText(sheet).Replace("(millions of US$)", "(millions of euro)", StringComparison.Ordinal));
        Refused("wiod2013", sheet).Kind.Code.ShouldBe("supply.unit-contradictory");
    }

    [Fact]
    public void A_year_must_be_stated_once_and_may_not_contradict_the_files()
    {
        string file = _published.Copy("icio2025", "2020_SML.csv");
        Refused("icio2025", file, new ImportSettings(2019)).Kind.Code.ShouldBe("supply.year-contradictory");
        string unnamed = Path.Combine(Path.GetDirectoryName(file)!, "table.csv");
        File.Move(file, unnamed);
        Refused("icio2025", unnamed).Kind.Code.ShouldBe("supply.year-unstated");
        Refused("wiod2013", Published.At("wiod2013-sheet"), new ImportSettings(2009)).Kind.Code.ShouldBe("supply.year-contradictory");
        _published.Import("icio2025", unnamed, new ImportSettings(2019)).Table.Year.ShouldBe(2019);
    }

    [Fact]
    public void A_gap_beyond_the_bound_passes_under_a_wider_one_and_the_report_says_so()
    {
        Refused("icio2023", Published.Bad("icio2023.unbalanced.csv"), new ImportSettings(2018)).Cause.ShouldContain("CHN 03");
        BalanceReport report = Supply.Check(_published.Import("icio2023", Published.Bad("icio2023.unbalanced.csv"), new ImportSettings(2018, Bound: 0.5)).Table);
        report.Verdict.ShouldBe(BalanceVerdict.WithinBound);
        report.Bound.ShouldBe(0.5);
        report.LargestGaps[0].Country.ShouldBe("CHN");
        report.LargestColumnGaps[0].Sector.ShouldBe("03");
        Refused("icio2023", Published.Bad("icio2023.unbalanced.csv"), new ImportSettings(2018, Bound: 0)).Kind.Code.ShouldBe("supply.bound");
    }

    [Fact]
    public void Labels_of_another_table_are_refused()
    {
        string folder = _published.Copy("eora26");
        string labels = Path.Combine(folder, "labels_T.txt");
        File.WriteAllLines(labels, File.ReadAllLines(labels).SkipLast(1));
        Refused("eora26", folder).Kind.Code.ShouldBe("supply.unknown-code", "final demand of ROW has no industry any more");
        File.WriteAllLines(labels, File.ReadAllLines(Published.At("eora26", "labels_T.txt")).Append("Japan\tJPN\tIndustries\tAgriculture\t"));
        Refused("eora26", folder).Kind.Code.ShouldBe("supply.ragged-row");
    }

    [Fact]
    public void A_cell_that_stands_twice_in_a_flat_file_is_refused()
    {
        string file = _published.Copy("figaro-flat", "flatfile_eu-ic-io_ind-by-ind_24ed_2019.csv");
        File.AppendAllLines(file, [File.ReadLines(file).Skip(1).First()]);
        Refused("figaro", file).Kind.Code.ShouldBe("supply.duplicate-cell");
    }

    [Fact]
    public void A_small_gzip_file_that_unpacks_to_one_endless_line_is_refused()
    {
        string path = _published.Text("2018.csv.gz", "");
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Optimal))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
            {
                packed.Write(zeros);
            }
        }

        new FileInfo(path).Length.ShouldBeLessThan(100_000);
        Refused("icio2023", path).Kind.Code.ShouldBe("supply.line-too-long");
    }

    [Fact]
    public void Files_that_can_be_of_no_known_format_are_refused_under_auto()
    {
        Refused("auto", _published.Text("numbers.csv", "a,b\n1,2\n")).Kind.Code.ShouldBe("supply.format-unclear");
        Refused("nonsense", Published.At("eora26")).Kind.Code.ShouldBe("supply.format-unknown");
    }

    [Fact]
    public void A_file_with_damaged_bytes_is_a_table_or_a_fault() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        (string format, string[] parts) = random.Next(3) switch
        {
            0 => ("icio2023", (string[])["icio2023", "2018.csv"]),
            1 => ("figaro", ["figaro-flat", "flatfile_eu-ic-io_ind-by-ind_24ed_2019.csv"]),
            _ => ("wiod2013", ["wiod2013-sheet", "WIOT08_ROW.csv"]),
        };
        using var at = new Published();
        string path = at.Copy(parts);
        byte[] bytes = File.ReadAllBytes(path);
        byte[] likely = [.. ",\"\n\r-+.eE019_ \0\xFF"u8];
        for (int k = random.Next(1, 4); k > 0; k--)
        {
            bytes[random.Next(bytes.Length)] = likely[random.Next(likely.Length)];
        }

        File.WriteAllBytes(path, random.Next(6) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
        try
        {
            at.Import(format, path, new ImportSettings(Bound: 1));
        }
        catch (FaultException e)
        {
            e.Fault.Kind.Code.ShouldStartWith("supply.");
            e.Fault.Kind.Exit.ShouldNotBe(Exit.Bug, e.Fault.ToString());
            e.Fault.Cause.Length.ShouldBeLessThan(900);
            e.Fault.ToString().Any(char.IsControl).ShouldBeFalse(e.Fault.ToString());
            Directory.Exists(at.Out).ShouldBeFalse();
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    public void Dispose() => _published.Dispose();

    private Fault Refused(string format, string path, ImportSettings? settings = null) => Should.Throw<FaultException>(() => _published.Import(format, path, settings)).Fault;
}
