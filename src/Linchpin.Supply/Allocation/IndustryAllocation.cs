using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>Where an industry's output goes: how far a supplier depends on one country's market, at face value and through every tier.</summary>
/// <remarks>
/// <para><b>Equations</b> (Ghosh 1958; Miller and Blair 2009, ch. 12), supplier i, country c, B = inv(diag x) Z, G = inv(I - B) = inv(diag x) L diag x:
/// to production = sum of B_ij over j in c; to final demand = y_ic / x_i; reach = sum of (G - I)_ij over j in c; absorbed = sum over k of L_ik y_kc
/// over x_i, the part of the output that ends up in c's final demand. For <c>MANUF</c> and <c>ALL</c> the numerators and x are summed over the
/// supplier's sectors.</para>
/// <para><b>Unit:</b> shares of output; reach is value per value and may exceed 1. On the basis rowsum, to production and to final demand add up to 1
/// over all countries, and so does absorbed. <b>Unknown</b> is <see langword="null"/>: the industry has no output.</para>
/// </remarks>
/// <param name="Supplier">Code of the supplying country.</param>
/// <param name="Sector">Code of its sector, <c>MANUF</c> or <c>ALL</c>.</param>
/// <param name="User">Code of the using country.</param>
/// <param name="X">The supplier's gross output, in the table's unit.</param>
/// <param name="ToProduction">The part of output sold to production there.</param>
/// <param name="ToFinalDemand">The part of output sold to final demand there.</param>
/// <param name="Reach">Output there that one unit of the supplier's value added enables, by the Ghosh model.</param>
/// <param name="Absorbed">The part of output that ends up in final demand there, by whatever way.</param>
public sealed record IndustryAllocation(
    string Supplier, string Sector, string User, double X, double? ToProduction, double? ToFinalDemand, double? Reach, double? Absorbed);

/// <summary>Allocations of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Rows">By supplier, user, and sector with <c>MANUF</c> and <c>ALL</c> last.</param>
public sealed record IndustryAllocations(InputOutputTable Table, Basis Basis, IReadOnlyList<IndustryAllocation> Rows)
{
    /// <summary>The allocations as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("rows");
        foreach (IndustryAllocation row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("supplier", row.Supplier);
            json.WriteString("sector", row.Sector);
            json.WriteString("user", row.User);
            json.WriteNumber("x", row.X);
            TableJson.Write(json, "to_production", row.ToProduction);
            TableJson.Write(json, "to_final_demand", row.ToFinalDemand);
            TableJson.Write(json, "reach", row.Reach);
            TableJson.Write(json, "absorbed", row.Absorbed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
