using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Workbench.Conflicts;

/// <summary>A conflict as the API writes it: every side with the claims that state it.</summary>
public sealed record ConflictJson(NamedJson Subject, string Property, string Class, IReadOnlyList<ConflictSideJson> Sides);

/// <summary>One side of a conflict.</summary>
public sealed record ConflictSideJson(ValueJson Value, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>The conflicts page and its API.</summary>
internal static class ConflictRoutes
{
    private const int MostOnPage = 50;
    private static readonly QueryTerm[] Terms = [new("property", "Only conflicts about this property of the vocabulary."), new("kind", "Only conflicts about entities of this kind.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/conflicts", Terms, (scope, _) => Routes.Page<ConflictsPage>(scope, ("Found", Find(scope)), ("All", All(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapApi("/api/conflicts", "Sources that disagree on a property that has one value at a time, every side with its claims.", Terms, (scope, _) =>
            ToJson.Page(Find(scope), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), c => Shape(scope.View, c)));
    }

    private static IReadOnlyList<Conflict> All(Scope scope) => scope.Seen.Once("conflicts", scope.View.Conflicts);

    private static IReadOnlyList<Conflict> Find(Scope scope) =>
    [
        .. All(scope).Where(c => scope["property"] is null || c.Property.Id == scope["property"]).Where(c => scope["kind"] is null || c.Subject.Kind == scope["kind"]),
    ];

    /// <summary>A conflict in the API's form.</summary>
    internal static ConflictJson Shape(View view, Conflict c) => new(
        ToJson.Named(view, c.Subject), c.Property.Id, c.Class, [.. c.Sides.Select(s => new ConflictSideJson(ToJson.Value(view, s.Value), ToJson.Claims(view, s.Claims)))]);
}
