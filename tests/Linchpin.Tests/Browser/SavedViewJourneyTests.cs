using System.Text.RegularExpressions;
using Linchpin.Tests.Workbench;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>Keeping a view under a name and coming back to it.</summary>
[Collection("browser")]
public sealed class SavedViewJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_list_filtered_on_the_page_is_saved_by_keys_opened_again_deleted_and_brought_back()
    {
        await using Own<Served> served = await Own<Served>.Open(chromium);
        IPage page = served.Page;
        await page.GotoAsync("/commitments");
        await page.GetByLabel("State").SelectOptionAsync("in-progress");

        // The list changes in place; what is saved is what the address has by now.
        await Expect(page).ToHaveURLAsync(new Regex("state=in-progress"));
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Save this view" })).ToHaveAttributeAsync("href", new Regex("in-progress"));
        await page.Locator("body").PressAsync("g");
        await page.Locator("body").PressAsync("k");
        await Expect(page).ToHaveURLAsync(new Regex("/views[?]address="));
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Under way");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/views$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Under way" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/commitments[?]state=in-progress$"));
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(1);

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("v");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Under way" }).ClickAsync();
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Under way" })).ToBeVisibleAsync();
        served.Window.Complaints.ShouldBeEmpty();
    }
}
