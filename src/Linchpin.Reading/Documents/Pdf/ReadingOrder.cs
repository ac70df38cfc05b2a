namespace Linchpin.Reading.Documents.Pdf;

/// <summary>A run of lines that are read one after the other: a column, or the rows of a table.</summary>
internal sealed record Column(List<PdfLine> Lines, bool IsTable);

/// <summary>Puts the lines of a page into the order in which a person reads them: bands of the page from top to bottom, in each its columns from left to right.</summary>
/// <remarks>A gutter is a strip that no line of a band crosses. Bands that share a gutter are one region (recursive cuts after Nagy and Seth 1984, here without recursion:
/// a page is cut across, then down).</remarks>
internal static class ReadingOrder
{
    /// <summary>The width of a gutter in heights of a line.</summary>
    private const float Gutter = 0.7f;

    internal static List<Column> Of(List<PdfLine> lines)
    {
        var columns = new List<Column>();
        if (lines.Count == 0)
        {
            return columns;
        }

        float unit = lines.Select(l => l.Height).Order().ElementAt(lines.Count / 2);
        float gutter = unit * Gutter;
        var region = new List<List<PdfLine>>();
        List<(float From, float To)> filled = [];
        foreach (List<PdfLine> band in Bands(lines))
        {
            List<(float, float)> own = Filled(band, gutter);
            List<(float, float)> both = Joined(filled, own, gutter);
            bool goesOn = region.Count == 0 || (filled.Count > 1 ? both.Count > 1 : own.Count == 1);
            if (!goesOn)
            {
                Close(columns, region, unit);
                region.Clear();
            }

            filled = goesOn ? both : own;
            region.Add(band);
        }

        Close(columns, region, unit);
        return columns;
    }

    /// <summary>Runs of lines that overlap in height, from the top.</summary>
    private static IEnumerable<List<PdfLine>> Bands(List<PdfLine> lines)
    {
        var band = new List<PdfLine>();
        float bottom = float.MinValue;
        foreach (PdfLine line in lines.OrderBy(l => l.Top).ThenBy(l => l.Left))
        {
            float inset = line.Height * 0.25f;
            if (band.Count > 0 && line.Top + inset >= bottom)
            {
                yield return band;
                band = [];
                bottom = float.MinValue;
            }

            band.Add(line);
            bottom = Math.Max(bottom, line.Bottom - inset);
        }

        yield return band;
    }

    /// <summary>The widths that lines fill, from the left; what lies between two of them is a gutter.</summary>
    private static List<(float From, float To)> Filled(IReadOnlyList<PdfLine> lines, float gutter)
    {
        var filled = new List<(float From, float To)>();
        foreach (PdfLine line in lines.OrderBy(l => l.Left))
        {
            Add(filled, (line.Left, line.Right), gutter);
        }

        return filled;
    }

    private static List<(float From, float To)> Joined(List<(float From, float To)> a, List<(float From, float To)> b, float gutter)
    {
        var filled = new List<(float From, float To)>(a.Count + b.Count);
        for (int i = 0, k = 0; i < a.Count || k < b.Count;)
        {
            Add(filled, k == b.Count || (i < a.Count && a[i].From <= b[k].From) ? a[i++] : b[k++], gutter);
        }

        return filled;
    }

    private static void Add(List<(float From, float To)> filled, (float From, float To) next, float gutter)
    {
        if (filled.Count > 0 && next.From - filled[^1].To <= gutter)
        {
            filled[^1] = (filled[^1].From, Math.Max(filled[^1].To, next.To));
        }
        else
        {
            filled.Add(next);
        }
    }

    private static void Close(List<Column> columns, List<List<PdfLine>> region, float unit)
    {
        // Single lines at the end of a region, below a gap, belong to what follows: a heading over the whole width.
        int kept = region.Count;
        while (kept > 1 && region[kept - 1].Count == 1 && region[kept - 1][0].Top - region[kept - 2].Max(l => l.Bottom) > unit)
        {
            kept--;
        }

        PdfLine[] all = [.. region.Take(kept).SelectMany(b => b)];
        List<(float From, float To)> filled = Filled(all, unit * Gutter);
        if (filled.Count == 1)
        {
            columns.Add(new Column([.. region.Take(kept).SelectMany(Rows)], false));
        }
        else if (IsTable(all, region, kept, filled.Count))
        {
            columns.Add(new Column([.. region.Take(kept).SelectMany(Rows)], true));
        }
        else
        {
            foreach (IGrouping<int, PdfLine> column in all.GroupBy(l => filled.FindLastIndex(f => l.Left >= f.From)).OrderBy(g => g.Key))
            {
                columns.Add(new Column([.. Rows(column)], false));
            }
        }

        if (kept < region.Count)
        {
            columns.Add(new Column([.. region.Skip(kept).SelectMany(b => b)], false));
        }
    }

    /// <summary>Cells: few words in each, and most rows have more than one.</summary>
    private static bool IsTable(IReadOnlyCollection<PdfLine> lines, List<List<PdfLine>> region, int kept, int columns)
    {
        int rows = region.Take(kept).Count(b => b.Count > 1);
        double words = lines.Average(l => l.Text.Count(c => c == ' ') + 1);
        return rows >= 2 && rows * 2 >= kept && (words <= 3 || (columns > 2 && words <= 4.5));
    }

    /// <summary>By rows: lines whose middles are level are read from left to right.</summary>
    private static IEnumerable<PdfLine> Rows(IEnumerable<PdfLine> lines)
    {
        var row = new List<PdfLine>();
        foreach (PdfLine line in lines.OrderBy(l => l.Middle))
        {
            if (row.Count > 0 && line.Middle - row[0].Middle > row[0].Height * 0.4f)
            {
                foreach (PdfLine left in row.OrderBy(l => l.Left))
                {
                    yield return left;
                }

                row.Clear();
            }

            row.Add(line);
        }

        foreach (PdfLine left in row.OrderBy(l => l.Left))
        {
            yield return left;
        }
    }
}
