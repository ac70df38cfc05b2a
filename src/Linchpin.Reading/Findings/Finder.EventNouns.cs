using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told by a noun: a meeting, exercise or instrument with a date, a number or a place of its own.</content>
internal sealed partial class Finder
{
    /// <summary>A meeting, exercise or instrument with a date, a number or a place of its own.</summary>
    private void ByNoun(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            bool gathering = Gathers(i);
            Mention? m = _names.Starting(i) is { Thing.Kind: ThingKind.Mechanism, Form: not MentionForm.Phrase } named ? named : null;
            bool instrument = Instruments.Contains(_tokens[i].Lower) && (i == sentence.From || !_tokens[i - 1].Word.Is(Use.Determiner));
            if (!gathering && m is null && !instrument)
            {
                continue;
            }

            Mention? around = m ?? _names.Starting(NameStart(i, sentence));
            int from = around is { Thing.Kind: ThingKind.Mechanism } && around.From <= i ? around.From : NounStart(i, sentence);
            int to = Math.Max(i + 1, around is { Thing.Kind: ThingKind.Mechanism } ? around.To : i + 1);
            bool meeting = gathering || (m is not null && Enumerable.Range(m.From, m.To - m.From).Any(k => Gathers(k)));
            DateMention? date = dates.FirstOrDefault(d => !d.Target && !(meeting && d.From >= to && Since(d)) && ((d.From >= to && d.From - to <= 7 && !d.OfNext && !Broken(to, d.From)) || (d.From >= from - 3 && d.To <= to && d.To > from && around?.Thing.Type != "law")
                || (d.To <= from && from - d.To <= 1 && d.To - d.From <= 2) || (meeting && d.To < from && from - d.To <= 3 && _tokens[d.To].Lower is "by" or "with")))
                ?? (meeting && dates.Count == 1 && !dates[0].Target && dates[0].To <= from && from - dates[0].To <= 5 && !Broken(dates[0].To, from) && (dates[0].From == sentence.From || !_tokens[dates[0].To].Word.Mark(',')) ? dates[0] : null);
            if (!meeting && date is { On.Day: > 0 } && date.From >= to && date.To < sentence.To && Finite(date.To))
            {
                // "The partnership today released": the day is the verb's.
                continue;
            }

            bool first = Enumerable.Range(Math.Max(sentence.From, from - 2), Math.Max(0, i + 1 - Math.Max(sentence.From, from - 2))).Any(k => _tokens[k].Lower is "inaugural" or "first-ever" || (Ordinal(k) > 0 && meeting && (_tokens[i].Word.Capital || char.IsAsciiDigit(_tokens[k].Word.Text[0]))));
            // "the first meeting of the Ports Council": of what belongs to it.
            if (meeting && to == i + 1 && to + 2 < sentence.To && _tokens[to].Lower == "of" && _names.In(to, Math.Min(sentence.To, to + 14)).FirstOrDefault(n => n.Thing.Kind == ThingKind.Mechanism && n.From <= to + 2) is { } held)
            {
                to = held.To;
            }

            if (meeting && from - 1 > sentence.From && _tokens[from - 1].Lower is "first" or "second" or "third" && i + 2 < sentence.To && _tokens[i + 1].Lower == "between")
            {
                // "the first trilateral meeting between our finance ministries"
                first = true;
                from--;
                to = Math.Min(sentence.To, Enumerable.Range(i + 2, Math.Max(0, sentence.To - i - 2)).FirstOrDefault(k => _tokens[k].Word.Kind == WordKind.Mark || _tokens[k].Word.Is(Use.Preposition) || Finite(k), sentence.To));
            }

            first |= meeting && to > i + 1 && from < i && Enumerable.Range(Math.Max(sentence.From, from - 1), i + 1 - Math.Max(sentence.From, from - 1)).Any(k => Ordinal(k) > 0);
            string? place = meeting ? PlaceIn(i, Math.Min(sentence.To, to + 6), sentence, near: true) : null;
            bool opening = gathering && _tokens[i].Lower is "inauguration" or "launch" or "signing" or "establishment" or "co-signing" or "rollout" && i + 1 < sentence.To && _tokens[i + 1].Lower == "of"
                && _names.In(i + 1, Math.Min(sentence.To, i + 24)).Any(n => n.Thing.Kind is ThingKind.Mechanism or ThingKind.Person);
            bool ahead = Enumerable.Range(Math.Max(sentence.From, from - 3), from - Math.Max(sentence.From, from - 3)).Any(k => _tokens[k].Lower is "ahead" or "before" or "prior" or "towards" or "toward");
            bool told = ahead && opening ? false : opening ? dates.Exists(d => !d.Target && d.From > i && d.From - to < 24) || Welcomed(i, sentence) : meeting ? date is not null || first || place is not null || around is { Thing.Name: var name } && Bilateral(name, around)
                : date is not null && (m is not null ? m.Thing.Type is not ("law" or "multilateral-org") : date.From >= to && _tokens[date.From].Lower == "in") && date.From - to <= (_tokens[i].Lower is "bans" or "measures" or "sanctions" or "controls" or "tariffs" ? 6 : 2) && !InOther(date, around);
            if (!told || Planned(i, sentence) || (!meeting && date is not null && Since(date)))
            {
                continue;
            }

            if (opening)
            {
                to = Math.Max(to, _names.In(i + 1, Math.Min(sentence.To, i + 24)).First(n => n.Thing.Kind is ThingKind.Mechanism or ThingKind.Person).To);
                date = dates.FirstOrDefault(d => !d.Target && d.From >= i && d.From - to <= 6) ?? date;
            }

            to = date is not null ? Math.Max(to, date.To) : to;
            from = date is not null ? Math.Min(from, date.From) : from;
            to = place is not null && PlaceEnd(i, to + 6, sentence) is var end and > 0 ? Math.Max(to, end) : to;
            while (from < i && _tokens[from].Word.Kind == WordKind.Mark)
            {
                from++;
            }

            if (to < sentence.To && _tokens[to].Word.Mark(')'))
            {
                to++;
            }

            if (from > sentence.From && _tokens[from - 1].Lower is "the" or "his" or "their" or "its")
            {
                from--;
            }

            bool publication = !meeting && _tokens[i].Lower is "report" or "sheet" or "paper" or "statement" or "fact";
            string sort = around?.Thing.Type ?? "";
            string type = publication ? "publication" : !meeting ? (sort is "agreement" or "treaty" or "mou" && !_tokens[to - 1].Lower.StartsWith("declaration", StringComparison.Ordinal) || _tokens[i].Lower is "treaty" or "agreement" or "accord" or "pact" or "mou" or "memorandum" ? "signing" : "announcement") : _tokens[i].Lower switch
            {
                "summit" or "summits" => "summit",
                "inauguration" or "launch" or "establishment" or "rollout" => "launch",
                "signing" or "co-signing" or "conclusion" => "signing",
                "exercise" or "exercises" or "drills" => "exercise",
                "visit" or "trip" or "tour" => "visit",
                _ => around?.Thing.Type == "exercise" ? "exercise" : "meeting",
            };
            spans.Add(new EventSpan(from, to, i, type, false));
            i = Math.Max(i, to - 1);
        }

        bool InOther(DateMention date, Mention? around) => _names.In(Math.Max(sentence.From, date.From - 8), Math.Min(sentence.To, date.To + 12))
            .Any(o => o != around && o.Thing.Kind == ThingKind.Mechanism && o.From <= date.To - 1 && o.To >= date.To);

        bool Broken(int a, int b)
        {
            for (int k = a; k < b; k++)
            {
                if (_tokens[k].Word.Mark(';') || (_tokens[k].Word.Mark(',') && k > a) || _tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Lower is "and" or "that" or "which" or "follows" or "comes" || _tokens[k].Word.Mark(')') || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third, IsParticiple: false } || (_tokens[k].Word.Verb is { Tense: Tense.Past } && b - k > 3))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>"welcomed the signing of …", "following the launch of …": spoken of as done.</summary>
    private bool Welcomed(int i, Sentence sentence) => _tokens[i].Lower is "signing" or "co-signing" or "launch" or "establishment" or "conclusion" or "inauguration" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From))
        .Any(k => _tokens[k].Lower is "welcomed" or "welcome" or "after" or "following" or "through" or "celebrated" or "hailed" or "applauded" or "witnessed" or "marked" or "noted" or "commended");

    /// <summary>"the Biden-Yoon Summit": two names joined before it make it one that took place.</summary>
    private bool Bilateral(string name, Mention around) => name.Length > 0 && around.Form == MentionForm.Name && around.Thing.Type == "dialogue"
        && (_names.In(around.From, around.To).Count(m => m.Thing.Kind == ThingKind.Person) >= 2) && _tokens[around.To - 1].Lower is "summit" or "summits" or "meeting";

    /// <summary>"During a review meeting …", "in their trilateral technology dialogue, the three explored …": a meeting without a date.</summary>
    private void ByDiscussion(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < Math.Min(sentence.To, sentence.From + 14); i++)
        {
            if (!(_tokens[i].Lower is "during" or "at" or "in") || i + 2 >= sentence.To)
            {
                continue;
            }

            int head = -1;
            for (int k = i + 1; k < Math.Min(sentence.To, i + 14) && head < 0; k++)
            {
                head = _tokens[k].Lower is "meeting" or "dialogue" or "summit" or "talks" or "consultations" or "forum" or "convention" or "conference" or "call" or "visit" or "conversation" ? k : -1;
                if (_tokens[k].Word.Mark(','))
                {
                    break;
                }
            }

            if (head < 0)
            {
                continue;
            }

            for (int v = head + 1; v < Math.Min(sentence.To, head + 40); v++)
            {
                bool acted = _tokens[v].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & (VerbClass.Discuss | VerbClass.Commit | VerbClass.Event | VerbClass.Action)) != 0 || _tokens[v].Lower is "saw" or "convened" or "re-emphasized" or "reemphasized";
                if (acted && !_clauses.Hedged(v, sentence) && _clauses.SubjectOf(v, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Other } subject
                    && (subject.Kind != Clauses.SubjectKind.Other || _tokens[v].Lower == "saw"))
                {
                    DateMention? lead = dates.FirstOrDefault(d => d.To <= i && d.From >= sentence.From);
                    spans.Add(new EventSpan(lead?.From ?? i, _clauses.End(v, sentence, sentence.To), head, "meeting", true));
                    return;
                }
            }
        }
    }

    private int NameStart(int i, Sentence sentence)
    {
        for (int k = i; k >= sentence.From && i - k < 16; k--)
        {
            if (_names.Starting(k) is { Thing.Kind: ThingKind.Mechanism } m && m.To > i)
            {
                return k;
            }
        }

        return i;
    }

    private int NounStart(int i, Sentence sentence)
    {
        int from = i;
        while (from > sentence.From && i - from < 8)
        {
            Word word = _tokens[from - 1].Word;
            bool part = word.IsWord && !word.Function && !word.Is(Use.Auxiliary) && (word.Verb is null || word.Capital || word.Verb.Tense == Tense.Base) || word.Kind == WordKind.Number || word.Mark('-') || word.Mark('–');
            if (!part)
            {
                break;
            }

            from--;
        }

        return from;
    }

    private bool Planned(int i, Sentence sentence)
    {
        for (int k = Math.Max(sentence.From, i - 6); k < Math.Min(sentence.To, i + 6); k++)
        {
            if ((_tokens[k].Lower is "plans" or "plan" && k < i) || _tokens[k].Lower is "upcoming" or "planned" or "future" or "should" or "proposed" or "cancelled" or "canceled" or "postponed" || (k > i && _tokens[k].Lower is "will" or "shall" && k == i + 1) || (k < i && _tokens[k].Lower is "no" or "neither") || (k > i && k + 2 < sentence.To && _tokens[k].Lower is "is" or "are" && _tokens[k + 1].Lower == "to") || _tokens[k].Lower == "forward" && k < i || (_tokens[k].Lower == "next" && k > i && k + 1 < sentence.To && _tokens[k + 1].Lower is "week" or "month" or "year" or "spring" or "summer" or "autumn" or "fall" or "winter") || (_tokens[k].Lower == "next" && k < i && _tokens[k + 1].Lower is not ("-" or "generation" or "generational")))
            {
                return true;
            }
        }

        return false;
    }
}
