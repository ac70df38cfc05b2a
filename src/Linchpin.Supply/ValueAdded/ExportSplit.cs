using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>Gross exports of one country to one other split by origin and by where they are used, the source-based way.</summary>
/// <remarks>
/// <para><b>Equations</b> (Borin and Mancini 2019, exporting-country perspective, source-based), exporter s, importer r, E_sr the exports by sector,
/// B = inv(I - A), L_ss = inv(I - A_ss), and B' the inverse with s selling no inputs abroad, so that B'_ts = B_ts inv(B_ss) L_ss:
/// DVA = v_s L_ss E_sr; DDC = v_s (B_ss - L_ss) E_sr; FVA = sum over t other than s of v_t B'_ts E_sr; FDC = the same of v_t (B_ts - B'_ts) E_sr;
/// DAVAX = v_s L_ss (Y_sr + A_sr L_rr Y_rr); REF = v_s L_ss A_sr X_r^s with X^s = B Y_s the output that s's own final demand calls forth.</para>
/// <para><b>Identities:</b> gross = DVA + DDC + FVA + FDC; the rows of an exporter add up to its total, and their DC and FC to the value added by
/// origin in its exports.</para>
/// <para><b>Unit:</b> the table's unit, at its prices.</para>
/// </remarks>
/// <param name="Exporter">Code of the exporting country s.</param>
/// <param name="To">Code of the importing country r, or <c>world</c> for all of them together.</param>
/// <param name="Sector">Code of the exporting sector, or <c>ALL</c> for the sectors asked for together.</param>
/// <param name="Gross">Gross exports, intermediate and final.</param>
/// <param name="Dva">Domestic value added that leaves the exporter for the first time.</param>
/// <param name="Davax">Of that, absorbed directly by the importer: it crosses one border.</param>
/// <param name="Ref">Of the domestic value added, reflected: absorbed by the exporter's own final demand in the end.</param>
/// <param name="Ddc">Domestic double counting: domestic value added that was exported before.</param>
/// <param name="Fva">Foreign value added that leaves the exporter for the first time.</param>
/// <param name="Fdc">Foreign double counting.</param>
/// <param name="ForeignOrigin">FVA by country of origin in the table's order, the exporter's own place 0; <see langword="null"/> where it was
/// not asked for.</param>
/// <param name="AbsorbedIn">DVA by the country whose final demand absorbs it, in the table's order; <see langword="null"/> where it was not asked
/// for. On the basis reported it adds up to DVA less what the table's gaps leave out.</param>
public sealed record ExportSplit(
    string Exporter,
    string To,
    string Sector,
    double Gross,
    double Dva,
    double Davax,
    double Ref,
    double Ddc,
    double Fva,
    double Fdc,
    IReadOnlyList<double>? ForeignOrigin,
    IReadOnlyList<double>? AbsorbedIn)
{
    /// <summary>All importers together.</summary>
    public const string World = "world";

    /// <summary>All sectors asked for together.</summary>
    public const string AllSectors = "ALL";

    /// <summary>Domestic content: DVA and DDC.</summary>
    public double Dc => Dva + Ddc;

    /// <summary>Foreign content: FVA and FDC.</summary>
    public double Fc => Fva + Fdc;

    /// <summary>Value added absorbed abroad: DVA less what is reflected.</summary>
    public double Vax => Dva - Ref;

    /// <summary>Trade related to global value chains: exports that cross more than one border, gross less DAVAX.</summary>
    public double Gvc => Gross - Davax;

    /// <summary>Its backward part: foreign content and domestic double counting.</summary>
    public double GvcBackward => Fc + Ddc;

    /// <summary>Its forward part: domestic value added that the importer re-exports.</summary>
    public double GvcForward => Dva - Davax;
}

/// <summary>Splits of gross exports.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Rows">By exporter, then importer with <c>world</c> last; with sectors, by sector within that and <c>ALL</c> last.</param>
public sealed record ExportSplitSet(InputOutputTable Table, Basis Basis, IReadOnlyList<ExportSplit> Rows)
{
    /// <summary>The split as one JSON object: what the table is, then <c>rows</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteString("method", "Borin and Mancini 2019, source-based, exporting-country perspective");
        json.WriteStartArray("rows");
        foreach (ExportSplit row in Rows)
        {
            Write(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ExportSplit row)
    {
        json.WriteStartObject();
        json.WriteString("exporter", row.Exporter);
        json.WriteString("to", row.To);
        json.WriteString("sector", row.Sector);
        json.WriteNumber("gross", row.Gross);
        json.WriteNumber("dc", row.Dc);
        json.WriteNumber("dva", row.Dva);
        json.WriteNumber("vax", row.Vax);
        json.WriteNumber("davax", row.Davax);
        json.WriteNumber("ref", row.Ref);
        json.WriteNumber("ddc", row.Ddc);
        json.WriteNumber("fc", row.Fc);
        json.WriteNumber("fva", row.Fva);
        json.WriteNumber("fdc", row.Fdc);
        json.WriteNumber("pdc", row.Ddc + row.Fdc);
        json.WriteNumber("gvc", row.Gvc);
        json.WriteNumber("gvcb", row.GvcBackward);
        json.WriteNumber("gvcf", row.GvcForward);
        WriteCountries(json, "fva_by_origin", row.ForeignOrigin);
        WriteCountries(json, "dva_absorbed_in", row.AbsorbedIn);
        json.WriteEndObject();
    }

    private void WriteCountries(Utf8JsonWriter json, string name, IReadOnlyList<double>? amounts)
    {
        if (amounts is null)
        {
            return;
        }

        json.WriteStartObject(name);
        for (int c = 0; c < amounts.Count; c++)
        {
            json.WriteNumber(Table.Countries[c].Code, amounts[c]);
        }

        json.WriteEndObject();
    }
}
