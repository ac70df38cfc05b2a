namespace Linchpin.Tests.Commands;

public sealed class PublishCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public PublishCommandTests()
    {
        string text = "Seoul, 3 May 2024. Korea and India agreed to share a register of suppliers. The queen's own note stays here.";
        _cli.Do("read", _cli.File("readout.txt", text), "--tlp", "CLEAR");
        _cli.Do("read", _cli.File("ambernote.txt", text.Replace("suppliers", "ambernotes", StringComparison.Ordinal)), "--tlp", "AMBER");
    }

    [Fact]
    public void An_edition_is_written_with_its_hash_and_again_in_its_place()
    {
        string[] args = ["publish", Path.Combine(_cli.Folder, "site"), "--partners", "KOR,IND", "--publisher", "Secretariat"];
        string first = _cli.Do(args);
        string again = _cli.Do(args);

        first.Split('\n')[0].ShouldBe(Path.Combine(_cli.Folder, "site", "index.html"));
        first.ShouldMatch("[0-9,]+ files, [0-9.]+ MB; hash [0-9a-f]{64}\n");
        again.ShouldBe(first);
        File.ReadAllText(Path.Combine(_cli.Folder, "site", "index.html")).ShouldContain("Secretariat");
        Directory.GetFiles(Path.Combine(_cli.Folder, "site"), "*", SearchOption.AllDirectories).ShouldAllBe(f => !File.ReadAllText(f).Contains("ambernote"));
    }

    [Theory]
    [InlineData(2, "program.usage", "--partners", "KOR")]
    [InlineData(2, "program.usage", "--language", "en,tlh")]
    [InlineData(2, "program.usage", "--publisher", " ")]
    public void What_cannot_be_published_is_refused(int code, string fault, string option, string value)
    {
        Ended ended = _cli.Run("publish", Path.Combine(_cli.Folder, "site"), option, value);

        ended.Code.ShouldBe(code);
        ended.Error.ShouldContain(fault);
        Directory.Exists(Path.Combine(_cli.Folder, "site")).ShouldBeFalse();
    }

    [Fact]
    public void The_home_and_every_other_folder_that_is_no_edition_is_refused()
    {
        Ended ended = _cli.Run("publish", _cli.Home);

        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("editions.not-ours");
        File.Exists(Path.Combine(_cli.Home, "ledger.db")).ShouldBeTrue();
    }

    public void Dispose() => _cli.Dispose();
}
