using System.Text.RegularExpressions;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Tests.Indicators;

public sealed partial class DocumentedDescriptorTests
{
    [Fact]
    public void The_descriptor_that_the_page_shows_reads_the_file_that_it_shows()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "indicators.md"));
        using SmallIndicators folder = SmallIndicators.Of(
            ("us_gallium_imports.descriptor.json", Block().Matches(page).First(m => m.Groups[1].Value == "json").Groups[2].Value),
            ("us_gallium_imports.csv", Block().Matches(page).First(m => m.Groups[1].Value == "csv").Groups[2].Value));
        IndicatorTable table = Supply.Indicator(folder.Folder, "us-gallium-imports");
        table.Rows.Select(r => r.Number("share")).ShouldBe([28, 22, 18, 16, 16]);
        (table[2]["exporter"], table[2]["importer"], table[2]["period"], table[2].Unit("share")).ShouldBe(("CHN", "USA", "2021/2024", "percent"));
        table.Area("exporter", "Other countries").ShouldBe(AreaKind.Unspecified);
    }

    [Fact]
    public void The_page_names_every_built_in_descriptor()
    {
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Docs", "indicators.md"));
        IndicatorFolder.BuiltIn.Where(d => !page.Contains(Short(d.Id), StringComparison.Ordinal)).Select(d => d.Id).ShouldBeEmpty();

        static string Short(string id) => id switch
        {
            // Names that the page's table gives by their ends.
            "china-exports-material-groups-world-monthly" => "`…-world-monthly`",
            "usgs-mcs-2026-us-import-sources" => "`…-us-import-sources`",
            "usgs-mcs-2026-us-salient" => "`…-us-salient`",
            _ => $"`{id}`",
        };
    }

    [GeneratedRegex("```(json|csv)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
