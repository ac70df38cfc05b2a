using System.Text;
using System.Text.RegularExpressions;
using Linchpin.Tests.Commands;

namespace Linchpin.Tests.Docs;

/// <summary>The pages of docs/examples are notes with the commands that their numbers come from. Each command is run, and the page holds its whole output:
/// <c>LINCHPIN_WRITE_DOCS=1</c> writes it anew.</summary>
public sealed partial class ExamplePagesTests : IDisposable
{
    private readonly Cli _cli = new();

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.At("docs", "examples"), "*.md").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_of_examples_holds_what_its_commands_print_and_says_no_other_number(string name)
    {
        Directory.CreateSymbolicLink(Path.Combine(_cli.Folder, "data"), Repository.At("data"));
        string path = Repository.At("docs", "examples", name);
        string page = File.ReadAllText(path);
        string anew = Fence().Replace(page, fence => "```console\n" + Outputs(fence.Groups[1].Value) + "```\n");
        if (Environment.GetEnvironmentVariable("LINCHPIN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, anew);
        }

        File.ReadAllText(path).ShouldBe(anew, $"docs/examples/{name} is out of date; write it anew with LINCHPIN_WRITE_DOCS=1 ./test");
        Unsupported(anew).ShouldBeEmpty("a number of the text stands in no output");
    }

    [Fact]
    public void A_number_that_no_command_prints_is_seen()
    {
        Unsupported("The share is 12.34 % and 1,000.5 in all.\n```console\n$ ./linchpin x\n12.34\n```\n").ShouldBe(["1,000.5"]);
    }

    private string Outputs(string fence)
    {
        var text = new StringBuilder();
        foreach (string command in fence.Split('\n').Where(l => l.StartsWith("$ ./linchpin", StringComparison.Ordinal)))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(command).Append('\n').Append(_cli.Do(command["$ ./linchpin".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Numbers with decimals in the text that stand in no output.</summary>
    private static string[] Unsupported(string page)
    {
        HashSet<string> printed = [.. Fence().Matches(page).SelectMany(f => Number().Matches(f.Groups[1].Value)).Select(m => m.Value)];
        return [.. Number().Matches(Fence().Replace(page, "")).Select(m => m.Value).Where(n => !printed.Contains(n)).Distinct()];
    }

    [GeneratedRegex("```console\n(.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<![\d.,])\d[\d,]*\.\d+(?!\d|\.\d)")]
    private static partial Regex Number();

    public void Dispose() => _cli.Dispose();
}
