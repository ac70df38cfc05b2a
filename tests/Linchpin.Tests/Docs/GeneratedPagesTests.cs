using System.CommandLine;
using System.Reflection;
using System.Text;
using Linchpin.Claims;
using Linchpin.Commands;

namespace Linchpin.Tests.Docs;

/// <summary>The pages that are made from the program itself say what the program says. <c>LINCHPIN_WRITE_DOCS=1 ./test</c> writes them anew.</summary>
public sealed class GeneratedPagesTests
{
    [Fact]
    public void The_vocabulary_page_lists_every_kind_property_and_sector() => Holds("vocabulary.md", VocabularyPage());

    [Fact]
    public void The_faults_page_lists_every_fault() => Holds("faults.md", FaultsPage());

    [Fact]
    public void The_commands_page_lists_every_command_and_option() => Holds("commands.md", CommandsPage());

    [Fact]
    public void No_two_faults_share_a_code_and_each_says_what_to_do()
    {
        FaultKind[] faults = [.. Faults()];
        faults.Length.ShouldBeGreaterThan(30);
        faults.GroupBy(f => f.Code).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        faults.Where(f => f.Remedy.Length < 10 || f.Title.Length < 5).Select(f => f.Code).ShouldBeEmpty();
        faults.Where(f => f.Exit == Exit.Done).Select(f => f.Code).ShouldBeEmpty();
    }

    private static void Holds(string name, string text)
    {
        string path = Repository.At("docs", name);
        if (Environment.GetEnvironmentVariable("LINCHPIN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"docs/{name} is missing; write it with LINCHPIN_WRITE_DOCS=1 ./test");
        File.ReadAllText(path).ShouldBe(text, $"docs/{name} is out of date; write it anew with LINCHPIN_WRITE_DOCS=1 ./test");
    }

    private static string VocabularyPage()
    {
        var page = new StringBuilder("""
            # Vocabulary

            The kinds of entity, the properties that claims give them, and the sectors of co-operation. Made from `src/Linchpin.Claims/vocabulary.json` and
            `data/sectors/sectors.csv`; a claim that uses another word is refused.

            ## Kinds
            | kind | what it is |
            | --- | --- |

            """);
        foreach (KindTerm kind in Vocabulary.Kinds.Values)
        {
            page.Append($"| `{kind.Id}` | {kind.Description} |\n");
        }

        page.Append("\n## Properties\n\"One\" marks a property that has one value at a time: two different values are a conflict.\n\n| property | of | value | one | what it says |\n| --- | --- | --- | --- | --- |\n");
        foreach (PropertyTerm p in Vocabulary.Properties.Values)
        {
            string of = p.Of.Count == 0 ? "every kind" : string.Join(", ", p.Of);
            string values = p.Values.Count == 0 ? p.Type.ToString().ToLowerInvariant() : string.Join(", ", p.Values.Select(v => $"`{v}`"));
            page.Append($"| `{p.Id}` | {of} | {values} | {(p.Single ? "one" : "")} | {p.Description} |\n");
        }

        page.Append("\n## Sectors of co-operation\n| sector | label |\n| --- | --- |\n");
        foreach (SectorTerm sector in Vocabulary.Sectors)
        {
            page.Append($"| `{sector.Id}` | {sector.Label} |\n");
        }

        return page.ToString();
    }

    private static string FaultsPage()
    {
        var page = new StringBuilder("""
            # Faults

            Every fault has a stable code. On the command line it ends with the exit code given; the API answers `application/problem+json` with the same code.
            The message adds what happened, with the value in it, and where.

            ## Exit codes
            | code | meaning |
            | ---: | --- |

            """);
        string[] meanings =
        [
            "all that was asked was done", "a fault of the program itself", "the command line was not understood", "a file, table or value was refused",
            "what was asked for is not there", "the ledger could not be opened, read or written", "a check was made and did not hold",
            "this machine lacks something, or refused something", "stopped by the user",
        ];
        foreach ((Exit exit, string meaning) in Enum.GetValues<Exit>().Zip(meanings))
        {
            page.Append($"| {(int)exit} | {meaning} |\n");
        }

        foreach (IGrouping<string, FaultKind> room in Faults().OrderBy(f => f.Code, StringComparer.Ordinal).GroupBy(f => f.Code.Split('.')[0]))
        {
            page.Append($"\n## {char.ToUpperInvariant(room.Key[0])}{room.Key[1..]}\n| code | meaning | remedy | exit | HTTP |\n| --- | --- | --- | ---: | ---: |\n");
            foreach (FaultKind f in room)
            {
                page.Append($"| `{f.Code}` | {Cell(f.Title)} | {Cell(f.Remedy)} | {(int)f.Exit} | {f.Status} |\n");
            }
        }

        return page.ToString();
    }

    private static string CommandsPage()
    {
        var page = new StringBuilder("""
            # Commands

            `./linchpin` at the root of a checkout builds what is missing and runs the program. Exit codes are in [faults.md](faults.md): 0 only when the whole of what was asked was done.
            Results go to standard output, everything else to standard error.

            """);
        RootCommand root = CommandLine.Root();
        Describe(page, root, "linchpin");
        return page.ToString();
    }

    private static void Describe(StringBuilder page, Command command, string path)
    {
        string arguments = string.Concat(command.Arguments.Select(a => $" {a.Name}{(a.Arity.MaximumNumberOfValues > 1 ? "..." : "")}"));
        page.Append($"\n## {path}{arguments}\n{command.Description}\n");
        Option[] options = [.. command.Options.Where(o => o.Name is not ("--help" or "--version") && !o.Hidden)];
        if (command.Arguments.Count + options.Length > 0)
        {
            page.Append("\n| | |\n| --- | --- |\n");
            foreach (Argument a in command.Arguments)
            {
                page.Append($"| `{a.Name}` | {Cell(a.Description)} |\n");
            }

            foreach (Option o in options)
            {
                page.Append($"| `{o.Name}{(o.ValueType == typeof(bool) ? "" : " " + (o.HelpName ?? "VALUE"))}` | {Cell(o.Description)}{(o.Required ? " Must be given." : "")} |\n");
            }
        }

        foreach (Command sub in command.Subcommands)
        {
            Describe(page, sub, path + " " + sub.Name);
        }
    }

    /// <summary>Every kind of fault that the program has.</summary>
    internal static IEnumerable<FaultKind> Faults()
    {
        Assembly[] rooms =
        [
            typeof(Claim).Assembly, typeof(Ledger.Ledger).Assembly, typeof(Reading.Reading).Assembly, typeof(Supply.Supply).Assembly,
            typeof(Briefing.Briefing).Assembly, typeof(CommandLine).Assembly,
        ];
        return rooms.SelectMany(r => r.GetTypes())
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => f.FieldType == typeof(FaultKind)).Select(f => (FaultKind)f.GetValue(null)!);
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
