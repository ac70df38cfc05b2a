using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Entities;

/// <summary>An office as one person held it.</summary>
/// <param name="Role">The record's entry.</param>
/// <param name="Person">Who; <see langword="null"/> where no source says.</param>
/// <param name="Title">The office in a source's words; <see langword="null"/> where no source gives it.</param>
/// <param name="Body">The body or country that it belongs to; <see langword="null"/> where not stated.</param>
/// <param name="Told">The dates of the sources that tell of it, from the first to the last; <see langword="null"/> where all are undated. Not when it was held: that is in the claims' valid time.</param>
public sealed record Office(Entity Role, EntityId? Person, string? Title, EntityId? Body, (PartialDate First, PartialDate Last)? Told)
{
    /// <summary>The claim that says most of it.</summary>
    public HeldClaim Claim => Role.First("title") ?? Role.First("person") ?? Role.Claims[0];

    /// <summary>From when it was held, as a source states.</summary>
    public PartialDate? From => Role.Claims.Select(c => c.Claim.Valid.From).Where(d => d is not null).Min();

    /// <summary>Until when it was held, as a source states.</summary>
    public PartialDate? To => Role.Claims.Select(c => c.Claim.Valid.To).Where(d => d is not null).Max();

    /// <summary>The office of a role.</summary>
    public static Office Of(Entity role) => new(
        role,
        role.Linked("person") is [var person, ..] ? person : null,
        (role.First("title")?.Value as TextValue)?.Words,
        role.Linked("body") is [var body, ..] ? body : role.Linked("country") is [var country, ..] ? country : null,
        role.Claims.Select(c => c.Published).OfType<PartialDate>().Order().ToArray() is { Length: > 0 } told ? (told[0], told[^1]) : null);
}
