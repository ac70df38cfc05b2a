using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Exports;

/// <summary>Some claims of a view with the sources they rest on, as far as the view's reader sees them.</summary>
/// <param name="Documents">The documents, in the order in which the claims name them.</param>
/// <param name="Datasets">The datasets, likewise.</param>
/// <param name="Claims">The claims, each once.</param>
internal sealed record Cited(IReadOnlyList<Document> Documents, IReadOnlyList<Dataset> Datasets, IReadOnlyList<HeldClaim> Claims)
{
    /// <summary>The claims with their sources.</summary>
    public static Cited Of(View view, IEnumerable<HeldClaim> claims)
    {
        HeldClaim[] once = [.. claims.DistinctBy(c => c.Claim.Id)];
        EntityId[] sources = [.. once.Select(c => c.Claim.Source.Of).Distinct()];
        return new Cited([.. sources.Where(s => s.Kind == "document").Select(view.Citation).OfType<Document>()], [.. sources.Where(s => s.Kind == "dataset").Select(view.Dataset).OfType<Dataset>()], once);
    }
}
