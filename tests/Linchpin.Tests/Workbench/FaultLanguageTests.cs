using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Tests.Docs;
using Linchpin.Workbench.Language;

namespace Linchpin.Tests.Workbench;

/// <summary>What faults say on the pages of another language than English.</summary>
public sealed class FaultLanguageTests(Served served) : IClassFixture<Served>
{
    private static readonly string Source = Path.Combine(Repository.Root, "src");

    [Theory]
    [InlineData("ko")]
    public void Every_kind_of_fault_has_its_title_and_its_remedy_in_every_language(string language)
    {
        GeneratedPagesTests.Faults().SelectMany(f => new[] { f.Title, f.Remedy }).Except(Sentences(language)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko")]
    public void Whatever_the_workbench_and_the_reading_of_documents_say_of_a_fault_is_there_in_every_language(string language)
    {
        string[] said = [.. SaidIn(Path.Combine(Source, "Linchpin", "Workbench"), "Editions"), .. SaidIn(Path.Combine(Source, "Linchpin.Reading"))];

        said.Length.ShouldBeGreaterThan(120);
        said.Except(Sentences(language)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko")]
    public void No_sentence_of_a_language_is_of_a_fault_that_nothing_says(string language)
    {
        Sentences(language).Except(GeneratedPagesTests.Faults().SelectMany(f => new[] { f.Title, f.Remedy })).Except(SaidIn(Source)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko")]
    public void A_sentence_has_the_same_places_to_fill_in_every_language(string language)
    {
        foreach ((string english, string words) in Read(language))
        {
            Places(words).ShouldBe(Places(english), words);
        }
    }

    [Fact]
    public void A_value_stands_as_it_was_given_whatever_is_in_it()
    {
        Messages.Of("ko").Fault("state='{1}' <is> not one of x=1 is not one of a, b.").ShouldBe("state='{1}' <is> not one of x=1: 다음 가운데 하나가 아닙니다: a, b.");
        Messages.Of("ko").Fault("Nobody wrote this.").ShouldBeNull();
        Messages.English.Fault("Nothing at this address").ShouldBeNull();
    }

    [Theory]
    [InlineData("/commitments?state=<b>kept</b>", "workbench.query")]
    [InlineData("/nowhere/at/all", "workbench.not-found")]
    [InlineData("/?partners=KOR", "workbench.partners")]
    [InlineData("/documents/none", "workbench.not-found")]
    [InlineData("/actors/country/QQQ", "workbench.not-found")]
    [InlineData("/jobs/" + SampleJobs.Done, "reading.empty")]
    public async Task A_fault_on_a_Korean_page_is_Korean_but_for_its_code_and_its_values(string path, string code)
    {
        string page = await served.Text(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=ko");
        string main = Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value;

        main.ShouldContain($"<code>{code}</code>");
        main.ShouldNotContain("lang=\"en\"");
        Regex.IsMatch(Regex.Replace(main, "<[^>]+>", " "), "[a-z]{2,} (is|of|the|has|no|not) ").ShouldBeFalse(main);
    }

    private static string[] Sentences(string language) => [.. Read(language).Keys];

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Source, "Linchpin", "Workbench", "Language", language + ".faults.json")))!;

    private static string[] Places(string text) => [.. Regex.Matches(text, "[{][0-9][}]").Select(m => m.Value).Order(StringComparer.Ordinal)];

    /// <summary>The sentences that the sources below a folder hand to faults, their values as numbered places. What has no word of its own is none.</summary>
    private static IEnumerable<string> SaidIn(string folder, string? but = null) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar) is var parts && !parts.Contains("obj") && !parts.Contains("bin") && (but is null || !parts.Contains(but)))
        .SelectMany(f => File.ReadAllText(f) is var text ? Regex.Matches(text, "[.](?:Because|At)[(]|TooLarge[(]").SelectMany(m => Handed(text, m.Index + m.Length)) : [])
        .Where(s => s.EndsWith('.') && s.Contains(' ', StringComparison.Ordinal) && Regex.Replace(s, "[{][0-9][}]", "").Any(char.IsLetter))
        .Distinct();

    /// <summary>The texts among the arguments of a call whose parenthesis has been opened.</summary>
    private static IEnumerable<string> Handed(string source, int at)
    {
        for (int depth = 1; depth > 0; at++)
        {
            switch (source[at])
            {
                case '(': depth++; break;
                case ')': depth--; break;
                case '\'': at = source.IndexOf('\'', source[at + 1] == '\\' ? at + 3 : at + 2); break;
                case '"':
                    yield return Text(source, ref at, source[at - 1] == '$');
                    break;
            }
        }
    }

    private static string Text(string source, ref int at, bool filled)
    {
        var text = new StringBuilder();
        int places = 0;
        for (at++; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
            {
                text.Append(source[++at]);
            }
            else if (filled && source[at] == '{')
            {
                text.Append('{').Append(places++).Append('}');
                for (int depth = 1; depth > 0;)
                {
                    switch (source[++at])
                    {
                        case '{': depth++; break;
                        case '}': depth--; break;
                        case '"': Text(source, ref at, source[at - 1] == '$'); break;
                    }
                }
            }
            else
            {
                text.Append(source[at]);
            }
        }

        return text.ToString();
    }
}
