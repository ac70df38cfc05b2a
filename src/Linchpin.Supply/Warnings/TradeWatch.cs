using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Runs the tests of every flow month by month, holds them against one another, and makes warnings of those that are raised.</summary>
internal sealed class TradeWatch
{
    private readonly List<FlowTests> _flows;
    private readonly WarningSettings _settings;
    private readonly int _to;
    private readonly WarningMaker _maker;
    private readonly List<TradeWarning> _warnings = [];
    private readonly List<SeriesTest> _tests = [];
    private readonly HashSet<SeriesTest> _raised = new(ReferenceEqualityComparer.Instance);

    private TradeWatch(IEnumerable<WatchedFlow> flows, WarningSettings settings, PartialDate to, string currency)
    {
        _flows = [.. flows.OrderBy(f => f.Product, StringComparer.Ordinal).ThenBy(f => f.Importer, StringComparer.Ordinal).ThenBy(f => f.Origin, StringComparer.Ordinal)
            .Select(f => new FlowTests(f, settings))];
        _settings = settings;
        _to = MonthNumber.Of(to);
        _maker = new WarningMaker(settings, _to, currency);
    }

    /// <summary>Everything that is raised with data up to a month.</summary>
    /// <param name="flows">The flows watched, in any order: the result does not depend on it.</param>
    /// <param name="settings">When to raise.</param>
    /// <param name="to">The last month that may be used.</param>
    /// <param name="currency">The unit of values.</param>
    /// <param name="cancel">Stops the watch.</param>
    internal static WatchResult Run(IEnumerable<WatchedFlow> flows, WarningSettings settings, PartialDate to, string currency, CancellationToken cancel = default)
    {
        var watch = new TradeWatch(flows, settings, to, currency);
        watch.Months(cancel);
        watch.Substitute(cancel);
        return new WatchResult(watch._warnings, watch._flows, watch._tests, watch._raised, settings);
    }

    private void Months(CancellationToken cancel)
    {
        var open = new Dictionary<(FlowTests, WarningKind, TradeMeasure, int Side), int>();
        int first = _flows.Where(f => f.Flow.Value.Last >= f.Flow.Value.First).Select(f => f.Flow.Value.First).DefaultIfEmpty(int.MaxValue).Min();
        for (int month = first; month <= _to; month++)
        {
            cancel.ThrowIfCancellationRequested();
            (FlowTests Flow, SeriesTest Test)[] tests = [.. from flow in _flows from test in flow.In(month) select (flow, test)];
            foreach (var family in tests.GroupBy(t => (t.Test.Kind, t.Test.Measure, t.Test.Over, t.Flow.Flow.Aggregate)))
            {
                Judge([.. family.Select(t => t.Test)]);
            }

            foreach ((FlowTests flow, SeriesTest test) in tests.Where(t => Raises(t.Flow, t.Test)).OrderBy(t => t.Test.Over))
            {
                _raised.Add(test);
                var key = (flow, test.Kind, test.Measure, test.Side);
                int began = test.Kind == WarningKind.OriginLost ? flow.RunStart(month) : month - test.Over + 1;
                if (!open.TryGetValue(key, out int through) || began > through)
                {
                    TradeWarning warning = _maker.Make(flow, test, began);
                    _warnings.Add(warning);
                    open[key] = MonthNumber.Of(warning.Since.Through);
                }
            }

            _tests.AddRange(tests.Select(t => t.Test));
        }
    }

    /// <summary>Adjusts the probabilities of a month's tests of one kind for their number.</summary>
    private static void Judge(SeriesTest[] family)
    {
        double[] adjusted = FalseDiscovery.Adjust([.. family.Select(t => t.Probability)]);
        for (int i = 0; i < family.Length; i++)
        {
            family[i].Q = adjusted[i];
            family[i].Family = family.Length;
        }
    }

    private bool Raises(FlowTests flow, SeriesTest test) => WhyNotRaised(flow, test, _settings) is null;

    /// <summary>Why a test raises nothing, in words; <see langword="null"/> where it does.</summary>
    internal static string? WhyNotRaised(FlowTests flow, SeriesTest test, WarningSettings settings) =>
        test.Probability > settings.MostProbability ? FormattableString.Invariant($"chance gives as much with probability {test.Probability:0.000}, over {settings.MostProbability}")
        : test.Q > settings.FalseDiscoveryRate ? FormattableString.Invariant($"{test.Q:0.000} after adjusting for {test.Family} series watched, over {settings.FalseDiscoveryRate}")
        : Math.Abs(test.Change) < settings.LeastChange ? FormattableString.Invariant($"a change of {100 * test.Change:0} %, under {100 * settings.LeastChange:0} %")
        : test.Kind == WarningKind.Rush && !flow.IsRecord(test.Measure, test.Month) ? "not clearly above every month of the four years before"
        : null;

    private void Substitute(CancellationToken cancel)
    {
        foreach (TradeWarning fall in _warnings.Where(w => w is { Kind: WarningKind.Fall, Aggregate: false }).ToArray())
        {
            cancel.ThrowIfCancellationRequested();
            SeriesTest test = _raised.Single(t => t.Kind == fall.Kind && t.Measure == fall.Measure && t.Month == MonthNumber.Of(fall.Raised) && t.Over == fall.Over
                && t.Flow.Product == fall.Product && t.Flow.Importer == fall.Importer && t.Flow.Origin == fall.Origin);
            IEnumerable<FlowTests> others = _flows.Where(f => !f.Flow.Aggregate && f.Flow.Product == fall.Product && f.Flow.Importer == fall.Importer
                && f.Flow.Origin != fall.Origin && f.Flow.Mirrored == test.Flow.Mirrored);
            foreach (Substitutions.Found found in Substitutions.Of(test, others, MonthNumber.Of(fall.Since.Through), _settings))
            {
                _warnings.Add(_maker.Make(test, found));
            }
        }
    }
}

/// <summary>What a watch found.</summary>
/// <param name="Warnings">Everything raised, in the order of months.</param>
/// <param name="Flows">The flows watched.</param>
/// <param name="Tests">Every test made.</param>
/// <param name="Raised">Those that were raised, the later months of a warning included.</param>
/// <param name="Settings">When to raise.</param>
internal sealed record WatchResult(IReadOnlyList<TradeWarning> Warnings, IReadOnlyList<FlowTests> Flows, IReadOnlyList<SeriesTest> Tests, IReadOnlySet<SeriesTest> Raised, WarningSettings Settings);
