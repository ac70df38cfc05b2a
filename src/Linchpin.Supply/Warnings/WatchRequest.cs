using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Reads what somebody asks to have watched, and ranks what is found.</summary>
internal static class WatchRequest
{
    private const int MostMonths = 1200;

    /// <summary>The code of an importer: a country of the data, or <c>W00</c> (also <c>world</c>) for all importers together.</summary>
    internal static string Importer(ProductTrade trade, string asked)
    {
        string code = asked.Trim().ToUpperInvariant();
        return code is "WORLD" or TradeCodes.World ? TradeCodes.World
            : trade.Traders.Contains(code, StringComparer.Ordinal) && Vocabulary.Countries.ContainsKey(code) ? code
            : throw SupplyFaults.TraderUnknown.Because(
                $"'{Shown.Short(asked)}' is not a country of {Shown.Short(string.Join(", ", trade.Datasets.Select(d => d.File)), 200)}.{Near(code, trade.Traders)}");
    }

    /// <summary>The first and the last month asked for, within what the data have of these products.</summary>
    internal static (int First, int Last) Period(ProductTrade trade, IReadOnlyList<string> products, PartialDate? from, PartialDate? to)
    {
        int[] months = [.. products.SelectMany(p => trade.Records(p)).Where(r => r.Dataset.Frequency == TradeFrequency.Month).Select(r => MonthNumber.Of(r.Period)).Distinct()];
        if (months.Length == 0)
        {
            throw SupplyFaults.NoMonthlyTrade.Because($"The folder has no monthly rows of {Shown.Short(string.Join(", ", products), 100)}.");
        }

        int first = from is { } f ? Math.Max(Month(f, last: false), months.Min()) : months.Min();
        int last = to is { } t ? Math.Min(Month(t, last: true), months.Max()) : months.Max();
        return first <= last && last - first < MostMonths ? (first, last)
            : throw SupplyFaults.TradePeriod.Because(
                $"From {from?.ToString() ?? "the beginning"} to {to?.ToString() ?? "the end"}; the data run from {MonthNumber.Date(months.Min())} to {MonthNumber.Date(months.Max())}.");
    }

    /// <summary>Warnings that hold in the period, most certain and largest first; aggregates after all countries.</summary>
    internal static IReadOnlyList<TradeWarning> Ranked(IEnumerable<TradeWarning> warnings, int first) =>
    [
        .. warnings.Where(w => MonthNumber.Of(w.Since.Through) >= first).OrderBy(w => w.Aggregate).ThenByDescending(w => w.Certainty).ThenByDescending(w => w.AtStake ?? -1)
            .ThenBy(w => w.Month).ThenBy(w => w.Product, StringComparer.Ordinal).ThenBy(w => w.Importer, StringComparer.Ordinal).ThenBy(w => w.Origin, StringComparer.Ordinal)
            .ThenBy(w => w.Kind).ThenBy(w => w.Measure),
    ];

    private static int Month(PartialDate date, bool last) => date.Month > 0 ? MonthNumber.Of(date) : (12 * date.Year) + (last ? 11 : 0);

    private static string Near(string code, IReadOnlyList<string> traders)
    {
        string[] near = [.. traders.Where(t => Vocabulary.Countries.ContainsKey(t) && t.Zip(code).Count(p => p.First == p.Second) >= 2).Take(8)];
        return near.Length > 0 ? $" Near it: {string.Join(", ", near)}."
            : Vocabulary.Countries.TryGetValue(code, out CountryTerm? known) ? $" {known.Name} is in none of the rows that were read." : "";
    }
}
