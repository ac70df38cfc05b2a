using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>From words to a person to the passage that tells of them.</summary>
[Collection("browser")]
public sealed class PeopleJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task From_a_search_narrowed_to_people_to_a_persons_page_to_the_passage_by_keyboard_alone()
    {
        await using Window window = await chromium.Open();
        IPage page = window.Page;
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("packaging");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/search[?]q=packaging"));

        await Reach(page, ".facets a", "People");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("kind=person"));
        await Expect(page.Locator(".facets a[aria-current]")).ToHaveTextAsync("People");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/people/emmy-noether"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Emmy Noether");
        await Expect(page.Locator("main")).ToContainTextAsync("director");
        await Expect(page.Locator("main")).ToContainTextAsync("Packaging Office");

        await Reach(page, "h2#offices + .frame .source a", "Chip talks held");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/documents/.*at="));
        await Expect(page.Locator("mark.chosen")).ToContainTextAsync("Emmy Noether");
        await Expect(page.Locator("mark.chosen")).ToBeInViewportAsync();
        window.Complaints.ShouldBeEmpty();
        window.Strays.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_of_people_is_sorted_by_its_heading_and_the_address_says_so()
    {
        await using Window window = await chromium.Open(new() { JavaScriptEnabled = false });
        IPage page = window.Page;
        await page.GotoAsync("/actors?country=KOR");
        await Expect(page.Locator("#found tbody tr").First).ToContainTextAsync("South Korea");
        await page.GetByRole(AriaRole.Link, new() { Name = "Name" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/actors[?]country=KOR&sort=name$"));
        await Expect(page.Locator("th[aria-sort=ascending]")).ToContainTextAsync("Name");
        await Expect(page.Locator("#found tbody tr").First).ToContainTextAsync("Packaging Office");
        await page.GetByRole(AriaRole.Link, new() { Name = "Name" }).ClickAsync();
        await Expect(page.Locator("th[aria-sort=descending]")).ToContainTextAsync("Name");
        await Expect(page.Locator("#found tbody tr").First).ToContainTextAsync("South Korea");
    }

    private static async Task Reach(IPage page, string selector, string text)
    {
        for (int i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("([s, t]) => !!document.activeElement?.matches(s) && document.activeElement.textContent.includes(t)", new[] { selector, text }))
            {
                return;
            }
        }

        throw new InvalidOperationException($"No '{selector}' with '{text}' is reached by Tab.");
    }
}
