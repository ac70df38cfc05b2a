using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Minerals;

/// <summary>Turns tables of minerals into claims: a concentration for each table whose shares are known, and the shares of its countries.</summary>
/// <remarks>Editions and sources that disagree are separate entities, each with its own dataset: nothing is averaged. The world, other countries together and
/// countries that are no more are not published as countries.</remarks>
internal static class MineralPublication
{
    internal static Deposit Of(IReadOnlyList<MineralTable> tables, Handling handling)
    {
        Deposit[] parts = [.. tables.Where(t => t.Concentration?.Hhi is not null).GroupBy(t => (t.Dataset.Id, t.Hash)).Select(of => Of([.. of], of.Key.Hash, handling))];
        return new Deposit([], [.. parts.SelectMany(d => d.Datasets)], [.. parts.SelectMany(d => d.Claims).DistinctBy(c => c.Id)], []);
    }

    private static Deposit Of(MineralTable[] tables, string hash, Handling handling)
    {
        var claims = new IndicatorClaims(tables[0].Dataset, hash, tables.Max(t => t.Year), $"File {tables[0].File}.", "", handling);
        foreach (MineralTable table in tables)
        {
            Publish(claims, table);
        }

        return claims.Make();
    }

    private static void Publish(IndicatorClaims claims, MineralTable t)
    {
        Concentration c = t.Concentration!;
        var valid = new ValidTime(PartialDate.Of(t.Year));
        string measure = t.Statistic == "production" ? $"{t.Stage} production" : t.Statistic;
        string cell = $"{t.Mineral}, {measure}, {t.Form}, {t.Unit}, {t.Year:0000}";
        string whole = FormattableString.Invariant($"the world's {measure} of {t.Mineral}, {t.Year:0000} ({t.Form}; {t.Unit})");
        string[] parts = [EntityId.Slug(t.Mineral), EntityId.Slug(measure), Passage.HashOf($"{t.Form}|{t.Unit}")[..8], t.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        EntityId product = claims.Product(t.Mineral, t.Mineral);
        EntityId id = claims.Id("concentration", parts);
        claims.Add(id, "name", new TextValue(FormattableString.Invariant($"{t.Mineral}: {measure} by country, {t.Year:0000}")), valid, cell);
        Label(claims, id, product, measure, t.Year, valid, cell);
        string bounds = FormattableString.Invariant($"sum of squared shares of the countries; at most {c.HhiUpper:0.####} with what is not assigned");
        claims.Add(id, "hhi", new QuantityValue(c.Hhi!.Value, "1"), valid, $"HHI: {bounds}; {cell}");
        claims.Add(id, "effective-suppliers", c.EffectiveSuppliers is { } number ? new QuantityValue(number, "suppliers") : new UnknownValue("nothing is supplied"), valid, $"1 / HHI: {bounds}; {cell}");
        claims.Add(id, "top-share", c.TopShare is { } top and >= 0 and <= 1 ? new ShareValue(top, whole) : new UnknownValue("nothing is supplied"), valid, $"largest share of a country; {cell}");
        MineralShare[] countries = [.. t.Rows.Where(r => Vocabulary.Countries.ContainsKey(r.Country) && r.Share >= Supply.StandardFloor && r.Share <= 1)];
        if (countries.Length > 0 && t.Rows[0].Country == countries[0].Country)
        {
            claims.Add(id, "supplier", new EntityValue(EntityId.Country(countries[0].Country)), valid, $"largest country; {cell}");
        }

        foreach (MineralShare row in countries)
        {
            EntityId share = claims.Id("supply-share", [.. parts, row.Country]);
            Label(claims, share, product, measure, t.Year, valid, cell);
            claims.Add(share, "supplier", new EntityValue(EntityId.Country(row.Country)), valid, cell);
            claims.Add(share, "share", new ShareValue(row.Share!.Value, whole), valid, $"{cell}; country {row.Country}");
        }
    }

    private static void Label(IndicatorClaims claims, EntityId id, EntityId product, string measure, int year, ValidTime valid, string cell)
    {
        claims.Add(id, "product", new EntityValue(product), valid, cell);
        claims.Add(id, "measure", new TextValue(measure), valid, cell);
        claims.Add(id, "year", new QuantityValue(year, "calendar year"), valid, cell);
    }
}
