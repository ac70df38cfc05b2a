namespace Linchpin.Supply.Warnings;

/// <summary>What a series leads one to expect of the mean of three months in a row, from the months before the first of them alone.</summary>
/// <remarks>
/// <para>With y, level m and season s as in <see cref="Baseline"/>, for the months t, t+1, t+2: q_t = mean of (y - s) over them; expected by the
/// level: m_t; expected by the year before: the mean of y over the same months a year earlier plus the median growth over twelve months. The scales
/// are those of the same two differences over earlier windows that end before t.</para>
/// <para>Windows overlap, so they tell the noise less well than as many months would: half of their number counts.</para>
/// </remarks>
internal sealed class QuarterBaseline(MonthlyAmounts series, Baseline months, WarningSettings settings)
{
    internal const int Months = 3;
    private const int Memory = 48;
    private const int Least = 12;

    private readonly Dictionary<int, double> _errors = [];
    private readonly Dictionary<int, double> _growths = [];
    private readonly Dictionary<int, Expectation?> _known = [];

    /// <summary>What to expect of the window that begins with a month; <see langword="null"/> where the past is too short or the year before unknown.</summary>
    internal Expectation? At(int start)
    {
        if (!_known.TryGetValue(start, out Expectation? expected))
        {
            _known[start] = expected = Make(start);
        }

        return expected;
    }

    private Expectation? Make(int start)
    {
        double level = months.Level(start);
        double year = Year(start);
        if (double.IsNaN(level) || double.IsNaN(year))
        {
            return null;
        }

        List<double> past = Windows(start, Memory, _errors, u => (Mean(u) ?? double.NaN) - months.Level(u));
        List<double> growth = Windows(start, Baseline.YearMonths, _growths, u => Sum(u, m => series.Log(m) - series.Log(m - 12)) / Months);
        if (past.Count < Least || growth.Count < Months)
        {
            return null;
        }

        double scale = Math.Max(settings.NoiseFloor, Robust.Scale(past, 0));
        double usual = Robust.Median(growth[Math.Max(0, growth.Count - 12)..]);
        return new Expectation(level, scale, year + usual, Math.Max(scale, Robust.Scale(growth, Robust.Median(growth))), (past.Count + Months - 1) / 2);
    }

    /// <summary>The mean of a window in logarithms, the season taken off; <see langword="null"/> where a month is unknown or not over 0.</summary>
    internal double? Mean(int start) => Sum(start, Log) is var sum && double.IsNaN(sum) ? null : sum / Months;

    /// <summary>A month in logarithms, the season taken off.</summary>
    internal double Log(int month) => series.Log(month) - months.Season(month);

    /// <summary>The same window a year earlier, without its season, so that it is compared as the window itself is.</summary>
    private double Year(int start) => Sum(start, m => series.Log(m - 12) - months.Season(m)) / Months;

    private List<double> Windows(int before, int memory, Dictionary<int, double> made, Func<int, double> make)
    {
        var past = new List<double>(memory);
        for (int start = Math.Max(series.First, before - memory); start + Months <= before; start++)
        {
            if (!made.TryGetValue(start, out double number))
            {
                made[start] = number = make(start);
            }

            if (!double.IsNaN(number))
            {
                past.Add(number);
            }
        }

        return past;
    }

    private static double Sum(int start, Func<int, double> of) => of(start) + of(start + 1) + of(start + 2);
}
