using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told in passing: at what meeting or in what paper something was said, since when a mechanism is there, what is remembered today, what went wrong on a day.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Incidents = new(StringComparer.Ordinal)
        { "attack", "attacks", "cyberattack", "fire", "earthquake", "outage", "explosion", "accident", "incursion", "invasion", "coup", "blockade", "breach", "collision", "sabotage", "blackout" };

    /// <summary>"vowed to share data during a meeting in Bergen on Sunday", "said at a forum in Lamu": the meeting is where it was said.</summary>
    private void ByOccasion(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From + 4; i < sentence.To; i++)
        {
            if (!Gathers(i) || _tokens[i].Word.Capital)
            {
                continue;
            }

            int at = i - 1;
            while (at > sentence.From && i - at < 7 && !_tokens[at].Word.Is(Use.Preposition) && _tokens[at].Word is { IsWord: true } or { Kind: WordKind.Number } or { Text: "-" } && _tokens[at].Word.Verb is null or { Tense: Tense.Base or Tense.Gerund })
            {
                at--;
            }

            bool placed = PlaceIn(i + 1, Math.Min(sentence.To, i + 6), sentence) is not null || dates.Exists(d => !d.Target && d.From > i && d.From - i <= 6);
            if (!(_tokens[at].Lower is "during" or "at" or "in" or "after" or "following") || !placed || Planned(i, sentence))
            {
                continue;
            }

            int verb = Enumerable.Range(sentence.From + 1, Math.Max(0, at - sentence.From - 1)).LastOrDefault(k => _tokens[k].Word.Verb is { Tense: Tense.Past } said && (said.Class & (VerbClass.Commit | VerbClass.Say | VerbClass.Discuss | VerbClass.Action)) != 0 && !_tokens[k].Word.Capital && !_clauses.Hedged(k, sentence) && !_clauses.Quoted(k, sentence), -1);
            if (verb < 0 || spans.Exists(s => s.Clause && s.From <= verb && s.To > i))
            {
                continue;
            }

            Clauses.Subject subject = _clauses.SubjectOf(verb, sentence);
            if (subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We && subject.Who.Count > 0 && subject.From < verb)
            {
                spans.Add(new EventSpan(subject.From, Math.Max(i + 1, _clauses.End(Math.Max(verb, i - 1), sentence, sentence.To)), i, "meeting", true));
            }
        }
    }

    /// <summary>"In a joint statement on Sunday, the three ministers recalled …": a paper of theirs, with its date.</summary>
    private void ByPaper(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        if (_tokens[sentence.From].Lower != "in" || sentence.From + 6 >= sentence.To)
        {
            return;
        }

        int paper = Enumerable.Range(sentence.From + 1, Math.Min(5, sentence.To - sentence.From - 1)).FirstOrDefault(k => _tokens[k].Lower is "statement" or "communique" or "communiqué" or "declaration" or "readout" or "release" or "letter", -1);
        if (paper < 0 || !dates.Exists(d => !d.Target && d.From > paper && d.From - paper <= 4))
        {
            return;
        }

        int verb = Enumerable.Range(paper + 1, sentence.To - paper - 1).FirstOrDefault(k => _tokens[k].Word.Verb is { Tense: Tense.Past } said && !_tokens[k].Word.Capital && !(_tokens[k].Lower is "issued" or "released" or "published"), -1);
        verb = verb < 0 ? Enumerable.Range(paper + 1, sentence.To - paper - 1).FirstOrDefault(Finite, -1) : verb;
        if (verb > 0 && _names.In(paper, verb).Any(m => m.Thing.Kind is not ThingKind.Mechanism))
        {
            spans.Add(new EventSpan(sentence.From, _clauses.End(verb, sentence, sentence.To), paper, "publication", true));
        }
    }

    /// <summary>"The Lamu Arrangement, which dates from April 2019", "dates back to 2011": since when a mechanism is there.</summary>
    private void BySince(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From + 1; i + 2 < sentence.To; i++)
        {
            if (_tokens[i].Lower is "dates" or "dated" or "dating" && (_tokens[i + 1].Lower == "from" || (_tokens[i + 1].Lower == "back" && _tokens[i + 2].Lower == "to"))
                && dates.Find(d => d.From >= i + 1 && d.From - i <= 4) is { On: not null } date && _names.In(Math.Max(sentence.From, i - 12), i).LastOrDefault(m => m.Thing.Kind == ThingKind.Mechanism && i - m.To <= 3) is { } named)
            {
                int from = named.From > sentence.From && _tokens[named.From - 1].Lower == "the" ? named.From - 1 : named.From;
                spans.Add(new EventSpan(from, date.To, i, "launch", true));
            }
        }
    }

    /// <summary>"Today we mark the third anniversary of the compact": remembering is what takes place.</summary>
    private void ByAnniversary(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From + 1; i + 2 < sentence.To; i++)
        {
            bool marks = _tokens[i].Lower is "mark" or "marks" or "marked" or "celebrate" or "commemorate" && Enumerable.Range(i + 1, Math.Min(7, sentence.To - i - 1)).Any(k => _tokens[k].Lower is "anniversary" or "anniversaries");
            if (!marks || !dates.Exists(d => !d.Target && d.From < i) || _clauses.Hedged(i, sentence) || Enumerable.Range(Math.Max(sentence.From, i - 4), i - Math.Max(sentence.From, i - 4)).Any(k => _tokens[k].Lower is "as" or "to" or "will" or "when"))
            {
                continue;
            }

            Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
            DateMention lead = dates.First(d => !d.Target && d.From < i);
            if (subject.Kind is not (Clauses.SubjectKind.None or Clauses.SubjectKind.Other))
            {
                spans.Add(new EventSpan(Math.Min(lead.From, subject.From), _clauses.End(i, sentence, sentence.To), i, "announcement", true));
                return;
            }
        }
    }

    /// <summary>"the ransomware attack that closed the port in July 2022": what went wrong, with its date.</summary>
    private void ByIncident(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (!Incidents.Contains(_tokens[i].Lower) || dates.Find(d => !d.Target && d.On is not null && d.From > i && d.From - i <= 14) is not { } date || Since(date))
            {
                continue;
            }

            bool own = Enumerable.Range(i + 1, date.From - i - 1).All(k => _tokens[k].Word.Kind != WordKind.Mark && !(Finite(k) && !(_tokens[i + 1].Lower is "that" or "which")) && !_tokens[k].Word.Is(Use.Auxiliary));
            int from = NounStart(i, sentence);
            if (own && !Planned(i, sentence))
            {
                from -= from > sentence.From && _tokens[from - 1].Word.Is(Use.Determiner) ? 1 : 0;
                spans.Add(new EventSpan(from, date.To, i, "other", false));
            }
        }
    }
}
