using Linchpin.Briefing.Sectors;
using Linchpin.Claims;

namespace Linchpin.Briefing.Lattices;

/// <summary>What a lattice counts as an exposure.</summary>
/// <remarks>The measure is always look-through exposure: direct and indirect inputs from one supplier country as a share of all of them.</remarks>
public sealed record LatticeSettings
{
    /// <summary>Settings with the default mark of 10 %, the latest year on record and the program's own sector links.</summary>
    public static LatticeSettings Default { get; } = new();

    /// <summary>The share from which one supplier country counts as an exposure. Above 0, up to 1; default 0.1.</summary>
    /// <exception cref="FaultException"><c>briefing.threshold</c></exception>
    public double Threshold
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw BriefingFaults.Threshold.Because($"{value} is not a share that exposures can be held to.");
    }
    = 0.1;

    /// <summary>The table year to use; <see langword="null"/>, the default, takes the latest that the record has for each partner, and for several partners the latest that they share.</summary>
    public int? Year { get; init; }

    /// <summary>The link from sectors of co-operation to table sectors.</summary>
    public SectorLinks Links { get; init; } = SectorLinks.Default;
}
