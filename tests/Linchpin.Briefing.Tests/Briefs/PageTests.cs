using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Briefing.Briefs;
using Linchpin.Claims;
using Markdig;
using Document = Linchpin.Claims.Document;

namespace Linchpin.Briefing.Tests.Briefs;

/// <summary>The two files, read back by parsers that did not write them.</summary>
public sealed class PageTests
{
    private const string Hostile =
        "they agreed to <script>alert(1)</script> \"><img src=x onerror=alert(2)> & ](javascript:alert(3)) [x](http://evil.example) `code` **bold** </style> http://evil.example www.evil.example \u202Eabc\u0007 # not a heading | cell | ~~no~~ <!-- x -->";

    [Fact]
    public void Text_from_documents_is_never_markup_in_either_file()
    {
        using Record record = HostileRecord();
        Brief brief = record.Brief();
        IDocument html = new HtmlParser().ParseDocument(brief.Html());
        html.QuerySelectorAll("script, img, iframe, object, link, base, form").ShouldBeEmpty();
        html.QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith('#'));
        html.QuerySelectorAll("*").SelectMany(e => e.Attributes).ShouldAllBe(a => !a.Name.StartsWith("on"));
        html.Body!.TextContent.ShouldContain("<script>alert(1)</script>");
        html.Body.TextContent.ShouldNotContain('\u202E');
        html.Body.TextContent.ShouldNotContain('\u0007');
        html.QuerySelectorAll("style").ShouldHaveSingleItem().TextContent.ShouldNotContain("evil");

        string rendered = Markdown.ToHtml(brief.Markdown(), new MarkdownPipelineBuilder().UseAdvancedExtensions().Build());
        IDocument markdown = new HtmlParser().ParseDocument(rendered);
        markdown.QuerySelectorAll("script, img, code, del, table, h4, h5, h6, blockquote, pre").ShouldBeEmpty();
        markdown.QuerySelectorAll("a[href]").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith('#'));
        markdown.Body!.TextContent.ShouldContain("<script>alert(1)</script>");
    }

    [Fact]
    public void A_hostile_label_stays_inside_the_strings_of_the_style_sheet()
    {
        using var record = new Record();
        var label = new Handling(Record.Node, Tlp.Amber, ["a\"; } body { display: none } </style><script>x</script>"]);
        record.Promise(record.Text("They agreed to build a chip line.", handling: label), "a", "USA,KOR", handling: label);
        IDocument html = new HtmlParser().ParseDocument(record.Brief().Html());
        html.QuerySelectorAll("script").ShouldBeEmpty();
        html.QuerySelector("style")!.TextContent.ShouldNotContain("display: none }");
    }

    [Fact]
    public void Every_sentence_that_states_a_fact_has_a_citation_and_both_files_have_the_same_sentences()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using Record record = RandomRecord(seed);
            Brief brief = record.Brief();
            brief.Sentences.Where(s => s.Kind == SentenceKind.Fact).ShouldAllBe(s => s.Cites.Any());
            brief.Sentences.Where(s => s.Kind == SentenceKind.Silence).ShouldAllBe(s => s.Text.Contains("record", StringComparison.OrdinalIgnoreCase));
            brief.Findings.Count.ShouldBeInRange(3, 7);
            Same(brief);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void Hostile_sentences_are_the_same_in_both_files()
    {
        using Record record = HostileRecord();
        Same(record.Brief());
    }

    [Fact]
    public void Citations_lead_to_references_and_references_back()
    {
        using Record record = RandomRecord(7);
        IDocument html = new HtmlParser().ParseDocument(record.Brief().Html());
        html.QuerySelectorAll("a.cite").ShouldNotBeEmpty();
        foreach (IElement link in html.QuerySelectorAll("a[href^='#']"))
        {
            html.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull(link.OuterHtml);
        }

        html.QuerySelectorAll("[id]").Select(e => e.Id).ShouldBeUnique();
        html.QuerySelectorAll(".references li").ShouldAllBe(li => li.QuerySelector(".back a") != null);
    }

    [Fact]
    public void Headings_are_in_order_and_the_language_is_stated()
    {
        using Record record = RandomRecord(3);
        IDocument html = new HtmlParser().ParseDocument(record.Brief().Html());
        html.DocumentElement.GetAttribute("lang").ShouldBe("en");
        html.QuerySelectorAll("h1").ShouldHaveSingleItem();
        int before = 0;
        foreach (IElement heading in html.QuerySelectorAll("h1, h2, h3, h4"))
        {
            int level = heading.LocalName[1] - '0';
            (level - before).ShouldBeLessThanOrEqualTo(1);
            before = level;
        }
    }

    private static void Same(Brief brief)
    {
        IDocument html = new HtmlParser().ParseDocument(brief.Html());
        string[] inHtml = [.. html.QuerySelectorAll("span.fact, span.silence, span.note").Select(s => Spaces(s.TextContent))];
        inHtml.ShouldBe(brief.Sentences.Select(s => Spaces(s.ToString())));
        string markdown = Spaces(new HtmlParser().ParseDocument(Markdown.ToHtml(brief.Markdown())).Body!.TextContent);
        int from = 0;
        foreach (string sentence in inHtml)
        {
            int at = markdown.IndexOf(sentence, from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, sentence);
            from = at + sentence.Length;
        }
    }

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Record HostileRecord()
    {
        var record = new Record();
        Document text = record.Text(Hostile, title: "<b>Title</b> [t](http://evil.example)", publisher: "P*u*b <i>", file: "a_b_<x>.txt");
        record.Promise(text, "a", "USA,KOR,body/hostile", mechanism: "m")
            .Say(text, "body/hostile", "name", Record.Words("# <script>n</script> [b](http://evil.example)"))
            .Say(text, "mechanism/m", "name", Record.Words("1. `M` <img src=x>"))
            .Say(text, "commitment/a", "attribution", Record.Words("<a href=http://evil.example>him</a>"))
            .Say(text, "recommendation/r", "what", Record.Words(Hostile)).Say(text, "recommendation/r", "sector", Record.Entity("sector/semiconductors"))
            .Say(text, "risk/r", "what", Record.Words(Hostile)).Say(text, "risk/r", "about", Record.Entity("sector/semiconductors"));
        return record;
    }

    private static Record RandomRecord(int seed)
    {
        var random = new Random(seed);
        var record = new Record();
        string[] countries = ["USA", "KOR", "IND", "JPN", "CHN", "DEU"];
        string[] acts = ["agreed", "pledged", "announced", "signed", "launched", "stated", "done", "intended", "negotiating"];
        string?[] states = [null, "stated", "in-progress", "delivered", "lapsed", "superseded"];
        string[] sectors = [.. Vocabulary.Sectors.Select(s => s.Id)];
        string Any(string[] from) => from[random.Next(from.Length)];
        for (int i = 0; i < random.Next(1, 12); i++)
        {
            string act = Any(acts);
            Document text = record.Text($"In paper {i.ToString(CultureInfo.InvariantCulture)} they {act} to do a thing of number {random.Next(1000).ToString(CultureInfo.InvariantCulture)} on {Any(sectors)}, with more; and more.");
            string id = "c" + random.Next(8).ToString(CultureInfo.InvariantCulture);
            record.Promise(
                text, id, string.Join(',', Enumerable.Range(0, random.Next(0, 4)).Select(_ => Any(countries)).Distinct()), act, random.Next(5) == 0 ? null : Any(sectors),
                date: random.Next(2) == 0 ? null : $"{2018 + random.Next(7)}", state: states[random.Next(states.Length)], mechanism: random.Next(2) == 0 ? "m" : null,
                due: random.Next(3) == 0 ? "2021-06" : null, by: random.Next(2) == 0 ? Record.Analyst : null);
            record.Say(text, "mechanism/m", "name", Record.Words("Dialogue " + random.Next(2))).Say(text, "mechanism/m", "member", Record.Entity("country/" + Any(countries)))
                .Say(text, "mechanism/m", "sector", Record.Entity("sector/" + Any(sectors)))
                .Say(text, "event/e", "type", Record.Words("meeting")).Say(text, "event/e", "mechanism", Record.Entity("mechanism/m"))
                .Say(text, "event/e", "participant", Record.Entity("country/" + Any(countries))).Say(text, "event/e", "sector", Record.Entity("sector/" + Any(sectors)))
                .Say(text, "event/e", "date", Record.On($"{2018 + random.Next(7)}"))
                .Say(text, $"recommendation/r{i.ToString(CultureInfo.InvariantCulture)}", "what", Record.Words(text.Text!)).Say(text, $"recommendation/r{i.ToString(CultureInfo.InvariantCulture)}", "sector", Record.Entity("sector/" + Any(sectors)));
        }

        for (int i = 0; i < random.Next(0, 15); i++)
        {
            record.Exposure(Any(countries), random.Next(5) == 0 ? "ROW" : Any(countries), random.NextDouble(), Any(["c14", "c15", "c24", "c9"]), face: random.NextDouble());
        }

        return record;
    }
}
