using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Workbench.Search;

/// <summary>A search hit as the API writes it.</summary>
public sealed record HitJson(NamedJson Subject, string Excerpt, HeldClaimJson Claim);

/// <summary>The search page and its API.</summary>
internal static class SearchRoutes
{
    private const int MostHits = 200;
    private static readonly QueryTerm[] Terms = [new("q", "The words to find."), new("kind", "Only hits about entities of this kind.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/search", Terms, (scope, _) =>
        {
            IReadOnlyList<Hit> all = Find(scope);
            return Routes.Page<SearchPage>(scope, ("All", all), ("Found", OfKind(scope, all)), ("Most", MostHits));
        });
        app.MapApi("/api/search", "Full-text search over names, values and passages, best first.", Terms, (scope, _) =>
            ToJson.Page(OfKind(scope, Find(scope)), scope.Number("skip", 0), Routes.Most(scope, 50), h => Shape(scope.View, h)));
    }

    /// <summary>A hit in the API's form.</summary>
    internal static HitJson Shape(View view, Hit hit) =>
        new(ToJson.Named(view, hit.Claim.Subject), hit.Excerpt, ToJson.Claim(view, hit.Claim));

    private static IReadOnlyList<Hit> Find(Scope scope) => scope["q"] is { } words ? scope.View.Search(words.Length > 200 ? words[..200] : words, MostHits) : [];

    private static IReadOnlyList<Hit> OfKind(Scope scope, IReadOnlyList<Hit> hits) => scope["kind"] is { } kind ? [.. hits.Where(h => h.Claim.Subject.Kind == kind)] : hits;
}
