using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>What the builder's page shows for one address.</summary>
/// <param name="Draft">The scenario; <see langword="null"/> where there is no table to run it on.</param>
/// <param name="Tables">Tables that could be chosen.</param>
/// <param name="Partners">The partners that the table has.</param>
internal sealed record Asked(ScenarioDraft? Draft, IReadOnlyList<TableYears> Tables, IReadOnlyList<string> Partners)
{
    /// <summary>The quick answers, one an event.</summary>
    public IReadOnlyList<QuickAnswer> Quick { get; init; } = [];

    /// <summary>The bands; <see langword="null"/> where they have not been run.</summary>
    public ScenarioAnswer? Answer { get; init; }

    /// <summary>Why there are no figures; <see langword="null"/> where there are.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The run that is under way or was stopped; <see langword="null"/> where there is none.</summary>
    public Job? Open { get; init; }

    /// <summary>Whether this workbench can run it, and for this reader.</summary>
    public bool CanRun { get; init; }

    /// <summary>All that the address asks for.</summary>
    public static Asked Of(Scope scope, TableShelf tables, AnswerFolder answers, JobQueue jobs, CancellationToken cancel)
    {
        if (ScenarioDraft.Of(scope, tables) is not { } draft)
        {
            return new Asked(null, tables.For(scope), []);
        }

        IReadOnlyList<string> partners = InTable(scope, draft.Table);
        var asked = new Asked(draft, tables.For(scope), partners);
        if (draft.Events.Count == 0)
        {
            return asked;
        }

        try
        {
            IReadOnlyList<QuickAnswer> quick = QuickAnswer.Of(draft, partners, cancel);
            EnsembleDesign design = Supply.Supply.Ensemble(draft.Table, draft.Scenario, draft.Runs, (ulong)draft.Seed);
            string address = scope.Here();
            return asked with
            {
                Quick = quick,
                Answer = partners.Count == 0 ? null : answers.Find(ScenarioAnswer.Key(design, partners)),
                Open = scope.Reader.Owner ? jobs.All.FirstOrDefault(j => j.Kind == ScenarioJob.Kind && (j.IsOpen || j.State == JobState.Interrupted) && AddressOf(j) == address) : null,
                CanRun = scope.Reader.Owner && jobs.Works && partners.Count > 0,
            };
        }
        catch (FaultException e)
        {
            return asked with { Fault = e.Fault };
        }
    }

    /// <summary>The partners that the table has by themselves.</summary>
    public static IReadOnlyList<string> InTable(Scope scope, InputOutputTable table) => [.. scope.Partners.Where(p => table.Countries.Any(c => c.Code == p && !c.RestOfWorld))];

    private static string? AddressOf(Job job) => job.Settings.TryGetProperty("address", out System.Text.Json.JsonElement address) ? address.GetString() : null;
}
