using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>How far one table sector of each member of a column depends on one supplier, by look-through.</summary>
/// <param name="TableSector">The using sector in the table's classification.</param>
/// <param name="TableSectorName">Its name in plain words.</param>
/// <param name="Fit">How near the table sector comes to the sector of co-operation.</param>
/// <param name="FitReason">Why, in words.</param>
/// <param name="Supplier">The supplier.</param>
/// <param name="SupplierName">Its name.</param>
/// <param name="Place">What the supplier is to the partnership.</param>
/// <param name="Year">The table's year.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Members">Each member's own share; one in a partner's column.</param>
public sealed record Exposure(
    EntityId TableSector,
    string TableSectorName,
    Fit Fit,
    string FitReason,
    EntityId Supplier,
    string SupplierName,
    SupplierPlace Place,
    int Year,
    EntityId Dataset,
    IReadOnlyList<MemberShare> Members)
{
    /// <summary>The shared share: the smallest of the members' shares, 0 to 1. Base: that of each member's share.</summary>
    public double Share => Members.Min(m => m.LookThrough.Part);

    /// <summary>The claims behind it.</summary>
    public IEnumerable<HeldClaim> Claims => Members.SelectMany(m => m.Claims);
}

/// <summary>One partner's share in an exposure.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Id">The exposure that says so.</param>
/// <param name="LookThrough">Direct and indirect inputs from the supplier as a share of the base it names.</param>
/// <param name="LookThroughClaim">The claim of it.</param>
/// <param name="FaceValue">Direct inputs alone; <see langword="null"/> where the record does not say.</param>
/// <param name="FaceValueClaim">The claim of it.</param>
/// <param name="Claims">The claims used: the shares, who uses, who supplies, the year.</param>
public sealed record MemberShare(
    EntityId Partner, EntityId Id, ShareValue LookThrough, HeldClaim LookThroughClaim, ShareValue? FaceValue, HeldClaim? FaceValueClaim, IReadOnlyList<HeldClaim> Claims);

/// <summary>What a supplier is to the partnership.</summary>
public enum SupplierPlace
{
    /// <summary>A country outside it: the only kind that is counted.</summary>
    Foreign,

    /// <summary>One of the chosen partners: shown, not counted.</summary>
    Partner,

    /// <summary>The table's rest of the world or another region that is no country: shown, never ranked as one.</summary>
    NotACountry,
}
