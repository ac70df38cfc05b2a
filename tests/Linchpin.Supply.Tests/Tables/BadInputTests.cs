using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Tests.Tables;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("z_2020.nan.csv", "supply.not-finite", "z_2020.csv, line 5, value")]
    [InlineData("z_2020.infinity.csv", "supply.not-finite", "z_2020.csv, line 5, value")]
    [InlineData("z_2020.not-a-number.csv", "supply.not-a-number", "z_2020.csv, line 5, value")]
    [InlineData("z_2020.number-with-a-tail.csv", "supply.not-a-number", "z_2020.csv, line 5, value")]
    [InlineData("z_2020.empty-cell.csv", "supply.not-a-number", "z_2020.csv, line 5, value")]
    [InlineData("z_2020.ragged-short.csv", "supply.ragged-row", "z_2020.csv, line 5")]
    [InlineData("z_2020.ragged-long.csv", "supply.ragged-row", "z_2020.csv, line 5")]
    [InlineData("z_2020.blank-line.csv", "supply.ragged-row", "z_2020.csv, line 6")]
    [InlineData("z_2020.wrong-header.csv", "supply.header", "z_2020.csv, line 1")]
    [InlineData("z_2020.unknown-country.csv", "supply.unknown-code", "z_2020.csv, line 5, from_country")]
    [InlineData("z_2020.unknown-sector.csv", "supply.unknown-code", "z_2020.csv, line 5, from_sector")]
    [InlineData("z_2020.duplicate-cell.csv", "supply.duplicate-cell", "z_2020.csv, line 6")]
    [InlineData("z_2020.header-only.csv", "supply.table-empty", "z_2020.csv")]
    [InlineData("z_2020.empty.csv", "supply.file-empty", "z_2020.csv")]
    [InlineData("z_2020.endless-line.csv", "supply.line-too-long", "z_2020.csv, line 2")]
    [InlineData("z_2020.binary.csv", "supply.header", "z_2020.csv, line 1")]
    [InlineData("z_2020.truncated.csv.gz", "supply.gzip-damaged", "z_2020.csv.gz")]
    [InlineData("z_2020.truncated-trailer.csv.gz", "supply.gzip-damaged", "z_2020.csv.gz")]
    [InlineData("z_2020.wrong-checksum.csv.gz", "supply.gzip-damaged", "z_2020.csv.gz")]
    [InlineData("z_2020.not-gzip.csv.gz", "supply.gzip-damaged", "z_2020.csv.gz")]
    [InlineData("y_2020.unknown-category.csv", "supply.unknown-code", "y_2020.csv, line 3, category")]
    [InlineData("x_2020.negative-output.csv", "supply.negative-output", "x_2020.csv, line 3, output")]
    [InlineData("x_2020.missing-industry.csv", "supply.output-incomplete", "x_2020.csv")]
    [InlineData("x_2020.industry-twice.csv", "supply.duplicate-cell", "x_2020.csv, line 4")]
    [InlineData("x_2020.too-large-a-number.csv", "supply.not-finite", "x_2020.csv, line 3, output")]
    [InlineData("countries.code-twice.csv", "supply.duplicate-cell", "countries.csv, line 3, code")]
    [InlineData("countries.open-quote.csv", "supply.ragged-row", "countries.csv, line 2")]
    [InlineData("countries.not-a-code.csv", "supply.unknown-code", "countries.csv, line 2, code")]
    [InlineData("sectors.header-only.csv", "supply.table-empty", "sectors.csv")]
    [InlineData("table.unit-missing.json", "supply.unit-missing", "table.json")]
    [InlineData("table.unit-empty.json", "supply.unit-missing", "table.json")]
    [InlineData("table.unit-contradictory.json", "supply.unit-contradictory", "table.json")]
    [InlineData("table.unit-of-no-scale.json", "supply.unit-contradictory", "table.json")]
    [InlineData("table.unknown-field.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.no-citation.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.another-format.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.path-in-file-name.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.file-name-without-year.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.rest-of-world-unknown.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.manufacturing-unknown.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.number-for-text.json", "supply.descriptor-invalid", "table.json")]
    [InlineData("table.not-json.json", "supply.descriptor-invalid", "table.json, line 2")]
    [InlineData("table.deep.json", "supply.descriptor-invalid", "table.json, line 1")]
    public void A_bad_file_is_refused_with_its_place(string badFile, string code, string place)
    {
        using SmallTable table = SmallTable.With(badFile);
        Fault fault = Should.Throw<FaultException>(() => table.Open()).Fault;
        fault.Kind.Code.ShouldBe(code);
        fault.Place.ShouldBe(place);
    }

    [Fact]
    public void The_good_table_opens_so_the_bad_files_alone_are_at_fault()
    {
        using SmallTable plain = SmallTable.Good();
        using SmallTable zipped = SmallTable.With("z_2020.good.csv.gz");
        plain.Open().Z.Row(3).SequenceEqual(zipped.Open().Z.Row(3)).ShouldBeTrue();
    }

    [Fact]
    public void A_year_that_is_not_there_is_refused_with_the_years_that_are()
    {
        using SmallTable table = SmallTable.Good();
        File.Copy(Path.Combine(table.Folder, "z_2020.csv"), Path.Combine(table.Folder, "z_2021.csv"));
        File.Copy(Path.Combine(table.Folder, "z_2020.csv"), Path.Combine(table.Folder, "z_1999.csv"));
        Fault fault = Should.Throw<FaultException>(() => new Supply().Open(table.Folder, 2015)).Fault;
        fault.Kind.Code.ShouldBe("supply.year-missing");
        fault.Cause.ShouldContain("1999, 2020-2021");
        Supply.Years(table.Folder).ShouldBe([1999, 2020, 2021]);
    }

    [Fact]
    public void A_missing_file_a_missing_folder_and_a_folder_in_a_files_place_are_three_causes()
    {
        using SmallTable table = SmallTable.Good();
        File.Delete(Path.Combine(table.Folder, "y_2020.csv"));
        Fault missing = Should.Throw<FaultException>(() => table.Open()).Fault;
        missing.Kind.Code.ShouldBe("supply.file-missing");
        missing.Place.ShouldBe("y_2020.csv");
        Directory.CreateDirectory(Path.Combine(table.Folder, "y_2020.csv"));
        Should.Throw<FaultException>(() => table.Open()).Fault.Cause.ShouldContain("folder");
        Should.Throw<FaultException>(() => new Supply().Open(Path.Combine(table.Folder, "nothing"), 2020)).Fault.Kind.Code.ShouldBe("supply.folder-missing");
        Should.Throw<FaultException>(() => new Supply().Open(Path.Combine(table.Folder, "x_2020.csv"), 2020)).Fault.Cause.ShouldContain("is a file");
    }

    [Fact]
    public void A_folder_that_nothing_describes_is_refused_with_how_to_describe_it()
    {
        using SmallTable table = SmallTable.Good();
        File.Delete(Path.Combine(table.Folder, "table.json"));
        Fault fault = Should.Throw<FaultException>(() => table.Open()).Fault;
        fault.Kind.Code.ShouldBe("supply.descriptor-missing");
        fault.Remedy.ShouldContain("table.json");
    }

    [Fact]
    public void A_file_that_unpacks_without_end_is_stopped_at_its_limit()
    {
        using SmallTable table = SmallTable.With("z_2020.good.csv.gz");
        using (FileStream file = File.Create(Path.Combine(table.Folder, "z_2020.csv.gz")))
        using (var zip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.SmallestSize))
        {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++)
            {
                zip.Write(nothing);
            }
        }

        Fault(table, TableLimits.Standard).Kind.Code.ShouldBe("supply.line-too-long");
        Fault(table, TableLimits.Standard with { LineBytes = 1 << 24, UnpackedBytes = 1 << 20 }).Kind.Code.ShouldBe("supply.unpacked-too-large");
        Fault(table, TableLimits.Standard with { FileBytes = 1000 }).Kind.Code.ShouldBe("supply.file-too-large");
        Fault(table, TableLimits.Standard with { Industries = 5 }).Kind.Code.ShouldBe("supply.table-too-large");
        Fault(table, TableLimits.Standard with { ListRows = 2 }).Kind.Code.ShouldBe("supply.table-too-large");

        static Fault Fault(SmallTable table, TableLimits limits) =>
            Should.Throw<FaultException>(() => new TableReader(TableFolder.Open(table.Folder, limits), 2020, null, limits, null).Read(default)).Fault;
    }

    [Fact]
    public void Reading_and_calculating_stop_when_they_are_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => new Supply().Open(Golden.Folder, 2008, cancel: cancelled.Token));
        InputOutputTable table = new Supply().Open(Golden.Folder, 2008);
        Should.Throw<OperationCanceledException>(() => Supply.Exposures(table, Basis.RowSum, "KOR", "CHN", cancel: cancelled.Token));
    }
}
