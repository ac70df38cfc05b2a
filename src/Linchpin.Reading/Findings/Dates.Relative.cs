using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Dates told by their distance from another: from the document's own, or from what was told before.</content>
internal sealed partial class Dates
{
    /// <summary>"A week later", "the following month", "last year", "earlier this year", "the next day".</summary>
    private DateMention? Relative(int i, Sentence sentence)
    {
        string word = tokens[i].Lower;
        string next = i + 1 < sentence.To ? tokens[i + 1].Lower : "";
        string third = i + 2 < sentence.To ? tokens[i + 2].Lower : "";
        if (third is "earlier" or "before" && Unit(next) is { } back && Count(word) is var ago and > 0 && (third == "earlier" || i == sentence.From))
        {
            return new DateMention(i, i + 3, null, Times(back, -ago), false);
        }

        if (word == "previous" && i > sentence.From && tokens[i - 1].Lower == "the" && Unit(next) is { } preceding)
        {
            return new DateMention(i - 1, i + 2, null, Times(preceding, -1), false);
        }

        if (word == "day" && next is "before" or "after" && i > sentence.From && tokens[i - 1].Lower == "the" && (i + 2 >= sentence.To || tokens[i + 2].Word.Kind == WordKind.Mark))
        {
            return new DateMention(i - 1, i + 2, null, new TimeSpanWords(0, 0, next == "before" ? -1 : 1), false);
        }

        if (third is "later" or "afterwards" or "after" && Unit(next) is { } unit && Count(word) is var count and > 0)
        {
            return third == "after" && !(i == sentence.From || tokens[i - 1].Word.Kind == WordKind.Mark) ? null : new DateMention(i, i + 3, null, Times(unit, count), false);
        }

        if (word is "following" or "next" or "subsequent" && i > sentence.From && tokens[i - 1].Lower == "the" && Unit(next) is { } step)
        {
            bool ahead = word == "next" && i - 2 >= sentence.From && tokens[i - 2].Lower is "within" or "over" or "in" or "for" or "during" or "by";
            return new DateMention(i - 1, i + 2, null, step, ahead);
        }

        if (word == "same" && i > sentence.From && tokens[i - 1].Lower is "the" or "that" && next is "day" or "week" or "month" or "year")
        {
            return new DateMention(i - 1, i + 2, null, new TimeSpanWords(0, 0, 0), false);
        }

        bool weekday = tokens[i].Word.Is(Use.Weekday) && tokens[i].Word.Capital;
        bool spelled = weekday && i + 2 < sentence.To && (tokens[i + 1].Word.Mark('(') || tokens[i + 1].Word.Mark(',')) && (tokens[i + 2].Word.Is(Use.Month) || Day(tokens[i + 2].Word) > 0);
        if (published is not { } said)
        {
            if (!weekday || spelled || i == sentence.From || tokens[i - 1].Lower != "on")
            {
                return null;
            }

            return _lastDay is { } near && sentence.Number - near.Sentence <= 2 ? new DateMention(i - 1, i + 1, PartialDate.On(LastWeekday(near.Day, word)), null, false) : Undated(i, i + 1, sentence);
        }

        if (weekday && said.Day > 0)
        {
            // The last such day up to that of the text.
            DateOnly day = LastWeekday(said.Earliest, word);
            return spelled ? null : new DateMention(i > sentence.From && tokens[i - 1].Lower == "on" ? i - 1 : i, i + 1, PartialDate.On(day), null, false);
        }

        if (word is "today" or "yesterday" && said.Day > 0 && !(i + 1 < sentence.To && tokens[i + 1].Word.Kind == WordKind.Possessive))
        {
            return new DateMention(i, i + 1, PartialDate.On(said.Earliest.AddDays(word == "today" ? 0 : -1)), null, false);
        }

        if (word is "this" or "last" && next == "week" && said.Day > 0 && !(i > sentence.From && tokens[i - 1].Lower is "later"))
        {
            DateOnly week = said.Earliest.AddDays(word == "this" ? 0 : -7);
            return new DateMention(i, i + 2, PartialDate.Of(week.Year, week.Month), null, false);
        }

        if (word is "last" or "this" && next is "year" or "month" && !(i > sentence.From && tokens[i - 1].Lower is "the"))
        {
            if (next == "month" && said.Month == 0)
            {
                return null;
            }

            PartialDate on = next == "year" ? PartialDate.Of(said.Year - (word == "last" ? 1 : 0)) : Back(said, word == "last" ? 1 : 0);
            int from = i > sentence.From && tokens[i - 1].Lower is "earlier" or "later" ? i - 1 : i;
            return new DateMention(from, i + 2, on, null, false);
        }

        return null;
    }

    private static DateOnly LastWeekday(DateOnly day, string name)
    {
        while (!day.DayOfWeek.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static PartialDate Back(PartialDate said, int months)
    {
        DateOnly day = new DateOnly(said.Year, said.Month, 1).AddMonths(-months);
        return PartialDate.Of(day.Year, day.Month);
    }

    private static TimeSpanWords? Unit(string word) => word switch
    {
        "day" or "days" => new TimeSpanWords(0, 0, 1),
        "week" or "weeks" => new TimeSpanWords(0, 0, 7),
        "month" or "months" => new TimeSpanWords(0, 1, 0),
        "year" or "years" => new TimeSpanWords(1, 0, 0),
        _ => null,
    };

    private static TimeSpanWords Times(TimeSpanWords unit, int n) => new(unit.Years * n, unit.Months * n, unit.Days * n);

    private static int Count(string word) => word switch
    {
        "a" or "an" or "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "ten" => 10,
        _ => int.TryParse(word, out int n) && n is > 0 and < 100 ? n : 0,
    };
}
