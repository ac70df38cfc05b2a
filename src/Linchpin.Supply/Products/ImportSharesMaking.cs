namespace Linchpin.Supply.Products;

/// <summary>Adds up series to shares by origin.</summary>
internal static class ImportSharesMaking
{
    /// <summary>Shares of one dataset from its series of one product and importer; <see langword="null"/> where it has no complete side: what single
    /// exporters report says nothing of the others.</summary>
    internal static ImportShares? Make(IReadOnlyList<TradeSeries> series, bool byWeight)
    {
        TradeSide side = series.Any(s => s.ReportedBy == TradeSide.Importer) ? TradeSide.Importer : TradeSide.Reconciled;
        TradeSeries[] own = [.. series.Where(s => s.ReportedBy == side)];
        if (own.Length == 0)
        {
            return null;
        }

        double? world = own.FirstOrDefault(s => s.OriginKind == OriginKind.World) is { } line ? Sum(line, byWeight).Amount : null;
        double unspecified = own.Where(s => s.OriginKind == OriginKind.Unspecified).Sum(s => Sum(s, byWeight).Amount ?? 0);
        (TradeSeries Series, double Amount, int Periods)[] origins =
        [
            .. own.Where(s => s.OriginKind is OriginKind.Country or OriginKind.Home).Select(s => (Series: s, Sum: Sum(s, byWeight)))
                .Where(s => s.Sum.Amount is not null).Select(s => (s.Series, s.Sum.Amount!.Value, s.Sum.Periods))
                .OrderBy(s => s.Series.OriginKind == OriginKind.Home).ThenByDescending(s => s.Value).ThenBy(s => s.Series.Origin, StringComparer.Ordinal),
        ];
        if (origins.Length == 0)
        {
            return null;
        }

        double home = origins.Where(o => o.Series.OriginKind == OriginKind.Home).Sum(o => o.Amount);
        double named = origins.Sum(o => o.Amount);
        double rest = world is { } w ? Math.Max(0, w - named - unspecified) : 0;
        Concentration concentration = Concentration.Of(origins.Where(o => o.Series.OriginKind == OriginKind.Country).Select(o => o.Amount), home, unspecified + rest);
        TradeSeries first = own[0];
        IndicatorColumn? measure = first.Dataset.Descriptor.Measures.FirstOrDefault(m => m.Meaning == (byWeight ? "weight" : "value"));
        return new ImportShares(
            first.Dataset,
            first.Product,
            first.Importer,
            side,
            byWeight ? "weight" : "value",
            measure?.Unit ?? "",
            first.Points[0].Period,
            first.Points[^1].Period,
            first.Points.Count,
            [
                .. origins.Select(o => new OriginShare(
                    o.Series.Origin, o.Series.OriginKind, o.Amount, concentration.Total > 0 ? o.Amount / concentration.Total : null, o.Periods, Mirror(series, o.Series.Origin, byWeight))),
            ],
            world,
            unspecified,
            concentration,
            world is > 0 && named + unspecified > world ? (named + unspecified - world) / world : null);
    }

    private static double? Mirror(IReadOnlyList<TradeSeries> series, string origin, bool byWeight) =>
        series.FirstOrDefault(s => s.ReportedBy == TradeSide.Exporter && s.Origin == origin) is { } mirror ? Sum(mirror, byWeight).Amount : null;

    private static (double? Amount, int Periods) Sum(TradeSeries series, bool byWeight)
    {
        double[] known = [.. series.Points.Select(p => byWeight ? p.Weight : p.Value).Where(v => v is not null).Select(v => v!.Value)];
        return known.Length == 0 ? (null, 0) : (known.Sum(), known.Length);
    }
}
