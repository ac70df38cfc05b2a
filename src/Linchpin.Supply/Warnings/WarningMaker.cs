using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Makes the public record of a warning: how sure, what the other series say, and the words.</summary>
internal sealed class WarningMaker(WarningSettings settings, int to, string currency)
{
    /// <summary>A second series agrees from here on; the same share of normal errors as a one-sided 2.3 %.</summary>
    private const double AgreesFrom = 2;

    private const int RushWindow = 6;
    private const double RushProbability = 0.02;

    /// <summary>The warning of a test that was raised.</summary>
    internal TradeWarning Make(FlowTests flow, SeriesTest test, int began)
    {
        Corroboration? other = test.Measure == TradeMeasure.UnitValue || test.Kind == WarningKind.OriginLost ? null
            : Second(flow.Flow, test.Measure == TradeMeasure.Value ? TradeMeasure.Weight : TradeMeasure.Value, test);
        Corroboration? mirror = flow.Flow.Other is { } reported ? Second(reported, test.Measure, test) : null;
        var warning = new TradeWarning(
            test.Flow.Product, test.Flow.Importer, test.Flow.Origin, test.Kind, test.Measure, MonthNumber.Date(began), test.Expected, test.Seen, Unit(test.Measure),
            test.Z, test.Probability, test.Q, test.Family, Certainty(test, other, mirror), test.Expectation.Errors, other, mirror,
            AtStake(flow, test), Basis(test))
        {
            Raised = MonthNumber.Date(test.Month),
            Over = test.Over,
            RushBefore = test.Kind is WarningKind.Fall or WarningKind.OriginLost ? Rush(flow, began) : null,
            Since = WarningCourses.Of(test, began, to),
            Aggregate = flow.Flow.Aggregate,
            Dataset = flow.Flow.Dataset,
            MirrorDataset = flow.Flow.Other?.Dataset,
            Words = "",
        };
        return warning with { Words = WarningWords.Of(warning) };
    }

    /// <summary>The warning of an origin that makes up for a fall.</summary>
    internal TradeWarning Make(SeriesTest fall, Substitutions.Found found)
    {
        WatchedFlow flow = found.Other.Flow;
        MonthlyAmounts series = flow.Of(fall.Measure);
        double? rise = found.Expected is { } expected ? found.Seen - expected : found.Seen;
        double? price = flow.UnitValue.At(found.Month);
        var warning = new TradeWarning(
            flow.Product, flow.Importer, flow.Origin, WarningKind.Substitution, fall.Measure, MonthNumber.Date(found.Began), found.Expected, found.Seen, Unit(fall.Measure),
            found.Z, found.Probability, found.Probability, 1, WarningCertainty.Low, found.Months, null, null,
            fall.Measure == TradeMeasure.Value ? rise : rise * price, $"{Report(flow)}; level of the twelve months before the fall of {fall.Flow.Origin}, in {WarningWords.Name(fall.Measure)}")
        {
            Raised = MonthNumber.Date(found.Month),
            InPlaceOf = fall.Flow.Origin,
            Covers = found.Covers,
            Since = Course(series, found),
            Aggregate = flow.Aggregate,
            Dataset = flow.Dataset,
            Words = "",
        };
        return warning with { Words = WarningWords.Of(warning) };
    }

    /// <summary>A substitution holds while at least half of its rise does.</summary>
    private WarningCourse Course(MonthlyAmounts series, Substitutions.Found found)
    {
        double usual = found.Expected ?? 0;
        (int through, int extreme, int held, bool ended) = (found.Month, found.Month, 1, false);
        for (int month = found.Month + 1; month <= Math.Min(to, found.Month + 12) && !ended; month++)
        {
            if (series.At(month) is { } seen)
            {
                ended = seen - usual < (found.Seen - usual) / 2;
                (through, held) = ended ? (through, held) : (month, held + 1);
                extreme = !ended && seen > series.At(extreme) ? month : extreme;
            }
        }

        WarningState state = held >= 3 ? WarningState.LevelShift : held == 2 ? WarningState.TwoMonths : ended ? WarningState.OneMonth : WarningState.New;
        return new WarningCourse(state, MonthNumber.Date(to), MonthNumber.Date(through), MonthNumber.Date(extreme), series.At(extreme));
    }

    private Corroboration Second(WatchedFlow flow, TradeMeasure measure, SeriesTest test)
    {
        var months = new Baseline(flow.Of(measure), settings);
        if (test.Over > 1)
        {
            int start = test.Month - test.Over + 1;
            var quarters = new QuarterBaseline(flow.Of(measure), months, settings);
            Expectation? usual = quarters.At(start);
            double? distance = quarters.Mean(start) is { } mean ? usual?.Distance(mean, test.Side) : null;
            return new Corroboration(
                usual is null ? null : Math.Exp(usual.Nearer(test.Side)), quarters.Mean(start) is { } log ? Math.Exp(log) : null, distance, distance is { } d ? d >= AgreesFrom : null);
        }

        double? seen = flow.Of(measure).At(test.Month);
        Expectation? expected = months.At(test.Month);
        double? z = seen is { } s && expected is not null ? expected.Distance(SeriesTest.LogOf(s, expected, test.Side), test.Side) : null;
        return new Corroboration(expected is null ? null : Math.Exp(expected.Nearer(test.Side)), seen, z, z is { } far ? far >= AgreesFrom : null);
    }

    private static WarningCertainty Certainty(SeriesTest test, Corroboration? other, Corroboration? mirror) =>
        test.Expectation.Errors < 24 || mirror?.Agrees == false || (test.Kind == WarningKind.OriginLost && (mirror?.Seen is > 0 || test.Flow.PairReported is null)) ? WarningCertainty.Low

        // A unit value moves with the mix of goods in the line too, and a missing row may be no report: neither alone is the surest sign.
        : test.Kind is WarningKind.UnitValue or WarningKind.OriginLost && mirror?.Agrees != true ? WarningCertainty.Medium
        : test.Q <= 0.01 || (test.Q <= 0.05 && (other?.Agrees == true || mirror?.Agrees == true)) ? WarningCertainty.High
        : WarningCertainty.Medium;

    /// <summary>The month of the largest rush in weight in the months before a fall.</summary>
    /// <remarks>Looked for only behind a fall that was raised, so at a probability of 0.02 unadjusted.</remarks>
    private static PartialDate? Rush(FlowTests flow, int began)
    {
        SeriesTest? most = Enumerable.Range(began - RushWindow, RushWindow).Select(m => flow.Test(TradeMeasure.Weight, m, +1, WarningKind.Rush)).OfType<SeriesTest>()
            .Where(t => t.Probability <= RushProbability).MaxBy(t => t.Z);
        return most is null ? null : MonthNumber.Date(most.Month);
    }

    private static double? AtStake(FlowTests flow, SeriesTest test) =>
        flow.Baseline(TradeMeasure.Value).At(test.Month - test.Over + 1) is { } value ? Math.Exp(value.Nearer(test.Side)) * Math.Abs(test.Change) : null;

    private string Unit(TradeMeasure measure) => measure switch
    {
        TradeMeasure.Value => currency,
        TradeMeasure.Weight => "kg",
        _ => currency + " per kg",
    };

    private static string Basis(SeriesTest test) => test.Kind == WarningKind.OriginLost
        ? $"{Report(test.Flow)}; months without a row in its past"
        : test.Over > 1 ? $"{Report(test.Flow)}; mean of {test.Over} months, season taken off; the twelve months before them, and the same months of the year before, the nearer of the two"
        : $"{Report(test.Flow)}; the twelve months before with the season, and the year before, the nearer of the two";

    private static string Report(WatchedFlow flow) =>
        flow.Mirrored ? $"exports as {flow.Origin} reports them (mirror; {flow.Importer} reports no imports of its own here)" : $"imports as {flow.Importer} reports them";
}
