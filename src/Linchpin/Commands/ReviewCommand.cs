using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Commands;

/// <summary><c>linchpin review</c>: what is doubtful, that which would change most first.</summary>
internal static class ReviewCommand
{
    private static readonly Option<int> Most = new("--most") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 50, CustomParser = Shared.Number<int> };

    private static readonly Option<string?> Kind = new("--kind") { Description = "Only this kind of doubt: same-as, follow-up or claim.", HelpName = "K" };

    public static Command Create() => new Command("review", "List what is doubtful: what may be the same, what may have come of a commitment, what the reader is not sure of; that which would change most first.")
    {
        Most, Kind, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        string? kind = run.Get(Kind);
        string[] kinds = [.. Enum.GetValues<ReviewKind>().Select(k => k.Code())];
        if (kind is not null && !kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw ProgramFaults.Usage.Because($"--kind '{Shown.Short(kind)}' is not a kind of doubt.", remedy: $"Use one of {string.Join(", ", kinds)}.");
        }

        View view = run.View();
        ReviewItem[] waiting = [.. view.Doubtful().Where(i => kind is null || i.Kind.Code() == kind)];
        foreach (ReviewItem item in waiting.Take(run.Get(Most)))
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ReviewToJson.Item(view, item));
                continue;
            }

            string what = item.Claim is { } claim
                ? $"{Invocation.Line(view.NameOf(item.Subject), 100)}: {Vocabulary.Properties[claim.Claim.Property].Label.ToLowerInvariant()} {Invocation.Line(ClaimsCommand.ValueText(claim.Value, view), 120)}?"
                : $"{Invocation.Line(view.NameOf(item.Subject), 100)} ({item.Subject}) the same as {Invocation.Line(view.NameOf(item.Other!.Value), 100)} ({item.Other})?";
            run.Out.WriteLine($"{item.Id}  {item.Kind.Code()}  {what}");
            run.Out.WriteLine($"  {Invocation.Line(item.Reason)} It would change {item.Changes}.");
            foreach (HeldClaim passage in item.Passages.DistinctBy(p => p.Claim.Source))
            {
                run.Out.WriteLine($"  {ClaimsCommand.SourceText(passage, view)}{(passage.Quote is null ? "" : ": “" + Invocation.Line(passage.Quote, 200) + "”")}");
            }
        }

        if (waiting.Length == 0)
        {
            run.Say("linchpin: nothing in this view waits for review");
        }
        else if (waiting.Length > run.Get(Most))
        {
            run.Say($"linchpin: {waiting.Length - run.Get(Most)} more; --most N lists them");
        }

        return Exit.Done;
    });
}
