using System.Text;
using Linchpin.Claims;
using Linchpin.Ensembles;
using Linchpin.Supply;
using Linchpin.Workbench.Documents;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>A scenario to be run, whole in itself: a restarted workbench needs no more than this.</summary>
/// <param name="Address">The builder's address, where the figures are shown.</param>
/// <param name="Table">The table's id.</param>
/// <param name="Year">Its year.</param>
/// <param name="Scenario">The scenario as a file.</param>
/// <param name="Partners">The partners, in their order.</param>
/// <param name="Runs">Runs of the bands.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Freeze">The label to store the result under; <see langword="null"/> where it is not to be stored.</param>
internal sealed record ScenarioAsked(string Address, string Table, int Year, string Scenario, IReadOnlyList<string> Partners, int Runs, int Seed, LabelFields? Freeze);

/// <summary>Runs a scenario: the ensemble in ranges of 24 runs, then the plan of the partners; on request stores both as claims.</summary>
/// <remarks>Each finished range is on the disk before the next begins, so a job that was killed goes on where it was and comes to the same bits.</remarks>
internal sealed class ScenarioJob(WorkbenchSettings settings, TableShelf tables, AnswerFolder answers) : IJobKind
{
    /// <summary>The kind's name.</summary>
    public const string Kind = "scenario";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Task<string?> Run(JobRun run)
    {
        ScenarioAsked asked = run.Settings<ScenarioAsked>();
        InputOutputTable table = tables.Open(asked.Table, asked.Year);
        Scenario scenario = Scenario.Parse(Encoding.UTF8.GetBytes(asked.Scenario), ScenarioDraft.Titled(new Scenario("", new ScenarioSettings(), [])));
        EnsembleDesign design = Supply.Supply.Ensemble(table, scenario, asked.Runs, (ulong)asked.Seed);
        string key = ScenarioAnswer.Key(design, asked.Partners);
        string folder = answers.Of(key) ?? throw WorkbenchFaults.JobsElsewhere.Because("This workbench was started without a home.");
        var ranges = new RangeFolder(folder, design, _ => { });
        (int First, int Count)[] all = [.. design.Ranges()];
        var done = new List<EnsembleRange>();

        // The plan is one more step.
        run.Report(0, all.Length + 1);
        foreach ((int first, int count) in all)
        {
            run.Cancel.ThrowIfCancellationRequested();
            EnsembleRange? range = ranges.Kept(first, count);
            if (range is null)
            {
                range = design.Run(first, count, run.Cancel);
                ranges.Keep(range);
            }

            done.Add(range);
            run.Report(done.Count, new JobSaid("job-said.runs", Layout.Numbers.Count(first + count), Layout.Numbers.Count(asked.Runs)));
        }

        Ensemble ensemble = design.Result(done);
        (ResponsePlan? plan, string? why) = Plan(table, scenario, asked, run.Cancel);
        run.Report(all.Length + 1);
        answers.Keep(key, ScenarioAnswer.Of(ensemble, plan, why, asked.Partners));
        return Task.FromResult<string?>(asked.Freeze is { } label ? Freeze(ensemble, plan, label.ToHandling(settings.Ledger.Owner), run.Cancel) : asked.Address);
    }

    private static (ResponsePlan? Plan, string? Why) Plan(InputOutputTable table, Scenario scenario, ScenarioAsked asked, CancellationToken cancel)
    {
        try
        {
            ResponsePlan plan = Supply.Supply.Plan(table, scenario, string.Join(',', asked.Partners), cancel: cancel);
            return plan.Days > 0 ? (plan, null) : (null, "No partner loses a delivery.");
        }
        catch (FaultException e) when (e.Fault.Kind.Exit != Exit.Store)
        {
            return (null, $"{e.Fault.Cause} {e.Fault.Remedy}");
        }
    }

    private string Freeze(Ensemble ensemble, ResponsePlan? plan, Handling label, CancellationToken cancel)
    {
        Deposit bands = Supply.Supply.Publish(ensemble, label);
        settings.Ledger.Append(bands, cancel);
        if (plan is not null)
        {
            settings.Ledger.Append(Supply.Supply.Publish(plan, label), cancel);
        }

        return Layout.Address.Of(bands.Claims.Select(c => c.Subject).First(s => s.Kind == "scenario"));
    }
}
