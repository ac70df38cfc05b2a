using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Dates told by their distance from another: from the document's own, or from what was told before.</content>
internal sealed partial class Dates
{
    /// <summary>"A week later", "the following month", "the next day", "the same year", "later that month", "the 14th of that month".</summary>
    private DateMention? FromTold(int i, Sentence sentence)
    {
        string word = tokens[i].Lower;
        string next = i + 1 < sentence.To ? tokens[i + 1].Lower : "";
        string third = i + 2 < sentence.To ? tokens[i + 2].Lower : "";
        string before = i > sentence.From ? tokens[i - 1].Lower : "";
        bool opens = i == sentence.From || tokens[i - 1].Word.Kind == WordKind.Mark || before is "and" or "but" or "exactly" or "just" or "only" or "some" or "about";
        if (Count(word) is var count and > 0 && Unit(next) is { } unit)
        {
            int at = i + 2;
            if (third == "and" && i + 4 < sentence.To && tokens[i + 3].Lower is "a" && tokens[i + 4].Lower == "half")
            {
                at = i + 5;
                unit = unit with { Days = unit.Days + (unit.Days / (2 * count)) };
            }

            string way = at < sentence.To ? tokens[at].Lower : "";
            if (way is "earlier" || (way == "before" && opens))
            {
                return Hangs(i, at + 1, unit.Times(-count));
            }

            if (way == "after" && before is "nearly" or "almost" or "comes" or "come" or "than" && published is { } said)
            {
                // "comes nearly two years after a summit": counted back from the text.
                return new DateMention(before is "nearly" or "almost" ? i - 1 : i, at + 1, unit.Times(-count).From(said), null, false) { OfNext = true };
            }

            if (way is "later" or "afterwards" or "on" && (way != "on" || opens) || (way == "after" && opens))
            {
                return Hangs(before is "exactly" or "just" or "only" or "about" ? i - 1 : i, at + 1, unit.Times(count));
            }
        }

        if (word is "few" or "several" or "couple" && before is "a" or "" or "," or "and" || word == "several")
        {
            int at = i + 1 + (next == "of" ? 1 : 0);
            if (at + 1 < sentence.To && tokens[at].Lower is "days" or "weeks" or "months" or "years" && tokens[at + 1].Lower is "later" or "afterwards" or "earlier")
            {
                // "a few months": three, give or take; the year is what the words state.
                int few = tokens[at + 1].Lower == "earlier" ? -3 : 3;
                Distance about = Unit(tokens[at].Lower)!.Times(few);
                return about.Finest == Fineness.Year ? new DateMention(i, at + 2, null, null, false) : Hangs(before == "a" ? i - 1 : i, at + 2, about with { Finest = about.Months != 0 ? Fineness.Year : Fineness.Month });
            }
        }

        if (word is "days" or "weeks" or "months" or "years" && next is "later" or "afterwards" or "earlier" && opens)
        {
            // How many, the text does not say: days do not leave the month.
            return word == "days" ? Hangs(i, i + 2, new Distance(0, 0, next == "earlier" ? -3 : 3, Fineness.Month)) : new DateMention(i, i + 2, null, null, false);
        }

        if (before == "the" && Unit(next) is { } step && word is "previous" or "preceding" or "following" or "next" or "subsequent")
        {
            bool ahead = word == "next" && i - 2 >= sentence.From && tokens[i - 2].Lower is "within" or "over" or "in" or "for" or "during" or "by";
            return Hangs(i - 1, i + 2, step.Times(word is "previous" or "preceding" ? -1 : 1)) with { Target = ahead };
        }

        if (before == "the" && word is "day" or "month" or "year" or "week" && next is "before" or "after" && (i + 2 >= sentence.To || tokens[i + 2].Word.Kind == WordKind.Mark || tokens[i + 2].Lower is "in" or "at"))
        {
            return Hangs(i - 1, i + 2, Unit(word)!.Times(next == "before" ? -1 : 1));
        }

        if (before == "the" && word is "following" or "previous" && next is "spring" or "summer" or "autumn" or "winter")
        {
            return new DateMention(i - 1, i + 2, null, last => Season(last, next, word == "following"), false);
        }

        if (word is "same" or "very" && before is "the" or "that" && Unit(next) is not null)
        {
            return That(i - 1, i + 2, next, sentence);
        }

        if (word is "that" && next is "day" or "week" or "month" or "year" && before is "later" or "earlier" or "in" or "of" or "early" or "late" or "on")
        {
            // "the 14th of that month"
            if (before == "of" && next == "month" && i - 2 >= sentence.From && Day(tokens[i - 2].Word) is var day and > 0)
            {
                int from = i - 3 >= sentence.From && tokens[i - 3].Lower == "the" ? i - 3 : i - 2;
                return new DateMention(from, i + 2, null, last => last.Month > 0 ? Valid(last.Year, last.Month, day) : null, false);
            }

            return That(before is "of" ? i : i - 1, i + 2, next, sentence);
        }

        return null;
    }

    /// <summary>"that year", "the same month": of the date stated last, where one stands near, else of what was told last.</summary>
    private DateMention That(int from, int to, string unit, Sentence sentence)
    {
        Distance same = new(0, 0, 0, unit switch { "day" => Fineness.Day, "year" => Fineness.Year, _ => Fineness.Month });
        PartialDate? on = _last is { } last && sentence.Number - last.Sentence <= 2 ? same.From(last.On) : null;
        return on is null ? Hangs(from, to, same) : new DateMention(from, to, on, null, false);
    }

    /// <summary>"today", "last Friday", "earlier this month", "late last year", "two weeks ago", "over the weekend".</summary>
    private DateMention? FromPublished(int i, Sentence sentence)
    {
        string word = tokens[i].Lower;
        string next = i + 1 < sentence.To ? tokens[i + 1].Lower : "";
        string before = i > sentence.From ? tokens[i - 1].Lower : "";
        if (tokens[i].Word.Is(Use.Weekday) && tokens[i].Word.Capital)
        {
            return Weekday(i, sentence);
        }

        if (word is "today" or "yesterday" or "tonight" || (word == "this" && next is "morning" or "afternoon" or "evening"))
        {
            int to = word == "this" ? i + 2 : i + 1;
            bool owner = to < sentence.To && tokens[to].Word.Kind == WordKind.Possessive && !(to + 1 < sentence.To && tokens[to + 1].Word.Head is { Class: HeadClass.Mechanism });
            return owner ? null
                : published is { Day: > 0 } day ? new DateMention(i, to, PartialDate.On(day.Earliest.AddDays(word == "yesterday" ? -1 : 0)), null, false)
                : opensOrEnds(to) ? Undated(i, to, sentence) : null;
        }

        if (word == "day" && before == "the" && next == "before" && i + 2 < sentence.To && tokens[i + 2].Lower == "yesterday" && published is { Day: > 0 } said)
        {
            return new DateMention(i - 1, i + 3, PartialDate.On(said.Earliest.AddDays(-2)), null, false);
        }

        if (word is "weekend" && before is "the" or "this" or "last" && published is { Day: > 0 } report)
        {
            DateOnly saturday = LastWeekday(report.Earliest, "Saturday");
            return new DateMention(i - 1, i + 1, PartialDate.Of(saturday.Year, saturday.Month), null, false);
        }

        if (Ago(i, sentence) is { } ago)
        {
            return ago;
        }

        if (word is "this" or "last" or "past" && next is "week" or "month" or "year" or "spring" or "summer" or "autumn" or "winter" && before is not ("the" or "of" or "over") && !(word == "past" && before != "this"))
        {
            return ThisOrLast(word is "past" ? i - 1 : i, i + 1, word, next, sentence);
        }

        return null;

        bool opensOrEnds(int to) => i == sentence.From || (to < sentence.To && tokens[to].Word.Mark('.')) || tokens[i - 1].Word.Mark(',');
    }

    private DateMention? ThisOrLast(int i, int at, string word, string unit, Sentence sentence)
    {
        string before = i > sentence.From ? tokens[i - 1].Lower : "";
        bool ahead = word == "this" && (before == "later" || (unit is "spring" or "summer" or "autumn" or "winter" && published is { Month: > 0 } now && Starts(unit) > now.Month));
        int from = before is "earlier" or "later" or "late" or "early" ? i - 1 : i;
        int back = word == "last" ? 1 : 0;
        if (published is not { } said)
        {
            // The week of a text without a date is none that it can say.
            return word == "last" || before == "earlier" ? Undated(from, at + 1, sentence) : null;
        }

        PartialDate? on = unit switch
        {
            "year" => PartialDate.Of(said.Year - back),
            "month" when said.Month > 0 => PartialDate.Of(said.Earliest.AddMonths(-back).Year, said.Earliest.AddMonths(-back).Month),
            "week" when said.Day > 0 => PartialDate.Of(said.Earliest.AddDays(-7 * back).Year, said.Earliest.AddDays(-7 * back).Month),
            "spring" or "summer" or "autumn" or "winter" => PartialDate.Of(word == "last" && said.Month <= Starts(unit) + 2 ? said.Year - 1 : said.Year),
            _ => null,
        };
        return new DateMention(from, at + 1, on, null, ahead);
    }

    /// <summary>"two weeks ago", "a decade ago", "just over three years ago".</summary>
    private DateMention? Ago(int i, Sentence sentence)
    {
        int at = i + 1;
        if (Count(tokens[i].Lower) is not (var count and > 0) || at + 1 >= sentence.To || tokens[at + 1].Lower != "ago" || (Unit(tokens[at].Lower) ?? (tokens[at].Lower.StartsWith("decade", StringComparison.Ordinal) ? new Distance(10, 0, 0, Fineness.Year) : null)) is not { } unit)
        {
            return null;
        }

        PartialDate? on = published is { } said ? unit.Times(-count).From(said) : null;
        int to = at + 2;
        // "five years ago this week" says the year and nothing closer.
        to += to + 1 < sentence.To && tokens[to].Lower == "this" && Unit(tokens[to + 1].Lower) is not null ? 2 : 0;
        return new DateMention(i, to, on, null, false);
    }

    private DateMention? Weekday(int i, Sentence sentence)
    {
        string before = i > sentence.From ? tokens[i - 1].Lower : "";
        int from = before is "on" or "last" or "this" or "past" ? i - 1 : i;
        bool spelled = i + 2 < sentence.To && (tokens[i + 1].Word.Mark('(') || tokens[i + 1].Word.Mark(',')) && (tokens[i + 2].Word.Is(Use.Month) || Day(tokens[i + 2].Word) > 0)
            || i + 1 < sentence.To && (tokens[i + 1].Word.Is(Use.Month) || Day(tokens[i + 1].Word) > 0);
        if (spelled)
        {
            return null;
        }

        if (before is "next" or "coming")
        {
            return new DateMention(i - 1, i + 1, null, null, true);
        }

        // The last such day up to that of the text.
        if (published is { Day: > 0 } said)
        {
            return new DateMention(from, i + 1, PartialDate.On(LastWeekday(before == "last" ? said.Earliest.AddDays(-1) : said.Earliest, tokens[i].Lower)), null, false);
        }

        // "Thursday, Feb. 15, 2024" in a caption, and "Thursday" a few sentences on.
        if (_lastDay is { } same && sentence.Number - same.Sentence <= YearHolds && same.Day.DayOfWeek.ToString().Equals(tokens[i].Lower, StringComparison.OrdinalIgnoreCase))
        {
            return new DateMention(from, i + 1, PartialDate.On(same.Day), null, false);
        }

        if (from == i)
        {
            return null;
        }

        return published is null && _lastDay is { } near && sentence.Number - near.Sentence <= 2 ? new DateMention(from, i + 1, PartialDate.On(LastWeekday(near.Day, tokens[i].Lower)), null, false) : Undated(i, i + 1, sentence);
    }

    private static DateMention Hangs(int from, int to, Distance distance) => new(from, to, null, last => distance.From(last), false);

    private static PartialDate? Season(PartialDate told, string season, bool after) =>
        after ? PartialDate.Of(told.Month > 0 && told.Month < Starts(season) ? told.Year : told.Year + 1) : PartialDate.Of(told.Month > Starts(season) ? told.Year : told.Year - 1);

    private static int Starts(string season) => season switch { "spring" => 3, "summer" => 6, "autumn" => 9, _ => 12 };

    private static DateOnly LastWeekday(DateOnly day, string name)
    {
        while (!day.DayOfWeek.ToString().Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static Distance? Unit(string word) => word switch
    {
        "day" or "days" => new Distance(0, 0, 1, Fineness.Day),
        "week" or "weeks" or "fortnight" => new Distance(0, 0, word == "fortnight" ? 14 : 7, Fineness.Month),
        "month" or "months" => new Distance(0, 1, 0, Fineness.Month),
        "year" or "years" => new Distance(1, 0, 0, Fineness.Year),
        _ => null,
    };

    private static int Count(string word) => word switch
    {
        "a" or "an" or "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "twenty" => 20,
        _ => int.TryParse(word, out int n) && n is > 0 and < 100 ? n : 0,
    };
}
