namespace Linchpin.Supply.Warnings;

/// <summary>After a fall of one origin: which others make up for it.</summary>
/// <remarks>
/// Looked for only behind a fall that was raised, so it is no alarm of its own. From the month of the fall on, while it holds and for up to six months, another
/// origin's gain is the sum of what it delivers less its level before the fall. It is named in the first month in which the gain makes up for
/// a fifth of the loss, and the mean of its months since the fall is out of its usual range: the logarithm of that mean over the level before,
/// against the same of its own past, has a probability of at most 0.1, and the mean is over the level by the least change that is raised. An origin without a past has no probability.
/// </remarks>
internal static class Substitutions
{
    internal const double LeastCover = 0.2;
    internal const double MostProbability = 0.1;
    private const int MostMonths = 6;
    private const int LevelMonths = 12;
    private const int Memory = 48;

    internal sealed record Found(FlowTests Other, int Month, int Began, double? Expected, double Seen, double? Z, double? Probability, int Months, double Covers);

    /// <summary>The origins that make up for a fall, in the months up to the last in which it holds.</summary>
    internal static IEnumerable<Found> Of(SeriesTest fall, IEnumerable<FlowTests> others, int through, WarningSettings settings)
    {
        foreach (FlowTests other in others)
        {
            MonthlyAmounts series = other.Flow.Of(fall.Measure);
            for (int month = fall.Month; month <= Math.Min(through, fall.Month + MostMonths - 1); month++)
            {
                if (In(fall, other, series, month, settings) is { } found)
                {
                    yield return found;
                    break;
                }
            }
        }
    }

    private static Found? In(SeriesTest fall, FlowTests other, MonthlyAmounts series, int month, WarningSettings settings)
    {
        double? level = Level(series, fall.Month);
        double usual = level ?? 0;
        MonthlyAmounts fallen = fall.Flow.Of(fall.Measure);
        int[] since = [.. Enumerable.Range(fall.Month, month - fall.Month + 1).Where(m => series.At(m) is not null && fallen.At(m) is not null)];
        double lost = since.Sum(m => fall.Expected - fallen.At(m)!.Value);
        double gained = since.Sum(m => series.At(m)!.Value - usual);
        if (since.Length == 0 || since[^1] != month || !(lost > 0) || gained < LeastCover * lost || !(series.At(month) > usual))
        {
            return null;
        }

        double mean = since.Average(m => series.At(m)!.Value);
        if (level is null)
        {
            // Months before without a row may be no trade or no report: nothing is expected of a new origin, and nothing is said of chance.
            return series.First >= fall.Month - 1 ? new Found(other, month, fall.Month, null, series.At(month)!.Value, null, null, 0, gained / lost) : null;
        }

        List<double> past = Past(series, fall.Month, since.Length);
        if (past.Count < 6)
        {
            return null;
        }

        double z = Math.Log(mean / usual) / Math.Max(settings.NoiseFloor, Robust.Scale(past, 0));
        double chance = SeriesTest.Chance(z, past.Count, settings);
        return chance <= MostProbability && mean >= (1 + settings.LeastChange) * usual ? new Found(other, month, fall.Month, usual, series.At(month)!.Value, z, chance, past.Count, gained / lost) : null;
    }

    /// <summary>The median of the twelve months before, at least six of them known.</summary>
    private static double? Level(MonthlyAmounts series, int month)
    {
        List<double> known = [.. Enumerable.Range(month - LevelMonths, LevelMonths).Select(m => series.At(m)).OfType<double>()];
        return known.Count >= 6 && Robust.Median(known) is > 0 and var level ? level : null;
    }

    /// <summary>Means of as many months in a row over the level before them, in logarithms, all before a month.</summary>
    private static List<double> Past(MonthlyAmounts series, int before, int length)
    {
        var past = new List<double>();
        for (int start = Math.Max(series.First + 1, before - Memory); start + length <= before; start++)
        {
            List<double> months = [.. Enumerable.Range(start, length).Select(m => series.At(m)).OfType<double>()];
            if (months.Count == length && months.Average() > 0 && Level(series, start) is { } level)
            {
                past.Add(Math.Log(months.Average() / level));
            }
        }

        return past;
    }
}
