using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Scenarios;

/// <summary>A scenario's result as the API writes it; amounts in units of the currency.</summary>
public sealed record ScenarioJson(
    string Id, string Name, string Type, int Year, string? Events, string? Settings, string? Hash, string Currency, string Prices, decimal WorldLoss, IReadOnlyList<CountryLossJson> Losses, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>A country's loss; low and high where it is a band.</summary>
public sealed record CountryLossJson(string Country, decimal Loss, double? Share, decimal? Low, decimal? High, HeldClaimJson Claim);

/// <summary>The scenarios page, a page for each result, and their API.</summary>
internal static class ScenarioRoutes
{
    private static readonly QueryTerm[] Terms = [new("type", "extraction, simulation or ensemble; default all.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/scenarios", Terms, (scope, _) => Routes.Page<ScenariosPage>(scope, ("List", ScenarioList.Find(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, 50))));
        app.MapPage("/scenarios/{name}", [], (scope, http) => Routes.Page<ScenarioPage>(scope, ("Result", One(scope, http))));
        app.MapFiles("/scenarios", Terms, scope => (IReadOnlyList<(ScenarioResult Result, ScenarioLoss Loss)>)[.. ScenarioList.Find(scope).Results.SelectMany(r => r.Losses.Select(l => (r, l)))], scope =>
        [
            new("scenario", r => scope.NameOf(r.Result.Id)), new("type", r => r.Result.Type), new("year", r => r.Result.Year.ToString(CultureInfo.InvariantCulture)),
            new("country", r => scope.NameOf(r.Loss.Country)), new("currency", r => r.Loss.Loss.Currency), new("prices", r => r.Loss.Loss.Prices), new("value added lost", r => Amount(r.Loss.Loss)),
            new("low", r => Amount(r.Loss.Low)), new("high", r => Amount(r.Loss.High)), new("share of value added", r => r.Loss.Share is { } share ? Numbers.Raw(share) : null),
            new("events", r => r.Result.Text("events")), new("settings", r => r.Result.Text("settings")), new("scenario hash", r => r.Result.Text("scenario-hash")), new("id", r => r.Loss.Id.ToString()),
        ], (_, r) => [r.Loss.Claim]);
        app.MapClaimFiles("/scenarios/{name}", [], (scope, http) => One(scope, http) is var result
            ? result.Scenario.Claims.Concat(result.Losses.SelectMany(l => scope.View.Entity(l.Id)?.Claims ?? [])) : []);
        app.MapApi("/api/scenarios", "Results of scenarios on record: events, settings, losses by country with their bands, each with its dataset and calculation.", Terms, (scope, _) =>
            ToJson.Page(ScenarioList.Find(scope).Results, scope.Number("skip", 0), Routes.Most(scope, 20), r => Shape(scope.View, r)));
        app.MapApi("/api/scenarios/{name}", "A scenario's result.", [], (scope, http) => Shape(scope.View, One(scope, http)));
    }

    private static ScenarioResult One(Scope scope, HttpContext http)
    {
        string name = http.Request.RouteValues["name"]?.ToString() ?? "";
        return ScenarioList.One(scope, name) ?? throw WorkbenchFaults.NotFound.Because($"The record has no result of a scenario '{Shown.Short(name)}' for {scope.Reader.Name} at the days asked.");
    }

    private static ScenarioJson Shape(View view, ScenarioResult r) => new(
        r.Id.ToString(), r.Scenario.Name, r.Type, r.Year, r.Text("events"), r.Text("settings"), r.Text("scenario-hash"), r.WorldLoss.Currency, r.WorldLoss.Prices, r.WorldLoss.Amount,
        [.. r.Losses.Select(l => new CountryLossJson(l.Country.Name, l.Loss.Amount, l.Share, l.Low?.Amount, l.High?.Amount, ToJson.Claim(view, l.Claim)))], ToJson.Claims(view, r.Scenario.Claims));

    private static string? Amount(MoneyValue? money) => money?.Amount.ToString(CultureInfo.InvariantCulture);
}
