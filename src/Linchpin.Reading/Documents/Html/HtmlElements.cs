namespace Linchpin.Reading.Documents.Html;

internal enum HtmlPieceKind : byte
{
    Words,
    Comment,
    Declaration,
    Open,
    Close,
}

/// <summary>A piece of markup that begins with an angle bracket.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tag">The element's name, lower case; empty where it has none.</param>
/// <param name="Attributes">Where its attributes begin.</param>
/// <param name="End">One past its end.</param>
internal readonly record struct HtmlPiece(HtmlPieceKind Kind, string Tag, int Attributes, int End);

/// <summary>Which elements are what, and where their tags begin and end (WHATWG HTML, 13.2.5).</summary>
internal static class HtmlElements
{
    internal static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    internal static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
        { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "label", "big", "strike", "tt", "del", "acronym", "nobr" };

    /// <summary>Elements whose content is no markup.</summary>
    internal static readonly HashSet<string> Raw = new(StringComparer.Ordinal)
        { "script", "style", "textarea", "noscript", "template", "iframe", "noembed", "noframes", "xmp", "title" };

    internal static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
        { "svg", "math", "canvas", "object", "select", "option", "button", "audio", "video", "del", "s", "strike", "dialog", "datalist", "head" };

    /// <summary>Names that authors give to what stands around the words.</summary>
    private static readonly HashSet<string> Around = new(StringComparer.OrdinalIgnoreCase)
        { "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "site-header", "site-footer", "footer", "cookie-banner", "cookie-notice", "share", "social", "social-share", "share-buttons", "related", "related-posts", "newsletter", "pagination", "skip-link" };

    private static readonly HashSet<string> Notes = new(StringComparer.OrdinalIgnoreCase)
        { "footnote", "footnotes", "endnote", "endnotes", "references", "reflist", "notes" };

    /// <summary>What a block within the element is.</summary>
    internal static BlockMark MarkOf(string tag, HtmlAttributes attributes, bool inArticle)
    {
        bool notes = attributes.Role is "doc-endnotes" or "doc-footnote" or "doc-endnote" || (attributes.Id is { } id && Notes.Contains(id)) || attributes.Classes.Any(Notes.Contains);
        bool around = attributes.Role is "navigation" or "banner" or "contentinfo" or "search" || (tag is "div" or "ul" or "section" && (attributes.Classes.Any(Around.Contains) || (attributes.Id is { } name && Around.Contains(name))));
        return notes && tag is not ("body" or "html" or "main" or "article" or "a" or "sup") ? BlockMark.Footnote
            : around ? BlockMark.Furniture
            : attributes.Role == "complementary" ? BlockMark.Sidebar
            : tag switch
            {
                "h1" => BlockMark.Title,
                "h2" or "h3" or "h4" or "h5" or "h6" => BlockMark.Heading,
                "li" => BlockMark.Item,
                "figcaption" or "caption" => BlockMark.Caption,
                "nav" => BlockMark.Furniture,
                "header" or "footer" when !inArticle => BlockMark.Furniture,
                "aside" => BlockMark.Sidebar,
                "pre" => BlockMark.Code,
                "td" or "th" => BlockMark.Table,
                _ => BlockMark.None,
            };
    }

    /// <summary>The content of each raw element, in order, and an empty piece for each <c>main</c>.</summary>
    internal static IEnumerable<(string Tag, int Start, int End)> RawOf(string source)
    {
        for (int at = source.IndexOf('<'); at >= 0;)
        {
            HtmlPiece piece = PieceAt(source, at);
            int end = piece.End;
            if (piece.Kind == HtmlPieceKind.Open && Raw.Contains(piece.Tag))
            {
                int close = EndOfRaw(source, piece.Tag, end);
                yield return (piece.Tag, end, close);
                end = close < source.Length ? EndOfTag(source, close + 2) : close;
            }
            else if (piece is { Kind: HtmlPieceKind.Open, Tag: "main" })
            {
                yield return ("main", end, end);
            }

            at = end < source.Length ? source.IndexOf('<', end) : -1;
        }
    }

    /// <summary>The piece of markup at an angle bracket; never empty.</summary>
    internal static HtmlPiece PieceAt(string source, int at)
    {
        ReadOnlySpan<char> rest = source.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            int close = source.IndexOf("-->", Math.Min(source.Length, at + 2), StringComparison.Ordinal);
            return new HtmlPiece(HtmlPieceKind.Comment, "", at, close < 0 ? source.Length : close + 3);
        }

        if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            int close = source.IndexOf('>', at);
            return new HtmlPiece(HtmlPieceKind.Declaration, "", at, close < 0 ? source.Length : close + 1);
        }

        bool closing = rest.Length > 1 && rest[1] == '/';
        int name = at + (closing ? 2 : 1);
        if (name >= source.Length || !char.IsAsciiLetter(source[name]))
        {
            return new HtmlPiece(HtmlPieceKind.Words, "", at, at + 1);
        }

        int nameEnd = name;
        while (nameEnd < source.Length && nameEnd - name < 40 && (char.IsAsciiLetterOrDigit(source[nameEnd]) || source[nameEnd] == '-'))
        {
            nameEnd++;
        }

        return new HtmlPiece(closing ? HtmlPieceKind.Close : HtmlPieceKind.Open, source[name..nameEnd].ToLowerInvariant(), nameEnd, EndOfTag(source, nameEnd));
    }

    /// <summary>One past the bracket that ends a tag, quoted values passed over.</summary>
    internal static int EndOfTag(string source, int i)
    {
        while (i < source.Length)
        {
            int step = source.AsSpan(i).IndexOfAny('>', '"', '\'');
            if (step < 0)
            {
                return source.Length;
            }

            i += step;
            if (source[i] == '>')
            {
                return i + 1;
            }

            // A quote quotes only where a value begins; elsewhere it is a letter of a name.
            int close = BeginsValue(source, i) ? source.IndexOf(source[i], i + 1) : i;
            if (close < 0)
            {
                return source.Length;
            }

            i = close + 1;
        }

        return source.Length;
    }

    private static bool BeginsValue(string source, int quote)
    {
        int i = quote - 1;
        while (i > 0 && char.IsWhiteSpace(source[i]))
        {
            i--;
        }

        return source[i] == '=';
    }

    /// <summary>Where the closing tag of a raw element begins; the end of the source where there is none.</summary>
    internal static int EndOfRaw(string source, string tag, int from)
    {
        int close = source.IndexOf("</" + tag, from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? source.Length : close;
    }
}
