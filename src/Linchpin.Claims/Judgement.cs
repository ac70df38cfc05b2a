namespace Linchpin.Claims;

/// <summary>What somebody decided or doubts about claims or entities, with the reason. Judgements are kept; undoing one is another judgement.</summary>
/// <param name="Act">What was decided.</param>
/// <param name="On">The claim id for acts on a claim or on two; the entity id that is merged away for same-as, one of the two for distinct and alike; the judgement id for undo.</param>
/// <param name="Into">The entity id that is kept, for same-as; the other of the two, for distinct and alike; the claim id of the other side, for acts on two claims;
/// otherwise <see langword="null"/>.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, in words; never empty.</param>
/// <param name="Handling">Its label: a reason may say more than the claim.</param>
public sealed record Judgement(JudgementAct Act, string On, string? Into, Author By, string Reason, Handling Handling)
{
    /// <summary>The two ids mean one thing; claims of <paramref name="away"/> are shown under <paramref name="kept"/>.</summary>
    public static Judgement SameAs(EntityId away, EntityId kept, Author by, string reason, Handling handling) =>
        new(JudgementAct.SameAs, away.ToString(), kept.ToString(), by, reason, handling);

    /// <summary>The two ids mean two things: no program may take them for one.</summary>
    public static Judgement Distinct(EntityId one, EntityId other, Author by, string reason, Handling handling) =>
        new(JudgementAct.Distinct, one.ToString(), other.ToString(), by, reason, handling);

    /// <summary>The two ids may mean one thing: it changes nothing until somebody says so.</summary>
    public static Judgement Alike(EntityId one, EntityId other, Author by, string reason, Handling handling) =>
        new(JudgementAct.Alike, one.ToString(), other.ToString(), by, reason, handling);

    /// <summary>The claim is right.</summary>
    public static Judgement Accept(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Accept, claim, null, by, reason, handling);

    /// <summary>The claim is not what its source says.</summary>
    public static Judgement Reject(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Reject, claim, null, by, reason, handling);

    /// <summary>The claim was right to make and no longer stands.</summary>
    public static Judgement Retract(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Retract, claim, null, by, reason, handling);

    /// <summary>The claim waits for a person: until one accepts it, nothing rests on it.</summary>
    public static Judgement Doubt(string claim, Author by, string reason, Handling handling) => new(JudgementAct.Doubt, claim, null, by, reason, handling);

    /// <summary>Of two claims that contradict each other, <paramref name="claim"/> holds.</summary>
    public static Judgement Holds(string claim, string against, Author by, string reason, Handling handling) => new(JudgementAct.Holds, claim, against, by, reason, handling);

    /// <summary>Two claims look opposed and are not.</summary>
    public static Judgement Apparent(string claim, string against, Author by, string reason, Handling handling) => new(JudgementAct.Apparent, claim, against, by, reason, handling);

    /// <summary>Two claims contradict each other, and somebody looked and left it open.</summary>
    public static Judgement Open(string claim, string against, Author by, string reason, Handling handling) => new(JudgementAct.Open, claim, against, by, reason, handling);

    /// <summary>A model proposes the claim: it is in no view until a person accepts it. The ledger makes this judgement itself, under the claim's own label.</summary>
    public static Judgement Propose(Claim claim) => new(JudgementAct.Propose, claim.Id, null, claim.Author, "Proposed by a model.", claim.Handling);

    /// <summary>The earlier judgement counts no more.</summary>
    public static Judgement Undo(string judgement, Author by, string reason, Handling handling) => new(JudgementAct.Undo, judgement, null, by, reason, handling);

    /// <summary>Whether it is on two entities: same-as, distinct, alike.</summary>
    public bool OnEntities => Act is JudgementAct.SameAs or JudgementAct.Distinct or JudgementAct.Alike;

    /// <summary>Whether it is on two claims that disagree: holds, apparent, open.</summary>
    public bool OnConflict => Act is JudgementAct.Holds or JudgementAct.Apparent or JudgementAct.Open;
}

/// <summary>What a judgement decides. Each number stays what it is: ledgers keep them.</summary>
public enum JudgementAct
{
    /// <summary>Two entities are one.</summary>
    SameAs = 0,

    /// <summary>A claim is right.</summary>
    Accept = 1,

    /// <summary>A claim is not what its source says.</summary>
    Reject = 2,

    /// <summary>A claim no longer stands.</summary>
    Retract = 3,

    /// <summary>An earlier judgement counts no more.</summary>
    Undo = 4,

    /// <summary>Two entities are two.</summary>
    Distinct = 5,

    /// <summary>Two entities may be one: for a person to decide.</summary>
    Alike = 6,

    /// <summary>A claim is doubtful: for a person to decide.</summary>
    Doubt = 7,

    /// <summary>One of two contradicting claims holds.</summary>
    Holds = 8,

    /// <summary>Two claims look opposed and are not.</summary>
    Apparent = 9,

    /// <summary>Two claims contradict each other, and it is left open.</summary>
    Open = 10,

    /// <summary>A model proposes a claim, which waits for a person.</summary>
    Propose = 11,
}
