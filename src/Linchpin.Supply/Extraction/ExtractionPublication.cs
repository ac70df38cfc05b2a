using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Extraction;

/// <summary>Turns an extraction into claims: a scenario of the type extraction, and a loss for each country.</summary>
internal sealed class ExtractionPublication(HypotheticalExtraction extraction, Handling handling)
{
    private readonly TableClaims _claims = new(extraction.Table, handling);

    /// <summary>The dataset with its claims. The rest of the world is in the world's loss and is not published as a country.</summary>
    internal Deposit Make()
    {
        string part = extraction.Share == 1 ? "" : FormattableString.Invariant($", a share of {extraction.Share} of each");
        string deliveries = $"{string.Join("; ", extraction.Taken.Select(t => $"{t.From} {string.Join(',', t.Sectors)} to {string.Join(',', t.To)}"))}, flows {extraction.Flows.Word()}{part}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deliveries)));
        EntityId id = _claims.Id("scenario", extraction.Basis.Word(), "extraction", hash[..16]);
        string formula =
            $"hypothetical extraction of the deliveries {deliveries}: their cells {(extraction.Share == 1 ? "set to 0" : "cut by the share")} in A and f, v (L f - inv(I - A2) f2), nothing replaced";
        _claims.Add(id, "name", new TextValue(FormattableString.Invariant(
            $"Deliveries of {Few([.. extraction.Taken.Select(Supplier).Distinct()])} to {Few([.. extraction.Taken.SelectMany(t => t.To).Select(User).Distinct()])} extracted, {extraction.Table.Year:0000}")), deliveries);
        _claims.Add(id, "type", new TextValue("extraction"), deliveries);
        _claims.AddYear(id);
        _claims.Add(id, "events", new TextValue($"deliveries {deliveries}"), deliveries);
        _claims.Add(id, "settings", new TextValue($"flows {extraction.Flows.Word()}; {extraction.Basis.Words()}"), deliveries);
        _claims.Add(id, "scenario-hash", new TextValue(hash), deliveries);
        _claims.Add(id, "world-loss", _claims.Money(extraction.World.Gdp), $"{formula}; all regions; {extraction.Basis.Words()}");
        foreach (RegionLoss loss in extraction.ByRegion.Where(r => Vocabulary.Countries.ContainsKey(r.Region)))
        {
            _claims.AddLoss(id, loss.Region, loss.Gdp, loss.GdpPercent / 100, _claims.ValueAddedOf(loss.Region, extraction.Basis), $"{formula}; region {loss.Region}; {extraction.Basis.Words()}");
        }

        return _claims.Make();
    }

    private static string Supplier(Deliveries taken) => $"{Vocabulary.CountryName(taken.From)} ({Few(taken.Sectors)})";

    private static string User(string to) => to.Split(':') is [var country, var sector] ? $"{Vocabulary.CountryName(country)} {sector}" : Vocabulary.CountryName(to);

    private static string Few(IReadOnlyList<string> words) => words.Count <= 3 ? string.Join(", ", words)
        : FormattableString.Invariant($"{words[0]}, {words[1]} and {words.Count - 2} more");
}
