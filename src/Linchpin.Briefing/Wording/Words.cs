using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>How lists, dates, shares, sectors and foreign text are put into English sentences.</summary>
internal static partial class Words
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"A", "A and B", "A, B and C"; parted more clearly where an item has a comma or an "and" of its own.</summary>
    internal static string List(IReadOnlyList<string> items, string last = "and")
    {
        bool manifold = items.Any(i => i.Contains(',', StringComparison.Ordinal) || i.Contains(" and ", StringComparison.Ordinal));
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            2 => items[0] + (manifold ? ", " : " ") + last + " " + items[1],
            _ => string.Join(manifold ? "; " : ", ", items.Take(items.Count - 1)) + (manifold ? "; " : " ") + last + " " + items[^1],
        };
    }

    /// <summary>"2022", "March 2024", "28 August 2024": no more than is stated.</summary>
    internal static string Date(PartialDate date) => date.Precision switch
    {
        "day" => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}"),
        "month" => string.Create(CultureInfo.InvariantCulture, $"{Months[date.Month - 1]} {date.Year}"),
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>"28 August 2024".</summary>
    internal static string Date(DateOnly day) => Date(PartialDate.On(day));

    /// <summary>"in 2022", "in March 2024", "on 28 August 2024".</summary>
    internal static string When(PartialDate date) => (date.Precision == "day" ? "on " : "in ") + Date(date);

    /// <summary>"23.4 %", to one decimal.</summary>
    internal static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    /// <summary>"10 %", with as many decimals as it has, for a mark that somebody set.</summary>
    internal static string Mark(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.###} %");

    /// <summary>"no", "one" to "nine", then figures.</summary>
    internal static string Count(int n) => n switch
    {
        0 => "no",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => n.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The first letter as a capital.</summary>
    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first letter small, but where a word in capitals begins.</summary>
    internal static string Uncapital(string text) => text.Length > 1 && !char.IsUpper(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>A sector's label inside a sentence: lower case but for what is written in capitals anyway, and its last comma as "and".</summary>
    internal static string Sector(string label)
    {
        string text = Uncapital(label);
        int comma = text.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? text : text[..comma] + " and " + text[(comma + 2)..];
    }

    /// <summary>"China’s", "the United States’".</summary>
    internal static string Possessive(string name) => name + (name.EndsWith('s') ? "’" : "’s");

    /// <summary>Foreign text as one line: white space as single spaces, no control or formatting characters, no lone surrogates.</summary>
    internal static string Clean(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>Text without the marks and linking words that a fragment may open with: ", additionally, ", "also ".</summary>
    internal static string Opening(string text) => Linking().Replace(text, "");

    [GeneratedRegex(@"^(?:[\s,;:.)\]]+|(?:also|additionally|furthermore|moreover|and)\b(?=[\s,]))+", RegexOptions.CultureInvariant)]
    private static partial Regex Linking();

    [GeneratedRegex(@"(?:[\s.,;:]+|\s(?:and|or|but))+$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    /// <summary>A passage on an event up to the clause in which its author turns to advice; whole where no clause ends before that.</summary>
    internal static string BeforeAdvice(string passage)
    {
        string clean = Clean(passage);
        Match advice = Advice().Match(clean);
        return advice.Success && advice.Index >= ShortestClause ? clean[..advice.Index] + " …" : clean;
    }

    private const int ShortestClause = 30;

    [GeneratedRegex(@"(?<=[^\s])[,;:](?= [^,;:.]*\b(?:should|must|ought to)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Advice();

    /// <summary>Foreign text between quotation marks, its own double marks as single ones, cut at a clause boundary where it is long.</summary>
    internal static string Quoted(string text, int most)
    {
        string clean = Ending().Replace(Opening(Clean(text)), "");
        if (clean.Count(c => c == '”') > clean.Count(c => c == '“'))
        {
            // A fragment that ends where a quotation inside the source ends has a mark without its pair.
            clean = Ending().Replace(clean.TrimEnd('”'), "");
        }

        clean = Cut(clean, most);
        return "“" + Inner(clean) + "”";
    }

    /// <summary>At most so many characters: whole, else up to the last clause boundary in the second half, else the last word; the cut is marked.</summary>
    internal static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = text.LastIndexOfAny([',', ';', ':', '.'], most - 1);
        while (end > most / 2 && end + 1 < text.Length && text[end + 1] != ' ')
        {
            end = text.LastIndexOfAny([',', ';', ':', '.'], end - 1);
        }

        if (end <= most / 2)
        {
            end = text.LastIndexOf(' ', most - 1);
        }

        if (end <= 0)
        {
            end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        }

        return text[..end].TrimEnd(',', ';', ':', '.', ' ', '“', '"') + " …";
    }

    /// <summary>A title without its subtitle: up to a colon or a dash between spaces where four words or more stand before it, else whole. Never cut inside a name.</summary>
    internal static string ShortTitle(string title)
    {
        Match subtitle = Subtitle().Match(title);
        return subtitle.Success && title[..subtitle.Index].Count(c => c == ' ') >= 3 ? title[..subtitle.Index] : title;
    }

    [GeneratedRegex(@":\s|\s[–—|-]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Subtitle();

    /// <summary>A person's summary as one line, with typographic apostrophes. Words in quotation marks are left as the source has them.</summary>
    internal static string Summary(string text) => Apostrophe().Replace(Clean(text), "’");

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L}|\s|$)")]
    private static partial Regex Apostrophe();

    private static string Inner(string text)
    {
        var marks = new StringBuilder(text.Length);
        bool open = false;
        foreach (char c in text)
        {
            switch (c)
            {
                case '“':
                    marks.Append('‘');
                    break;
                case '”':
                    marks.Append('’');
                    break;
                case '"':
                    marks.Append(open ? '’' : '‘');
                    open = !open;
                    break;
                default:
                    marks.Append(c);
                    break;
            }
        }

        return marks.ToString();
    }
}
