using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Entities;

/// <summary>Pages and API for entities of any kind, and for claims one by one.</summary>
internal static class EntityRoutes
{
    private const int MostOnPage = 200;
    private static readonly QueryTerm[] ClaimTerms =
    [
        new("subject", "Only claims about this entity, kind/name."), new("kind", "Only claims about entities of this kind."),
        new("property", "Only claims of this property."), new("source", "Only claims from this document or dataset, kind/name."), new("names", "Only claims whose value is this entity, kind/name."),
    ];

    private static readonly QueryTerm[] ListTerms = [new("q", "Only entities whose name has these letters."), new("names", "Only entities of which some claim names this one, kind/name.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/claims", ClaimTerms, (scope, _) => Routes.Page<ClaimsPage>(scope, ("Found", Claims(scope)), ("Total", scope.View.Count(Filter(scope))), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapClaimFiles("/claims", ClaimTerms, (scope, _) => scope.View.EachClaim(Filter(scope)));
        app.MapApi("/api/claims", "Claims by subject, kind, property, source or value, in the order they were recorded.", ClaimTerms, (scope, _) =>
            new PageJson<HeldClaimJson>(scope.View.Count(Filter(scope)), scope.Number("skip", 0), ToJson.Claims(scope.View, Claims(scope))));

        app.MapPage("/entities", [], (scope, _) => Routes.Page<KindsPage>(scope));
        app.MapPage("/entities/{kind}", ListTerms, (scope, http) => Routes.Page<EntitiesPage>(
            scope, ("Kind", Kind(http)), ("Found", List(scope, http)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapPage("/entities/{kind}/{name}", [], (scope, http) => One(scope, http) is var entity && Layout.Address.Of(entity.Id) is var own && !own.StartsWith("/entities/", StringComparison.Ordinal)
            ? Results.Redirect(scope.Link(own)) : Routes.Page<EntityPage>(scope, ("Entity", entity)));
        app.MapFiles("/entities/{kind}", ListTerms, List, scope =>
        [
            new("name", e => scope.NameOf(e.Id)), new("says", e => Says(e)?.Value.Display), new("claims", e => e.Claims.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("id", e => e.Id.ToString()),
        ], (_, e) => e.Claims);
        app.MapClaimFiles("/entities/{kind}/{name}", [], (scope, http) => About(scope, One(scope, http)));
        app.MapApi("/api/entities/{kind}", "Entities of a kind with their claims, by id.", ListTerms, (scope, http) =>
            ToJson.Page(List(scope, http), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), e => ToJson.Entity(scope.View, e)));
        app.MapApi("/api/entities/{kind}/{name}", "An entity with all its claims, also under ids that were merged into it.", [], (scope, http) => ToJson.Entity(scope.View, One(scope, http)));
    }

    /// <summary>The entity that the address names.</summary>
    /// <exception cref="FaultException"><c>workbench.not-found</c>: it is not in the record, or this reader may see nothing of it; the two are not told apart.</exception>
    public static Entity One(Scope scope, HttpContext http, string? kind = null)
    {
        string id = $"{kind ?? http.Request.RouteValues["kind"]}/{http.Request.RouteValues["name"]}";
        return (EntityId.TryParse(id, out EntityId parsed) ? scope.View.Entity(parsed) ?? Named(scope.View, parsed) : null)
            ?? throw WorkbenchFaults.NotFound.Because($"The record has nothing on '{Shown.Short(id)}' for {scope.Reader.Name} at the days asked.");
    }

    /// <summary>All that the record says of an entity, and what names it.</summary>
    public static IEnumerable<HeldClaim> About(Scope scope, Entity entity) => entity.Claims.Concat(scope.View.Claims(new ClaimFilter(Names: entity.Id)));

    /// <summary>What a list says of an entity beside its name; <see langword="null"/> where the record does not say.</summary>
    public static HeldClaim? Says(Entity entity) => entity.First("description") ?? entity.First("what") ?? entity.First("title") ?? entity.First("type");

    /// <summary>An entity that no claim is about, where the vocabulary lists it or a claim names it.</summary>
    private static Entity? Named(View view, EntityId id) =>
        (id.Kind == "country" && Vocabulary.Countries.ContainsKey(id.Name)) || (id.Kind == "sector" && Vocabulary.Sectors.Any(s => s.Id == id.Name)) || view.Claims(new ClaimFilter(Names: id, Most: 1)).Count > 0
            ? new Entity(id, view.NameOf(id), []) : null;

    private static IReadOnlyList<HeldClaim> Claims(Scope scope) => scope.View.Claims(Filter(scope) with { Skip = scope.Number("skip", 0), Most = Routes.Most(scope, MostOnPage) });

    private static ClaimFilter Filter(Scope scope) => new(Id(scope, "subject"), scope["kind"], scope["property"], Id(scope, "source"), Id(scope, "names"));

    private static EntityId? Id(Scope scope, string key) => scope[key] is { } text ? EntityId.Parse(text) : null;

    private static KindTerm Kind(HttpContext http) => http.Request.RouteValues["kind"]?.ToString() is { } kind && Vocabulary.Kinds.TryGetValue(kind, out KindTerm? term) ? term
        : throw WorkbenchFaults.NotFound.Because($"'{Shown.Short(http.Request.RouteValues["kind"]?.ToString())}' is not a kind of entity.");

    private static IReadOnlyList<Entity> List(Scope scope, HttpContext http)
    {
        IReadOnlyList<Entity> all = Id(scope, "names") is { } named
            ? [.. scope.View.Claims(new ClaimFilter(Kind: Kind(http).Id, Names: named)).Select(c => c.Subject).Distinct().Order().Select(scope.View.Entity).OfType<Entity>()]
            : scope.View.Entities(Kind(http).Id);
        return scope["q"] is { } letters ? [.. all.Where(e => scope.NameOf(e.Id).Contains(letters, StringComparison.OrdinalIgnoreCase))] : all;
    }
}
