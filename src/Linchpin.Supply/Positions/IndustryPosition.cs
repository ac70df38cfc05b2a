using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How far an industry stands from final use and from primary inputs.</summary>
/// <remarks>
/// <para><b>Equations:</b> upstreamness U = inv(I - B) 1 with B_ij = Z_ij / x_i (Antràs and others 2012), at least 1 where no cell is negative;
/// downstreamness D = 1'L, the column sum of the Leontief inverse (the backward linkage of Miller and Blair, ch. 12).</para>
/// <para><b>Unit:</b> stages of production, each weighed by value. <b>Unknown</b> is <see langword="null"/>: the industry has no output.</para>
/// </remarks>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="X">Gross output, in the table's unit.</param>
/// <param name="Upstreamness">Distance to final use.</param>
/// <param name="Downstreamness">Output called forth in all industries by one unit of final use.</param>
/// <param name="ValueAddedCoefficient">Value added in one unit of output.</param>
public sealed record IndustryPosition(string Country, string Sector, double X, double? Upstreamness, double? Downstreamness, double? ValueAddedCoefficient);

/// <summary>Positions of every industry of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Rows">Industries in the table's order.</param>
public sealed record IndustryPositions(InputOutputTable Table, Basis Basis, IReadOnlyList<IndustryPosition> Rows)
{
    /// <summary>The positions as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("rows");
        foreach (IndustryPosition row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("country", row.Country);
            json.WriteString("sector", row.Sector);
            json.WriteNumber("x", row.X);
            TableJson.Write(json, "upstreamness", row.Upstreamness);
            TableJson.Write(json, "downstreamness", row.Downstreamness);
            TableJson.Write(json, "v", row.ValueAddedCoefficient);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
