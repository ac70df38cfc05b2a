namespace Linchpin.Supply;

/// <summary>How far one sector of one user depends on one source, by six measures.</summary>
/// <remarks>
/// <para><b>Equations</b>, for using industry j, source s, A = Z diag(1/x), L = inv(I - A), H = L - I:
/// face = sum of A_ij over i in s / sum over all i; look = the same of H; the manufactures shares take only manufacturing i above and below the line;
/// va_share = sum of v_i L_ij over i in s; look_coef = sum of H_ij over i in s. For <c>MANUF</c>, numerator and denominator are summed over
/// the user's manufacturing sectors with weights x_j.</para>
/// <para><b>Unknown</b> is <see langword="null"/>: the sector has no output, or a share's denominator is 0. Zero means that the table was
/// read and holds none.</para>
/// </remarks>
/// <param name="User">Code of the using country.</param>
/// <param name="Sector">Code of the using sector, or <c>MANUF</c> for all manufacturing.</param>
/// <param name="SectorName">Its name.</param>
/// <param name="Source">Code of the source country, or <c>foreign</c>.</param>
/// <param name="Kind">What the source is to the user.</param>
/// <param name="X">Gross output of the using sector on the set's basis, in the table's unit.</param>
/// <param name="FaceAll">Direct inputs from the source, as a share of all direct inputs.</param>
/// <param name="LookAll">Direct and indirect inputs from the source, as a share of all.</param>
/// <param name="FaceMan">As <paramref name="FaceAll"/>, manufactures only.</param>
/// <param name="LookMan">As <paramref name="LookAll"/>, manufactures only.</param>
/// <param name="VaShare">Value added of the source in one unit of the sector's output.</param>
/// <param name="LookCoef">Direct and indirect inputs from the source for one unit of final use; value per value, may exceed 1.</param>
public sealed record Exposure(
    string User,
    string Sector,
    string SectorName,
    string Source,
    SourceKind Kind,
    double X,
    double? FaceAll,
    double? LookAll,
    double? FaceMan,
    double? LookMan,
    double? VaShare,
    double? LookCoef);

/// <summary>What a source is to the user.</summary>
public enum SourceKind
{
    /// <summary>Another country.</summary>
    Country,

    /// <summary>The user itself.</summary>
    Home,

    /// <summary>All countries that are not in the table. Never ranked as a country.</summary>
    RestOfWorld,

    /// <summary>All sources abroad together, the rest of the world included.</summary>
    ForeignTotal,
}
