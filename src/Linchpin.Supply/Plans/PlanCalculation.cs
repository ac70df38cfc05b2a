using System.Numerics;
using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Plans;

/// <summary>Makes a plan: the programme of every group of partners that is wanted, what the whole group does, and what the difference is worth.</summary>
internal sealed class PlanCalculation
{
    private readonly PlanModel _model;
    private readonly Scenario _scenario;
    private readonly IReadOnlyList<PlanCondition> _conditions;
    private readonly IProgress<string>? _progress;
    private readonly CancellationToken _cancel;
    private readonly int _n;

    internal PlanCalculation(InputOutputTable table, Scenario scenario, IReadOnlyList<int> partners, PlanSettings settings, IProgress<string>? progress, CancellationToken cancel)
    {
        _scenario = scenario;
        _progress = progress;
        _cancel = cancel;
        _n = partners.Count;
        _conditions = PlanCondition.Of(table, partners, settings);
        _model = new PlanModel(table, scenario, partners, settings, cancel);
    }

    internal ResponsePlan Run()
    {
        int all = (1 << _n) - 1;
        int[] groups = _n <= ShapleyValue.MostPlayers ? [.. Enumerable.Range(1, all)] : [.. Enumerable.Range(0, _n).Select(p => 1 << p), all];
        Dictionary<int, CoalitionOutcome> outcomes = Solve([.. groups.Distinct()]);
        CoalitionOutcome together = outcomes[all];
        if (together.Impossible.Count > 0)
        {
            throw SupplyFaults.PlanInfeasible.Because($"{string.Join(',', Enumerable.Range(0, _n).Select(_model.Code))} together cannot meet: {string.Join("; ", together.Impossible)}.");
        }

        CoalitionOutcome[] alone = [.. Enumerable.Range(0, _n).Select(p => outcomes[1 << p])];
        double? gain = alone.Any(a => a.Impossible.Count > 0) ? null : alone.Sum(a => a.Burden) - together.Burden;
        return new ResponsePlan(
            _model.Table, _scenario, _model.Settings,
            [.. Enumerable.Range(0, _n).Select(_model.Code)],
            _model.Losses.First, _model.Days,
            PlanReport.Lost(_model),
            PlanReport.Replacements(_model, together),
            PlanReport.Uncovered(_model, together),
            PlanReport.AtRisk(_model, together),
            StockBridge.Of(_model, together, _scenario.Settings),
            [.. alone.Select((a, p) => a.BurdenOf(p))],
            [.. Enumerable.Range(0, _n).Select(together.BurdenOf)],
            [.. outcomes.OrderBy(o => BitOperations.PopCount((uint)o.Key)).ThenBy(o => o.Key).Select(o =>
                new CoalitionBurden([.. o.Value.Programme.Members.Select(_model.Code)], o.Value.Impossible.Count > 0 ? null : o.Value.Burden))],
            gain,
            Shares(outcomes),
            Prices(together),
            _model.Days == 0 || !_model.Settings.Simulate ? null : PlanSimulation.Of(_model, _scenario, alone, together, _progress, _cancel),
            _model.Settings.NativeSolver && ClpLibrary.Version is { } version ? $"COIN-OR Clp {version}, finished by the built-in simplex" : "built-in simplex",
            _model.NotCounted,
            _model.LeftOut);
    }

    private Dictionary<int, CoalitionOutcome> Solve(int[] groups)
    {
        var outcomes = new CoalitionOutcome[groups.Length];
        int done = 0;

        // The whole group is the longest, so it begins first.
        Parallel.For(0, groups.Length, new ParallelOptions { CancellationToken = _cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, k =>
        {
            int at = groups.Length - 1 - k;
            outcomes[at] = CoalitionOutcome.Of(_model, [.. Enumerable.Range(0, _n).Where(p => (groups[at] & (1 << p)) != 0)], _conditions, _cancel);
            int now = Interlocked.Increment(ref done);
            if (now % 8 == 0 || now == groups.Length)
            {
                _progress?.Report(FormattableString.Invariant($"plans of {now} of {groups.Length} groups of partners"));
            }
        });
        return groups.Zip(outcomes).ToDictionary(g => g.First, g => g.Second);
    }

    /// <summary>The gain of a group is what its members bear alone less what they bear together.</summary>
    private IReadOnlyList<double?> Shares(Dictionary<int, CoalitionOutcome> outcomes)
    {
        if (_n > ShapleyValue.MostPlayers || outcomes.Values.Any(o => o.Impossible.Count > 0))
        {
            return [.. Enumerable.Range(0, _n).Select(_ => (double?)null)];
        }

        double[] gain = new double[1 << _n];
        foreach ((int group, CoalitionOutcome outcome) in outcomes)
        {
            gain[group] = Enumerable.Range(0, _n).Where(p => (group & (1 << p)) != 0).Sum(p => outcomes[1 << p].Burden) - outcome.Burden;
        }

        return [.. ShapleyValue.Of(gain).Select(g => (double?)g)];
    }

    private IReadOnlyList<ShadowPrice> Prices(CoalitionOutcome together)
    {
        CoalitionProgramme programme = together.Programme;
        if (programme.Programme.Columns == 0)
        {
            return [];
        }

        LinearSolution raised = LinearSolver.Least(programme.Raised(), _model.Settings.NativeSolver, _cancel);
        return
        [
            .. programme.Limits.Select(l => new ShadowPrice(
                    l.Redirected ? PlannedKind.RedirectedExport : PlannedKind.NewProduction, _model.Code(l.Partner), _model.Table.Sectors[l.Sector].Code,
                    -raised.Price[l.Row], l.Redirected ? _model.Redirectable[l.Partner][l.Sector] : _model.Spare[l.Partner][l.Sector]))
                .Where(p => p.Worth > 1e-9).OrderByDescending(p => p.Worth * p.Limit).ThenBy(p => p.Partner, StringComparer.Ordinal).ThenBy(p => p.Sector, StringComparer.Ordinal).ThenBy(p => p.Kind),
        ];
    }
}
