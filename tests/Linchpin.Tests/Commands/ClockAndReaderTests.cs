namespace Linchpin.Tests.Commands;

public sealed class ClockAndReaderTests : IDisposable
{
    private const string Open = "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n";
    private const string Closed = "On 2 June 2022, France and India held the France-India Space Dialogue in Paris.\n";

    private readonly Cli _cli = new();

    public ClockAndReaderTests()
    {
        _cli.File("index.csv", "file,publisher,title,date,kind\nopen.txt,Ministry,Open,2021-05-15,readout\nclosed.txt,Ministry,Closed,2022-06-03,readout\n");
        _cli.Do("read", "--tlp", "CLEAR", _cli.File("open.txt", Open));
        _cli.Do("read", _cli.File("closed.txt", Closed));
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("search dialogue")]
    public void What_is_not_labelled_is_shown_to_its_owner_and_to_no_other_reader(string command)
    {
        string own = Run(command);
        own.ShouldContain("Critical Minerals");
        own.ShouldContain("Space Dialogue");
        foreach (string reader in new[] { "public", "IND", "FRA" })
        {
            string theirs = Run($"{command} --reader {reader}");
            theirs.ShouldContain("Critical Minerals");
            theirs.ShouldNotContain("Space");
            theirs.ShouldNotContain("closed.txt");
        }
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("search dialogue")]
    public void What_was_published_later_is_not_shown_as_known_then(string command)
    {
        Run($"{command} --published-by 2021-05-14").ShouldBeEmpty();
        Run($"{command} --published-by 2021").ShouldNotContain("Space");
        Run($"{command} --published-by 2021").ShouldContain("Critical Minerals");
        Run($"{command} --published-by 2022-06-03").ShouldContain("Space");
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("search dialogue")]
    [InlineData("conflicts")]
    public void Nothing_was_known_to_this_node_before_it_was_read(string command) => Run($"{command} --known-by 2000-01-01").ShouldBeEmpty();

    [Theory]
    [InlineData("claims")]
    [InlineData("search dialogue")]
    [InlineData("conflicts")]
    [InlineData("lattice --partners AUS,JPN")]
    public void A_day_that_no_calendar_has_is_refused_on_each_clock(string command)
    {
        foreach (string clock in new[] { "--as-of", "--published-by", "--known-by" })
        {
            Ended ended = _cli.Run([.. command.Split(' '), clock, "2023-02-31"]);
            ended.Code.ShouldBe(2);
            ended.Error.ShouldContain($"{clock} '2023-02-31'");
            ended.Error.ShouldContain("[program.date]");
        }
    }

    private string Run(string line) => _cli.Do(line.Split(' '));

    public void Dispose() => _cli.Dispose();
}
