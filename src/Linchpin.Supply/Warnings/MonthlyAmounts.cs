namespace Linchpin.Supply.Warnings;

/// <summary>One measure of one flow, month by month.</summary>
/// <remarks>
/// Three things are kept apart: a month with an amount (0 included), a month with a row whose amount is unknown, and a month without a row.
/// The last may be no trade or no report; the source does not say which.
/// </remarks>
internal sealed class MonthlyAmounts
{
    private readonly Dictionary<int, double?> _rows;

    internal MonthlyAmounts(IEnumerable<KeyValuePair<int, double?>> rows)
    {
        _rows = new Dictionary<int, double?>(rows);
        First = _rows.Count == 0 ? 0 : _rows.Keys.Min();
        Last = _rows.Count == 0 ? -1 : _rows.Keys.Max();
    }

    /// <summary>The first month with a row.</summary>
    internal int First { get; }

    /// <summary>The last month with a row; before <see cref="First"/> where there is none.</summary>
    internal int Last { get; }

    internal bool HasRow(int month) => _rows.ContainsKey(month);

    /// <summary>The amount; <see langword="null"/> where it is unknown or the month has no row.</summary>
    internal double? At(int month) => _rows.GetValueOrDefault(month);

    /// <summary>The logarithm of an amount over 0; NaN for everything else.</summary>
    internal double Log(int month) => At(month) is > 0 and var amount ? Math.Log(amount) : double.NaN;
}
