using Linchpin.Tests.Editions;
using Linchpin.Workbench.Editions;
using Microsoft.Playwright;

namespace Linchpin.Tests.Browser;

/// <summary>A public edition opened from its folder, as somebody who was handed it opens it.</summary>
[Collection("browser")]
public sealed class EditionPageTests(Chromium chromium) : IAsyncLifetime
{
    private static readonly string Axe = Path.Combine(Repository.Root, "src", "Linchpin", "Workbench", "Assets", "node_modules", "axe-core", "axe.min.js");
    private static readonly string[] Pages =
    [
        "index.html", "lattice/semiconductors/KOR+IND.html", "commitments.html", "commitments--sector-semiconductors.html", "mechanisms.html", "mechanisms/chip-dialogue.html", "actors.html", "people.html", "entities.html", "actors/KOR.html",
        "entities/commitment/packaging.html", "conflicts.html", "documents.html", $"documents/{Workbench.SampleRecord.ReadoutDocument.Id.Name}.html", "sources.html", "sources/sample-2011.html", "brief.html",
        "search.html", "search.html?q=gallium", "cite.html",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-opened-").FullName;
    private Uri _edition = null!;

    public async Task InitializeAsync()
    {
        using var record = PublishedRecord.Whole();
        EditionFolder.Write(Path.Combine(_folder, "edition"), await record.Publish("en", "ko"));
        _edition = new Uri(Path.Combine(_folder, "edition") + "/");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("", ColorScheme.Light, 1280)]
    [InlineData("", ColorScheme.Dark, 1280)]
    [InlineData("ko/", ColorScheme.Light, 390)]
    public async Task No_page_opened_from_a_folder_violates_a_rule_of_axe(string language, ColorScheme scheme, int width)
    {
        await using Window window = await chromium.Open(_edition, new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });
        var violations = new List<string>();
        foreach (string page in Pages)
        {
            await window.Page.GotoAsync(_edition + language + page);
            await window.Page.AddScriptTagAsync(new() { Path = Axe });
            violations.AddRange(await window.Page.EvaluateAsync<string[]>(
                "path => axe.run().then(r => r.violations.map(v => `${path}: ${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' ; ')}`))", page));
        }

        violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_asks_for_anything_outside_the_folder_breaks_its_policy_or_scrolls_sideways()
    {
        await using Window window = await chromium.Open(_edition, new() { ViewportSize = new() { Width = 320, Height = 700 } });
        foreach (string page in Pages.Concat(Pages.Select(p => "ko/" + p)))
        {
            await window.Page.GotoAsync(_edition + page);
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, page);
        }

        window.Requests.ShouldBeGreaterThan(Pages.Length);
        window.Strays.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_asked_for_on_any_page_are_found_in_passages_and_lead_to_their_page()
    {
        await using Window window = await chromium.Open(_edition);
        await window.Page.GotoAsync(_edition + "lattice/semiconductors/KOR.html");
        await window.Page.GetByRole(AriaRole.Searchbox).FillAsync("early Warnings gallium");
        await window.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await window.Page.Locator("#edition-found a").First.WaitForAsync();

        window.Page.Url.ShouldContain("search.html?q=early");
        (await window.Page.Locator("#edition-found mark").CountAsync()).ShouldBeGreaterThan(2);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "share early warnings of disruptions" }).ClickAsync();
        window.Page.Url.ShouldEndWith("entities/commitment/early-warning.html");
    }

    [Fact]
    public async Task Without_scripts_the_search_says_so_and_everything_else_reads_the_same()
    {
        await using Window window = await chromium.Open(_edition, new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync(_edition + "search.html?q=gallium");
        (await window.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("needs scripts");

        await window.Page.GotoAsync(_edition + "index.html");
        await window.Page.Locator("table.lattice a").First.ClickAsync();
        await window.Page.Locator(".cards a").First.ClickAsync();
        (await window.Page.Locator("tr[id^=claim-]").CountAsync()).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_word_that_is_not_released_is_not_found()
    {
        await using Window window = await chromium.Open(_edition);
        await window.Page.GotoAsync(_edition + "search.html");
        foreach (string marker in PublishedRecord.Markers)
        {
            await window.Page.Locator("#edition-q").FillAsync(marker);
            (await window.Page.Locator("#edition-found li").CountAsync()).ShouldBe(0, marker);
        }
    }
}
