using System.Text;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Reading.Documents.Html;

namespace Linchpin.Reading.Tests.Documents;

public class HtmlTests
{
    [Theory]
    [InlineData(".secret { display: none }", "<p class='big secret'>HIDDEN</p>")]
    [InlineData("#gone > p { visibility: hidden }", "<div id=gone><p>HIDDEN</p></div>")]
    [InlineData("/* a */ @media screen and (min-width: 1px) { div .x { font-size: 0 } }", "<div><i class=x>HIDDEN</i></div>")]
    [InlineData("p { color: #fefefe }", "<p>HIDDEN</p>")]
    [InlineData(".dark { background: #000080 } .dark p { color: rgb(0, 0, 128) }", "<div class=dark><p>HIDDEN</p></div>")]
    [InlineData(".sr { position: absolute; left: -9999px }", "<span class=sr>HIDDEN</span>")]
    [InlineData("p.a { display: none } p { display: block }", "<p class=a>HIDDEN</p>")]
    [InlineData("", "<p hidden>HIDDEN</p><p aria-hidden='true'>HIDDEN</p><p style='opacity:0'>HIDDEN</p><font color=white>HIDDEN</font>")]
    [InlineData("b { display: none }", "<b><div>HIDDEN</b> HIDDEN</div></b>")]
    [InlineData("", "<div><svg><text style='visibility:visible'>HIDDEN</text></svg></div>")]
    public void What_a_style_sheet_or_an_attribute_hides_is_not_read(string css, string body) =>
        Words($"<html><head><style>{css}</style></head><body><p>Seen before.</p>{body}<p style='display:block'>Seen after.</p>").ShouldNotContain("HIDDEN");

    [Theory]
    [InlineData("@media print { p { display: none } }", "<p>SEEN</p>")]
    [InlineData("p { display: none } p.a { display: block }", "<p class=a>SEEN</p>")]
    [InlineData("p:hover { display: none } p::before { visibility: hidden }", "<p>SEEN</p>")]
    [InlineData("div { visibility: hidden } div p { visibility: visible }", "<div><p>SEEN</p></div>")]
    [InlineData(".dark { background: navy; color: white }", "<div class=dark><p>SEEN</p></div>")]
    [InlineData("<!-- p { display: none } -->", "<p>SEEN</p>")]
    [InlineData(".a { display: none }", "<p class=a>no</p><p>SEEN</p>")]
    [InlineData("", "<!-- <style>p { display: none }</style> --><p it's>SEEN</p><p>'</p>")]
    public void What_is_seen_is_read(string css, string body) => Words($"<style>{(css.StartsWith("<!--", StringComparison.Ordinal) ? "" : css)}</style>{body}").ShouldContain("SEEN");

    [Fact]
    public void Navigation_notes_and_what_stands_outside_the_main_part_are_zones()
    {
        ReadDocument read = Files.Read("""
            <body><div class="nav">Home, where Norway agreed to build a port.</div><main><article><header><h1>Ports and chips</h1></header>
            <p>Japan and India<sup><a href="#n1">1</a></sup> agreed to share data.</p><aside>Chile agreed to pay for the port of Lima.</aside>
            <table><tr><th>Country<td>Share<tr><td>Japan<td>12</table><ol class=footnotes><li id=n1>Korea agreed to pay for it in 2021.</ol></article></main><p>Peru agreed to build a road to the coast.</p></body>
            """, "a.html");
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        commitment.Who.ShouldBe(["IND", "JPN"], ignoreOrder: true);
        commitment.Quote.ShouldContain("href");
        commitment.What.ShouldBe("agreed to share data");
        read.Document.Title.ShouldBe("Ports and chips");
        read.Zones.Select(z => z.Kind).Distinct().ShouldBe(["furniture", "title", "sidebar", "table", "footnotes"]);
    }

    [Fact]
    public void The_letters_of_any_soup_of_tags_are_those_that_another_parser_shows()
    {
        string[] pieces = ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<ul>", "<li>", "</ul>", "word ", "Japan ", "&amp;", "&eacute;", "<!-- no -->", "<br>", "<i class='a b'>", "</i>", "<h2>", "</h2>", "<script>no</script>", "<style>p{margin:0}</style>", "<span id=x>", "</span>", "<p hidden>no</p>", "<a href='#x'>", "</a>", "a < b ", "<section>", "</section>"];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Gen.Elements(pieces).ListOf().Select(string.Concat)), html =>
        {
            AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument("<html><head></head><body>" + html);
            foreach (AngleSharp.Dom.IElement unread in page.QuerySelectorAll("script, style, [hidden]"))
            {
                unread.Remove();
            }

            return Letters(Words("<html><head></head><body>" + html)) == Letters(page.Body!.TextContent);
        }));

        static string Letters(string words) => string.Concat(words.Where(char.IsLetter));
    }

    [Fact]
    public void A_million_elements_or_rules_or_an_endless_attribute_is_read_or_refused_in_bounded_memory()
    {
        Refused(string.Concat(Enumerable.Repeat("<div><b>", 500_000)), "reading.too-deep");
        Refused("<style>" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $".c{i}{{display:none}}")) + "</style><p>Japan.", "reading.too-large");
        Refused("<style>" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"div .a{{left:{i}px;color:red}}")) + "</style>" + string.Concat(Enumerable.Repeat("<p class=a>Japan.</p>", 50_000)), "reading.too-large");
        Files.Read("<p>Japan and India agreed to share data.<p title=\"" + new string('a', 8 << 20) + "\">More.", "a.html").Of("commitment").ShouldHaveSingleItem();
        Files.Read(string.Concat(Enumerable.Repeat("<p>Japan<br>", 300_000)), "a.html").Of("actor").ShouldHaveSingleItem();
        Files.Read("<p>Japan." + string.Concat(Enumerable.Repeat("&lol9;&#x110000;&#xD800;", 100_000)), "a.html").Of("actor").ShouldHaveSingleItem();

        static void Refused(string html, string code)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Files.FaultOf(() => Files.Read(html, "a.html")).ShouldBe(code);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300L << 20);
        }
    }

    private static string Words(string html) => HtmlText.Read(html, "a.html").Clean;
}
