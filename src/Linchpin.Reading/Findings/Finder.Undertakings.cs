using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What a party says that it will do: "will", "is to", "is set to", "would" as told by another.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Stative = new(StringComparer.Ordinal)
        { "discover", "learn", "realise", "realize", "find", "know", "notice", "regret", "enjoy", "want", "suffer", "lose", "be", "have", "need", "remain", "become", "see", "face", "require", "likely", "mean", "struggle", "not", "depend", "benefit", "gain", "play", "serve" };

    /// <summary>Coming and going binds nobody.</summary>
    private static readonly HashSet<string> Travel = new(StringComparer.Ordinal) { "meet", "return", "travel", "visit", "attend", "arrive", "speak", "gather", "depart", "discuss", "reconvene" };

    private static readonly HashSet<string> Doable = new(StringComparer.Ordinal)
        { "established", "launched", "created", "formed", "built", "hosted", "completed", "introduced", "drafted", "released", "published", "exchanged", "put", "made", "named", "increased", "doubled", "tripled", "financed", "housed", "paid", "tested", "produced", "assembled", "offered", "given", "sent", "handed", "rolled", "upgraded", "linked", "transferred", "co-chaired", "led", "chaired", "spent", "used", "pooled", "finalised", "finalized", "concluded", "carried", "installed", "located", "based", "run", "managed", "staffed", "dedicated", "trained", "funded", "deployed", "opened", "invested", "provided", "signed", "delivered", "shared", "set", "manufactured", "supplied", "held", "convened", "strengthened", "expanded", "extended", "appointed", "allocated", "developed", "implemented" };

    /// <summary>"USAID and KOICA will pool …": a party states what it will do. "will be", "will need": a forecast.</summary>
    private Promise? WillAt(int i, Sentence sentence)
    {
        int verb = AfterAdverbs(i + 1, sentence);
        verb += verb + 4 < sentence.To && _tokens[verb].Word.Mark(':') && _tokens[verb + 1].Word.Mark('(') && _tokens[verb + 3].Word.Mark(')') ? 4 : 0;
        if (verb < sentence.To && _tokens[verb].Lower == "be" && _tokens[i].Lower is "will" or "shall" && ToBeDone(i, verb + 1, sentence) is { } done)
        {
            return done;
        }

        // "will be making an effort to", "will be sending ships": as "will make", in a report.
        verb = !Advises && verb + 1 < sentence.To && _tokens[verb].Lower == "be" && (AtWork.Contains(_tokens[verb + 1].Lower) || _tokens[verb + 1].Lower is "sending") ? verb + 1 : verb;

        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || (Travel.Contains(_tokens[verb].Lower) && !(_tokens[i].Lower == "shall" || Regularly(verb, sentence))) || Refused(i, verb) || _tokens[verb].Word.Threat || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || (_tokens[i].Lower == "will" && _clauses.Hedged(i, sentence)))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism && subject.Who.Count > 0 || Unnamed(i, subject, sentence);
        if (!party && (!Advises || subject.Kind == Clauses.SubjectKind.Mechanism) && _tokens[verb].Word.Verb is { } does && (does.Class & (VerbClass.Action | VerbClass.Commit)) != 0 && (Instrument(subject.From, i) || Promised.Contains(_tokens[HeadOf(subject.From, i)].Lower) || subject.Kind == Clauses.SubjectKind.Mechanism))
        {
            subject = subject with { Kind = Clauses.SubjectKind.Mechanism, Who = subject.Who.Count > 1 || (subject.Who.Count == 1 && StandingBody(subject.From, i)) ? subject.Who : _clauses.Present(i) };
            party = true;
        }

        party |= subject is { Kind: Clauses.SubjectKind.Other, Who.Count: > 0 } && UnderDeal(subject.From, sentence);
        if (!party && !Advises && subject.Kind == Clauses.SubjectKind.Other && Sum(subject.From, i))
        {
            // "30 million dollars will go to …": who gives it is not said.
            subject = subject with { Who = _clauses.Present(i) };
            party = true;
        }

        bool relative = (i > sentence.From && _tokens[i - 1].Lower is "which" or "that" or "who") || (subject.From > sentence.From && _tokens[subject.From - 1].Lower is "how" or "what" or "whether" or "where" or "which");
        return party && !relative && !ProperConcern(subject) ? new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, _tokens[verb].Lower is "look" or "seek" or "try" ? "intended" : "agreed", subject.Who, true, true) : null;
    }

    /// <summary>What is done to things without anybody's promise.</summary>
    private static readonly HashSet<string> Befalls = new(StringComparer.Ordinal)
    {
        "affected", "needed", "required", "forced", "judged", "remembered", "followed", "determined", "decided", "delayed", "limited", "challenged", "tempted", "disappointed", "pleased", "honoured", "honored", "surprised", "tested", "expected", "allowed", "permitted", "asked",
        "priced", "measured", "watched", "shaped", "influenced", "replaced", "reduced", "cancelled", "canceled", "postponed", "rejected", "denied", "concerned", "obliged", "interested", "motivated", "compared", "considered", "viewed", "perceived", "regarded", "counted", "called", "faced", "located",
    };

    /// <summary>"will be activated", "shall be filed": a participle that no list has, of what somebody does on purpose.</summary>
    private bool DoneOnPurpose(int i) => _tokens[i].Word is { IsWord: true, Capital: false, Threat: false } word && word.Lower.Length > 4 && (word.Lower.EndsWith("ed", StringComparison.Ordinal) || word.Lower is "sought" or "taken" or "begun" or "drawn") && !Befalls.Contains(word.Lower);

    /// <summary>"will meet twice a year": so often that it is an arrangement.</summary>
    private bool Regularly(int verb, Sentence sentence) => Enumerable.Range(verb + 1, Math.Max(0, Math.Min(sentence.To, verb + 10) - verb - 1))
        .Any(k => _tokens[k].Lower is "annually" or "regularly" or "quarterly" or "monthly" or "biannually" or "alternately" || (_tokens[k].Lower is "twice" or "once" or "every" or "each" && k + 2 < sentence.To && (_tokens[k + 1].Lower is "a" or "six" or "two" or "three" || _tokens[k + 1].Lower is "year" or "quarter" or "month")));

    private static readonly HashSet<string> Expected = new(StringComparer.Ordinal) { "going", "set", "determined", "poised", "due", "scheduled", "slated", "expected", "ready", "prepared", "obliged", "bound", "resolved" };

    /// <summary>What is looked forward to so that it will happen.</summary>
    private static readonly HashSet<string> Awaited = new(StringComparer.Ordinal)
        { "concluding", "signing", "launching", "finalizing", "finalising", "completing", "convening", "holding", "implementing", "adopting", "expanding", "deepening", "establishing", "working", "hosting", "opening", "continuing", "advancing", "strengthening" };

    /// <summary>"Construction is due to begin", "deliveries are scheduled to start": work that has been agreed.</summary>
    private bool Scheduled(int from, int to) => Enumerable.Range(Math.Max(from, to - 4), to - Math.Max(from, to - 4)).Any(k => Promised.Contains(_tokens[k].Lower) || _tokens[k].Lower is "construction" or "production" or "deliveries" or "delivery" or "work" or "operations" or "shipments" or "exports" or "tests" or "meeting" or "round" or "service" or "deployment");

    /// <summary>"is to name a contact point", "are going to pool", "look to create", "stand ready to": bound without "will".</summary>
    private Promise? SetToAt(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        int to = word switch
        {
            "is" or "are" or "am" when next == "to" => i + 1,
            "is" or "are" or "am" when Expected.Contains(next) && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" => i + 2,
            "look" or "looks" or "looked" when next == "forward" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" => i + 2,
            "look" or "looks" or "hope" or "hopes" or "hoped" or "expect" or "expects" or "strive" or "strives" or "endeavour" or "endeavor" or "offered" or "volunteered" or "opted" or "chose" or "consented" when next == "to" => i + 1,
            "looking" when next == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary) => i + 1,
            "looking" when next == "forward" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary) => i + 2,
            "stand" or "stands" when next == "ready" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" => i + 2,
            _ => 0,
        };
        if (to == 0 || to + 1 >= sentence.To)
        {
            return null;
        }

        int verb = AfterAdverbs(to + 1, sentence);
        if (next == "forward")
        {
            return verb < sentence.To && Awaited.Contains(_tokens[verb].Lower) && !_clauses.Hedged(i, sentence) ? Done(i, "intended", sentence) : null;
        }

        if (verb < sentence.To && _tokens[verb].Lower == "be" && ToBeDone(i, verb + 1, sentence) is { } done)
        {
            return done;
        }

        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || (Travel.Contains(_tokens[verb].Lower) && Expected.Contains(next)) || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.We || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && subject.Who.Count > 0);
        if (!party && next is "due" or "scheduled" or "slated" or "set" && Scheduled(subject.From, i) && _tokens[verb].Lower is not ("enter" or "become" or "remain" or "grow" or "rise" or "fall" or "reach" or "increase" or "double" or "deepen"))
        {
            return new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, "agreed", subject.Who.Count > 0 ? subject.Who : _clauses.Present(i), true, true);
        }

        party &= next is not "expected" || Promises(verb, Math.Min(sentence.To, verb + 6));
        bool planned = word is "is" or "are" or "am" or "stand" or "stands" or "offered" or "volunteered" or "opted" or "chose" or "consented";
        return party && !ProperConcern(subject) && !((word.StartsWith("hope", StringComparison.Ordinal) || word.StartsWith("expect", StringComparison.Ordinal)) && _tokens[verb].Lower is not ("conclude" or "sign" or "finalise" or "finalize" or "complete" or "launch" or "open" or "start" or "begin" or "announce")) ? new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, planned ? "agreed" : "intended", subject.Who, true, true) : null;
    }

    private int AfterAdverbs(int i, Sentence sentence)
    {
        while (i < sentence.To && (_tokens[i].Word.Is(Use.Adverb) || _tokens[i].Lower is "soon" or "shortly" || (_tokens[i].Lower.Length > 4 && _tokens[i].Lower.EndsWith("ly", StringComparison.Ordinal) && !_tokens[i].Word.Capital && _tokens[i].Word.Verb is null && _tokens[i].Lower is not ("supply" or "apply" or "comply" or "rely"))))
        {
            i++;
        }

        return i;
    }

    /// <summary>"the author will show", "I will argue": what a writer is about to do binds no party.</summary>
    private bool ProperConcern(Clauses.Subject subject) => _tokens[subject.From].Lower is "i" or "this" && subject.Who.Count == 0;

    /// <summary>"We will", "the two governments will" in a report that does not say who they are, or "Harbour Steel will invest, the firm said": bound, and by whom is not known.</summary>
    private bool Unnamed(int i, Clauses.Subject subject, Sentence sentence) => subject.Who.Count == 0 && subject.Kind switch
    {
        Clauses.SubjectKind.We => !Advises || _clauses.Quoted(i, sentence),
        Clauses.SubjectKind.Group => !Advises && _tokens[subject.From].Lower is "the" or "both" or "partners" or "members" && Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => _tokens[k].Lower is "sides" or "parties" or "partners" or "governments" or "ministers" or "leaders" or "countries"),
        Clauses.SubjectKind.Other => !Advises && Unknown(i, subject, sentence) && (SaidAfter(i + 1, sentence) || Sum(i, Math.Min(sentence.To, i + 8))),
        _ => false,
    };

    /// <summary>"will not join", "would not sign": a refusal. To hold back from what would harm is a promise.</summary>
    private bool Refused(int modal, int verb) => Enumerable.Range(modal + 1, Math.Max(0, verb - modal)).Any(k => k < _tokens.Count && _tokens[k].Word.Is(Use.Negation))
        && _tokens[verb].Lower is not ("impose" or "raise" or "restrict" or "use" or "introduce" or "apply" or "weaponise" or "weaponize" or "export" or "increase" or "place" or "block" or "test" or "deploy");

    /// <summary>"Officials wrote that the Netherlands would introduce a licence": a promise told by another.</summary>
    private Promise? ToldThatWould(int i, Sentence sentence)
    {
        int verb = AfterAdverbs(i + 1, sentence);
        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || Refused(i, verb) || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || _tokens[verb].Word.Threat || _tokens[verb].Lower is "like" or "do" or "gain" or "help" or "allow" or "make" or "give" or "also" or "take")
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        if (subject.Kind is not (Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun) || subject.Who.Count == 0)
        {
            return null;
        }

        bool sides = !Advises && subject is { Kind: Clauses.SubjectKind.Group, Who.Count: > 1 } && _tokens[_clauses.GroupStart(i, sentence) - 1].Lower is "sides" or "parties" or "countries" or "governments" or "partners" && !_clauses.Hedged(subject.From, sentence) && _tokens[i - 1].Word.IsWord && Rested(subject.From, sentence);
        bool said = sides || SaidBefore(subject.From, sentence) || SaidAfter(verb, sentence) || UnderDeal(subject.From, sentence);
        return said ? new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, "announced", subject.Who, true, true) : null;
    }

    /// <summary>Whether the sentence begins with the subject: "The two sides would build …" in a report tells what they agreed; after "that" or "if" it may tell anything.</summary>
    private static bool Rested(int from, Sentence sentence) => from - sentence.From <= 1;

    /// <summary>"wrote that …", "shared the view that …".</summary>
    private bool SaidBefore(int from, Sentence sentence)
    {
        for (int k = from - 1; k > Math.Max(sentence.From, from - 8); k--)
        {
            bool told = (_tokens[k].Word.Verb is { Tense: Tense.Past } say && (say.Class & VerbClass.Say) != 0) || (_tokens[k].Lower is "view" or "understanding" or "recognition" or "assurance" or "assurances" && k + 1 < from && _tokens[k + 1].Lower == "that");
            if (told && !_clauses.Hedged(k, sentence) && (_tokens[from - 1].Lower == "that" || k == from - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"…, the ministry said in a statement".</summary>
    private bool SaidAfter(int verb, Sentence sentence)
    {
        for (int k = Math.Max(verb + 2, sentence.To - 14); k < sentence.To; k++)
        {
            if (_tokens[k].Lower is "said" or "announced" or "added" && Enumerable.Range(Math.Max(verb, k - 7), Math.Min(7, k - verb)).Any(c => _tokens[c].Word.Mark(',') || _tokens[c].Word.Mark('”')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Under the deal, …": what follows is its content.</summary>
    private bool UnderDeal(int from, Sentence sentence) => from - sentence.From is > 2 and < 14 && _tokens[sentence.From].Lower == "under" && Promises(sentence.From + 1, from);

    /// <summary>"a hotline will be established", "300 engineers will be trained in Korea": a promise without its giver, in a report of what was agreed.</summary>
    private Promise? ToBeDone(int will, int participle, Sentence sentence)
    {
        participle = AfterAdverbs(participle, sentence);
        if (participle >= sentence.To || !(Doable.Contains(_tokens[participle].Lower) || (!Advises && DoneOnPurpose(participle))) || _clauses.Hedged(will, sentence) || (Advises && _genre is not null))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(will, sentence);
        int end = _clauses.End(participle, sentence, sentence.To);
        Mention? agent = AgentAfter(participle, end);
        string[] who = agent is null ? [] : [.. _parties.AsParties([agent]).Distinct(StringComparer.Ordinal)];
        subject = Whole(subject, sentence);
        bool relative = _tokens[subject.From].Lower is "which" or "that" or "who";
        if (relative && !Advises && subject.From - 1 > sentence.From && Promised.Contains(_tokens[subject.From - 1].Lower))
        {
            // "a fellowship that will be run with …": the thing stands before the pronoun.
            relative = false;
            subject = subject with { From = NounStart(subject.From - 1, sentence) };
        }

        return subject.Kind is Clauses.SubjectKind.None or Clauses.SubjectKind.We || relative ? null
            : new Promise(subject.From, end, participle, "agreed", who.Length > 0 ? who : _clauses.Present(will), true, true);
    }
}
