using Linchpin.Reading.Documents;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>In advice, what is said to be wanting or out of one's hands: no budget, no alternative, a rival that dominates; and the part of the text that is about what can go wrong.</content>
internal sealed partial class Finder
{
    private static readonly string[] Trouble =
        ["risk", "challenge", "obstacle", "barrier", "threat", "weakness", "vulnerab", "danger", "go wrong", "pitfall", "hurdle", "constraint", "stumbling", "bottleneck", "could fail", "may fail", "might fail", "stands in the way", "stand in the way", "limitations", "headwinds", "fault line", "dilemma", "holds it back", "hold it back", "holding", "held back", "what is missing", "what is wrong", "problem", "shortcoming", "gaps", "trouble", "friction", "uncertaint", "stands between", "why it fail", "why it stall", "caveat"];

    /// <summary>Whether the sentence stands under a heading, or a question, about what can go wrong.</summary>
    private bool UnderTrouble(Sentence sentence) => Advises && Trouble.Any(t => sentence.Block.Section.Contains(t, StringComparison.Ordinal)) && !sentence.Block.Section.Contains("opportunit", StringComparison.Ordinal) && !sentence.Block.Section.Contains("recommend", StringComparison.Ordinal) && sentence.Block.Mark is not BlockMark.Item;

    /// <summary>What it is no trouble to have none of.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
        { "doubt", "doubts", "reason", "wish", "desire", "intention", "intentions", "interest", "plans", "problem", "problems", "objection", "objections", "illusions", "coast", "longer", "less", "minimum", "equal", "trouble", "effect", "need", "quarrel", "fear", "fewer", "bearing", "limit", "limits", "fee", "fees", "tariffs", "more" };

    /// <summary>"has no secretariat", "is underfunded", "falls short", "lags behind", "struggles to", "fails to", "depends on".</summary>
    private bool Wanting(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower, next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        return word switch
        {
            "has" or "have" when next == "no" && i + 2 < sentence.To && _tokens[i + 2].Word is { IsWord: true, Function: false } thing => !Harmless.Contains(thing.Lower) && !Asked(sentence),
            "has" or "have" => next is "no" or "neither" or "little" or "few" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(4, sentence.To - i - 2))).Any(k => Dangers.Means.Contains(_tokens[k].Lower)),
            "lacks" => next.Length > 0,
            "falls" or "fall" or "fell" => next == "short",
            "lags" or "lag" or "lagged" => true,
            "struggled" or "struggles" or "struggle" or "fails" or "failed" or "refuses" or "refused" => next == "to" && !_clauses.Hedged(i, sentence),
            "cannot" => next is "afford" or "agree" or "match" or "keep" or "compete" or "replace" or "easily" or "rely" or "fill" or "meet",
            "linger" or "lingers" or "persist" or "persists" or "loom" or "looms" or "drift" or "drifts" => true,
            "raise" or "raises" or "drives" or "drive" or "imposes" or "impose" or "creates" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(4, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "cost" or "costs" or "burden" or "burdens" or "prices"),
            "makes" or "make" or "made" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(7, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "impossible" or "harder" or "difficult" or "costlier" or "worse" or "unlikely" or "riskier" or "unviable" || Dangers.Weak.Contains(_tokens[k].Lower) && !(k + 1 < sentence.To && _tokens[k + 1].Word is { IsWord: true, Function: false })) && !_clauses.Hedged(i, sentence),
            "late" or "schedule" => i > sentence.From && _tokens[i - 1].Lower is "years" or "months" or "running" or "behind",
            "depends" or "depend" or "relies" or "rely" or "hinges" or "hinge" => next is "on" or "entirely" or "heavily" or "almost" or "largely" or "wholly" && Few(i, sentence),
            "duplicates" or "duplicate" or "overlap" or "overlaps" => _clauses.SubjectOf(i, sentence).Kind is not Clauses.SubjectKind.None,
            "is" or "are" or "remain" or "remains" when next != "no" && !Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "if" or "whether") => Enumerable.Range(i + 1, Math.Max(0, Math.Min(3, sentence.To - i - 1))).TakeWhile(k => k == i + 1 || _tokens[k - 1].Word.Is(Use.Adverb | Use.Determiner) || _tokens[k - 1].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[k - 1].Lower is "too" or "so" or "in" or "at" or "under")
                .Any(k => (Dangers.Weak.Contains(_tokens[k].Lower) || _tokens[k].Lower is "doubt" or "risk" or "stake" or "strain" or "question" or "jeopardy") && !(k + 1 < sentence.To && _tokens[k + 1].Word is { IsWord: true, Function: false } noun && noun.Lower is not ("link" or "spot"))),
            "hard" or "harder" or "difficult" or "impossible" => next == "to" && i > sentence.From && _tokens[i - 1].Lower is "is" or "are" or "be" or "becomes" or "too" or "remains",
            _ => false,
        };
    }

    /// <summary>Whether what is depended on is few, foreign or single.</summary>
    private bool Few(int i, Sentence sentence) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(12, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "single" or "one" or "two" or "handful" or "few" or "foreign" or "imports" or "imported" or "entirely" or "heavily" || (_names.Covering(k) is { Thing.Kind: ThingKind.Country } m && !PartnerSet.Contains(m.Thing.Canonical)));

    /// <summary>"Without money of its own the partnership will …", "Unless both ratify, …": the whole statement.</summary>
    private bool Conditional(Sentence sentence) => Advises && (_tokens[sentence.From].Lower is "without" or "unless" || (_tokens[sentence.From].Lower == "if" && Enumerable.Range(sentence.From, Math.Min(10, sentence.To - sentence.From)).TakeWhile(k => !_tokens[k].Word.Mark(',')).Any(k => _tokens[k].Word.Is(Use.Negation) || _tokens[k].Lower is "nothing" or "fails" or "fail"))) && sentence.To - sentence.From > 6 && !Asked(sentence)
        && Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(k => _tokens[k].Lower is "will" or "would" or "cannot" or "is" or "are" or "may" or "could" or "remain") && !Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(k => _tokens[k].Lower is "should" or "must");

    /// <summary>"there is no substitute", "there is nothing to stop one member from …", "no single shipyard can".</summary>
    private bool Missing(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower, next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (word is "is" or "are" && i > sentence.From && _tokens[i - 1].Lower == "there")
        {
            return (next is "no" or "little" or "few" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(4, sentence.To - i - 2))).Any(k => Dangers.Means.Contains(_tokens[k].Lower))) || (next == "nothing" && i + 3 < sentence.To && _tokens[i + 2].Lower == "to" && _tokens[i + 3].Lower is "stop" or "prevent")
                || (next is "no" && Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower == "without"));
        }

        return false;
    }

    /// <summary>"China refines nine tenths of …", "two firms dominate the market": who is not one of the partners, or hardly anybody, holds most of it.</summary>
    private bool Dominates(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        bool dominates = Dangers.Dominates.Contains(word) && !_tokens[Math.Max(0, i - 1)].Word.Is(Use.Determiner | Use.Preposition) && _tokens[Math.Min(i + 1, sentence.To - 1)].Lower is not ("on" or "and" or "are" or "have" or "in");
        bool holds = word is "refines" or "produces" or "processes" or "supplies" or "mines" or "makes" or "accounts" or "controls" or "holds" or "hosts" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "percent" or "%" or "most" or "nearly" or "almost" or "tenths" or "thirds" or "quarters" or "bulk" or "all" or "majority" || _tokens[k].Word.Mark('%') || (_tokens[k].Lower == "per" && k + 1 < sentence.To && _tokens[k + 1].Lower == "cent"));
        return (dominates || holds) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Other } subject && (subject.Who.Count == 1 && !PartnerSet.Contains(subject.Who[0]) || (dominates && subject.Who.Count == 0));
    }
}
