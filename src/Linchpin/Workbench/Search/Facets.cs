using Linchpin.Ledger;

namespace Linchpin.Workbench.Search;

/// <summary>What a search may be narrowed to, in the order of the page.</summary>
internal static class Facets
{
    /// <summary>One of them.</summary>
    /// <param name="Key">The setting of the address.</param>
    /// <param name="Of">Its choices in what was found.</param>
    internal sealed record Group(string Key, Func<Ledger.SearchPage, IReadOnlyList<Facet>> Of);

    /// <summary>All of them. Sectors, countries and sources are ids; the address has the name alone of the first two.</summary>
    internal static IReadOnlyList<Group> Groups { get; } =
    [
        new("kind", p => p.Kinds), new("sector", p => p.Sectors), new("country", p => p.Countries), new("publisher", p => p.Publishers), new("year", p => p.Years), new("source", p => p.Sources), new("label", p => p.Labels),
    ];

    /// <summary>A choice as the address has it.</summary>
    internal static string Written(string key, string id) => key is "sector" or "country" ? id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..] : id;
}
