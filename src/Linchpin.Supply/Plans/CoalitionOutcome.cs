using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Plans;

/// <summary>A coalition's best plan, or the conditions that leave it none.</summary>
internal sealed class CoalitionOutcome
{
    // Amounts under this part of the largest loss are the solver's rounding.
    private const double Nothing = 1e-10;

    private readonly PlanModel _model;
    private readonly Dictionary<(int Partner, int Sector), double> _extra = [];

    private CoalitionOutcome(PlanModel model, CoalitionProgramme programme, LinearSolution? solution, IReadOnlyList<string> impossible)
    {
        _model = model;
        Programme = programme;
        Impossible = impossible;
        if (solution is null)
        {
            return;
        }

        Burden = solution.Objective;
        double least = Nothing * model.Losses.Total.Max(t => t.Max());
        Deliveries = [.. programme.Deliveries.Select(d => (d.Delivery, solution.X[d.Column])).Where(d => d.Item2 > least)];
        Idle = [.. programme.Idle.GroupBy(i => (i.Partner, i.User), (k, g) => (k.Partner, k.User, g.Sum(i => solution.X[i.Column]))).Where(i => i.Item3 > Nothing)];
        Unserved = [.. programme.Unserved.Select(u => (u.Partner, u.Sector, solution.X[u.Column])).Where(u => u.Item3 > least)];
        foreach ((PlannedDelivery d, double amount) in Deliveries.Where(d => d.Delivery.Kind == PlannedKind.NewProduction))
        {
            foreach (int s in model.Losses.Affected)
            {
                _extra[(d.By, s)] = Extra(d.By, s) + (model.Required.Lost[d.By][s][d.Sector] * amount);
            }
        }
    }

    internal CoalitionProgramme Programme { get; }

    /// <summary>The conditions that cannot be met together, in words; empty where there is a plan.</summary>
    internal IReadOnlyList<string> Impossible { get; }

    /// <summary>What the members bear.</summary>
    internal double Burden { get; }

    internal IReadOnlyList<(PlannedDelivery Delivery, double Amount)> Deliveries { get; } = [];

    /// <summary>Part of an industry's output that is not made.</summary>
    internal IReadOnlyList<(int Partner, int User, double Share)> Idle { get; } = [];

    internal IReadOnlyList<(int Partner, int Sector, double Amount)> Unserved { get; } = [];

    /// <summary>Inputs being lost that a partner's new production calls for on top.</summary>
    internal double Extra(int partner, int sector) => _extra.GetValueOrDefault((partner, sector));

    internal double Covered(int partner, int sector) => Deliveries.Where(d => d.Delivery.To == partner && d.Delivery.Sector == sector).Sum(d => d.Amount);

    internal double Uncovered(int partner, int sector)
    {
        double need = _model.Losses.Total[partner][sector] + Extra(partner, sector);
        double left = need - Covered(partner, sector);
        return left > 1e-9 * need ? left : 0;
    }

    internal static CoalitionOutcome Of(PlanModel model, IReadOnlyList<int> members, IReadOnlyList<PlanCondition> conditions, CancellationToken cancel)
    {
        var programme = new CoalitionProgramme(model, members, conditions);
        bool native = model.Settings.NativeSolver;
        LinearSolution solution = LinearSolver.Solve(programme.Programme, native, cancel);
        return solution.Status switch
        {
            LinearStatus.Optimal => new CoalitionOutcome(model, programme, solution, []),
            LinearStatus.Infeasible => new CoalitionOutcome(model, programme, null, Conflict(model, members, [.. conditions.Where(c => members.Contains(c.Partner))], cancel)),
            _ => throw SupplyFaults.PlanUnsolved.Because($"The programme of {string.Join(',', members.Select(model.Code))} ended as {solution.Status}."),
        };
    }

    internal PartnerBurden BurdenOf(int partner)
    {
        if (Impossible.Count > 0)
        {
            return new PartnerBurden(_model.Code(partner), 0, 0, 0, 0, null, 0, 0, 0, 0, string.Join("; ", Impossible));
        }

        double risk = Idle.Where(i => i.Partner == partner).Sum(i => i.Share * _model.ValueAdded[partner][i.User]);
        double unserved = Unserved.Where(u => u.Partner == partner).Sum(u => u.Amount);
        double cost = Deliveries.Where(d => d.Delivery.To == partner).Sum(d => d.Amount * d.Delivery.Premium);
        double all = _model.ValueAdded[partner].Sum();
        PlanSettings settings = _model.Settings;
        return new PartnerBurden(
            _model.Code(partner),
            _model.Losses.Total[partner].Sum(),
            Deliveries.Where(d => d.Delivery.To == partner).Sum(d => d.Amount),
            _model.Losses.Affected.Sum(s => Uncovered(partner, s)),
            risk,
            all > 0 ? 100 * risk / all : null,
            unserved,
            cost,
            (settings.HarmWeight * (risk + (settings.FinalWeight * unserved))) + cost,
            Deliveries.Where(d => d.Delivery.By == partner && d.Delivery.To != partner).Sum(d => d.Amount),
            null);
    }

    /// <summary>Conditions that cannot be met together, none of them to be spared: each is taken away in turn and put back where the rest can then be met.</summary>
    private static IReadOnlyList<string> Conflict(PlanModel model, IReadOnlyList<int> members, List<PlanCondition> conditions, CancellationToken cancel)
    {
        var kept = new List<PlanCondition>(conditions);
        foreach (PlanCondition one in conditions)
        {
            PlanCondition[] rest = [.. kept.Where(c => c != one)];
            if (LinearSolver.Least(new CoalitionProgramme(model, members, rest).Programme, native: false, cancel).Status == LinearStatus.Infeasible)
            {
                kept.Remove(one);
            }
        }

        return kept.Count > 0 ? [.. kept.Select(c => c.Words)]
            : throw SupplyFaults.PlanUnsolved.Because($"The programme of {string.Join(',', members.Select(model.Code))} has no solution though no condition forbids one.");
    }
}
