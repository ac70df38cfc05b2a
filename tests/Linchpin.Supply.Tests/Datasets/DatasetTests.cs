using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tests.Import;

namespace Linchpin.Supply.Tests.Datasets;

public sealed class DatasetTests : IDisposable
{
    private readonly Published _published = new();

    private string Manifest => Path.Combine(_published.Out, "manifest.json");

    [Fact]
    public void A_dataset_opens_as_the_table_it_was_made_from_and_measures_on_it_are_the_same_to_the_last_bit()
    {
        Supply.Import("long", [Golden.StarterFolder], _published.Out, new ImportSettings(2011));
        InputOutputTable raw = Golden.Table2011();
        InputOutputTable kept = new Supply().Open(_published.Out, 2011);
        kept.Hash.ShouldBe(raw.Hash);
        kept.Output.ShouldBe(raw.Output);
        kept.Dataset.ShouldBe(raw.Dataset);
        for (int i = 0; i < raw.Industries; i++)
        {
            kept.Z.Row(i).SequenceEqual(raw.Z.Row(i)).ShouldBeTrue();
            kept.Y.Row(i).SequenceEqual(raw.Y.Row(i)).ShouldBeTrue();
        }

        Supply.Exposures(kept, Basis.Reported, "KOR", "CHN").Rows.ShouldBe(Supply.Exposures(raw, Basis.Reported, "KOR", "CHN").Rows);
        Supply.Years(_published.Out).ShouldBe([2011]);
        Supply.Describe(_published.Out).Unit.ShouldBe("USD million");
    }

    [Fact]
    public void The_manifest_states_source_licence_unit_hashes_and_the_balance()
    {
        StoredDataset made = _published.Import("icio2023", Published.At("icio2023", "2018.csv"));
        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(Manifest)).RootElement;
        foreach (string field in new[] { "id", "title", "publisher", "citation", "licence", "unit", "currency", "prices" })
        {
            manifest.GetProperty(field).GetString().ShouldNotBeNullOrWhiteSpace(field);
        }

        JsonElement year = manifest.GetProperty("years")[0];
        year.GetProperty("hash").GetString().ShouldBe(made.Hash);
        year.GetProperty("sources")[0].GetProperty("name").GetString().ShouldBe("2018.csv");
        year.GetProperty("sources")[0].GetProperty("sha256").GetString()
            .ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Published.At("icio2023", "2018.csv")))));
        year.GetProperty("balance").GetProperty("verdict").GetString().ShouldBe("balanced");
        new FileInfo(Path.Combine(_published.Out, made.File)).Length.ShouldBe(made.Bytes);
    }

    [Theory]
    [InlineData(3, "its header")]
    [InlineData(30, "its header")]
    [InlineData(127, "its header")]
    [InlineData(128, "block 0")]
    [InlineData(900, "block 0")]
    [InlineData(-70, "block 0")]
    [InlineData(-40, "checksum")]
    [InlineData(-1, "checksum")]
    public void One_flipped_bit_anywhere_in_the_data_file_is_found(int at, string why)
    {
        string file = Path.Combine(_published.Out, _published.Import("icio2023", Published.At("icio2023", "2018.csv")).File);
        byte[] bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 8;
        File.WriteAllBytes(file, bytes);
        Fault fault = Refused();
        fault.Kind.Code.ShouldBe("supply.dataset-damaged");
        fault.Cause.ShouldContain(why);
        fault.Place.ShouldBe(Path.GetFileName(file));
    }

    [Fact]
    public void A_bit_flipped_in_a_later_block_is_found_too()
    {
        string file = Path.Combine(_published.Out, Supply.Import("long", [Golden.StarterFolder], _published.Out, new ImportSettings(2011)).File);
        using (FileStream data = File.Open(file, FileMode.Open))
        {
            data.Position = 128 + (5 << 20) + 12345;
            int was = data.ReadByte();
            data.Position--;
            data.WriteByte((byte)(was ^ 1));
        }

        Should.Throw<FaultException>(() => new Supply().Open(_published.Out, 2011)).Fault.Cause.ShouldContain("block 5");
    }

    [Fact]
    public void A_data_file_that_is_cut_off_missing_or_of_another_year_is_refused()
    {
        string file = Path.Combine(_published.Out, _published.Import("icio2023", Published.At("icio2023", "2018.csv")).File);
        byte[] bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..^100]);
        Refused().Kind.Code.ShouldBe("supply.dataset-damaged");
        File.Delete(file);
        Refused().Kind.Code.ShouldBe("supply.file-missing");
        Should.Throw<FaultException>(() => new Supply().Open(_published.Out, 2017)).Fault.Kind.Code.ShouldBe("supply.year-missing");
    }

    [Theory]
    [InlineData("\"unit\": \"USD million\"", "\"unit\": \"USD thousand\"", "supply.dataset-damaged")]
    [InlineData("\"prices\": \"current,", "\"prices\": \"constant,", "supply.dataset-damaged")]
    [InlineData("\"manufacturing\": [\n    \"26\"\n  ]", "\"manufacturing\": [\n    \"03\"\n  ]", "supply.dataset-damaged")]
    [InlineData("\"rest_of_world\": [\n    \"ROW\"\n  ]", "\"rest_of_world\": []", "supply.dataset-damaged")]
    [InlineData("\"unit\": \"USD million\"", "\"unit\": \"EUR million\"", "supply.unit-contradictory")]
    [InlineData("\"unit\": \"USD million\",", "", "supply.unit-missing")]
    [InlineData("linchpin-dataset/1", "linchpin-dataset/2", "supply.dataset-invalid")]
    [InlineData("\"title\":", "\"tittle\":", "supply.dataset-invalid")]
    [InlineData("\"code\": \"ROW\"", "\"code\": \"KOR\"", "supply.dataset-invalid")]
    [InlineData("\"years\": [", "\"years\": {", "supply.dataset-invalid")]
    public void A_manifest_that_was_changed_is_refused(string old, string by, string code)
    {
        _published.Import("icio2023", Published.At("icio2023", "2018.csv"));
        string text = File.ReadAllText(Manifest);
        text.ShouldContain(old);
        File.WriteAllText(Manifest, text.Replace(old, by, StringComparison.Ordinal));
        Refused().Kind.Code.ShouldBe(code);
    }

    [Fact]
    public void Several_years_of_a_release_live_in_one_folder_and_a_year_can_be_imported_again()
    {
        StoredDataset first = Year(2018, Published.At("icio2023", "2018.csv"));
        Year(2015, Published.At("icio2023", "2018.csv"));
        Supply.Years(_published.Out).ShouldBe([2015, 2018]);
        Year(2018, Published.Bad("icio2023.unbalanced.csv"), 0.5);
        Supply.Years(_published.Out).ShouldBe([2015, 2018]);
        InputOutputTable again = new Supply().Open(_published.Out, 2018);
        Supply.Check(again).Bound.ShouldBe(0.5);
        File.Exists(Path.Combine(_published.Out, first.File)).ShouldBeFalse("the numbers that were replaced are gone");
        Directory.EnumerateFiles(_published.Out).Count().ShouldBe(3);
    }

    [Fact]
    public void A_table_of_another_release_is_not_put_beside_and_a_folder_with_other_files_is_left_alone()
    {
        Year(2018, Published.At("icio2023", "2018.csv"));
        byte[] before = File.ReadAllBytes(Manifest);
        Should.Throw<FaultException>(() => _published.Import("icio2025", Published.At("icio2025", "2020_SML.csv"))).Fault.Kind.Code.ShouldBe("supply.dataset-place");
        File.ReadAllBytes(Manifest).ShouldBe(before);
        string other = Path.Combine(_published.Out, "..", "other");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "letter.txt"), "Dear");
        Should.Throw<FaultException>(() => Supply.Import("icio2025", [Published.At("icio2025", "2020_SML.csv")], other)).Fault.Kind.Code.ShouldBe("supply.dataset-place");
        Directory.EnumerateFiles(other).Single().ShouldEndWith("letter.txt");
    }

    [Fact]
    public void A_stop_while_writing_leaves_no_new_dataset_and_an_old_one_as_it_was()
    {
        Should.Throw<OperationCanceledException>(() => Stopped(2018));
        _published.Left.ShouldBeEmpty();
        Year(2015, Published.At("icio2023", "2018.csv"));
        string[] before = [.. Directory.EnumerateFiles(_published.Out).Order()];
        Should.Throw<OperationCanceledException>(() => Stopped(2018));
        Directory.EnumerateFiles(_published.Out).Order().ShouldBe(before);
        new Supply().Open(_published.Out, 2015).Year.ShouldBe(2015);
    }

    [Fact]
    public void What_a_killed_run_left_is_not_read()
    {
        Year(2015, Published.At("icio2023", "2018.csv"));
        File.WriteAllText(Path.Combine(_published.Out, "2018.part-0123"), "half");
        File.WriteAllText(Path.Combine(_published.Out, "manifest.json.part-0123"), "{");
        Supply.Years(_published.Out).ShouldBe([2015]);
        Year(2018, Published.At("icio2023", "2018.csv"));
        Supply.Years(_published.Out).ShouldBe([2015, 2018]);
    }

    public void Dispose() => _published.Dispose();

    private StoredDataset Year(int year, string file, double bound = 0.01)
    {
        string copy = Path.Combine(Path.GetDirectoryName(_published.Out)!, "table.csv");
        File.Copy(file, copy, overwrite: true);
        return _published.Import("icio2023", copy, new ImportSettings(year, Bound: bound));
    }

    private void Stopped(int year)
    {
        using var stop = new CancellationTokenSource();
        Supply.Import("icio2023", [Published.At("icio2023", "2018.csv")], _published.Out, new ImportSettings(year), new At("writing", stop.Cancel), stop.Token);
    }

    private Fault Refused() => Should.Throw<FaultException>(() => new Supply().Open(_published.Out, 2018)).Fault;

    private sealed class At(string word, Action act) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.Contains(word, StringComparison.Ordinal))
            {
                act();
            }
        }
    }
}
