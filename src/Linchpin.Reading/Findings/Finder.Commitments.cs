using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Commitments: what a party has bound itself to, by agreeing, pledging, announcing, signing, launching or saying so. Topics discussed, advice, hopes and conditions are none.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Stative = new(StringComparer.Ordinal)
        { "be", "have", "need", "remain", "become", "see", "face", "require", "likely", "mean", "struggle", "not", "depend", "benefit", "gain", "play", "serve" };

    private static readonly HashSet<string> Promised = new(StringComparer.Ordinal)
        { "decision", "plan", "plans", "intention", "investment", "initiative", "roadmap", "agreement", "treaty", "pact", "mou", "memorandum", "framework", "partnership", "alliance", "dialogue", "fund", "programme", "program",
          "center", "centre", "network", "cooperation", "collaboration", "scope", "ties", "relations", "relationship", "declaration", "statement", "project", "projects", "exercise", "exercises", "drills", "mechanism", "contract", "arrangement", "group", "council", "working", "target", "goal", "targets", "goals", "cell", "task", "hotline", "consortium", "forum", "platform", "facility", "plant", "laboratory", "lab", "hub", "corridor", "committee", "package", "accord", "accords", "protocol", "convention", "deal", "pacts", "agreements", "mous", "memoranda", "partnerships",
          "strategy", "policy", "guidelines", "principles", "standards", "initiatives", "reserve", "fellowship", "fellowships", "scholarship", "scholarships", "programmes", "programs", "contracts", "funds", "centers", "centres", "dialogues", "understanding", "summit", "package", "instrument", "bridge", "charter", "vision", "scheme", "campaign", "line", "hotlines", "mission", "blueprint" };

    /// <summary>One's own strategy binds nobody else; one of several parties together does.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "strategy", "policy", "vision", "blueprint", "summit" };

    private void Commitments(Sentence sentence, List<DateMention> dates, Told told, int from = 0)
    {
        var found = new List<Promise>();
        for (int i = Math.Max(from, sentence.From); i < sentence.To; i++)
        {
            if (told.Advice.Exists(a => i >= a.From && i < a.To && i > a.Modal - 2))
            {
                continue;
            }

            Promise? promise = PromiseAt(i, sentence);
            // "announced that it will provide": one promise, told once.
            bool toldThat = promise is not null && found.Count > 0 && promise.From <= found[^1].At + 3 && promise.At > found[^1].At && _tokens[Math.Min(found[^1].At + 1, sentence.To - 1)].Lower == "that";
            if (promise is null || toldThat || (found.Count > 0 && found[^1].To > promise.From + 3 && !(promise.From > found[^1].At && promise.Own)))
            {
                continue;
            }

            if (found.Count > 0 && found[^1].To > promise.From)
            {
                found[^1] = found[^1] with { To = promise.From };
            }

            found.Add(promise);
            Coordinating(promise, sentence, found);
        }

        foreach (Promise promise in found)
        {
            Tell(promise, sentence, dates, told);
        }

        List<string> sectors = Sectors.In(_tokens, sentence.From, sentence.To);
        told.LastSectors = sectors.Count > 0 ? sectors : told.LastSectors;
    }

    /// <summary>"…, while coordinating measures to …": promised in the same breath, and a promise of its own.</summary>
    private void Coordinating(Promise promise, Sentence sentence, List<Promise> found)
    {
        if (promise.Act is not ("pledged" or "agreed"))
        {
            return;
        }

        for (int i = promise.At + 4; i + 2 < sentence.To; i++)
        {
            if (_tokens[i].Lower == "while" && _tokens[i + 1].Lower.EndsWith("ing", StringComparison.Ordinal))
            {
                found.Add(promise with { From = i, To = _clauses.End(i + 1, sentence, sentence.To), At = i + 1 });
                return;
            }
        }
    }

    private Promise? PromiseAt(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        bool verbal = word.Lower is "pledge" or "resolve" or "pledges" && i + 1 < sentence.To && _tokens[i + 1].Lower == "to" && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && _tokens[i - 1].Word is not { Capital: false, IsWord: true, Function: false };
        if (!verbal && word.Lower is "commitment" or "commitments" or "goal" or "goals" or "pledge" or "pledges" or "resolve" or "determination" or "intention" or "willingness" or "readiness")
        {
            return ByNounAt(i, sentence);
        }

        if (word.Lower is "welcome" or "welcomed" or "welcomes" or "pleased" or "celebrated" or "hailed" or "applauded")
        {
            return WelcomeAt(i, sentence);
        }

        if (word.Lower == "reached" && i > sentence.From + 1 && _tokens[i - 1].Lower is "was" or "been" or "were")
        {
            bool agreed = Enumerable.Range(sentence.From, i - sentence.From).Any(k => i - k < 8 && _tokens[k].Lower is "agreement" or "consensus" or "understanding" or "agreements" or "deal") && !_clauses.Hedged(i, sentence) && !Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Word.Is(Use.Negation));
            return agreed ? new Promise(_clauses.SubjectOf(i, sentence).From, _clauses.End(i, sentence, sentence.To), i, "agreed", _parties.Usual(), true, true) : null;
        }

        bool welcomed = word.Lower == "signing" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Lower.StartsWith("welcom", StringComparison.Ordinal));
        if (welcomed)
        {
            return null;
        }

        if (word.Lower is "signing" or "co-signing" || (word.Lower == "underway" && i > sentence.From + 1))
        {
            return Signing(i, sentence);
        }

        if (word.Lower is "is" or "are" or "am" or "look" or "looks" or "looking" or "hope" or "hopes" or "hoped" or "stand" or "stands" && SetToAt(i, sentence) is { } set)
        {
            return set;
        }

        bool saidItWould = word.Lower == "would" && i > sentence.From + 2 && _tokens[i - 1].Lower is "it" or "they" && _tokens[i - 2].Lower is "said" or "that" && _tokens[i - 3].Word.Verb is null or { Class: VerbClass.Say };
        if ((word.Lower == "will" && word is { Capital: false }) || saidItWould)
        {
            return WillAt(i, sentence);
        }

        if (word.Lower == "would")
        {
            return ToldThatWould(i, sentence);
        }

        if (word.Lower is "determined" && i + 1 < sentence.To && _tokens[i + 1].Lower == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary))
        {
            return Bound(i, "intended", sentence);
        }

        if (word.Lower == "saw")
        {
            return SawAt(i, sentence);
        }

        if (word.Lower == "signed" && i + 1 < sentence.To && _tokens[i + 1].Lower == "on")
        {
            return Bound(i, "signed", sentence);
        }

        if (word.Verb is not { } verb || (verb.Class & VerbClass.Commit) == 0 || (_clauses.Hedged(i, sentence) && !Implied(i, verb, sentence)))
        {
            return null;
        }

        string next = AfterDay(i + 1, sentence) is var at and > 0 && at < sentence.To ? _tokens[at].Lower : "";
        string act = verb.Class.HasFlag(VerbClass.Commit) ? ActOf(verb) : "";
        switch (verb.Base)
        {
            case "agree" or "pledge" or "vow" or "promise" or "undertake" or "resolve" or "decide" or "commit" or "recommit" or "concur" or "guarantee":
                bool finite = verb.Tense is Tense.Past or Tense.Participle || (verb.Tense is Tense.Base or Tense.Third && !_tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Determiner));
                bool toDo = next is "to" or "on" or "that" or "not" or "upon" or "in" or "themselves" or "at" or "up" or "nearly" or "about" or "more" or "over" or "another" or "their" or "its" or "a" or "an" or "the" or "combined" or "joint" or "further" || (next.Length > 0 && char.IsDigit(next[0])) || _tokens[Math.Min(i + 1, sentence.To - 1)].Word.Mark('$');
                toDo |= next == "with" && verb.Base == "agree" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower == "to");
                toDo |= verb.Base is "pledge" or "promise" or "guarantee" && verb.Tense is Tense.Past or Tense.Third && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Function: false } && !_tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Determiner | Use.Preposition);
                bool aside = verb.Base == "commit" && i > sentence.From && _tokens[i - 1].Word.Mark(',') && next == "to";
                if (aside)
                {
                    return Aside(i, sentence);
                }

                return !finite || !toDo ? null : Bound(i, verb.Base == "commit" && _tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Auxiliary) || aside ? "stated" : act, sentence);
            case "intend" or "plan" or "aim" or "seek":
                bool intends = verb.Tense is Tense.Third or Tense.Base or Tense.Gerund && next == "to";
                Promise? intent = intends ? Bound(i, "intended", sentence) : null;
                Clauses.SubjectKind who = _clauses.SubjectOf(i, sentence).Kind;
                bool body = who == Clauses.SubjectKind.Pronoun && verb.Base is "plan" or "intend" && intent is { Who.Count: 1 };
                bool group = who is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && intent is { Who.Count: > 1 } && !Enumerable.Range(intent.From, Math.Max(0, i - intent.From)).Any(k => _tokens[k].Lower is "sector" or "sectors" or "partnership" or "alliance" or "relationship" or "companies" or "firms");
                return intent is { Party: true } && (body || group || who is Clauses.SubjectKind.Party or Clauses.SubjectKind.We) ? intent : null;
            case "announce" when next == "that" && verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i, Math.Min(12, sentence.To - i)).Any(k => _tokens[k].Lower is "would" or "will"):
                return Bound(i, act, sentence);
            case "task" or "instruct":
                bool charge = verb.Tense is not Tense.Gerund && Enumerable.Range(i + 1, Math.Max(0, Math.Min(12, sentence.To - i - 1))).Any(k => _tokens[k].Lower == "to") && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && next is not "force";
                return charge && verb.Tense is Tense.Past or Tense.Base or Tense.Third && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.We or Clauses.SubjectKind.Party or Clauses.SubjectKind.Group ? Bound(i, "agreed", sentence) : null;
            case "negotiate":
                return verb.Tense == Tense.Gerund && i > sentence.From && _tokens[i - 1].Lower is "are" or "is" or "been" ? Negotiating(i, sentence) : null;
            case "reach" or "strike":
                bool deal = verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i + 1, Math.Max(0, Math.Min(7, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "understanding" or "deal" or "accord" or "consensus" or "arrangement" or "pact");
                return deal ? Bound(i, "agreed", sentence) : null;
            case "set":
                bool target = Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "target" or "goal" or "targets" or "goals");
                bool founded = i + 1 < sentence.To && _tokens[i + 1].Lower == "up";
                return verb.Tense is not Tense.Gerund && (target || founded) && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We ? Acted(i, verb with { Tense = Tense.Past }, founded ? "launched" : "agreed", sentence) : null;
            case "embark":
                return next is "on" or "upon" ? Bound(i, "stated", sentence) : null;
            case "team":
                return next == "up" ? Bound(i, "announced", sentence) : null;
            case "reaffirm" or "affirm" or "reiterate" or "underscore":
                return null;
            default:
                return Acted(i, verb, act, sentence);
        }
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
        "sign" or "ink" or "formalize" or "formalise" or "conclude" or "ratify" or "initial" or "accede" => "signed",
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
        if (!party && !(act is not "intended" && subject.Kind is Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.Other && subject.Who.Count > 0))
        {
            return null;
        }

        int end = _clauses.End(i, sentence, sentence.To);
        return new Promise(subject.From, end, i, act, subject.Who, true, party);
    }

    /// <summary>A thing was launched, signed, announced or raised: the object must be something that binds.</summary>
    private Promise? Acted(int i, VerbForm verb, string act, Sentence sentence)
    {
        int governor = Governor(i, verb, sentence);
        bool past = verb.Tense is Tense.Past or Tense.Participle || governor > 0;
        bool now = verb.Tense is Tense.Base or Tense.Third && verb.Base is "announce" or "launch" or "establish" or "unveil" or "sign" or "create" && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.We or Clauses.SubjectKind.Party && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Conjunction);
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
        if (passive || (verb.IsParticiple && IsReduced(i, sentence)))
        {
            Mention? agent = AgentAfter(i, end);
            bool instrument = subject.Kind == Clauses.SubjectKind.Mechanism || Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => Promised.Contains(_tokens[k].Lower));
            if (agent is null && passive && act is "signed" && instrument && GroupAgent(i, end) is var by and > 0)
            {
                return new Promise(subject.From, end, i, act, _parties.Before(by, 2), true, true);
            }

            return agent is not null && act is "launched" or "signed" or "announced" && (instrument || thing)
                ? new Promise(subject.From, end, i, act, [.. _parties.AsParties(_names.In(agent.From, Math.Min(end, agent.To + 12))).Distinct(StringComparer.Ordinal)], true, true) : null;
        }

        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We
            || (subject.Kind == Clauses.SubjectKind.Mechanism && subject.Who.Count >= 2) || (gerund && subject.Who.Count > 0);
        bool binds = mechanism || thing;
        return party && binds && !(verb.Base is "join" && !mechanism) && !_clauses.Quoted(i, sentence)
            ? new Promise(gerund ? i : subject.From, end, i, act, subject.Who, true, true) : null;
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

    private void Tell(Promise promise, Sentence sentence, List<DateMention> dates, Told told)
    {
        int to = promise.To;
        int lead = promise.From;
        while (lead < promise.At && _tokens[lead].Lower is "and" or "but" or "that")
        {
            lead++;
        }

        promise = promise with { From = lead };
        while (to > promise.At + 1 && (_tokens[to - 1].Word.Is(Use.Conjunction) || _tokens[to - 1].Word.Mark(',')))
        {
            to--;
        }

        Item? at = told.EventSpans.Where(e => e.To > promise.From - 30 && e.From < to).Select(e => e.Item).FirstOrDefault() ?? (told.SinceEvent <= Told.Onward && Refers(promise, sentence) ? told.LastEvent : null) ?? (promise.Act is "agreed" or "pledged" or "stated" or "signed" && Refers(promise, sentence) ? told.Opening : null);
        DateMention? own = dates.Where(d => !d.Target && !OfAnother(d, promise.At) && (d.From >= promise.From && d.To <= to || d.To <= promise.From && promise.From - d.To < 14)).OrderBy(d => d.From >= promise.From ? 0 : 1).ThenBy(d => Math.Abs(d.From - promise.From)).FirstOrDefault();
        DateMention? due = dates.FirstOrDefault(d => d.Target && d.From >= promise.From && d.To <= to + 1);
        (PartialDate? on, string precision) = Resolve(own, told);
        if (on is null && own is null && at?.Date is { } date && PartialDate.TryParse(date, out PartialDate same))
        {
            (on, precision) = (same, same.Precision);
        }

        told.LastDate = own?.On is null ? told.LastDate : on;
        Mention? mechanism = _names.In(promise.From, Math.Min(to + 1, sentence.To)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism);
        bool quoted = _clauses.Quoted(promise.At, sentence);
        told.Commitments.Add(Passage("commitment", promise.From, to) with
        {
            Who = promise.Who,
            What = _page.Words(Math.Min(promise.At, to - 1), to),
            Mechanism = mechanism?.Thing.Canonical ?? at?.Mechanism,
            Sectors = SectorsOf(promise.From, to, sentence, mechanism),
            Date = on?.ToString(),
            Precision = precision,
            Act = promise.Act,
            EventStart = at?.Start,
            Due = due?.On?.ToString(),
            Attribution = quoted ? Attribution(promise.At, sentence) : null,
            Confidence = promise.Party ? 0.8 : 0.6,
        });
    }

    /// <summary>What the promise names; else what its sentence, its mechanism or its heading does.</summary>
    private List<string> SectorsOf(int from, int to, Sentence sentence, Mention? mechanism)
    {
        List<string> named = Sectors.In(_tokens, from, to);
        named = named.Count > 0 ? named : Sectors.In(_tokens, sentence.From, sentence.To);
        named = named.Count > 0 || mechanism is null ? named : Sectors.In(_tokens, mechanism.From, mechanism.To);
        List<string> headed = named.Count > 0 ? named : SectorsOf(sentence.Block.Section);
        return headed.Count <= 3 || named.Count > 0 ? headed : [];
    }

    /// <summary>"they agreed", "the trio pledged": whoever is spoken of again promises at the event told last; a party named anew does not.</summary>
    private bool Refers(Promise promise, Sentence sentence) =>
        _clauses.SubjectOf(promise.At, sentence).Kind is Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Group or Clauses.SubjectKind.We or Clauses.SubjectKind.Mechanism;

    /// <summary>Whose words a quotation is: "According to a fact sheet issued by …", or the one who said it.</summary>
    private string? Attribution(int at, Sentence sentence)
    {
        for (int i = sentence.From; i + 2 < sentence.To; i++)
        {
            if (_tokens[i].Lower == "according" && i < at)
            {
                int to = i + 2;
                while (to < at && !_tokens[to].Word.Mark(',') && !_tokens[to].Word.Mark(':'))
                {
                    to++;
                }

                return _page.Words(i + 2, to);
            }

            if (_tokens[i].Word.Verb is { } verb && (verb.Class & VerbClass.Say) != 0)
            {
                Mention? who = _names.In(Math.Max(sentence.From, i - 14), Math.Min(sentence.To, i + 8)).FirstOrDefault(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body);
                if (who is not null)
                {
                    return who.Thing.Name;
                }
            }
        }

        return null;
    }

    private sealed record Promise(int From, int To, int At, string Act, IReadOnlyList<string> Who, bool Own, bool Party);
}
