using System.Text.RegularExpressions;
using Linchpin.Tests.Workbench;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

[Collection("browser")]
public sealed class JourneyTests(Chromium chromium)
{
    [Fact]
    public async Task From_a_cell_of_the_lattice_to_the_sentence_in_the_document_and_back()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/?partners=KOR,IND,USA");
        await page.GetByRole(AriaRole.Row, new() { Name = "Semiconductors" }).GetByRole(AriaRole.Link).Nth(6).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Semiconductors");
        ILocator promise = page.Locator(".card", new() { HasText = "share early warnings" });
        await Expect(promise.Locator("blockquote")).ToHaveTextAsync("The three sides agreed to share early warnings of disruptions in the supply of gallium");

        await promise.GetByRole(AriaRole.Link, new() { Name = "Readout of the second Trilateral Chip Dialogue" }).ClickAsync();
        ILocator chosen = page.Locator("mark.chosen");
        await Expect(chosen).ToHaveTextAsync("The three sides agreed to share early warnings of disruptions in the supply of gallium");
        await Expect(chosen).ToBeInViewportAsync();

        await chosen.GetByRole(AriaRole.Link).ClickAsync();
        ILocator note = page.Locator("li.note.chosen", new() { HasText = "share early warnings" });
        await Expect(note).ToBeInViewportAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Semiconductors");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task From_a_cell_to_its_sentence_and_back_by_keyboard_alone_in_Korean()
    {
        await using Window window = await chromium.Open(new() { Locale = "ko-KR" });
        IPage page = window.Page;
        await page.GotoAsync("/?partners=KOR,IND,USA");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ko");
        await page.GetByRole(AriaRole.Row, new() { Name = "반도체" }).GetByRole(AriaRole.Link).Nth(6).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("반도체");

        await TabTo(page, "Readout of the second Trilateral Chip Dialogue");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark.chosen")).ToBeInViewportAsync();

        // Back is the browser's own key, which a page does not get to see.
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("반도체");
        window.Complaints.ShouldBeEmpty();

        static async Task TabTo(IPage page, string text)
        {
            for (int i = 0; i < 200; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if ((await page.EvaluateAsync<string>("document.activeElement?.textContent ?? ''")).Contains(text, StringComparison.Ordinal))
                {
                    return;
                }
            }

            throw new InvalidOperationException($"No link with '{text}' is reached by Tab.");
        }
    }

    [Fact]
    public async Task The_same_journey_with_the_keyboard_alone()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;
        await page.GotoAsync("/?partners=KOR,IND,USA");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the page" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/lattice/"));
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("c");
        await Expect(page).ToHaveURLAsync(new Regex("/commitments"));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gallium");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/search"));
        await Expect(page.Locator(".hit mark").First).ToHaveTextAsync("gallium");
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_search_finds_the_words_in_their_passage_and_leads_there()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("packaging");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Search: packaging");
        await page.Locator(".hit").Filter(new() { HasText = "host a working group" }).GetByRole(AriaRole.Link, new() { Name = "Readout" }).First.ClickAsync();
        await Expect(page.Locator("mark.chosen")).ToContainTextAsync("packaging");
    }

    [Fact]
    public async Task A_conflict_shows_both_passages_side_by_side()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/conflicts");
        await Expect(page.Locator(".side")).ToHaveCountAsync(2);
        LocatorBoundingBoxResult left = (await page.Locator(".side").Nth(0).BoundingBoxAsync())!;
        LocatorBoundingBoxResult right = (await page.Locator(".side").Nth(1).BoundingBoxAsync())!;
        right.X.ShouldBeGreaterThan(left.X + left.Width - 1);
        right.Y.ShouldBe(left.Y, 1);
    }

    [Fact]
    public async Task A_brief_is_previewed_for_a_reader_and_downloaded()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/brief?partners=KOR,IND,USA");
        await page.GetByLabel("Made for").FillAsync("KOR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("reader=KOR"));
        await Expect(page.Locator("article.brief")).ToContainTextAsync("Made for");
        await Expect(page.Locator("article.brief")).Not.ToContainTextAsync(SampleRecord.SecretWord);
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download Markdown" }).ClickAsync());
        file.SuggestedFilename.ShouldEndWith(".md");
        string text = await File.ReadAllTextAsync(await file.PathAsync());
        text.ShouldContain("gallium");
        text.ShouldNotContain(SampleRecord.SecretWord);
    }

    [Fact]
    public async Task A_filter_changes_the_table_and_the_address_without_a_new_page()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/commitments");
        await page.EvaluateAsync("window.sameDocument = true");
        await page.GetByLabel("State").SelectOptionAsync("in-progress");
        await Expect(page).ToHaveURLAsync(new Regex("state=in-progress$"));
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(1);
        (await page.EvaluateAsync<bool>("window.sameDocument === true")).ShouldBeTrue();

        await page.ReloadAsync();
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_record_is_asked_for_as_published_by_an_earlier_day()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/conflicts");
        await page.GetByText("Change reader, days or labels").ClickAsync();
        await page.Locator(".stand").GetByLabel("Published by").FillAsync("2024-03-15");
        await page.Locator(".stand").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("published-by=2024-03-15"));

        // The report that disagrees came out a day later.
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await Expect(page.Locator(".stand .asked")).ToHaveTextAsync("2024-03-15");
    }

    [Fact]
    public async Task The_chart_draws_the_numbers_of_the_table_beside_it()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;

        await page.GotoAsync("/exposures?user=KOR");
        await Expect(page.Locator("lp-chart canvas")).ToBeVisibleAsync();
        await Expect(page.Locator("lp-chart [role=img]")).ToHaveAttributeAsync("aria-label", new Regex("table below"));
        bool drawn = await page.EvaluateAsync<bool>("(c => { const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; return d.some(v => v > 0); })(document.querySelector('lp-chart canvas'))");
        drawn.ShouldBeTrue();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Scripts_in_a_document_never_run()
    {
        await using Window window = await chromium.Open();
        foreach (string name in new[] { SampleRecord.ReadoutDocument.Id.Name, SampleRecord.PageDocument.Id.Name })
        {
            await window.Page.GotoAsync("/documents/" + name, new() { WaitUntil = WaitUntilState.NetworkIdle });
            (await window.Page.EvaluateAsync<bool>("'stolen' in window")).ShouldBeFalse();
            (await window.Page.Locator("main script, main img").CountAsync()).ShouldBe(0);
        }
    }
}
