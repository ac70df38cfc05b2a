using System.Text;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>Tells running headers, footers and page numbers from the page's own words: by their place at its edge, and by coming again.</summary>
internal sealed class RunningHeads
{
    /// <summary>The part of a page's height at its upper and lower edge where headers and footers stand.</summary>
    private const float Edge = 0.12f;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private int _pages;

    /// <summary>Counts what stands at the edges of a page.</summary>
    internal void Count(IReadOnlyList<PdfLine> lines, MapPage page)
    {
        _pages++;
        foreach (string key in lines.Where(l => AtEdge(l, page)).Select(l => Key(l)).Distinct(StringComparer.Ordinal))
        {
            _seen[key] = _seen.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>Whether a line is furniture; asked when every page has been counted.</summary>
    internal bool Is(PdfLine line, MapPage page) => AtEdge(line, page) && (IsNumber(line.Text) || (_pages > 1 && _seen.GetValueOrDefault(Key(line)) >= (_pages < 5 ? 2 : 3)));

    /// <summary>Whether these words have not been shown as furniture before.</summary>
    internal bool First(PdfLine line) => !IsNumber(line.Text) && _shown.Add(Key(line));

    private static bool AtEdge(PdfLine line, MapPage page) => line.Bottom < page.Height * Edge || line.Top > page.Height * (1 - Edge);

    /// <summary>The words without their digits, so that a page number makes no difference.</summary>
    private static string Key(PdfLine line)
    {
        var key = new StringBuilder(line.Text.Length);
        foreach (char c in line.Text)
        {
            if (char.IsLetter(c))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString();
    }

    /// <summary>"12", "– 12 –", "Page 12 of 30", "xiv".</summary>
    private static bool IsNumber(string text)
    {
        string bare = text.Trim().Trim('-', '–', '—', '|', '[', ']', ' ').ToLowerInvariant();
        if (bare.Length is 0 or > 20)
        {
            return bare.Length == 0;
        }

        bool roman = bare.Length <= 6 && bare.All(c => c is 'i' or 'v' or 'x' or 'l' or 'c');
        string[] words = bare.Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);
        return roman || words.All(w => w is "page" or "of" or "p." || (w.Length <= 4 && w.All(char.IsAsciiDigit)));
    }
}
