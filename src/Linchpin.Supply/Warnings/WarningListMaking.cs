using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Watches every product, importer and exporter asked for, together.</summary>
internal static class WarningListMaking
{
    internal static WarningList Make(
        ProductTrade trade, IReadOnlyList<string> products, IReadOnlyList<string> importers, IReadOnlyList<string> exporters, PartialDate? from, PartialDate? to,
        WarningSettings settings, IProgress<string>? progress, CancellationToken cancel)
    {
        string[] goods = [.. (products.Count > 0 ? products : trade.Products).Where(p => products.Count > 0 || trade.Records(p).Any(r => r.Dataset.Frequency == TradeFrequency.Month)).Distinct().Order(StringComparer.Ordinal)];
        string[] buyers = [.. importers.Select(i => WatchRequest.Importer(trade, i)).Distinct()];
        string[] sellers = [.. exporters.Select(e => WatchRequest.Importer(trade, e)).Distinct()];
        (int first, int last) = goods.Length == 0 ? throw SupplyFaults.NoMonthlyTrade.Because("The folder has no monthly trade.") : WatchRequest.Period(trade, goods, from, to);
        var coverage = new PairCoverage(trade, trade.Products, last);
        var flows = new List<WatchedFlow>();
        foreach (string product in goods)
        {
            cancel.ThrowIfCancellationRequested();
            var building = new FlowBuilding(trade, product, last, coverage);
            flows.AddRange(building.Importers.Where(i => buyers.Length == 0 || buyers.Contains(i)).SelectMany(building.Of)
                .Where(f => sellers.Length == 0 || sellers.Contains(f.Origin)));
        }

        progress?.Report($"watching {flows.Count} flows of {goods.Length} products up to {MonthNumber.Date(last)}");
        TradeDataset[] datasets = [.. flows.SelectMany(f => new[] { f.Dataset, f.Other?.Dataset }).OfType<TradeDataset>().Distinct().OrderBy(d => d.File, StringComparer.Ordinal)];
        WatchResult result = TradeWatch.Run(flows, settings, MonthNumber.Date(last), TradeReportMaking.Currency(datasets), cancel);
        IReadOnlyList<TradeWarning> ranked = WatchRequest.Ranked(result.Warnings, first);
        SeriesTest[] tests = [.. result.Tests.Where(t => t.Month >= first && !t.Flow.Aggregate)];
        var count = new WatchedCount(
            flows.Count(f => !f.Aggregate), tests.Select(t => t.Flow).Distinct().Count(), tests.Select(t => (t.Flow, t.Month)).Distinct().Count(), tests.Length,
            ranked.Count(w => w is { Aggregate: false, Kind: not WarningKind.Substitution } && MonthNumber.Of(w.Month) >= first),
            [.. tests.GroupBy(t => t.Kind).OrderBy(g => g.Key).Select(g => Calibration(g.Key, [.. g]))]);
        return new WarningList(MonthNumber.Date(first), MonthNumber.Date(last), buyers, sellers, goods, datasets, ranked, count, settings);
    }

    private static WarningCalibration Calibration(WarningKind kind, SeriesTest[] tests)
    {
        double Reached(double probability) => tests.Count(t => t.Probability <= probability) / (double)tests.Length;
        return new WarningCalibration(kind, tests.Length, Reached(0.05), Reached(0.01), Reached(0.001));
    }
}
