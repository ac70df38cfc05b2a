using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>A document's own date where its text states it as such: a line of the title block, a running header, a dateline. Never from what the text tells of.</summary>
internal static class PublishedDate
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private const int TitleBlock = 12;

    internal static (PartialDate? Date, string? Basis) Of(IReadOnlyList<Block> blocks, string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Length > 60 || block.Zone is ZoneKind.Footnotes or ZoneKind.Urls or ZoneKind.NameList)
            {
                continue;
            }

            string words = text[block.Start..block.End];
            // "Washington, D.C., November 9, 2023": a place may stand before the date, after a comma.
            int place = words.IndexOf(", ", StringComparison.Ordinal);
            PartialDate? afterPlace = place > 2 && i < TitleBlock && char.IsUpper(words[0]) ? Whole(words[(place + 2)..].Replace("D.C., ", "", StringComparison.Ordinal)) : null;
            if ((Whole(words) ?? afterPlace) is not { } date)
            {
                continue;
            }

            if (i < TitleBlock)
            {
                return (date, "line of the title block");
            }

            string key = date.ToString();
            counts[key] = counts.GetValueOrDefault(key) + 1;
            if (counts[key] > 1 || block.Zone == ZoneKind.Furniture)
            {
                return (date, "running header");
            }
        }

        return Dateline(blocks, text) is { } dateline ? (dateline, "dateline") : (null, null);
    }

    /// <summary>"SEOUL, August 28, 2024 — …" at the head of the first paragraph.</summary>
    private static PartialDate? Dateline(IReadOnlyList<Block> blocks, string text)
    {
        Block? first = blocks.FirstOrDefault(b => b.Zone == ZoneKind.Prose);
        if (first is null)
        {
            return null;
        }

        int dash = text.AsSpan(first.Start, Math.Min(first.Length, 70)).IndexOfAny('—', '–');
        if (dash < 6)
        {
            return null;
        }

        string line = text.Substring(first.Start, dash);
        int comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && char.IsUpper(line[0]) ? Whole(line[(comma + 1)..]) : null;
    }

    /// <summary>A line that is a date and nothing else, but perhaps a label before it.</summary>
    private static PartialDate? Whole(string words)
    {
        string[] parts = words.ToLowerInvariant().Split([' ', ',', '\n', '\t', '\r', '|', '\u00A0', ':', '*'], StringSplitOptions.RemoveEmptyEntries);
        string[] bare = [.. parts.Where(p => p is not ("published" or "on" or "date" or "posted" or "updated" or "of" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday"))];
        if (bare.Length is 0 or > 3)
        {
            return null;
        }

        if (bare.Length == 1)
        {
            return bare[0].Length > 4 && PartialDate.TryParse(bare[0], out PartialDate iso) ? iso : null;
        }

        int month = Array.FindIndex(Months, m => bare.Any(b => b.TrimEnd('.') == m || (b.TrimEnd('.').Length >= 3 && m.StartsWith(b.TrimEnd('.'), StringComparison.Ordinal)))) + 1;
        int year = bare.Select(b => b.Length == 4 && int.TryParse(b, out int y) && y is > 1900 and < 2200 ? y : 0).Max();
        int day = bare.Select(b => b.Length <= 2 && int.TryParse(b, out int d) ? d : 0).Max();
        if (month == 0 || year == 0 || (bare.Length == 3 && day == 0))
        {
            return null;
        }

        return PartialDate.TryParse(day > 0 ? $"{year:0000}-{month:00}-{day:00}" : $"{year:0000}-{month:00}", out PartialDate date) ? date : null;
    }
}
