using System.Text.Json;
using Linchpin.Supply.Exposures;

namespace Linchpin.Supply;

/// <summary>Exposures of one table on one basis, as they were asked for.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output they divide by.</param>
/// <param name="Named">Whether users and sources were named one by one, and not asked for as <c>all</c>.</param>
/// <param name="Rows">The exposures: by user, then source, then sector in the table's order with <c>MANUF</c> last.</param>
public sealed record ExposureSet(InputOutputTable Table, Basis Basis, bool Named, IReadOnlyList<Exposure> Rows)
{
    /// <summary>The code of all manufacturing sectors of a country together.</summary>
    public const string Manufacturing = "MANUF";

    /// <summary>The set as one JSON object: what the table is, then <c>rows</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("rows");
        foreach (Exposure row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("user", row.User);
            json.WriteString("sector", row.Sector);
            json.WriteString("sector_name", row.SectorName);
            json.WriteString("supplier", row.Source);
            json.WriteString("source", row.Source);
            json.WriteString("source_kind", TableJson.Word(row.Kind));
            json.WriteNumber("x", row.X);
            TableJson.Write(json, "face_all", row.FaceAll);
            TableJson.Write(json, "face_man", row.FaceMan);
            TableJson.Write(json, "look_all", row.LookAll);
            TableJson.Write(json, "look_man", row.LookMan);
            TableJson.Write(json, "va_share", row.VaShare);
            TableJson.Write(json, "look_coef", row.LookCoef);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
