using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>What a search is narrowed to; an unset field does not narrow.</summary>
/// <param name="Kind">To entities of this kind.</param>
/// <param name="Sector">To entities of which some claim names this sector.</param>
/// <param name="Country">To entities of which some claim names this country.</param>
/// <param name="Source">To claims from this document or dataset.</param>
/// <param name="Publisher">To claims from sources of this publisher, as the record writes it, in whatever case.</param>
/// <param name="Year">To claims from sources published in this year; what is undated is left out.</param>
public sealed record SearchFilter(string? Kind = null, EntityId? Sector = null, EntityId? Country = null, EntityId? Source = null, string? Publisher = null, int? Year = null);

/// <summary>One page of what a search found, and what all of it may be narrowed to.</summary>
/// <param name="Hits">The hits of the page, best first.</param>
/// <param name="Found">How many hits there are, on all pages.</param>
/// <param name="More">Whether more claims may have the words than were looked at: then hits and counts are of the best 1,000 values and the best 1,000 passages, and a search
/// that is narrowed looks through the best 4,000 of each. So there are at least so many.</param>
/// <param name="Kinds">Kinds of entities found, with how many entities; most first.</param>
/// <param name="Sectors">Sectors that claims about them name.</param>
/// <param name="Countries">Countries that claims about them name.</param>
public sealed record SearchPage(
    IReadOnlyList<Hit> Hits, int Found, bool More, IReadOnlyList<Facet> Kinds, IReadOnlyList<Facet> Sectors, IReadOnlyList<Facet> Countries)
{
    /// <summary>The documents and datasets that the hits are from; at most the 40 with most entities, as of the next ones.</summary>
    public IReadOnlyList<Facet> Sources { get; init; } = [];

    /// <summary>Their publishers.</summary>
    public IReadOnlyList<Facet> Publishers { get; init; } = [];

    /// <summary>The years they were published in, the latest first.</summary>
    public IReadOnlyList<Facet> Years { get; init; } = [];

    /// <summary>The levels of the claims found, as <see cref="LabelFilter"/> writes them.</summary>
    public IReadOnlyList<Facet> Labels { get; init; } = [];
}

/// <summary>One choice to narrow a search to.</summary>
/// <param name="Id">A kind, the id of a sector, country or source, a publisher, a year or a level.</param>
/// <param name="Entities">How many of the entities found it holds for.</param>
public sealed record Facet(string Id, int Entities);
