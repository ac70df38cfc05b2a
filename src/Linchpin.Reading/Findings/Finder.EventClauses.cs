using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Several events in one sentence: where the clause of one ends because the next has a date of its own, and clauses that leave out the verb.</content>
internal sealed partial class Finder
{
    private const int Ahead = 14;

    /// <summary>Past forms that no rule tells.</summary>
    private static readonly HashSet<string> Irregular = new(StringComparer.Ordinal)
    {
        "won", "did", "put", "bought", "sold", "withdrew", "broke", "spoke", "paid", "became", "overtook", "cut", "went", "came", "laid", "set", "shut", "flew", "sank", "struck", "began", "led", "took", "made", "gave", "sent", "brought", "drew", "chose", "left", "lost", "built", "wrote", "moved", "opened",
    };

    /// <summary>One past the clause of a dated event: before the next thing done, or the next party, that has a date of its own.</summary>
    private int OwnEnd(int verb, int end, Sentence sentence, List<DateMention> dates)
    {
        DateMention? own = dates.Find(d => !d.Target && d.From > verb && d.To <= end);
        if (own is null && !dates.Exists(d => !d.Target && d.To <= verb))
        {
            return end;
        }

        for (int p = own?.To ?? verb + 1; p < end - 1; p++)
        {
            if ((_tokens[p].Word.Mark(',') || _tokens[p].Lower is "and") && Next(p, sentence, dates) is not null)
            {
                return p;
            }
        }

        return end;
    }

    /// <summary>The date of what goes on after a comma or "and" with a party or verb of its own; <see langword="null"/> where nothing does.</summary>
    private DateMention? Next(int link, Sentence sentence, List<DateMention> dates)
    {
        int from = link + 1 + (link + 1 < sentence.To && _tokens[link + 1].Lower is "and" or "but" ? 1 : 0);
        DateMention? date = dates.Find(d => !d.Target && d.From >= from && d.From - from <= Ahead);
        if (date is null)
        {
            return null;
        }

        if (Gapped(from, date) > 0)
        {
            return date;
        }

        int first = date.From - from <= 1 ? date.To : from, last = date.From - from <= 1 ? Math.Min(sentence.To, date.To + 8) : date.From;
        for (int k = first; k < last; k++)
        {
            if (_tokens[k].Lower is "which" or "that" or "who" or "when" or "where" or "after" or "before" || _tokens[k].Word.Kind == WordKind.Mark && _tokens[k].Word.Text[0] is ',' or ';')
            {
                return null;
            }

            if (Finite(k))
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>"the United Kingdom in April" after "France followed in February": one past the party that a date follows at once; 0 where there is none.</summary>
    private int Gapped(int from, DateMention date)
    {
        int at = from + (_tokens[from].Lower == "the" ? 1 : 0);
        return _names.Starting(at) is { Thing.Kind: ThingKind.Country or ThingKind.Body } party && date.From == party.To ? party.To : 0;
    }

    private bool Finite(int k)
    {
        Word word = _tokens[k].Word;
        bool past = word.Verb is { Tense: Tense.Past } || Irregular.Contains(word.Lower) || (word is { Verb: null, IsWord: true, Capital: false, Function: false } && word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal));
        return past && !word.Capital && k > 0 && !_tokens[k - 1].Word.Is(Use.Determiner) && !_tokens[k - 1].Word.Mark('-') && !(k + 1 < _tokens.Count && _tokens[k + 1].Lower == "by");
    }

    /// <summary>"Spain moved in May 2023, France in June and Italy a month later": what the first verb says, said of others with their dates.</summary>
    private void ByGap(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        foreach (EventSpan both in spans.Where(s => s.Clause).ToArray())
        {
            EventSpan told = Twice(both, dates, spans);
            int at = told.To;
            while (at + 2 < sentence.To && (_tokens[at].Word.Mark(',') || _tokens[at].Lower == "and"))
            {
                int from = at + 1 + (_tokens[at + 1].Lower == "and" ? 1 : 0);
                DateMention? date = dates.Find(d => !d.Target && d.From >= from);
                if (date is null || Gapped(from, date) == 0)
                {
                    break;
                }

                spans.Add(new EventSpan(from, date.To, from, told.Type, true));
                at = date.To;
            }
        }
    }

    /// <summary>"signed in Recife on 4 March 2023 and in Turku on 11 June 2023": the second place and day are an event of their own. The first, without them.</summary>
    private EventSpan Twice(EventSpan told, List<DateMention> dates, List<EventSpan> spans)
    {
        DateMention[] days = [.. dates.Where(d => !d.Target && d.On is { Day: > 0 } && d.From > told.At && d.To <= told.To)];
        if (days.Length != 2)
        {
            return told;
        }

        int and = Enumerable.Range(days[0].To, days[1].From - days[0].To).FirstOrDefault(k => _tokens[k].Lower == "and", -1);
        if (and < 0 || and - days[0].To > 1 || _tokens[and + 1].Lower is not ("in" or "at" or "again" or "on") || Enumerable.Range(and, days[1].From - and).Any(Finite))
        {
            return told;
        }

        EventSpan first = told with { To = days[0].To };
        spans[spans.IndexOf(told)] = first;
        spans.Add(new EventSpan(and + 1, told.To, and + 1, told.Type, true));
        return first;
    }

    /// <summary>"the first meeting, which was held in …", "the “Charter for Quiet Seas,” which was signed": what is told belongs to what it is told of.</summary>
    private int WithAntecedent(int from, Sentence sentence)
    {
        int head = from - 1;
        if (_tokens[from].Lower is not ("which" or "that") || head <= sentence.From)
        {
            return from;
        }

        head -= _tokens[head].Word.Mark(',') ? 1 : 0;
        if (_tokens[head].Word.Kind == WordKind.Mark && _tokens[head].Word.Text[0] is '”' or '"')
        {
            int open = head - 1;
            while (open > sentence.From && !(_tokens[open].Word.Kind == WordKind.Mark && _tokens[open].Word.Text[0] is '“' or '"'))
            {
                open--;
            }

            return open > sentence.From && _tokens[open - 1].Lower == "the" ? open - 1 : open;
        }

        if (_names.Ending(head + 1, sentence.From) is { Thing.Kind: ThingKind.Mechanism } named)
        {
            return named.From > sentence.From && _tokens[named.From - 1].Lower == "the" ? named.From - 1 : named.From;
        }

        return Gathers(head) ? NounStart(head, sentence) : from;
    }
}
