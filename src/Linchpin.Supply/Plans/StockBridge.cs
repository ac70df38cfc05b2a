namespace Linchpin.Supply.Plans;

/// <summary>The stock of each input that carries a partner over: the most by which losses run ahead of the plan's deliveries on any day.</summary>
/// <remarks>
/// <para><b>Equation:</b> amount = max over t of the sum over days up to t of lost(t) + called for(t) - delivered(t). New production is spread over the window as
/// the maker's spare capacity comes about, redirected exports evenly; stock that the plan uses is part of the amount.</para>
/// </remarks>
internal static class StockBridge
{
    internal static IReadOnlyList<StockpileNeed> Of(PlanModel model, CoalitionOutcome plan, ScenarioSettings settings)
    {
        var needs = new List<StockpileNeed>();
        for (int q = 0; q < model.Partners.Length; q++)
        {
            foreach (int s in model.Losses.Affected.Where(s => model.Losses.Total[q][s] > 0))
            {
                double gap = 0;
                double most = 0;
                double[] net = Net(model, plan, q, s);
                foreach (double day in net)
                {
                    gap += day;
                    most = Math.Max(most, gap);
                }

                double use = model.Losses.UseADay[q][s];
                if (most > 1e-9 * model.Losses.Total[q][s] && use > 0)
                {
                    needs.Add(new StockpileNeed(model.Code(q), model.Table.Sectors[s].Code, most / use, most, most - Math.Max(0, gap), settings.InventoryDays));
                }
            }
        }

        return needs;
    }

    /// <summary>The share of a maker's new production that falls on each day of the window.</summary>
    internal static double[] Ramp(PlanModel model, int maker, int sector)
    {
        double[] days = [.. Enumerable.Range(model.Losses.First, model.Days).Select(t => model.SpareOn(maker, sector, t))];
        double whole = days.Sum();
        return [.. days.Select(d => whole > 0 ? d / whole : 1.0 / model.Days)];
    }

    private static double[] Net(PlanModel model, CoalitionOutcome plan, int q, int s)
    {
        double[] net = [.. model.Losses.ByDay[q][s]];
        foreach ((PlannedDelivery d, double amount) in plan.Deliveries.Where(d => d.Delivery.Kind != PlannedKind.Stock))
        {
            double[]? ramp = d.Kind == PlannedKind.NewProduction ? Ramp(model, d.By, d.Sector) : null;
            double called = ramp is not null && d.By == q ? model.Required.Lost[q][s][d.Sector] : 0;
            double delivered = d.To == q && d.Sector == s ? 1 : 0;
            for (int t = 0; t < net.Length && (called > 0 || delivered > 0); t++)
            {
                net[t] += amount * (ramp?[t] ?? (1.0 / model.Days)) * (called - delivered);
            }
        }

        return net;
    }
}
