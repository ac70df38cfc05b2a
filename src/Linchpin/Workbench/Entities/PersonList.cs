using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Entities;

/// <summary>A person as a row of the list, with how much the record has of them.</summary>
/// <param name="Entity">The person.</param>
/// <param name="Offices">Offices held, last told of first.</param>
/// <param name="Countries">The countries that the record says they belong to.</param>
/// <param name="Meetings">Events at which a source names them.</param>
/// <param name="Commitments">Commitments that bind them.</param>
/// <param name="Documents">Documents that have something on them.</param>
/// <param name="Told">The date of the latest source that tells of an office; <see langword="null"/> where none is dated.</param>
public sealed record PersonRow(Entity Entity, IReadOnlyList<Office> Offices, IReadOnlyList<EntityId> Countries, int Meetings, int Commitments, int Documents, PartialDate? Told);

/// <summary>The people of a view.</summary>
internal static class PersonList
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PersonRow> All(Scope scope) => scope.Seen.Once("people", () => Read(RecordTies.Of(scope)));

    private static IReadOnlyList<PersonRow> Read(RecordTies ties) =>
    [
        .. ties.People.Select(p =>
        {
            Office[] offices = [.. ties.Offices[p.Id].OrderByDescending(o => o.Told?.Last.Latest).ThenBy(o => o.Role.Id)];
            return new PersonRow(
                p, offices, ties.CountriesOf(p), ties.Meetings[p.Id].Count(), ties.Promises[p.Id].Count(), ties.Documents[p.Id].Count(), offices.Select(o => o.Told?.Last).Where(d => d is not null).Max());
        }),
    ];

    /// <summary>Those that the address asks for, sorted as it asks.</summary>
    public static IReadOnlyList<PersonRow> Of(Scope scope)
    {
        EntityId? country = scope["country"] is { } code ? EntityId.Country(Vocabulary.Country(code)) : null;
        EntityId? body = scope["body"] is { } id ? EntityId.Parse(id) : null;
        return All(scope)
            .Where(r => country is not { } c || r.Countries.Contains(c))
            .Where(r => body is not { } b || r.Offices.Any(o => o.Body == b))
            .Where(r => scope["q"] is not { } letters || scope.NameOf(r.Entity.Id).Contains(letters, StringComparison.OrdinalIgnoreCase) || r.Offices.Any(o => o.Title?.Contains(letters, StringComparison.OrdinalIgnoreCase) == true))
            .SortedBy<PersonRow>(
                scope,
                new("name", r => scope.NameOf(r.Entity.Id)), new("told", r => r.Told?.Latest, true), new("meetings", r => r.Meetings, true), new("commitments", r => r.Commitments, true), new("documents", r => r.Documents, true));
    }
}
