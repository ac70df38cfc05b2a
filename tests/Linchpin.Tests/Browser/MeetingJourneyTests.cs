using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Linchpin.Tests.Workbench;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>A round of a mechanism is prepared, printed, and read back from its readout.</summary>
[Collection("browser")]
public sealed class MeetingJourneyTests(Chromium chromium)
{
    // A shared machine may be slow for a while.
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    private const string Before = """
        On 3 March 2019 Norway and Iceland held the second Norway-Iceland Drilling Dialogue in Bergen. At the Norway-Iceland Drilling Dialogue the two sides agreed to open a joint drilling school in Bergen by 2022.
        Norway and Iceland agreed to exchange core samples from the Jan Mayen ridge every year.
        """;

    private const string After = """
        On 14 May 2021 Norway and Iceland held the third Norway-Iceland Drilling Dialogue in Reykjavik. The joint drilling school of Norway and Iceland opened in Bergen in April 2021.
        Norway and Iceland agreed to build a joint seismic station on Jan Mayen by 2024.
        """;

    [Fact]
    public async Task A_round_is_prepared_printed_and_an_item_closes_when_its_readout_is_handed_in()
    {
        await using Own<ServedEmpty> own = await Own<ServedEmpty>.Open(chromium);
        using HttpResponseMessage read = await own.Served.HandIn(await own.Served.Token(), [], ("text", Before), ("title", "Readout of 2019"), ("date", "2019-03-04"), ("tlp", "CLEAR"));
        await own.Served.Ended(read.Headers.Location!);
        IPage page = own.Page;

        // Prepared: what the first readout left open, with its passage.
        await page.GotoAsync("/mechanisms");
        await page.GetByRole(AriaRole.Link, new() { Name = "Norway-Iceland Drilling Dialogue" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Agenda of the next round" }).ClickAsync();
        await page.GetByLabel("Day of the round").FillAsync("2021-05-14");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("on=2021-05-14"));
        ILocator school = page.Locator(".agenda > li", new() { HasText = "joint drilling school" }), samples = page.Locator(".agenda > li", new() { HasText = "core samples" });
        await Expect(school).ToContainTextAsync("no later evidence");
        await Expect(page.Locator("section", new() { Has = page.Locator("#last-round") })).ToContainTextAsync("2019-03-03");
        await Expect(page.Locator(".outcome")).ToHaveCountAsync(0);

        // On paper: the items, and nothing to click.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(school).ToBeVisibleAsync();
        await Expect(page.Locator("form").First).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Or paste a text")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        IDownload printed = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download PDF" }).ClickAsync());
        printed.SuggestedFilename.ShouldEndWith(".pdf");
        (await File.ReadAllTextAsync(await printed.PathAsync())).ShouldStartWith("%PDF-");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download DOCX" }).ClickAsync());
        using (WordprocessingDocument word = WordprocessingDocument.Open(await file.PathAsync(), isEditable: false))
        {
            word.MainDocumentPart!.Document!.InnerText.ShouldContain("open a joint drilling school");
        }

        // Handed in: the day stands there already, and the way leads back.
        await Expect(page.GetByLabel("Published", new() { Exact = true })).ToHaveValueAsync("2021-05-14");
        await page.GetByLabel("Or paste a text").FillAsync(After);
        await page.GetByLabel("Traffic Light Protocol").SelectOptionAsync("CLEAR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read into the record" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs/"));
        await Expect(page.Locator(".job-state")).ToContainTextAsync("1 of 1 done", Patient);
        await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/agenda[?]on=2021-05-14"));
        await Expect(school.Locator(".outcome")).ToContainTextAsync("closed");
        await Expect(school.Locator(".outcome blockquote")).ToHaveTextAsync("The joint drilling school of Norway and Iceland opened in Bergen in April 2021");
        await Expect(samples.Locator(".outcome")).ToContainTextAsync("stays");
        await Expect(page.Locator("section", new() { Has = page.Locator("#this-round") })).ToContainTextAsync("seismic station");
        await page.GotoAsync("/mechanisms/isl-nor-dialogue-drilling/agenda?on=2022-06-01");
        await Expect(page.Locator(".agenda > li")).ToHaveCountAsync(2);
        await Expect(school).ToHaveCountAsync(0);
        own.Window.Complaints.ShouldBeEmpty();
        own.Window.Strays.ShouldBeEmpty();
    }
}
