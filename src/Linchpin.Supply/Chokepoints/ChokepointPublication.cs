using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Chokepoints;

/// <summary>Turns chokepoints into claims: one entity a supplier industry, and one loss for each partner that is not the supplier itself.</summary>
internal sealed class ChokepointPublication(ChokepointList list, Handling handling, double floor)
{
    private const string Formula =
        "value added lost by a stop of all deliveries abroad of one industry i (hypothetical extraction, nothing replaced): v L e_i k_i with k_i = df_i + (r_i'x0 - df_i r_i'L e_i) / (1 + r_i'L e_i), "
        + "r_i' = row i of A outside its own region, df_i = its final exports, x0 = L f";

    private readonly InputOutputTable _table = list.Table;
    private readonly TableClaims _claims = new(list.Table, handling);

    /// <summary>The dataset with its claims. Left out: codes that are no ISO country, and industries under the floor for every partner.</summary>
    internal Deposit Make()
    {
        foreach (Chokepoint row in list.Rows.Where(Published))
        {
            Publish(row);
        }

        return _claims.Make();
    }

    private bool Published(Chokepoint row) => Vocabulary.Countries.ContainsKey(row.Country)
        && (floor == 0 || Others(row).Any(p => p.GdpPercent >= 100 * floor));

    private static IEnumerable<PartnerLoss> Others(Chokepoint row) => row.ByPartner.Where(p => p.Partner != row.Country && Vocabulary.Countries.ContainsKey(p.Partner));

    private void Publish(Chokepoint row)
    {
        string industry = $"industry {row.Country} {row.Sector}";
        EntityId id = _claims.Id("chokepoint", list.Basis.Word(), row.Country, row.Sector);
        _claims.Add(id, "name", new TextValue(FormattableString.Invariant($"{Vocabulary.CountryName(row.Country)}: {row.SectorName}, {_table.Year:0000} ({list.Basis.Word()})")), industry);
        _claims.Add(id, "supplier", new EntityValue(EntityId.Country(row.Country)), industry);
        _claims.Add(id, "supplying-sector", new EntityValue(_claims.Sector(row.Sector)), industry);
        _claims.AddYear(id);
        _claims.Add(id, "world-loss", _claims.Money(row.WorldGdpLoss), Derivation($"{industry}, all regions"));
        _claims.Add(id, "own-loss", _claims.Money(row.OwnGdpLoss), Derivation($"{industry}, region {row.Country}"));
        foreach (PartnerLoss loss in Others(row))
        {
            _claims.AddLoss(
                id, loss.Partner, loss.GdpLoss, loss.GdpPercent / 100, _claims.ValueAddedOf(loss.Partner, list.Basis), Derivation($"{industry}, region {loss.Partner}"));
        }
    }

    private string Derivation(string cell) => $"{Formula}; {cell}; {list.Basis.Words()}";
}
