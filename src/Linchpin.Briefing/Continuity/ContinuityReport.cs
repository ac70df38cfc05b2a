using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Continuity;

/// <summary>What a successor on the desk must know on a day: what is due, what lapses, what nobody has spoken of since, who held which office, what was never signed, what is fragile.</summary>
/// <param name="Partners">The partners.</param>
/// <param name="On">The day.</param>
/// <param name="Until">The last day of the horizon.</param>
/// <param name="Lines">The lines, by kind in their order.</param>
public sealed record ContinuityReport(IReadOnlyList<EntityId> Partners, DateOnly On, DateOnly Until, IReadOnlyList<ContinuityLine> Lines);

/// <summary>One line, with the passages that it stands on.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Subject">The commitment, mechanism or role.</param>
/// <param name="Parties">Who is bound by a commitment, as the sources name them; empty for what is no commitment, or where no source says.</param>
/// <param name="What">The thing, in the source's words or by its name.</param>
/// <param name="Why">What there is to say of it on that day.</param>
/// <param name="On">The date that it turns on; <see langword="null"/> where none is stated.</param>
/// <param name="Days">Days from the day asked to that date at the latest; negative where it is past; <see langword="null"/> without a date.</param>
/// <param name="Claims">The claims behind it; never empty.</param>
public sealed record ContinuityLine(
    ContinuityKind Kind, EntityId Subject, IReadOnlyList<EntityId> Parties, string What, Said Why, PartialDate? On, int? Days, IReadOnlyList<HeldClaim> Claims);

/// <summary>What a line tells, in the order of a report.</summary>
public enum ContinuityKind
{
    /// <summary>To be done within the horizon, or past its date and not shown done.</summary>
    Due,

    /// <summary>An instrument that ends by its own terms within the horizon, or has ended.</summary>
    Lapses,

    /// <summary>No source says anything later of it.</summary>
    Silent,

    /// <summary>Who held an office, as last told.</summary>
    Held,

    /// <summary>Nothing on record shows a signature.</summary>
    Unsigned,

    /// <summary>It rests on a person's office or an understanding, and the office has passed to another.</summary>
    Fragile,
}

/// <summary>How kinds are written.</summary>
public static class ContinuityKindText
{
    /// <summary>The kind as written in JSON.</summary>
    public static string Code(this ContinuityKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The heading of the lines of a kind.</summary>
    public static Said Heading(this ContinuityKind kind) => new("continuity.heading-" + kind.Code());
}
