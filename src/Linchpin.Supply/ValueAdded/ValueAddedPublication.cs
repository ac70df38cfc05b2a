using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.ValueAdded;

/// <summary>Turns value added in exports into claims: one entity for each exporter and origin.</summary>
internal sealed class ValueAddedPublication(ValueAddedInExports exports, Handling handling)
{
    private readonly TableClaims _claims = new(exports.Table, handling);

    /// <summary>The dataset with its claims; the home part is one of them. Left out: the rest of the world, codes that are no ISO country.</summary>
    internal Deposit Make()
    {
        string basis = exports.Basis.Word();
        string whole = FormattableString.Invariant($"the gross exports of {Vocabulary.CountryName(exports.Exporter)}, {exports.Table.Year:0000} ({_claims.Terms(exports.Basis)})");
        foreach (OriginOfExports origin in exports.ByOrigin.Where(o => !o.RestOfWorld && Vocabulary.Countries.ContainsKey(o.Origin) && Vocabulary.Countries.ContainsKey(exports.Exporter)))
        {
            string cell = $"origin {origin.Origin}, exporter {exports.Exporter}";
            EntityId id = _claims.Id("export-content", basis, exports.Exporter, origin.Origin);
            _claims.Add(id, "name", new TextValue(FormattableString.Invariant(
                $"{Vocabulary.CountryName(origin.Origin)} in the exports of {Vocabulary.CountryName(exports.Exporter)}, {exports.Table.Year:0000} ({basis})")), cell);
            _claims.Add(id, "exporter", new EntityValue(EntityId.Country(exports.Exporter)), cell);
            _claims.Add(id, "origin", new EntityValue(EntityId.Country(origin.Origin)), cell);
            _claims.AddYear(id);
            Value share = origin.Share switch
            {
                null => new UnknownValue($"the table shows no exports of {exports.Exporter}"),
                < 0 or > 1 => new UnknownValue(FormattableString.Invariant($"negative cells of the table put it at {origin.Share:0.####}, outside 0 to 1")),
                { } part => new ShareValue(part, whole),
            };
            _claims.Add(id, "export-content-share", share, $"value added by origin in gross exports: sum of v_i over the origin's rows of L e, e the exporter's gross exports; {cell}; {exports.Basis.Words()}");
        }

        return _claims.Make();
    }
}
