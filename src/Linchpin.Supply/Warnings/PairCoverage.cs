namespace Linchpin.Supply.Warnings;

/// <summary>In which months a reporter states anything with a partner, over all products that were read.</summary>
/// <remarks>Where it states none of several products, the partner is out of its report or out of the file: nothing is to be read from one product's
/// missing row.</remarks>
internal sealed class PairCoverage
{
    private readonly Dictionary<(TradeFlow Flow, string Reporter, string Partner), (HashSet<string> Products, HashSet<int> Months)> _pairs = [];

    internal PairCoverage(ProductTrade trade, IEnumerable<string> products, int to)
    {
        foreach (TradeRecord row in products.SelectMany(p => trade.Records(p)).Where(r => r.Dataset.Frequency == TradeFrequency.Month && MonthNumber.Of(r.Period) <= to))
        {
            var key = (row.Flow, row.Reporter, row.Partner);
            if (!_pairs.TryGetValue(key, out var seen))
            {
                _pairs[key] = seen = ([], []);
            }

            seen.Products.Add(row.Product);
            seen.Months.Add(MonthNumber.Of(row.Period));
        }
    }

    /// <summary>The months in which the reporter states anything with the partner; <see langword="null"/> where it trades one product only, which
    /// tells nothing apart.</summary>
    internal IReadOnlySet<int>? Months(TradeFlow flow, string reporter, string partner) =>
        _pairs.TryGetValue((flow, reporter, partner), out var seen) && seen.Products.Count > 1 ? seen.Months : null;
}
