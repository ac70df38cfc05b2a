namespace Linchpin.Reading.Documents.Pdf;

/// <summary>Lines of pages to paragraphs in reading order: headers and page numbers apart, notes after the text, paragraphs joined across columns and pages.</summary>
internal sealed class PdfLayout
{
    private readonly ExtractedText _text;
    private readonly List<List<PdfLine>> _pages;
    private readonly RunningHeads _heads = new();
    private readonly List<(string Kind, List<PdfLine> Lines)> _body = [], _notes = [];
    private readonly List<PdfLine> _furniture = [];
    private readonly float _letters;
    private readonly float _leading;

    private PdfLayout(List<List<PdfLine>> pages, ExtractedText text)
    {
        (_pages, _text) = (pages, text);
        (_letters, _leading) = (Letters(pages), Leading(pages));
    }

    /// <summary>Writes pages, sizes of which are already in the text, into it.</summary>
    internal static void Write(List<List<PdfLine>> pages, ExtractedText text, CancellationToken cancel)
    {
        var layout = new PdfLayout(pages, text);
        for (int i = 0; i < pages.Count; i++)
        {
            layout._heads.Count(pages[i], text.Pages[i]);
        }

        for (int i = 0; i < pages.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            layout.Page(pages[i], text.Pages[i]);
        }

        layout.Titles();
        foreach ((string kind, List<PdfLine> lines) in layout._body.Concat(layout._notes))
        {
            layout.Part(kind, lines);
        }

        foreach (PdfLine line in layout._furniture)
        {
            layout.Part("furniture", [line]);
        }
    }

    private void Page(List<PdfLine> lines, MapPage page)
    {
        var own = new List<PdfLine>(lines.Count);
        foreach (PdfLine line in lines)
        {
            if (!_heads.Is(line, page))
            {
                own.Add(line);
            }
            else if (_heads.First(line))
            {
                _furniture.Add(line);
            }
        }

        foreach (Column column in ReadingOrder.Of(own))
        {
            if (column.IsTable)
            {
                _body.Add(("table", column.Lines));
                continue;
            }

            int body = NotesFrom(column.Lines, page);
            Paragraphs(column.Lines[..body], _body);
            Notes(column.Lines[body..]);
        }
    }

    /// <summary>Where the notes at the foot of a column begin: the first line with a note's mark of a run, to the end, of smaller letters.</summary>
    private int NotesFrom(List<PdfLine> lines, MapPage page)
    {
        int small = lines.Count;
        while (small > 0 && lines[small - 1].Height < _letters * 0.93f && lines[small - 1].Top > page.Height * 0.3f)
        {
            small--;
        }

        for (int i = small; i < lines.Count; i++)
        {
            if (BeginsNote(lines[i]))
            {
                return i;
            }
        }

        return lines.Count;
    }

    private void Notes(List<PdfLine> lines)
    {
        foreach (PdfLine line in lines)
        {
            if (BeginsNote(line) || _notes.Count == 0)
            {
                _notes.Add(("footnote", []));
            }

            _notes[^1].Lines.Add(line);
        }
    }

    private static bool BeginsNote(PdfLine line)
    {
        int space = line.Text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && space + 1 < line.Text.Length && PdfLine.IsNoteMark(line.Text.AsSpan(0, space)) && !char.IsAsciiDigit(line.Text[space + 1]);
    }

    private void Paragraphs(List<PdfLine> lines, List<(string Kind, List<PdfLine> Lines)> into)
    {
        if (lines.Count == 0)
        {
            return;
        }

        float left = lines.Min(l => l.Left), right = lines.Max(l => l.Right);
        for (int i = 0; i < lines.Count; i++)
        {
            PdfLine line = lines[i];
            bool goesOn = i > 0 ? !Begins(lines[i - 1], line, left, right) : into.Count > 0 && GoesOnAcross(into[^1], line);
            if (!goesOn)
            {
                bool heading = line.Height > _letters * 1.12f;
                bool item = Blocks.IsItem(line.Text, 0, line.Text.Length);
                into.Add((heading ? "heading" : item ? "item" : "paragraph", []));
            }

            into[^1].Lines.Add(line);
        }
    }

    /// <summary>Whether a line begins a paragraph after the one above it: by another size of letters, a gap, a list mark, an indent, or a short line with a stop before it.</summary>
    private bool Begins(PdfLine above, PdfLine line, float left, float right)
    {
        if (Math.Abs(line.Middle - above.Middle) < line.Height * 0.4f && line.Left >= above.Right)
        {
            return false;
        }

        bool otherSize = Math.Abs(line.Height - above.Height) > Math.Max(line.Height, above.Height) * 0.12f && above.Raised.Length == 0 && line.Raised.Length == 0;
        bool gap = line.Middle - above.Middle > Math.Max(_leading, line.Height * 0.9f) * 1.35f;
        bool indented = line.Left - left > line.Height * 0.7f && line.Left - left < line.Height * 4 && above.Left - left < line.Height * 0.5f && Ends(above.Text);
        bool afterShort = above.Right < right - ((right - left) * 0.2f) && Ends(above.Text) && !char.IsLower(line.Text[0]);
        return otherSize || gap || indented || afterShort || Blocks.IsItem(line.Text, 0, line.Text.Length);
    }

    /// <summary>Whether the first line of a column or page goes on with the paragraph before: that one is not ended, and the letters are of one size.</summary>
    private static bool GoesOnAcross((string Kind, List<PdfLine> Lines) before, PdfLine line)
    {
        PdfLine last = before.Lines[^1];
        bool same = Math.Abs(line.Height - last.Height) <= last.Height * 0.12f;
        bool full = before.Lines.Count > 1 && last.Right >= before.Lines.Max(l => l.Right) - ((before.Lines.Max(l => l.Right) - before.Lines.Min(l => l.Left)) * 0.15f);
        return before.Kind is "paragraph" or "item" && same && !Ends(last.Text) && (char.IsLower(line.Text[0]) || full) && !Blocks.IsItem(line.Text, 0, line.Text.Length);
    }

    private static bool Ends(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimEnd("\"”’)]*†‡0123456789 ");
        return bare.Length > 0 ? bare[^1] is '.' or '!' or '?' or ':' or ';' : text.AsSpan().TrimEnd().EndsWith('.');
    }

    /// <summary>The largest letters of the first page that has more than one size are the title.</summary>
    private void Titles()
    {
        (string Kind, List<PdfLine> Lines)[] first = [.. _body.TakeWhile(p => p.Lines[0].Page <= 2).Where(p => p.Kind == "heading")];
        float largest = first.Length == 0 ? 0 : first.Max(p => p.Lines[0].Height);
        int title = largest > _letters * 1.3f ? _body.FindIndex(p => p.Kind == "heading" && p.Lines[0].Height >= largest * 0.98f) : -1;
        if (title >= 0 && _body[title].Lines.Sum(l => l.Text.Length) < 300)
        {
            _body[title] = ("title", _body[title].Lines);
            _text.Title = string.Join(' ', _body[title].Lines.Select(l => l.Text));
        }
    }

    private void Part(string kind, List<PdfLine> lines)
    {
        _text.Begin();
        for (int i = 0; i < lines.Count; i++)
        {
            PdfLine line = lines[i];
            if (i > 0)
            {
                bool row = Math.Abs(line.Middle - lines[i - 1].Middle) < line.Height * 0.4f && line.Page == lines[i - 1].Page;
                _text.Add(row ? kind == "table" ? "\t" : " " : "\n");
            }

            int start = _text.Length, from = 0;
            foreach (Place raised in line.Raised)
            {
                _text.Add(line.Text.AsSpan(from, raised.Start - from));
                _text.AddUnread(line.Text.AsSpan(raised.Start, raised.End - raised.Start));
                from = raised.End;
            }

            _text.Add(line.Text.AsSpan(from));
            _text.AddLine(new MapLine(start, _text.Length, line.Page, line.Left, line.Top, line.Right, line.Bottom));
        }

        _text.End(kind, lines[0].Page);
    }

    /// <summary>The height of the letters that most of the text is set in.</summary>
    private static float Letters(List<List<PdfLine>> pages) =>
        pages.SelectMany(p => p).GroupBy(l => MathF.Round(l.Height * 2) / 2).OrderByDescending(g => g.Sum(l => l.Text.Length)).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault();

    /// <summary>The distance of lines that most of the text is set with; 0 where a page has one line.</summary>
    private static float Leading(List<List<PdfLine>> pages)
    {
        var counts = new Dictionary<int, int>();
        foreach (List<PdfLine> page in pages)
        {
            for (int i = 1; i < page.Count; i++)
            {
                float step = page[i].Middle - page[i - 1].Middle;
                if (step > 0 && step < page[i].Height * 3 && page[i].Left < page[i - 1].Right && page[i].Right > page[i - 1].Left)
                {
                    int half = (int)MathF.Round(step * 2);
                    counts[half] = counts.GetValueOrDefault(half) + 1;
                }
            }
        }

        return counts.Count == 0 ? 0 : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key / 2f;
    }
}
