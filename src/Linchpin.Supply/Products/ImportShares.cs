using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>Where an importer's purchases of a product came from over a span of time: shares by origin and their concentration.</summary>
/// <remarks>
/// <para><b>Base:</b> what the importer reports from the whole world where the dataset states it and it is not less than the origins added up,
/// else the origins added up. What the world line holds beyond the origins is not assigned (see <see cref="Concentration"/>).</para>
/// <para><b>Missing:</b> amounts are sums over the periods that have a row; <see cref="OriginShare.Periods"/> says how many those are.</para>
/// <para>The importer's own goods that come back are part of the base and are marked; the world and unspecified areas are no origins and are
/// never ranked.</para>
/// </remarks>
/// <param name="Dataset">The file.</param>
/// <param name="Product">The product's code.</param>
/// <param name="Importer">The importer.</param>
/// <param name="ReportedBy">Whose report the shares are of: the importer's, or a reconciled one.</param>
/// <param name="Measure">By <c>value</c> or by <c>weight</c>.</param>
/// <param name="Unit">The measure's unit.</param>
/// <param name="First">The first month or year.</param>
/// <param name="Last">The last month or year.</param>
/// <param name="Periods">How many months or years that is.</param>
/// <param name="Origins">Largest first; the importer itself last.</param>
/// <param name="World">What the world line states; <see langword="null"/> where there is none.</param>
/// <param name="Unspecified">From areas that are not specified.</param>
/// <param name="Concentration">Of the origins, the importer itself left out of the suppliers and kept in the base.</param>
/// <param name="Gap">Where the origins add up to more than the world line states: by how much of it, as a share; <see langword="null"/> where they do not.</param>
public sealed record ImportShares(
    TradeDataset Dataset,
    string Product,
    string Importer,
    TradeSide ReportedBy,
    string Measure,
    string Unit,
    PartialDate First,
    PartialDate Last,
    int Periods,
    IReadOnlyList<OriginShare> Origins,
    double? World,
    double Unspecified,
    Concentration Concentration,
    double? Gap)
{
    /// <summary>The shares as fields of the JSON object that is being written.</summary>
    internal void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("measure", Measure);
        json.WriteString("unit", Unit);
        json.WriteString("reported_by", SideWord(ReportedBy));
        json.WriteString("from", First.ToString());
        json.WriteString("to", Last.ToString());
        json.WriteNumber("periods", Periods);
        json.WriteNumber("total", Concentration.Total);
        TableJson.Write(json, "world", World);
        json.WriteNumber("unspecified", Unspecified);
        TableJson.Write(json, "origins_over_world", Gap);
        Concentration.WriteFields(json);
        json.WriteStartArray("origins");
        foreach (OriginShare origin in Origins)
        {
            json.WriteStartObject();
            json.WriteString("origin", origin.Origin);
            json.WriteString("kind", origin.Kind == OriginKind.Home ? "home" : "country");
            json.WriteNumber("amount", origin.Amount);
            TableJson.Write(json, "share", origin.Share);
            json.WriteNumber("periods", origin.Periods);
            TableJson.Write(json, "mirror_amount", origin.Mirror);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The word for a side in JSON and commands.</summary>
    internal static string SideWord(TradeSide side) => side switch
    {
        TradeSide.Importer => "importer",
        TradeSide.Exporter => "exporter",
        _ => "reconciled",
    };
}

/// <summary>One origin of an importer's purchases.</summary>
/// <param name="Origin">The country.</param>
/// <param name="Kind">A country, or the importer itself.</param>
/// <param name="Amount">Over the periods that have a row.</param>
/// <param name="Share">Of the base, from 0 to 1; <see langword="null"/> where the base is nothing.</param>
/// <param name="Periods">How many periods have a row with the measure stated.</param>
/// <param name="Mirror">The same as the origin reports it, over its own periods; <see langword="null"/> where it reports none.</param>
public sealed record OriginShare(string Origin, OriginKind Kind, double Amount, double? Share, int Periods, double? Mirror);
