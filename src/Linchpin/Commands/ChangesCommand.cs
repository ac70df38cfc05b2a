using System.CommandLine;
using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.TwoDays;

namespace Linchpin.Commands;

/// <summary><c>linchpin changes</c>: what moved its state, appeared, was added, ended or was judged between two days of one clock.</summary>
internal static class ChangesCommand
{
    private static readonly Option<string> From = new("--from") { Description = "The earlier day.", HelpName = "DATE", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The later day.", HelpName = "DATE", Required = true };

    private static readonly Option<string> Clock = new("--clock")
    {
        Description = "Which clock: valid (what held), published (what the sources had said), recorded (what this node knew).",
        HelpName = "CLOCK",
        DefaultValueFactory = _ => "published",
    };

    public static Command Create() => new Command("changes", "List what moved its state, appeared, was added, ended or was judged between two days of one clock, and what that clock cannot place because it is undated.")
    {
        From, To, Clock, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        DateOnly from = Shared.Day(run.Required(From), "--from")!.Value, to = Shared.Day(run.Required(To), "--to")!.Value;
        string clock = run.Get(Clock)!;
        if (from > to || !ChangeRoutes.Clocks.Contains(clock, StringComparer.Ordinal))
        {
            throw ProgramFaults.Usage.Because(from > to ? $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}." : $"--clock '{Shown.Short(clock)}' is not a clock.", remedy: "Give the earlier day first, and valid, published or recorded.");
        }

        View before = run.Ledger.View(run.Reader, ChangeRoutes.At(default, clock, from)), after = run.Ledger.View(run.Reader, ChangeRoutes.At(default, clock, to));
        RecordChanges changes = Briefing.Briefing.Between(before, after, clock == "valid");
        if (run.Get(Shared.Json))
        {
            foreach (ChangeLine line in changes.Lines)
            {
                run.WriteJson(ChangeJson.Of(line.Kind == ChangeKind.Ended ? before : after, line));
            }

            foreach (EntityId id in changes.Undated)
            {
                run.WriteJson(ChangeJson.Undated(after, id));
            }
        }
        else
        {
            Write(run, changes, before, after);
        }

        if (changes.Lines.Count == 0)
        {
            run.Say($"linchpin: nothing that the {clock} clock can place changed between the two days");
        }

        return Exit.Done;
    });

    private static void Write(Invocation run, RecordChanges changes, View before, View after)
    {
        foreach (IGrouping<(ChangeKind Kind, string? Of), ChangeLine> group in changes.Lines.GroupBy(l => (l.Kind, l.Subject?.Kind)))
        {
            run.Out.WriteLine($"{group.Key.Kind}: {Plural(group.Key.Of)}, {group.Count()}");
            foreach (ChangeLine line in group)
            {
                Write(run, line, line.Kind == ChangeKind.Ended ? before : after);
            }

            run.Out.WriteLine();
        }

        foreach (IGrouping<string, EntityId> group in changes.Undated.GroupBy(u => u.Kind))
        {
            run.Out.WriteLine($"Undated: {Plural(group.Key)}, {group.Count()}");
            foreach (EntityId id in group)
            {
                run.Out.WriteLine($"  {Invocation.Line(after.NameOf(id), 120)} ({id})");
            }

            run.Out.WriteLine();
        }
    }

    private static void Write(Invocation run, ChangeLine line, View view)
    {
        string facts = line.Judgement is { } made ? $"{made.Judgement.By.Name}: {made.Judgement.Act.ToString().ToLowerInvariant()}. {made.Judgement.Reason}"
            : line.To is { } now ? $"{line.From!.Value.Code()} → {now.Code()}"
            : string.Join(" · ", line.Facts.Select(f => $"{Vocabulary.Properties[f.Property].Label.ToLowerInvariant()} {string.Join("; ", f.Values.Select(v => v is EntityValue e ? view.NameOf(e.Id) : v.Display))}"));

        // A body or person that is only named is told in one line, with where.
        string source = line.Claims.Count == 0 ? "" : $"[{ClaimsCommand.SourceText(line.Claims[0], view)}]";
        if (line.Subject is { Kind: "body" or "person" } && line.Kind is ChangeKind.Appeared or ChangeKind.Repeated)
        {
            run.Out.WriteLine($"  {Invocation.Line(line.What, 120)} {source}");
            return;
        }

        run.Out.WriteLine($"  {Invocation.Line(line.What, 120)}{(line.Subject is { } id ? $" ({id})" : "")}");
        if (facts.Length > 0)
        {
            run.Out.WriteLine($"    {Invocation.Line(facts)}");
        }

        if (source.Length > 0)
        {
            run.Out.WriteLine($"    {source}{(line.Claims[0].Quote is null ? "" : " “" + Invocation.Line(line.Claims[0].Quote, 160) + "”")}");
        }
    }

    private static string Plural(string? kind) => kind is null ? "judgements" : Vocabulary.Kinds[kind].Plural.ToLowerInvariant();
}
