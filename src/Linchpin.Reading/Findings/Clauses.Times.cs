using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Words of time between a subject and its verb: "Japan and Kenya on Monday signed", "Norway in March 2023 adopted".</content>
internal sealed partial class Clauses
{
    /// <summary>The last token before a time that ends at the token; the token itself where no time ends there.</summary>
    private int BackOverTime(int i, Sentence sentence)
    {
        if (i - 1 <= sentence.From)
        {
            return i;
        }

        Word word = _tokens[i].Word;
        string before = _tokens[i - 1].Lower;
        if (word.Lower is "today" or "yesterday")
        {
            return i - 1;
        }

        if (word.Lower is "week" or "month" or "year" or "morning" or "evening" or "afternoon" or "summer" or "autumn" or "spring" or "winter" or "weekend" && before is "last" or "this" or "that" or "same" or "the")
        {
            int from = i - 2;
            from -= from > sentence.From && _tokens[from].Lower is "earlier" or "late" or "early" or "later" or "the" or "over" ? 1 : 0;
            return from > sentence.From && _tokens[from].Lower is "over" or "in" ? from - 1 : before == "the" && from == i - 2 ? i : from;
        }

        if (word.Is(Use.Weekday) && word.Capital)
        {
            return before is "on" or "last" or "this" ? i - 2 : i - 1;
        }

        int at = i;
        bool year = word.Kind == WordKind.Number && word.Text.Length == 4 && word.Text[0] is '1' or '2';
        at -= year ? 1 : 0;
        at -= at > sentence.From && _tokens[at].Word.Mark(',') ? 1 : 0;
        bool day = at > sentence.From && Day(_tokens[at].Word) && _tokens[at - 1].Word.Is(Use.Month);
        at -= day ? 1 : 0;
        if (at > sentence.From && _tokens[at].Word is { Capital: true } month && month.Is(Use.Month))
        {
            at--;
            at -= at > sentence.From && Day(_tokens[at].Word) ? 1 : 0;
        }
        else if (!year)
        {
            return i;
        }

        at -= at > sentence.From && _tokens[at].Lower is "early" or "late" ? 1 : 0;
        return at > sentence.From && _tokens[at].Lower is "in" or "on" ? at - 1 : i;

        static bool Day(Word word) => word.Text.Length is > 0 and <= 4 && char.IsAsciiDigit(word.Text[0]) && (word.Text.Length <= 2 || char.IsAsciiLetter(word.Text[^1]));
    }
}
