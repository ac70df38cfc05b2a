using System.Xml.Linq;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>The pictures beside the tables.</summary>
[Collection("browser")]
public sealed class ChartTests(Chromium chromium)
{
    [Theory]
    [InlineData("/exposures?user=KOR", "bars")]
    [InlineData("/exposures?user=KOR&view=years", "multiples")]
    [InlineData("/exposures?user=KOR&view=tiers", "sankey")]
    [InlineData("/network", "network")]
    [InlineData("/mechanisms/chip-dialogue", "heat")]
    public async Task A_picture_of_every_kind_is_drawn(string path, string kind)
    {
        await using Window window = await chromium.Open();
        await window.Page.GotoAsync(path);
        await Expect(window.Page.Locator("lp-chart canvas").First).ToBeVisibleAsync();
        (await window.Page.Locator("lp-chart").GetAttributeAsync("kind") ?? "bars").ShouldBe(kind);
        (await Drawn(window.Page)).ShouldBeTrue();
        window.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/exposures?user=KOR", "China")]
    [InlineData("/exposures?user=KOR&view=tiers", "Japan")]
    public async Task A_picture_kept_as_a_file_has_its_title_source_and_label_in_it(string path, string inIt)
    {
        await using Window window = await chromium.Open();
        await window.Page.GotoAsync(path);
        IDownload file = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the picture as SVG" }).ClickAsync());
        file.SuggestedFilename.ShouldEndWith(".svg");
        string words = string.Concat(XDocument.Load(await file.PathAsync()).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value + "\n"));
        words.ShouldContain("South Korea");
        words.ShouldContain("Source: ");
        words.ShouldContain(inIt);

        // The table's own label is that of its dataset, once something of it is on record.
        (words.Contains("TLP:CLEAR", StringComparison.Ordinal) || (path.Contains("tiers", StringComparison.Ordinal) && words.Contains("not labelled", StringComparison.Ordinal))).ShouldBeTrue(words);

        IDownload png = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the picture as PNG" }).ClickAsync());
        byte[] bytes = await File.ReadAllBytesAsync(await png.PathAsync());
        bytes[1..4].ShouldBe("PNG"u8.ToArray());
        window.Complaints.ShouldBeEmpty();
        window.Strays.ShouldBeEmpty();
    }

    private static Task<bool> Drawn(IPage page) => page.EvaluateAsync<bool>(
        "[...document.querySelectorAll('lp-chart canvas')].some(c => c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(v => v > 0))");
}
