using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Exposures;

/// <summary>An exposure as the API writes it.</summary>
public sealed record ExposureJson(
    string Id, NamedJson User, NamedJson UserSector, NamedJson Supplier, bool SupplierIsCountry, int Year, int? Since, double? LookThroughBefore, IReadOnlyDictionary<string, HeldClaimJson> Measures);

/// <summary>The exposures page and its API.</summary>
internal static class ExposureRoutes
{
    private const int MostOnPage = 100;

    private static readonly QueryTerm[] Terms =
    [
        new("user", "The country whose sectors use the supplies, ISO 3166 alpha-3; default the first partner; or partners for all of them."),
        new("user-sector", "The table sector that uses the supplies, by its name after sector/."),
        new("supplier", "The country that the supplies come from, ISO 3166 alpha-3."),
        new("year", "The year of the table; default the latest."),
        new("since", "Another year to hold each look-through exposure against."),
        new("view", "year: the table of one year; years: side by side; tiers: two tiers of supply from origin to user."),
        new("measure", "Of years: look-through-share or face-value-share."),
        new("sort", "look-through, face-value, gap, change, sector or supplier."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/exposures", Terms, (scope, http) => Page(scope, http.RequestServices.GetRequiredService<TableShelf>()));
        app.MapFiles("/exposures", Terms, scope => ExposureList.Find(scope).Rows, scope =>
        [
            new("user", r => scope.NameOf(r.User)), new("using sector", r => r.UserSectorName), new("supplier", r => scope.NameOf(r.Supplier)), new("year", r => r.Year.ToString(CultureInfo.InvariantCulture)),
            .. ExposureList.Measures.Select(m => new Column<ExposureRow>(m, r => r.Measures.GetValueOrDefault(m)?.Value switch
            {
                ShareValue v => Numbers.Raw(v.Part),
                QuantityValue v => Numbers.Raw(v.Amount),
                _ => null,
            })),
            new("look-through-share, year held against", r => r.Before is { } before ? Numbers.Raw(before) : null),
            new("base", r => r.Measures.Values.Select(c => c.Value).OfType<ShareValue>().FirstOrDefault()?.Base), new("id", r => r.Id.ToString()),
        ], (_, r) => r.Measures.Values);
        app.MapTables("/exposures/tiers", Terms, (scope, http) => Tiers(scope, http), scope =>
        [
            new("tier", f => f.Flow.Tier.ToString(CultureInfo.InvariantCulture)), new("from", f => f.Flow.From), new("to", f => f.Flow.Tier == 1 ? f.Of.User : f.Flow.To), new("share of all inputs", f => Numbers.Raw(f.Flow.Share)),
            new("amount", f => Numbers.Raw(f.Flow.Share * f.Of.Inputs)), new("unit", f => f.Of.Table.Descriptor.Unit), new("prices", f => f.Of.Table.Descriptor.Prices), new("year", f => f.Of.Table.Year.ToString(CultureInfo.InvariantCulture)),
            new("using sectors", f => string.Join(' ', f.Of.Sectors)), new("sources", f => $"{f.Of.Table.Descriptor.Title}, {f.Of.Table.Year}, SHA-256 {f.Of.Table.Hash}"),
            new("label", f => scope.View.Dataset(f.Of.Table.Dataset)?.Handling.Display),
        ]);
        app.MapApi("/api/exposures", "How far a partner's sectors depend on each supplier, each measure with its dataset and calculation.", Terms, (scope, _) =>
            ToJson.Page(ExposureList.Find(scope).Rows, scope.Number("skip", 0), Routes.Most(scope, MostOnPage), r => new ExposureJson(
                r.Id.ToString(), ToJson.Named(scope.View, r.User), new NamedJson(r.UserSector.ToString(), r.UserSectorName), ToJson.Named(scope.View, r.Supplier), r.SupplierIsCountry, r.Year, scope["since"] is null ? null : scope.Number("since", 0, 2999), r.Before,
                r.Measures.ToDictionary(m => m.Key, m => ToJson.Claim(scope.View, m.Value)))));
    }

    private static IReadOnlyList<(SupplyTiers Of, TierFlow Flow)> Tiers(Scope scope, HttpContext http) =>
        TierFlows.Find(scope, http.RequestServices.GetRequiredService<TableShelf>(), ExposureList.Find(scope)) is { } found ? [.. found.Flows.Select(f => (found.Tiers, f))] : [];

    private static IResult Page(Scope scope, TableShelf tables)
    {
        ExposureList list = ExposureList.Find(scope);
        return Routes.Page<ExposuresPage>(
            scope, ("List", list), ("Flows", scope["view"] == "tiers" ? TierFlows.Find(scope, tables, list) : null), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage)));
    }
}
