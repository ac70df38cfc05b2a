using Linchpin.Claims;

namespace Linchpin.Supply.Products;

/// <summary>Puts reported flows into series over one run of periods.</summary>
internal static class TradeSeriesMaking
{
    private const int MostPeriods = 12_000;

    internal static IReadOnlyList<TradeSeries> Make(
        IReadOnlyList<TradeRows> rows, TradeRecord[][] reports, string product, string importer, TradeFrequency frequency, PartialDate? from, PartialDate? to)
    {
        PartialDate[] met = [.. reports.SelectMany(r => r).Select(r => r.Period).Distinct().Order()];
        if (met.Length == 0)
        {
            return [];
        }

        int first = Number(from ?? met[0], frequency, last: false);
        int end = Number(to ?? met[^1], frequency, last: true);
        if (end < first || end - first >= MostPeriods)
        {
            throw SupplyFaults.TradePeriod.Because($"From {from ?? met[0]} to {to ?? met[^1]}.");
        }

        var all = new List<TradeSeries>();
        for (int d = 0; d < rows.Count; d++)
        {
            TradeRecord[] own = reports[d];
            foreach (TradeSide side in rows[d].Reconciled ? (TradeSide[])[TradeSide.Reconciled] : [TradeSide.Importer, TradeSide.Exporter])
            {
                bool imports = side == TradeSide.Importer;
                TradeFlow flow = imports ? TradeFlow.Import : TradeFlow.Export;
                TradeRecord[] flows = [.. own.Where(r => r.Flow == flow)];
                ILookup<string, PartialDate> reported = flows.ToLookup(r => r.Reporter, r => r.Period);
                var byOrigin = flows.Where(r => (imports ? r.Reporter : r.Partner) == importer).GroupBy(r => imports ? r.Partner : r.Reporter, StringComparer.Ordinal);
                foreach (IGrouping<string, TradeRecord> origin in byOrigin.OrderBy(o => o.Key, StringComparer.Ordinal))
                {
                    HashSet<PartialDate> covered = [.. reported[imports ? importer : origin.Key]];
                    OriginKind kind = rows[d].KindOf(origin.Key, imports ? origin.First().PartnerKind : AreaKind.Country, importer);
                    all.Add(new TradeSeries(rows[d].Dataset, product, importer, origin.Key, kind, side, Points(origin, covered, first, end, frequency)));
                }
            }
        }

        return all;
    }

    private static TradePoint[] Points(IEnumerable<TradeRecord> records, HashSet<PartialDate> covered, int first, int end, TradeFrequency frequency)
    {
        Dictionary<int, TradeRecord> byPeriod = records.ToDictionary(r => Number(r.Period, frequency, last: false));
        return
        [
            .. Enumerable.Range(first, end - first + 1).Select(n =>
            {
                PartialDate period = Period(n, frequency);
                TradeRecord? record = byPeriod.GetValueOrDefault(n);
                return new TradePoint(period, record?.Value, record?.Weight, record?.Line, covered.Contains(period));
            }),
        ];
    }

    /// <summary>Months or years counted from the year 0; a year asked for where months are wanted is its January, or its December at the end.</summary>
    private static int Number(PartialDate period, TradeFrequency frequency, bool last) => frequency == TradeFrequency.Year ? period.Year
        : (period.Year * 12) + (period.Month > 0 ? period.Month - 1 : last ? 11 : 0);

    private static PartialDate Period(int number, TradeFrequency frequency) =>
        frequency == TradeFrequency.Year ? PartialDate.Of(number) : PartialDate.Of(number / 12, (number % 12) + 1);
}
