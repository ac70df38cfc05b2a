using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>A date as a sentence words it.</summary>
/// <param name="From">First token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="On">The date, the first day of a range, where the words state it; <see langword="null"/> for one that hangs on what was told before, and for a day whose year nothing tells.</param>
/// <param name="After">From the date told of before it to this one; <see langword="null"/> where it hangs on none.</param>
/// <param name="Target">Whether it is a date by which something is to be, not one at which something was.</param>
internal sealed record DateMention(int From, int To, PartialDate? On, Func<PartialDate, PartialDate?>? After, bool Target)
{
    /// <summary>Whether it dates what stands after it only: "two years after a summit".</summary>
    internal bool OfNext { get; init; }
}

/// <summary>Finds dates: absolute, cut to a month or year, relative to the document ("last year") or to what was told before ("a week later").</summary>
internal sealed partial class Dates(IReadOnlyList<Token> tokens, PartialDate? published)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private const int YearHolds = 6;

    /// <summary>The last day stated, for "on Thursday" in a text without a date.</summary>
    private (DateOnly Day, int Sentence)? _lastDay;

    /// <summary>The date stated last, for "the same year" and for a month without a year in a text without a date.</summary>
    private (PartialDate On, int Sentence)? _last;

    /// <summary>Days stated with their year: "April 9" after "April 9, 2024" is the same day.</summary>
    private readonly Dictionary<(int Month, int Day), int> _years = [];

    internal List<DateMention> In(Sentence sentence)
    {
        var found = new List<DateMention>();
        for (int i = sentence.From; i < sentence.To; i++)
        {
            DateMention? date = At(i, sentence);
            if (date is not null)
            {
                found.Add(date);
                i = date.To - 1;
                _lastDay = date is { On: { Day: > 0 } day, Target: false } ? (day.Earliest, sentence.Number) : _lastDay;
                _last = date is { On: { } on, Target: false } ? (on, sentence.Number) : _last;
                if (date.On is { Day: > 0 } whole)
                {
                    _years[(whole.Month, whole.Day)] = whole.Year;
                }
            }
        }

        return found;
    }

    private DateMention? At(int i, Sentence sentence)
    {
        Word word = tokens[i].Word;
        if (word.Is(Use.Month) && word.Capital && MonthOf(word.Lower) is var month and > 0)
        {
            return FromMonth(i, month, sentence);
        }

        return word.Kind == WordKind.Number ? FromNumber(i, sentence) ?? Relative(i, sentence) : word.IsWord ? Relative(i, sentence) : null;
    }

    private DateMention? Relative(int i, Sentence sentence) => FromTold(i, sentence) ?? FromPublished(i, sentence);

    private DateMention? Made(int from, int to, int year, int month, int day, Sentence sentence)
    {
        string text = day > 0 ? $"{year:0000}-{month:00}-{day:00}" : month > 0 ? $"{year:0000}-{month:00}" : $"{year:0000}";
        if (!PartialDate.TryParse(text, out PartialDate date))
        {
            return null;
        }

        int lead = Lead(from, sentence);
        string before = from > sentence.From ? tokens[from - 1].Lower : "";
        bool target = before is "by" or "until" or "through" or "past" or "beyond" or "toward" or "towards" or "till" || (published is { } said && date.Year > said.Year)
            || (published is { Month: > 0 } now && month > 0 && date.Earliest > now.Latest)
            || (from > sentence.From + 1 && tokens[from - 2].Lower is "expire" or "expires" or "due")
            || Enumerable.Range(Math.Max(sentence.From, from - 4), Math.Min(4, from - sentence.From)).Any(k => tokens[k].Lower is "by" or "until" or "before" && tokens[k + 1].Lower is "the" or "end" or "early" or "late" or "mid" or "year" or "spring" or "summer" or "autumn");
        return new DateMention(lead, to, date, null, target);
    }

    /// <summary>First token of what leads a date: "in early", "in the spring of", "at the end of".</summary>
    private int Lead(int from, Sentence sentence)
    {
        int lead = from;
        while (lead > sentence.From)
        {
            Word word = tokens[lead - 1].Word;
            bool part = word.Lower is "quarter" or "half" or "spring" or "summer" or "autumn" or "fall" or "winter" or "end" or "beginning" or "start" or "middle" or "fiscal" && lead < from;
            bool whole = word.Lower is "spring" or "summer" or "autumn" or "winter" or "fiscal" or "q1" or "q2" or "q3" or "q4" || word.Lower == "fall" && lead - 2 >= sentence.From && tokens[lead - 2].Lower is "in" or "the";
            bool counts = lead < from && word.Lower is "first" or "second" or "third" or "fourth" or "last" or "at" && tokens[lead].Lower is "quarter" or "half" or "the";
            if (!(word.Lower is "in" or "on" or "early" or "late" or "mid" or "the" or "since" or "during" or "of" || part || whole || counts || (word.Mark('-') && lead - 2 >= sentence.From && tokens[lead - 2].Lower is "mid" or "early" or "late")))
            {
                break;
            }

            lead--;
        }

        return lead;
    }

    /// <summary>"on August 18", "on Wednesday", "last year" in a text without a date: it took place at a time, and which one the text does not say.</summary>
    private DateMention Undated(int from, int to, Sentence sentence)
    {
        int lead = from > sentence.From && tokens[from - 1].Lower is "in" or "on" ? from - 1 : from;
        return new DateMention(lead, to, null, null, from > sentence.From && tokens[from - 1].Lower is "by" or "until" or "next" or "before" or "through");
    }

    private static int MonthOf(string lower)
    {
        string bare = lower.TrimEnd('.');
        return bare.Length < 3 ? 0 : Array.FindIndex(Months, m => m == bare || (bare.Length <= 4 && m.StartsWith(bare, StringComparison.Ordinal))) + 1;
    }

    private static int Day(Word word)
    {
        string text = word.Text.Length > 2 && char.IsAsciiLetter(word.Text[^1]) ? word.Text[..^2] : word.Text;
        return text.Length <= 2 && int.TryParse(text, out int day) && day is > 0 and < 32 ? day : 0;
    }

    private static int Year(Word word) =>
        word.Kind == WordKind.Number && word.Text.Length == 4 && int.TryParse(word.Text, out int year) && year is >= 1800 and < 2200 ? year
        : word.Text.Length == 6 && word.Text.StartsWith("FY", StringComparison.Ordinal) && int.TryParse(word.Text[2..], out int fiscal) ? fiscal : 0;
}
