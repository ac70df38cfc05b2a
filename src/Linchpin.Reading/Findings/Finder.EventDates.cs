using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told by a date: whatever a party did, said or put into force on it, and what a date at the head of a sentence dates.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Steady = new(StringComparer.Ordinal)
    {
        "had", "accounted", "imported", "exported", "spent", "produced", "consumed", "recorded", "registered", "ranked", "totalled", "totaled", "grew", "rose", "fell", "remained", "became", "seemed", "needed", "wanted", "hoped", "expected", "planned", "intended", "relied", "depended",
        "faced", "considered", "believed", "feared", "saw", "used", "supposed", "based", "sought", "aimed", "scheduled", "related", "increased", "decreased", "declined", "amounted", "reported", "located", "called", "named", "titled", "chaired", "led", "presided", "according", "united", "experienced", "suffered", "stood", "lived", "worked", "held",
    };

    /// <summary>"The ministry added 23 items to its list on 23 July": whatever a party did on a stated date took place.</summary>
    private void Dated(int i, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        Word word = _tokens[i].Word;
        bool known = word.Verb is { Tense: Tense.Past } listed && ((listed.Class & VerbClass.Say) == 0 || (word.Lower == "added" && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true } or { Kind: WordKind.Number } && _tokens[i + 1].Lower != "that"));
        bool regular = word.Verb is null && word is { IsWord: true, Capital: false, Function: false } && word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal) && !word.Lower.EndsWith("eed", StringComparison.Ordinal);
        regular |= Irregular.Contains(word.Lower);
        bool binding = word.Verb is { } bound && (bound.Class & VerbClass.Commit) != 0 && _tokens[Math.Max(sentence.From, i - 2)].Lower == "we" && _tokens[i - 1].Lower is "have" or "also";
        if (binding || (!known && !regular) || Steady.Contains(word.Lower) || word.Capital || _clauses.Hedged(i, sentence) || _clauses.Quoted(i, sentence) || i == sentence.From || _tokens[i - 1].Word.Is(Use.Determiner) || _tokens[i - 1].Word.Mark('-'))
        {
            return;
        }

        int end = OwnEnd(i, _clauses.End(i, sentence, sentence.To), sentence, dates);
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int start = _clauses.GroupStart(i, sentence);
        if (Coordinated(start, sentence, dates, spans) is { } shared && (subject.Kind is Clauses.SubjectKind.None or Clauses.SubjectKind.Other || _tokens[subject.From].Lower is "its" or "their"))
        {
            subject = subject with { Kind = Clauses.SubjectKind.Party, From = shared.From, Who = _clauses.SubjectOf(shared.Before.At, sentence).Who };
        }

        bool passive = Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being" or "be");
        if (passive && Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "is" or "are" or "be"))
        {
            return;
        }

        Mention? begun = i > sentence.From + 1 && _tokens[i - 1].Lower is "which" or "that" ? _names.Ending(i - 1 - (_tokens[i - 2].Word.Mark(',') ? 1 : 0), sentence.From) : null;
        if (begun is { Thing.Kind: ThingKind.Mechanism })
        {
            subject = new Clauses.Subject(Clauses.SubjectKind.Mechanism, begun.From, [.. begun.Thing.Members]);
        }

        bool actor = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Mechanism || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We && subject.Who.Count > 0) || (InForce(i, sentence) && subject.Kind != Clauses.SubjectKind.None);
        DateMention? date = dates.Find(d => !d.Target && Told(d) && d.From > i && d.To <= end)
            ?? dates.Find(d => !d.Target && Told(d) && d.To <= subject.From && (subject.From - d.To <= 3 || Enumerable.Range(d.To, subject.From - d.To).All(k => _tokens[k].Word.Capital || _tokens[k].Word.Mark(','))) && (d.From == sentence.From || _tokens[d.From - 1].Word.Kind == WordKind.Mark || _tokens[d.From - 1].Word.Is(Use.Adverb | Use.Conjunction)));
        bool share = Enumerable.Range(i, Math.Max(0, Math.Min(end, i + 14) - i)).Any(k => _tokens[k].Lower is "percent" or "%" or "cent" or "share");
        if (!actor || date is null || share || (passive && !InForce(i, sentence) && subject.Kind != Clauses.SubjectKind.Mechanism) || subject.From > i || (subject.From == i && !spans.Exists(s => s.Clause && s.To <= i)) || spans.Exists(s => s.Clause && i > s.From && i < s.To && !Separate(s, i)) || Since(date))
        {
            return;
        }

        string sort = InForce(i, sentence) ? "launch" : PaidVisit(i, end) ? "visit" : "other";
        spans.Add(new EventSpan(date.To <= subject.From ? Math.Min(date.From, subject.From) : subject.From, end, i, sort, true));

        static bool Told(DateMention d) => d.On is not null || d.After is not null;

        bool Separate(EventSpan before, int at) => Enumerable.Range(before.At, at - before.At).Any(k => _tokens[k].Word.Mark(';') || _tokens[k].Lower is "while" or "after" or "before" or "when");
    }

    /// <summary>"paid an official visit to", "travelled to": a visit by another verb.</summary>
    private bool PaidVisit(int i, int end) => _tokens[i].Lower is "travelled" or "traveled" or "flew" or "journeyed" or "arrived"
        || (_tokens[i].Lower is "paid" or "made" or "undertook" or "completed" or "concluded" or "began" or "ended" or "finished" or "started" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 7) - i - 1)).Any(k => _tokens[k].Lower is "visit" or "trip" or "tour"));

    /// <summary>The event told right before in the sentence, where this verb goes on from it: "signed a contract in July, won another in August, and in May its owner bought a dock".</summary>
    private (EventSpan Before, int From)? Coordinated(int start, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        int from = start;
        while (from > sentence.From && (_tokens[from - 1].Lower is "its" or "their" or "his" or "her" || (_tokens[from - 1].Word is { IsWord: true, Capital: false, Function: false, Verb: null } && start - from < 3)))
        {
            from--;
        }

        if (from < start && !(_tokens[from].Lower is "its" or "their" or "his" or "her"))
        {
            return null;
        }

        EventSpan? before = spans.LastOrDefault(s => s.Clause && s.To <= from && from - s.To <= 5 && Enumerable.Range(s.To, from - s.To).All(k => _tokens[k].Word.Mark(',') || _tokens[k].Lower is "and" || dates.Exists(d => k >= d.From && k < d.To)));
        return before is null ? null : (before, from);
    }

    /// <summary>"since 2022", "from 2019 to 2021": a time that lasts, not when something took place.</summary>
    private bool Since(DateMention date) => Enumerable.Range(date.From, date.To - date.From).Any(k => _tokens[k].Lower is "since") || (date.From > 0 && _tokens[date.From - 1].Lower is "since" or "from" or "between" or "of" or "than" or "until");

    private bool InForce(int i, Sentence sentence) => (_tokens[i].Lower is "entered" or "came" or "went" && i + 2 < sentence.To && _tokens[i + 1].Lower is "into" && _tokens[i + 2].Lower is "force" or "effect" or "operation" or "being")
        || (_tokens[i].Lower == "took" && i + 1 < sentence.To && _tokens[i + 1].Lower == "effect") || _tokens[i].Lower is "expired" or "lapsed";

    /// <summary>"The first joint exercise took place in the gulf in September": a gathering with its date or place.</summary>
    private void TookPlace(int i, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int end = _clauses.End(i, sentence, sentence.To);
        bool told = subject.Kind != Clauses.SubjectKind.None && SubjectIsThing(subject, i) && (dates.Exists(d => !d.Target && d.From >= subject.From && d.To <= end) || PlaceIn(i + 1, end, sentence) is not null);
        bool none = _tokens[subject.From].Lower is "no" or "neither";
        if (told && !none && !_clauses.Hedged(i, sentence))
        {
            bool exercise = Enumerable.Range(subject.From, i - subject.From).Any(k => _tokens[k].Lower is "exercise" or "exercises" or "drill" or "drills");
            spans.Add(new EventSpan(subject.From, end, i, exercise ? "exercise" : "meeting", true));
        }
    }

    /// <summary>"the envoy said on Wednesday (August 28, 2024)", "the advisor remarked earlier this year": words with a date of their own.</summary>
    private void ByStatement(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            bool says = _tokens[i].Word.Verb is { Tense: Tense.Past } saying && (saying.Class & VerbClass.Say) != 0;
            if (says && dates.FirstOrDefault(d => !d.Target && d.On is not null && d.From == sentence.From) is { } lead && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party } speaker && speaker.From > lead.To - 1
                && speaker.From - lead.To <= 3 && _names.In(lead.To, i).Any(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body) && !spans.Exists(s => s.From <= lead.From && s.To > i))
            {
                spans.Add(new EventSpan(lead.From, _clauses.End(i, sentence, sentence.To), i, "announcement", true));
                return;
            }

            if (_tokens[i].Word.Verb is { Tense: Tense.Past } verb && ((verb.Class & VerbClass.Say) != 0 || verb.Base is "announce" or "declare") && dates.FirstOrDefault(d => !d.Target && d.From > i && d.From - i <= 6) is { } date
                && _clauses.SubjectOf(i, sentence) is { Kind: not Clauses.SubjectKind.None } subject && _names.In(subject.From, i).Any(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body))
            {
                spans.Add(new EventSpan(subject.From, date.To + (date.To < sentence.To && _tokens[date.To].Word.Mark(')') ? 1 : 0), i, "announcement", true));
            }
        }
    }

    /// <summary>"In May 2022, the partners' framework drew attention …": a date that leads a sentence about a mechanism dates what the sentence tells.</summary>
    private void ByLead(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        DateMention? lead = dates.FirstOrDefault(d => !d.Target && d.On is { Month: > 0 } && d.From - sentence.From <= 2);
        if (lead is null || lead.To >= sentence.To || spans.Exists(s => s.From <= lead.From && s.To >= lead.To))
        {
            return;
        }

        int verb = Enumerable.Range(lead.To, sentence.To - lead.To).FirstOrDefault(k => _tokens[k].Word.Verb is { Tense: Tense.Past } || _tokens[k].Lower is "drew" or "saw" or "became", -1);
        if (verb > 0 && _names.In(lead.To, sentence.To).Any(m => m.Thing.Kind == ThingKind.Mechanism))
        {
            bool signing = Enumerable.Range(lead.To, verb - lead.To).Any(k => _tokens[k].Lower is "signing" or "co-signing");
            spans.Add(new EventSpan(lead.From, _clauses.End(verb, sentence, sentence.To), verb, signing ? "signing" : "announcement", true));
        }
    }
}
