using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Chokepoints;

/// <summary>A chokepoint as the API writes it; losses in units of the currency.</summary>
public sealed record ChokepointJson(
    string Id, NamedJson Supplier, NamedJson SupplyingSector, bool SupplierIsPartner, int Year, string Currency, string Prices, decimal Loss, decimal? WorldLoss, decimal? OwnLoss,
    IReadOnlyList<PartnerLossJson> Partners, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>A partner's loss; the share is of its value added, 0 to 1, and missing where the partner gains.</summary>
public sealed record PartnerLossJson(string Partner, decimal Loss, double? Share, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>The chokepoints page and its API.</summary>
internal static class ChokepointRoutes
{
    private const int MostOnPage = 50;

    private static readonly QueryTerm[] Terms =
    [
        new("supplying-sector", "The table sector that supplies, by its name after sector/."),
        new("supplier", "The supplier country, ISO 3166 alpha-3."),
        new("year", "The year of the table; default the latest."),
        new("rank", "together, or one partner's code: whose loss ranks the list."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/chokepoints", Terms, (scope, _) =>
            Routes.Page<ChokepointsPage>(scope, ("List", ChokepointRows.Find(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapFiles("/chokepoints", Terms, scope => ChokepointRows.Find(scope).Rows, scope =>
        [
            new("supplier", c => scope.NameOf(c.Supplier)), new("supplying sector", c => c.TableSectorName), new("year", c => c.Year.ToString(CultureInfo.InvariantCulture)),
            new("currency", c => c.Members[0].Loss.Currency), new("prices", c => c.Members[0].Loss.Prices), new("partners' loss", c => Amount(c.Loss)),
            .. scope.Partners.SelectMany(p => new Column<Chokepoint>[]
            {
                new($"loss of {p}", c => Amount(ChokepointRows.Of(c, p)?.Loss.Amount)),
                new($"share of the value added of {p}", c => ChokepointRows.Of(c, p)?.Share is { } share ? Numbers.Raw(share.Part) : null),
            }),
            new("world's loss", c => Amount(ChokepointRows.Loss(c, "world-loss"))), new("supplier's own loss", c => Amount(ChokepointRows.Loss(c, "own-loss"))),
            new("id", c => c.Id.ToString()),
        ], (_, c) => c.Claims);
        app.MapApi("/api/chokepoints", "Supplier industries ranked by what a stop of their deliveries abroad would take from the partners, each number with its dataset and calculation.", Terms, (scope, _) =>
            ToJson.Page(ChokepointRows.Find(scope).Rows, scope.Number("skip", 0), Routes.Most(scope, MostOnPage), c => Shape(scope.View, c)));
    }

    private static ChokepointJson Shape(View view, Chokepoint c) => new(
        c.Id.ToString(), ToJson.Named(view, c.Supplier), new NamedJson(c.TableSector.ToString(), c.TableSectorName), c.Place == SupplierPlace.Partner, c.Year,
        c.Members[0].Loss.Currency, c.Members[0].Loss.Prices, c.Loss, ChokepointRows.Loss(c, "world-loss"), ChokepointRows.Loss(c, "own-loss"),
        [.. c.Members.Select(m => new PartnerLossJson(m.Partner.Name, m.Loss.Amount, m.Share?.Part, ToJson.Claims(view, m.Claims)))], ToJson.Claims(view, c.Behind));

    private static string? Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);
}
