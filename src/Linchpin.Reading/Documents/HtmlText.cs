using System.Net;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>HTML to readable text with positions, in one pass without recursion: tags are read as WHATWG tokenizing has them, nothing is run, nothing is fetched.</summary>
/// <remarks>Script, style, templates, comments, form controls and elements hidden by attribute or inline style are left out, and end the block they stand in, so that no passage spans them.</remarks>
internal sealed class HtmlText
{
    private const int DeepestNesting = 512;

    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
        { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "label" };

    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal)
        { "script", "style", "textarea", "noscript", "template", "iframe", "noembed", "noframes", "xmp", "title" };

    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
        { "svg", "math", "canvas", "object", "select", "option", "button", "audio", "video", "del", "dialog", "datalist", "head" };

    private readonly string _source;
    private readonly string _fileName;
    private readonly ReadableText _text;
    private readonly List<(string Name, bool Hidden, BlockMark Mark)> _open = [];
    private int _hidden;
    private int _blockStart;

    private HtmlText(string source, string fileName)
    {
        _source = source;
        _fileName = fileName;
        _text = ReadableText.Building(source);
    }

    internal static ReadableText Read(string source, string fileName)
    {
        var html = new HtmlText(source, fileName);
        html.Walk();
        html.EndBlock();
        return html._text;
    }

    private void Walk()
    {
        int i = 0;
        while (i < _source.Length)
        {
            int tag = _source.IndexOf('<', i);
            int end = tag < 0 ? _source.Length : tag;
            Words(i, end);
            if (tag < 0)
            {
                return;
            }

            i = Markup(tag);
        }
    }

    /// <summary>Reads one piece of markup that begins at the angle bracket; returns where to go on.</summary>
    private int Markup(int at)
    {
        ReadOnlySpan<char> rest = _source.AsSpan(at);
        if (rest.StartsWith("<!--"))
        {
            EndBlock();
            int close = _source.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? _source.Length : close + 3;
        }

        if (rest.Length > 1 && (rest[1] is '!' or '?'))
        {
            int close = _source.IndexOf('>', at);
            return close < 0 ? _source.Length : close + 1;
        }

        bool closing = rest.Length > 1 && rest[1] == '/';
        int name = at + (closing ? 2 : 1);
        if (name >= _source.Length || !char.IsAsciiLetter(_source[name]))
        {
            Words(at, at + 1);
            return at + 1;
        }

        int nameEnd = name;
        while (nameEnd < _source.Length && nameEnd - name < 40 && (char.IsAsciiLetterOrDigit(_source[nameEnd]) || _source[nameEnd] == '-'))
        {
            nameEnd++;
        }

        string tag = _source[name..nameEnd].ToLowerInvariant();
        int after = EndOfTag(nameEnd);
        ReadOnlySpan<char> attributes = _source.AsSpan(nameEnd, Math.Max(0, after - 1 - nameEnd));
        if (closing)
        {
            Close(tag);
            return after;
        }

        if (Raw.Contains(tag))
        {
            return SkipRaw(tag, after);
        }

        Open(tag, attributes);
        return after;
    }

    private int EndOfTag(int i)
    {
        char quote = '\0';
        for (; i < _source.Length; i++)
        {
            char c = _source[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return _source.Length;
    }

    private int SkipRaw(string tag, int from)
    {
        EndBlock();
        int close = _source.IndexOf("</" + tag, from, StringComparison.OrdinalIgnoreCase);
        if (tag == "title" && close > from && _text.Title is null && close - from < 1000)
        {
            string title = WebUtility.HtmlDecode(_source[from..close]).Trim();
            _text.Title = title.Length > 0 ? title : null;
        }

        return close < 0 ? _source.Length : EndOfTag(close + 2);
    }

    private void Open(string tag, ReadOnlySpan<char> attributes)
    {
        if (!Inline.Contains(tag))
        {
            EndBlock();
        }

        if (Void.Contains(tag))
        {
            return;
        }

        if (_open.Count >= DeepestNesting)
        {
            throw ReadingFaults.TooDeep.Because($"Elements are nested more than {DeepestNesting} deep.", _fileName);
        }

        // An unclosed p or li is closed by the next one, as the standard has it; else a page of them would count as nesting.
        if (_open.Count > 0 && _open[^1].Name == tag && tag is "p" or "li" or "dt" or "dd" or "td" or "th" or "tr" or "option")
        {
            Close(tag);
        }

        bool hidden = Unread.Contains(tag) || IsHidden(attributes);
        if (hidden)
        {
            EndBlock();
            _hidden++;
        }

        _open.Add((tag, hidden, MarkOf(tag)));
    }

    private void Close(string tag)
    {
        if (!Inline.Contains(tag))
        {
            EndBlock();
        }

        int at = _open.FindLastIndex(o => o.Name == tag);
        for (int k = _open.Count - 1; at >= 0 && k >= at; k--)
        {
            if (_open[k].Hidden)
            {
                _hidden--;
                _blockStart = _text.Length;
            }

            _open.RemoveAt(k);
        }
    }

    private static BlockMark MarkOf(string tag) => tag switch
    {
        "h1" => BlockMark.Title,
        "h2" or "h3" or "h4" or "h5" or "h6" => BlockMark.Heading,
        "li" => BlockMark.Item,
        "figcaption" or "caption" => BlockMark.Caption,
        "nav" or "header" or "footer" => BlockMark.Furniture,
        "aside" => BlockMark.Sidebar,
        "pre" => BlockMark.Code,
        _ => BlockMark.None,
    };

    private static bool IsHidden(ReadOnlySpan<char> attributes)
    {
        if (attributes.Length < 6)
        {
            return false;
        }

        string plain = string.Concat(attributes.ToString().Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
        return plain.Contains("display:none", StringComparison.Ordinal) || plain.Contains("visibility:hidden", StringComparison.Ordinal)
            || plain.Contains("font-size:0", StringComparison.Ordinal) || plain.Contains("opacity:0", StringComparison.Ordinal)
            || plain.Contains("aria-hidden=\"true\"", StringComparison.Ordinal)
            || (plain.Contains("color:#fff", StringComparison.Ordinal) && !plain.Contains("background", StringComparison.Ordinal))
            || (plain.Contains("color:white", StringComparison.Ordinal) && !plain.Contains("background", StringComparison.Ordinal))
            || (' ' + string.Join(' ', attributes.ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) + ' ')
                .Contains(" hidden ", StringComparison.Ordinal);
    }

    private void Words(int start, int end)
    {
        if (_hidden > 0)
        {
            return;
        }

        int from = start;
        for (int i = start; i < end; i++)
        {
            if (_source[i] != '&')
            {
                continue;
            }

            int semicolon = _source.IndexOf(';', i, Math.Min(end - i, 34));
            if (semicolon < 0)
            {
                continue;
            }

            string entity = _source[i..(semicolon + 1)];
            string decoded = WebUtility.HtmlDecode(entity);
            if (decoded != entity)
            {
                _text.Take(from, i);
                _text.Put(decoded, i, semicolon + 1);
                from = semicolon + 1;
                i = semicolon;
            }
        }

        _text.Take(from, end);
    }

    private void EndBlock()
    {
        int end = _text.Length;
        if (end > _blockStart && _hidden == 0)
        {
            BlockMark mark = BlockMark.None;
            foreach ((_, _, BlockMark outer) in _open)
            {
                mark = outer is BlockMark.None || mark is BlockMark.Furniture or BlockMark.Sidebar ? mark : outer;
            }

            _text.Marked.Add(new MarkedBlock(_blockStart, end, mark));
        }

        _blockStart = end;
    }
}
