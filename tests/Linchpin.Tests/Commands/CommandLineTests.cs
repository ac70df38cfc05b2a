namespace Linchpin.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("read")]
    [InlineData("lattice")]
    [InlineData("brief --partners USA,KOR")]
    [InlineData("supply exposure --table x")]
    [InlineData("frobnicate")]
    [InlineData("claims --kind nonsense")]
    [InlineData("claims --as-of 2024-02-31")]
    [InlineData("lattice --partners USA,KOR --threshold 0")]
    public void A_command_line_that_is_not_understood_ends_with_2_and_says_what_to_do(string line)
    {
        Ended ended = _cli.Run(line.Split(' '));
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("program.");
        ended.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Partners_that_are_no_countries_or_too_few_are_refused()
    {
        _cli.Run("lattice", "--partners", "USA,XXX").Error.ShouldContain("briefing.");
        _cli.Run("lattice", "--partners", "USA").Code.ShouldNotBe(0);
    }

    [Fact]
    public void A_reader_that_nobody_named_is_refused_and_not_taken_for_the_public()
    {
        Ended ended = _cli.Run("claims", "--reader", "somebody");
        ended.Code.ShouldBe(4);
        ended.Error.ShouldContain("ledger.reader-unknown");
    }

    [Fact]
    public void A_home_that_is_a_file_is_refused()
    {
        Ended ended = _cli.Run("claims", "--home", _cli.File("home-as-file", "x"));
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain("program.home");
    }

    [Fact]
    public void A_ledger_that_is_no_ledger_is_refused_and_left_as_it_was()
    {
        Directory.CreateDirectory(_cli.Home);
        byte[] bytes = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];
        File.WriteAllBytes(Path.Combine(_cli.Home, "ledger.db"), bytes);
        Ended ended = _cli.Run("claims");
        ended.Code.ShouldBe(5);
        ended.Error.ShouldContain("ledger.");
        File.ReadAllBytes(Path.Combine(_cli.Home, "ledger.db")).ShouldBe(bytes);
    }

    [Fact]
    public void Help_names_every_command()
    {
        string help = _cli.Do("--help");
        foreach (string command in new[] { "serve", "read", "supply", "lattice", "brief", "claims", "conflicts", "search", "verify", "starter" })
        {
            help.ShouldContain(command);
        }
    }

    public void Dispose() => _cli.Dispose();
}
