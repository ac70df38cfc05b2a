using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Verbs that bind: agreed, pledged, signed, launched and the like, by what follows them.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Promised = new(StringComparer.Ordinal)
        { "decision", "plan", "plans", "intention", "investment", "initiative", "roadmap", "agreement", "treaty", "pact", "mou", "memorandum", "framework", "partnership", "alliance", "dialogue", "fund", "programme", "program",
          "center", "centre", "network", "cooperation", "collaboration", "scope", "ties", "relations", "relationship", "declaration", "statement", "project", "projects", "exercise", "exercises", "drills", "mechanism", "contract", "arrangement", "group", "council", "working", "target", "goal", "targets", "goals", "cell", "task", "hotline", "consortium", "forum", "platform", "facility", "plant", "laboratory", "lab", "hub", "corridor", "committee", "package", "accord", "accords", "protocol", "convention", "deal", "pacts", "agreements", "mous", "memoranda", "partnerships",
          "strategy", "policy", "guidelines", "principles", "standards", "initiatives", "reserve", "fellowship", "fellowships", "scholarship", "scholarships", "programmes", "programs", "contracts", "funds", "centers", "centres", "dialogues", "understanding", "summit", "package", "instrument", "bridge", "charter", "measures", "steps", "pathway", "investments", "loan", "loans", "grant", "grants", "funding", "financing", "assistance", "office", "offices", "team", "teams", "body", "bodies", "commission", "secretariat", "institute", "institutes", "venture", "joint", "company", "registry", "database", "stockpile", "stockpiles", "system", "capability", "unit", "desk", "regime", "fab", "fabs", "plants", "factory", "compact", "letter", "documents", "talks", "co-operation", "track", "academy", "school", "chair", "award", "prize", "roadmaps", "order", "orders", "guarantee", "guarantees", "commitments", "commitment", "pledge", "statements", "declarations", "arrangements", "pledges", "training", "sandbox", "portal", "standard", "tool", "toolkit", "pilot", "trial", "trials", "testbed", "testbeds", "observatory", "taskforce", "coalition", "club", "call", "competition", "challenge", "vision", "scheme", "campaign", "line", "hotlines", "mission", "blueprint", "code", "resolution", "annex", "minutes", "text", "letters" };

    /// <summary>One's own strategy binds nobody else; one of several parties together does.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "strategy", "policy", "vision", "blueprint", "summit" };

    private Promise? VerbAt(int i, Sentence sentence)
    {
        if (_tokens[i].Word.Verb is not { } verb || (verb.Class & VerbClass.Commit) == 0 || (_clauses.Hedged(i, sentence) && !Implied(i, verb, sentence)))
        {
            return null;
        }

        string next = AfterDay(i + 1, sentence) is var at and > 0 && at < sentence.To ? _tokens[at].Lower : "";
        string act = verb.Class.HasFlag(VerbClass.Commit) ? ActOf(verb) : "";
        switch (verb.Base)
        {
            case "agree" or "pledge" or "vow" or "promise" or "undertake" or "resolve" or "decide" or "commit" or "recommit" or "concur" or "guarantee":
                return Pledged(i, verb, act, next, sentence);
            case "intend" or "plan" or "aim" or "seek":
                return Intended(i, verb, next, sentence);
            case "announce" when next == "that" && verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i, Math.Min(12, sentence.To - i)).Any(k => _tokens[k].Lower is "would" or "will"):
                return Bound(i, act, sentence);
            case "task" or "instruct":
                bool charge = verb.Tense is not Tense.Gerund && Enumerable.Range(i + 1, Math.Max(0, Math.Min(12, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "to" or "with") && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && next is not "force";
                return charge && verb.Tense is Tense.Past or Tense.Base or Tense.Third && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.We or Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun ? Bound(i, "agreed", sentence) : null;
            case "negotiate":
                return verb.Tense == Tense.Gerund && i > sentence.From && _tokens[i - 1].Lower is "are" or "is" or "been" ? Negotiating(i, sentence) : null;
            case "reach" or "strike":
                bool deal = verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i + 1, Math.Max(0, Math.Min(7, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "understanding" or "deal" or "accord" or "consensus" or "arrangement" or "pact");
                return deal ? Bound(i, "agreed", sentence) : null;
            case "set":
                bool target = Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "target" or "goal" or "targets" or "goals");
                bool founded = i + 1 < sentence.To && _tokens[i + 1].Lower == "up";
                return verb.Tense is not Tense.Gerund && (target || founded) && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.Group or Clauses.SubjectKind.We or Clauses.SubjectKind.Pronoun ? Acted(i, verb with { Tense = Tense.Past }, founded ? "launched" : "agreed", sentence) : null;
            case "embark":
                return next is "on" or "upon" && Promises(i + 2, Math.Min(sentence.To, i + 8)) ? Bound(i, "stated", sentence) : null;
            case "team":
                return next == "up" ? Bound(i, "announced", sentence) : null;
            case "reaffirm" or "affirm" or "reiterate" or "underscore":
                return null;
            default:
                return Acted(i, verb, act, sentence);
        }
    }

    /// <summary>"agreed to", "pledged 40 million", "decided that", "are committed to": what is promised must follow.</summary>
    private Promise? Pledged(int i, VerbForm verb, string act, string next, Sentence sentence)
    {
        Word before = _tokens[Math.Max(sentence.From, i - 1)].Word;
        bool finite = verb.Tense is Tense.Past or Tense.Participle || (verb.Tense is Tense.Base or Tense.Third && !before.Is(Use.Determiner));
        bool toDo = ToDo.Contains(next) || (next.Length > 0 && char.IsDigit(next[0])) || Sum(i + 1, Math.Min(i + 3, sentence.To));
        toDo |= next == "with" && verb.Base == "agree" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower == "to");
        toDo |= verb.Base is "pledge" or "promise" or "guarantee" or "agree" && verb.Tense is Tense.Past or Tense.Third && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Function: false } && !before.Is(Use.Determiner | Use.Preposition);
        toDo |= verb.Base == "commit" && verb.Tense == Tense.Past && !before.Is(Use.Auxiliary | Use.Determiner | Use.Preposition) && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Function: false };
        if (verb.Base == "commit" && i > sentence.From && before.Mark(',') && next == "to")
        {
            return Aside(i, sentence);
        }

        return finite && toDo ? Bound(i, verb.Base == "commit" && before.Is(Use.Auxiliary) ? "stated" : act, sentence) : null;
    }

    private static readonly HashSet<string> ToDo = new(StringComparer.Ordinal)
    {
        "to", "on", "that", "not", "upon", "in", "themselves", "ourselves", "itself", "at", "up", "nearly", "about", "more", "over", "another", "their", "its", "our", "a", "an", "the", "combined", "joint", "further", "almost", "around", "some", "additional", "new", "continued",
        "jointly", "also", "unanimously", "today", "both", "all", "roughly", "half", "several",
    };

    /// <summary>"intends to", "is planning to": of a party, a body spoken of, or several together.</summary>
    private Promise? Intended(int i, VerbForm verb, string next, Sentence sentence)
    {
        // "India is gearing up …, aiming to": whose aim it is stands far before it.
        bool loose = verb.Tense == Tense.Gerund && !_tokens[_clauses.GroupStart(i, sentence)].Word.Is(Use.Auxiliary);
        Promise? intent = !loose && verb.Tense is Tense.Third or Tense.Base or Tense.Gerund && next == "to" ? Bound(i, "intended", sentence) : null;
        Clauses.SubjectKind who = _clauses.SubjectOf(i, sentence).Kind;
        bool body = who == Clauses.SubjectKind.Pronoun && verb.Base is "plan" or "intend" && intent is { Who.Count: 1 };
        bool group = who is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && intent is { Who.Count: > 1 } && !Enumerable.Range(intent.From, Math.Max(0, i - intent.From)).Any(k => _tokens[k].Lower is "sector" or "sectors" or "partnership" or "alliance" or "relationship" or "companies" or "firms");
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        if (!Advises && !loose && next == "to" && verb.Tense is Tense.Third or Tense.Base && subject.Kind == Clauses.SubjectKind.Mechanism && !_clauses.Hedged(i, sentence))
        {
            // "The council aims to …": in a report of what was agreed, it speaks for its members.
            return new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "intended", subject.Who.Count > 1 ? subject.Who : _clauses.Present(i), true, true);
        }

        bool together = !Advises && who is Clauses.SubjectKind.Group && intent is not null && !Enumerable.Range(intent.From, Math.Max(0, i - intent.From)).Any(k => _tokens[k].Lower is "sector" or "sectors" or "companies" or "firms");
        return together || (intent is { Party: true } && (body || group || who is Clauses.SubjectKind.Party or Clauses.SubjectKind.We)) ? intent : null;
    }

    /// <summary>"agreed Wednesday to …", "pledged on 3 May (local time) to …": what is agreed stands after the day.</summary>
    private int AfterDay(int i, Sentence sentence)
    {
        int at = i;
        while (at < sentence.To && at - i < 7 && (_tokens[at].Word.Is(Use.Weekday | Use.Month) || _tokens[at].Word.Kind == WordKind.Number || _tokens[at].Lower is "yesterday" or "today" || (_tokens[at].Lower == "on" && at + 1 < sentence.To && (_tokens[at + 1].Word.Is(Use.Weekday | Use.Month) || _tokens[at + 1].Word.Kind == WordKind.Number) && _tokens[at + 1].Word.Text.Length < 10)
            || (at > i && _tokens[at].Word.Kind == WordKind.Mark && _tokens[at].Word.Text[0] is '(' or ')' or ',')))
        {
            at++;
        }

        return at > i && at < sentence.To && _tokens[at].Lower is "to" or "on" or "that" or "in" or "a" or "the" ? at : i;
    }

    private static string ActOf(VerbForm verb) => verb.Base switch
    {
        "launch" or "unveil" or "establish" or "inaugurate" or "create" or "form" or "start" or "open" => "launched",
        "sign" or "ink" or "formalize" or "formalise" or "conclude" or "ratify" or "initial" or "accede" or "seal" or "clinch" or "finalise" or "finalize" => "signed",
        "announce" or "decide" or "introduce" => "announced",
        "agree" or "adopt" or "endorse" or "approve" or "set" => "agreed",
        "pledge" or "commit" or "recommit" or "vow" or "promise" or "undertake" or "resolve" => "pledged",
        "elevate" or "upgrade" or "expand" or "broaden" or "extend" or "renew" or "deepen" or "join" => "done",
        _ => "stated",
    };

    private Promise? Bound(int i, string act, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We;
        if (!party && act is "agreed" or "pledged" or "announced" && Unknown(i, subject, sentence))
        {
            return new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, act, [], true, false);
        }

        if (!party && !(act is not "intended" && subject.Kind is Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.Other && subject.Who.Count > 0))
        {
            return null;
        }

        int end = _clauses.End(i, sentence, sentence.To);
        return new Promise(subject.From, end, i, act, subject.Who, true, party);
    }

    /// <summary>"Delft and Waterloo have agreed to": names that nothing else tells of.</summary>
    private bool Unknown(int verb, Clauses.Subject subject, Sentence sentence)
    {
        int last = _clauses.GroupStart(verb, sentence) - 1;
        return subject.Kind is Clauses.SubjectKind.Other && last > sentence.From && _tokens[last].Word is { IsWord: true, Capital: true, Function: false } && subject.From <= last;
    }

    /// <summary>A thing was launched, signed, announced or raised: the object must be something that binds.</summary>
    private Promise? Acted(int i, VerbForm verb, string act, Sentence sentence)
    {
        // "in a reformed and expanded council": adjectives.
        if (i - 3 >= sentence.From && _tokens[i - 1].Lower == "and" && _tokens[i - 3].Word.Is(Use.Determiner))
        {
            return null;
        }

        int governor = Governor(i, verb, sentence);
        bool past = verb.Tense is Tense.Past or Tense.Participle || governor > 0;
        // "that Jordan sign": one state with a plain form is asked to.
        bool asked = verb.Tense == Tense.Base && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party, Who.Count: < 2 };
        bool now = !asked && verb.Tense is Tense.Base or Tense.Third && verb.Base is "announce" or "launch" or "establish" or "unveil" or "sign" or "create" && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.We or Clauses.SubjectKind.Party && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Conjunction);
        now |= verb.Tense == Tense.Gerund && act is "announced" or "launched" or "signed" && i > sentence.From && _tokens[_clauses.GroupStart(i, sentence)].Lower is "are" or "is";
        bool gerund = verb.Tense == Tense.Gerund && i > sentence.From && _tokens[i - 1].Lower is "in" or "by" && act is "announced" or "signed" or "launched";
        if (!past && !gerund && !now)
        {
            return null;
        }

        int end = _clauses.End(i, sentence, sentence.To);
        int near = Math.Min(end, i + 14);
        bool passive = governor == 0 && Enumerable.Range(_clauses.GroupStart(i, sentence), i - _clauses.GroupStart(i, sentence)).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being");
        bool mechanism = _names.In(i + 1, Math.Min(end, i + 24)).Any(m => m.Thing.Kind == ThingKind.Mechanism && m.From - i <= 12 && m.Thing.Type != "strategy-document");
        Clauses.Subject subject = _clauses.SubjectOf(governor > 0 ? governor : i, sentence);
        bool thing = Enumerable.Range(i + 1, Math.Max(0, near - i - 1)).Any(k => Promised.Contains(_tokens[k].Lower) && !(Own.Contains(_tokens[k].Lower) && subject.Who.Count < 2));
        if (verb.IsParticiple && act == "signed" && !passive && Signatories(i, sentence) is { } signed)
        {
            return signed;
        }

        if (passive || (verb.IsParticiple && IsReduced(i, sentence) && i + 1 < sentence.To && (_tokens[i + 1].Word.Is(Use.Preposition | Use.Adverb) || _tokens[i + 1].Word.Kind == WordKind.Mark)))
        {
            int that = _tokens[subject.From].Lower is "that" or "which" ? subject.From : subject.From - 1;
            bool told = passive && that - 1 > sentence.From && _tokens[that].Lower is "that" or "which" && (Promised.Contains(_tokens[that - 1].Lower) || _tokens[that - 1].Lower == "intent");
            subject = told ? subject with { From = NounStart(that - 1, sentence) } : passive ? Whole(subject, sentence) : subject;

            bool back = act == "announced" && _tokens[subject.From].Lower is "the" or "these" or "those";
            Mention? agent = AgentAfter(i, end);
            bool instrument = subject.Kind == Clauses.SubjectKind.Mechanism || Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => Promised.Contains(_tokens[k].Lower));
            if (agent is null && passive && act is "signed" && instrument && GroupAgent(i, end) is var by and > 0)
            {
                return new Promise(subject.From, end, i, act, _parties.Before(by, 2), true, true);
            }

            if (agent is null && passive && !back && act is "launched" or "signed" or "agreed" or "announced" && instrument && (act != "announced" && Instrument(subject.From, i) || (!Advises && Promised.Contains(_tokens[HeadOf(subject.From, i)].Lower))))
            {
                return new Promise(subject.From, end, i, act, subject.Who.Count >= 2 ? subject.Who : _clauses.Present(i), true, true);
            }

            return agent is not null && act is "launched" or "signed" or "announced" && (instrument || thing)
                ? new Promise(subject.From, end, i, act, subject.Kind == Clauses.SubjectKind.Mechanism && subject.Who.Count >= 2 ? subject.Who : [.. _parties.AsParties(_names.In(agent.From, Math.Min(end, agent.To + 12))).Distinct(StringComparer.Ordinal)], true, true) : null;
        }

        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We
            || (subject.Kind == Clauses.SubjectKind.Mechanism && (subject.Who.Count >= 2 || StandingBody(subject.From, i))) || (gerund && subject.Who.Count > 0);
        if (verb.Base == "open" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(7, end - i - 1))).Any(k => _tokens[k].Lower is "meeting" or "session" or "council" or "summit" or "forum" or "dialogue" or "conference" or "talks" or "round"))
        {
            return null;
        }

        if (verb.Base == "announce" && subject.From > sentence.From && _tokens[subject.From - 1].Word.Mark(',') && Enumerable.Range(i + 1, Math.Max(0, end - i - 1)).All(k => _tokens[k].Word.Is(Use.Weekday | Use.Month | Use.Preposition) || _tokens[k].Word.Kind != WordKind.Word || _tokens[k].Lower is "today" or "yesterday"))
        {
            // "…, the two governments announced on Wednesday": who says so.
            return null;
        }

        bool binds = mechanism || thing || AnyObjectOf(verb, i, subject, sentence);
        bool entered = verb.Base == "join" && i + 2 < end && _tokens[i + 1].Lower is "the" or "a" or "an" && _tokens[HeadOf(i + 2, end)].Lower is "project" or "exchange" or "platform" or "system" or "market" or "grid" or "bank" or "network" or "group" or "alliance" or "partnership" or "initiative" or "agreement" or "pact" or "treaty" or "programme" or "program" or "convention" or "coalition" or "framework" or "fund" or "club" or "scheme" or "compact" or "charter" or "accord";
        return party && (binds || entered) && !(verb.Base is "join" && !mechanism && !entered) && !_clauses.Quoted(i, sentence)
            ? new Promise(gerund ? i : subject.From, end, i, act, subject.Who, true, true) : null;
    }

    /// <summary>Whatever is signed binds; so does what a report of several parties says that they announced or launched, a launch of something that flies aside.</summary>
    private bool AnyObjectOf(VerbForm verb, int i, Clauses.Subject subject, Sentence sentence)
    {
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (i + 2 >= sentence.To || next is "off" or "up" or "in" or "out" or "." or "," or "that" or "by" or "into" or "from")
        {
            return false;
        }

        int to = Math.Min(sentence.To, i + 9);
        return verb.Base switch
        {
            "sign" or "ink" or "initial" or "ratify" => !Enumerable.Range(i, to - i).Any(k => _tokens[k].Lower is "law" or "bill" or "order"),
            "announce" or "launch" or "unveil" => !Advises && !Enumerable.Range(i, to - i).Any(k => _tokens[k].Lower is "missile" or "missiles" or "rocket" or "attack" or "attacks" or "probe" or "investigation" or "invasion" or "strategy" or "results" or "report" or "candidacy" or "resignation" || _tokens[k].Word.Threat)
                && (subject.Kind == Clauses.SubjectKind.We || subject.Who.Count > 0),
            _ => false,
        };
    }

    /// <summary>"New initiatives to train inspectors, and map faults were also announced", "The next meeting of the group will be held": where nothing before the subject is a verb, all of it is the subject.</summary>
    private Clauses.Subject Whole(Clauses.Subject subject, Sentence sentence)
    {
        bool opens = subject.From > sentence.From && subject.Kind is Clauses.SubjectKind.Other or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.Group && !_tokens[sentence.From].Word.Is(Use.Preposition | Use.Conjunction | Use.Pronoun | Use.Adverb) && !_tokens[sentence.From].Lower.EndsWith("ing", StringComparison.Ordinal)
            && !Enumerable.Range(sentence.From, subject.From - sentence.From).Any(k => Finite(k) || _tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Word.Mark(':') || _tokens[k].Word.Mark(';') || _tokens[k].Word.Mark('“') || _tokens[k].Word.Mark('"'));
        return opens ? subject with { From = sentence.From } : subject;
    }

    private bool IsReduced(int i, Sentence sentence) => i > sentence.From && (_tokens[i - 1].Word.Mark(',') || (_tokens[i - 1].Lower is "recently" or "jointly" or "newly" && i > sentence.From + 1 && _tokens[i - 2].Word.Mark(',')));

    /// <summary>"by the two finance ministers": where it says who signed, without a name.</summary>
    private int GroupAgent(int i, int end) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 14) - i - 2)).FirstOrDefault(k => _tokens[k].Lower == "by" && _tokens[k + 1].Lower is "the" or "both" && Enumerable.Range(k + 1, Math.Max(0, Math.Min(end, k + 7) - k - 1)).Any(g => _tokens[g].Word.Is(Use.GroupNoun)));

    private Mention? AgentAfter(int i, int end)
    {
        for (int k = i + 1; k < Math.Min(end, i + 12); k++)
        {
            if (_tokens[k].Lower == "by" || (k == i + 1 && _tokens[k].Lower == "between"))
            {
                return _names.In(k + 1, Math.Min(_tokens.Count, k + 14)).FirstOrDefault(m => m.Thing.Kind is ThingKind.Country or ThingKind.Body or ThingKind.Person && m.From <= k + 3);
            }
        }

        return null;
    }
}
