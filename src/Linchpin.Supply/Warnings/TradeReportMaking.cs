using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Puts shares, concentration and warnings of one importer and product together.</summary>
internal sealed class TradeReportMaking(ProductTrade trade, string product, string importer, WarningSettings settings, CancellationToken cancel)
{
    internal TradeReport Make(PartialDate? from, PartialDate? to)
    {
        (int first, int last) = WatchRequest.Period(trade, [product], from, to);
        string buyer = WatchRequest.Importer(trade, importer);
        IReadOnlyList<WatchedFlow> all = new FlowBuilding(trade, product, last, new PairCoverage(trade, trade.Products, last)).Of(buyer);
        if (all.Count == 0)
        {
            throw SupplyFaults.NoMonthlyTrade.Because($"There is no month of {product} to {buyer} up to {MonthNumber.Date(last)}.");
        }

        bool own = all.Any(f => !f.Mirrored && OriginShares.Within(f.Value, first, last).Any());
        WatchedFlow[] used = [.. all.Where(f => f.Mirrored != own)];
        OriginShares shares = OriginShares.Of(used, first, last);
        TradeDataset[] datasets = [.. all.SelectMany(f => new[] { f.Dataset, f.Other?.Dataset }).OfType<TradeDataset>().Distinct().OrderBy(d => d.File, StringComparer.Ordinal)];
        WatchResult result = TradeWatch.Run(all, settings, MonthNumber.Date(last), Currency(datasets), cancel);
        return new TradeReport(
            product, null, buyer, MonthNumber.Date(first), MonthNumber.Date(last), own, datasets, shares.Origins, shares.World, shares.NotNamed, shares.ByValue,
            shares.ByWeight, WatchRequest.Ranked(result.Warnings, first), NotRaised(result, first), NotWatched(result, first, last), settings)
        {
            Months = [.. used.SelectMany(f => Months(f, first, last))],
            Reported = used.Select(f => f.Dataset).OfType<TradeDataset>().GroupBy(d => d).OrderByDescending(d => d.Count()).ThenBy(d => d.Key.File, StringComparer.Ordinal).Select(d => d.Key).FirstOrDefault() ?? datasets[0],
            Currency = Currency(datasets),
            Prices = datasets[0].Value?.Prices ?? "unknown",
        };
    }

    internal static string Currency(IReadOnlyList<TradeDataset> datasets)
    {
        string[] units = [.. datasets.Select(d => d.Value?.Unit).OfType<string>().Distinct()];
        return units.Length switch
        {
            1 => units[0],
            0 => "no value",
            _ => throw SupplyFaults.UnitsMixed.Because($"Values are in {string.Join(" and ", units)}.", string.Join(", ", datasets.Select(d => d.File))),
        };
    }

    private static NotRaised[] NotRaised(WatchResult result, int first)
    {
        Dictionary<WatchedFlow, FlowTests> flows = result.Flows.ToDictionary(f => f.Flow);
        return
        [
            .. result.Tests.Where(t => t.Month >= first)
                .GroupBy(t => (t.Flow, t.Kind, t.Measure))
                .Where(g => !g.Any(result.Raised.Contains))
                .Select(g => g.MinBy(t => t.Probability)!)
                .Select(t => new NotRaised(
                    t.Flow.Product, t.Flow.Importer, t.Flow.Origin, t.Kind, t.Measure, MonthNumber.Date(t.Month), t.Expected, t.Seen, t.Z, t.Probability, t.Q,
                    TradeWatch.WhyNotRaised(flows[t.Flow], t, result.Settings) ?? "")),
        ];
    }

    private static NotWatched[] NotWatched(WatchResult result, int first, int last) =>
    [
        .. result.Flows.Where(f => f.Flow is { Aggregate: false } && f.Flow.Origin != f.Flow.Importer && !Enumerable.Range(first, last - first + 1).Any(m => f.WhyNot(m) is null))
            .Select(f => new NotWatched(f.Flow.Product, f.Flow.Importer, f.Flow.Origin, f.WhyNot(last)!)),
    ];

    private static IEnumerable<TradeMonth> Months(WatchedFlow flow, int first, int last) => Enumerable.Range(first, last - first + 1).Select(m => new TradeMonth(
        MonthNumber.Date(m), flow.Origin, OriginShares.Kind(flow),
        new TradeAmounts(flow.Value.At(m), flow.Weight.At(m)), new TradeAmounts(flow.Other?.Value.At(m), flow.Other?.Weight.At(m))));
}
