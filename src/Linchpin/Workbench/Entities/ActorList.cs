using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Entities;

/// <summary>A country or body as a row of the list of actors, with how much the record has of it.</summary>
/// <param name="Id">The country or body.</param>
/// <param name="Type">Its type as sources give it, <c>country</c> for a country; <see langword="null"/> where not stated.</param>
/// <param name="Countries">The countries a body belongs to; a country is its own.</param>
/// <param name="Mechanisms">Mechanisms it is a member of or a party to.</param>
/// <param name="Meetings">Events at which a source names it.</param>
/// <param name="Commitments">Commitments that bind it; of a country, also those that bind its bodies and people.</param>
/// <param name="Offices">Offices held in it.</param>
/// <param name="Documents">Documents that have something on it.</param>
/// <param name="Last">The date of its latest dated event; <see langword="null"/> where none is dated.</param>
public sealed record ActorRow(EntityId Id, string? Type, IReadOnlyList<EntityId> Countries, int Mechanisms, int Meetings, int Commitments, int Offices, int Documents, PartialDate? Last);

/// <summary>The countries and bodies of a view.</summary>
internal static class ActorList
{
    /// <summary>All of them: bodies that some claim is about, and countries that a document tells of.</summary>
    public static IReadOnlyList<ActorRow> All(Scope scope) => scope.Seen.Once("actors", () => Read(RecordTies.Of(scope)));

    private static IReadOnlyList<ActorRow> Read(RecordTies ties) =>
    [
        .. ties.Documents.Select(d => d.Key).Where(id => id.Kind == "country" && Vocabulary.Countries.ContainsKey(id.Name)).Order().Select(c => Row(ties, c, "country", [c])),
        .. ties.Bodies.Select(b => Row(ties, b.Id, (b.First("type")?.Value as TextValue)?.Words, ties.CountriesOf(b))),
    ];

    private static ActorRow Row(RecordTies ties, EntityId id, string? type, IReadOnlyList<EntityId> countries) => new(
        id, type, countries, ties.Mechanisms[id].Count(), ties.Meetings[id].Count(), ties.Promises[id].Count(), ties.Offices[id].Count(), ties.Documents[id].Count(),
        ties.Meetings[id].Select(Profile.On).Where(d => d is not null).Max());

    /// <summary>Those that the address asks for, sorted as it asks.</summary>
    public static IReadOnlyList<ActorRow> Of(Scope scope)
    {
        EntityId? country = scope["country"] is { } code ? EntityId.Country(Vocabulary.Country(code)) : null;
        return All(scope)
            .Where(r => country is not { } c || r.Countries.Contains(c))
            .Where(r => scope["type"] is null || r.Type == scope["type"])
            .Where(r => scope["q"] is not { } letters || scope.NameOf(r.Id).Contains(letters, StringComparison.OrdinalIgnoreCase))
            .SortedBy<ActorRow>(
                scope,
                new("meetings", r => r.Meetings, true), new("name", r => scope.NameOf(r.Id)), new("type", r => r.Type), new("mechanisms", r => r.Mechanisms, true), new("commitments", r => r.Commitments, true),
                new("offices", r => r.Offices, true), new("documents", r => r.Documents, true), new("last", r => r.Last?.Latest, true));
    }
}
