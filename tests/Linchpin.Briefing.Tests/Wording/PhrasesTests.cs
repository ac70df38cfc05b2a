using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Wording;

public sealed partial class PhrasesTests
{
    private static readonly string Room = Path.Combine(Root(), "src", "Linchpin.Briefing");

    [Fact]
    public void Every_sentence_stands_in_every_language_with_the_same_places_to_fill()
    {
        Dictionary<string, string> english = Read("en"), korean = Read("ko");
        korean.Keys.Order(StringComparer.Ordinal).ShouldBe(english.Keys.Order(StringComparer.Ordinal));
        korean.Where(p => !Places(p.Value).SetEquals(Places(english[p.Key]))).Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Every_sentence_is_said_somewhere_and_every_one_that_is_said_is_there()
    {
        string sources = string.Concat(Directory.EnumerateFiles(Room, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] words = [.. Key().Matches(sources).Select(m => m.Groups[1].Value).Distinct()];
        Dictionary<string, string> english = Read("en");
        english.Keys.Where(k => !words.Any(w => k == w || k == w + ".one" || k == w + ".many" || (w.EndsWith('-') && k.StartsWith(w, StringComparison.Ordinal)))).ShouldBeEmpty();
        string[] families = [.. english.Keys.Select(k => k[..(k.IndexOf('.', StringComparison.Ordinal) + 1)]).Distinct()];
        words.Where(w => families.Any(f => w.StartsWith(f, StringComparison.Ordinal)) && !english.Keys.Any(k => k == w || k == w + ".one" || (w.EndsWith('-') && k.StartsWith(w, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(59, "59 days")]
    [InlineData(60, "2 months")]
    [InlineData(729, "24 months")]
    [InlineData(730, "2 years")]
    public void An_age_is_told_in_the_largest_unit_of_which_there_are_two(int days, string told) => Phrases.English.Say(Said.Age(days), id => id.Name).ShouldBe(told);

    [Fact]
    public void A_language_without_sentences_is_told_in_English_and_names_are_the_callers()
    {
        var said = new Said("continuity.met-again", new Said("continuity.silent-undated"), EntityId.Parse("mechanism/m"), PartialDate.Parse("2024-03"));
        Phrases.Of("hi").Say(said, _ => "The Commission").ShouldBe("Undated; no source says what came of it. The Commission met again 2024-03, which is no delivery.");
        Phrases.Of("ko").Say(said, _ => "위원회").ShouldContain("위원회");
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Room, "Wording", "Language", language + ".json")))!;

    private static HashSet<string> Places(string message) => [.. Place().Matches(message).Select(m => m.Value)];

    private static string Root()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "linchpin.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("linchpin.slnx is in no folder above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex("\"([a-z]+[.][a-z-]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("[{][0-9][}]")]
    private static partial Regex Place();
}
