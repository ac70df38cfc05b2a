namespace Linchpin.Supply.Plans;

/// <summary>A coalition's plan told by names.</summary>
internal static class PlanReport
{
    internal static IReadOnlyList<LostInput> Lost(PlanModel model) =>
    [
        .. from q in Enumerable.Range(0, model.Partners.Length)
           from s in model.Losses.Affected
           from o in Origins(model, q, s)
           let use = model.Losses.UseADay[q][s] * model.Days
           select new LostInput(model.Code(q), Sector(model, s), model.Table.Countries[o].Code, model.Losses.ByOrigin[q][s][o], use > 0 ? model.Losses.ByOrigin[q][s][o] / use : null),
    ];

    internal static IReadOnlyList<Replacement> Replacements(PlanModel model, CoalitionOutcome plan) =>
    [
        .. plan.Deliveries.OrderBy(d => d.Delivery.Sector).ThenBy(d => d.Delivery.To).ThenBy(d => d.Delivery.Kind).ThenBy(d => d.Delivery.By).Select(d =>
        {
            (PlannedDelivery way, double amount) = d;
            bool made = way.Kind == PlannedKind.NewProduction;
            bool stock = way.Kind == PlannedKind.Stock;
            return new Replacement(
                way.Kind, Sector(model, way.Sector), string.Join(',', Origins(model, way.To, way.Sector).Select(o => model.Table.Countries[o].Code)),
                model.Code(way.By), model.Code(way.To), amount,
                made && model.Spare[way.By][way.Sector] > 0 ? amount * model.Required.Own[way.By][way.Sector][way.Sector] / model.Spare[way.By][way.Sector] : null,
                stock ? null : amount / model.Output[way.By][way.Sector],
                stock || model.Exports[way.By][way.Sector] <= 0 ? null : amount / model.Exports[way.By][way.Sector],
                amount * way.Premium);
        }),
    ];

    internal static IReadOnlyList<UncoveredInput> Uncovered(PlanModel model, CoalitionOutcome plan) =>
    [
        .. from q in Enumerable.Range(0, model.Partners.Length)
           from s in model.Losses.Affected
           let amount = plan.Uncovered(q, s)
           where amount > 0
           select new UncoveredInput(
               model.Code(q), Sector(model, s), amount, model.Losses.Total[q][s] + plan.Extra(q, s), plan.Unserved.Where(u => u.Partner == q && u.Sector == s).Sum(u => u.Amount)),
    ];

    internal static IReadOnlyList<IndustryAtRisk> AtRisk(PlanModel model, CoalitionOutcome plan) =>
    [
        .. plan.Idle.Select(i => new IndustryAtRisk(model.Code(i.Partner), Sector(model, i.User), i.Share, i.Share * model.ValueAdded[i.Partner][i.User]))
            .OrderByDescending(i => i.ValueAdded).ThenBy(i => i.Partner, StringComparer.Ordinal).ThenBy(i => i.Sector, StringComparer.Ordinal),
    ];

    /// <summary>Countries whose deliveries are lost, the largest loss first.</summary>
    private static IEnumerable<int> Origins(PlanModel model, int q, int s) =>
        Enumerable.Range(0, model.Table.Countries.Count).Where(o => model.Losses.ByOrigin[q][s][o] > 0).OrderByDescending(o => model.Losses.ByOrigin[q][s][o]).ThenBy(o => o);

    private static string Sector(PlanModel model, int s) => model.Table.Sectors[s].Code;
}
