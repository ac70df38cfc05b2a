using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply.Tests.Warnings;

/// <summary>Flows made month by month for a test, watched as those of a folder are.</summary>
internal sealed class MadeFlow
{
    internal static readonly int First = MonthNumber.Of(PartialDate.Of(2015, 1));

    private readonly Dictionary<int, (double? Value, double? Weight)> _rows = [];

    internal string Product { get; init; } = "999999";

    internal string Importer { get; init; } = "KOR";

    internal string Origin { get; init; } = "JPN";

    /// <summary>The importer's trade from all origins is this many times the flow's own usual value.</summary>
    internal double Whole { get; init; } = 1_000_000;

    /// <summary>Months with trade at a level of 1,000,000 in value and 100,000 kg, each some standard deviations of noise off, in logarithms.</summary>
    internal static MadeFlow Steady(int months, int seed, double noise = 0.15, Func<int, double>? shape = null, string origin = "JPN", double level = 1_000_000, string product = "999999")
    {
        var flow = new MadeFlow { Origin = origin, Product = product, Whole = level };
        var random = new Random(seed);
        for (int i = 0; i < months; i++)
        {
            double amount = level * Math.Exp((shape?.Invoke(i) ?? 0) + (noise * Normal(random)));
            flow.Set(i, amount, amount / 10 * Math.Exp(0.03 * Normal(random)));
        }

        return flow;
    }

    internal MadeFlow Set(int month, double? value, double? weight)
    {
        _rows[First + month] = (value, weight);
        return this;
    }

    internal MadeFlow Times(int month, double value, double weight)
    {
        (double? v, double? w) = _rows[First + month];
        return Set(month, v * value, w * weight);
    }

    internal MadeFlow Without(int month)
    {
        _rows.Remove(First + month);
        return this;
    }

    /// <summary>The flow up to a month, with every amount so many times as large.</summary>
    internal WatchedFlow Watched(int? to = null, double scale = 1, int months = 240) => new()
    {
        Product = Product,
        Importer = Importer,
        Origin = Origin,
        Mirrored = false,
        Value = new MonthlyAmounts(Rows(to).Select(r => KeyValuePair.Create(r.Key, r.Value.Value * scale))),
        Weight = new MonthlyAmounts(Rows(to).Select(r => KeyValuePair.Create(r.Key, r.Value.Weight * scale))),
        Reported = Enumerable.Range(First, to ?? months).ToHashSet(),
        PairReported = Enumerable.Range(First, to ?? months).ToHashSet(),
        Whole = Enumerable.Range(First, months).ToDictionary(m => m, _ => Whole * scale),
    };

    private IEnumerable<KeyValuePair<int, (double? Value, double? Weight)>> Rows(int? to) => _rows.Where(r => to is null || r.Key < First + to);

    /// <summary>What is raised over the first so many months.</summary>
    internal static IReadOnlyList<TradeWarning> Raised(int months, params MadeFlow[] flows) =>
        TradeWatch.Run(flows.Select(f => f.Watched(months)), WarningSettings.Standard, MonthNumber.Date(First + months - 1), "USD").Warnings;

    internal static PartialDate Month(int month) => MonthNumber.Date(First + month);

    internal static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
