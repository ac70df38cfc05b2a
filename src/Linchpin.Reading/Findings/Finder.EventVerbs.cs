using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told by a verb: a party held, signed, launched or announced something, or it was held, signed, launched or announced.</content>
internal sealed partial class Finder
{
    /// <summary>A party did it, or it was done: held, convened, signed, launched, announced.</summary>
    private void ByVerb(int i, VerbForm verb, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        if ((_clauses.Hedged(i, sentence) && !Implied(i, verb, sentence)) || (_clauses.Quoted(i, sentence) && verb.Detail != "meeting"))
        {
            return;
        }

        if (i + 2 < sentence.To && _tokens[i + 1].Lower == "and" && _tokens[i + 2].Word is { Verb: null, Function: false, IsWord: true } && (i == sentence.From || _tokens[i - 1].Word.Mark(',') || _tokens[i - 1].Word.Is(Use.Conjunction | Use.Determiner | Use.Preposition)))
        {
            // "organised and effective drills": an adjective.
            return;
        }

        int governor = Governor(i, verb, sentence);
        int start = governor > 0 ? governor : _clauses.GroupStart(i, sentence);
        string auxiliary = start < i ? _tokens[start].Lower : "";
        bool passive = governor == 0 && Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being");
        bool reduced = verb.IsParticiple && start == i && _tokens[Math.Max(sentence.From, i - 1)].Word is { IsWord: true, Function: false } or { Kind: WordKind.Mark };
        int end = _clauses.End(i, sentence, sentence.To);
        Clauses.Subject subject = _clauses.SubjectOf(governor > 0 ? governor : i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We;
        reduced &= !party;
        end = Enumerable.Range(i + 1, Math.Max(0, end - i - 1)).FirstOrDefault(k => _tokens[k].Lower is "following" && !_tokens[k - 1].Word.Is(Use.Determiner), end);
        end = OwnEnd(i, end, sentence, dates);
        bool dated = dates.Exists(d => !d.Target && d.To <= end && (d.From >= subject.From || subject.From - d.To <= 12));
        bool mechanism = _names.In(i + 1, end).Any(m => m.Thing.Kind == ThingKind.Mechanism && m.From - i < 22);
        bool thing = Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 16) - i - 1)).Any(k => Gathers(k) || (Instruments.Contains(_tokens[k].Lower) && verb.Detail is not "meeting"));
        bool meetingVerb = verb.Detail is "meeting" or "visit" or "exercise";
        bool asObject = verb.Base is "hold" && !(mechanism || thing);
        if (verb.Base is "reach" or "strike" && !passive && !Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 8) - i - 1)).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "understanding" or "deal" or "accord" or "consensus" or "arrangement" or "pact" or "deals"))
        {
            return;
        }

        bool present = passive && Enumerable.Range(start, i - start).All(k => _tokens[k].Lower is not ("was" or "were" or "been" or "being"));
        bool denied = Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => _tokens[k].Lower is "no" or "none" or "neither") || (subject.From > sentence.From && _tokens[subject.From - 1].Lower == "had");
        if (present || denied)
        {
            return;
        }

        if (Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower == "be") || (verb.Base is "lead" or "chair" or "co-chair" && (reduced || _tokens[Math.Max(sentence.From, i - 1)].Lower is "which" or "who")))
        {
            // "is to be held" has not been; "the council, led by Ghana" tells of no meeting.
            return;
        }

        bool byAgent = (reduced || (passive && verb.Detail == "signing")) && i + 1 < sentence.To && _tokens[i + 1].Lower == "by" && (passive || _tokens[Math.Max(sentence.From, i - 1)].Lower is "recently" or "newly" or "jointly" or ",");
        bool meets = meetingVerb && party && MeetsWhom(i, verb, subject, end, sentence);
        bool told = passive || reduced
            ? (dated || byAgent || BetweenParties(i + 1, end) || PlaceIn(i, end, sentence) is not null) && (subject.Kind is Clauses.SubjectKind.Mechanism || SubjectIsThing(subject, i) || passive) && verb.Base is not ("set" or "create" or "elect" or "start" or "found")
            : (party || (subject.Kind is Clauses.SubjectKind.Mechanism && (subject.Who.Count > 0 || (verb.Base is "meet" or "convene" or "reconvene" or "gather" && MeetsWhom(i, verb, subject, end, sentence))))) && !asObject && (mechanism || thing || meets || (dated && verb.Base is not ("set" or "start" or "create" or "kick")) || (meetingVerb && subject.Kind == Clauses.SubjectKind.Party && verb.Base is "meet" or "convene" or "gather"));
        if (told && !dated && party && verb.Detail == "signing" && subject.Who.Count == 0 && subject.Kind == Clauses.SubjectKind.Group && Advises)
        {
            // "Middle powers signed the charter for gain": of no time and of nobody in particular.
            return;
        }

        if (!told || (verb.Base == "receive" && !meets) || (auxiliary.Length > 0 && auxiliary is "will") || (verb.Base == "welcome" && !meets) || (verb.Base is "elevate" or "upgrade" or "expand" or "join" && !dated))
        {
            return;
        }

        if (verb.Base is "meet" && i + 1 < sentence.To && _tokens[i + 1].Lower is "the" or "its" or "their" && !_tokens[i + 1].Word.Capital && !thing && !mechanism)
        {
            return;
        }

        int from = subject.Kind == Clauses.SubjectKind.None ? start : Math.Min(subject.From, start);
        from = WithAntecedent(from, sentence);
        if (reduced && _names.Ending(start - (_tokens[start - 1].Word.Mark(',') ? 1 : 0), sentence.From) is { Thing.Kind: ThingKind.Mechanism } founded)
        {
            from = Math.Min(from, founded.From);
        }

        // "In early May 2022 the two ministers met": the year stands right before the subject.
        DateMention? lead = dates.FirstOrDefault(d => d.From < from && d.From >= sentence.From && from - d.To <= 12 && (d.To >= from || !Clause(d.To, from)));
        from = lead is null ? from : Math.Min(from, lead.From);
        spans.Add(new EventSpan(from, end, i, verb.Detail == "meeting" ? "meeting" : verb.Detail, true));

        bool Clause(int a, int b) => Enumerable.Range(a, b - a).Any(k => _tokens[k].Word.Mark(';') || _tokens[k].Lower is "while" or "that" or "which");
    }

    /// <summary>"hosted the prime minister at the White House", "met in Geneva", "met their counterparts": who met whom, or where.</summary>
    private bool MeetsWhom(int i, VerbForm verb, Clauses.Subject subject, int end, Sentence sentence)
    {
        bool people = _names.In(i + 1, Math.Min(end, i + 14)).Any(m => m.Thing.Kind == ThingKind.Person || (m.Thing.Kind == ThingKind.Country && verb.Base is "visit" or "host" or "welcome" && m.From <= i + 3));
        return verb.Base switch
        {
            "lead" or "chair" or "co-chair" or "open" or "address" or "organize" or "organise" => false,
            "meet" or "gather" or "convene" or "reconvene" => PlaceIn(i + 1, end, sentence) is not null || people || subject.Who.Count >= 2 || (i + 1 < sentence.To && _tokens[i + 1].Lower is "with" or "in" or "again" or "virtually" or "online" or "for"),
            "host" or "visit" or "receive" => people,
            "reach" or "strike" => false,
            "welcome" => people && Enumerable.Range(i + 2, Math.Max(0, Math.Min(end, i + 30) - i - 2)).Any(k => _tokens[k].Lower == "to" && (_names.Starting(k + 1) is { Form: MentionForm.Place or MentionForm.Seat or MentionForm.Name } || PlaceAfter(k + 1, end, false) > 0)),
            _ => false,
        };
    }

    /// <summary>"used the occasion to sign", "met to launch": what the parties came together for, they did.</summary>
    private bool Implied(int i, VerbForm verb, Sentence sentence) => Governor(i, verb, sentence) > 0;

    /// <summary>The verb that an infinitive hangs on, where what it says was done; else 0.</summary>
    private int Governor(int i, VerbForm verb, Sentence sentence)
    {
        if (verb.Tense != Tense.Base || i - 2 <= sentence.From || _tokens[i - 1].Lower != "to" || verb.Detail is not ("signing" or "launch"))
        {
            return 0;
        }

        for (int k = i - 2; k > Math.Max(sentence.From, i - 14); k--)
        {
            if (_tokens[k].Word.Mark(';') || _tokens[k].Word.Mark(','))
            {
                return 0;
            }

            if (_tokens[k].Lower is "used" or "met" or "gathered" or "convened" or "reunited" or "travelled" or "traveled" or "flew")
            {
                return k;
            }
        }

        return 0;
    }

    /// <summary>"signed between India and France": the parties to it stand for a date or a place.</summary>
    private bool BetweenParties(int from, int end) => from < end && _tokens[from].Lower == "between" && _parties.AsParties(_names.In(from + 1, end)).Distinct(StringComparer.Ordinal).Count() >= 2;

    private bool SubjectIsThing(Clauses.Subject subject, int verb) =>
        Enumerable.Range(subject.From, Math.Max(0, verb - subject.From)).Any(k => Gathers(k) || Instruments.Contains(_tokens[k].Lower))
        || _names.In(subject.From, verb).Any(m => m.Thing.Kind == ThingKind.Mechanism);
}
