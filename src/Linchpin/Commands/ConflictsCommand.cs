using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Conflicts;

namespace Linchpin.Commands;

/// <summary><c>linchpin conflicts</c>: where passages disagree or look as if they did, by class, every side with its passages.</summary>
internal static class ConflictsCommand
{
    private static readonly Option<string?> Class = new("--class")
    {
        Description = $"Only of these classes: {string.Join(", ", ConflictClassText.Codes)}.",
        HelpName = "CLASS,CLASS",
    };

    public static Command Create() => new Command("conflicts", "List what the sources disagree on or seem to, by class, every side with its passages and how many independent publishers stand behind it.")
    {
        Class, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        IReadOnlyList<string>? classes = run.Get(Class) is { } given ? Shared.Names(given) : null;
        if (classes?.FirstOrDefault(c => !ConflictClassText.Codes.Contains(c, StringComparer.Ordinal)) is { } unknown)
        {
            throw ProgramFaults.Usage.Because($"--class '{Shown.Short(unknown)}' is not a class of conflicts.", remedy: $"Use {string.Join(", ", ConflictClassText.Codes)}.");
        }

        View view = run.View();
        Conflict[] conflicts = [.. view.Conflicts().Where(c => classes is null || classes.Contains(c.Class, StringComparer.Ordinal)).OrderBy(c => c.Kind)];
        foreach (Conflict conflict in conflicts)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ConflictRoutes.Shape(view, conflict));
            }
            else
            {
                Print(run, view, conflict);
            }
        }

        if (conflicts.Length == 0)
        {
            run.Say(classes is null ? "linchpin: the sources in this view disagree on nothing" : $"linchpin: the sources in this view have no conflict of class {string.Join(", ", classes)}");
        }

        return Exit.Done;
    });

    private static void Print(Invocation run, View view, Conflict conflict)
    {
        run.Out.WriteLine($"{conflict.Id}  {conflict.Class}  {Invocation.Line(conflict.SubjectName)} ({conflict.Subject}): {conflict.Property.Label.ToLowerInvariant()}");
        run.Out.WriteLine($"  {Invocation.Line(conflict.Why)}");
        foreach ((ConflictSide side, int number) in conflict.Sides.Select((s, i) => (s, i + 1)))
        {
            run.Out.WriteLine($"  {number}. {Invocation.Line(ClaimsCommand.ValueText(side.Value, view))}  ({side.Support.Display})");
            foreach (HeldClaim held in side.Claims.DistinctBy(c => c.Claim.Source))
            {
                run.Out.WriteLine($"     {ClaimsCommand.SourceText(held, view)}{(held.Quote is null ? "" : ": “" + Invocation.Line(held.Quote, 200) + "”")}");
            }
        }

        foreach (HeldJudgement judged in conflict.Judgements)
        {
            string held = judged.Judgement.Act == JudgementAct.Holds ? $"side {conflict.Sides.TakeWhile(s => s.Claims.All(c => c.Claim.Id != judged.Judgement.On)).Count() + 1} holds" : judged.Judgement.Act.ToString().ToLowerInvariant();
            run.Out.WriteLine($"  judged {held} by {Invocation.Line(judged.Judgement.By.Name)}: {Invocation.Line(judged.Judgement.Reason)} [{judged.Id}]");
        }
    }
}
