using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>A supplier industry, and what a stop of all its deliveries abroad would cost each member of a column.</summary>
/// <remarks>By hypothetical extraction: the value added that goes into those deliveries. Nothing is replaced and nothing adapts; it is no forecast. It decides no
/// finding: there is no mark that a loss is held to (docs/decisions/0009).</remarks>
/// <param name="Id">The chokepoint.</param>
/// <param name="TableSector">The supplying sector in the table's classification.</param>
/// <param name="TableSectorName">Its name in plain words.</param>
/// <param name="Fit">How near the table sector comes to the sector of co-operation; <see langword="null"/> outside a row.</param>
/// <param name="Supplier">The supplier country.</param>
/// <param name="SupplierName">Its name.</param>
/// <param name="Place">What the supplier is to the partnership; never a region that is no country.</param>
/// <param name="Year">The table's year.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Members">Each member's own loss; one in a partner's column. A member that is the supplier is left out, as the list of chokepoints leaves it out.</param>
/// <param name="Behind">The claims of supplier, sector, year, and of the world's and the supplier's own loss.</param>
public sealed record Chokepoint(
    EntityId Id,
    EntityId TableSector,
    string TableSectorName,
    Fit? Fit,
    EntityId Supplier,
    string SupplierName,
    SupplierPlace Place,
    int Year,
    EntityId Dataset,
    IReadOnlyList<MemberLoss> Members,
    IReadOnlyList<HeldClaim> Behind)
{
    /// <summary>What the members lose together, in units of the currency; chokepoints are ranked by it.</summary>
    public decimal Loss => Members.Sum(m => m.Loss.Amount);

    /// <summary>The claims behind it.</summary>
    public IEnumerable<HeldClaim> Claims => Behind.Concat(Members.SelectMany(m => m.Claims));
}

/// <summary>What one partner loses by a chokepoint's stop.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Id">The loss that says so.</param>
/// <param name="Loss">Value added lost; a gain is negative.</param>
/// <param name="LossClaim">The claim of it.</param>
/// <param name="Share">The same as a share of the partner's value added; <see langword="null"/> where it has none.</param>
/// <param name="ShareClaim">The claim of it.</param>
public sealed record MemberLoss(EntityId Partner, EntityId Id, MoneyValue Loss, HeldClaim LossClaim, ShareValue? Share, HeldClaim? ShareClaim)
{
    /// <summary>The claims used.</summary>
    public IEnumerable<HeldClaim> Claims => ShareClaim is null ? [LossClaim] : [LossClaim, ShareClaim];
}
