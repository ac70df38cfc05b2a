using Linchpin.Workbench.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linchpin.Workbench;

/// <summary>Every address of the workbench, feature by feature.</summary>
internal static class Routes
{
    /// <summary>The most items of a list on one page or in one answer.</summary>
    public const int MostItems = 500;

    private static readonly QueryTerm[] Paging = [new("skip", "How many items to pass over."), new("most", $"At most so many items, up to {MostItems}.")];

    /// <summary>Maps all of them.</summary>
    public static void Map(WebApplication app)
    {
        Lattices.LatticeRoutes.Map(app);
        Networks.NetworkRoutes.Map(app);
        Continuity.ContinuityRoutes.Map(app);
        TwoDays.ChangeRoutes.Map(app);
        Commitments.CommitmentRoutes.Map(app);
        Mechanisms.MechanismRoutes.Map(app);
        Entities.ProfileRoutes.Map(app);
        Agendas.AgendaRoutes.Map(app);
        Exposures.ExposureRoutes.Map(app);
        Chokepoints.ChokepointRoutes.Map(app);
        Trade.TradeRoutes.Map(app);
        Scenarios.ScenarioRoutes.Map(app);
        Scenarios.Builder.BuilderRoutes.Map(app);
        Plans.PlanRoutes.Map(app);
        Conflicts.ConflictRoutes.Map(app);
        Documents.DocumentRoutes.Map(app);
        Sources.SourceRoutes.Map(app);
        Entities.EntityRoutes.Map(app);
        Search.SearchRoutes.Map(app);
        Briefs.BriefRoutes.Map(app);
        SavedViews.ViewRoutes.Map(app);
        Jobs.JobRoutes.Map(app);
        Review.ReviewRoutes.Map(app);
        Editions.EditionRoutes.Map(app);
        app.MapGet("/healthz", (WorkbenchSettings settings) => TypedResults.Ok(new Health("ok", settings.Ledger.Owner))).WithDescription("Whether the workbench answers.");
    }

    /// <summary>Maps a page. It takes the shared settings and its own; any other is refused.</summary>
    public static void MapPage(this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, IResult> page) =>
        app.MapGet(path, (RequestDelegate)(http => FewAtATime.Make(http, () => page(http.RequestServices.GetRequiredService<Scope>(), http).ExecuteAsync(http))))
            .WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. terms, .. Paging]));

    /// <summary>Maps an address of the API. It takes the same settings as its page.</summary>
    public static void MapApi<T>(this WebApplication app, string path, string summary, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, T> answer) =>
        app.MapGet(path, (Scope scope, HttpContext http) => TypedResults.Ok(answer(scope, http)))
            .WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. terms, .. Paging])).WithSummary(summary).ProducesProblem(400).ProducesProblem(404);

    /// <summary>How many items to show: as asked, up to <see cref="MostItems"/>.</summary>
    public static int Most(Scope scope, int missing) => Math.Max(1, scope.Number("most", missing, MostItems));

    /// <summary>A page as a result, its parameters by name.</summary>
    public static IResult Page<TPage>(Scope scope, params ReadOnlySpan<(string Name, object? Value)> parameters)
        where TPage : IComponent
    {
        var given = new Dictionary<string, object?> { ["Scope"] = scope };
        foreach ((string name, object? value) in parameters)
        {
            given[name] = value;
        }

        return new RazorComponentResult<TPage>(given);
    }

    private sealed record Health(string Status, string Node);
}
