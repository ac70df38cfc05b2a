using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>How a warning goes on: whether a dip of one month or a shift of the level.</summary>
internal static class WarningCourses
{
    /// <summary>A change is followed for a year; after that its level is the new normal.</summary>
    private const int Followed = 12;

    /// <summary>The course of a warning that began in a month, up to the last month that may be used.</summary>
    internal static WarningCourse Of(SeriesTest test, int began, int to)
    {
        MonthlyAmounts series = test.Flow.Of(test.Measure);
        bool lost = test.Kind == WarningKind.OriginLost;
        double expected = test.Expectation.Nearer(test.Side);
        double first = lost ? 0 : test.Side * (SeriesTest.LogOf(test.Seen!.Value, test.Expectation, test.Side) - expected);
        (int through, int extreme, double most, int held, bool ended) = (began, began, first, 1, false);
        int last = Math.Min(to, began + Followed);
        for (int month = began + 1; month <= last && !ended; month++)
        {
            bool? holds = lost ? (series.HasRow(month) ? false : test.Flow.Speaks(month) ? true : null)
                : series.At(month) is { } seen ? Change(seen) >= first / 2 : null;
            ended = holds == false;
            if (holds == true)
            {
                held++;
                through = month;
                if (!lost && Change(series.At(month)!.Value) > most)
                {
                    (extreme, most) = (month, Change(series.At(month)!.Value));
                }
            }
        }

        WarningState state = held >= 3 ? WarningState.LevelShift : held == 2 ? WarningState.TwoMonths : ended ? WarningState.OneMonth : WarningState.New;
        return new WarningCourse(state, MonthNumber.Date(to), MonthNumber.Date(through), MonthNumber.Date(extreme), series.At(extreme));

        double Change(double seen) => test.Side * (SeriesTest.LogOf(seen, test.Expectation, test.Side) - expected);
    }
}
