using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

public sealed class MessageTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "src", "Linchpin", "Workbench");

    [Fact]
    public void Every_message_that_a_page_asks_for_is_there_and_every_message_is_asked_for()
    {
        string[] keys = [.. JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Pages, "Language", "en.json")))!.Keys];
        string sources = string.Concat(Directory.EnumerateFiles(Pages, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] asked = [.. Regex.Matches(sources, "W\\[\"([a-z.-]+)\"[,\\]]").Select(m => m.Groups[1].Value).Concat(
            Regex.Matches(sources, "W\\.Count\\(\"([a-z.-]+)\"").SelectMany(m => new[] { m.Groups[1].Value + ".one", m.Groups[1].Value + ".many" })).Distinct()];
        string[] begun = [.. Regex.Matches(sources, "\"([a-z-]+[.](?:[a-z]+-)?)\" \\+").Select(m => m.Groups[1].Value).Distinct()];

        asked.Length.ShouldBeGreaterThan(150);
        asked.Except(keys).ShouldBeEmpty();
        keys.Where(k => !asked.Contains(k) && !begun.Any(b => k.StartsWith(b, StringComparison.Ordinal)) && !sources.Contains(k, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
