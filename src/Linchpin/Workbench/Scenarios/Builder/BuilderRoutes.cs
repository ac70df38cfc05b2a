using System.Text;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Documents;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>The scenario builder: its page, its file for the command line, its API, and the runs that it asks for.</summary>
internal static class BuilderRoutes
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/scenarios/build";

    /// <summary>The address of the scenario as a file.</summary>
    public const string FilePath = "/scenarios/build.json";

    private const string RunPath = "/scenarios/run";

    /// <summary>Where a run is asked for.</summary>
    public static string Run => RunPath;

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        TableShelf tables = app.Services.GetRequiredService<TableShelf>();
        AnswerFolder answers = app.Services.GetRequiredService<AnswerFolder>();
        JobQueue jobs = app.Services.GetRequiredService<JobQueue>();
        app.MapPage(Path, ScenarioDraft.Terms, (scope, http) => Routes.Page<BuilderPage>(scope, ("Shown", Asked.Of(scope, tables, answers, jobs, http.RequestAborted))));
        app.MapPage(FilePath, ScenarioDraft.Terms, (scope, _) => Draft(scope, tables) is { Events.Count: > 0 } draft
            ? Results.File(Encoding.UTF8.GetBytes(draft.File()), "application/json; charset=utf-8", "scenario.json")
            : throw WorkbenchFaults.Query.Because("The address has no event.", remedy: "Give 1-kind, 1-from, 1-sector and 1-size."));
        app.MapApi("/api/scenarios/build", "What hangs at once on the deliveries that a scenario cuts, by event and partner: hypothetical extraction for the days of the event.", ScenarioDraft.Terms, (scope, http) =>
        {
            ScenarioDraft draft = Draft(scope, tables);
            IReadOnlyList<string> partners = Asked.InTable(scope, draft.Table);
            return new QuickJson(
                draft.Table.Dataset.ToString(), draft.Table.Hash, draft.Table.Descriptor.Unit, draft.Scenario.Hash,
                [.. QuickAnswer.Of(draft, partners, http.RequestAborted).Select(a => new QuickEventJson(a.Event.Number, a.Event.Kind, a.Losses?.Select(l => new QuickLossJson(l.Region, l.Amount, l.Percent)).ToList()))]);
        });
        app.MapChange(RunPath, (http, form) => Start(app, jobs, form));
    }

    private static ScenarioDraft Draft(Scope scope, TableShelf tables) =>
        ScenarioDraft.Of(scope, tables) ?? throw WorkbenchFaults.Table.Because($"{scope.Reader.Name} may use no table.");

    /// <summary>A run is asked for by the form's own fields: the scenario as a file, and where it is shown.</summary>
    private static string Start(WebApplication app, JobQueue jobs, IFormCollection form)
    {
        string Field(string name) => form[name].ToString();
        string text = Field("scenario");
        Scenario scenario = Scenario.Parse(Encoding.UTF8.GetBytes(text), "the scenario of the form");
        string[] partners = [.. Field("for").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Vocabulary.Country)];
        if (!int.TryParse(Field("year"), out int year) || !int.TryParse(Field("runs"), out int runs) || !ScenarioDraft.RunsOffered.Contains(runs) || !int.TryParse(Field("seed"), out int seed) || partners.Length is < 1 or > 6)
        {
            throw WorkbenchFaults.Query.Because("The form has no year, number of runs, seed or partners that can be used.", remedy: "Run the scenario from its own page.");
        }

        // The table must be there before the job is: its fault belongs to who asked.
        app.Services.GetRequiredService<TableShelf>().Open(Field("table"), year);
        LabelFields? label = Field("freeze").Length > 0
            ? LabelFields.Read(form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal), app.Services.GetRequiredService<WorkbenchSettings>().Ledger.Owner) : null;
        var asked = new ScenarioAsked(Changes.Back(form, Path), Field("table"), year, text, partners, runs, seed, label);
        return JobRoutes.Address(jobs.Start(ScenarioJob.Kind, ScenarioDraft.Titled(scenario), asked));
    }
}

/// <summary>The quick answer as the API writes it; losses in the table's unit.</summary>
public sealed record QuickJson(string Dataset, string Version, string Unit, string ScenarioHash, IReadOnlyList<QuickEventJson> Events);

/// <summary>An event's losses by partner, then the world; none where it cuts no delivery.</summary>
public sealed record QuickEventJson(int Event, string Kind, IReadOnlyList<QuickLossJson>? Losses);

/// <summary>A region's loss of value added, in the table's unit and in per cent of its value added of a year.</summary>
public sealed record QuickLossJson(string Region, double Loss, double? Percent);
