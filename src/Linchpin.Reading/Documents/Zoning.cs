namespace Linchpin.Reading.Documents;

/// <summary>Tells the parts of a page apart by layout: what is short and unended, what repeats, what interrupts a sentence, what is made of names, links or notes.</summary>
internal static class Zoning
{
    private const int LongestHeading = 110;

    internal static void Mark(IReadOnlyList<Block> blocks, string text, string? statedTitle)
    {
        var shapes = new BlockShape[blocks.Count];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < blocks.Count; i++)
        {
            shapes[i] = new BlockShape(blocks[i], text);
            if (blocks[i].Length <= LongestHeading)
            {
                seen[shapes[i].Key] = seen.GetValueOrDefault(shapes[i].Key) + 1;
            }
        }

        ByShape(blocks, shapes);
        BrokenLines(blocks, shapes, seen);
        FrontMatter(blocks, shapes, seen, statedTitle);
        NameLists.Mark(blocks, shapes);
        BackMatter(blocks, shapes);
        Interruptions(blocks, shapes, seen);
        Sections(blocks, text);
    }

    private static void ByShape(IReadOnlyList<Block> blocks, BlockShape[] shapes)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            BlockShape s = shapes[i];
            blocks[i].Zone = blocks[i].Mark switch
            {
                BlockMark.Title => ZoneKind.Title,
                BlockMark.Heading => ZoneKind.Heading,
                BlockMark.Caption => ZoneKind.Caption,
                BlockMark.Furniture => ZoneKind.Furniture,
                BlockMark.Sidebar => ZoneKind.Sidebar,
                BlockMark.Footnote => ZoneKind.Footnotes,
                BlockMark.Code => ZoneKind.Boilerplate,
                BlockMark.Table => ZoneKind.Table,
                BlockMark.Quotation => ZoneKind.Quotation,
                _ => s.Note ? ZoneKind.Footnotes
                    : s.MostlyUrls ? ZoneKind.Urls
                    : s.Credit ? ZoneKind.Furniture
                    : s.Navigation || s.PageNumber ? ZoneKind.Furniture
                    : s.Caption ? ZoneKind.Caption
                    : s.Bio ? ZoneKind.AuthorBios
                    : s.Legal ? ZoneKind.Boilerplate
                    : s.HeadingLike ? ZoneKind.Heading
                    : ZoneKind.Prose,
            };
        }
    }

    /// <summary>A short line that breaks off before lower-case words, or on a word that ends no heading, is a piece of a paragraph.</summary>
    private static void BrokenLines(IReadOnlyList<Block> blocks, BlockShape[] shapes, Dictionary<string, int> seen)
    {
        for (int i = 0; i < blocks.Count; i++)
        {
            bool goesOn = i + 1 < blocks.Count && blocks[i + 1].Zone == ZoneKind.Prose && shapes[i + 1].StartsLower;
            if (blocks[i].Zone == ZoneKind.Heading && blocks[i].Mark == BlockMark.None && !shapes[i].Dated && seen.GetValueOrDefault(shapes[i].Key) < 2 && (shapes[i].Dangling || (goesOn && !shapes[i].TitleCased)))
            {
                blocks[i].Zone = ZoneKind.Prose;
            }
        }
    }

    /// <summary>Before the first paragraph: the title is the block that the index names, that repeats, or the longest; what stands above it is furniture.</summary>
    private static void FrontMatter(IReadOnlyList<Block> blocks, BlockShape[] shapes, Dictionary<string, int> seen, string? statedTitle)
    {
        int body = 0;
        while (body < blocks.Count && (blocks[body].Zone is not ZoneKind.Prose || blocks[body].Length < 150 || NextIsRepeatOrCredit(body)))
        {
            body++;
        }

        int title = -1;
        for (int i = 0; i < body; i++)
        {
            if (blocks[i].Zone is not (ZoneKind.Heading or ZoneKind.Title) || shapes[i].Known)
            {
                continue;
            }

            bool better = title < 0 || Rank(i) > Rank(title);
            title = better ? i : title;
        }

        if (title < 0 || body == blocks.Count)
        {
            return;
        }

        for (int i = 0; i < body; i++)
        {
            if (i == title)
            {
                blocks[i].Zone = ZoneKind.Title;
            }
            else if (shapes[i].Key == shapes[title].Key)
            {
                blocks[i].Zone = ZoneKind.Title;
            }
            else if (blocks[i].Zone is ZoneKind.Prose && i > title)
            {
                blocks[i].Zone = ZoneKind.Subtitle;
            }
            else if (blocks[i].Zone is ZoneKind.Heading && !shapes[i].Known && (i < title || shapes[i].Dated || shapes[i].Byline))
            {
                blocks[i].Zone = ZoneKind.Furniture;
            }
        }

        bool NextIsRepeatOrCredit(int i) =>
            i + 1 < blocks.Count && (shapes[i + 1].Credit || shapes[i + 1].Byline || (seen.GetValueOrDefault(shapes[i + 1].Key) > 1 && blocks[i + 1].Zone == ZoneKind.Heading && i < 8));

        // The title followed by a standfirst is the one that counts where it repeats.
        int Rank(int i) => (blocks[i].Mark == BlockMark.Title ? 1000 : 0)
            + (statedTitle is not null && shapes[i].Key == BlockShape.KeyOf(statedTitle) ? 500 : 0)
            + (seen.GetValueOrDefault(shapes[i].Key) > 1 ? 200 : 0)
            + (i + 1 < body && blocks[i + 1].Zone == ZoneKind.Prose ? 100 : 0) + (shapes[i].Byline || shapes[i].Dated ? -300 : 0) + (shapes[i].AllCaps ? -50 : 0) + Math.Min(shapes[i].Words, 40);
    }

    /// <summary>Authors, thanks and imprint under their headings, up to the next heading of another sort.</summary>
    private static void BackMatter(IReadOnlyList<Block> blocks, BlockShape[] shapes)
    {
        ZoneKind? zone = null;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Zone is ZoneKind.Heading)
            {
                zone = shapes[i].AuthorHeading ? ZoneKind.AuthorBios
                    : shapes[i].ThanksHeading ? ZoneKind.Boilerplate
                    : shapes[i].NotesHeading ? ZoneKind.Footnotes
                    : null;
            }
            else if (zone is { } z && blocks[i].Zone is ZoneKind.Prose)
            {
                blocks[i].Zone = z;
            }
        }
    }

    /// <summary>What stands between a paragraph that breaks off and the lower-case words that go on with it: running headers, side bars. The two are one paragraph.</summary>
    private static void Interruptions(IReadOnlyList<Block> blocks, BlockShape[] shapes, Dictionary<string, int> seen)
    {
        const int furthest = 12;
        int open = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            bool prose = blocks[i].Zone == ZoneKind.Prose;
            bool goesOn = open >= 0 && (shapes[i].StartsLower || shapes[open].EndsHyphen || (blocks[open].Lines > 1 && open == i - 1 && !shapes[i].Numbered));
            if (goesOn && prose && i - open <= furthest && blocks[i].Mark != BlockMark.Item)
            {
                for (int k = open + 1; k < i; k++)
                {
                    blocks[k].Zone = blocks[k].Zone switch
                    {
                        ZoneKind.Prose => ZoneKind.Sidebar,
                        ZoneKind.Heading => ZoneKind.Furniture,
                        _ => blocks[k].Zone,
                    };
                }

                blocks[i].GoesOn = true;
            }
            else if (open >= 0 && prose && blocks[i].Mark == BlockMark.None && i > open + 1 && i - open <= furthest && OnlyFurniture(open + 1, i))
            {
                blocks[i].GoesOn = true;
            }

            if (prose)
            {
                // An unended paragraph stays open past a side bar, which is ended; the next continuation closes it.
                open = shapes[i].Unended ? i
                    : open >= 0 && i - open < 3 && !blocks[i].GoesOn && shapes[i].Sidebar ? open : -1;
            }
        }

        bool OnlyFurniture(int from, int to)
        {
            bool note = false;
            for (int k = from; k < to; k++)
            {
                bool header = blocks[k].Zone == ZoneKind.Heading && seen.GetValueOrDefault(shapes[k].Key) > 1;
                note |= blocks[k].Zone is ZoneKind.Urls or ZoneKind.Footnotes or ZoneKind.Caption or ZoneKind.Furniture;
                if (!header && blocks[k].Zone is ZoneKind.Prose or ZoneKind.Heading or ZoneKind.Title && !(blocks[k].Zone == ZoneKind.Heading && shapes[k].Dated) && !header)
                {
                    return false;
                }
            }

            for (int k = from; note && k < to; k++)
            {
                blocks[k].Zone = blocks[k].Zone == ZoneKind.Heading ? ZoneKind.Furniture : blocks[k].Zone;
            }

            return note;
        }
    }

    private static void Sections(IReadOnlyList<Block> blocks, string text)
    {
        string section = "";
        foreach (Block block in blocks)
        {
            section = block.Zone == ZoneKind.Heading ? text[block.Start..Math.Min(block.End, block.Start + LongestHeading)].ToLowerInvariant() : section;
            block.Section = section;
        }
    }
}
