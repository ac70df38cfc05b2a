using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Search;

namespace Linchpin.Commands;

/// <summary><c>linchpin search</c>: full-text search over names, values and passages.</summary>
internal static class SearchCommand
{
    private static readonly Argument<string[]> Words = new("WORDS") { Description = "Words that must all occur.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<int> Most = new("--most") { Description = "At most so many hits.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public static Command Create() => new Command("search", "Find claims by words in names, values and passages.")
    {
        Words, Most, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        View view = run.View();
        IReadOnlyList<Hit> hits = view.Search(string.Join(' ', run.Get(Words)!), run.Get(Most));
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
