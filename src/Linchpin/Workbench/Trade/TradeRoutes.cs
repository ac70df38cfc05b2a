using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Trade;

/// <summary>The page of product trade and minerals, and its API.</summary>
internal static class TradeRoutes
{
    private static readonly QueryTerm[] Terms =
    [
        new("product", "A product, by its name after product/."),
        new("importers", "all, or partners for the chosen partners only."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/trade", Terms, (scope, _) => Routes.Page<TradePage>(scope, ("List", TradeList.Find(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, 50))));
        app.MapFiles("/trade", Terms, scope => TradeList.Find(scope).Warnings, scope =>
        [
            new("month", r => r.Date.ToString()), new("product", r => scope.NameOf(r.Product)), new("importer", r => scope.NameOf(r.Importer)), new("from", r => scope.NameOf(r.Origin)),
            new("kind", r => r.Text("type")), new("measure", r => r.Text("measure")), new("observed", r => r.Warning.First("observed")?.Value.Display), new("expected", r => r.Warning.First("expected")?.Value.Display),
            new("how sure", r => r.Text("certainty")), new("confidence", r => r.Sure is { } sure ? Numbers.Raw(sure) : null), new("id", r => r.Id.ToString()),
        ], (_, r) => r.Warning.Claims);
        app.MapApi("/api/trade", "Early warnings of monthly trade on record, latest first, each with its dataset and calculation.", Terms, (scope, _) =>
            ToJson.Page(TradeList.Find(scope).Warnings, scope.Number("skip", 0), Routes.Most(scope, 50), r => ToJson.Entity(scope.View, r.Warning)));
        app.MapApi("/api/concentrations", "How concentrated products' imports and minerals' production are, most concentrated first.", Terms, (scope, _) =>
            ToJson.Page(TradeList.Find(scope).Concentrations, scope.Number("skip", 0), Routes.Most(scope, 50), c => ToJson.Entity(scope.View, c)));
    }
}
