using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private const string Readout = """
        Readout of the Australia–Japan Critical Minerals Dialogue

        On 14 May 2021, Australia and Japan held the inaugural Australia-Japan Critical Minerals Dialogue in Canberra. Trade Minister Hana Okabe led the Japanese delegation.

        The two countries agreed to map their lithium supply chains by the end of 2022. They also discussed hydrogen.

        Australia should publish its list of critical minerals every year.
        """;

    private readonly Cli _cli = new();

    [Fact]
    public void Items_are_written_as_JSON_lines_whose_quotes_stand_exactly_at_their_offsets()
    {
        string path = _cli.File("readout.txt", Readout);
        string[] lines = _cli.Do("read", path, "--no-store", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(3);
        foreach (string line in lines)
        {
            using JsonDocument item = JsonDocument.Parse(line);
            JsonElement e = item.RootElement;
            e.GetProperty("source").GetString().ShouldBe("readout.txt");
            Readout[e.GetProperty("start").GetInt32()..e.GetProperty("end").GetInt32()].ShouldBe(e.GetProperty("quote").GetString());
        }
    }

    [Fact]
    public void Reading_without_storing_touches_no_home()
    {
        _cli.Do("read", _cli.File("readout.txt", Readout), "--no-store");
        Directory.Exists(_cli.Home).ShouldBeFalse();
    }

    [Fact]
    public void A_document_read_twice_or_under_another_name_adds_nothing()
    {
        _cli.Do("read", _cli.File("readout.txt", Readout));
        string before = _cli.Do("claims", "--json");
        before.Length.ShouldBeGreaterThan(100);
        _cli.Do("read", Path.Combine(_cli.Folder, "readout.txt")).ShouldContain("already in the record");
        _cli.Do("read", _cli.File("other-name.txt", Readout)).ShouldContain("already in the record");
        _cli.Do("claims", "--json").ShouldBe(before);
    }

    [Fact]
    public void An_index_among_the_documents_gives_publisher_title_and_date_and_is_no_document()
    {
        _cli.File("readout.txt", Readout);
        string index = _cli.File("index.csv", "file,publisher,title,date,kind\nreadout.txt,\"Ministry of Trade, Canberra\",Readout of a dialogue,2021-05-15 (stated),readout\n");
        _cli.Do("read", Path.Combine(_cli.Folder, "readout.txt"), index);
        string claims = _cli.Do("claims", "--json");
        claims.ShouldContain("\"published\":\"2021-05-15\"");
        _cli.Do("claims", "--published-by", "2021-05-14", "--json").ShouldBeEmpty();
    }

    [Fact]
    public void One_document_that_is_refused_does_not_keep_the_others_out()
    {
        string good = _cli.File("readout.txt", Readout);
        Ended ended = _cli.Run("read", Path.Combine(_cli.Folder, "nowhere.txt"), good);
        ended.Code.ShouldBe(4);
        ended.Error.ShouldContain("reading.missing");
        _cli.Do("claims").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("empty.txt", "", "reading.")]
    [InlineData("binary.txt", "abc\0\0\u0001def\0", "reading.")]
    public void A_document_that_cannot_be_read_is_refused_with_a_code_and_a_remedy(string name, string text, string code)
    {
        Ended ended = _cli.Run("read", _cli.File(name, text));
        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain(code);
        ended.Error.ShouldContain(name);
        ended.Error.ShouldNotContain("   at ");
        _cli.Run("claims").Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_where_a_file_is_wanted_is_refused_unless_reading_below_it_is_asked_for()
    {
        _cli.File("papers/a.txt", Readout);
        _cli.File("papers/picture.png", [1, 2, 3]);
        Ended refused = _cli.Run("read", Path.Combine(_cli.Folder, "papers"));
        refused.Code.ShouldBe(3);
        refused.Error.ShouldContain("reading.folder");
        _cli.Do("read", "--recursive", Path.Combine(_cli.Folder, "papers")).ShouldContain("a.txt");
    }

    [Fact]
    public void A_text_of_200_MB_is_refused_by_its_size_and_nothing_is_stored()
    {
        string path = Path.Combine(_cli.Folder, "huge.txt");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(200L << 20);
        }

        Ended ended = _cli.Run("read", path);
        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("reading.too-large");
        _cli.Run("claims").Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_is_not_in_UTF_8_is_read_and_its_encoding_is_said()
    {
        byte[] bytes = [.. System.Text.Encoding.Latin1.GetBytes(Readout.Replace("–", "-", StringComparison.Ordinal) + " The caf\u00e9 was named.")];
        Ended ended = _cli.Run("read", _cli.File("old.txt", bytes), "--no-store");
        ended.Code.ShouldBe(0);
        ended.Error.ShouldContain("old.txt: decoded as Windows-1252");
    }

    [Fact]
    public void Control_characters_of_a_document_never_reach_the_terminal()
    {
        _cli.Do("read", _cli.File("escape.txt", Readout.Replace("Canberra", "Can\u001b]0;owned\u0007berra\u001b[31m", StringComparison.Ordinal)));
        foreach (string command in new[] { "claims", "conflicts" })
        {
            Ended ended = _cli.Run(command);
            (ended.Output + ended.Error).ShouldNotContain('\u001b');
        }
    }

    public void Dispose() => _cli.Dispose();
}
