using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Trouble that advice tells of without a word of danger: what cannot be done, what nobody does, what fades, what is short, what comes from one place, what the law forbids.</content>
internal sealed partial class Finder
{
    /// <summary>Whether the token is the verb of a clause that tells of trouble.</summary>
    private bool Hardship(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower, next = Next(i, 1), after = Next(i, 2);
        if (Asked(sentence))
        {
            return false;
        }

        if (i > sentence.From && (_tokens[i - 1].Lower is "to" or "than" or "not" || (_tokens[i - 1].Lower.EndsWith("ly", StringComparison.Ordinal) && i - 1 > sentence.From && _tokens[i - 2].Lower == "to")))
        {
            return false;
        }

        return word switch
        {
            "do" or "does" or "did" => next == "not" && !(after == "have" && Next(i, 3) == "to") && after is "agree" or "trust" or "share" or "have" or "talk" or "speak" or "cover" or "bind" or "include" or "apply" or "match" or "work" or "exist" or "extend" or "fit" or "meet" or "own" or "recognise" or "recognize" or "count",
            "may" or "might" => (next == "prove" && Dangers.Weak.Contains(after)) || (next == "not" && after.Length > 1 && char.IsLetter(after[0]) && after is not ("only" or "just")),
            "pull" or "pulled" or "pulls" or "walk" or "walked" or "drop" or "dropped" or "back" or "backed" when next is "out" or "away" => after != "of" || i > sentence.From,
            "cannot" => !(next is "but" or "ignore" or "wait" or "help") && !(next == "be" && after is "blamed" or "faulted" or "denied" or "overstated" or "overemphasised" or "overemphasized" or "separated" or "ignored" or "said"),
            "can" or "could" => next is "veto" or "block" && _tokens[i].Lower == "can" || next == "not" && after != "only" || (next == "still" && after is "buy" or "obtain" or "purchase" or "import" or "access" or "sell" or "get" or "evade" or "reach") || (next == "be" && after is "undone" or "reversed" or "withdrawn" or "revoked" or "cancelled" or "exploited" or "evaded" or "overturned"),
            "is" or "are" or "was" or "were" or "remain" or "remains" => (i > sentence.From && _tokens[i - 1].Lower is "problem" or "trouble" or "difficulty" or "snag" or "catch" or "rub" or "drawback") || (next == "too" && after is not ("early" or "soon" or "many" or "much" or "good" or "")) || (next == "never" && after.EndsWith("ed", StringComparison.Ordinal))
                || (next == "stretched" && after == "thin") || (next == "little" && after == "to") || next is "weaker" or "slower" or "poorer" or "costlier" or "scarcer" or "riskier" or "worse" or "thinner" or "narrower" or "shakier" || MadeAbroad(i, sentence) || Denied(next, after, Next(i, 3)) || NoneAtAll(i, next, sentence) || (Dangers.Fading.Contains(next) && Declines(next, after)) || (next is "short" && after == "of") || (next == "caught" && after == "short"),
            "been" => Dangers.Weak.Contains(next) && after is "" or "." or "," or "and" or ";",
            "has" or "have" => next is "yet" && after == "to" || (next is "never" or "not" && after is not ("only" or "just" or "been" or "yet")) || (next is "said" or "done" && after is "nothing" or "little"),
            "runs" or "run" or "ran" or "running" => next is "short" or "out" or "dry" && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Preposition),
            "comes" or "come" or "came" => next == "from" && Few(i + 1, sentence),
            "imports" or "buys" or "imported" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(5, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "most" or "nearly" or "almost" or "all" or "per" or "percent" or "tenths" or "quarters" or "thirds" || _tokens[k].Word.Mark('%')),
            "produced" or "produces" or "brought" or "brings" or "offers" or "offered" or "gives" or "gave" or "contains" or "carries" or "includes" or "sets" or "provides" or "provided" or "names" => next == "no" && after is not ("longer" or "less" or "doubt" or "more") && !_clauses.Hedged(i, sentence),
            "leaves" or "leave" or "left" or "cuts" or "cut" => next is "out" or "off" && !_tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition | Use.Auxiliary),
            "doubled" or "tripled" or "quadrupled" => Enumerable.Range(Math.Max(sentence.From, i - 5), Math.Min(5, i - sentence.From)).Any(k => _tokens[k].Lower is "costs" or "prices" or "price" or "cost" or "bills" or "delays" or "premiums" or "debts" or "tariffs"),
            "nothing" or "little" => i > sentence.From && (_tokens[i - 1].Lower.EndsWith("ed", StringComparison.Ordinal) || _tokens[i - 1].Lower is "did" or "does" or "says" or "said" or "changes") && (next is "" or "." or "," or ";" or "and" or "of" or "about") && !_clauses.Hedged(i - 1, sentence),
            "late" => next is "." or ",",
            "nobody" or "none" => i > sentence.From && next is "has" or "have" or "will" or "is" or "owns" or "knows" or "pays" or "wants" or "treats" or "can" or "could" or "dares",
            "one" => i > sentence.From + 1 && _tokens[i - 1].Lower == "no" && next is "has" or "will" or "is" or "owns" or "knows" or "pays" or "wants" or "can" or "could",
            "hit" or "hits" => Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "tariff" or "tariffs" or "ban" or "bans" or "crisis" or "shock" or "war" or "freeze" or "cuts" or "levy" or "sanctions"),
            "differently" or "inconsistently" or "unevenly" or "seldom" or "rarely" or "scarcely" or "sporadically" => i > sentence.From + 1,
            "rests" or "hangs" or "hinges" => next is "on" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(8, sentence.To - i - 2))).Any(k => _tokens[k].Lower is "goodwill" or "friendship" or "personal" or "unwritten" or "unsigned" or "two" or "three" or "one" or "single" or "separate" or "voluntary"),
            "takes" or "take" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(4, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "months" or "years" or "decades") && next is not "place",
            "pull" or "pulls" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(4, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "directions" or "apart"),
            "keep" or "keeps" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(6, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "apart" or "out"),
            "compete" or "competes" => next is "for" or "with",
            "move" or "moves" => next is "slowly" or "too",
            "exist" or "exists" or "remain" or "remains" or "persist" or "abound" => i > sentence.From && Dangers.Gaps.Contains(_tokens[i - 1].Lower),
            "struggles" or "struggle" or "struggled" => next is "with" or "to",
            "would" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(2, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "isolate" or "strand" or "wreck" or "ruin" or "expose" or "silence" or "sink" or "delay" or "stop" or "halt" or "paralyse" or "paralyze" or "cripple" or "collapse" or "sever" or "cut") && Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "one" or "single" or "any" or "even" or "a"),
            "fear" or "fears" => Fearing(i, sentence),
            "differ" or "differs" => !Enumerable.Range(i + 1, Math.Max(0, Math.Min(6, sentence.To - i - 1))).Any(k => _tokens[k].Lower == "but"),
            _ => (Dangers.Hardship.Contains(word) && Finite(i, sentence)) || Wrong(i, sentence),
        };
    }

    /// <summary>What a report may tell as a risk too: "was caught short of fuel", "are not enforceable", "might walk away".</summary>
    private bool Short(int i, Sentence sentence)
    {
        string next = Next(i, 1), after = Next(i, 2);
        return _tokens[i].Lower is "is" or "are" or "was" or "were" && (next == "short" && after == "of" || (next == "caught" && after == "short") || (next == "not" && after is "enforceable" or "binding" or "ratified"))
            || (_tokens[i].Lower is "could" or "might" or "may" && next is "walk" or "quit" or "fall" or "collapse" && after is "away" or "apart" or "through" or "the")
            || (_tokens[i].Lower is "lacked" or "lacks" && i > sentence.From && Enumerable.Range(i + 1, Math.Max(0, Math.Min(3, sentence.To - i - 1))).Any(k => Dangers.Means.Contains(_tokens[k].Lower)));
    }

    private string Next(int i, int step) => i + step < _tokens.Count ? _tokens[i + step].Lower : "";

    /// <summary>"is not a treaty", "are not enforceable", "is not enough".</summary>
    /// <summary>Participles that deny nothing bad: "is not expected", "are not meant".</summary>
    private static bool Plain(string participle) => participle is "expected" or "intended" or "meant" or "designed" or "affected" or "limited" or "required" or "obliged" or "aimed" or "targeted" or "supposed" or "restricted" or "confined" or "based" or "involved" or "concerned";

    private static bool Denied(string next, string after, string noun) => next == "not" && (after.Length > 4 && after.EndsWith("ed", StringComparison.Ordinal) && !Plain(after) || noun is not ("secret" or "surprise" or "problem" or "question" or "coincidence" or "matter" or "member") && after is "a" or "an" or "enforceable" or "binding" or "enough" or "ready" or "able" or "clear" or "compatible" or "sustainable" or "guaranteed" or "immune" or "aligned" or "trusted" or "funded" or "met" or "ratified" or "public" or "certain" or "obvious" or "easy" or "cheap" or "free");

    /// <summary>"are refined in China": made where no partner is.</summary>
    private bool MadeAbroad(int i, Sentence sentence) => Next(i, 1) is "refined" or "made" or "mined" or "processed" or "produced" or "assembled" or "packaged" or "built" && Next(i, 2) is "in" or "by" && i + 3 < sentence.To && _names.Covering(i + 3) is { Thing.Kind: ThingKind.Country, Form: MentionForm.Name } where && !PartnerSet.Contains(where.Thing.Canonical);

    /// <summary>"Small states fear being left out": the verb, where the noun is a word of threat.</summary>
    private bool Fearing(int i, Sentence sentence) => Advises && _tokens[i].Lower is "fear" or "fears" && i > sentence.From && (Next(i, 1) is "that" || Next(i, 1).EndsWith("ing", StringComparison.Ordinal));

    /// <summary>"is no coalition", "there is no hotline"; not "there is no doubt" or "no better".</summary>
    private bool NoneAtAll(int i, string next, Sentence sentence) => next == "no" && i + 2 < sentence.To && _tokens[i + 2].Word is { IsWord: true, Function: false } noun
        && noun.Lower is not ("doubt" or "question" or "need" or "reason" or "better" or "surprise" or "secret" or "accident" or "coincidence" or "exception" or "different" or "stranger" or "small" or "matter" or "wonder" or "mystery" or "risk" or "hurry" or "mean" or "sign" or "evidence" or "contradiction" or "longer");

    private static bool Declines(string next, string after) => next is not ("wearing" or "running" or "leaving" or "falling" or "missing" or "losing" or "drying") || after is "thin" or "out" or "short" or "for" or "behind" or "apart" or "from" or "the" or "its" or "their" or "ground" or "up" or "patience";

    /// <summary>The verb of a clause: it has a subject before it, and is no noun after an article or participle of a passive.</summary>
    private bool Finite(int i, Sentence sentence)
    {
        if (i == sentence.From || _tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition) || _tokens[i - 1].Word.Kind is WordKind.Possessive || _tokens[i - 1].Lower is "be" or "been" or "to" or "was" or "were" or "is" or "are" || _tokens[i - 1].Word is { IsWord: true, Function: false, Head: null } adjective && adjective.Is(Use.Modifier))
        {
            return false;
        }

        string next = Next(i, 1);
        bool plain = !_tokens[i].Lower.EndsWith('s') && !_tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal) && _tokens[i].Lower is not ("withdrew" or "quit" or "shrank");
        if (plain && !(_tokens[i - 1].Lower.EndsWith('s') || _tokens[i - 1].Lower is "they" or "we" or "both" or "who" or "that" or "and" or "often" or "still"))
        {
            return false;
        }

        return next is not ("of" or "for" or "and" or "are" or "is" or "about") && i + 1 < sentence.To && _tokens[i + 1].Word.Kind != WordKind.Possessive && !_clauses.Hedged(i, sentence);
    }

    /// <summary>"While both changed their rules, gaps remain": the statement whole.</summary>
    private bool GapLeft(int i, Sentence sentence) => Advises && _tokens[i].Lower is "exist" or "exists" or "remain" or "remains" or "persist" or "abound" && i > sentence.From && Dangers.Gaps.Contains(_tokens[i - 1].Lower) && sentence.To - sentence.From < LongestRisk;

    /// <summary>"Smugglers carry …": the verb after those whose doings are a danger.</summary>
    private bool Wrong(int i, Sentence sentence) => i > sentence.From && (Dangers.Wrongdoers.Contains(_tokens[i - 1].Lower) && _tokens[i - 1].Lower != "shell" || (_tokens[i - 1].Lower == "companies" && i - 2 >= sentence.From && _tokens[i - 2].Lower == "shell")) && _tokens[i].Word is { IsWord: true, Function: false, Head: null } && !_tokens[i].Word.Is(Use.GroupNoun);

    /// <summary>A whole statement that begins with nobody: "Neither side trusts the other", "Few firms can afford it", "The longer talks last, the more …".</summary>
    private (int From, int To)? NobodyDoes(Sentence sentence)
    {
        if (!Advises || Asked(sentence) || sentence.To - sentence.From is < 4 or > LongestRisk + 4)
        {
            return null;
        }

        int from = sentence.From;
        string first = _tokens[from].Lower, second = Next(from, 1);
        bool nobody = !(second is "doubts" or "denies" or "disputes" or "questions") && first is "neither" or "nobody" || (first == "no" && second is "one" or "country" or "partner" or "member" or "government" or "state" or "side");
        bool few = first == "few" && Enumerable.Range(from, Math.Min(6, sentence.To - from)).Any(k => _tokens[k].Lower is "can" or "will" or "would" or "could" or "survive" or "believe" or "trust" or "dare");
        bool correlative = first == "the" && second is "longer" or "more" or "less" or "slower" or "wider" or "fewer" && Enumerable.Range(from + 2, sentence.To - from - 2).Any(k => _tokens[k].Lower == "the" && _tokens[k - 1].Word.Mark(',') && Next(k, 1) is "more" or "less" or "harder" or "greater" or "weaker" or "fewer" or "slower" or "likelier");
        return nobody || few || correlative ? (from, EndOf(sentence)) : null;
    }
}
