using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How the value added in one country's gross exports changed between two years, by origin, and by what.</summary>
/// <remarks>
/// <para><b>Equation:</b> M_o = sum over i in o of v_i, times sum over j in c of L_ij e_j. <b>Causes</b> of a change of the amount:
/// <c>value_added</c> (the coefficients v), <c>structure</c> (L), <c>exports</c> (e); of a change of the share in exports: v, L, and <c>mix</c>, the
/// make-up e / (1'e) of the exports by sector.</para>
/// <para>v and L move together, since v = 1 - 1'A: what the two bring is best read as one sum (Dietzenbacher and Los 2000).</para>
/// <para><b>Unit:</b> amounts in the table's unit at current prices; shares of gross exports, unknown where a year has none.</para>
/// </remarks>
/// <param name="From">The table of the first year.</param>
/// <param name="To">The table of the second year.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="Exporter">Code of the exporting country.</param>
/// <param name="GrossFrom">Gross exports of the first year.</param>
/// <param name="GrossTo">Gross exports of the second year.</param>
/// <param name="Origins">By origin in the table's order, home included.</param>
/// <param name="Foreign">All origins but home together.</param>
public sealed record ExportChange(
    InputOutputTable From, InputOutputTable To, Basis Basis, string Exporter, double GrossFrom, double GrossTo, IReadOnlyList<OriginChange> Origins, OriginChange Foreign)
{
    /// <summary>The causes of a change of an amount, in the order of <see cref="Parted.Parts"/>.</summary>
    public static IReadOnlyList<string> AmountCauses { get; } = ["value_added", "structure", "exports"];

    /// <summary>The causes of a change of a share.</summary>
    public static IReadOnlyList<string> ShareCauses { get; } = ["value_added", "structure", "mix"];

    /// <summary>The change as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        ChangeJson.WriteLabel(json, From, To, Basis);
        json.WriteString("exporter", Exporter);
        json.WriteStartObject("gross");
        json.WriteNumber("from", GrossFrom);
        json.WriteNumber("to", GrossTo);
        json.WriteNumber("change", GrossTo - GrossFrom);
        json.WriteEndObject();
        Write(json, "domestic", Origins.First(o => o.Origin == Exporter));
        Write(json, "foreign", Foreign);
        json.WriteStartObject("by_origin");
        foreach (OriginChange origin in Origins)
        {
            Write(json, origin.Origin, origin);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, OriginChange origin)
    {
        json.WriteStartObject(name);
        ChangeJson.Write(json, "amount", origin.Amount, AmountCauses);
        ChangeJson.Write(json, "share", origin.Share, ShareCauses);
        json.WriteEndObject();
    }
}

/// <summary>The change of the value added of one origin in a country's exports.</summary>
/// <param name="Origin">Code of the country, or <c>foreign</c>.</param>
/// <param name="RestOfWorld">Whether it stands for all countries that are not in the table.</param>
/// <param name="Amount">In the table's unit.</param>
/// <param name="Share">As a share of gross exports.</param>
public sealed record OriginChange(string Origin, bool RestOfWorld, Parted Amount, Parted Share);
