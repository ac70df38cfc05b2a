using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Dates that name a month or a year: days, ranges of days, months, years, fiscal years.</content>
internal sealed partial class Dates
{
    /// <summary>"August 28, 2024", "August 2024", "August 28", "June", "28 August to 2 September 2024", "March of that year".</summary>
    private DateMention? FromMonth(int i, int month, Sentence sentence)
    {
        (int day, int from) = DayBefore(i, sentence);
        int to = i + 1;
        if (day == 0 && to < sentence.To && Day(tokens[to].Word) is var d and > 0)
        {
            day = d;
            to = AfterRange(to + 1, sentence);
        }

        int year = YearAt(ref to, day, sentence);
        if (day > 0 && year == 0 && RangeEnd(to, sentence) is var end and > 0)
        {
            to = end;
            year = YearAt(ref to, day, sentence);
        }
        else if (day > 0 && RangeEnd(to, sentence) is var second and > 0)
        {
            to = second;
            YearAt(ref to, day, sentence);
        }

        from = to > i + 1 && from > sentence.From && tokens[from - 1].Lower is "from" or "between" && Enumerable.Range(from, to - from).Any(IsRange) ? from - 1 : from;
        if (year == 0 && OfYear(to, month, day, from, sentence) is { } told)
        {
            return told;
        }

        // "May" and "March" are also verbs: by themselves they need a preposition.
        string before = i > sentence.From ? tokens[i - 1].Lower : "";
        bool bare = year == 0 && day == 0;
        if (bare && !(before is "in" or "last" or "this" or "of" or "since" or "by" or "until" or "early" or "late" or "mid" or "from" or "that" or "following" or "previous" or "past" or "during" or "next"
            || (before == "-" && i - 2 >= sentence.From && tokens[i - 2].Lower is "mid" or "early" or "late")))
        {
            return null;
        }

        if (bare && before is "that" or "following" or "previous")
        {
            int lead = before != "that" && i - 2 >= sentence.From && tokens[i - 2].Lower == "the" ? i - 2 : i - 1;
            return new DateMention(lead, to, null, last => Named(last, month, before), false);
        }

        if (year == 0 && published is null && before is not ("last" or "this" or "past") && LooksAhead(i, sentence))
        {
            return new DateMention(from, to, null, null, true);
        }

        if (year == 0)
        {
            bool ahead = before is "next" or "coming" or "upcoming" || (before is not ("last" or "this" or "past") && published is { Month: > 0 } text && month > text.Month && LooksAhead(i, sentence));
            if (day > 0 && published is null && _years.TryGetValue((month, day), out int stated))
            {
                year = stated;
            }
            else if (_last is { } near && near.On.Year < published?.Year && near.Sentence == sentence.Number && near.On.Month < month && day == 0)
            {
                year = near.On.Year;
            }
            else if (published is { } said)
            {
                year = said.Month > 0 && (month > said.Month || (before == "last" && month == said.Month)) && !ahead ? said.Year - 1 : said.Year;
                return ahead ? new DateMention(Math.Min(from, i - 1), to, day > 0 && Valid(said.Month > month ? year + 1 : year, month, day) is { } next ? next : PartialDate.Of(said.Month > month ? year + 1 : year, month), null, true) : Made(before is "last" or "this" or "past" ? i - 1 : from, to, year, month, day, sentence);
            }
            else if (_last is { } last && sentence.Number - last.Sentence <= YearHolds)
            {
                year = last.On.Year;
            }
            else
            {
                return Undated(from, to, sentence);
            }
        }

        return Made(from, to, year, month, day, sentence);
    }

    /// <summary>Whether the clause before a date tells of what is to come: "will meet in October", "is planned for June".</summary>
    private bool LooksAhead(int at, Sentence sentence)
    {
        for (int k = at - 1; k >= sentence.From && !tokens[k].Word.Mark(';'); k--)
        {
            if (tokens[k].Lower is "will" or "shall" or "upcoming" or "planned" or "scheduled" or "slated" or "due" or "intends" or "intend" or "plans" or "proposed" or "proposes" or "expected" or "hopes" or "hope" || (tokens[k].Lower == "to" && k + 1 < at && tokens[k + 1].Word.Verb is { Tense: Tense.Base } && tokens[k > sentence.From ? k - 1 : k].Lower is "is" or "are" or "agreed" or "decided" or "planning" or "due"))
            {
                return true;
            }

            if (tokens[k].Word.Verb is { Tense: Tense.Past } && !tokens[k].Word.Capital)
            {
                return false;
            }
        }

        return tokens[sentence.From].Word.Verb is { Tense: Tense.Base };
    }

    /// <summary>The day before a month, the first of a range or list: "28", "4, 5 and 6", "the 12th of".</summary>
    private (int Day, int From) DayBefore(int month, Sentence sentence)
    {
        int at = month - 1;
        at -= at > sentence.From && tokens[at].Lower == "of" && Day(tokens[at - 1].Word) > 0 ? 1 : 0;
        if (at < sentence.From || Day(tokens[at].Word) is not (var day and > 0))
        {
            return (0, month);
        }

        while (at - 2 >= sentence.From && (IsRange(at - 1) || tokens[at - 1].Word.Mark(',')) && Day(tokens[at - 2].Word) is var earlier and > 0 && !(tokens[at - 1].Word.Mark(',') && Spoken(at - 3)))
        {
            (day, at) = (earlier, at - 2);
        }

        return (day, at);

        // "On May 4, 5 March …" is no list.
        bool Spoken(int before) => before >= sentence.From && tokens[before].Word.Is(Use.Month);
    }

    /// <summary>The year after a month or day, with its comma or "of"; 0 where none stands there.</summary>
    private int YearAt(ref int to, int day, Sentence sentence)
    {
        int at = to < sentence.To && (tokens[to].Word.Mark(',') || (tokens[to].Lower == "of" && day == 0)) ? to + 1 : to;
        if (at < sentence.To && Year(tokens[at].Word) is var year and > 0)
        {
            to = at + 1;
            return year;
        }

        return 0;
    }

    /// <summary>One past "to June 1" or "– 1 June" after a day: the end of a range over months; 0 where there is none.</summary>
    private int RangeEnd(int at, Sentence sentence)
    {
        if (at + 2 >= sentence.To || !IsRange(at) || tokens[at].Lower == "and")
        {
            return 0;
        }

        bool monthFirst = tokens[at + 1].Word.Is(Use.Month) && Day(tokens[at + 2].Word) > 0;
        bool dayFirst = Day(tokens[at + 1].Word) > 0 && tokens[at + 2].Word.Is(Use.Month);
        return monthFirst || dayFirst ? at + 3 : 0;
    }

    /// <summary>"April last year", "March of the same year", "June this year".</summary>
    private DateMention? OfYear(int to, int month, int day, int from, Sentence sentence)
    {
        int at = to < sentence.To && tokens[to].Lower is "of" ? to + 1 : to;
        at += at < sentence.To && tokens[at].Lower == "the" ? 1 : 0;
        if (at + 1 >= sentence.To || tokens[at + 1].Lower != "year")
        {
            return null;
        }

        string which = tokens[at].Lower;
        if (which is "last" or "this" && published is { } said)
        {
            return Made(from, at + 2, said.Year - (which == "last" ? 1 : 0), month, day, sentence);
        }

        return which is "same" or "that" or "following" or "next" or "previous"
            ? new DateMention(Lead(from, sentence), at + 2, null, last => Valid(last.Year + (which is "following" or "next" ? 1 : which == "previous" ? -1 : 0), month, day), false)
            : which is "last" ? Undated(from, at + 2, sentence) : null;
    }

    private static PartialDate? Valid(int year, int month, int day) =>
        PartialDate.TryParse(day > 0 ? $"{year:0000}-{month:00}-{day:00}" : $"{year:0000}-{month:00}", out PartialDate date) ? date : null;

    /// <summary>"that March" is of the year told, "the following March" the next one after it.</summary>
    private static PartialDate? Named(PartialDate told, int month, string which) => which switch
    {
        "that" => PartialDate.Of(told.Year, month),
        "following" => PartialDate.Of(told.Month > 0 && told.Month < month ? told.Year : told.Year + 1, month),
        _ => PartialDate.Of(told.Month > month ? told.Year : told.Year - 1, month),
    };

    /// <summary>"15-16 October", "November 28 to 29", "June 3, 4 and 5": one past the last day, where there is more than one.</summary>
    private int AfterRange(int to, Sentence sentence)
    {
        while (to + 1 < sentence.To && (IsRange(to) || tokens[to].Word.Mark(',')) && Day(tokens[to + 1].Word) > 0 && !(to + 2 < sentence.To && tokens[to + 2].Word.Is(Use.Month)) && !(tokens[to].Lower is "and" or "," && to + 2 < sentence.To && tokens[to + 2].Word is { IsWord: true, Function: false }))
        {
            to += 2;
        }

        return to;
    }

    private bool IsRange(int i) => tokens[i].Word.Mark('-') || tokens[i].Word.Mark('–') || tokens[i].Word.Mark('—') || tokens[i].Lower is "to" or "and" or "through";

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

        bool part = i > sentence.From + 1 && tokens[i - 1].Word.Mark('-') && tokens[i - 2].Lower is "mid" or "early" or "late";
        bool amount = !part && i > sentence.From && tokens[i - 1].Word.Kind == WordKind.Mark && tokens[i - 1].Word.Text[0] is '$' or '€' or '£' or '¥' or '₩' or '-';
        bool counted = i + 1 < sentence.To && tokens[i + 1].Word.Kind == WordKind.Mark && tokens[i + 1].Word.Text[0] is '%' or '-' && !tokens[i + 1].SpaceBefore && !(tokens[i + 1].Word.Mark('-') && i + 2 < sentence.To && Year(tokens[i + 2].Word) > 0);
        return amount || counted ? null : Made(i, i + 1, year, 0, 0, sentence);
    }
}
