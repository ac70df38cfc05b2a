namespace Linchpin.Claims;

/// <summary>What somebody decided about claims or entities, with the reason. Judgements are kept; undoing one is another judgement.</summary>
/// <param name="Act">What was decided.</param>
/// <param name="On">The claim id for accept, reject and retract; the entity id that is merged away for same-as; the judgement id for undo.</param>
/// <param name="Into">The entity id that is kept, for same-as; otherwise <see langword="null"/>.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, in words; never empty.</param>
/// <param name="Handling">Its label: a reason may say more than the claim.</param>
public sealed record Judgement(JudgementAct Act, string On, string? Into, Author By, string Reason, Handling Handling)
{
    /// <summary>The two ids mean one thing; claims of <paramref name="away"/> are shown under <paramref name="kept"/>.</summary>
    public static Judgement SameAs(EntityId away, EntityId kept, Author by, string reason, Handling handling) =>
        new(JudgementAct.SameAs, away.ToString(), kept.ToString(), by, reason, handling);

    /// <summary>The claim is right.</summary>
    public static Judgement Accept(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Accept, claim, null, by, reason, handling);

    /// <summary>The claim is not what its source says.</summary>
    public static Judgement Reject(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Reject, claim, null, by, reason, handling);

    /// <summary>The claim was right to make and no longer stands.</summary>
    public static Judgement Retract(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Retract, claim, null, by, reason, handling);

    /// <summary>A model proposes the claim: it is in no view until a person accepts it. The ledger makes this judgement itself, under the claim's own label.</summary>
    public static Judgement Propose(Claim claim) => new(JudgementAct.Propose, claim.Id, null, claim.Author, "Proposed by a model.", claim.Handling);

    /// <summary>The earlier judgement counts no more.</summary>
    public static Judgement Undo(string judgement, Author by, string reason, Handling handling) => new(JudgementAct.Undo, judgement, null, by, reason, handling);
}

/// <summary>What a judgement decides.</summary>
public enum JudgementAct
{
    /// <summary>Two entities are one.</summary>
    SameAs,

    /// <summary>A claim is right.</summary>
    Accept,

    /// <summary>A claim is not what its source says.</summary>
    Reject,

    /// <summary>A claim no longer stands.</summary>
    Retract,

    /// <summary>An earlier judgement counts no more.</summary>
    Undo,

    /// <summary>A model proposes a claim, which waits for a person.</summary>
    Propose = 11,
}
