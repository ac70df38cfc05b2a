namespace Linchpin.Supply.Warnings;

/// <summary>Sums and shares of an importer's flows by origin over a period.</summary>
/// <remarks>A share of value is of what the importer states for all origins, else of the origins added up. A share of weight is taken over the
/// months in which the weight of all origins is stated: customs authorities state it less often than the value.</remarks>
internal sealed record OriginShares(IReadOnlyList<OriginOfTrade> Origins, OriginOfTrade? World, double? NotNamed, Concentration? ByValue, Concentration? ByWeight)
{
    internal static OriginShares Of(IReadOnlyList<WatchedFlow> flows, int first, int last)
    {
        WatchedFlow? stated = flows.FirstOrDefault(f => f.Origin == TradeCodes.World);
        WatchedFlow[] named = [.. flows.Where(f => f.Origin != TradeCodes.World)];
        int[] all = [.. Enumerable.Range(first, last - first + 1)];
        int[] weighed = stated is null ? all : [.. all.Where(m => stated.Weight.At(m) is not null)];
        double value = Base(stated, named, f => f.Value, all);
        double weight = Base(stated, named, f => f.Weight, weighed);
        OriginOfTrade[] origins =
        [
            .. named.Select(f => Sum(f, all, weighed, value, weight)).Where(o => o.Months > 0 || o.Mirror is not null)
                .OrderBy(o => o.Kind == OriginKind.Home).ThenByDescending(o => o.Reported.Value ?? -1).ThenBy(o => o.Origin, StringComparer.Ordinal),
        ];
        OriginOfTrade? world = stated is not null ? Sum(stated, all, weighed, value, weight) : value > 0 ? Added(named, all, value, weight) : null;
        return new OriginShares(
            origins, world, world is null ? null : Math.Max(0, value - origins.Sum(o => o.Reported.Value ?? 0)),
            Concentrated(named, f => f.Value, all, value), Concentrated(named, f => f.Weight, weighed, weight));
    }

    internal static IEnumerable<int> Within(MonthlyAmounts series, int first, int last) => Enumerable.Range(first, last - first + 1).Where(series.HasRow);

    internal static OriginKind Kind(WatchedFlow flow) =>
        flow.Origin == TradeCodes.World ? OriginKind.World : flow.Origin == flow.Importer ? OriginKind.Home : OriginKind.Country;

    /// <summary>What shares are taken of: the stated total, but never less than the origins add up to.</summary>
    private static double Base(WatchedFlow? stated, IEnumerable<WatchedFlow> named, Func<WatchedFlow, MonthlyAmounts> of, int[] months) => Math.Max(
        stated is null ? 0 : months.Sum(m => of(stated).At(m) ?? 0), named.Sum(f => months.Sum(m => of(f).At(m) ?? 0)));

    private static Concentration? Concentrated(IReadOnlyList<WatchedFlow> named, Func<WatchedFlow, MonthlyAmounts> of, int[] months, double whole)
    {
        double Amount(WatchedFlow flow) => months.Sum(m => of(flow).At(m) ?? 0);
        double home = named.Where(f => Kind(f) == OriginKind.Home).Sum(Amount);
        double[] suppliers = [.. named.Where(f => Kind(f) == OriginKind.Country).Select(Amount)];
        return whole > 0 ? Concentration.Of(suppliers, home, Math.Max(0, whole - home - suppliers.Sum())) : null;
    }

    private static OriginOfTrade Sum(WatchedFlow flow, int[] all, int[] weighed, double value, double weight)
    {
        double? mine = Known(all.Select(flow.Value.At));
        TradeAmounts? mirror = flow.Other is { } other ? new TradeAmounts(Known(all.Select(other.Value.At)), Known(all.Select(other.Weight.At))) : null;
        return new OriginOfTrade(
            flow.Origin, Kind(flow), new TradeAmounts(mine, Known(all.Select(flow.Weight.At))), value > 0 ? mine / value : null,
            weight > 0 ? Known(weighed.Select(flow.Weight.At)) / weight : null, all.Count(flow.Value.HasRow), all.Count(m => flow.Weight.At(m) is not null), mirror,
            flow.Other is null ? 0 : all.Count(flow.Other.Value.HasRow));
    }

    private static OriginOfTrade Added(WatchedFlow[] named, int[] all, double value, double weight) => new(
        TradeCodes.World, OriginKind.World, new TradeAmounts(value, weight > 0 ? weight : null), 1, weight > 0 ? 1 : null,
        all.Count(m => named.Any(f => f.Value.HasRow(m))), all.Count(m => named.Any(f => f.Weight.At(m) is not null)), null, 0);

    private static double? Known(IEnumerable<double?> amounts)
    {
        double[] known = [.. amounts.OfType<double>()];
        return known.Length == 0 ? null : known.Sum();
    }
}
