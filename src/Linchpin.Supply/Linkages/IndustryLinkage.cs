using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How strongly an industry pulls on those before it and feeds those after it.</summary>
/// <remarks>
/// <para><b>Equations</b> (Miller and Blair 2009, ch. 12): backward direct 1'A, total 1'L; forward direct B 1, total G 1, with the allocation
/// coefficients B = inv(diag x) Z and the Ghosh inverse G = inv(I - B) = inv(diag x) L diag x. Normalised (Rasmussen 1956): the linkage over the
/// mean of all industries with output, so that 1 is the average.</para>
/// <para>The part at home is over industries of the same country; what is left of the total is abroad.</para>
/// <para><b>Unit:</b> value per value. <b>Unknown</b> is <see langword="null"/>: the industry has no output.</para>
/// </remarks>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="X">Gross output, in the table's unit.</param>
/// <param name="BackwardDirect">Inputs for one unit of output.</param>
/// <param name="Backward">Output of all industries for one unit of the industry's final use.</param>
/// <param name="BackwardHome">Of that, in its own country.</param>
/// <param name="ForwardDirect">The part of its output that goes to production.</param>
/// <param name="Forward">Output of all industries that one unit of its value added enables, by the Ghosh model.</param>
/// <param name="ForwardHome">Of that, in its own country.</param>
/// <param name="BackwardNormalised">Rasmussen's power of dispersion.</param>
/// <param name="ForwardNormalised">The forward linkage over its mean.</param>
/// <param name="Sensitivity">Rasmussen's sensitivity of dispersion: row sums of L over their mean.</param>
/// <param name="BackwardVariation">Rasmussen's coefficient of variation of the column of L: high where the pull falls on few industries.</param>
public sealed record IndustryLinkage(
    string Country,
    string Sector,
    double X,
    double? BackwardDirect,
    double? Backward,
    double? BackwardHome,
    double? ForwardDirect,
    double? Forward,
    double? ForwardHome,
    double? BackwardNormalised,
    double? ForwardNormalised,
    double? Sensitivity,
    double? BackwardVariation)
{
    /// <summary>The class of Miller and Blair (2009), section 12.2: <c>key</c> (both normalised linkages above 1), <c>backward</c>, <c>forward</c>
    /// or <c>weak</c>; <see langword="null"/> where there is no output.</summary>
    public string? Type => (BackwardNormalised, ForwardNormalised) switch
    {
        (null, _) or (_, null) => null,
        ( > 1, > 1) => "key",
        ( > 1, _) => "backward",
        (_, > 1) => "forward",
        _ => "weak",
    };
}

/// <summary>Linkages of every industry of one table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Rows">Industries in the table's order.</param>
public sealed record IndustryLinkages(InputOutputTable Table, Basis Basis, IReadOnlyList<IndustryLinkage> Rows)
{
    /// <summary>The linkages as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, Table, Basis);
        json.WriteStartArray("rows");
        foreach (IndustryLinkage row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("country", row.Country);
            json.WriteString("sector", row.Sector);
            json.WriteNumber("x", row.X);
            TableJson.Write(json, "backward_direct", row.BackwardDirect);
            TableJson.Write(json, "backward", row.Backward);
            TableJson.Write(json, "backward_home", row.BackwardHome);
            TableJson.Write(json, "forward_direct", row.ForwardDirect);
            TableJson.Write(json, "forward", row.Forward);
            TableJson.Write(json, "forward_home", row.ForwardHome);
            TableJson.Write(json, "backward_normalised", row.BackwardNormalised);
            TableJson.Write(json, "forward_normalised", row.ForwardNormalised);
            TableJson.Write(json, "sensitivity_of_dispersion", row.Sensitivity);
            TableJson.Write(json, "backward_variation", row.BackwardVariation);
            json.WriteString("type", row.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
