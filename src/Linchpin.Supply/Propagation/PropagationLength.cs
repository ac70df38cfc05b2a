using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How many steps lie, on average, between a supplier and a user.</summary>
/// <remarks>
/// <para><b>Equation</b> (Dietzenbacher, Romero and Bosma 2005; Dietzenbacher and Romero 2007): with N = L - I,
/// APL_ij = [L N]_ij / N_ij = 1 + [N N]_ij / N_ij, the steps k weighed by [A^k]_ij. The diagonal is the same quotient: the way of an industry's
/// product back to itself. Where the supplier is a country, or the user all manufacturing (<c>MANUF</c>) or all industries (<c>ALL</c>), both
/// sides of the quotient are summed, over suppliers as they are and over users with weights x_j.</para>
/// <para>The Ghosh inverse gives the same lengths, since G = inv(diag x) L diag x.</para>
/// <para><b>Unit:</b> steps; at least 1 where no cell of the table is negative. <b>Unknown</b> is <see langword="null"/>: nothing passes between
/// the two, or the user has no output.</para>
/// </remarks>
/// <param name="User">Code of the using country.</param>
/// <param name="UserSector">Code of the using sector, <c>MANUF</c> or <c>ALL</c>.</param>
/// <param name="Supplier">Code of the supplying country.</param>
/// <param name="SupplierSector">Code of the supplying sector, or <c>ALL</c> for the country's sectors together.</param>
/// <param name="Length">Average propagation length.</param>
/// <param name="Strength">What passes between the two: N_ij, direct and indirect inputs for one unit of the user's final use; value per value.</param>
public sealed record PropagationLength(string User, string UserSector, string Supplier, string SupplierSector, double? Length, double? Strength)
{
    /// <summary>The code of all sectors of a country together.</summary>
    public const string AllSectors = "ALL";
}

/// <summary>Average propagation lengths of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Rows">By user, supplier, supplying sector, and using sector with <c>MANUF</c> and <c>ALL</c> last.</param>
public sealed record PropagationLengths(InputOutputTable Table, Basis Basis, IReadOnlyList<PropagationLength> Rows)
{
    /// <summary>The lengths as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("rows");
        foreach (PropagationLength row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("user", row.User);
            json.WriteString("user_sector", row.UserSector);
            json.WriteString("supplier", row.Supplier);
            json.WriteString("supplier_sector", row.SupplierSector);
            TableJson.Write(json, "apl", row.Length);
            TableJson.Write(json, "strength", row.Strength);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
