using System.Net;

namespace Linchpin.Reading.Documents.Html;

/// <summary>HTML to readable text with positions, in one pass without recursion: tags are read as WHATWG tokenizing has them, nothing is run, nothing is fetched.</summary>
/// <remarks>Script, style, templates, comments, form controls, deleted words and what attributes or the page's own style sheets hide are left out, and end the block they stand in,
/// so that no passage spans them. Links to notes are left out within their sentence.</remarks>
internal sealed class HtmlText
{
    private const int DeepestNesting = 512;

    private readonly string _source;
    private readonly string _fileName;
    private readonly ReadableText _text;
    private readonly Looks _looks;
    private readonly bool _hasMain;
    private readonly List<Open> _open = [];
    private readonly List<Named> _named = [];
    private int _marks, _blockStart;

    private HtmlText(string source, string fileName)
    {
        (_source, _fileName) = (source, fileName);
        _text = ReadableText.Building(source);
        var sheet = new StyleSheet(fileName);
        foreach ((string tag, int start, int end) in HtmlElements.RawOf(source))
        {
            if (tag == "style")
            {
                sheet.Add(source[start..end]);
            }

            _hasMain |= tag == "main";
        }

        _looks = new Looks(sheet, fileName);
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
        HtmlPiece piece = HtmlElements.PieceAt(_source, at);
        switch (piece.Kind)
        {
            case HtmlPieceKind.Comment:
                EndBlock();
                break;
            case HtmlPieceKind.Words:
                Words(at, piece.End);
                break;
            case HtmlPieceKind.Close:
                Close(piece.Tag);
                break;
            case HtmlPieceKind.Open when HtmlElements.Raw.Contains(piece.Tag):
                EndBlock();
                int close = HtmlElements.EndOfRaw(_source, piece.Tag, piece.End);
                Title(piece.Tag, piece.End, close);
                return close < _source.Length ? HtmlElements.EndOfTag(_source, close + 2) : close;
            case HtmlPieceKind.Open:
                OpenElement(piece.Tag, new HtmlAttributes(_source.AsSpan(piece.Attributes, Math.Max(0, piece.End - 1 - piece.Attributes))));
                break;
        }

        return piece.End;
    }

    private void Title(string tag, int start, int end)
    {
        if (tag == "title" && _text.Title is null && end - start < 1000)
        {
            string title = string.Join(' ', WebUtility.HtmlDecode(_source[start..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            _text.Title = title.Length > 0 ? title : null;
        }
    }

    private void OpenElement(string tag, HtmlAttributes attributes)
    {
        bool inline = HtmlElements.Inline.Contains(tag);
        if (!inline)
        {
            EndBlock();
            CloseImplied(tag);
        }

        if (HtmlElements.Void.Contains(tag))
        {
            return;
        }

        if (_open.Count >= DeepestNesting)
        {
            throw ReadingFaults.TooDeep.Because($"Elements are nested more than {DeepestNesting} deep.", _fileName);
        }

        Open? around = _open.Count > 0 ? _open[^1] : null;
        _named.Add(new Named(tag, attributes.Id, attributes.Classes));
        Look look = _looks.Of(_named, attributes, around?.Look ?? Look.Page);
        bool unread = around?.Unread == true || HtmlElements.Unread.Contains(tag);
        bool unseen = unread || look.Unseen;
        if (unseen != IsUnseen)
        {
            EndBlock();
        }

        bool mark = attributes.Role == "doc-noteref" || (tag == "a" && attributes.LeadsWithin && around?.Tag == "sup");
        _marks += mark ? 1 : 0;
        _open.Add(new Open(tag, look, unseen, unread, mark, HtmlElements.MarkOf(tag, attributes, _open.Any(o => o.Tag is "article" or "main"))));
    }

    /// <summary>Closes what the standard has a new element close: a paragraph before a block, an item, cell or row before the next.</summary>
    private void CloseImplied(string tag)
    {
        string[] closed = tag switch
        {
            "li" => ["li"],
            "dt" or "dd" => ["dt", "dd"],
            "td" or "th" => ["td", "th"],
            "tr" => ["tr"],
            "option" => ["option"],
            _ when HtmlElements.Void.Contains(tag) => [],
            _ => ["p"],
        };
        for (int i = _open.Count - 1; i >= 0; i--)
        {
            if (Array.IndexOf(closed, _open[i].Tag) >= 0)
            {
                CloseFrom(i);
                return;
            }

            if (_open[i].Tag is "ul" or "ol" or "dl" or "table" or "div" or "section" or "article" or "blockquote" or "td" or "th" or "select")
            {
                return;
            }
        }
    }

    private void Close(string tag)
    {
        bool inline = HtmlElements.Inline.Contains(tag);
        if (!inline)
        {
            EndBlock();
        }

        int at = _open.FindLastIndex(o => o.Tag == tag);
        if (at < 0 || (inline && _open.FindIndex(at, o => !HtmlElements.Inline.Contains(o.Tag)) >= 0))
        {
            // A block that begins within it goes on after it: what is hidden there stays hidden.
            return;
        }

        // Formatting that was not closed goes on after its block, as the standard has it: so does what it hides.
        Open[] goOn = inline ? [] : [.. _open.Skip(at + 1).Where(o => o.Unseen && HtmlElements.Inline.Contains(o.Tag) && o.Tag is not "span").Take(3)];
        bool hid = _open[at].Unseen;
        CloseFrom(at);
        foreach (Open open in hid ? [] : goOn)
        {
            _open.Add(open with { IsNoteMark = false });
            _named.Add(new Named(open.Tag, null, []));
        }
    }

    private void CloseFrom(int at)
    {
        for (int k = _open.Count - 1; k >= at; k--)
        {
            if (_open[k].Unseen != (k > 0 && _open[k - 1].Unseen))
            {
                EndBlock();
            }

            _marks -= _open[k].IsNoteMark ? 1 : 0;
            _open.RemoveAt(k);
            _named.RemoveAt(k);
        }
    }

    private bool IsUnseen => _open.Count > 0 && _open[^1].Unseen;

    private void Words(int start, int end)
    {
        if (IsUnseen || _marks > 0)
        {
            return;
        }

        int from = start;
        for (int i = start; i < end; i++)
        {
            int step = _source.AsSpan(i, end - i).IndexOf('&');
            if (step < 0)
            {
                break;
            }

            i += step;
            int semicolon = _source.IndexOf(';', i, Math.Min(end - i, 34));
            if (semicolon < 0)
            {
                continue;
            }

            string entity = _source[i..(semicolon + 1)];
            string decoded = WebUtility.HtmlDecode(entity);
            if (decoded != entity)
            {
                _text.TakeBridged(from, i, acrossLines: false);
                _text.Put(decoded is "\u00AD" or "\u200B" ? "" : decoded, i, semicolon + 1);
                from = semicolon + 1;
                i = semicolon;
            }
        }

        _text.TakeBridged(from, end, acrossLines: false);
    }

    private void EndBlock()
    {
        int end = _text.Length;
        if (end > _blockStart)
        {
            BlockMark mark = BlockMark.None;
            bool inMain = false;
            foreach (Open open in _open)
            {
                inMain |= open.Tag == "main";
                mark = open.Mark is BlockMark.None || mark is BlockMark.Furniture or BlockMark.Sidebar or BlockMark.Footnote ? mark : open.Mark;
            }

            mark = mark == BlockMark.Table && HoldsSentence(_blockStart, end) ? BlockMark.None : mark;
            _text.Marked.Add(new MarkedBlock(_blockStart, end, _hasMain && !inMain ? BlockMark.Furniture : mark));
        }

        _blockStart = end;
    }

    /// <summary>Whether a cell holds a sentence: pages are laid out by tables too.</summary>
    private bool HoldsSentence(int start, int end)
    {
        ReadOnlySpan<char> words = _text.Built(start, end).AsSpan().Trim();
        return words.Length > 60 && words[^1] is '.' or '!' or '?' or '”' or ':';
    }

    /// <summary>An element that is open.</summary>
    private sealed record Open(string Tag, Look Look, bool Unseen, bool Unread, bool IsNoteMark, BlockMark Mark);
}
