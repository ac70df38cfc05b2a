using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>The shapes a promise takes besides a plain verb: asides, signings, nouns such as "commitment", what is welcomed as done.</content>
internal sealed partial class Finder
{
    /// <summary>"Both countries, committed to net-zero targets, should …": what stands between the commas.</summary>
    private Promise? Aside(int i, Sentence sentence)
    {
        int to = i + 2;
        while (to < sentence.To && !_tokens[to].Word.Mark(',') && !_tokens[to].Word.Mark('.'))
        {
            to++;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        return subject.Who.Count > 0 ? new Promise(i, to, i, "stated", subject.Who, true, true) : null;
    }

    /// <summary>"With the signing of X, both countries …": not where somebody else welcomes it.</summary>
    private Promise? Signing(int i, Sentence sentence)
    {
        bool welcomed = Enumerable.Range(Math.Max(sentence.From, i - 4), Math.Min(4, i - sentence.From)).Any(k => _tokens[k].Lower.StartsWith("welcom", StringComparison.Ordinal) || _tokens[k].Lower is "forward" or "before" or "until" or "toward" or "towards");
        Mention? m = i + 1 < sentence.To && _tokens[i + 1].Lower == "of" ? _names.In(i + 1, Math.Min(sentence.To, i + 20)).FirstOrDefault(n => n.Thing.Kind == ThingKind.Mechanism) : null;
        return welcomed || m is null || m.From - i > 4 || _clauses.Hedged(i, sentence) ? null
            : new Promise(i, _clauses.End(i, sentence, sentence.To), i, "signed", m.Thing.Members.Count > 0 ? [.. m.Thing.Members] : _parties.Before(i, 0), true, true);
    }

    /// <summary>"renegotiation is underway to …", "talks are under way on …".</summary>
    private Promise? Underway(int i, Sentence sentence)
    {
        int verb = _tokens[i].Lower == "underway" ? i - 1 : i - 2;
        if (verb <= sentence.From || (verb == i - 2 && _tokens[i - 1].Lower != "under"))
        {
            return null;
        }

        bool talks = _tokens[verb - 1].Lower is "negotiation" or "negotiations" or "renegotiation" or "talks" && _tokens[verb].Word.Is(Use.Auxiliary);
        return talks ? new Promise(verb - 1, _clauses.End(i, sentence, sentence.To), i, "negotiating", _parties.Before(i, 0), true, true) : null;
    }

    /// <summary>"The agreement was reached in May", but "no consensus was reached".</summary>
    private Promise? Reached(int i, Sentence sentence)
    {
        bool agreed = Enumerable.Range(sentence.From, i - sentence.From).Any(k => i - k < 8 && _tokens[k].Lower is "agreement" or "consensus" or "understanding" or "agreements" or "deal") && !_clauses.Hedged(i, sentence) && !Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Word.Is(Use.Negation));
        return agreed ? new Promise(_clauses.SubjectOf(i, sentence).From, _clauses.End(i, sentence, sentence.To), i, "agreed", _parties.Usual(), true, true) : null;
    }

    /// <summary>"The visit yielded a memorandum on …", "talks that culminated in the signing of …".</summary>
    private Promise? Yielded(int i, Sentence sentence)
    {
        bool deal = Enumerable.Range(i + 1, Math.Max(0, Math.Min(9, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "memorandum" or "memoranda" or "mou" or "mous" or "deal" or "deals" or "pact" or "signing" or "accord" or "roadmap" or "commitments");
        return deal && !_clauses.Hedged(i, sentence) && _clauses.SubjectOf(i, sentence) is { Kind: not Clauses.SubjectKind.None } subject
            ? new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "agreed", subject.Who.Count >= 2 ? subject.Who : _clauses.Present(i), true, true) : null;
    }

    /// <summary>"The administration has made joint research a priority": it says what it will hold to.</summary>
    private Promise? MadePriority(int i, Sentence sentence)
    {
        for (int k = i - 1; k > Math.Max(sentence.From, i - 10); k--)
        {
            if (_tokens[k].Lower is "made" or "makes" or "make")
            {
                return _clauses.Hedged(k, sentence) ? null : Done(k, "stated", sentence);
            }
        }

        return null;
    }

    /// <summary>"We welcome the launch of …", "are pleased to announce the establishment of …": what its parties welcome as done, they have done.</summary>
    private Promise? WelcomeAt(int i, Sentence sentence)
    {
        bool pleased = _tokens[i].Lower == "pleased" && i + 2 < sentence.To && _tokens[i + 1].Lower == "to" && _tokens[i + 2].Lower is "announce" or "launch" or "confirm" or "welcome";
        if ((_tokens[i].Lower == "pleased" && !pleased) || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int from = pleased ? i + 3 : i + 1;
        int noun = Enumerable.Range(from, Math.Max(0, Math.Min(6, sentence.To - from - 1))).FirstOrDefault(k => _tokens[k].Lower is "launch" or "launching" or "establishment" or "signing" or "creation" or "conclusion" or "announcement" or "adoption" or "decision" or "inauguration" or "formation" or "opening" or "agreement" or "commitment" or "pledge" or "offer" or "intention" or "willingness" or "readiness" or "entry" or "ratification" or "accession" or "memorandum", -1);
        IReadOnlyList<string> owner = noun < 0 ? [] : OwnerOf(noun, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.We || (subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && (subject.Who.Count > 1 || (owner.Count > 0 && !_names.In(subject.From, i).Any(m => m.Thing.Kind == ThingKind.Person))));
        if (!party || noun < 0)
        {
            return null;
        }

        string act = _tokens[noun].Lower switch
        {
            "launch" or "launching" or "establishment" or "creation" or "inauguration" or "formation" or "opening" => "launched",
            "signing" or "conclusion" or "entry" or "ratification" or "accession" or "memorandum" => "signed",
            "adoption" or "agreement" => "agreed",
            "commitment" or "pledge" or "offer" => "pledged",
            "intention" or "willingness" or "readiness" => "intended",
            _ => "announced",
        };
        return new Promise(subject.From, _clauses.End(noun, sentence, sentence.To), i, act, owner.Count > 0 ? owner : subject.Who, true, true);
    }

    /// <summary>"the agreement, which the ten members are negotiating": what is negotiated belongs to it.</summary>
    private Promise? Negotiating(int i, Sentence sentence)
    {
        if (Bound(i, "negotiating", sentence) is not { } talks)
        {
            return null;
        }

        int which = talks.From - 1;
        while (which > sentence.From && talks.From - which < 4 && _tokens[which].Word.IsWord && _tokens[which].Lower is not ("which" or "that"))
        {
            which--;
        }

        if (_tokens[which].Lower is not ("which" or "that"))
        {
            return talks;
        }

        int comma = Enumerable.Range(i, talks.To - i).FirstOrDefault(k => _tokens[k].Word.Mark(','), talks.To);
        Mention? about = _names.In(Math.Max(sentence.From, which - 8), which).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism);
        return talks with { From = about?.From ?? talks.From, To = comma };
    }

    /// <summary>"The year saw two states widen their pact": what was seen is what they did.</summary>
    private Promise? SawAt(int i, Sentence sentence)
    {
        for (int k = i + 1; k < Math.Min(sentence.To, i + 14); k++)
        {
            if (_tokens[k].Word.Verb is { Tense: Tense.Base } verb && verb.Class.HasFlag(VerbClass.Commit))
            {
                string[] who = [.. _parties.AsParties(_names.In(i + 1, k)).Distinct(StringComparer.Ordinal)];
                int end = _clauses.End(k, sentence, sentence.To);
                return who.Length > 0 && (_names.In(k, end).Any(m => m.Thing.Kind == ThingKind.Mechanism) || Promised.Contains(_tokens[Math.Min(k + 2, sentence.To - 1)].Lower))
                    ? new Promise(i + 1, end, k, "announced", who, true, true) : null;
            }
        }

        return null;
    }

    private static readonly HashSet<string> BindingNouns = new(StringComparer.Ordinal)
    {
        "commitment", "commitments", "goal", "goals", "pledge", "pledges", "resolve", "determination", "intention", "intentions", "intent", "promise", "promises", "undertaking", "agreement", "offer", "willingness", "readiness", "support", "decision", "plan", "plans", "coordination", "opposition", "desire", "adherence", "participation",
    };

    /// <summary>These bind only where they are said again, not where they are first expressed or merely owned.</summary>
    private static readonly HashSet<string> Weaker = new(StringComparer.Ordinal) { "support", "coordination", "opposition", "adherence", "participation" };

    private static readonly HashSet<string> Affirms = new(StringComparer.Ordinal)
    {
        "reaffirmed", "reiterated", "affirmed", "restated", "renewed", "reaffirms", "reaffirming", "reaffirm", "reiterate", "reiterating", "affirm", "affirming", "renew", "restate", "confirm", "confirmed", "confirms", "reiterates", "affirms", "restates", "renews", "renewing", "pledged", "pledge", "repeated", "underscored", "underlined", "reinforced",
    };

    private static readonly HashSet<string> Expresses = new(StringComparer.Ordinal)
    {
        "underscored", "expressed", "emphasized", "emphasised", "stressed", "detailed", "codified", "made", "reflects", "underscores", "underscoring", "outlined", "reemphasized", "re-emphasized", "re-emphasised", "underscore", "emphasize", "emphasise", "showed", "shows", "declared", "announced", "conveyed", "voiced", "signalled", "signaled",
        "underlined", "underline", "underlines", "underlining", "highlighted", "reinforced", "repeated", "recalled", "stated", "solidify", "express", "expresses", "expressing", "shared", "share", "demonstrated", "demonstrate", "demonstrates", "indicated", "announce", "announcing", "welcomed", "noted", "set", "revealed", "unveiled", "have", "has", "informed", "notified", "presented", "gave", "given", "took", "taken", "confirmed", "offered",
    };

    /// <summary>"underscored a commitment to …", "reaffirmed US commitment to …", "detailed commitments to …".</summary>
    private Promise? ByNounAt(int i, Sentence sentence)
    {
        string noun = _tokens[i].Lower;
        if (i + 1 >= sentence.To || _tokens[i + 1].Lower is not ("to" or "towards" or "toward" or "on" or "of" or "for" or "in" or "with" or "that"))
        {
            return null;
        }

        bool plan = noun is "decision" or "plan" or "plans" or "desire" or "intent" or "agreement" or "offer";
        if (plan && _tokens[i + 1].Lower is not "to")
        {
            return null;
        }

        for (int k = i - 1; k >= Math.Max(sentence.From, i - 7) && !_tokens[k].Word.Mark(';'); k--)
        {
            string word = _tokens[k].Lower;
            bool firm = word == "in" && k == i - 2 && _tokens[i - 1].Lower is "our" or "their" or "its" && k > sentence.From && _tokens[k - 1].Lower is "steadfast" or "firm" or "united" or "resolute" or "unwavering";
            bool adjective = word is "shared" or "renewed" or "reinforced" or "repeated" or "stated" or "announced" && k > sentence.From && (_tokens[k - 1].Word.Is(Use.Determiner) || k == i - 1 && _tokens[k - 1].Word.Is(Use.Preposition));
            if (adjective)
            {
                continue;
            }

            bool support = noun == "support" && word is not ("pledged" or "pledge" or "affirm" or "affirmed" or "reaffirm" or "reaffirmed" or "reiterated" or "reiterate" or "renewed" or "reiterates" or "reaffirms");
            if ((Affirms.Contains(word) && !support) || (!Weaker.Contains(noun) && Expresses.Contains(word) && (word is not ("have" or "has" or "welcomed" or "noted" or "set") || noun is "commitment" or "commitments")) || firm)
            {
                Clauses.Subject subject = _clauses.SubjectOf(k, sentence);
                string[] possessor = [.. _parties.AsParties(_names.In(k + 1, i)).Distinct(StringComparer.Ordinal)];
                IReadOnlyList<string> who = possessor.Length > 0 ? possessor : subject.Who.Count > 0 ? subject.Who : _parties.Before(k, 0);
                bool own = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.We;
                int from = own && k - subject.From < 16 ? subject.From : k;
                return _clauses.Hedged(k, sentence) ? null : new Promise(from, _clauses.End(i, sentence, sentence.To), k, word == "detailed" ? "agreed" : "stated", who, true, true);
            }
        }

        return null;
    }
}
