using Linchpin.Claims;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Plans;

/// <summary>A response plan as the API writes it.</summary>
public sealed record PlanJson(string Id, string Name, IReadOnlyList<HeldClaimJson> Claims, IReadOnlyList<EntityJson> Burdens, IReadOnlyList<EntityJson> Replacements);

/// <summary>A page for each response plan, and their API; the scenarios page lists them.</summary>
internal static class PlanRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/plans/{name}", [], (scope, http) => Routes.Page<PlanPage>(scope, ("Result", One(scope, http))));
        app.MapFiles("/plans", [], scope => (IReadOnlyList<(PlanResult Plan, Ledger.Entity Burden)>)[.. PlanResult.All(scope).SelectMany(p => p.Burdens.Select(b => (p, b)))], scope =>
        [
            new("plan", r => r.Plan.Plan.Name), new("partner", r => scope.NameOf(r.Burden.Linked("country")[0])),
            .. new[] { "lost-deliveries", "burden-alone", "burden-together", "gain-part" }.Select(m => new Column<(PlanResult Plan, Ledger.Entity Burden)>(
                m, r => PlanResult.Money(r.Burden, m)?.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            new("id", r => r.Burden.Id.ToString()),
        ], (_, r) => r.Burden.Claims);
        app.MapClaimFiles("/plans/{name}", [], (scope, http) => One(scope, http) is var plan ? plan.Plan.Claims.Concat(plan.Burdens.Concat(plan.Replacements).SelectMany(b => b.Claims)) : []);
        app.MapApi("/api/plans", "Response plans on record: what each partner bears alone and together, and who replaces what.", [], (scope, _) =>
            ToJson.Page(PlanResult.All(scope), scope.Number("skip", 0), Routes.Most(scope, 20), p => Shape(scope, p)));
        app.MapApi("/api/plans/{name}", "A response plan.", [], (scope, http) => Shape(scope, One(scope, http)));
    }

    private static PlanResult One(Scope scope, HttpContext http)
    {
        string name = http.Request.RouteValues["name"]?.ToString() ?? "";
        return PlanResult.One(scope, name) ?? throw WorkbenchFaults.NotFound.Because($"The record has no response plan '{Shown.Short(name)}' for {scope.Reader.Name} at the days asked.");
    }

    private static PlanJson Shape(Scope scope, PlanResult p) => new(
        p.Id.ToString(), p.Plan.Name, ToJson.Claims(scope.View, p.Plan.Claims), [.. p.Burdens.Select(b => ToJson.Entity(scope.View, b))], [.. p.Replacements.Select(r => ToJson.Entity(scope.View, r))]);
}
