using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Continuity;

/// <summary>Who held an office, as last told, and who is told of in it later.</summary>
/// <param name="Role">The role.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Person">The person's name.</param>
/// <param name="Title">The office, as the source writes it.</param>
/// <param name="BodyId">The body or country that the office belongs to; <see langword="null"/> where no source says.</param>
/// <param name="Body">Its name.</param>
/// <param name="Told">The latest date of a source that tells of it; <see langword="null"/> where none is dated.</param>
/// <param name="Claims">The claim that ties the person to the office.</param>
/// <param name="Next">Another person that a later source names in the same office, where one person at a time holds it.</param>
internal sealed record Holder(Entity Role, EntityId PersonId, string Person, string Title, EntityId? BodyId, string? Body, PartialDate? Told, IReadOnlyList<HeldClaim> Claims, Holder? Next)
{
    /// <summary>"Name, office, body".</summary>
    internal string Display => $"{Person}, {Title}{(Body is null ? "" : $", {Body}")}";

    /// <summary>When the source told of it, as a part of a sentence.</summary>
    internal Said When => Told is { } told ? new("continuity.in", told) : new("continuity.in-undated");

    /// <summary>The holders of offices of these countries and their bodies.</summary>
    internal static IReadOnlyList<Holder> All(RecordIndex index, IReadOnlyList<EntityId> countries)
    {
        Holder[] all = [.. index.Roles.Select(Of).OfType<Holder>().Select(h => h with { Body = h.BodyId is { } b ? index.NameOf(b) : null, Person = index.NameOf(h.PersonId) ?? h.Person })
            .Where(h => h.BodyId is { } body && index.CountriesOf(body).Any(countries.Contains))];
        return
        [
            .. all.Select(h => h with
            {
                Next = !Offices.IsHeldByOne(h.Title) ? null : all.FirstOrDefault(o => o.PersonId != h.PersonId && o.BodyId == h.BodyId && o.Title.Equals(h.Title, StringComparison.OrdinalIgnoreCase)
                    && o.Told is { } later && h.Told is { } told && later.Earliest > told.Latest),
            }),
        ];
    }

    private static Holder? Of(Entity role) => role.First("person") is { Value: EntityValue { Id: var person } } held && role.First("title") is { Value: TextValue title }
        ? new Holder(
            role, person, person.Name.Replace('-', ' '), Words.Clean(title.Words), role.First("body")?.Value is EntityValue body ? body.Id : null, null,
            role.Claims.Select(c => c.Published).Where(p => p is not null).OrderBy(p => p!.Value.Latest).LastOrDefault(),
            [role.Of("person").OrderBy(c => c.Published?.Latest ?? DateOnly.MinValue).LastOrDefault() ?? held], null)
        : null;
}
