using Linchpin.Reading.Documents;

namespace Linchpin.Reading.Words;

/// <summary>A sentence: a run of the page's tokens, with the zone it stands in.</summary>
/// <param name="From">Index of its first token.</param>
/// <param name="To">One past the index of its last token.</param>
/// <param name="Block">The block it begins in.</param>
/// <param name="Number">Its place among the page's sentences.</param>
/// <param name="Dateline">Whether it is the place and date before a report: it tells nothing.</param>
internal sealed record Sentence(int From, int To, Block Block, int Number, bool Dateline = false)
{
    internal ZoneKind Zone => Block.Zone;
}

/// <summary>The page as words: its tokens in reading order, its sentences, its blocks. What goes on after a page break or a side bar is one sentence.</summary>
internal sealed class Page
{
    /// <summary>A longer sentence is cut: lists without stops stay linear to read.</summary>
    private const int LongestSentence = 300;

    private static readonly ZoneKind[] Read =
        [ZoneKind.Prose, ZoneKind.Title, ZoneKind.Subtitle, ZoneKind.Heading, ZoneKind.Caption, ZoneKind.AuthorBios, ZoneKind.Sidebar, ZoneKind.Table];

    internal Page(ReadableText text, IReadOnlyList<Block> blocks, CancellationToken cancel)
    {
        Text = text;
        Blocks = blocks;
        var tokenizer = new Tokenizer(Lexicon.Shared);
        foreach (List<Block> paragraph in Paragraphs(blocks))
        {
            cancel.ThrowIfCancellationRequested();
            int from = Tokens.Count;
            foreach (Block block in paragraph)
            {
                tokenizer.Read(text.Clean, AfterMark(text.Clean, block), block.End, Tokens);
            }

            Split(from, Tokens.Count, paragraph[0]);
        }

        tokenizer.NoteLowerCase();
    }

    internal ReadableText Text { get; }

    internal IReadOnlyList<Block> Blocks { get; }

    internal List<Token> Tokens { get; } = [];

    internal List<Sentence> Sentences { get; } = [];

    internal string Words(int from, int to)
    {
        var words = new System.Text.StringBuilder();
        for (int i = from; i < to; i++)
        {
            if (i > from && Tokens[i].SpaceBefore && !(Tokens[i - 1].Word.Mark('-') && !Tokens[i - 1].SpaceBefore))
            {
                words.Append(' ');
            }

            words.Append(Text.Clean, Tokens[i].Start, Tokens[i].End - Tokens[i].Start);
        }

        return words.ToString();
    }

    private static IEnumerable<List<Block>> Paragraphs(IReadOnlyList<Block> blocks)
    {
        var paragraph = new List<Block>();
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Zone == ZoneKind.Prose && blocks[i].GoesOn && paragraph.Count > 0)
            {
                paragraph.Add(blocks[i]);
                continue;
            }

            if (!Read.Contains(blocks[i].Zone))
            {
                continue;
            }

            // A paragraph is kept open past what is not prose, in case the next prose goes on with it.
            if (blocks[i].Zone != ZoneKind.Prose)
            {
                yield return [blocks[i]];
                continue;
            }

            if (paragraph.Count > 0)
            {
                yield return paragraph;
            }

            paragraph = [blocks[i]];
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }

    private static int AfterMark(string text, Block block) =>
        block.Mark == BlockMark.Item && Documents.Blocks.IsItem(text, block.Start, block.End) ? block.Start + 1 : block.Start;

    private void Split(int from, int to, Block block)
    {
        int start = AfterDateline(from, to, block);
        for (int i = start; i < to; i++)
        {
            bool last = i + 1 == to;
            if (!last && !Ends(i, to) && i - start < LongestSentence)
            {
                continue;
            }

            int end = i + 1;
            while (end < to && !Tokens[end].SpaceBefore && Tokens[end].Word.Kind == WordKind.Mark && Tokens[end].Word.Text[0] is '"' or '”' or '’' or ')' or ']' or '\'')
            {
                end++;
            }

            Sentences.Add(new Sentence(start, end, BlockAt(start, block), Sentences.Count));
            start = end;
            i = end - 1;
        }
    }

    /// <summary>The dateline is a sentence of its own.</summary>
    private int AfterDateline(int from, int to, Block block)
    {
        int start = from;
        while (start < to && Tokens[start].Start < block.Dateline)
        {
            start++;
        }

        if (start == from)
        {
            return from;
        }

        while (start < to && Tokens[start].Word.Kind == WordKind.Mark && Tokens[start].Word.Text[0] is '-' or '–' or '—')
        {
            start++;
        }

        Sentences.Add(new Sentence(from, start, block, Sentences.Count, Dateline: true));
        return start;
    }

    private Block BlockAt(int token, Block first)
    {
        if (Tokens[token].Start < first.End && Tokens[token].Start >= first.Start)
        {
            return first;
        }

        int low = 0, high = Blocks.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Blocks[middle].Start <= Tokens[token].Start)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Blocks[low];
    }

    private bool Ends(int i, int to)
    {
        Word word = Tokens[i].Word;
        if (word.Kind == WordKind.Mark && word.Text[0] is '.' or '!' or '?')
        {
            int next = i + 1;
            while (next < to && Tokens[next].Word.Kind == WordKind.Mark && Tokens[next].Word.Text[0] is '"' or '”' or '’' or ')' or ']' or '\'' or '“')
            {
                next++;
            }

            return next < to && (Tokens[next].SpaceBefore || Tokens[next - 1].SpaceBefore)
                && (Tokens[next].Word.Capital || Tokens[next].Word.MixedCaps || Tokens[next].Word.Kind is not WordKind.Word);
        }

        // "in Washington, D.C. Secretary of State …": a place or an hour ends a sentence before a title too.
        if (word.Text is "D.C." or "a.m." or "p.m." && i + 1 < to && Enumerable.Range(i + 1, Math.Min(3, to - i - 1)).TakeWhile(k => Tokens[k].Word.Capital).Any(k => Tokens[k].Word.Head is { Class: HeadClass.Title }))
        {
            return true;
        }

        // A stop that belongs to an abbreviation ends a sentence only before a word that begins one.
        return word.IsWord && word.Text.EndsWith('.') && !word.Is(Use.Honorific) && i + 1 < to && Tokens[i + 1].Word.Capital && Tokens[i + 1].Word.Function;
    }
}
