namespace Linchpin.Tests.Commands;

public sealed class ClumsyOptionTests : IDisposable
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("lattice --partners USA,KOR --threshold 1,5", "'1,5'")]
    [InlineData("lattice --partners USA,KOR --threshold many", "'many'")]
    [InlineData("lattice --partners USA,KOR --threshold 1e1", "'1e1'")]
    [InlineData("search minerals --most 1,0", "'1,0'")]
    [InlineData("search minerals --most 0", "--most 0")]
    [InlineData("search \"", "no word")]
    [InlineData("supply check --table x --year soon", "'soon'")]
    [InlineData("supply check --table x --year 99999999999", "'99999999999'")]
    [InlineData("read --no-store x.txt --tlp PINK", "'PINK'")]
    [InlineData("read x.txt --tlp GREEN --releasable-to ,", "','")]
    [InlineData("read --no-store x.txt --releasable-to KOR", "--tlp")]
    [InlineData("claims --home _", "--home is empty")]
    [InlineData("brief --partners USA,KOR --out _", "--out is empty")]
    [InlineData("read _", "PATH is empty")]
    public void A_value_that_cannot_be_meant_is_refused_by_name_before_a_home_is_made(string line, string named)
    {
        Ended ended = _cli.Run([.. line.Split(' ').Select(a => a == "_" ? "" : a)]);
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain(named);
        ended.Error.ShouldContain("[program.usage]");
        ended.Error.ShouldNotContain("System.");
        ended.Output.ShouldBeEmpty();
        Directory.Exists(_cli.Home).ShouldBeFalse();
    }

    [Theory]
    [InlineData("USA", "briefing.too-few-partners")]
    [InlineData("", "briefing.too-few-partners")]
    [InlineData("USA,usa", "briefing.same-partner-twice")]
    [InlineData("USA,KOR,IND,JPN,FRA,DEU,AUS", "briefing.too-many-partners")]
    [InlineData("USA KOR", "briefing.partner-unknown")]
    [InlineData("USA,ROW", "briefing.partner-unknown")]
    [InlineData("USA,\u001b[31mKOR", "briefing.partner-unknown")]
    public void A_choice_of_partners_that_is_none_is_refused_by_its_own_code(string partners, string code)
    {
        Ended ended = _cli.Run("lattice", "--partners", partners);
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain($"[{code}]");
        ended.Error.ShouldNotContain('\u001b');
    }

    [Fact]
    public void Partners_may_be_in_lower_case_and_with_spaces() =>
        _cli.Do("lattice", "--partners", " kor , ind", "--json").ShouldBe(_cli.Do("lattice", "--partners", "KOR,IND", "--json"));

    [Fact]
    public void A_scenario_that_is_not_there_is_named_and_not_looked_for_in_the_table()
    {
        Ended ended = _cli.Run("supply", "simulate", "nowhere.json", "--table", "x", "--year", "2011");
        ended.Code.ShouldBe(4);
        ended.Error.ShouldContain("'nowhere.json' does not exist");
        ended.Error.ShouldContain("scenarios.md");
    }

    [Fact]
    public void A_folder_without_a_document_is_said_to_have_none()
    {
        Ended ended = _cli.Run("read", "--recursive", Directory.CreateDirectory(Path.Combine(_cli.Folder, "papers")).FullName);
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("no document below");
    }

    public void Dispose() => _cli.Dispose();
}
