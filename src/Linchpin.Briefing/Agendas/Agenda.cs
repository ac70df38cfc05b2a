using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>What stands open for the next round of a mechanism, as the record stood before the day of the round; and, once a source of that day or later tells of it, what came of each item.</summary>
/// <remarks>Nothing of it is stored: it follows from the record on two days of the published clock. A source that is dated no closer than to the month or year of the round counts as known before it.</remarks>
public sealed record Agenda
{
    /// <summary>The mechanism.</summary>
    public required EntityId Mechanism { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The countries that belong to it; where the record names none, those that took part in its events.</summary>
    public required IReadOnlyList<EntityId> Members { get; init; }

    /// <summary>The day of the round.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The last day up to which what is due or lapses is told.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The last round before the day; <see langword="null"/> where the record dates none.</summary>
    public required Round? Last { get; init; }

    /// <summary>What is open: by kind in their order, numbered through.</summary>
    public required IReadOnlyList<AgendaItem> Items { get; init; }

    /// <summary>Sectors of the mechanism in which its members together are exposed without a promise, largest share first.</summary>
    public required IReadOnlyList<AgendaGap> Gaps { get; init; }

    /// <summary>Why no gaps could be looked for; <see langword="null"/> where they were.</summary>
    public required Said? WithoutGaps { get; init; }

    /// <summary>What the sources published between the last round and this one changed of the mechanism: what was told of that round itself is left out. Empty without a last round.</summary>
    public required IReadOnlyList<ChangeLine> Since { get; init; }

    /// <summary>What was told of this round; <see langword="null"/> while no source of that day or later speaks of the mechanism.</summary>
    public required Afterwards? After { get; init; }
}

/// <summary>A meeting of a mechanism.</summary>
/// <param name="Event">The event.</param>
/// <param name="On">Its date, as far as stated.</param>
/// <param name="Place">Its place; <see langword="null"/> where no source says.</param>
/// <param name="Came">Who came: countries first, then bodies, then people.</param>
/// <param name="Claims">The claims that date and place it.</param>
public sealed record Round(EntityId Event, PartialDate? On, string? Place, IReadOnlyList<Attendant> Came, IReadOnlyList<HeldClaim> Claims);

/// <summary>Who came to a round.</summary>
/// <param name="Who">A country, body or person.</param>
/// <param name="Office">The office of a person, with its body; <see langword="null"/> where no source says.</param>
/// <param name="PassedOn">That a later source names another in the office; <see langword="null"/> where none does.</param>
/// <param name="Claims">The claims behind it.</param>
public sealed record Attendant(EntityId Who, string? Office, Said? PassedOn, IReadOnlyList<HeldClaim> Claims);

/// <summary>An item of the agenda.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">Why it is on the agenda.</param>
/// <param name="Subject">The commitment; the mechanism itself where it lapses; the sector where it was only talked about.</param>
/// <param name="Parties">Who is bound; empty where that does not apply or no source says.</param>
/// <param name="What">What it is, in the source's words or by name.</param>
/// <param name="Why">How it stands before the round.</param>
/// <param name="Claims">The claims behind it; never empty.</param>
/// <param name="Outcome">What came of it; <see langword="null"/> while no source tells of the round.</param>
public sealed record AgendaItem(
    int Number, AgendaKind Kind, EntityId Subject, IReadOnlyList<EntityId> Parties, string What, Said Why, IReadOnlyList<HeldClaim> Claims, AgendaOutcome? Outcome = null);

/// <summary>Why an item is on the agenda, in the order of the page.</summary>
public enum AgendaKind
{
    /// <summary>To be done by the day of the round, and not shown done.</summary>
    DueBefore,

    /// <summary>To be done after the round, within the horizon.</summary>
    DueAfter,

    /// <summary>The mechanism ends by its own terms within the horizon.</summary>
    Lapses,

    /// <summary>A source shows work on it.</summary>
    UnderWay,

    /// <summary>No source says what came of it.</summary>
    Silent,

    /// <summary>Talked about, aimed at or negotiated, without a commitment.</summary>
    Undecided,
}

/// <summary>An exposure without a promise, as an item.</summary>
/// <param name="Sector">The sector of co-operation.</param>
/// <param name="Cell">The cell of all members together, before the round.</param>
/// <param name="Outcome">What came of it; <see langword="null"/> while no source tells of the round.</param>
public sealed record AgendaGap(SectorTerm Sector, LatticeCell Cell, AgendaOutcome? Outcome = null);

/// <summary>What came of an item.</summary>
/// <param name="Kind">Closed, moved or open.</param>
/// <param name="Why">In words.</param>
/// <param name="Claims">The claims that show it; empty where no source speaks of it.</param>
public sealed record AgendaOutcome(OutcomeKind Kind, Said Why, IReadOnlyList<HeldClaim> Claims);

/// <summary>Where an item stands after the round.</summary>
public enum OutcomeKind
{
    /// <summary>Delivered, lapsed, superseded, extended or promised: it needs no place on the next agenda.</summary>
    Closed,

    /// <summary>A source speaks of it, and it stays open.</summary>
    Moved,

    /// <summary>No source of the round speaks of it.</summary>
    Stays,
}

/// <summary>What was told of a round.</summary>
/// <param name="Held">The round, where a source dates it to that day or later; else <see langword="null"/>.</param>
/// <param name="New">Commitments under the mechanism that were first told of on that day or later.</param>
/// <param name="Waiting">How many outcomes that such a source tells of wait for a person to say of which commitment they are.</param>
public sealed record Afterwards(Round? Held, IReadOnlyList<Promise> New, int Waiting);

/// <summary>How kinds are written.</summary>
public static class AgendaText
{
    /// <summary>The kind as written in JSON.</summary>
    public static string Code(this AgendaKind kind) => kind switch
    {
        AgendaKind.DueBefore => "due-before",
        AgendaKind.DueAfter => "due-after",
        AgendaKind.UnderWay => "under-way",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The outcome as written in JSON.</summary>
    public static string Code(this OutcomeKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The heading of the items of a kind.</summary>
    public static Said Heading(this AgendaKind kind) => new("agenda.heading-" + kind.Code());

    /// <summary>The outcome in a word.</summary>
    public static Said Word(this OutcomeKind kind) => new("agenda.outcome-" + kind.Code());
}
