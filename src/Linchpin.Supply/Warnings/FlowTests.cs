namespace Linchpin.Supply.Warnings;

/// <summary>Every test of one flow: the month against the months before it, in each figure.</summary>
internal sealed class FlowTests
{
    private const int Memory = 48;
    private const int RecordMonths = 48;

    private readonly WatchedFlow _flow;
    private readonly WarningSettings _settings;
    private readonly Dictionary<TradeMeasure, Baseline> _baselines = [];
    private readonly Dictionary<TradeMeasure, QuarterBaseline> _quarters = [];

    internal FlowTests(WatchedFlow flow, WarningSettings settings)
    {
        _flow = flow;
        _settings = settings;
        foreach (TradeMeasure measure in Enum.GetValues<TradeMeasure>())
        {
            _baselines[measure] = new Baseline(flow.Of(measure), settings);
            _quarters[measure] = new QuarterBaseline(flow.Of(measure), _baselines[measure], settings);
        }
    }

    internal WatchedFlow Flow => _flow;

    internal Baseline Baseline(TradeMeasure measure) => _baselines[measure];

    /// <summary>The tests of a month; none where the flow is not watched in it.</summary>
    internal IEnumerable<SeriesTest> In(int month)
    {
        if (WhyNot(month) is not null)
        {
            yield break;
        }

        if (Missing(month) is { } missing)
        {
            yield return missing;
            yield break;
        }

        foreach (TradeMeasure measure in (TradeMeasure[])[TradeMeasure.Value, TradeMeasure.Weight])
        {
            if (Test(measure, month, -1, WarningKind.Fall) is { } fall)
            {
                yield return fall;
            }

            if (Quarter(measure, month) is { } quarter)
            {
                yield return quarter;
            }
        }

        if (Test(TradeMeasure.Weight, month, +1, WarningKind.Rush) is { } rush)
        {
            yield return rush;
        }

        if (Test(TradeMeasure.UnitValue, month, +1, WarningKind.UnitValue) is { } up && Test(TradeMeasure.UnitValue, month, -1, WarningKind.UnitValue) is { } down)
        {
            // A price is watched on both sides, so the chance of either is twice that of one.
            SeriesTest further = up.Z > down.Z ? up : down;
            yield return further with { Probability = Math.Min(1, 2 * further.Probability) };
        }
    }

    /// <summary>Why the flow is not watched in a month, in words; <see langword="null"/> where it is.</summary>
    internal string? WhyNot(int month)
    {
        if (_flow.Value.Last < _flow.Value.First)
        {
            return "no rows";
        }

        int start = RunStart(month);
        int had = Enumerable.Range(start - 24, 24).Count(m => _flow.Value.At(m) is > 0);
        int could = Math.Min(24, start - _flow.Value.First);
        return _flow.Origin == _flow.Importer ? "the importer's own goods that come back"
            : Enumerable.Range(month - 11, 12).Any(_flow.ImporterReports.Contains) ? "the importer's own report is watched"
            : could < 12 ? $"fewer than 12 months before {MonthNumber.Date(start)}"
            : had < Math.Ceiling(_settings.LeastMonths * could / 24.0) ? $"not steady: trade in {had} of the {could} months before {MonthNumber.Date(start)}"
            : _flow.ShareBefore(start) is not { } share ? "the whole that its share is taken of is unknown"
            : share < _settings.LeastShare ? FormattableString.Invariant($"small: {100 * share:0.0} % of the whole in the twelve months before {MonthNumber.Date(start)}")
            : Expected(TradeMeasure.Value, start) is not { } value ? "too few months in a row to say what to expect"
            : value < _settings.LeastValue ? FormattableString.Invariant($"small: {value:0} a month in value")
            : null;
    }

    /// <summary>The test of one figure on one side; <see langword="null"/> where the figure or what to expect of it is unknown.</summary>
    internal SeriesTest? Test(TradeMeasure measure, int month, int side, WarningKind kind)
    {
        if (_flow.Of(measure).At(month) is not { } seen || _baselines[measure].At(month) is not { } expected)
        {
            return null;
        }

        return expected.Distance(SeriesTest.LogOf(seen, expected, side), side) is { } z
            ? new SeriesTest(_flow, measure, month, side, kind, expected, seen, z, SeriesTest.Chance(z, expected.Errors, _settings)) : null;
    }

    /// <summary>The test of three months together, held against what was expected before the first of them; <see langword="null"/> where they are
    /// not all known, or not all at least half as low as their mean.</summary>
    private SeriesTest? Quarter(TradeMeasure measure, int month)
    {
        int start = month - QuarterBaseline.Months + 1;
        if (WhyNot(start) is not null || _quarters[measure].At(start) is not { } expected || _quarters[measure].Mean(start) is not { } mean || expected.Distance(mean, -1) is not { } z)
        {
            return null;
        }

        double drop = expected.Nearer(-1) - mean;
        bool each = Enumerable.Range(start, QuarterBaseline.Months).All(m => expected.Nearer(-1) - _quarters[measure].Log(m) >= drop / 2);
        return !each && z > 0 ? null
            : new SeriesTest(_flow, measure, month, -1, WarningKind.Fall, expected, Math.Exp(mean), z, SeriesTest.Chance(z, expected.Errors, _settings)) { Over = QuarterBaseline.Months };
    }

    /// <summary>Whether a month is over every month of the four years before it by the least change: the way back after a long fall is no rush.</summary>
    internal bool IsRecord(TradeMeasure measure, int month)
    {
        MonthlyAmounts series = _flow.Of(measure);
        return series.At(month) is { } seen && Enumerable.Range(month - RecordMonths, RecordMonths).All(m => !((1 + _settings.LeastChange) * series.At(m) > seen));
    }

    /// <summary>The first of the months without a row that a month closes; the month itself where it has a row.</summary>
    internal int RunStart(int month)
    {
        int start = month;
        for (int m = month; m > _flow.Value.First && !_flow.Value.HasRow(m); m--)
        {
            // Months in which the reporting side reports nothing of the product or of the partner say nothing about this flow.
            start = _flow.Speaks(m) ? m : start;
        }

        return start;
    }

    private double? Expected(TradeMeasure measure, int month) => _baselines[measure].At(month) is { } e ? Math.Exp(e.Nearer(-1)) : null;

    /// <summary>Months without a row after steady trade.</summary>
    /// <remarks>With a of the n months before without a row (48 at most), the chance of a first is p = (a + 1) / (n + 2) (Laplace's rule) and of
    /// each further one (p + f) / (1 + g), g counting earlier months without a row and f those followed by another.</remarks>
    private SeriesTest? Missing(int month)
    {
        if (_flow.Value.HasRow(month) || !_flow.Speaks(month))
        {
            return null;
        }

        int start = RunStart(month);
        int[] before = [.. Enumerable.Range(start - Memory, Memory).Where(m => m >= _flow.Value.First && _flow.Speaks(m))];
        bool[] without = [.. before.Select(m => !_flow.Value.HasRow(m))];
        double first = (without.Count(w => w) + 1.0) / (before.Length + 2.0);
        int followed = without.Zip(without.Skip(1)).Count(p => p.First && p.Second);
        double further = (first + followed) / (1.0 + without.Count(w => w));
        int run = Enumerable.Range(start, month - start + 1).Count(_flow.Speaks);
        double chance = first * Math.Pow(further, run - 1);
        return _baselines[TradeMeasure.Value].At(start) is { } expected
            ? new SeriesTest(_flow, TradeMeasure.Value, month, -1, WarningKind.OriginLost, expected, null, Exceedance.NormalQuantile(chance), chance) : null;
    }
}
