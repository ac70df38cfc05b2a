using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>Building a scenario, passing it on, running it, freezing it.</summary>
[Collection("browser")]
public sealed class ScenarioJourneyTests(Chromium chromium)
{
    private const string Stop = "/scenarios/build?partners=KOR,IND,USA&1-kind=export-ban&1-from=CHN&1-sector=c14&1-size=20&steps=40&1-days=10&1-recovery=0";

    [Fact]
    public async Task A_cut_moved_from_20_to_40_per_cent_and_its_link_opened_elsewhere_gives_the_same_figures()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;
        await page.GotoAsync(Stop);
        string[] before = await Figures(page);
        before.Length.ShouldBe(4);

        ILocator slider = page.GetByLabel("How much:");
        await slider.FillAsync("40");
        await Expect(page).ToHaveURLAsync(new Regex("1-size=40"));
        await Expect(page.Locator("output")).ToHaveTextAsync("40");
        await Expect(page.Locator("#quick tbody tr").First).Not.ToHaveTextAsync(before[0]);
        string[] after = await Figures(page);
        after.ShouldNotBe(before);
        string link = (await page.GetByRole(AriaRole.Link, new() { Name = "as a link that holds every setting" }).GetAttributeAsync("href"))!;

        await using Window elsewhere = await chromium.Open();
        await elsewhere.Page.GotoAsync(link);
        (await Figures(elsewhere.Page)).ShouldBe(after);
        await Expect(elsewhere.Page.Locator(".event-says")).ToContainTextAsync("stops 40 % of its deliveries of electrical and optical equipment");
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scenario_is_run_frozen_and_found_on_record_under_its_hash()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;
        await page.GotoAsync(Stop);
        string hash = await page.Locator("#figures code").Filter(new() { HasTextRegex = new Regex("^[0-9a-f]{64}$") }).First.InnerTextAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs/"));
        await page.GotoAsync(await Result(page));
        await Expect(page.Locator("lp-chart[kind=bands] canvas")).ToBeVisibleAsync();
        await Expect(page.Locator("#alone tbody tr")).ToHaveCountAsync(3);

        await page.GetByLabel("Traffic Light Protocol").SelectOptionAsync("CLEAR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze this result" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/jobs/"));
        await page.GotoAsync(await Result(page));
        await Expect(page.Locator("main")).ToContainTextAsync(hash);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scenario_is_built_without_scripts()
    {
        await using Window window = await chromium.Open(new() { JavaScriptEnabled = false });
        IPage page = window.Page;
        await page.GotoAsync("/scenarios/build?partners=KOR,IND,USA");
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin with a stop of deliveries" }).ClickAsync();
        await page.GetByLabel("What happens").SelectOptionAsync("capacity-loss");
        await page.GetByLabel("Of what").SelectOptionAsync("c9");
        await page.GetByLabel("How much:").FillAsync("30");
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page.Locator(".event-says")).ToContainTextAsync("loses 30 % of its capacity in chemicals");
        (await Figures(page)).Length.ShouldBe(4);
    }

    /// <summary>Where a job's result is, once it is done.</summary>
    private static async Task<string> Result(IPage page) => (await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).GetAttributeAsync("href"))!;

    private static Task<string[]> Figures(IPage page) => page.Locator("#quick tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(r => r.textContent)");
}
