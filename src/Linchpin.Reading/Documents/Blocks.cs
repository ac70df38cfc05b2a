namespace Linchpin.Reading.Documents;

/// <summary>Cuts clean text into blocks: as the markup states them, else by empty lines, list marks and, where lines are not wrapped, line ends.</summary>
internal static class Blocks
{
    /// <summary>A wrapped page has runs of at least this many lines without an empty one.</summary>
    private const int WrappedRun = 3;

    /// <summary>Lines longer than this are paragraphs of their own.</summary>
    private const int LongestWrappedLine = 140;

    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\n\r\f\u2028");

    internal static List<Block> Cut(ReadableText text)
    {
        var blocks = new List<Block>();
        if (text.Marked.Count > 0)
        {
            foreach (MarkedBlock marked in text.Marked)
            {
                Add(blocks, text.Clean, marked.Start, marked.End, marked.Lines, marked.Mark);
            }

            return blocks;
        }

        List<(int Start, int End)> lines = LinesOf(text.Clean);
        bool wrapped = IsWrapped(lines);
        for (int i = 0; i < lines.Count;)
        {
            if (lines[i].End == lines[i].Start)
            {
                i++;
                continue;
            }

            int from = i++;
            while (i < lines.Count && lines[i].End > lines[i].Start && Continues(text.Clean, lines[i - 1], lines[i], wrapped))
            {
                i++;
            }

            bool item = IsItem(text.Clean, lines[from].Start, lines[from].End);
            Add(blocks, text.Clean, lines[from].Start, lines[i - 1].End, i - from, item ? BlockMark.Item : BlockMark.None);
        }

        return blocks;
    }

    private static bool Continues(string text, (int Start, int End) last, (int Start, int End) next, bool wrapped)
    {
        if (IsItem(text, next.Start, next.End) || last.End - last.Start > LongestWrappedLine || next.End - next.Start > LongestWrappedLine || PageBreak(text, last.End, next.Start)
            || IsUrl(text, last.Start) != IsUrl(text, next.Start))
        {
            return false;
        }

        // Short lines under each other in a page of unwrapped paragraphs: a two-line heading goes on without a stop, a credit does not.
        return wrapped || char.IsLower(text[next.Start]) || "&,".Contains(text[last.End - 1], StringComparison.Ordinal)
            || text.AsSpan(next.Start, next.End - next.Start).StartsWith("AND ") || text.AsSpan(next.Start, next.End - next.Start).StartsWith("FOR ");
    }

    private static bool IsUrl(string text, int at) => text.AsSpan(at).StartsWith("http", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("www.", StringComparison.Ordinal);

    private static bool PageBreak(string text, int from, int to) => to > from && text.AsSpan(from, to - from).IndexOf('\f') >= 0;

    /// <summary>List marks: a dash or bullet and a space, "(a)", or the "e" that character recognition makes of a round bullet.</summary>
    internal static bool IsItem(string text, int start, int end)
    {
        if (end - start < 3)
        {
            return false;
        }

        char a = text[start], b = text[start + 1], c = text[start + 2];
        bool bullet = a is '-' or '•' or '▪' or '●' or '–' or '‣' or '·' or '◦' or '»' or '›' or '■' or '□' or '◆' or '►' or '▶' or '➢' or '✓' or '✔' or '→' or '○' or '\uF0B7' or '*' or '+' && b is ' ' or '\t';
        bool misread = a is 'e' or 'o' && b == ' ' && (char.IsUpper(c) || c == '|');
        return bullet || misread;
    }

    private static List<(int Start, int End)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (int start = 0; start <= text.Length;)
        {
            int newline = text.AsSpan(start).IndexOfAny(LineEnds);
            int end = newline < 0 ? text.Length : start + newline;
            int from = start, to = end;
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            lines.Add((from, to));
            start = newline < 0 ? text.Length + 1 : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    private static bool IsWrapped(List<(int Start, int End)> lines)
    {
        long inRuns = 0, all = 0;
        int run = 0;
        long runLength = 0;
        foreach ((int start, int end) in lines)
        {
            int length = end - start;
            all += length;
            if (length == 0 || length > LongestWrappedLine)
            {
                Count();
                continue;
            }

            run++;
            runLength += length;
        }

        Count();
        return inRuns * 10 > all * 3;

        void Count()
        {
            inRuns += run >= WrappedRun ? runLength : 0;
            run = 0;
            runLength = 0;
        }
    }

    private static void Add(List<Block> blocks, string text, int start, int end, int lines, BlockMark mark)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            blocks.Add(new Block(start, end, lines, mark));
        }
    }
}
