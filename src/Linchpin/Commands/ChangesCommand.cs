using System.CommandLine;
using Linchpin.Briefing.Changes;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Commands;

/// <summary><c>linchpin changes</c>: what appeared, ended, moved its state or was judged between two days of one clock.</summary>
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

    public static Command Create() => new Command("changes", "List what appeared, ended, moved its state or was judged between two days of one clock, and what that clock cannot place because it is undated.")
    {
        From, To, Clock, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        DateOnly from = Shared.Day(run.Required(From), "--from")!.Value, to = Shared.Day(run.Required(To), "--to")!.Value;
        string clock = run.Get(Clock)!;
        if (from > to || clock is not ("valid" or "published" or "recorded"))
        {
            throw ProgramFaults.Usage.Because(from > to ? $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}." : $"--clock '{Shown.Short(clock)}' is not a clock.", remedy: "Give the earlier day first, and valid, published or recorded.");
        }

        AsOf At(DateOnly day) => clock switch
        {
            "valid" => new AsOf(Valid: day),
            "published" => new AsOf(PublishedBy: day),
            _ => new AsOf(KnownBy: day),
        };
        View before = run.Ledger.View(run.Reader, At(from)), after = run.Ledger.View(run.Reader, At(to));
        RecordChanges changes = Briefing.Briefing.Between(before, after, clock == "valid");
        foreach (ChangeLine line in changes.Lines)
        {
            View shown = line.Kind == ChangeKind.Ended ? before : after;
            if (run.Get(Shared.Json))
            {
                run.WriteJson(new ChangeJson(line.Kind.ToString().ToLowerInvariant(), line.Subject?.ToString(), line.What, line.Why, ToJson.Claims(shown, line.Claims), line.Judgement is { } judged ? ReviewToJson.Judgement(judged) : null));
                continue;
            }

            run.Out.WriteLine($"{line.Kind.ToString().ToLowerInvariant()}  {Invocation.Line(line.What, 120)}{(line.Subject is { } id ? $" ({id})" : "")}: {Invocation.Line(line.Why)}");
            if (line.Claims.Count > 0)
            {
                run.Out.WriteLine($"  [{ClaimsCommand.SourceText(line.Claims[0], shown)}]{(line.Claims[0].Quote is null ? "" : " “" + Invocation.Line(line.Claims[0].Quote, 160) + "”")}");
            }
        }

        foreach (EntityId id in changes.Undated)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(new ChangeJson("undated", id.ToString(), after.NameOf(id), "No source dates it.", [], null));
            }
            else
            {
                run.Out.WriteLine($"undated  {Invocation.Line(after.NameOf(id), 120)} ({id})");
            }
        }

        if (changes.Lines.Count == 0)
        {
            run.Say($"linchpin: nothing that the {clock} clock can place changed between the two days");
        }

        return Exit.Done;
    });

    private sealed record ChangeJson(string Kind, string? Subject, string What, string Why, IReadOnlyList<HeldClaimJson> Claims, JudgementJson? Judgement);
}
