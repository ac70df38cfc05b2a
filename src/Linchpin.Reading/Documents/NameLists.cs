namespace Linchpin.Reading.Documents;

/// <summary>Runs of short blocks that are names with or without offices: boards, commentators, imprints.</summary>
internal static class NameLists
{
    private const int ShortestRun = 5;

    /// <summary>Before the first paragraph a run must be longer: title, series, publisher and authors are short lines too.</summary>
    private const int LongTitleBlock = 12;

    internal static void Mark(IReadOnlyList<Block> blocks, BlockShape[] shapes)
    {
        bool afterProse = false;
        for (int i = 0; i < blocks.Count;)
        {
            int end = i;
            while (end < blocks.Count && Short(blocks[end], shapes[end]))
            {
                end++;
            }

            if (end - i >= ShortestRun && LooksLikeNames(shapes, i, end, afterProse ? ShortestRun : LongTitleBlock))
            {
                for (int k = i; k < end; k++)
                {
                    blocks[k].Zone = ZoneKind.NameList;
                }
            }

            i = Math.Max(end, i + 1);
            afterProse |= i <= blocks.Count && blocks[i - 1].Length > 110;
        }
    }

    private static bool Short(Block block, BlockShape shape) =>
        block.Length <= 120 && !shape.Known && !shape.AuthorHeading && !shape.ThanksHeading && (shape.Unended || block.Length <= 30) && !shape.StartsLower && block.Mark is BlockMark.None or BlockMark.Item && block.Zone is ZoneKind.Heading or ZoneKind.Prose or ZoneKind.Furniture && !shape.Credit;

    /// <summary>Most are two to four words, and few stand above a paragraph: headings come one at a time.</summary>
    private static bool LooksLikeNames(BlockShape[] shapes, int from, int to, int shortest)
    {
        int names = 0, titles = 0;
        for (int k = from; k < to; k++)
        {
            names += shapes[k].Words is >= 2 and <= 5 && !shapes[k].Known ? 1 : 0;
            titles += shapes[k].Known || shapes[k].Numbered ? 1 : 0;
        }

        return names * 2 >= to - from && titles == 0 && to - from >= shortest;
    }
}
