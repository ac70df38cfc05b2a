using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>The simulation with a plan's deliveries: the same run three times, without, with the plans of each alone, with the joint plan.</summary>
internal static class PlanSimulation
{
    /// <summary>Value added lost by partner; <see langword="null"/> in compatible mode, which is for comparison and takes no plans.</summary>
    internal static ResponseDynamics? Of(
        PlanModel model, Scenario scenario, IReadOnlyList<CoalitionOutcome> alone, CoalitionOutcome together, IProgress<string>? progress, CancellationToken cancel)
    {
        if (scenario.Settings.Mode != ModelMode.Corrected || alone.Any(a => a.Impossible.Count > 0))
        {
            return null;
        }

        Simulation[] runs = [Run([], "without a response"), Run(alone, "with each alone"), Run([together], "with all together")];
        return new ResponseDynamics(
            [.. model.Partners.Select(c => Loss(runs.Select(r => r.Regions[c])))],
            Loss(runs.Select(r => r.World)));

        Simulation Run(IReadOnlyList<CoalitionOutcome> plans, string what)
        {
            progress?.Report("simulation " + what);
            return SimulationRunner.Run(model.Table, scenario, null, cancel, plans.Count == 0 ? null
                : new PlannedResponse(model.Losses.First, [.. plans.SelectMany(p => Shipments(model, p))], [.. plans.SelectMany(p => Withdrawn(model, p))]));
        }
    }

    /// <summary>Redirected exports are withdrawn from third countries: a ban of their part for the window.</summary>
    private static IEnumerable<ScenarioEvent> Withdrawn(PlanModel model, CoalitionOutcome plan)
    {
        string third = string.Join(',', model.Table.Countries.Select((c, k) => (c.Code, k)).Where(c => !model.Partners.Contains(c.k)).Select(c => c.Code));
        foreach (var sender in plan.Deliveries.Where(d => d.Delivery.Kind == PlannedKind.RedirectedExport).GroupBy(d => (d.Delivery.By, d.Delivery.Sector)))
        {
            (int by, int sector) = sender.Key;
            double share = sender.Sum(d => d.Amount) / model.ExportsOutside[by][sector];
            yield return new ScenarioEvent(EventKind.ExportBan, $"{model.Code(by)}:{model.Table.Sectors[sector].Code}", Math.Min(1, share), model.Losses.First, model.Days, To: third);
        }
    }

    private static SimulatedLoss Loss(IEnumerable<LossSeries> series)
    {
        LossSeries[] s = [.. series];
        return new SimulatedLoss(s[0].Region, s[0].ValueAdded.Sum(), s[1].ValueAdded.Sum(), s[2].ValueAdded.Sum());
    }

    private static IEnumerable<PlannedShipment> Shipments(PlanModel model, CoalitionOutcome plan)
    {
        foreach ((PlannedDelivery d, double amount) in plan.Deliveries)
        {
            double[] days = d.Kind == PlannedKind.NewProduction ? StockBridge.Ramp(model, d.By, d.Sector) : [.. Enumerable.Repeat(1.0 / model.Days, model.Days)];
            yield return new PlannedShipment(
                d.Kind == PlannedKind.Stock ? null : model.Industry(d.By, d.Sector),
                d.Sector,
                [.. days.Select(p => p * amount)],
                d.Kind != PlannedKind.NewProduction ? []
                    : [.. Enumerable.Range(0, model.Sectors).Select(i => (model.Industry(d.By, i), model.Required.Own[d.By][i][d.Sector])).Where(c => c.Item2 > 0)],
                Users(model, plan, d.To, d.Sector));
        }
    }

    /// <summary>The parts in which the receiver's users get an input: what each lost less what the plan lets it bear. Final demand gets the rest.</summary>
    private static IReadOnlyList<(int Industry, double Share)> Users(PlanModel model, CoalitionOutcome plan, int q, int s)
    {
        LostDeliveries losses = model.Losses;
        double[] bears = [.. Enumerable.Range(0, model.Sectors).Select(j =>
            Math.Min(losses.OfUser[q][s][j], losses.UseOfUser[q][s][j] * plan.Idle.Where(i => i.Partner == q && i.User == j).Sum(i => i.Share)))];
        double served = losses.Final[q][s] - plan.Unserved.Where(u => u.Partner == q && u.Sector == s).Sum(u => u.Amount);

        // An industry idle for another input may bear more of this one than the plan asks it to: all bear the same part of what they could.
        double missing = Math.Max(0, plan.Uncovered(q, s) - (losses.Final[q][s] - served) - losses.Harmless[q][s]);
        double part = bears.Sum() > 0 ? Math.Min(1, missing / bears.Sum()) : 0;
        double[] gets = [.. bears.Select((b, j) => Math.Max(0, losses.OfUser[q][s][j] - (part * b)))];
        double all = gets.Sum() + Math.Max(0, served);
        return all <= 0 ? [] : [.. gets.Select((g, j) => (model.Industry(q, j), g / all)).Where(g => g.Item2 > 0)];
    }
}
