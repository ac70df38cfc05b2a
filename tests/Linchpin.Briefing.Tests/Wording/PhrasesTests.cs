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
    public void A_Korean_sentence_has_no_two_English_words_and_Hangul_wherever_the_English_has_words()
    {
        Dictionary<string, string> english = Read("en"), korean = Read("ko");
        korean.Where(p => TwoEnglishWords().IsMatch(Place().Replace(p.Value, "…"))).Select(p => p.Key).ShouldBeEmpty();
        korean.Where(p => Word().IsMatch(Place().Replace(english[p.Key], "")) && !Place().Replace(p.Value, "").Any(c => c is >= '가' and <= '힣')).Select(p => p.Key).ShouldBe(OfNoWords, ignoreOrder: true);
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

    [Fact]
    public void The_sentence_of_a_cell_is_said_in_Korean_with_names_and_sectors_of_that_language()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.234).Exposure("IND", "CHN", 0.15).Chokepoint("CHN", "KOR:19200:1.6");
        record.Promise(record.Text("They aim to share fabs."), "fabs", "KOR", act: "intended");
        static string NameOf(EntityId id) => id.ToString() switch { "country/KOR" => "대한민국", "country/CHN" => "중국", "sector/wiod35:c14" => "전기·광학 기기", _ => id.ToString() };
        Linchpin.Briefing.Lattices.LatticeCell one = record.Cell("KOR");
        one.Sentence.ShouldStartWith("China supplied 23.4 % of all direct and indirect inputs of South Korea’s electrical and optical equipment sector in 2011 (");
        Phrases.Of("ko").Say(one.Says, NameOf).ShouldBe(
            "2011년 대한민국의 전기·광학 기기 부문 직접·간접 투입 전체의 23.4 %를 중국에서 공급(기초가격, 국내 공급 포함, 행 합계 기준). 기준 10 % 이상이며, 효력 있는 약속은 기록에 없습니다(다만 아무도 구속하지 않는 목표나 협상 1건). 가장 큰 병목은 중국의 전기·광학 기기 산업입니다. 해외 공급이 멈추면 잃는 것: 대한민국의 부가가치의 1.60 %(USD 19.2십억), 표 ‘A table, 2011’에서 추출한 계산, 행 합계 기준.");
        string none = Phrases.Of("ko").Say(record.Cell("USA").Says, NameOf);
        none.ShouldBe("효력 있는 약속도 노출도 수치도 기록에 없습니다.");
    }

    // What English says with a word and Korean with a mark, or with the order of the words.
    private static readonly string[] OfNoWords = ["continuity.for", "cell.cost-of", "brief.count-none", "finding.on", "finding.gap", "finding.none-join", "exposure.in", "promise.by-day", "told.and", "advice.source", "advice.source-untitled", "conflict.or", "conflict.reading", "conflict.said", "warning.came-to", "warning.other", "short.decide-made"];

    [GeneratedRegex("[A-Za-z]{2,}[ ,]+[a-z]{2,}")]
    private static partial Regex TwoEnglishWords();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Room, "Wording", "Language", language + ".json")))!;

    private static HashSet<string> Places(string message) => [.. Place().Matches(message).Select(m => m.Groups[1].Value)];

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

    [GeneratedRegex("\"([a-z]+[.][a-z-]+(?:[.](?:one|many))?)\"")]
    private static partial Regex Key();

    [GeneratedRegex("[{]([0-9])(?::[^}]+)?[}]")]
    private static partial Regex Place();
}
