using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Workbench.Chokepoints;

/// <summary>The chokepoints of the chosen partners in one year, with what else could be chosen.</summary>
/// <param name="Year">The table's year; 0 where the record has no chokepoint for all the partners.</param>
/// <param name="Rows">As ranked.</param>
/// <param name="Years">Years that the record has, latest first.</param>
/// <param name="Sectors">Supplying sectors of that year.</param>
/// <param name="Suppliers">Supplier countries of that year.</param>
public sealed record ChokepointRows(int Year, IReadOnlyList<Chokepoint> Rows, IReadOnlyList<int> Years, IReadOnlyList<(EntityId Id, string Name)> Sectors, IReadOnlyList<EntityId> Suppliers)
{
    /// <summary>The chokepoints that the address asks for.</summary>
    public static ChokepointRows Find(Scope scope)
    {
        if (scope.Partners.Count < 2)
        {
            return new ChokepointRows(0, [], [], [], []);
        }

        IReadOnlyList<Chokepoint> all = scope.Seen.Once(("chokepoints", string.Join(',', scope.Partners)), () => scope.Seen.Briefing(LatticeSettings.Default.Threshold, null).Chokepoints(scope.Partners));
        int[] years = [.. all.Select(c => c.Year).Distinct().OrderDescending()];
        int year = scope.Number("year", years.FirstOrDefault(), 2999);
        Chokepoint[] ofYear = [.. all.Where(c => c.Year == year)];
        string rank = scope.OneOf("rank", ["together", .. scope.Partners]);
        Chokepoint[] rows =
        [
            .. ofYear.Where(c => scope["supplying-sector"] is null || c.TableSector.Name == scope["supplying-sector"])
                .Where(c => scope["supplier"] is null || c.Supplier.Name.Equals(scope["supplier"], StringComparison.OrdinalIgnoreCase))
                .OrderByDescending(c => rank == "together" ? c.Loss : Of(c, rank)?.Loss.Amount ?? decimal.MinValue).ThenBy(c => c.Id),
        ];
        return new ChokepointRows(
            year, rows, years, [.. ofYear.Select(c => (c.TableSector, c.TableSectorName)).Distinct().OrderBy(s => s.TableSectorName, StringComparer.Ordinal)],
            [.. ofYear.Select(c => c.Supplier).Distinct().Order()]);
    }

    /// <summary>A partner's own loss; <see langword="null"/> where the partner is the supplier.</summary>
    public static MemberLoss? Of(Chokepoint chokepoint, string partner) => chokepoint.Members.FirstOrDefault(m => m.Partner.Name == partner);

    /// <summary>The world's or the supplier's own loss; <see langword="null"/> where the record does not say.</summary>
    public static decimal? Loss(Chokepoint chokepoint, string property) => chokepoint.Behind.FirstOrDefault(c => c.Claim.Property == property)?.Value is MoneyValue money ? money.Amount : null;
}
