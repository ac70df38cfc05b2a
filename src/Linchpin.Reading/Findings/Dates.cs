using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>A date as a sentence words it.</summary>
/// <param name="From">First token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="On">The date, where the words state it; <see langword="null"/> for a relative date and for a day whose year nothing tells.</param>
/// <param name="Shift">How far after the date told of before it a relative date lies; zero for "the same day".</param>
/// <param name="Target">Whether it is a date by which something is to be, not one at which something was.</param>
internal sealed record DateMention(int From, int To, PartialDate? On, TimeSpanWords? Shift, bool Target);

/// <summary>A distance in the calendar: years, months, days.</summary>
internal sealed record TimeSpanWords(int Years, int Months, int Days);

/// <summary>Finds dates: absolute, cut to a month or year, relative to the document ("last year") or to what was told before ("a week later").</summary>
internal sealed partial class Dates(IReadOnlyList<Token> tokens, PartialDate? published)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The year stated last, and in which sentence: a month without a year, in a text without a date, is of that year.</summary>
    private (int Year, int Sentence)? _lastYear;

    private const int YearHolds = 6;

    /// <summary>The last day stated, for "on Thursday" in a text without a date.</summary>
    private (DateOnly Day, int Sentence)? _lastDay;

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
                _lastYear = date is { On: { } on, Target: false } ? (on.Year, sentence.Number) : _lastYear;
            }
        }

        return found;
    }

    /// <summary>The date that lies so far after another, as precisely as that one is stated.</summary>
    internal static PartialDate? Shifted(PartialDate from, TimeSpanWords by)
    {
        if (from.Year + by.Years is < 1800 or > 2200)
        {
            return null;
        }

        if (from.Day > 0)
        {
            DateOnly day = from.Earliest.AddYears(by.Years).AddMonths(by.Months).AddDays(by.Days);
            // "A week later" is some day of that week: the month is what the words state. "The next day" is a day.
            bool toTheDay = Math.Abs(by.Days) < 7 && by.Months + by.Years == 0;
            return toTheDay ? PartialDate.On(day) : PartialDate.Of(day.Year, by.Months != 0 || by.Days != 0 ? day.Month : 0);
        }

        if (from.Month > 0)
        {
            // A week after some day of March may be April: the month stated before is kept, as a reader would.
            DateOnly month = from.Earliest.AddYears(by.Years).AddMonths(by.Months + (by.Days >= 31 ? by.Days / 30 : 0));
            return PartialDate.Of(month.Year, month.Month);
        }

        return by.Months == 0 && by.Days == 0 ? PartialDate.Of(from.Year + by.Years) : by.Years == 0 && by.Months == 0 ? from : null;
    }

    private DateMention? At(int i, Sentence sentence)
    {
        Word word = tokens[i].Word;
        if (word.Is(Use.Month) && word.Capital && MonthOf(word.Lower) is var month and > 0)
        {
            return FromMonth(i, month, sentence);
        }

        if (word.Kind == WordKind.Number)
        {
            return FromNumber(i, sentence);
        }

        return word.IsWord ? Relative(i, sentence) : null;
    }

    private static int MonthOf(string lower)
    {
        string bare = lower.TrimEnd('.');
        return bare.Length < 3 ? 0 : Array.FindIndex(Months, m => m == bare || (bare.Length <= 4 && m.StartsWith(bare, StringComparison.Ordinal))) + 1;
    }

    /// <summary>"August 28, 2024", "August 2024", "August 28", "June".</summary>
    private DateMention? FromMonth(int i, int month, Sentence sentence)
    {
        int to = i + 1, day = 0, year = 0;
        if (to < sentence.To && Day(tokens[to].Word) is var d and > 0)
        {
            day = d;
            to = AfterRange(to + 1, sentence);
        }

        int at = to < sentence.To && tokens[to].Word.Mark(',') ? to + 1 : to;
        if (at < sentence.To && tokens[at].Lower == "of" && day == 0)
        {
            at++;
        }

        if (at < sentence.To && Year(tokens[at].Word) is var y and > 0)
        {
            year = y;
            to = at + 1;
        }

        // "28 August 2024"
        int from = i;
        if (day == 0 && i > sentence.From && Day(tokens[i - 1].Word) is var before and > 0)
        {
            (day, from) = (before, i - 1);
            if (from - 2 >= sentence.From && IsRange(from - 1) && Day(tokens[from - 2].Word) is var first and > 0)
            {
                (day, from) = (first, from - 2);
            }
        }

        // "May" and "March" are also verbs: by themselves they need a preposition.
        bool bare = year == 0 && day == 0;
        if (bare && !(i > sentence.From && tokens[i - 1].Lower is "in" or "last" or "this" or "of" or "since" or "by" or "until" or "early" or "late" or "mid" or "from"))
        {
            return null;
        }

        if (year == 0)
        {
            bool ahead = i > sentence.From && tokens[i - 1].Lower is "next" or "coming" or "upcoming";
            if (published is { } said)
            {
                year = said.Month > 0 && month > said.Month && !ahead ? said.Year - 1 : said.Year;
            }
            else if (_lastYear is { } last && sentence.Number - last.Sentence <= YearHolds)
            {
                year = last.Year;
            }
            else
            {
                return Undated(from, to, sentence);
            }
        }

        return Made(from, to, year, month, day, sentence);
    }

    /// <summary>"15-16 October", "November 28 to 29": one past the second day, where there is one.</summary>
    private int AfterRange(int to, Sentence sentence) => to + 1 < sentence.To && IsRange(to) && tokens[to].Lower != "and" && Day(tokens[to + 1].Word) > 0 ? to + 2 : to;

    private bool IsRange(int i) => tokens[i].Word.Mark('-') || tokens[i].Word.Mark('–') || tokens[i].Lower is "to" or "and";

    /// <summary>"on August 18", "on Wednesday": it took place on a day, and which one the text does not say.</summary>
    private DateMention Undated(int from, int to, Sentence sentence)
    {
        int lead = from > sentence.From && tokens[from - 1].Lower is "in" or "on" ? from - 1 : from;
        return new DateMention(lead, to, null, null, from > sentence.From && tokens[from - 1].Lower is "by" or "until" or "next" or "before" or "through");
    }

    private DateMention? FromNumber(int i, Sentence sentence)
    {
        // "28 August 2024" is read from its month; "2024-08-28" is three numbers.
        int year = Year(tokens[i].Word);
        if (year == 0)
        {
            return null;
        }

        if (i + 4 < sentence.To && tokens[i + 1].Word.Mark('-') && tokens[i + 3].Word.Mark('-') && int.TryParse(tokens[i + 2].Word.Text, out int m) && int.TryParse(tokens[i + 4].Word.Text, out int d)
            && m is > 0 and < 13 && d is > 0 and < 32)
        {
            return Made(i, i + 5, year, m, d, sentence);
        }

        // "1950-1953" is a time, not the date of an event.
        if (i + 2 < sentence.To && tokens[i + 1].Word.Kind == WordKind.Mark && tokens[i + 1].Word.Text[0] is '-' or '–' && Year(tokens[i + 2].Word) > 0)
        {
            return new DateMention(i, i + 3, null, null, true);
        }

        // "2024-25": a fiscal year, by the year it begins in.
        if (i + 2 < sentence.To && tokens[i + 1].Word.Mark('-') && !tokens[i + 1].SpaceBefore && !tokens[i + 2].SpaceBefore && tokens[i + 2].Word.Text is { Length: 2 } short2 && int.TryParse(short2, out int second) && second == (year + 1) % 100)
        {
            return Made(i, i + 3, year, 0, 0, sentence);
        }

        if (i > sentence.From + 1 && tokens[i - 1].Word.Mark('-') && tokens[i - 2].Lower is "mid" or "early" or "late")
        {
            return Made(i - 2, i + 1, year, 0, 0, sentence);
        }

        bool amount = i > sentence.From && tokens[i - 1].Word.Kind == WordKind.Mark && tokens[i - 1].Word.Text[0] is '$' or '€' or '£' or '¥' or '₩' or '-';
        bool counted = i + 1 < sentence.To && tokens[i + 1].Word.Kind == WordKind.Mark && tokens[i + 1].Word.Text[0] is '%' or '-' && !tokens[i + 1].SpaceBefore && !(tokens[i + 1].Word.Mark('-') && i + 2 < sentence.To && Year(tokens[i + 2].Word) > 0);
        return amount || counted ? null : Made(i, i + 1, year, 0, 0, sentence);
    }

    private DateMention? Made(int from, int to, int year, int month, int day, Sentence sentence)
    {
        string text = day > 0 ? $"{year:0000}-{month:00}-{day:00}" : month > 0 ? $"{year:0000}-{month:00}" : $"{year:0000}";
        if (!PartialDate.TryParse(text, out PartialDate date))
        {
            return null;
        }

        int lead = from;
        while (lead > sentence.From && tokens[lead - 1].Lower is "in" or "on" or "early" or "late" or "mid" or "the" or "since" or "during" or "of")
        {
            lead--;
        }

        string before = from > sentence.From ? tokens[from - 1].Lower : "";
        bool target = before is "by" or "until" or "through" or "past" or "beyond" or "toward" or "towards" or "till" || (published is { } said && date.Year > said.Year)
            || (from > sentence.From + 1 && tokens[from - 2].Lower is "expire" or "expires" or "due")
            || Enumerable.Range(Math.Max(sentence.From, from - 4), Math.Min(4, from - sentence.From)).Any(k => tokens[k].Lower is "by" or "until" && tokens[k + 1].Lower is "the" or "end" or "early" or "late" or "mid" or "year" or "spring" or "summer" or "autumn");
        return new DateMention(lead, to, date, null, target);
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
