using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>A document's own date where its text states it as such: a line of the title block, a running header, a dateline. Never from what the text tells of.</summary>
internal static class PublishedDate
{
    private const int TitleBlock = 12;

    private const int LongestDateline = 100, LongestImprint = 300;

    /// <summary>The date with where it stands; both <see langword="null"/> where no such line states it. Marks where datelines end.</summary>
    /// <param name="blocks">The document's blocks.</param>
    /// <param name="text">Its clean text.</param>
    /// <param name="fileName">The name of its file: where that begins with a year, it tells the year of a dateline that has none.</param>
    internal static (PartialDate? Date, string? Basis) Of(IReadOnlyList<Block> blocks, string text, string fileName)
    {
        (PartialDate? dateline, string basis) = Dateline(blocks, text, fileName);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            bool head = i < TitleBlock;
            if (head && block.Length <= LongestImprint && Imprint(text[block.Start..block.End]) is { } labelled)
            {
                return (labelled, "line of the title block");
            }

            if (block.Length > (head ? DateInLine.Longest : 60) || block.Zone is ZoneKind.Footnotes or ZoneKind.Urls or ZoneKind.NameList)
            {
                continue;
            }

            if (DateInLine.Of(text[block.Start..block.End])?.Date is not { } date)
            {
                continue;
            }

            if (head)
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

        return dateline is null ? (null, null) : (dateline, basis);
    }

    /// <summary>A block of lines such as "Source: …", "Date: 3 May 2017", "Author: …", or a line that names a statement and ends in its place and day.</summary>
    private static PartialDate? Imprint(string block)
    {
        foreach (string line in block.Split(['\n', '|', '•'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            bool label = colon is > 0 and < 20 && line[..colon].ToLowerInvariant() is "date" or "published" or "posted" or "released" or "issued" or "publication date" or "release date" or "date published";
            if (label && DateInLine.Of(line[(colon + 1)..].Trim()) is { Date: { } date })
            {
                return date;
            }

            int comma = line.IndexOf(", ", StringComparison.Ordinal);
            bool titled = comma > 0 && Titles.Any(t => line.StartsWith(t, StringComparison.OrdinalIgnoreCase));
            for (; titled && comma > 0; comma = line.IndexOf(", ", comma + 1, StringComparison.Ordinal))
            {
                if (DateInLine.Of(line[(comma + 1)..].Trim(' ', '.')) is { Date: { Day: > 0 } day })
                {
                    return day;
                }
            }
        }

        return null;
    }

    private static readonly string[] Titles = ["joint ", "statement", "declaration", "communiqu", "readout", "press ", "chair", "remarks", "fact sheet", "memorandum", "letter"];

    /// <summary>"SEOUL, August 28, 2024 — …", "LAMU, June 12 (Agency) - …" or a first line that is a date, at the head of one of the first paragraphs.</summary>
    private static (PartialDate? Date, string Basis) Dateline(IReadOnlyList<Block> blocks, string text, string fileName)
    {
        foreach (Block block in blocks.Take(TitleBlock * 2).Where(b => b.Zone is ZoneKind.Prose or ZoneKind.Subtitle).Take(4))
        {
            string head = text.Substring(block.Start, Math.Min(block.Length, LongestDateline));
            for (int at = Separator(head, 5); at > 0; at = Separator(head, at + 2))
            {
                // A date between two dashes goes on to the second: the longest head that is a dateline counts.
                if (DateInLine.Of(head[..at]) is { } line)
                {
                    int next = Separator(head, at + 2);
                    bool longer = next > 0 && DateInLine.Of(head[..next]) is not null;
                    if (!longer)
                    {
                        block.Dateline = block.Start + at;
                        return line.Date is null && Completed(line, fileName) is { } completed ? (completed, "dateline, its year from the file name") : (line.Date, "dateline");
                    }
                }
            }
        }

        return (null, "");
    }

    /// <summary>A day without its year, in a file whose name begins with a year, or with a year and that month.</summary>
    private static PartialDate? Completed(DateInLine line, string fileName)
    {
        bool year = fileName.Length > 5 && fileName[4] is '-' or '_' or ' ' or '.' && fileName[..2] is "19" or "20" && int.TryParse(fileName.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        bool other = year && fileName.Length > 7 && int.TryParse(fileName.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12 && month != line.Month;
        return year && !other && PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{fileName[..4]}-{line.Month:00}-{line.Day:00}"), out PartialDate date) ? date : null;
    }

    /// <summary>Where a dash or a line break stands from a place on; 0 where none does.</summary>
    private static int Separator(string head, int from)
    {
        for (int i = from; i < head.Length - 1; i++)
        {
            bool dash = head[i] is '—' or '–' or '-' && (head[i - 1] is ' ' or ')' || head[i] is '—' or '–') && !char.IsAsciiDigit(head[i + 1]);
            if (dash || head[i] == '\n')
            {
                return i;
            }
        }

        return 0;
    }
}
