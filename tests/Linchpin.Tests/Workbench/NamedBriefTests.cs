using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Linchpin.Tests.Workbench;

public sealed class NamedBriefTests : IAsyncLifetime
{
    private const string Partners = "/brief?partners=KOR,IND,USA";
    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_brief_saved_under_a_name_opens_in_its_order_with_its_paragraphs_in_every_file()
    {
        string to = await Save(await Form(Partners), ("name", "For the Round"), ("note-0-title", "Our view"), ("note-0-text", "Ask for a date."), ("note-0-tlp", "CLEAR"));

        to.ShouldBe("/brief?partners=KOR,IND,USA&outline=for-the-round");
        IDocument page = await Page(to);
        page.QuerySelector("section.own h3")!.TextContent.ShouldBe("By desk officer, 3 February 2025: not from the record");
        foreach (string file in new[] { "/brief.html", "/brief.md" })
        {
            (await _served.Text(to.Replace("/brief", file, StringComparison.Ordinal))).ShouldContain("Ask for a date.");
        }

        (await Page(Partners)).QuerySelectorAll("#f-outline option").Select(o => o.TextContent).ShouldContain("for-the-round");
    }

    [Fact]
    public async Task A_findings_heading_stands_apart_from_its_first_word() =>
        (await Page(Partners)).QuerySelectorAll("ol li > strong").Select(h => h.NextSibling!.TextContent).Distinct().ShouldBe([" "]);

    [Fact]
    public async Task A_section_taken_out_is_left_out_and_comes_back_when_it_is_put_in_again()
    {
        Dictionary<string, string> form = await Form(Partners + "&length=full");
        string section = form.Keys.First(k => k.StartsWith("keep-", StringComparison.Ordinal))["keep-".Length..];
        form.Remove("keep-" + section);
        string to = await Save(form, ("name", "short"));

        (await Page(to)).GetElementById(section).ShouldBeNull();
        (await Page(to)).Body!.TextContent.ShouldContain("Left out here by the author of the brief");
        string again = await Save(await Form(to), ("keep-" + section, "1"));
        again.ShouldBe(to);
        (await Page(again)).GetElementById(section).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_brief_is_short_unless_asked_and_one_kept_has_the_length_it_was_saved_in()
    {
        (await Page(Partners)).QuerySelector("article.brief .bottom-line").ShouldNotBeNull();
        (await Page(Partners + "&length=full")).QuerySelector("article.brief .bottom-line").ShouldBeNull();
        string to = await Save(await Form(Partners + "&length=full"), ("name", "whole"));
        to.ShouldNotContain("length");
        (await Page(to)).QuerySelector("article.brief .bottom-line").ShouldBeNull();
        (await Page(to + "&length=short")).QuerySelector("article.brief .bottom-line").ShouldNotBeNull();
        (await Page(Partners + "&lang=ko")).QuerySelector("article.brief")!.TextContent.ShouldContain("결론");
    }

    [Fact]
    public async Task On_one_sector_the_page_and_its_files_tell_of_that_alone()
    {
        IDocument page = await Page(Partners + "&sector=semiconductors&length=full");
        page.QuerySelectorAll("article.brief > section[id]").Select(s => s.Id).ShouldContain("semiconductors");
        page.QuerySelectorAll("article.brief > section[id]").Select(s => s.Id).ShouldNotContain("critical-minerals");
        page.QuerySelector("a[href^='/brief.md']")!.GetAttribute("href")!.ShouldContain("sector=semiconductors");
    }

    [Fact]
    public async Task Of_two_who_save_one_brief_at_once_neither_overwrites_the_other()
    {
        string to = await Save(await Form(Partners), ("name", "round"), ("note-0-text", "First words."));
        Dictionary<string, string> ada = await Form(to), emmy = await Form(to);

        string first = await Save(ada, ("note-0-text", "Words of one."));
        string second = await Save(emmy, ("note-0-text", "Words of the other."));

        first.ShouldBe(to);
        second.ShouldBe("/brief?partners=KOR,IND,USA&outline=round-2&instead-of=round");
        (await _served.Text(first)).ShouldContain("Words of one.");
        IDocument kept = await Page(second);
        kept.Body!.TextContent.ShouldContain("Words of the other.");
        kept.QuerySelector("p.card[role=status]")!.TextContent.ShouldContain("round-2");
    }

    [Fact]
    public async Task A_new_brief_under_a_name_that_is_taken_is_kept_under_the_next()
    {
        await Save(await Form(Partners), ("name", "round"), ("note-0-text", "One."));

        (await Save(await Form(Partners), ("name", "round"), ("note-0-text", "Two."))).ShouldContain("outline=round-2");
    }

    [Fact]
    public async Task A_paragraph_that_was_not_changed_keeps_its_author_and_day_and_one_without_words_is_gone()
    {
        string to = await Save(await Form(Partners), ("name", "round"), ("note-0-text", "Stays."), ("note-0-title", "A"));
        string file = Path.Combine(_served.Folder, "briefs", "round.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("desk officer", "Emmy Noether", StringComparison.Ordinal).Replace("2025-02-03\",\n      \"text", "1918-07-26\",\n      \"text", StringComparison.Ordinal));
        to = await Save(await Form(to), ("note-1-text", "New."));

        IDocument page = await Page(to);
        page.QuerySelectorAll("section.own h3").Select(h => h.TextContent).ShouldContain(h => h.StartsWith("By Emmy Noether", StringComparison.Ordinal));
        page.QuerySelectorAll("section.own").Length.ShouldBe(2);
        (await Page(await Save(await Form(to), ("note-0-text", "")))).QuerySelectorAll("section.own").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_reader_sees_no_paragraph_under_a_label_that_keeps_it_back_and_no_names_of_briefs()
    {
        string to = await Save(await Form(Partners), ("name", "secretround"), ("note-0-text", "ambermark"), ("note-0-tlp", "AMBER"));

        (await _served.Text(to)).ShouldContain("ambermark");
        (await _served.Text(to + "&reader=public")).ShouldNotContain("ambermark");
        (await _served.Text(Partners + "&reader=public")).ShouldNotContain("secretround");
    }

    [Theory]
    [InlineData("name", "!!!", "workbench.field")]
    [InlineData("note-0-tlp", "PINK", "briefing.outline")]
    [InlineData("note-0-after", "alchemy", "briefing.outline")]
    public async Task What_cannot_be_kept_is_refused_with_the_reason(string field, string value, string code)
    {
        Dictionary<string, string> form = await Form(Partners);
        form["name"] = "round";
        form["note-0-text"] = "Words.";
        form[field] = value;
        using HttpResponseMessage answer = await _served.Client.PostAsync(new Uri("/briefs", UriKind.Relative), new FormUrlEncodedContent(form));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
        Directory.Exists(Path.Combine(_served.Folder, "briefs")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_is_a_path_is_no_name() =>
        (await _served.Client.GetAsync(new Uri(Partners + "&outline=..%2Freaders", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private async Task<IDocument> Page(string address) => new HtmlParser().ParseDocument(await _served.Text(address));

    /// <summary>The fields of the form as a browser would send them untouched.</summary>
    private async Task<Dictionary<string, string>> Form(string address) => (await Page(address)).QuerySelectorAll("form[action='/briefs'] [name]")
        .Where(e => e.GetAttribute("type") != "checkbox" || e.HasAttribute("checked"))
        .ToDictionary(e => e.GetAttribute("name")!, e => e.LocalName switch
        {
            "textarea" => e.TextContent,
            "select" => e.QuerySelector("option[selected]")?.GetAttribute("value") ?? "",
            _ => e.GetAttribute("value") ?? "",
        });

    private async Task<string> Save(Dictionary<string, string> form, params (string Name, string Value)[] changed)
    {
        foreach ((string name, string value) in changed)
        {
            form[name] = value;
        }

        using HttpResponseMessage answer = await _served.Client.PostAsync(new Uri("/briefs", UriKind.Relative), new FormUrlEncodedContent(form));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }
}
