using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>Something doubtful that waits for a person.</summary>
/// <param name="Kind">What is doubtful.</param>
/// <param name="Subject">The entity that it is about.</param>
/// <param name="Claim">The doubtful claim; <see langword="null"/> where two entities may be one.</param>
/// <param name="Other">The entity that the subject may be the same as; <see langword="null"/> for a claim.</param>
/// <param name="Passages">The claims that show where to look: the doubtful one, or what names the two entities.</param>
/// <param name="Reason">Why it is doubtful, in words.</param>
/// <param name="Proposal">The judgement that proposed it; <see langword="null"/> for a claim that is doubtful by its confidence alone.</param>
/// <param name="Changes">How many claims would be shown otherwise, or how many cells of a lattice may change, whichever is more: the order of the queue.</param>
public sealed record ReviewItem(
    ReviewKind Kind, EntityId Subject, HeldClaim? Claim, EntityId? Other, IReadOnlyList<HeldClaim> Passages, string Reason, HeldJudgement? Proposal, int Changes)
{
    /// <summary>What it is asked for by: the id of the claim or of the proposal.</summary>
    public string Id => Claim?.Claim.Id ?? Proposal!.Id;
}

/// <summary>What is doubtful.</summary>
public enum ReviewKind
{
    /// <summary>Two entities may be one.</summary>
    SameAs,

    /// <summary>A later document may tell what came of a commitment.</summary>
    FollowUp,

    /// <summary>A claim that a machine is not sure of.</summary>
    Claim,
}

/// <summary>How kinds of doubt are written.</summary>
public static class ReviewKindText
{
    /// <summary>The kind as written in JSON and on the command line.</summary>
    public static string Code(this ReviewKind kind) => kind switch
    {
        ReviewKind.SameAs => "same-as",
        ReviewKind.FollowUp => "follow-up",
        _ => "claim",
    };
}
