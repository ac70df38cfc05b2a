namespace Linchpin.Claims;

/// <summary>Foreign text made fit to be printed in a message: one line, no control characters, a bounded length.</summary>
public static class Shown
{
    /// <summary>At most <paramref name="most"/> characters of the text, with control and formatting characters as spaces and an ellipsis where it was cut.</summary>
    public static string Short(string? text, int most = 80)
    {
        if (text is null)
        {
            return "";
        }

        var line = new System.Text.StringBuilder(Math.Min(text.Length, most) + 1);
        foreach (char c in text)
        {
            if (line.Length >= most)
            {
                return line.Append('…').ToString();
            }

            bool hidden = char.IsControl(c) || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
                    or System.Globalization.UnicodeCategory.ParagraphSeparator;
            line.Append(hidden ? ' ' : c);
        }

        return line.ToString();
    }
}
