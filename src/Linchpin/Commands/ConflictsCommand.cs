using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Conflicts;

namespace Linchpin.Commands;

/// <summary><c>linchpin conflicts</c>: where sources disagree, both sides with their passages.</summary>
internal static class ConflictsCommand
{
    public static Command Create() => new Command("conflicts", "List what the sources disagree on, every side with its passage.")
    {
        Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        View view = run.View();
        IReadOnlyList<Conflict> conflicts = view.Conflicts();
        foreach (Conflict conflict in conflicts)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ConflictRoutes.Shape(view, conflict));
                continue;
            }

            run.Out.WriteLine($"{Invocation.Line(conflict.SubjectName)} ({conflict.Subject}): {conflict.Property.Label}");
            foreach (ConflictSide side in conflict.Sides)
            {
                run.Out.WriteLine($"  {Invocation.Line(ClaimsCommand.ValueText(side.Value, view))}");
                foreach (HeldClaim held in side.Claims)
                {
                    run.Out.WriteLine($"    {ClaimsCommand.SourceText(held, view)}{(held.Quote is null ? "" : ": “" + Invocation.Line(held.Quote, 200) + "”")}");
                }
            }
        }

        if (conflicts.Count == 0)
        {
            run.Say("linchpin: the sources in this view disagree on nothing that has one value at a time");
        }

        return Exit.Done;
    });
}
