using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events that no listed verb tells: a party, body or mechanism did something on a day, in a month or in a year that the clause states.</content>
internal sealed partial class Finder
{
    /// <summary>What parties go on doing, think or say, and what happens to figures: no event, whatever the date.</summary>
    private static readonly HashSet<string> Lasting = new(StringComparer.Ordinal)
    {
        "said", "told", "called", "noted", "argued", "warned", "added", "asked", "urged", "wrote", "thought", "believed", "knew", "felt", "hoped", "wanted", "needed", "tried", "remained", "stayed", "stood", "kept", "lived", "relied", "depended",
        "rose", "fell", "grew", "climbed", "dropped", "doubled", "tripled", "accounted", "totalled", "totaled", "amounted", "averaged", "exceeded", "reached", "declined", "increased", "decreased", "imported", "produced", "supplied", "exported",
        "consumed", "spent", "earned", "lost", "held", "saw", "had", "got", "went", "came", "seemed", "appeared", "looked", "sounded", "showed", "proved", "meant", "used", "included", "involved", "required", "allowed", "helped", "made", "found", "estimated", "based", "explained",
        "located", "known", "named", "expected", "planned", "intended", "scheduled", "considered", "served", "worked", "led", "headed", "chaired", "presided", "faced", "suffered", "discussed", "stressed", "emphasised", "emphasized", "underlined", "underscored", "reaffirmed", "welcomed", "recalled", "described",
    };

    /// <summary>"Paris adopted its quantum plan in 2021", "the rules took effect in May 2022": what no other rule has told.</summary>
    private void ByHappening(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        foreach (DateMention date in dates.Where(d => !Since(d) && _tokens[d.From].Lower != "today").ToArray())
        {
            if (spans.Exists(s => s.From <= date.From && s.To >= date.To))
            {
                continue;
            }

            int verb = Did(date, sentence);
            if (verb < 0 || (date.Target && !Begins(verb)) || (_tokens[verb].Word.Verb is { } said && (said.Class & (VerbClass.Say | VerbClass.Discuss)) != 0) || _clauses.Hedged(verb, sentence) || _clauses.Quoted(verb, sentence) || spans.Exists(s => s.Clause && s.From <= verb && s.To > verb))
            {
                continue;
            }

            Clauses.Subject subject = Running(verb, sentence) ?? _clauses.SubjectOf(verb, sentence);
            int start = _clauses.GroupStart(verb, sentence);
            bool passive = Enumerable.Range(start, verb - start).Any(k => _tokens[k].Lower is "was" or "were" or "been");
            bool acts = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Mechanism || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We && subject.Who.Count > 0);
            if (!(acts || (subject.Kind != Clauses.SubjectKind.None && SubjectIsThing(subject, verb))) || (passive && !SubjectIsThing(subject, verb)) || _tokens[subject.From].Lower is "no" or "neither")
            {
                continue;
            }

            if (date.Target)
            {
                // What a mechanism's calendar says is no promise of a party's.
                dates[dates.IndexOf(date)] = date with { Target = false };
            }

            int end = Math.Max(OwnEnd(verb, _clauses.End(verb, sentence, sentence.To), sentence, dates), date.From > verb ? date.To : 0);
            bool leads = date.To <= subject.From && subject.From - date.To <= 3;
            spans.Add(new EventSpan(leads ? date.From : Math.Min(subject.From, start), end, verb, "other", true));
        }
    }

    /// <summary>"the accord that took effect in May", "the second phase of the accord begins": the mechanism right before the verb, or before the "that" before it.</summary>
    private Clauses.Subject? Running(int verb, Sentence sentence)
    {
        int end = _clauses.GroupStart(verb, sentence);
        bool relative = end - 1 > sentence.From && _tokens[end - 1].Lower is "that" or "which";
        end -= relative ? 1 : 0;
        while (end > sentence.From && _tokens[end - 1].Word.Kind == WordKind.Mark)
        {
            end--;
        }

        return (relative || Begins(verb)) && _names.In(Math.Max(sentence.From, end - 12), end).LastOrDefault(m => m.Thing.Kind == ThingKind.Mechanism && m.To >= end - 1) is { } named
            ? new Clauses.Subject(Clauses.SubjectKind.Mechanism, relative ? named.From : NounStart(named.From, sentence), [.. named.Thing.Members]) : null;
    }

    /// <summary>The verb that a date belongs to: the last finite one before it in its clause, or the first after a date that leads and is not said by the way; -1 where there is none, or where it tells of something that lasts.</summary>
    private int Did(DateMention date, Sentence sentence)
    {
        bool leads = !Enumerable.Range(sentence.From, date.From - sentence.From).Any(k => Finite(k) || Begins(k));
        int from = leads ? date.To : Math.Max(sentence.From, date.From - 30), to = leads ? Math.Min(sentence.To, date.To + 22) : date.From;
        int[] finite = [.. Enumerable.Range(from, to - from).Where(k => Finite(k) || Begins(k))];
        if (finite.Length == 0)
        {
            return -1;
        }

        int verb = leads ? finite[0] : finite[^1];
        bool aside = leads && Enumerable.Range(sentence.From, date.From - sentence.From).Any(k => _tokens[k].Lower is "which" or "who") && Enumerable.Range(date.To, Math.Max(0, verb - date.To)).Any(k => _tokens[k].Word.Mark(','));
        bool other = aside || (_tokens[verb].Lower == "pledged" && Enumerable.Range(Math.Max(sentence.From, verb - 3), Math.Min(3, verb - sentence.From)).Any(k => _tokens[k].Lower is "we" or "our")) || !leads && Enumerable.Range(verb + 1, date.From - verb - 1).Any(k => _tokens[k].Word.Mark(';') || _tokens[k].Lower is "which" or "who" or "that" or "while" or "when" || _tokens[k].Word.Is(Use.Modal));
        return other || (Lasting.Contains(_tokens[verb].Lower) && !Begins(verb)) ? -1 : verb;
    }

    /// <summary>"The definitive phase begins in January", "took effect in May": a date in the calendar of a mechanism.</summary>
    private bool Begins(int k) => _tokens[k].Lower is "begins" or "starts" or "opens" or "expires" or "ends"
        || (_tokens[k].Lower is "takes" or "enters" or "comes" or "took" or "entered" or "came" && k + 2 < _tokens.Count && (_tokens[k + 1].Lower == "effect" || _tokens[k + 2].Lower is "force" or "effect"));
}
