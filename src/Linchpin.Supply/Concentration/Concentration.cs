using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>How far a supply hangs on few suppliers.</summary>
/// <remarks>
/// <para><b>Base:</b> all that is supplied: what named suppliers supply, what other suppliers that are not named supply, and what cannot be
/// assigned to anybody. Shares are from 0 to 1 of it, and so is the HHI (times 10,000 for the points of competition law).</para>
/// <para><b>Equations:</b> HHI = sum of s^2 (Herfindahl 1950, Hirschman 1945); effective number of suppliers = 1 / HHI, and by entropy
/// exp(-sum of s ln s) (Hill numbers of order 2 and 1; Hill 1973).</para>
/// <para><b>What is not assigned</b> makes bounds: at the least it is spread over ever more suppliers and adds nothing to the HHI; at the most
/// other suppliers are one, and what cannot be assigned belongs to the largest. <see cref="Hhi"/> is the lower bound: what the named suppliers
/// show by themselves. Where all is assigned the bounds are one number.</para>
/// <para><b>Unknown:</b> every measure is <see langword="null"/> where nothing is supplied.</para>
/// </remarks>
public sealed record Concentration
{
    private Concentration()
    {
    }

    /// <summary>All that is supplied, in the unit of the amounts.</summary>
    public double Total { get; private init; }

    /// <summary>Named suppliers with an amount above zero.</summary>
    public int Suppliers { get; private init; }

    /// <summary>Share of suppliers that are not named, none of whom is a named one.</summary>
    public double? OtherShare { get; private init; }

    /// <summary>Share that cannot be assigned to anybody.</summary>
    public double? UnassignedShare { get; private init; }

    /// <summary>The Herfindahl-Hirschman index of the named suppliers, from 0 to 1; the lower bound of the true one.</summary>
    public double? Hhi { get; private init; }

    /// <summary>The upper bound of the Herfindahl-Hirschman index.</summary>
    public double? HhiUpper { get; private init; }

    /// <summary>Share of the largest named supplier.</summary>
    public double? TopShare { get; private init; }

    /// <summary>Upper bound of the share of the largest supplier.</summary>
    public double? TopShareUpper { get; private init; }

    /// <summary>Share of the three largest named suppliers together.</summary>
    public double? TopThreeShare { get; private init; }

    /// <summary>Effective number of suppliers, 1 / HHI: the upper bound, from <see cref="Hhi"/>.</summary>
    public double? EffectiveSuppliers { get; private init; }

    /// <summary>Lower bound of the effective number of suppliers, from <see cref="HhiUpper"/>.</summary>
    public double? EffectiveSuppliersLower { get; private init; }

    /// <summary>Effective number of suppliers by entropy, over the named suppliers and the others as one; <see langword="null"/> where something
    /// cannot be assigned.</summary>
    public double? EntropySuppliers { get; private init; }

    /// <summary>The concentration of these amounts.</summary>
    /// <param name="named">Amounts of named suppliers, each zero or more; unknown ones left out.</param>
    /// <param name="others">Amount of suppliers that are not named and are none of the named.</param>
    /// <param name="unassigned">Amount that cannot be assigned to anybody.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite.</exception>
    public static Concentration Of(IEnumerable<double> named, double others = 0, double unassigned = 0)
    {
        double[] amounts = [.. named.OrderDescending()];
        foreach (double amount in amounts.Append(others).Append(unassigned))
        {
            if (!(amount >= 0 && double.IsFinite(amount)))
            {
                throw new ArgumentOutOfRangeException(nameof(named), amount, "An amount is zero or more.");
            }
        }

        double total = amounts.Sum() + others + unassigned;
        int suppliers = amounts.Count(a => a > 0);
        if (total <= 0)
        {
            return new Concentration { Total = 0, Suppliers = suppliers };
        }

        double[] shares = [.. amounts.Select(a => a / total)];
        double other = others / total;
        double free = unassigned / total;
        double hhi = shares.Sum(s => s * s);
        double top = shares.FirstOrDefault();
        double largest = Math.Max(top, other);
        double upper = Math.Min(1, hhi + (other * other) + (2 * largest * free) + (free * free));
        bool known = suppliers > 0;
        return new Concentration
        {
            Total = total,
            Suppliers = suppliers,
            OtherShare = other,
            UnassignedShare = free,
            Hhi = known ? hhi : null,
            HhiUpper = known ? upper : null,
            TopShare = known ? top : null,
            TopShareUpper = known ? Math.Min(1, largest + free) : null,
            TopThreeShare = known ? shares.Take(3).Sum() : null,
            EffectiveSuppliers = known ? 1 / hhi : null,
            EffectiveSuppliersLower = known ? 1 / upper : null,
            EntropySuppliers = known && free < 1e-9 ? Math.Exp(-shares.Append(other).Where(s => s > 0).Sum(s => s * Math.Log(s))) : null,
        };
    }

    /// <summary>The measures as fields of the JSON object that is being written.</summary>
    internal void WriteFields(Utf8JsonWriter json)
    {
        TableJson.Write(json, "hhi", Hhi);
        TableJson.Write(json, "hhi_upper", HhiUpper);
        TableJson.Write(json, "top_share", TopShare);
        TableJson.Write(json, "top_share_upper", TopShareUpper);
        TableJson.Write(json, "top3_share", TopThreeShare);
        TableJson.Write(json, "effective_suppliers", EffectiveSuppliers);
        TableJson.Write(json, "effective_suppliers_lower", EffectiveSuppliersLower);
        TableJson.Write(json, "effective_suppliers_entropy", EntropySuppliers);
        json.WriteNumber("suppliers", Suppliers);
        TableJson.Write(json, "other_share", OtherShare);
        TableJson.Write(json, "unassigned_share", UnassignedShare);
    }
}
