using System.Net;

namespace Linchpin.Reading.Documents.Html;

/// <summary>The attributes of a tag that say what its element is and whether it is seen (WHATWG HTML, 13.2.5.32 on, as far as they do). Others are passed over.</summary>
internal sealed class HtmlAttributes
{
    private const int LongestValue = 4096;
    private const int MostClasses = 64;

    internal HtmlAttributes(ReadOnlySpan<char> attributes)
    {
        Classes = [];
        for (int i = 0; i < attributes.Length;)
        {
            while (i < attributes.Length && (char.IsWhiteSpace(attributes[i]) || attributes[i] == '/'))
            {
                i++;
            }

            int name = i;
            while (i < attributes.Length && attributes[i] != '=' && attributes[i] != '/' && !char.IsWhiteSpace(attributes[i]))
            {
                i++;
            }

            ReadOnlySpan<char> named = attributes[name..i];
            int equals = i;
            while (equals < attributes.Length && char.IsWhiteSpace(attributes[equals]))
            {
                equals++;
            }

            ReadOnlySpan<char> value = default;
            if (equals < attributes.Length && attributes[equals] == '=')
            {
                i = equals + 1;
                while (i < attributes.Length && char.IsWhiteSpace(attributes[i]))
                {
                    i++;
                }

                char quote = i < attributes.Length && attributes[i] is '"' or '\'' ? attributes[i++] : '\0';
                int length = quote != '\0' ? attributes[i..].IndexOf(quote) : attributes[i..].IndexOfAny(" \t\r\n\f");
                int end = length < 0 ? attributes.Length : i + length;
                value = attributes[i..end];
                i = quote != '\0' ? Math.Min(attributes.Length, end + 1) : end;
            }
            else if (i == name)
            {
                i++;
                continue;
            }

            if (named.Length <= 12)
            {
                Keep(named, value[..Math.Min(value.Length, LongestValue)]);
            }
        }
    }

    internal string? Id { get; private set; }

    internal string[] Classes { get; private set; }

    internal string? Style { get; private set; }

    internal string? Role { get; private set; }

    internal string? Color { get; private set; }

    internal string? Background { get; private set; }

    /// <summary>Whether it leads to a place in the same page.</summary>
    internal bool LeadsWithin { get; private set; }

    /// <summary>Whether an attribute hides the element: <c>hidden</c>, <c>aria-hidden="true"</c>.</summary>
    internal bool Hidden { get; private set; }

    private void Keep(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case var n when n.Equals("class", StringComparison.OrdinalIgnoreCase):
                Classes = [.. value.ToString().Split((char[]?)null, MostClasses + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostClasses)];
                break;
            case var n when n.Equals("id", StringComparison.OrdinalIgnoreCase):
                Id = value.ToString();
                break;
            case var n when n.Equals("style", StringComparison.OrdinalIgnoreCase):
                Style = WebUtility.HtmlDecode(value.ToString());
                break;
            case var n when n.Equals("role", StringComparison.OrdinalIgnoreCase):
                Role = value.ToString().Trim().ToLowerInvariant();
                break;
            case var n when n.Equals("color", StringComparison.OrdinalIgnoreCase) || n.Equals("text", StringComparison.OrdinalIgnoreCase):
                Color = value.ToString();
                break;
            case var n when n.Equals("bgcolor", StringComparison.OrdinalIgnoreCase):
                Background = value.ToString();
                break;
            case var n when n.Equals("href", StringComparison.OrdinalIgnoreCase):
                LeadsWithin = value.StartsWith("#");
                break;
            case var n when n.Equals("hidden", StringComparison.OrdinalIgnoreCase):
                Hidden = true;
                break;
            case var n when n.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase):
                Hidden |= value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
                break;
        }
    }
}
