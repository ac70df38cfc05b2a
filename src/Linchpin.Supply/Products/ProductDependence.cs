using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>How an importer stands with one product: where it comes from, how concentrated that is, and how easily one origin takes another's place.</summary>
/// <param name="Shares">Shares by origin, with the concentration.</param>
/// <param name="LargestOrigin">The largest country of origin; never the world, an unspecified area, or the importer itself.</param>
/// <param name="Elasticities">What each source of elasticities says; empty where none does.</param>
public sealed record ProductDependence(ImportShares Shares, OriginShare LargestOrigin, IReadOnlyList<Elasticity> Elasticities)
{
    /// <summary>The product as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("product", Shares.Product);
        json.WriteString("classification", Shares.Dataset.Descriptor.Classification);
        json.WriteString("importer", Shares.Importer);
        json.WriteString("dataset", Shares.Dataset.Descriptor.Id);
        json.WriteString("prices", Shares.Measure == "value" ? Shares.Dataset.Value?.Prices : null);
        json.WriteString("source", Shares.Dataset.Descriptor.Citation);
        json.WriteString("method", Shares.Dataset.Descriptor.Method);
        json.WriteString("file", Shares.Dataset.File);
        json.WriteString("hash", Shares.Dataset.Hash);
        json.WriteString("largest_origin", LargestOrigin.Origin);
        TableJson.Write(json, "largest_share", LargestOrigin.Share);
        json.WriteStartArray("substitutability");
        foreach (Elasticity elasticity in Elasticities)
        {
            json.WriteStartObject();
            json.WriteString("dataset", elasticity.Dataset.Id);
            json.WriteString("product", elasticity.Product);
            json.WriteString("classification", elasticity.Dataset.Classification);
            TableJson.Write(json, "elasticity", elasticity.Value);
            TableJson.Write(json, "substitution", elasticity.Substitution);
            json.WriteString("caution", elasticity.Caution);
            json.WriteString("file", elasticity.File);
            json.WriteNumber("line", elasticity.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Shares.WriteFields(json);
        json.WriteEndObject();
    }
}

/// <summary>An importer's products, the most concentrated first.</summary>
/// <param name="Importer">The importer.</param>
/// <param name="Measure">By <c>value</c> or by <c>weight</c>.</param>
/// <param name="Rows">By the HHI of the named origins, then by the share of the largest, then by the amount; each falling. A product that several datasets
/// have stands once for each.</param>
/// <param name="WithoutShares">Products that the importer buys of which only single exporters report: shares are not known.</param>
public sealed record ProductDependenceList(string Importer, string Measure, IReadOnlyList<ProductDependence> Rows, IReadOnlyList<string> WithoutShares)
{
    /// <summary>The list as one JSON object.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="top">Rows at most.</param>
    public void WriteTo(Utf8JsonWriter json, int top = int.MaxValue)
    {
        json.WriteStartObject();
        json.WriteString("importer", Importer);
        json.WriteString("measure", Measure);
        json.WriteString("ranked_by", "hhi, largest_share, total");
        json.WriteNumber("considered", Rows.Count);
        json.WriteStartArray("products");
        foreach (ProductDependence row in Rows.Take(top))
        {
            row.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("shares_unknown");
        foreach (string product in WithoutShares)
        {
            json.WriteStringValue(product);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
