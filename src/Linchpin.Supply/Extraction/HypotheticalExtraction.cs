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

/// <summary>Deliveries that an extraction takes out.</summary>
/// <param name="From">Code of the supplying country.</param>
/// <param name="Sectors">Codes of its sectors.</param>
/// <param name="To">Codes of the countries that they no longer go to, or <c>KOR:c14</c> for the production of one sector alone.</param>
public sealed record Deliveries(string From, IReadOnlyList<string> Sectors, IReadOnlyList<string> To);

/// <summary>What hypothetical extraction of deliveries takes from output and value added everywhere.</summary>
/// <remarks>
/// <para><b>Equation</b> (Dietzenbacher and Lahr 2013): with the cells of the deliveries cut by the share in A and f, x2 = inv(I - A2) f2; dx = L f
/// - x2; dgdp = v dx. Total extraction of an industry is that of all its deliveries, its own country's included.
/// A loss is positive. Nothing is replaced and nothing adapts: it measures how much hangs on the flows, not what would happen.</para>
/// <para><b>Unit:</b> amounts in the table's unit; <see cref="RegionLoss.GdpPercent"/> in percent of the region's value added.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Taken">What is taken out, a supplying country a line.</param>
/// <param name="Flows">Which of these deliveries: to production, to final demand, or both.</param>
/// <param name="Share">The part of each that is taken out, from 0 to 1.</param>
/// <param name="ByRegion">Losses by region, in the table's order.</param>
/// <param name="World">Losses of all regions together.</param>
public sealed record HypotheticalExtraction(
    InputOutputTable Table, Basis Basis, IReadOnlyList<Deliveries> Taken, Flows Flows, double Share, IReadOnlyList<RegionLoss> ByRegion, RegionLoss World)
{
    /// <summary>The losses as one JSON object. <c>from</c>, <c>sectors</c> and <c>to</c> are those of all deliveries together.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteString("from", string.Join(',', Taken.Select(t => t.From).Distinct()));
        TableJson.WriteList(json, "sectors", Taken.SelectMany(t => t.Sectors).Distinct());
        TableJson.WriteList(json, "to", Taken.SelectMany(t => t.To).Distinct());
        json.WriteStartArray("deliveries");
        foreach (Deliveries taken in Taken)
        {
            json.WriteStartObject();
            json.WriteString("from", taken.From);
            TableJson.WriteList(json, "sectors", taken.Sectors);
            TableJson.WriteList(json, "to", taken.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("share", Share);
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
