using System.Globalization;
using Linchpin.Claims;
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
            new("base", r => r.Measures.Values.Select(c => c.Value).OfType<ShareValue>().FirstOrDefault()?.Base), new("id", r => r.Id.ToString()), new("sources", r => Csv.Sources(scope, r.Measures.Values)), new("label", r => Csv.Label(r.Measures.Values)),
        ]);
        app.MapApi("/api/exposures", "How far a partner's sectors depend on each supplier, each measure with its dataset and calculation.", Terms, (scope, _) =>
            ToJson.Page(ExposureList.Find(scope).Rows, scope.Number("skip", 0), Routes.Most(scope, MostOnPage), r => new ExposureJson(
                r.Id.ToString(), ToJson.Named(scope.View, r.User), new NamedJson(r.UserSector.ToString(), r.UserSectorName), ToJson.Named(scope.View, r.Supplier), r.SupplierIsCountry, r.Year, scope["since"] is null ? null : scope.Number("since", 0, 2999), r.Before,
                r.Measures.ToDictionary(m => m.Key, m => ToJson.Claim(scope.View, m.Value)))));
    }

    private static IResult Page(Scope scope, TableShelf tables)
    {
        ExposureList list = ExposureList.Find(scope);
        return Routes.Page<ExposuresPage>(
            scope, ("List", list), ("Flows", scope["view"] == "tiers" ? TierFlows.Find(scope, tables, list) : null), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage)));
    }
}
