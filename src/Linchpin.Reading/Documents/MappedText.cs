namespace Linchpin.Reading.Documents;

/// <summary>Extracted text to readable text by its position map: the parts as blocks, the marks of notes left out.</summary>
internal static class MappedText
{
    internal static ReadableText Read(string text, PositionMap map)
    {
        ReadableText readable = ReadableText.Building(text);
        int unread = 0;
        foreach (MapPart part in map.Parts)
        {
            int start = Math.Clamp(part.Start, 0, text.Length), end = Math.Clamp(part.End, start, text.Length);
            int blockStart = readable.Length, lines = 1;
            for (int i = start; i < end;)
            {
                while (unread < map.Unread.Count && map.Unread[unread].End <= i)
                {
                    unread++;
                }

                int stop = unread < map.Unread.Count ? Math.Clamp(map.Unread[unread].Start, i, end) : end;
                readable.TakeBridged(i, stop);
                i = stop < end ? Math.Clamp(map.Unread[unread].End, stop + 1, end) : end;
            }

            foreach (char c in text.AsSpan(start, end - start))
            {
                lines += c == '\n' ? 1 : 0;
            }

            readable.Marked.Add(new MarkedBlock(blockStart, readable.Length, MarkOf(part.Kind), lines));
        }

        return readable;
    }

    private static BlockMark MarkOf(string kind) => kind switch
    {
        "title" => BlockMark.Title,
        "heading" => BlockMark.Heading,
        "item" => BlockMark.Item,
        "caption" => BlockMark.Caption,
        "furniture" => BlockMark.Furniture,
        "sidebar" => BlockMark.Sidebar,
        "quotation" => BlockMark.Quotation,
        "footnote" => BlockMark.Footnote,
        "table" => BlockMark.Table,
        _ => BlockMark.None,
    };
}
