using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>A commitment as the lattice and the brief show it; where several sources tell of the same one, it is one promise with all their claims.</summary>
public sealed record Promise
{
    /// <summary>The commitment's ids: one, or more where sources tell of the same commitment under different ids.</summary>
    public required IReadOnlyList<EntityId> Ids { get; init; }

    /// <summary>What was promised; the first is the one to show. Empty where no source says.</summary>
    public required IReadOnlyList<HeldClaim> What { get; init; }

    /// <summary>Who is bound, as the source names them: countries, bodies, people.</summary>
    public required IReadOnlyList<EntityId> Parties { get; init; }

    /// <summary>The countries among the parties, and those that the record says a body or person belongs to.</summary>
    public required IReadOnlyList<EntityId> Countries { get; init; }

    /// <summary>Parties' countries that are not among the chosen partners.</summary>
    public required IReadOnlyList<EntityId> Outside { get; init; }

    /// <summary>How it was bound: a word of the vocabulary; <see langword="null"/> where no source says.</summary>
    public required HeldClaim? Act { get; init; }

    /// <summary>Sectors of co-operation that it concerns.</summary>
    public required IReadOnlyList<EntityId> Sectors { get; init; }

    /// <summary>Mechanisms that it belongs to.</summary>
    public required IReadOnlyList<EntityId> Mechanisms { get; init; }

    /// <summary>Events at which it was made.</summary>
    public required IReadOnlyList<EntityId> Events { get; init; }

    /// <summary>When it was made: its own date, else that of the event it was made at; <see langword="null"/> where neither is stated.</summary>
    public required HeldClaim? Dated { get; init; }

    /// <summary>By when it is to be done; <see langword="null"/> where not stated.</summary>
    public required HeldClaim? Due { get; init; }

    /// <summary>What came of it.</summary>
    public required PromiseState State { get; init; }

    /// <summary>The claim that says what came of it; <see langword="null"/> where none does.</summary>
    public required HeldClaim? StateClaim { get; init; }

    /// <summary>The latest meeting of the same mechanism that took place after it was made. Not a delivery.</summary>
    public required LaterMeeting? MetAgain { get; init; }

    /// <summary>Every claim behind it, each once, in the order they were recorded.</summary>
    public required IReadOnlyList<HeldClaim> Claims { get; init; }

    /// <summary>The act's word; <see langword="null"/> where no source says how it was bound.</summary>
    public string? ActWord => (Act?.Value as TextValue)?.Words;

    /// <summary>The date it was made, as far as stated.</summary>
    public PartialDate? Date => (Dated?.Value as DateValue)?.On;

    /// <summary>Whether it binds: an aim that was only intended, and talks that still go on, do not.</summary>
    public bool Binds => ActWord is not ("intended" or "negotiating");

    /// <summary>Whether it stands: it binds, and it neither lapsed nor was superseded.</summary>
    public bool Stands => Binds && State is not (PromiseState.Lapsed or PromiseState.Superseded);

    /// <summary>Whether a source shows it in progress or delivered, or tells of it as done.</summary>
    public bool HasEvidence => State is PromiseState.InProgress or PromiseState.Delivered || ActWord == "done";
}

/// <summary>What came of a promise.</summary>
public enum PromiseState
{
    /// <summary>The record does not say.</summary>
    Unknown,

    /// <summary>It was stated, and nothing more is shown.</summary>
    Stated,

    /// <summary>A source shows work on it.</summary>
    InProgress,

    /// <summary>A source shows it done.</summary>
    Delivered,

    /// <summary>A source shows that it ended undone.</summary>
    Lapsed,

    /// <summary>Another promise took its place.</summary>
    Superseded,
}

/// <summary>A dated event of a promise's mechanism after the promise.</summary>
/// <param name="Event">The event.</param>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="On">Its date.</param>
/// <param name="Claims">The claims that date it and tie it to the mechanism.</param>
public sealed record LaterMeeting(EntityId Event, EntityId Mechanism, PartialDate On, IReadOnlyList<HeldClaim> Claims);

/// <summary>How states are written and said.</summary>
public static class PromiseStateText
{
    /// <summary>The state as written in JSON and addresses.</summary>
    public static string Code(this PromiseState state) => state switch
    {
        PromiseState.Stated => "stated",
        PromiseState.InProgress => "in-progress",
        PromiseState.Delivered => "delivered",
        PromiseState.Lapsed => "lapsed",
        PromiseState.Superseded => "superseded",
        _ => "unknown",
    };

    internal static PromiseState Of(string? code) => code switch
    {
        "stated" => PromiseState.Stated,
        "in-progress" => PromiseState.InProgress,
        "delivered" => PromiseState.Delivered,
        "lapsed" => PromiseState.Lapsed,
        "superseded" => PromiseState.Superseded,
        _ => PromiseState.Unknown,
    };
}
