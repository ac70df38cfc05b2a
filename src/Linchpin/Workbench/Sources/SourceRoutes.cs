using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Sources;

/// <summary>A dataset as the API writes it.</summary>
public sealed record DatasetJson(
    string Id, string Version, string Title, string Publisher, string Citation, string? Published, string Unit, string Prices, int Year, string Classification, string Licence, string Report, LabelJson Handling);

/// <summary>The documents and datasets that everything rests on, a page for each dataset, and their API.</summary>
internal static class SourceRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/sources", [], (scope, _) => Routes.Page<SourcesPage>(scope));
        app.MapPage("/sources/{name}", [], (scope, http) => Routes.Page<DatasetPage>(scope, ("Dataset", One(scope, http))));
        app.MapTables("/sources", [], (scope, _) => scope.View.Datasets(), _ =>
        [
            new("title", d => d.Title), new("publisher", d => d.Publisher), new("citation", d => d.Citation), new("published", d => d.Published?.ToString()), new("year", d => d.Year.ToString(CultureInfo.InvariantCulture)), new("unit", d => d.Unit),
            new("prices", d => d.Prices), new("classification", d => d.Classification), new("licence", d => d.Licence), new("report", d => d.Report), new("version", d => d.Version), new("id", d => d.Id.ToString()),
            new("sources", d => d.Citation), new("label", d => d.Handling.Display),
        ]);
        app.MapClaimFiles("/sources/{name}", [], (scope, http) => scope.View.EachClaim(new ClaimFilter(Source: One(scope, http).Id)));
        app.MapApi("/api/datasets", "Datasets with unit, prices, year, licence and citation.", [], (scope, _) => ToJson.Page(scope.View.Datasets(), scope.Number("skip", 0), Routes.Most(scope, 100), Shape));
        app.MapApi("/api/datasets/{name}", "A dataset.", [], (scope, http) => Shape(One(scope, http)));
    }

    private static Dataset One(Scope scope, HttpContext http) =>
        (EntityId.TryParse($"dataset/{http.Request.RouteValues["name"]}", out EntityId id) ? scope.View.Dataset(id) : null)
        ?? throw WorkbenchFaults.NotFound.Because($"The record has no dataset '{Shown.Short(http.Request.RouteValues["name"]?.ToString())}' for {scope.Reader.Name} at the days asked.");

    private static DatasetJson Shape(Dataset d) => new(
        d.Id.ToString(), d.Version, d.Title, d.Publisher, d.Citation, d.Published?.ToString(), d.Unit, d.Prices, d.Year, d.Classification, d.Licence, d.Report, ToJson.Label(d.Handling));
}
