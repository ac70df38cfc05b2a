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

        bool own = all.Any(f => !f.Mirrored && Within(f.Value, first, last).Any());
        WatchedFlow[] used = [.. all.Where(f => f.Mirrored != own)];
        WatchedFlow? stated = used.FirstOrDefault(f => f.Origin == TradeCodes.World);
        WatchedFlow[] countries = [.. used.Where(f => f.Origin != TradeCodes.World)];
        OriginOfTrade[] origins = [.. countries.Select(f => Sum(f, stated, countries, first, last)).Where(o => o.Months > 0 || o.Mirror is not null)
            .OrderByDescending(o => o.Reported.Value ?? -1).ThenBy(o => o.Origin, StringComparer.Ordinal)];
        OriginOfTrade? world = stated is null ? Added(countries, first, last) : Sum(stated, null, [], first, last);
        TradeDataset[] datasets = [.. all.SelectMany(f => new[] { f.Dataset, f.Other?.Dataset }).OfType<TradeDataset>().Distinct().OrderBy(d => d.File, StringComparer.Ordinal)];
        WatchResult result = TradeWatch.Run(all, settings, MonthNumber.Date(last), Currency(datasets), cancel);
        return new TradeReport(
            product, null, buyer, MonthNumber.Date(first), MonthNumber.Date(last), own, datasets, origins, world, NotNamed(world, origins),
            Concentration(origins, world), WatchRequest.Ranked(result.Warnings, first), NotRaised(result, first), NotWatched(result, first, last), settings)
        {
            Months = [.. used.SelectMany(f => Months(f, first, last))],
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

    private static OriginOfTrade Sum(WatchedFlow flow, WatchedFlow? stated, IReadOnlyList<WatchedFlow> countries, int first, int last)
    {
        int[] months = [.. Within(flow.Value, first, last)];
        double? value = Known(months.Select(flow.Value.At));
        double whole = stated is not null ? Within(stated.Value, first, last).Sum(m => stated.Value.At(m) ?? 0) : countries.Sum(f => Within(f.Value, first, last).Sum(m => f.Value.At(m) ?? 0));
        int[] weighed = stated is null ? [.. Enumerable.Range(first, last - first + 1)] : [.. Within(stated.Weight, first, last).Where(m => stated.Weight.At(m) is not null)];
        double wholeWeight = stated is not null ? weighed.Sum(m => stated.Weight.At(m)!.Value) : countries.Sum(f => weighed.Sum(m => f.Weight.At(m) ?? 0));
        double? weightThen = Known(weighed.Select(flow.Weight.At));
        TradeAmounts? mirror = flow.Other is not { } other ? null : new TradeAmounts(Known(Within(other.Value, first, last).Select(other.Value.At)), Known(Within(other.Weight, first, last).Select(other.Weight.At)));
        return new OriginOfTrade(
            flow.Origin, flow.Origin == TradeCodes.World ? OriginKind.World : OriginKind.Country, new TradeAmounts(value, Known(months.Select(flow.Weight.At))),
            whole > 0 ? value / whole : null, wholeWeight > 0 ? weightThen / wholeWeight : null, months.Length, months.Count(m => flow.Weight.At(m) is not null), mirror);
    }

    private static OriginOfTrade? Added(IReadOnlyList<WatchedFlow> countries, int first, int last)
    {
        double? value = Known(countries.SelectMany(f => Within(f.Value, first, last).Select(f.Value.At)));
        double? weight = Known(countries.SelectMany(f => Within(f.Weight, first, last).Select(f.Weight.At)));
        return value is null ? null : new OriginOfTrade(
            TradeCodes.World, OriginKind.World, new TradeAmounts(value, weight), 1, weight is null ? null : 1, countries.SelectMany(f => Within(f.Value, first, last)).Distinct().Count(),
            countries.SelectMany(f => Within(f.Weight, first, last).Where(m => f.Weight.At(m) is not null)).Distinct().Count(), null);
    }

    private static TradeAmounts NotNamed(OriginOfTrade? world, IReadOnlyList<OriginOfTrade> origins) => new(
        world?.Reported.Value is { } value ? Math.Max(0, value - origins.Sum(o => o.Reported.Value ?? 0)) : null, null);

    private static TradeConcentration? Concentration(IReadOnlyList<OriginOfTrade> origins, OriginOfTrade? world)
    {
        double[] shares = [.. origins.Select(o => o.Share).OfType<double>()];
        if (shares.Length == 0 || world is null)
        {
            return null;
        }

        double named = shares.Sum();
        double hhi = shares.Sum(s => s * s);
        double rest = Math.Max(0, 1 - named);
        return new TradeConcentration(hhi, hhi + (rest * rest), origins[0].Origin, shares[0], 1 / hhi);
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
        .. result.Flows.Where(f => !f.Flow.Aggregate && !Enumerable.Range(first, last - first + 1).Any(m => f.WhyNot(m) is null))
            .Select(f => new NotWatched(f.Flow.Product, f.Flow.Importer, f.Flow.Origin, f.WhyNot(last)!)),
    ];

    private static IEnumerable<TradeMonth> Months(WatchedFlow flow, int first, int last) => Enumerable.Range(first, last - first + 1).Select(m => new TradeMonth(
        MonthNumber.Date(m), flow.Origin, flow.Origin == TradeCodes.World ? OriginKind.World : OriginKind.Country,
        new TradeAmounts(flow.Value.At(m), flow.Weight.At(m)), new TradeAmounts(flow.Other?.Value.At(m), flow.Other?.Weight.At(m))));

    private static IEnumerable<int> Within(MonthlyAmounts series, int first, int last) => Enumerable.Range(first, last - first + 1).Where(series.HasRow);

    private static double? Known(IEnumerable<double?> amounts)
    {
        double[] known = [.. amounts.OfType<double>()];
        return known.Length == 0 ? null : known.Sum();
    }
}
