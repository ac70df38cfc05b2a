using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Tables;

public sealed class CacheTests : IDisposable
{
    private readonly SmallTable _table = SmallTable.Good();
    private readonly string _cache = Directory.CreateTempSubdirectory("linchpin-cache-").FullName;

    [Fact]
    public void A_second_opening_comes_from_the_cache_with_the_same_numbers_and_hash()
    {
        (InputOutputTable first, string[] firstSaid) = Open();
        (InputOutputTable second, string[] secondSaid) = Open();
        firstSaid.ShouldNotContain("2020: from the cache");
        secondSaid.ShouldBe(["2020: from the cache"]);
        Same(first, second);
        Directory.EnumerateFiles(_cache).Single().ShouldEndWith(".lptable");
    }

    [Fact]
    public void A_change_of_one_digit_in_a_file_of_the_same_length_and_date_is_read_anew()
    {
        Open();
        string path = Path.Combine(_table.Folder, "z_2020.csv");
        DateTime written = File.GetLastWriteTimeUtc(path);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^2] = bytes[^2] == (byte)'1' ? (byte)'2' : (byte)'1';
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, written);
        (InputOutputTable table, string[] said) = Open();
        said.ShouldNotContain("2020: from the cache");
        Same(table, new Supply().Open(_table.Folder, 2020));
    }

    [Fact]
    public void A_change_of_the_unit_alone_is_not_served_from_the_cache()
    {
        Open();
        _table.Replace("table.json", "USD million", "USD thousand");
        (InputOutputTable table, string[] said) = Open();
        said.ShouldNotContain("2020: from the cache");
        table.Descriptor.Unit.ShouldBe("USD thousand");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(130)]
    [InlineData(300)]
    [InlineData(-1)]
    public void A_cache_with_one_flipped_bit_is_read_anew_and_mended(int at)
    {
        (InputOutputTable first, _) = Open();
        string file = Directory.EnumerateFiles(_cache).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[at < 0 ? bytes.Length + at : at] ^= 4;
        File.WriteAllBytes(file, bytes);
        (InputOutputTable again, string[] said) = Open();
        said.ShouldNotContain("2020: from the cache");
        Same(first, again);
        Open().Said.ShouldBe(["2020: from the cache"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(500)]
    public void A_cache_that_was_cut_off_is_read_anew(int length)
    {
        (InputOutputTable first, _) = Open();
        string file = Directory.EnumerateFiles(_cache).Single();
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..length]);
        (InputOutputTable again, string[] said) = Open();
        said.ShouldNotContain("2020: from the cache");
        Same(first, again);
    }

    [Fact]
    public void A_cache_folder_that_cannot_be_made_costs_time_and_nothing_else()
    {
        string blocked = Path.Combine(_table.Folder, "table.json", "cache");
        var said = new List<string>();
        InputOutputTable table = new Supply(blocked).Open(_table.Folder, 2020, new Told(said));
        said.Last().ShouldContain("could not be written");
        Same(table, new Supply().Open(_table.Folder, 2020));
    }

    [Fact]
    public void A_bad_file_leaves_no_cache_behind()
    {
        using SmallTable bad = SmallTable.With("z_2020.nan.csv");
        Should.Throw<FaultException>(() => bad.Open(_cache));
        Directory.EnumerateFiles(_cache).ShouldBeEmpty();
    }

    public void Dispose()
    {
        _table.Dispose();
        Directory.Delete(_cache, recursive: true);
    }

    private static void Same(InputOutputTable a, InputOutputTable b)
    {
        a.Hash.ShouldBe(b.Hash);
        a.Output.ShouldBe(b.Output);
        for (int i = 0; i < a.Industries; i++)
        {
            a.Z.Row(i).SequenceEqual(b.Z.Row(i)).ShouldBeTrue();
            a.Y.Row(i).SequenceEqual(b.Y.Row(i)).ShouldBeTrue();
        }
    }

    private (InputOutputTable Table, string[] Said) Open()
    {
        var said = new List<string>();
        InputOutputTable table = new Supply(_cache).Open(_table.Folder, 2020, new Told(said));
        return (table, [.. said]);
    }

    private sealed class Told(List<string> said) : IProgress<string>
    {
        public void Report(string value) => said.Add(value);
    }
}
