using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>Which deliveries are taken out of a table.</summary>
public enum Flows
{
    /// <summary>Deliveries to production and to final demand.</summary>
    Both,

    /// <summary>Deliveries to production.</summary>
    Intermediate,

    /// <summary>Deliveries to final demand.</summary>
    Final,
}

/// <summary>The words for flows.</summary>
public static class FlowsText
{
    /// <summary>The word used in commands and JSON: <c>both</c>, <c>intermediate</c> or <c>final</c>.</summary>
    public static string Word(this Flows flows) => flows.ToString().ToLowerInvariant();

    /// <summary>Reads <c>both</c>, <c>intermediate</c> or <c>final</c>.</summary>
    /// <exception cref="FaultException"><c>supply.flows-unknown</c></exception>
    public static Flows Parse(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "BOTH" => Flows.Both,
        "INTERMEDIATE" => Flows.Intermediate,
        "FINAL" => Flows.Final,
        _ => throw SupplyFaults.FlowsUnknown.Because($"'{Shown.Short(word)}' is none of the flows."),
    };
}

/// <summary>What hypothetical extraction of a supplier's deliveries takes from output and value added everywhere.</summary>
/// <remarks>
/// <para><b>Equation</b> (Dietzenbacher and Lahr 2013): with the cells of the deliveries set to 0 in A and f, x2 = inv(I - A2) f2; dx = L f
/// - x2; dgdp = v dx.
/// A loss is positive. Nothing is replaced and nothing adapts: it measures how much hangs on the flows, not what would happen.</para>
/// <para><b>Unit:</b> amounts in the table's unit; <see cref="RegionLoss.GdpPercent"/> in percent of the region's value added.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="From">Code of the supplying country.</param>
/// <param name="Sectors">Codes of its sectors whose deliveries are taken out.</param>
/// <param name="To">Codes of the countries that they no longer go to.</param>
/// <param name="Flows">Which deliveries.</param>
/// <param name="ByRegion">Losses by region, in the table's order.</param>
/// <param name="World">Losses of all regions together.</param>
public sealed record HypotheticalExtraction(
    InputOutputTable Table, Basis Basis, string From, IReadOnlyList<string> Sectors, IReadOnlyList<string> To, Flows Flows, IReadOnlyList<RegionLoss> ByRegion, RegionLoss World)
{
    /// <summary>The losses as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteString("from", From);
        json.WriteStartArray("sectors");
        foreach (string sector in Sectors)
        {
            json.WriteStringValue(sector);
        }

        json.WriteEndArray();
        json.WriteStartArray("to");
        foreach (string country in To)
        {
            json.WriteStringValue(country);
        }

        json.WriteEndArray();
        json.WriteString("flows", Flows.Word());
        json.WriteStartObject("by_region");
        foreach (RegionLoss loss in ByRegion)
        {
            Write(json, loss.Region, loss);
        }

        json.WriteEndObject();
        Write(json, "world", World);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, RegionLoss loss)
    {
        json.WriteStartObject(name);
        json.WriteNumber("dx", loss.Output);
        json.WriteNumber("dgdp", loss.Gdp);
        TableJson.Write(json, "dgdp_pct", loss.GdpPercent);
        json.WriteEndObject();
    }
}

/// <summary>What a region loses. A loss is positive.</summary>
/// <param name="Region">Code of the country, or <c>world</c>.</param>
/// <param name="Output">Gross output lost, in the table's unit.</param>
/// <param name="Gdp">Value added lost, in the table's unit.</param>
/// <param name="GdpPercent">The same in percent of the region's value added; <see langword="null"/> where that is 0.</param>
public sealed record RegionLoss(string Region, double Output, double Gdp, double? GdpPercent);
