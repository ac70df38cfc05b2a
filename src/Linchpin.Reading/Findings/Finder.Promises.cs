using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>The shapes a promise takes besides a plain verb: asides, signings, "will", nouns such as "commitment".</content>
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

    /// <summary>"USAID and KOICA will pool …": a party states what it will do. "will be", "will need": a forecast.</summary>
    private Promise? WillAt(int i, Sentence sentence)
    {
        int verb = AfterAdverbs(i + 1, sentence);
        if (verb < sentence.To && _tokens[verb].Lower == "be" && _tokens[i].Lower == "will" && ToBeDone(i, verb + 1, sentence) is { } done)
        {
            return done;
        }

        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || Travel.Contains(_tokens[verb].Lower) || _tokens[verb].Word.Is(Use.Negation) || _tokens[verb].Word.Threat || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || (_tokens[i].Lower == "will" && _clauses.Hedged(i, sentence)))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism && subject.Who.Count > 0;
        bool relative = (i > sentence.From && _tokens[i - 1].Lower is "which" or "that" or "who") || (subject.From > sentence.From && _tokens[subject.From - 1].Lower is "how" or "what" or "whether" or "where");
        return party && !relative && !ProperConcern(subject) ? new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, _tokens[verb].Lower is "look" or "seek" or "try" ? "intended" : "agreed", subject.Who, true, true) : null;
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

    /// <summary>"is to name a contact point", "are going to pool", "look to create", "stand ready to": bound without "will".</summary>
    private Promise? SetToAt(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        int to = word switch
        {
            "is" or "are" or "am" when next == "to" => i + 1,
            "is" or "are" or "am" when next is "going" or "set" or "determined" or "poised" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" => i + 2,
            "look" or "looks" or "hope" or "hopes" or "hoped" or "expect" when next == "to" => i + 1,
            "looking" when next == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary) => i + 1,
            "stand" or "stands" when next == "ready" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to" => i + 2,
            _ => 0,
        };
        if (to == 0 || to + 1 >= sentence.To)
        {
            return null;
        }

        int verb = AfterAdverbs(to + 1, sentence);
        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.We || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && subject.Who.Count > 0);
        bool planned = word is "is" or "are" or "am" or "stand" or "stands";
        return party && !ProperConcern(subject) && !((word.StartsWith("hope", StringComparison.Ordinal) || word == "expect") && _tokens[verb].Lower is not ("conclude" or "sign" or "finalise" or "finalize" or "complete" or "launch")) ? new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, planned ? "agreed" : "intended", subject.Who, true, true) : null;
    }

    private int AfterAdverbs(int i, Sentence sentence)
    {
        while (i < sentence.To && (_tokens[i].Word.Is(Use.Adverb) || (_tokens[i].Lower.Length > 4 && _tokens[i].Lower.EndsWith("ly", StringComparison.Ordinal) && !_tokens[i].Word.Capital && _tokens[i].Word.Verb is null && _tokens[i].Lower is not ("supply" or "apply" or "comply" or "rely"))))
        {
            i++;
        }

        return i;
    }

    /// <summary>"the author will show", "I will argue": what a writer is about to do binds no party.</summary>
    private bool ProperConcern(Clauses.Subject subject) => _tokens[subject.From].Lower is "i" or "this" && subject.Who.Count == 0;

    /// <summary>"Officials wrote that the Netherlands would introduce a licence": a promise told by another.</summary>
    private Promise? ToldThatWould(int i, Sentence sentence)
    {
        int verb = AfterAdverbs(i + 1, sentence);
        if (verb >= sentence.To || Stative.Contains(_tokens[verb].Lower) || _tokens[verb].Word is not { IsWord: true, Function: false, Capital: false } || _tokens[verb].Word.Threat || _tokens[verb].Lower is "like" or "do" or "gain" or "help" or "allow" or "make" or "give" or "also" or "take")
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        if (subject.Kind is not (Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun) || subject.Who.Count == 0)
        {
            return null;
        }

        for (int k = subject.From - 1; k > Math.Max(sentence.From, subject.From - 8); k--)
        {
            bool told = _tokens[k].Word.Verb is { Tense: Tense.Past } verbOfSaying && (verbOfSaying.Class & VerbClass.Say) != 0;
            if (told && !_clauses.Hedged(k, sentence) && (_tokens[subject.From - 1].Lower == "that" || k == subject.From - 1))
            {
                return new Promise(subject.From, _clauses.End(verb, sentence, sentence.To), i, "announced", subject.Who, true, true);
            }
        }

        return null;
    }

    private static readonly HashSet<string> Doable = new(StringComparer.Ordinal)
        { "established", "launched", "created", "formed", "built", "trained", "funded", "deployed", "opened", "invested", "provided", "signed", "delivered", "shared", "set", "manufactured", "supplied", "strengthened", "expanded", "extended", "appointed", "allocated", "developed", "implemented" };

    /// <summary>"a hotline will be established", "300 engineers will be trained in Korea": a promise without its giver, in a report of what was agreed.</summary>
    private Promise? ToBeDone(int will, int participle, Sentence sentence)
    {
        participle = AfterAdverbs(participle, sentence);
        if (participle >= sentence.To || !Doable.Contains(_tokens[participle].Lower) || _clauses.Hedged(will, sentence) || (Advises && _genre is not null))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(will, sentence);
        int end = _clauses.End(participle, sentence, sentence.To);
        Mention? agent = AgentAfter(participle, end);
        string[] who = agent is null ? [] : [.. _parties.AsParties([agent]).Distinct(StringComparer.Ordinal)];
        return subject.Kind is Clauses.SubjectKind.None or Clauses.SubjectKind.We || (_tokens[subject.From].Lower is "which" or "that" or "who") ? null
            : new Promise(subject.From, end, participle, "agreed", who.Length > 0 ? who : _clauses.Present(will), true, true);
    }

    /// <summary>Coming and going binds nobody.</summary>
    private static readonly HashSet<string> Travel = new(StringComparer.Ordinal) { "meet", "return", "travel", "visit", "attend", "arrive", "speak", "gather", "depart", "discuss", "reconvene" };

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
