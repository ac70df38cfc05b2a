using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Briefing.Briefs;
using Linchpin.Claims;
using Document = Linchpin.Claims.Document;

namespace Linchpin.Briefing.Tests.Briefs;

/// <summary>A brief in Korean says what the English one says, in Korean.</summary>
public sealed partial class KoreanBriefTests
{
    private static readonly string[] Acts = ["agreed", "pledged", "announced", "signed", "launched", "stated", "done", "intended", "negotiating"];
    private static readonly string[] Sectors = ["semiconductors", "climate", "shipping", "ev-batteries", "ai"];

    [Theory]
    [InlineData(BriefLength.Short)]
    [InlineData(BriefLength.Full)]
    public void Both_languages_state_the_same_facts_with_the_same_sources_and_figures_in_the_same_order(BriefLength length) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using Record record = Mixed(seed);
            Brief english = record.Brief(length: length), korean = record.Brief(length: length, language: "ko");
            korean.Language.ShouldBe("ko");
            korean.Sentences.Select(s => s.Kind).ShouldBe(english.Sentences.Select(s => s.Kind));
            korean.Sentences.Select(s => string.Join(' ', s.Cites.Select(c => c.Number))).ShouldBe(english.Sentences.Select(s => string.Join(' ', s.Cites.Select(c => c.Number))));
            korean.Sentences.Select(Figures).ShouldBe(english.Sentences.Select(Figures));
            korean.Sections.Select(s => s.Id).ShouldBe(english.Sections.Select(s => s.Id));
            korean.References.SelectMany(g => g.Entries).Select(e => (e.Number, e.Quote)).ShouldBe(english.References.SelectMany(g => g.Entries).Select(e => (e.Number, e.Quote)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Theory]
    [InlineData(BriefLength.Short)]
    [InlineData(BriefLength.Full)]
    public void Of_a_record_in_Korean_no_English_stands_in_a_Korean_brief(BriefLength length) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using Record record = Mixed(seed);
            Brief brief = record.Brief(length: length, language: "ko");
            brief = brief.Since(record.Briefing(asOf: new Ledger.AsOf(PublishedBy: new DateOnly(2023, 1, 1))).Brief(["USA", "KOR", "IND"], Record.Day, new BriefWish { Length = length, Language = "ko" }), new DateOnly(2023, 1, 1));
            IEnumerable<string> own =
            [
                brief.Title, brief.LabelText, brief.AsOfText, brief.Order, .. brief.Header.SelectMany(l => new[] { l.Name, l.Text }), .. brief.Sections.Select(s => s.Title),
                .. brief.Sections.SelectMany(s => s.Parts).Select(p => p.Title), .. brief.Sentences.Select(s => s.Text), .. brief.References.SelectMany(g => g.Entries).Where(e => e.Quote is not null).Select(e => e.Place),
            ];
            own.Where(text => TwoEnglishWords().IsMatch(text)).ShouldBeEmpty();

            IDocument html = new HtmlParser().ParseDocument(brief.Html());
            html.DocumentElement.GetAttribute("lang").ShouldBe("ko");
            html.QuerySelectorAll("h1, h2, h3:not(#references h3), dt, .label, .foot").Select(e => e.TextContent).Where(t => TwoEnglishWords().IsMatch(t)).ShouldBeEmpty();
            html.QuerySelectorAll("[aria-label]").Select(e => e.GetAttribute("aria-label")!).Where(t => !t.Any(Hangul)).ShouldBeEmpty();
            using WordprocessingDocument word = WordprocessingDocument.Open(new MemoryStream(brief.Docx()), false);
            word.MainDocumentPart!.Document!.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText).Where(t => !t.Contains("TOC", StringComparison.Ordinal) && !t.Contains("NOTEREF", StringComparison.Ordinal) && TwoEnglishWords().IsMatch(t)).ShouldBeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));

    [Fact]
    public void What_a_document_says_keeps_its_words_and_is_marked_with_its_language()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line together."), "a", "USA,KOR", date: "2024-03-05");
        Brief korean = record.Brief(language: "ko");
        Sentence told = korean.Sections.Single(s => s.Id == "semiconductors").Parts[0].Items[0].Sentences[0];
        told.Text.ShouldBe("2024년 3월 5일, 대한민국, 미국이 합의했습니다: “They agreed to build a chip line together”.");
        IDocument html = new HtmlParser().ParseDocument(korean.Html());
        html.QuerySelectorAll("section#semiconductors [lang=en]").Select(e => e.TextContent).ShouldContain("They agreed to build a chip line together");
        html.QuerySelectorAll("#references q [lang=en]").ShouldNotBeEmpty();
        new HtmlParser().ParseDocument(record.Brief().Html()).QuerySelectorAll("body [lang]").ShouldBeEmpty();

        using var other = new Record();
        other.Promise(other.Text("두 나라는 반도체 생산선을 함께 짓기로 했다."), "a", "USA,KOR", date: "2024");
        new HtmlParser().ParseDocument(other.Brief().Html()).QuerySelectorAll("section#semiconductors [lang=ko]").ShouldNotBeEmpty();
        new HtmlParser().ParseDocument(other.Brief(language: "ko").Html()).QuerySelectorAll("body [lang]").Select(e => e.OuterHtml).ShouldBeEmpty();
    }

    private static string Figures(Sentence sentence) => string.Join(' ', Figure().Matches(sentence.Text).Select(m => m.Value).Order(StringComparer.Ordinal));

    private static bool Hangul(char c) => c is >= '가' and <= '힣';

    /// <summary>A record with something of everything, its documents in Korean.</summary>
    private static Record Mixed(int seed)
    {
        var random = new Random(seed);
        var record = new Record();
        for (int i = 0; i < 8; i++)
        {
            Document text = record.Text($"두 나라는 {i}번째 공장을 {random.Next(100)}번 부두에 함께 짓기로 했다.", published: $"202{random.Next(2, 5)}-0{random.Next(1, 9)}", title: $"{i}번 보도", publisher: "한 부처", file: $"{i}.txt");
            string id = $"p{i}";
            record.Promise(
                text, id, random.Next(3) switch { 0 => "USA,KOR", 1 => "KOR,IND", _ => "KOR" }, Acts[random.Next(Acts.Length)], random.Next(4) == 0 ? null : Sectors[random.Next(Sectors.Length)],
                date: random.Next(2) == 0 ? $"202{random.Next(5)}" : null, due: random.Next(3) == 0 ? $"20{random.Next(20, 40)}" : null, state: random.Next(3) == 0 ? "in-progress" : null, mechanism: random.Next(2) == 0 ? "m" : null,
                by: random.Next(4) == 0 ? Record.Analyst : null);
            record.Say(text, "mechanism/m", "name", Record.Words("두 나라 대화")).Say(text, "mechanism/m", "member", Record.Entity("country/KOR")).Say(text, "mechanism/m", "sector", Record.Entity("sector/space"));
            string sector = "sector/" + Sectors[random.Next(Sectors.Length)];
            record.Say(text, $"event/e{i}", "type", Record.Words(random.Next(3) switch { 0 => "meeting", 1 => "signing", _ => "walkout" })).Say(text, $"event/e{i}", "participant", Record.Entity("country/KOR"))
                .Say(text, $"event/e{i}", "sector", Record.Entity(sector)).Say(text, $"event/e{i}", "place", Record.Words("서울"));
            record.Say(text, $"recommendation/r{i}", "what", Record.Words($"두 나라는 {i}번째 공장을")).Say(text, $"recommendation/r{i}", "sector", Record.Entity(sector));
            record.Say(text, $"risk/k{i}", "what", Record.Words($"{i}번째 공장을")).Say(text, $"risk/k{i}", "sector", Record.Entity(sector));
        }

        record.Say(record.Text("대화는 2021년에 시작했다.", title: "가"), "mechanism/m", "established", Record.On("2021")).Say(record.Text("대화는 2022년에 시작했다.", title: "나"), "mechanism/m", "established", Record.On("2022"));
        foreach (string code in new[] { "c14", "c24", "c9" })
        {
            record.Exposure("KOR", "CHN", random.Next(2, 40) / 100.0, code, face: 0.1).Exposure("USA", "CHN", random.Next(2, 40) / 100.0, code).Exposure("KOR", "ROW", 0.3, code);
        }

        return record.Chokepoint("CHN", "KOR:100:1 USA:50:0.5 IND:10:0.1");
    }

    [GeneratedRegex("[A-Za-z]{2,}[ ,]+[a-z]{2,}")]
    private static partial Regex TwoEnglishWords();

    [GeneratedRegex("[0-9]+[.][0-9]+ %")]
    private static partial Regex Figure();
}
