using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Verbs that bind: agreed, pledged, signed, launched and the like, by what follows them.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Promised = new(StringComparer.Ordinal)
        { "decision", "plan", "plans", "intention", "investment", "initiative", "roadmap", "agreement", "treaty", "pact", "mou", "memorandum", "framework", "partnership", "alliance", "dialogue", "fund", "programme", "program",
          "center", "centre", "network", "cooperation", "collaboration", "scope", "ties", "relations", "relationship", "declaration", "statement", "project", "projects", "exercise", "exercises", "drills", "mechanism", "contract", "arrangement", "group", "council", "working", "target", "goal", "targets", "goals", "cell", "task", "hotline", "consortium", "forum", "platform", "facility", "plant", "laboratory", "lab", "hub", "corridor", "committee", "package", "accord", "accords", "protocol", "convention", "deal", "pacts", "agreements", "mous", "memoranda", "partnerships",
          "strategy", "policy", "guidelines", "principles", "standards", "initiatives", "reserve", "fellowship", "fellowships", "scholarship", "scholarships", "programmes", "programs", "contracts", "funds", "centers", "centres", "dialogues", "understanding", "summit", "package", "instrument", "bridge", "charter", "vision", "scheme", "campaign", "line", "hotlines", "mission", "blueprint" };

    /// <summary>One's own strategy binds nobody else; one of several parties together does.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal) { "strategy", "policy", "vision", "blueprint", "summit" };

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
                ? new Promise(subject.From, end, i, act, subject.Kind == Clauses.SubjectKind.Mechanism && subject.Who.Count >= 2 ? subject.Who : [.. _parties.AsParties(_names.In(agent.From, Math.Min(end, agent.To + 12))).Distinct(StringComparer.Ordinal)], true, true) : null;
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
}
