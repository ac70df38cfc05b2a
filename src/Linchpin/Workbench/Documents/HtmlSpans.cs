using System.Net;
using System.Text.RegularExpressions;

namespace Linchpin.Workbench.Documents;

/// <summary>A run of a document's text that is shown.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Markup">Whether it comes from HTML, where references stand for characters and white space is one space.</param>
internal readonly record struct Span(int Start, int End, bool Markup)
{
    /// <summary>A part of it as text to show.</summary>
    public string Shown(string text, int start, int end)
    {
        string words = text[start..end];
        return Markup ? HtmlSpans.OneSpace(WebUtility.HtmlDecode(words)) : words;
    }
}

/// <summary>The runs of an HTML source that a reader would see, paragraph by paragraph, by their places in the source.</summary>
/// <remarks>Not an HTML parser: it only leaves tags, comments, scripts and styles out of sight. What it returns is text and is encoded like any other.</remarks>
internal static partial class HtmlSpans
{
    private static readonly HashSet<string> Unseen = new(["script", "style", "template", "noscript", "svg", "title", "iframe", "textarea", "select"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Inline = new(
        ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The paragraphs; those without a visible character are left out.</summary>
    public static IEnumerable<List<Span>> Paragraphs(string html)
    {
        var spans = new List<Span>();
        int at = 0;
        while (at < html.Length)
        {
            int tag = NextTag(html, at);
            if (tag > at && (spans.Count > 0 || !html.AsSpan(at, tag - at).IsWhiteSpace()))
            {
                spans.Add(new Span(at, tag, Markup: true));
            }

            if (tag == html.Length)
            {
                break;
            }

            string name = NameAt(html, tag);
            at = html.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal) ? After(html, "-->", tag)
                : Unseen.Contains(name) ? After(html, ">", After(html, "</" + name, After(html, ">", tag)))
                : After(html, ">", tag);
            if (!Inline.Contains(name.TrimStart('/')) && spans.Count > 0)
            {
                yield return spans;
                spans = [];
            }
        }

        if (spans.Count > 0)
        {
            yield return spans;
        }
    }

    /// <summary>The text with every run of white space as one space.</summary>
    public static string OneSpace(string text) => WhiteSpace().Replace(text, " ");

    private static int NextTag(string html, int from)
    {
        for (int at = html.IndexOf('<', from); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?'))
            {
                return at;
            }
        }

        return html.Length;
    }

    private static string NameAt(string html, int tag)
    {
        int end = tag + 1;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || (html[end] == '/' && end == tag + 1)))
        {
            end++;
        }

        return html[(tag + 1)..end];
    }

    private static int After(string html, string mark, int from) =>
        html.IndexOf(mark, Math.Min(from, html.Length), StringComparison.OrdinalIgnoreCase) is >= 0 and int at ? at + mark.Length : html.Length;

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
