using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Mechanisms;

/// <summary>A mechanism as a row of the list.</summary>
/// <param name="Entity">The mechanism.</param>
/// <param name="Type">Its type; <see langword="null"/> where the record does not say.</param>
/// <param name="Members">Its members.</param>
/// <param name="Established">When it was established; <see langword="null"/> where not stated.</param>
/// <param name="Events">How many events the record has of it.</param>
/// <param name="Commitments">How many commitments the record ties to it.</param>
/// <param name="Last">The date of its latest dated event; <see langword="null"/> where none is dated.</param>
public sealed record MechanismRow(Entity Entity, string? Type, IReadOnlyList<EntityId> Members, PartialDate? Established, int Events, int Commitments, PartialDate? Last);

/// <summary>The mechanisms of a view, with what belongs to each.</summary>
internal static class MechanismList
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<MechanismRow> All(Scope scope) => All(scope.Seen);

    /// <summary>All of a view, by name.</summary>
    public static IReadOnlyList<MechanismRow> All(Seen seen) => seen.Once("mechanisms", () => Read(seen));

    private static IReadOnlyList<MechanismRow> Read(Seen seen)
    {
        View view = seen.View;
        ILookup<EntityId, HeldClaim> tied = view.Claims(new ClaimFilter(Property: "mechanism")).Where(c => c.Value is EntityValue).ToLookup(c => ((EntityValue)c.Value).Id);
        Dictionary<EntityId, PartialDate> dates = view.Claims(new ClaimFilter(Kind: "event", Property: "date")).Where(c => c.Value is DateValue)
            .GroupBy(c => c.Subject).ToDictionary(g => g.Key, g => g.Max(c => ((DateValue)c.Value).On));
        return
        [
            .. seen.Entities("mechanism").Select(m =>
            {
                EntityId[] events = [.. tied[m.Id].Select(c => c.Subject).Where(s => s.Kind == "event").Distinct()];
                PartialDate[] days = [.. events.Where(dates.ContainsKey).Select(e => dates[e])];
                return new MechanismRow(
                    m, (m.First("type")?.Value as TextValue)?.Words, m.Linked("member"), (m.First("established")?.Value as DateValue)?.On, events.Length,
                    tied[m.Id].Select(c => c.Subject).Where(s => s.Kind == "commitment").Distinct().Count(), days.Length > 0 ? days.Max() : null);
            }).OrderBy(r => r.Entity.Name, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Entity.Id),
        ];
    }

    /// <summary>Those that the address asks for, sorted as it asks.</summary>
    public static IReadOnlyList<MechanismRow> Of(Scope scope, IReadOnlyList<MechanismRow> all)
    {
        EntityId? member = scope["member"] is { } code ? EntityId.Country(Vocabulary.Country(code)) : null;
        EntityId? sector = scope["sector"] is { } id ? EntityId.Sector(id) : null;
        return all
            .Where(r => member is not { } m || r.Members.Contains(m))
            .Where(r => scope["type"] is null || r.Type == scope["type"])
            .Where(r => sector is not { } s || r.Entity.Linked("sector").Contains(s))
            .Where(r => scope["q"] is null || r.Entity.Name.Contains(scope["q"]!, StringComparison.OrdinalIgnoreCase))
            .SortedBy<MechanismRow>(
                scope,
                new("name", r => r.Entity.Name), new("type", r => r.Type), new("established", r => r.Established?.Earliest, true), new("last", r => r.Last?.Latest, true), new("members", r => r.Members.Count, true),
                new("events", r => r.Events, true), new("commitments", r => r.Commitments, true));
    }
}
