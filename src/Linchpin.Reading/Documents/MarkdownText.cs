namespace Linchpin.Reading.Documents;

/// <summary>Markdown to readable text with positions: marks of headings, lists, quotes, links and emphasis are left out, code and comments are not read (CommonMark 0.31 in its common forms).</summary>
internal static class MarkdownText
{
    internal static ReadableText Read(string source)
    {
        ReadableText text = ReadableText.Building(source);
        BlockMark mark = BlockMark.None;
        int blockStart = 0;
        bool fenced = false, comment = false;
        for (int line = 0; line < source.Length;)
        {
            int newline = source.IndexOf('\n', line);
            int end = newline < 0 ? source.Length : newline;
            int next = newline < 0 ? source.Length : newline + 1;
            ReadOnlySpan<char> words = source.AsSpan(line, end - line).Trim();
            if (words.StartsWith("```") || words.StartsWith("~~~"))
            {
                fenced = !fenced;
                EndBlock();
            }
            else if (!fenced)
            {
                comment |= words.StartsWith("<!--");
                if (words.IsEmpty || comment || Rule(words))
                {
                    EndBlock();
                    comment &= !words.EndsWith("-->");
                }
                else
                {
                    Line(line, end);
                }
            }

            line = next;
        }

        EndBlock();
        return text;

        void EndBlock()
        {
            if (text.Length > blockStart)
            {
                text.Marked.Add(new MarkedBlock(blockStart, text.Length, mark));
            }

            blockStart = text.Length;
            mark = BlockMark.None;
        }

        void Line(int start, int end)
        {
            int i = start;
            while (i < end && (source[i] is ' ' or '\t' or '>'))
            {
                i++;
            }

            int hashes = i;
            while (hashes < end && source[hashes] == '#' && hashes - i < 6)
            {
                hashes++;
            }

            bool heading = hashes > i && hashes < end && source[hashes] == ' ';
            bool item = i + 1 < end && source[i] is '-' or '*' or '+' or '•' && source[i + 1] is ' ' or '\t';
            bool note = i + 2 < end && source[i] == '[' && source[i + 1] == '^';
            if (heading || item || note)
            {
                EndBlock();
                mark = heading ? (hashes - i == 1 ? BlockMark.Title : BlockMark.Heading) : item ? BlockMark.Item : BlockMark.Footnote;
                i = heading ? hashes : item ? i + 1 : i;
            }

            Inline(i, end);
            if (end < source.Length)
            {
                text.Take(end, end + 1);
            }

            if (heading)
            {
                EndBlock();
            }
        }

        // A link shows its words; where it leads is not text. Depth is one: no recursion.
        void Inline(int start, int end)
        {
            int from = start;
            for (int i = start; i < end; i++)
            {
                bool target = source[i] == ']' && i + 1 < end && source[i + 1] == '(';
                if (source[i] == '[' || target)
                {
                    text.Take(from, i);
                    from = i + 1;
                    if (target)
                    {
                        int close = source.IndexOf(')', i, end - i);
                        from = close < 0 ? i + 1 : close + 1;
                        i = from - 1;
                    }
                }
            }

            text.Take(from, end);
        }
    }

    private static bool Rule(ReadOnlySpan<char> words) => words.Length >= 3 && words.Trim("-*_= ").IsEmpty;
}
