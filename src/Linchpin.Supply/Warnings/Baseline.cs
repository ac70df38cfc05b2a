namespace Linchpin.Supply.Warnings;

/// <summary>What a series leads one to expect of a month, from the months before it alone.</summary>
/// <remarks>
/// <para>With y = ln(amount), for month t:
/// level m_t = median of y over the 12 months before t; e_t = y_t - m_t;
/// season s_t = k / (k + 2) times the median of e_{t-12}, e_{t-24}, … (k of them, at least 2; else 0);
/// level expectation L_t = m_t + s_t, with scale from |y_s - L_s| over the 48 months before t;
/// year expectation Y_t = y_{t-12} + median growth over twelve months, with scale from that growth over the 24 months before t.</para>
/// <para>No scale is taken under <see cref="WarningSettings.NoiseFloor"/>: no monthly flow is believed to be steadier. Nothing of month t
/// or later enters.</para>
/// </remarks>
internal sealed class Baseline
{
    internal const int YearMonths = 24;
    private const int LevelMonths = 12;
    private const int LevelLeast = 6;
    private const int ScaleMonths = 48;
    private const int YearLeast = 6;
    private const int SeasonPrior = 2;

    private readonly MonthlyAmounts _series;
    private readonly double _floor;
    private readonly double[] _level;
    private readonly double[] _season;
    private readonly double[] _error;
    private readonly double[] _left;
    private readonly Dictionary<int, Expectation?> _known = [];

    internal Baseline(MonthlyAmounts series, WarningSettings settings)
    {
        _series = series;
        _floor = settings.NoiseFloor;
        int n = Math.Max(0, series.Last - series.First + 1);
        (_level, _season, _error, _left) = (new double[n], new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++)
        {
            int t = series.First + i;
            _level[i] = MakeLevel(t);
            _season[i] = MakeSeason(t);
            _error[i] = series.Log(t) - _level[i];
            _left[i] = _error[i] - _season[i];
        }
    }

    /// <summary>What to expect of a month; <see langword="null"/> where the months before it are too few for a level and its scale.</summary>
    internal Expectation? At(int month)
    {
        if (!_known.TryGetValue(month, out Expectation? expected))
        {
            _known[month] = expected = Make(month);
        }

        return expected;
    }

    /// <summary>The median of the twelve months before; NaN where too few are known.</summary>
    internal double Level(int month) => Within(month) ? _level[month - _series.First] : MakeLevel(month);

    /// <summary>What the same month of earlier years lies off their levels, taken down where the years are few.</summary>
    internal double Season(int month) => Within(month) ? _season[month - _series.First] : MakeSeason(month);

    private bool Within(int month) => month >= _series.First && month <= _series.Last;

    private Expectation? Make(int month)
    {
        double level = Level(month);
        List<double> left = Past(_left, month, ScaleMonths);
        if (double.IsNaN(level) || left.Count < LevelLeast)
        {
            return null;
        }

        double scale = Math.Max(_floor, Robust.Scale(left, 0));
        (double? year, double yearScale) = Year(month, scale);
        return new Expectation(level + Season(month), scale, year, yearScale, left.Count);
    }

    private double MakeLevel(int month)
    {
        var before = new List<double>(LevelMonths);
        for (int s = month - LevelMonths; s < month; s++)
        {
            AddKnown(before, _series.Log(s));
        }

        return before.Count >= LevelLeast ? Robust.Median(before) : double.NaN;
    }

    private double MakeSeason(int month)
    {
        var same = new List<double>();
        for (int s = month - 12; s >= _series.First; s -= 12)
        {
            AddKnown(same, s - _series.First < _error.Length ? _error[s - _series.First] : double.NaN);
        }

        return same.Count < 2 ? 0 : Robust.Median(same) * same.Count / (same.Count + SeasonPrior);
    }

    private (double? Expected, double Scale) Year(int month, double levelScale)
    {
        var growth = new List<double>(YearMonths);
        for (int s = month - YearMonths; s < month; s++)
        {
            AddKnown(growth, _series.Log(s) - _series.Log(s - 12));
        }

        double before = _series.Log(month - 12);
        if (double.IsNaN(before))
        {
            var beside = new List<double>(2);
            AddKnown(beside, _series.Log(month - 13));
            AddKnown(beside, _series.Log(month - 11));
            before = Robust.Median(beside);
        }

        if (double.IsNaN(before))
        {
            return (null, double.NaN);
        }

        // Too few years to know the growth: none is assumed, and the scale is that of a difference of two months.
        if (growth.Count < YearLeast)
        {
            return (before, Math.Sqrt(2) * levelScale);
        }

        double middle = Robust.Median(growth);
        double recent = Robust.Median(growth[Math.Max(0, growth.Count - 12)..]);
        return (before + recent, Math.Max(levelScale, Robust.Scale(growth, middle)));
    }

    private List<double> Past(double[] of, int month, int months)
    {
        var past = new List<double>(months);
        for (int s = Math.Max(_series.First, month - months); s < month && s - _series.First < of.Length; s++)
        {
            AddKnown(past, of[s - _series.First]);
        }

        return past;
    }

    private static void AddKnown(List<double> to, double number)
    {
        if (!double.IsNaN(number))
        {
            to.Add(number);
        }
    }
}

/// <summary>What is expected of one month, in logarithms.</summary>
/// <param name="Level">By the level of the months before and the season.</param>
/// <param name="LevelScale">Standard deviation to expect about it.</param>
/// <param name="Year">By the year before; <see langword="null"/> where that month and its neighbours are unknown.</param>
/// <param name="YearScale">Standard deviation to expect about it.</param>
/// <param name="Errors">How many earlier months the scale rests on, 48 at most.</param>
internal sealed record Expectation(double Level, double LevelScale, double? Year, double YearScale, int Errors)
{
    /// <summary>How far a month lies below both expectations (<paramref name="side"/> -1) or above both (+1), in standard deviations: the
    /// lesser of the two distances, so that both must hold (intersection-union test). <see langword="null"/> without a year before.</summary>
    internal double? Distance(double log, int side) =>
        Year is { } year ? Math.Min(side * (log - Level) / LevelScale, side * (log - year) / YearScale) : null;

    /// <summary>The nearer of the two expectations on a side: the one that calls the month less unusual.</summary>
    internal double Nearer(int side) => Year is { } year ? (side < 0 ? Math.Min(Level, year) : Math.Max(Level, year)) : Level;
}
