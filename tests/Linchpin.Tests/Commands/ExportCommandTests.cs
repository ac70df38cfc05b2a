using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class ExportCommandTests : IDisposable
{
    private const string Open = "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n";
    private const string Closed = "On 2 June 2022, France and India held the France-India Space Dialogue in Paris.\n";

    private readonly Cli _cli = new();

    public ExportCommandTests()
    {
        _cli.Do("read", "--tlp", "CLEAR", _cli.File("open.txt", Open));
        _cli.Do("read", _cli.File("closed.txt", Closed));
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void An_archive_makes_the_same_ledger_in_another_home()
    {
        string archive = Path.Combine(_cli.Folder, "out", "record.jsonl");
        _cli.Do("export", "--jsonl", archive).Trim().ShouldBe(archive);
        string elsewhere = Path.Combine(_cli.Folder, "elsewhere");
        _cli.Do("import", archive, "--home", elsewhere).ShouldContain("entries stored");
        _cli.Do("verify", "--home", elsewhere).ShouldBe(_cli.Do("verify"));
        _cli.Do("claims", "--json", "--home", elsewhere).ShouldBe(_cli.Do("claims", "--json"));
        string again = Path.Combine(_cli.Folder, "again.jsonl");
        _cli.Do("export", "--jsonl", again, "--home", elsewhere);
        File.ReadAllBytes(again).ShouldBe(File.ReadAllBytes(archive));
        _cli.Do("import", archive).ShouldContain("there already");
        Directory.GetFiles(Path.GetDirectoryName(archive)!).ShouldBe([archive]);
    }

    [Fact]
    public void A_cut_archive_is_refused_with_its_line()
    {
        string archive = Path.Combine(_cli.Folder, "record.jsonl");
        _cli.Do("export", "--jsonl", archive);
        string[] lines = File.ReadAllLines(archive);
        string cut = _cli.File("cut.jsonl", string.Join('\n', lines[..5]) + "\n");
        Ended ended = _cli.Run("import", cut, "--home", Path.Combine(_cli.Folder, "elsewhere"));
        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("cut.jsonl:6");
        ended.Error.ShouldContain("[ledger.archive-cut]");
        _cli.Run("import", Path.Combine(_cli.Folder, "none.jsonl")).Error.ShouldContain("[program.input]");
        _cli.Run("export").Code.ShouldBe(2);
    }

    [Fact]
    public void A_readers_file_holds_what_that_reader_may_see_and_says_so_in_its_first_line()
    {
        string selection = Path.Combine(_cli.Folder, "public.jsonl");
        _cli.Do("export", "--jsonl", selection, "--reader", "public");
        string[] lines = File.ReadAllLines(selection);
        JsonElement header = JsonDocument.Parse(lines[0]).RootElement;
        header.GetProperty("reader").GetString().ShouldBe("public");
        header.GetProperty("whole").GetBoolean().ShouldBeFalse();
        string all = string.Join('\n', lines);
        all.ShouldContain("Critical Minerals");
        all.ShouldNotContain("Space");
        _cli.Run("import", selection, "--home", Path.Combine(_cli.Folder, "elsewhere")).Error.ShouldContain("[ledger.archive-selection]");
    }
}
