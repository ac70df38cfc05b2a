using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Search;

namespace Linchpin.Commands;

/// <summary><c>linchpin search</c>: full-text search over names, values and passages.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Words = new("WORDS") { Description = "Words that must all occur.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<int> Most = new("--most") { Description = "At most so many hits.", HelpName = "N", DefaultValueFactory = _ => 50, CustomParser = Shared.Number<int> };

    public static Command Create() => new Command("search", "Find claims by words in names, values and passages.")
    {
        Words, Most, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        string words = string.Join(' ', run.Get(Words)!);
        if (!words.Any(char.IsLetterOrDigit))
        {
            throw ProgramFaults.Usage.Because($"'{Shown.Short(words)}' has no word to look for.", remedy: "Give words of letters or digits.");
        }

        if (run.Get(Most) < 1)
        {
            throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--most {run.Get(Most)} is not a number of hits."), remedy: "Give a number from 1.");
        }

        View view = run.View();
        IReadOnlyList<Hit> hits = view.Search(words, run.Get(Most));
        foreach (Hit hit in hits)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(SearchRoutes.Shape(view, hit));
            }
            else
            {
                run.Out.WriteLine($"{Invocation.Line(hit.SubjectName)} ({hit.Claim.Subject}) {hit.Claim.Claim.Property}");
                run.Out.WriteLine($"  {Invocation.Line(hit.Excerpt)}  [{ClaimsCommand.SourceText(hit.Claim, view)}]");
            }
        }

        if (hits.Count == 0)
        {
            run.Say("linchpin: no match in what this reader may see");
        }

        return Exit.Done;
    });
}
