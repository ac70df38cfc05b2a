using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Search;

/// <summary>A search hit as the API writes it.</summary>
public sealed record HitJson(NamedJson Subject, string Excerpt, HeldClaimJson Claim);

/// <summary>A page of hits, and what the search may be narrowed to: by setting of the address, each choice with how many of the things found it leaves.</summary>
public sealed record SearchJson(int Total, int Skip, bool More, IReadOnlyList<HitJson> Items, IReadOnlyDictionary<string, IReadOnlyList<FacetJson>> Facets);

/// <summary>A choice.</summary>
public sealed record FacetJson(string Value, int Entities);

/// <summary>The search page and its API.</summary>
internal static class SearchRoutes
{
    private const int MostOnPage = 50;
    private const int LongestQuery = 200;

    private static readonly QueryTerm[] Terms =
    [
        new("q", "The words to find."), new("kind", "Only hits about entities of this kind."), new("sector", "Only hits about entities that some claim ties to this sector of co-operation."),
        new("country", "Only hits about entities of which some claim names this country, ISO 3166 alpha-3."), new("publisher", "Only hits in sources of this publisher."),
        new("year", "Only hits in sources published in this year."), new("source", "Only hits in this document or dataset, kind/name."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/search", Terms, (scope, _) => Routes.Page<SearchPage>(scope, ("Found", OnPage(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapFiles("/search", Terms, scope => Find(scope, int.MaxValue).Hits, scope =>
        [
            new("about", h => scope.NameOf(h.Claim.Subject)), new("subject", h => h.Claim.Subject.ToString()), new("property", h => h.Claim.Claim.Property), new("excerpt", h => h.Excerpt), new("id", h => h.Claim.Claim.Id),
        ], (_, h) => [h.Claim]);
        app.MapApi("/api/search", "Full-text search over names, values and passages, best first, with what it may be narrowed to.", Terms, (scope, _) =>
        {
            Ledger.SearchPage found = OnPage(scope);
            return new SearchJson(
                found.Found, scope.Number("skip", 0), found.More, [.. found.Hits.Select(h => Shape(scope.View, h))],
                Facets.Groups.ToDictionary(g => g.Key, g => (IReadOnlyList<FacetJson>)[.. g.Of(found).Select(f => new FacetJson(Facets.Written(g.Key, f.Id), f.Entities))], StringComparer.Ordinal));
        });
    }

    /// <summary>A hit in the API's form.</summary>
    internal static HitJson Shape(View view, Hit hit) =>
        new(ToJson.Named(view, hit.Claim.Subject), hit.Excerpt, ToJson.Claim(view, hit.Claim));

    private static Ledger.SearchPage OnPage(Scope scope) => Find(scope, Routes.Most(scope, MostOnPage));

    private static Ledger.SearchPage Find(Scope scope, int most) => scope["q"] is not { } words ? new Ledger.SearchPage([], 0, false, [], [], [])
        : scope.View.Search(words.Length > LongestQuery ? words[..LongestQuery] : words, Filter(scope), scope.Number("skip", 0), most);

    private static SearchFilter Filter(Scope scope) => new(
        scope["kind"],
        scope["sector"] is { } sector ? EntityId.Sector(sector) : null,
        scope["country"] is { } country ? EntityId.Country(Vocabulary.Country(country)) : null,
        scope["source"] is { } source ? EntityId.Parse(source) : null,
        scope["publisher"],
        scope["year"] is null ? null : scope.Number("year", 0, 2999));
}
