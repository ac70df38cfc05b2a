using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>What a stop of all deliveries abroad of one supplier industry would take from value added.</summary>
/// <remarks>
/// <para><b>Equation:</b> extraction of one industry's exports is a change of one row of A, so dx = L e_i k_i with
/// k_i = df_i + (r_i'x0 - df_i r_i'L e_i) / (1 + r_i'L e_i), r_i' = row i of A outside its own region, df_i = its final exports, x0 = L f;
/// dgdp = v dx.</para>
/// <para><b>Unit:</b> the table's unit; a loss is positive. Nothing is replaced and nothing adapts (see <see cref="HypotheticalExtraction"/>).</para>
/// </remarks>
/// <param name="Country">Code of the supplier country; never the rest of the world.</param>
/// <param name="Sector">Code of the sector.</param>
/// <param name="SectorName">Its name.</param>
/// <param name="WorldGdpLoss">Value added lost in all regions.</param>
/// <param name="OwnGdpLoss">Of that, lost in the supplier country itself.</param>
/// <param name="GroupGdpLoss">Of that, lost in the partners, the supplier itself left out. The list is ranked by it.</param>
/// <param name="ByPartner">Lost in each partner, in the order asked; a partner that is the supplier has its own loss.</param>
public sealed record Chokepoint(
    string Country, string Sector, string SectorName, double WorldGdpLoss, double OwnGdpLoss, double GroupGdpLoss, IReadOnlyList<PartnerLoss> ByPartner);

/// <summary>What one partner loses.</summary>
/// <param name="Partner">Code of the partner.</param>
/// <param name="GdpLoss">Value added lost, in the table's unit.</param>
/// <param name="GdpPercent">The same in percent of the partner's value added; <see langword="null"/> where that is 0.</param>
public sealed record PartnerLoss(string Partner, double GdpLoss, double? GdpPercent);

/// <summary>The supplier industries that a group of partners hangs on most.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Partners">Codes of the partners.</param>
/// <param name="Rows">Most costly for the partners first.</param>
/// <param name="Considered">How many supplier industries were compared: all with exports, the rest of the world's left out.</param>
public sealed record ChokepointList(InputOutputTable Table, Basis Basis, IReadOnlyList<string> Partners, IReadOnlyList<Chokepoint> Rows, int Considered)
{
    /// <summary>The list as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("partners");
        foreach (string partner in Partners)
        {
            json.WriteStringValue(partner);
        }

        json.WriteEndArray();
        json.WriteString("ranked_by", "group_gdp_loss");
        json.WriteNumber("considered", Considered);
        json.WriteStartArray("rows");
        foreach (Chokepoint row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("country", row.Country);
            json.WriteString("sector", row.Sector);
            json.WriteString("sector_name", row.SectorName);
            json.WriteNumber("world_gdp_loss", row.WorldGdpLoss);
            json.WriteNumber("own_gdp_loss", row.OwnGdpLoss);
            json.WriteNumber("group_gdp_loss", row.GroupGdpLoss);
            json.WriteStartObject("by_partner");
            foreach (PartnerLoss loss in row.ByPartner)
            {
                json.WriteNumber(loss.Partner, loss.GdpLoss);
            }

            json.WriteEndObject();
            json.WriteStartObject("by_partner_pct");
            foreach (PartnerLoss loss in row.ByPartner)
            {
                TableJson.Write(json, loss.Partner, loss.GdpPercent);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
