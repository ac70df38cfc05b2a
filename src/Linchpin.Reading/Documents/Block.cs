namespace Linchpin.Reading.Documents;

/// <summary>A paragraph, heading, list item or other piece of the page that stands by itself, in clean text.</summary>
internal sealed class Block(int start, int end, int lines, BlockMark mark)
{
    internal int Start { get; } = start;

    internal int End { get; } = end;

    internal int Lines { get; } = lines;

    internal BlockMark Mark { get; } = mark;

    internal ZoneKind Zone { get; set; } = ZoneKind.Prose;

    internal int Length => End - Start;

    /// <summary>The last heading above it, lower case; empty above the first.</summary>
    internal string Section { get; set; } = "";

    /// <summary>Where the dateline at its head ends, in clean text; 0 where it has none.</summary>
    internal int Dateline { get; set; }

    /// <summary>Whether its first sentence goes on from the block before it in reading order.</summary>
    internal bool GoesOn { get; set; }
}

/// <summary>What part of the page a block is. Only prose is mined for events, commitments, recommendations and risks.</summary>
internal enum ZoneKind : byte
{
    Prose,
    Title,
    Subtitle,
    Heading,
    Furniture,
    Caption,
    Footnotes,
    NameList,
    Urls,
    AuthorBios,
    Boilerplate,
    Sidebar,
    Table,
    Quotation,
}
