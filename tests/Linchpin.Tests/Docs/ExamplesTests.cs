using System.Text.RegularExpressions;
using Linchpin.Tests.Commands;

namespace Linchpin.Tests.Docs;

/// <summary>What README.md and the pages show at a prompt is run, and must do what they show.</summary>
public sealed partial class ExamplesTests : IDisposable
{
    private readonly Cli _cli = new();

    [Fact]
    public void The_examples_of_the_README_run_in_their_order_and_print_what_they_show() => RunExamples("README.md", atLeast: 10);

    [Fact]
    public void The_example_of_the_page_on_plans_runs() => RunExamples(Path.Combine("docs", "plans.md"), atLeast: 1);

    [Fact]
    public void The_examples_of_the_page_of_mathematics_run_and_print_what_they_show() => RunExamples(Path.Combine("docs", "mathematics.md"), atLeast: 5);

    [Fact]
    public void The_examples_of_the_page_on_scenarios_run_and_print_what_they_show() => RunExamples(Path.Combine("docs", "scenarios.md"), atLeast: 2);

    [Fact]
    public void The_examples_of_the_page_on_tables_run_in_their_order() => RunExamples(Path.Combine("docs", "tables.md"), atLeast: 4);

    [Fact]
    public void The_examples_of_early_warning_run_and_print_what_they_show() => RunExamples("docs/warnings.md", atLeast: 3);

    [Fact]
    public void The_examples_of_the_page_on_indicators_run_and_print_what_they_show() => RunExamples(Path.Combine("docs", "indicators.md"), atLeast: 4);

    [Fact]
    public void The_examples_of_ensembles_run_and_print_what_they_show() => RunExamples("docs/ensembles.md", atLeast: 1);

    [Fact]
    public void The_examples_of_conflicts_and_review_run() => RunExamples(Path.Combine("docs", "conflicts.md"), atLeast: 5);

    [Fact]
    public void The_example_of_outlines_runs() => RunExamples(Path.Combine("docs", "outlines.md"), atLeast: 2);

    [Fact]
    public void The_example_of_the_public_edition_runs_and_prints_what_it_shows() => RunExamples(Path.Combine("docs", "public-edition.md"), atLeast: 2);

    [Fact]
    public void The_examples_of_continuity_and_changes_run() => RunExamples(Path.Combine("docs", "continuity.md"), atLeast: 4);

    [Fact]
    public void The_examples_of_preparing_a_round_run_and_print_what_they_show() => RunExamples(Path.Combine("docs", "agendas.md"), atLeast: 3);

    [Fact]
    public void The_example_check_sees_a_line_that_the_program_does_not_print()
    {
        Should.Throw<ShouldAssertException>(() => Holds("… entries fit", "nothing of the sort\n", "verify"));
        Holds("… entries fit; head …", "12 entries fit; head abc\n", "verify");
    }

    [Fact]
    public void Every_link_between_the_pages_leads_somewhere()
    {
        string[] pages = [Repository.At("README.md"), Repository.At("CONTRIBUTING.md"), .. Directory.GetFiles(Repository.At("docs"), "*.md", SearchOption.AllDirectories)];
        string[] dead =
        [
            .. from page in pages
               from Match link in Link().Matches(File.ReadAllText(page))
               let target = link.Groups[1].Value.Split('#')[0]
               where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
               let path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, target))
               where !File.Exists(path) && !Directory.Exists(path)
               select $"{Path.GetRelativePath(Repository.Root, page)}: {target}",
        ];
        dead.ShouldBeEmpty();
    }

    private void RunExamples(string page, int atLeast)
    {
        Directory.CreateSymbolicLink(Path.Combine(_cli.Folder, "data"), Repository.At("data"));
        int run = 0;
        foreach (Match fence in Console().Matches(File.ReadAllText(Repository.At(page))))
        {
            string command = "", output = "";
            foreach (string line in fence.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("$ ./linchpin", StringComparison.Ordinal))
                {
                    command = line["$ ./linchpin".Length..].Trim();
                    output = _cli.Do([.. command.Split(' ').SelectMany(Glob)]);
                    run++;
                }
                else
                {
                    Holds(line, output, command);
                }
            }
        }

        run.ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    /// <summary>What a shell does with the one pattern that the examples use.</summary>
    private string[] Glob(string argument) => argument.EndsWith("/*", StringComparison.Ordinal)
        ? [.. Directory.GetFiles(Path.Combine(_cli.Folder, argument[..^2])).Order(StringComparer.Ordinal)] : [argument];

    private static void Holds(string line, string output, string command) =>
        Regex.IsMatch(output, string.Join(".*", line.Split('…').Select(Regex.Escape))).ShouldBeTrue($"linchpin {command} does not print '{line}' but:\n{output}");

    [GeneratedRegex("```console\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Console();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    public void Dispose() => _cli.Dispose();
}
