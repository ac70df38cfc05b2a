using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Tests.Indicators;

public sealed class BadIndicatorTests
{
    [Theory]
    [InlineData("nan", "supply.indicator-not-finite", "data.csv, line 3, usd")]
    [InlineData("infinity", "supply.indicator-not-finite", "data.csv, line 3, usd")]
    [InlineData("too-large-a-number", "supply.indicator-not-finite", "data.csv, line 3, usd")]
    [InlineData("not-a-number", "supply.indicator-not-a-number", "data.csv, line 3, usd")]
    [InlineData("number-with-a-tail", "supply.indicator-not-a-number", "data.csv, line 3, usd")]
    [InlineData("thousands-with-commas", "supply.indicator-not-a-number", "data.csv, line 3, usd")]
    [InlineData("negative", "supply.indicator-negative", "data.csv, line 3, usd")]
    [InlineData("ragged-short", "supply.ragged-row", "data.csv, line 3")]
    [InlineData("ragged-long", "supply.ragged-row", "data.csv, line 3")]
    [InlineData("wrong-header", "supply.header", "data.csv, line 1")]
    [InlineData("header-lacks-a-column", "supply.header", "data.csv, line 1")]
    [InlineData("wrong-unit-in-header", "supply.header", "data.csv, line 1")]
    [InlineData("duplicate-row", "supply.duplicate-cell", "data.csv, line 8")]
    [InlineData("duplicate-by-alias", "supply.duplicate-cell", "data.csv, line 8")]
    [InlineData("no-country", "supply.indicator-code", "data.csv, line 3, from")]
    [InlineData("no-year", "supply.indicator-code", "data.csv, line 3, year")]
    [InlineData("period-not-a-year", "supply.indicator-period", "data.csv, line 3, year")]
    [InlineData("mark-unknown", "supply.indicator-mark", "data.csv, line 3, usd")]
    [InlineData("mark-contradicts", "supply.indicator-mark", "data.csv, line 3, usd")]
    [InlineData("open-quote", "supply.ragged-row", "data.csv, line 7")]
    [InlineData("text-after-a-quote", "supply.ragged-row", "data.csv, line 3")]
    [InlineData("endless-row", "supply.line-too-long", "data.csv, line 3")]
    [InlineData("header-only", "supply.table-empty", "data.csv")]
    [InlineData("empty", "supply.file-empty", "data.csv")]
    [InlineData("not-utf8", "supply.indicator-encoding", "data.csv, line 3")]
    [InlineData("binary", "supply.header", "data.csv, line 1")]
    public void A_bad_row_is_refused_with_its_line_and_column(string fault, string code, string place) => Refused($"data.{fault}.csv", "descriptor.good.json", code, place);

    [Theory]
    [InlineData("truncated")]
    [InlineData("truncated-trailer")]
    [InlineData("not-gzip")]
    [InlineData("wrong-checksum")]
    public void A_damaged_compressed_file_is_refused(string fault) => Refused($"data.{fault}.csv.gz", "descriptor.good.json", "supply.gzip-damaged", "data.csv.gz");

    [Theory]
    [InlineData("unit-missing", "supply.indicator-unit-missing")]
    [InlineData("unit-empty", "supply.indicator-unit-missing")]
    [InlineData("no-method", "supply.indicator-method-missing")]
    [InlineData("method-empty", "supply.indicator-method-missing")]
    [InlineData("no-year", "supply.indicator-year-missing")]
    [InlineData("unit-contradictory", "supply.unit-contradictory")]
    [InlineData("money-without-currency", "supply.unit-contradictory")]
    [InlineData("no-such-file", "supply.file-missing")]
    public void An_indicator_without_unit_year_or_method_is_refused(string fault, string code) => Refused("data.good.csv", $"descriptor.{fault}.json", code, "small.descriptor.json");

    [Theory]
    [InlineData("another-format")]
    [InlineData("unknown-field")]
    [InlineData("id-with-blanks")]
    [InlineData("no-title")]
    [InlineData("no-licence")]
    [InlineData("no-absent")]
    [InlineData("absent-guessed")]
    [InlineData("money-without-prices")]
    [InlineData("unit-of-a-dimension")]
    [InlineData("unit-column-nowhere")]
    [InlineData("two-units")]
    [InlineData("year-without-form")]
    [InlineData("year-of-unknown-form")]
    [InlineData("period-not-a-date")]
    [InlineData("column-twice")]
    [InlineData("two-columns-of-one-meaning")]
    [InlineData("column-without-role")]
    [InlineData("column-of-two-roles")]
    [InlineData("column-and-constant")]
    [InlineData("no-product")]
    [InlineData("no-classification")]
    [InlineData("no-columns")]
    [InlineData("subject-unknown")]
    [InlineData("mark-unknown")]
    [InlineData("only-of-a-column-nowhere")]
    [InlineData("path-in-file-name")]
    [InlineData("country-form-unknown")]
    [InlineData("published-not-a-date")]
    [InlineData("side-unknown")]
    [InlineData("factor-zero")]
    [InlineData("repeats-in-trade")]
    [InlineData("half-a-character")]
    public void A_descriptor_that_does_not_fit_its_form_is_refused(string fault) => Refused("data.good.csv", $"descriptor.{fault}.json", "supply.indicator-descriptor", "small.descriptor.json");

    [Theory]
    [InlineData("not-json", "small.descriptor.json, line 2")]
    [InlineData("deep", "small.descriptor.json, line 1")]
    public void A_descriptor_that_is_no_JSON_is_refused_with_its_line(string fault, string place) => Refused("data.good.csv", $"descriptor.{fault}.json", "supply.indicator-descriptor", place);

    [Fact]
    public void The_good_table_is_read_so_the_bad_ones_alone_are_at_fault()
    {
        using SmallIndicators plain = SmallIndicators.With();
        using SmallIndicators zipped = SmallIndicators.With("data.good.csv.gz");
        plain.Read().Count.ShouldBe(6);
        zipped.Read().Rows.Select(r => r.Number("value")).ShouldBe(plain.Read().Rows.Select(r => r.Number("value")));
    }

    [Fact]
    public void A_folder_in_which_nothing_is_described_is_refused_and_one_that_is_not_there_too()
    {
        using SmallIndicators folder = SmallIndicators.Of(("data.csv", "a,b\n1,2\n"));
        Should.Throw<FaultException>(() => Supply.Trade(folder.Folder)).Fault.Kind.Code.ShouldBe("supply.indicator-undescribed");
        Supply.Indicators(folder.Folder).ShouldBeEmpty();
        Should.Throw<FaultException>(() => Supply.Trade(Path.Combine(folder.Folder, "nowhere"))).Fault.Kind.Code.ShouldBe("supply.folder-missing");
        Should.Throw<FaultException>(() => Supply.Indicator(folder.Folder, "small-trade")).Fault.Kind.Code.ShouldBe("supply.indicator-unknown");
    }

    [Fact]
    public void Two_descriptors_of_one_file_are_refused()
    {
        using SmallIndicators small = SmallIndicators.With();
        File.Copy(Path.Combine(small.Folder, "small.descriptor.json"), Path.Combine(small.Folder, "again.descriptor.json"));
        Should.Throw<FaultException>(() => small.Read()).Fault.Cause.ShouldContain("both describe");
    }

    [Fact]
    public void Bounds_on_rows_bytes_and_files_hold()
    {
        using SmallIndicators small = SmallIndicators.With("data.good.csv.gz");
        DescribedFile file = IndicatorFolder.Find(small.Folder, IndicatorLimits.Standard).Single();
        Code(IndicatorLimits.Standard with { Rows = 5 }).ShouldBe("supply.table-too-large");
        Code(IndicatorLimits.Standard with { UnpackedBytes = 100 }).ShouldBe("supply.unpacked-too-large");
        Code(IndicatorLimits.Standard with { FileBytes = 10 }).ShouldBe("supply.file-too-large");
        Code(IndicatorLimits.Standard with { LineBytes = 20 }).ShouldBe("supply.line-too-long");
        Should.Throw<FaultException>(() => IndicatorFolder.Find(small.Folder, IndicatorLimits.Standard with { Files = 1 })).Fault.Kind.Code.ShouldBe("supply.table-too-large");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => Supply.Trade(small.Folder, cancel: cancelled.Token));

        string Code(IndicatorLimits limits) => Should.Throw<FaultException>(() => IndicatorReader.Read(file.Path, file.Descriptor, null, limits, default)).Fault.Kind.Code;
    }

    [Fact]
    public void Whatever_bytes_a_folder_holds_reading_ends_with_a_table_or_a_fault() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        bool packed = random.Next(4) == 0;
        using SmallIndicators small = SmallIndicators.With(packed ? "data.good.csv.gz" : "data.good.csv");
        string path = Path.Combine(small.Folder, random.Next(2) == 0 ? "small.descriptor.json" : packed ? "data.csv.gz" : "data.csv");
        File.WriteAllBytes(path, Tables.HostileInputTests.Damage(File.ReadAllBytes(path), random));
        try
        {
            Supply.Products(small.Folder, "KOR");
        }
        catch (FaultException e)
        {
            e.Fault.Kind.Code.ShouldStartWith("supply.");
            e.Fault.Cause.Length.ShouldBeLessThan(700);
            e.Fault.ToString().Any(char.IsControl).ShouldBeFalse(e.Fault.ToString());
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void Refused(string data, string descriptor, string code, string place)
    {
        using SmallIndicators small = SmallIndicators.With(data, descriptor);
        Fault fault = Should.Throw<FaultException>(() => small.Read()).Fault;
        fault.Kind.Code.ShouldBe(code, fault.ToString());
        fault.Place.ShouldBe(place);
    }
}
