using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Commands;

/// <summary><c>linchpin judge …</c>, <c>undo</c>, <c>judgements</c>: what a person decides, with a reason, and takes back.</summary>
internal static class JudgeCommands
{
    private static readonly Argument<string> ClaimId = new("CLAIM") { Description = "The claim's id, as 'linchpin review' or 'linchpin claims --json' gives it." };

    private static readonly Argument<string> One = new("AWAY") { Description = "An entity, as kind/name: for same-as, the one that is merged away." };

    private static readonly Argument<string> Other = new("KEPT") { Description = "The other; for same-as, the one that is kept." };

    private static readonly Argument<string> ConflictId = new("CONFLICT") { Description = "The conflict's id, as 'linchpin conflicts' gives it." };

    private static readonly Argument<string> ItemId = new("ITEM") { Description = "The item's id, as 'linchpin review' gives it." };

    private static readonly Argument<string> JudgementId = new("JUDGEMENT") { Description = "The judgement's id, as 'linchpin judgements' gives it." };

    private static readonly Option<string> Reason = new("--reason") { Description = "Why, in words; it is kept and shown with the judgement.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> By = new("--by") { Description = "The name that the judgement bears. Default: this machine's user.", HelpName = "NAME" };

    private static readonly Option<string> Value = new("--value")
    {
        Description = "The right value: words, an ISO date, kind/name, a number and its unit; or 'unknown: why'.",
        HelpName = "VALUE",
        Required = true,
    };

    private static readonly Option<int?> Holds = new("--holds") { Description = "The side that holds, counted from 1 as 'linchpin conflicts' lists them.", HelpName = "N", CustomParser = Shared.Optional<int> };

    private static readonly Option<bool> Apparent = new("--apparent") { Description = "The sides only look opposed." };

    private static readonly Option<bool> LeftOpen = new("--open") { Description = "They contradict each other, and it is left open." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "The claim is right, or the two are one." };

    private static readonly Option<bool> No = new("--no") { Description = "The claim is wrong, or the two are two." };

    public static Command Create() => new("judge", "Decide on a claim, on two entities that may be one, or on a conflict. Nothing is changed or lost: 'linchpin undo' takes a judgement back.")
    {
        Judging("accept", "The claim is right.", [ClaimId], (run, review) => review.Accept(run.Get(ClaimId)!, run.Required(Reason))),
        Judging("reject", "The claim is not what its source says; it is shown no more.", [ClaimId], (run, review) => review.Reject(run.Get(ClaimId)!, run.Required(Reason))),
        Judging("retract", "The claim was right to make and no longer stands.", [ClaimId], (run, review) => review.Retract(run.Get(ClaimId)!, run.Required(Reason))),
        Judging("correct", "Another value in the claim's place, at the same passage.", [ClaimId], Correct, Value),
        Judging("same-as", "Two ids mean one thing.", [One, Other], (run, review) => review.Merge(EntityId.Parse(run.Get(One)!), EntityId.Parse(run.Get(Other)!), run.Required(Reason))),
        Judging("distinct", "Two ids mean two things; no program takes them for one again.", [One, Other], (run, review) => review.KeepApart(EntityId.Parse(run.Get(One)!), EntityId.Parse(run.Get(Other)!), run.Required(Reason))),
        Judging("conflict", "A side holds, or the sides only look opposed, or it is left open.", [ConflictId], Decide, Holds, Apparent, LeftOpen),
        Judging("review", "Settle an item of 'linchpin review': yes or no.", [ItemId], Settle, Yes, No),
    };

    public static Command CreateUndo() => Judging("undo", "Take a judgement back, whoever made it.", [JudgementId], (run, review) => review.Undo(run.Get(JudgementId)!, run.Required(Reason)));

    public static Command CreateList() => new Command("judgements", "List what was decided, by whom and why, what was undone included.") { Shared.KnownBy, Shared.Reader, Shared.Json }.Does(run =>
    {
        IReadOnlyList<HeldJudgement> judgements = run.Ledger.View(run.Reader, new AsOf(KnownBy: Shared.Day(run.Get(Shared.KnownBy), "--known-by"))).Judgements();
        foreach (HeldJudgement held in judgements)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ReviewToJson.Judgement(held));
                continue;
            }

            Judgement made = held.Judgement;
            run.Out.WriteLine($"{held.Id}  {held.Recorded:yyyy-MM-dd}  {ReviewToJson.ActOf(made.Act)} {made.On}{(made.Into is null ? "" : " " + made.Into)}{(held.Undone ? "  (undone)" : "")}");
            run.Out.WriteLine($"  {Invocation.Line(made.By.Name)}: {Invocation.Line(made.Reason)}");
        }

        if (judgements.Count == 0)
        {
            run.Say("linchpin: nobody has judged anything that this reader may see");
        }

        return Exit.Done;
    });

    private static Command Judging(string name, string description, IReadOnlyList<Argument> arguments, Func<Invocation, Review, string> judge, params IReadOnlyList<Option> options)
    {
        var command = new Command(name, description);
        foreach (Argument argument in arguments)
        {
            command.Add(argument);
        }

        foreach (Option option in (Option[])[.. options, Reason, By, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil])
        {
            command.Add(option);
        }

        return command.Does(run =>
        {
            var review = new Review(run.Ledger, Reader.OwnerOf(run.Ledger.Owner), Author.Person(run.Get(By) ?? Environment.UserName), Shared.Label(run));
            run.Out.WriteLine(judge(run, review));
            return Exit.Done;
        });
    }

    private static string Correct(Invocation run, Review review)
    {
        string id = run.Get(ClaimId)!;
        HeldClaim held = run.Ledger.View(Reader.OwnerOf(run.Ledger.Owner)).Claim(id) ?? throw ProgramFaults.ClaimUnknown.Because($"'{Shown.Short(id)}'.");
        return review.Correct(id, GivenValue.Read(Vocabulary.Properties[held.Claim.Property], run.Required(Value)), run.Required(Reason));
    }

    private static string Decide(Invocation run, Review review)
    {
        int? side = run.Get(Holds);
        if ((side is null ? 0 : 1) + (run.Get(Apparent) ? 1 : 0) + (run.Get(LeftOpen) ? 1 : 0) != 1)
        {
            throw ProgramFaults.Usage.Because("One of --holds, --apparent and --open is wanted.", remedy: "Say which: --holds N, --apparent or --open.");
        }

        JudgementAct act = side is not null ? JudgementAct.Holds : run.Get(Apparent) ? JudgementAct.Apparent : JudgementAct.Open;
        return review.Decide(run.Get(ConflictId)!, act, (side ?? 1) - 1, run.Required(Reason));
    }

    private static string Settle(Invocation run, Review review) => run.Get(Yes) != run.Get(No)
        ? review.Settle(run.Get(ItemId)!, run.Get(Yes), run.Required(Reason))
        : throw ProgramFaults.Usage.Because("One of --yes and --no is wanted.", remedy: "Say --yes or --no.");
}
