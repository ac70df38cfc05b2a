using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How an exposure changed between two years, and by what.</summary>
/// <remarks>
/// <para><b>Causes</b>, A_ij = t_sj c_ij with s the sector of supplier i: <c>technology</c>, the inputs t of each sector's goods in one unit of
/// output, from wherever; <c>sourcing</c>, the part c of them that comes from each country; <c>mix</c>, the weights x of the sectors that
/// <c>MANUF</c> sums over, <see langword="null"/> for a single sector. Both t and c are those of every industry, so that a change upstream counts.</para>
/// <para>Both years are in current prices: a change of relative prices counts as a change of technology or of sourcing.</para>
/// </remarks>
/// <param name="User">Code of the using country.</param>
/// <param name="Sector">Code of the using sector, or <c>MANUF</c>.</param>
/// <param name="Source">Code of the source country, or <c>foreign</c>.</param>
/// <param name="FaceAll">As <see cref="Exposure.FaceAll"/>.</param>
/// <param name="LookAll">As <see cref="Exposure.LookAll"/>.</param>
/// <param name="FaceMan">As <see cref="Exposure.FaceMan"/>.</param>
/// <param name="LookMan">As <see cref="Exposure.LookMan"/>.</param>
/// <param name="VaShare">As <see cref="Exposure.VaShare"/>.</param>
/// <param name="LookCoef">As <see cref="Exposure.LookCoef"/>.</param>
public sealed record ExposureChange(string User, string Sector, string Source, Parted FaceAll, Parted LookAll, Parted FaceMan, Parted LookMan, Parted VaShare, Parted LookCoef);

/// <summary>Changes of exposures between two years of one table.</summary>
/// <param name="From">The table of the first year.</param>
/// <param name="To">The table of the second year.</param>
/// <param name="Basis">Which output they divide by.</param>
/// <param name="Rows">As in <see cref="ExposureSet"/>.</param>
public sealed record ExposureChanges(InputOutputTable From, InputOutputTable To, Basis Basis, IReadOnlyList<ExposureChange> Rows)
{
    /// <summary>The causes, in the order of <see cref="Parted.Parts"/>.</summary>
    public static IReadOnlyList<string> Causes { get; } = ["technology", "sourcing", "mix"];

    /// <summary>The rows whose look-through share reached a mark in the second year and was below it in the first, largest first. A share that is unknown in the
    /// first year is not below it.</summary>
    /// <param name="mark">Share from 0 to 1.</param>
    public ExposureChanges Newly(double mark) => this with
    {
        Rows = [.. Rows.Where(r => r.LookAll.To >= mark && r.LookAll.From < mark).OrderByDescending(r => r.LookAll.To).ThenBy(r => r.User, StringComparer.Ordinal).ThenBy(r => r.Sector, StringComparer.Ordinal)],
    };

    /// <summary>The changes as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        ChangeJson.WriteLabel(json, From, To, Basis);
        json.WriteStartArray("rows");
        foreach (ExposureChange row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("user", row.User);
            json.WriteString("sector", row.Sector);
            json.WriteString("supplier", row.Source);
            ChangeJson.Write(json, "face_all", row.FaceAll, Causes);
            ChangeJson.Write(json, "face_man", row.FaceMan, Causes);
            ChangeJson.Write(json, "look_all", row.LookAll, Causes);
            ChangeJson.Write(json, "look_man", row.LookMan, Causes);
            ChangeJson.Write(json, "va_share", row.VaShare, Causes);
            ChangeJson.Write(json, "look_coef", row.LookCoef, Causes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
