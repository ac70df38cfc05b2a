using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What a party says that it will do: "will", "is to", "is set to", "would" as told by another.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Stative = new(StringComparer.Ordinal)
        { "be", "have", "need", "remain", "become", "see", "face", "require", "likely", "mean", "struggle", "not", "depend", "benefit", "gain", "play", "serve" };

    /// <summary>Coming and going binds nobody.</summary>
    private static readonly HashSet<string> Travel = new(StringComparer.Ordinal) { "meet", "return", "travel", "visit", "attend", "arrive", "speak", "gather", "depart", "discuss", "reconvene" };

    private static readonly HashSet<string> Doable = new(StringComparer.Ordinal)
        { "established", "launched", "created", "formed", "built", "trained", "funded", "deployed", "opened", "invested", "provided", "signed", "delivered", "shared", "set", "manufactured", "supplied", "strengthened", "expanded", "extended", "appointed", "allocated", "developed", "implemented" };

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
}
