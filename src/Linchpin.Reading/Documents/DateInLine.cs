using System.Globalization;
using System.Text.RegularExpressions;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>The date of a line that says when and where a document was made, and hardly anything else.</summary>
/// <param name="Date">The date; <see langword="null"/> where a day of a month stands without its year.</param>
/// <param name="Month">The month; 0 where only a year stands.</param>
/// <param name="Day">The day of the month; 0 where none stands.</param>
internal sealed partial record DateInLine(PartialDate? Date, int Month, int Day)
{
    /// <summary>A longer line is a sentence.</summary>
    internal const int Longest = 110;

    private const int LongestPlace = 5;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    [GeneratedRegex(
        @"(?<![\w–—-])(?:(?<y>(?:19|20|21)\d\d)\s?[-./]\s?(?<n>\d{1,2})\s?[-./]\s?(?<d>\d{1,2})\.?(?!\d)|(?<d>\d{1,2})(?<s>[./])(?<n>\d{1,2})[./](?<y>(?:19|20|21)\d\d)(?!\d)|(?<m>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<y>(?:19|20|21)\d\d)(?!\d))?|(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<m>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?(?:,?\s+(?<y>(?:19|20|21)\d\d)(?!\d))?|(?<m>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))\.?,?\s+(?<y>(?:19|20|21)\d\d)(?!\d))(?![\w–—-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern { get; }

    [GeneratedRegex(@"\b\d{1,2}(?:[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|hrs)?| ?[ap]\.?m\.?)(?: ?\(?[A-Z]{2,4}\b\)?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hour { get; }

    [GeneratedRegex(@"^(?:(?:first |originally )?(?:published|posted|released|issued|updated|dated?|release date|publication date|press (?:release|statement)|media (?:release|note|statement)|news(?: release)?|(?:for )?immediate release|statement|fact sheet|readout|(?:policy brief|issue brief|working paper|brief|issue|paper|report|volume|vol|no|number)\.? ?(?:no\.? ?)?\d{0,3}|as of|on|at|by(?: [\p{L}.]+){1,3}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?|\d+ min(?:ute)?s? read)(?: on| at| date)? ?){1,3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label { get; }

    /// <summary>The date in a line where all that stands beside it is places, labels, an agency in brackets and an hour; <see langword="null"/> for any other line.</summary>
    internal static DateInLine? Of(string line)
    {
        if (line.Length > Longest || Pattern.Match(line) is not { Success: true } match)
        {
            return null;
        }

        string rest = string.Concat(line.AsSpan(0, match.Index), "|", line.AsSpan(match.Index + match.Length));
        string[] pieces = Hour.Replace(rest, "|").Split([',', '|', '•', '·', '–', '—', '/', ':', '(', ')', '[', ']', '\n', '\r', '\t', '*', '>', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!pieces.All(p => p.Trim('-', ' ', '.') is var bare && (bare.Length == 0 || Label.IsMatch(bare) || IsPlace(bare))))
        {
            return null;
        }

        int month = match.Groups["m"] is { Success: true } named ? Array.IndexOf(Months, named.Value[..3].ToLowerInvariant()) + 1 : Number("n");
        int day = Number("d");
        if (match.Groups["s"] is { Success: true, Value: "/" } && month <= 12 && day <= 12 && month != day)
        {
            // 03/04/2024 is the third of April to one reader and the fourth of March to another.
            return null;
        }

        (month, day) = month > 12 ? (day, month) : (month, day);
        if (!match.Groups["y"].Success)
        {
            return new DateInLine(null, month, day);
        }

        string iso = string.Create(CultureInfo.InvariantCulture, $"{Number("y"):0000}-{month:00}{(day > 0 ? "-" : "")}{(day > 0 ? day.ToString("00", CultureInfo.InvariantCulture) : "")}");
        return PartialDate.TryParse(iso, out PartialDate date) ? new DateInLine(date, month, day) : null;

        int Number(string group) => match.Groups[group] is { Success: true } g ? int.Parse(g.Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>A few capitalised words that are no name of a meeting, paper or body: "Washington", "Camp David", "The White House".</summary>
    private static bool IsPlace(string piece)
    {
        string[] words = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= LongestPlace && words.All(w => char.IsUpper(w[0]) || w is "de" or "of" or "the" or "by" or "la") && !words.Any(w => Words.Lexicon.Shared.HeadOf(w.ToLowerInvariant()) is { Class: Words.HeadClass.Mechanism });
    }
}
