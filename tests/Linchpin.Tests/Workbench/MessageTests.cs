using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Claims;

namespace Linchpin.Tests.Workbench;

public sealed class MessageTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "src", "Linchpin", "Workbench");

    [Fact]
    public void Every_message_that_a_page_asks_for_is_there_and_every_message_is_asked_for()
    {
        string[] keys = [.. JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Pages, "Language", "en.json")))!.Keys];
        string sources = string.Concat(Directory.EnumerateFiles(Pages, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] asked = [.. Regex.Matches(sources, "(?:W|_words|Words)\\[\"([a-z.-]+)\"[,\\]]").Select(m => m.Groups[1].Value).Concat(
            Regex.Matches(sources, "(?:W|words)\\.Count\\(\"([a-z.-]+)\"").SelectMany(m => new[] { m.Groups[1].Value + ".one", m.Groups[1].Value + ".many" })).Distinct()];
        string[] begun = [.. Regex.Matches(sources, "\"([a-z-]+[.](?:[a-z]+-)?)\" \\+").Select(m => m.Groups[1].Value).Distinct()];

        asked.Length.ShouldBeGreaterThan(150);
        asked.Except(keys).ShouldBeEmpty();
        keys.Where(k => !asked.Contains(k) && !begun.Any(b => k.StartsWith(b, StringComparison.Ordinal)) && !sources.Contains(k, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko")]
    public void Every_message_of_a_language_is_one_of_the_English_with_the_same_places_to_fill(string language)
    {
        Dictionary<string, string> english = Words("en"), other = Words(language);

        english.Keys.Except(other.Keys).ShouldBeEmpty();
        other.Keys.Except(english.Keys).ShouldBeEmpty();
        other.Where(m => !Places(m.Value).SetEquals(Places(english[m.Key]))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko")]
    public void The_kinds_properties_and_sectors_of_the_vocabulary_have_a_name_in_every_language(string language)
    {
        string[] terms =
        [
            .. Vocabulary.Kinds.Keys.Select(k => "kind." + k), .. Vocabulary.Properties.Keys.Select(p => "property." + p), .. Vocabulary.Sectors.Select(s => "sector." + s.Id),
        ];

        terms.Except(Linchpin.Briefing.Wording.Phrases.Of(language).Terms.Keys).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Words(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Pages, "Language", name + ".json")))!;

    private static HashSet<string> Places(string message) => [.. Regex.Matches(message, "[{][0-9][}]").Select(m => m.Value)];
}
