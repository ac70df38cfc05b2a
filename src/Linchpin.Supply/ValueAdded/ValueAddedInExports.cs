using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>Where the value added in one country's gross exports comes from.</summary>
/// <remarks>
/// <para><b>Equation:</b> of exporter c from origin o: M[o,c] = sum over i in o of v_i, times sum over j in c of L_ij e_j, with e the gross
/// exports of c's industries
/// (Koopman, Wang and Wei 2014; Hummels, Ishii and Yi 2001). The origins add up to gross exports.</para>
/// <para><b>Unit:</b> amounts in the table's unit; shares of gross exports from 0 to 1, <see langword="null"/> where the country exports
/// nothing.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Exporter">Code of the exporting country.</param>
/// <param name="Gross">Gross exports, intermediate and final.</param>
/// <param name="ByOrigin">Value added by origin in the table's order, home included.</param>
public sealed record ValueAddedInExports(InputOutputTable Table, Basis Basis, string Exporter, double Gross, IReadOnlyList<OriginOfExports> ByOrigin)
{
    /// <summary>Home value added as a share of gross exports.</summary>
    public double? DomesticShare => ByOrigin.First(o => o.Origin == Exporter).Share;

    /// <summary>Value added of all other regions as a share of gross exports.</summary>
    public double? ForeignShare => Gross == 0 ? null : ByOrigin.Where(o => o.Origin != Exporter).Sum(o => o.Amount) / Gross;

    /// <summary>The measure as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteString("exporter", Exporter);
        json.WriteNumber("gross", Gross);
        TableJson.Write(json, "dva_share", DomesticShare);
        TableJson.Write(json, "fva_share", ForeignShare);
        json.WriteStartObject("by_origin");
        foreach (OriginOfExports origin in ByOrigin)
        {
            TableJson.Write(json, origin.Origin, origin.Share);
        }

        json.WriteEndObject();
        json.WriteStartObject("amount_by_origin");
        foreach (OriginOfExports origin in ByOrigin)
        {
            json.WriteNumber(origin.Origin, origin.Amount);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>The part of a country's gross exports that was added in one country.</summary>
/// <param name="Origin">Code of the country.</param>
/// <param name="RestOfWorld">Whether it stands for all countries that are not in the table.</param>
/// <param name="Amount">Value added, in the table's unit.</param>
/// <param name="Share">The same as a share of gross exports; <see langword="null"/> where there are none.</param>
public sealed record OriginOfExports(string Origin, bool RestOfWorld, double Amount, double? Share);
