using Linchpin.Claims;

namespace Linchpin.Supply.Products;

/// <summary>Ranks an importer's products by how far each hangs on few origins.</summary>
internal static class ProductRanking
{
    internal static ProductDependenceList Rank(
        ProductTrade trade, Elasticities elasticities, string importer, PartialDate? from, PartialDate? to, bool byWeight, CancellationToken cancel)
    {
        if (!trade.Traders.Contains(importer.Trim().ToUpperInvariant(), StringComparer.Ordinal))
        {
            throw SupplyFaults.TraderUnknown.Because($"'{Shown.Short(importer)}' is in no row of the trade files of the folder.");
        }

        var rows = new List<ProductDependence>();
        var without = new List<string>();
        foreach (string product in trade.Products)
        {
            cancel.ThrowIfCancellationRequested();
            bool any = false;
            bool bought = false;
            foreach (TradeFrequency frequency in (TradeFrequency[])[TradeFrequency.Month, TradeFrequency.Year])
            {
                IReadOnlyList<TradeSeries> series = trade.Imports(product, importer, frequency, from, to);
                bought |= series.Count > 0;
                foreach (ImportShares shares in series.GroupBy(s => s.Dataset).Select(d => ImportSharesMaking.Make(Window([.. d], frequency, from is null && to is null), byWeight)).OfType<ImportShares>())
                {
                    if (shares.Origins.FirstOrDefault(o => o.Kind == OriginKind.Country) is { } largest)
                    {
                        rows.Add(new ProductDependence(shares, largest, elasticities.Of(product, shares.Importer)));
                        any = true;
                    }
                }
            }

            if (bought && !any)
            {
                without.Add(product);
            }
        }

        return new ProductDependenceList(
            importer.Trim().ToUpperInvariant(), byWeight ? "weight" : "value",
            [
                .. rows.OrderByDescending(r => r.Shares.Concentration.Hhi ?? -1).ThenByDescending(r => r.LargestOrigin.Share ?? -1).ThenByDescending(r => r.Shares.Concentration.Total)
                    .ThenBy(r => r.Shares.Product, StringComparer.Ordinal),
            ],
            without);
    }

    /// <summary>The last year that is reported, as twelve months or one year, where no span is asked for: sums of current prices over many years say
    /// nothing of today.</summary>
    private static IReadOnlyList<TradeSeries> Window(IReadOnlyList<TradeSeries> series, TradeFrequency frequency, bool newest)
    {
        int last = series.Where(s => s.ReportedBy != TradeSide.Exporter).SelectMany(s => s.Points.Select((p, i) => p.Line is null ? -1 : i)).DefaultIfEmpty(-1).Max();
        if (!newest || last < 0)
        {
            return series;
        }

        int first = Math.Max(0, frequency == TradeFrequency.Month ? last - 11 : last);
        return [.. series.Select(s => s with { Points = [.. s.Points.Skip(first).Take(last - first + 1)] })];
    }
}
