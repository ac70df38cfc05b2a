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

    /// <summary>"With the signing of X, both countries …", "renegotiation is underway to …".</summary>
    private Promise? Signing(int i, Sentence sentence)
    {
        int end = _clauses.End(i, sentence, sentence.To);
        if (_tokens[i].Lower == "underway")
        {
            bool talks = _tokens[i - 2].Lower is "negotiation" or "negotiations" or "renegotiation" or "talks";
            return talks ? new Promise(i - 2, end, i, "negotiating", _parties.Before(i, 0), true, true) : null;
        }

        Mention? m = i + 1 < sentence.To && _tokens[i + 1].Lower == "of" ? _names.In(i + 1, Math.Min(sentence.To, i + 20)).FirstOrDefault(n => n.Thing.Kind == ThingKind.Mechanism) : null;
        return m is null || m.From - i > 4 || _clauses.Hedged(i, sentence) ? null
            : new Promise(i, end, i, "signed", m.Thing.Members.Count > 0 ? [.. m.Thing.Members] : _parties.Before(i, 0), true, true);
    }

    /// <summary>"We welcome the launch of …", "are pleased to announce the establishment of …": what its parties welcome as done, they have done.</summary>
    private Promise? WelcomeAt(int i, Sentence sentence)
    {
        bool pleased = _tokens[i].Lower == "pleased" && i + 2 < sentence.To && _tokens[i + 1].Lower == "to" && _tokens[i + 2].Lower is "announce" or "launch";
        if ((_tokens[i].Lower == "pleased" && !pleased) || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.We || (subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && subject.Who.Count > 1);
        int from = pleased ? i + 3 : i + 1;
        int noun = Enumerable.Range(from, Math.Max(0, Math.Min(6, sentence.To - from - 1))).FirstOrDefault(k => _tokens[k].Lower is "launch" or "launching" or "establishment" or "signing" or "creation" or "conclusion" or "announcement" or "adoption" or "decision" or "inauguration" or "formation" or "opening" or "agreement" or "commitment" or "pledge", -1);
        if (!party || noun < 0)
        {
            return null;
        }

        string act = _tokens[noun].Lower switch
        {
            "launch" or "launching" or "establishment" or "creation" or "inauguration" or "formation" or "opening" => "launched",
            "signing" or "conclusion" => "signed",
            "adoption" or "agreement" => "agreed",
            "commitment" or "pledge" => "pledged",
            _ => "announced",
        };
        return new Promise(subject.From, _clauses.End(noun, sentence, sentence.To), i, act, subject.Who, true, true);
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

    /// <summary>"underscored a commitment to …", "reaffirmed US commitment to …", "detailed commitments to …".</summary>
    private Promise? ByNounAt(int i, Sentence sentence)
    {
        if (i + 1 >= sentence.To || _tokens[i + 1].Lower is not ("to" or "towards" or "toward" or "on" or "of" or "for"))
        {
            return null;
        }

        for (int k = i - 1; k >= Math.Max(sentence.From, i - 7); k--)
        {
            if (_tokens[k].Lower is "underscored" or "reaffirmed" or "reiterated" or "affirmed" or "restated" or "expressed" or "renewed" or "emphasized" or "emphasised" or "stressed" or "detailed" or "codified" or "made" or "reflects" or "underscores" or "reaffirms" or "reaffirming" or "underscoring" or "confirmed" or "outlined" or "reemphasized" or "re-emphasized" or "re-emphasised" or "reaffirm" or "reiterate" or "underscore" or "affirm" or "renew" or "emphasize" or "emphasise" or "restate" or "confirm" or "reiterates" or "affirms" or "restates" or "showed" or "shows" or "declared" or "announced" or "conveyed" or "voiced" or "signalled" or "signaled" or "underlined" or "underline" or "underlines" or "underlining" or "highlighted" or "renews" or "renewing" or "reinforced" or "repeated" or "recalled" or "stated" or "solidify" || (_tokens[k].Lower == "in" && k == i - 2 && _tokens[i - 1].Lower is "our" or "their" or "its" && k > sentence.From && _tokens[k - 1].Lower is "steadfast" or "firm" or "united" or "resolute" or "unwavering"))
            {
                Clauses.Subject subject = _clauses.SubjectOf(k, sentence);
                string[] possessor = [.. _parties.AsParties(_names.In(k + 1, i)).Distinct(StringComparer.Ordinal)];
                IReadOnlyList<string> who = possessor.Length > 0 ? possessor : subject.Who.Count > 0 ? subject.Who : _parties.Before(k, 0);
                bool own = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism;
                int from = own && k - subject.From < 16 ? subject.From : k;
                return new Promise(from, _clauses.End(i, sentence, sentence.To), k, _tokens[k].Lower == "detailed" ? "agreed" : "stated", who, true, true);
            }
        }

        return null;
    }
}
