using Linchpin.Tests.Workbench;
using Microsoft.Playwright;

namespace Linchpin.Tests.Browser;

/// <summary>What must hold on every page of the workbench.</summary>
[Collection("browser")]
public sealed class EveryPageTests(Chromium chromium)
{
    private static readonly string Axe = Path.Combine(Repository.Root, "src", "Linchpin", "Workbench", "Assets", "node_modules", "axe-core", "axe.min.js");

    [Theory]
    [InlineData(ColorScheme.Light, Media.Screen, 1280)]
    [InlineData(ColorScheme.Dark, Media.Screen, 1280)]
    [InlineData(ColorScheme.Light, Media.Screen, 390)]
    [InlineData(ColorScheme.Light, Media.Print, 1280)]
    public async Task No_page_violates_a_rule_of_axe(ColorScheme scheme, Media media, int width)
    {
        // The check itself is a script from outside the page, which the page's policy would refuse.
        await using Window window = await chromium.Open(new() { ColorScheme = scheme, BypassCSP = true, ViewportSize = new() { Width = width, Height = 900 } });
        await window.Page.EmulateMediaAsync(new() { Media = media });
        var violations = new List<string>();
        foreach (string path in PageAddresses.All)
        {
            await window.Page.GotoAsync(path);
            await window.Page.AddScriptTagAsync(new() { Path = Axe });
            violations.AddRange(await window.Page.EvaluateAsync<string[]>(
                "path => axe.run().then(r => r.violations.map(v => `${path}: ${v.id}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' ; ')}`))", path));
        }

        violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(640)]
    public async Task No_page_scrolls_sideways_on_a_narrow_screen(int width)
    {
        await using Window window = await chromium.Open(new() { ViewportSize = new() { Width = width, Height = 700 } });
        foreach (string path in PageAddresses.All)
        {
            await window.Page.GotoAsync(path);
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task No_page_asks_any_other_machine_for_anything_or_breaks_its_own_policy()
    {
        await using Window window = await chromium.Open();
        foreach (string path in PageAddresses.All)
        {
            await window.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        }

        window.Requests.ShouldBeGreaterThan(PageAddresses.All.Length);
        window.Strays.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_reads_the_same_without_scripts()
    {
        await using Window with = await chromium.Open();
        await using Window without = await chromium.Open(new() { JavaScriptEnabled = false });
        foreach (string path in PageAddresses.All)
        {
            await with.Page.GotoAsync(path);
            await without.Page.GotoAsync(path);

            // The picture of a chart is the only thing that a script adds, and it has no words of its own.
            (await without.Page.Locator("main").InnerTextAsync()).ShouldBe(await with.Page.Locator("main").InnerTextAsync(), path);
        }
    }

    [Fact]
    public async Task The_address_of_a_page_is_copied_by_keyboard_and_it_is_said_that_it_was()
    {
        await using Window window = await chromium.Open();
        await window.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await window.Page.GotoAsync("/lattice/semiconductors/KOR?partners=KOR,IND,USA");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).PressAsync("Enter");

        await Assertions.Expect(window.Page.Locator("[data-copied]")).ToHaveTextAsync("Copied.");
        (await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(window.Page.Url);
        (await window.Page.Locator("[data-copied]").GetAttributeAsync("role")).ShouldBe("status");
    }

    [Fact]
    public async Task A_form_works_without_scripts()
    {
        await using Window window = await chromium.Open(new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync("/commitments");
        await window.Page.GetByLabel("State").SelectOptionAsync("in-progress");
        await window.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();

        (await window.Page.Locator("#found tbody tr").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        await using Window window = await chromium.Open(new() { JavaScriptEnabled = false });
        var links = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string path in PageAddresses.All)
        {
            await window.Page.GotoAsync(path);
            links.UnionWith(await window.Page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href').split('#')[0])"));
        }

        links.Count.ShouldBeGreaterThan(50);
        var broken = new List<string>();
        foreach (string link in links)
        {
            using HttpResponseMessage answer = await chromium.Client.GetAsync(new Uri(link, UriKind.Relative));
            if ((int)answer.StatusCode >= 400)
            {
                broken.Add($"{(int)answer.StatusCode} {link}");
            }
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_link_into_a_page_has_its_place_there()
    {
        await using Window window = await chromium.Open(new() { JavaScriptEnabled = false });
        foreach (string path in PageAddresses.All)
        {
            await window.Page.GotoAsync(path);
            string[] missing = await window.Page.Locator("a[href^='#']:not([data-keys])").EvaluateAllAsync<string[]>(
                "all => all.map(a => decodeURIComponent(a.getAttribute('href').slice(1))).filter(id => !document.getElementById(id))");
            missing.ShouldBeEmpty(path);
            string[] twice = await window.Page.Locator("[id]").EvaluateAllAsync<string[]>("all => all.map(e => e.id).filter((id, i, ids) => ids.indexOf(id) !== i)");
            twice.ShouldBeEmpty(path);
        }
    }
}
