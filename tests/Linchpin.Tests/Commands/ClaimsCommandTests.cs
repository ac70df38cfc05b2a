using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class ClaimsCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void What_is_said_of_an_entity_is_listed_once_with_how_many_stand_behind_it()
    {
        _cli.Do("read", _cli.File("one.txt", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra. Ministers spoke of cobalt.\n"),
            _cli.File("two.txt", "Trade was the theme of the year. On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra, a paper noted in its review of that spring.\n"));
        (string subject, string property, int claims) = _cli.Do("claims", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .GroupBy(c => (c.GetProperty("subject").GetProperty("id").GetString()!, c.GetProperty("property").GetString()!, c.GetProperty("value").GetRawText()))
            .Where(g => g.Select(c => c.GetProperty("source").GetRawText()).Distinct().Count() == 2).Select(g => (g.Key.Item1, g.Key.Item2, g.Count())).First();
        string[] lines = _cli.Do("claims", "--subject", subject, "--support").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldContain(l => l.StartsWith(property + "  ", StringComparison.Ordinal) && l.Contains("2 documents of unstated publisher", StringComparison.Ordinal) && l.Contains("one.txt", StringComparison.Ordinal)
            && l.Contains("two.txt", StringComparison.Ordinal));
        lines.Distinct().Count().ShouldBe(lines.Length);
        _cli.Do("claims", "--subject", subject, "--support", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ShouldContain(s => s.GetProperty("property").GetString() == property && s.GetProperty("publishersUnstated").GetInt32() == 2 && s.GetProperty("claims").GetArrayLength() == claims);
    }

    [Theory]
    [InlineData("--support")]
    [InlineData("--support", "--subject", "country/JPN", "--kind", "country")]
    [InlineData("--support", "--subject", "country/JPN", "--proposed")]
    public void Support_is_of_one_entity(params string[] options) => _cli.Run(["claims", .. options]).Code.ShouldBe((int)Linchpin.Claims.Exit.Usage);
}
