using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>The span of time that a number is for: a year, a month, a day, or from one to another.</summary>
/// <param name="First">Where it begins.</param>
/// <param name="Last">Where it ends; the same as the first for one year or month.</param>
internal readonly record struct IndicatorPeriod(PartialDate First, PartialDate Last)
{
    internal const string Dimension = "period";

    /// <summary>Reads ISO 8601: <c>2019</c>, <c>2019-07</c>, <c>2019-07-04</c>, <c>2021/2024</c>.</summary>
    internal static IndicatorPeriod? Of(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length is 1 or 2 && PartialDate.TryParse(parts[0], out PartialDate first) && PartialDate.TryParse(parts[^1], out PartialDate last) && first.CompareTo(last) <= 0
            ? new IndicatorPeriod(first, last) : null;
    }

    /// <summary>The ISO form of a cell written in one of the descriptor's forms; <see langword="null"/> where it does not fit.</summary>
    internal static string? Iso(string cell, string form) => form switch
    {
        "YYYY" => Year(cell),
        "YYYYMM" => Month(cell),
        "YYYY or YYYYMM" => cell.Length == 4 ? Year(cell) : Month(cell),
        "YYYY-MM" => cell.Length == 7 && PartialDate.TryParse(cell, out _) ? cell : null,
        "YYYY-MM-DD" => cell.Length == 10 && PartialDate.TryParse(cell, out _) ? cell : null,
        "YYYY-YY" => cell.Length == 4 ? Year(cell) : Span(cell),
        _ => null,
    };

    /// <summary>The ISO form.</summary>
    public override string ToString() => First == Last ? First.ToString() : $"{First}/{Last}";

    private static string? Year(string cell) => cell.Length == 4 && PartialDate.TryParse(cell, out _) ? cell : null;

    private static string? Month(string cell) => cell.Length == 6 && PartialDate.TryParse(string.Concat(cell.AsSpan(0, 4), "-", cell.AsSpan(4)), out PartialDate month) ? month.ToString() : null;

    private static string? Span(string cell)
    {
        if (cell.Length != 7 || cell[4] != '-' || !int.TryParse(cell.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            || !int.TryParse(cell.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int end))
        {
            return null;
        }

        int last = (first / 100 * 100) + end;
        last += last < first ? 100 : 0;
        string span = FormattableString.Invariant($"{first:0000}/{last:0000}");
        return Of(span) is null ? null : span;
    }
}
