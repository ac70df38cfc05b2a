using System.Globalization;
using System.Text;
using Linchpin.Workbench.Layout;

namespace Linchpin.Exports;

/// <summary>A cell of a CSV file (RFC 4180) from text that may be anybody's.</summary>
/// <remarks>Text that a spreadsheet would take for a formula begins with an apostrophe; control characters become spaces, so that no terminal obeys them.</remarks>
internal static class CsvCell
{
    // A loss that is a gain is written with a minus and nothing else before its digits.
    private static bool Number(string text) => text[0] == '-' && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    /// <summary>The cell; empty for <see langword="null"/>.</summary>
    internal static string Of(string? value)
    {
        var cell = new StringBuilder();
        foreach (char c in value ?? "")
        {
            cell.Append(Foreign.Hides(c) || char.IsControl(c) ? ' ' : c);
        }

        string text = cell.ToString();
        if (text.AsSpan().TrimStart() is { Length: > 0 } said && said[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' && !Number(text))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"'") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
