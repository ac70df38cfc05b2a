using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Risks told by a verb or an adjective: what harms, could harm, looms or is condemned.</content>
internal sealed partial class Finder
{
    /// <summary>A harm told by a verb ("drained early enthusiasm"), by a state ("is vulnerable to"), by a lack, or by a power that looms ("expanding sphere of influence").</summary>
    private (int From, int To) Harm(int i, Sentence sentence)
    {
        if (Harms(i, sentence))
        {
            return HarmDone(i, sentence);
        }

        if (Advises && _tokens[i].Lower is "nobody" or "none" or "one" && Hardship(i, sentence))
        {
            return (i - (_tokens[i].Lower == "one" ? 1 : 0), Math.Min(_clauses.End(i + 1, sentence, sentence.To), i + LongestRisk));
        }

        if (GapLeft(i, sentence))
        {
            return (sentence.From, EndOf(sentence));
        }

        if (MayHarm(i, sentence) || Risking(i, sentence) || (Advises ? Wanting(i, sentence) || Dominates(i, sentence) || Hardship(i, sentence) : Short(i, sentence)))
        {
            return WithSubject(i, sentence);
        }

        if (Advises && Missing(i, sentence))
        {
            return (i - 1, Math.Min(_clauses.End(i, sentence, sentence.To), i + LongestRisk));
        }

        string word = _tokens[i].Lower, next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (Warned(i, next, sentence) is { } warning)
        {
            return warning;
        }

        if (word is "vulnerable" or "exposed" or "dependent" or "susceptible" or "beholden" or "hostage" && next is "to" or "on" && Linked(i, sentence) is { } link)
        {
            return WithSubject(link, sentence);
        }

        if (HinderedBy(i, next, sentence) is { } held)
        {
            return WithSubject(held, sentence);
        }

        if ((word == "enough" && i > sentence.From + 1 && _tokens[i - 1].Lower == "not") || (word is "challenging" or "difficult" && i > sentence.From && _tokens[i - 1].Lower is "proved" or "proven" or "remains" or "is"))
        {
            Clauses.Subject subject = _clauses.SubjectOf(i - 1, sentence);
            return i - subject.From < LongestRisk / 2 ? (subject.From, i + 1) : (i, i);
        }

        if (!Advises && word is "condemned" or "condemn" or "denounced" or "deplored" or "decried" or "accused" or "protested" && !_clauses.Hedged(i, sentence))
        {
            return (i, Math.Min(_clauses.End(i, sentence, sentence.To), i + LongestRisk));
        }

        bool lack = (word is "lack" or "absence" && next == "of") || (word == "lacks" && next.Length > 0);
        return lack || Looms(i, sentence) ? RiskSpan(i, sentence) : (i, i);
    }

    /// <summary>"Analysts warn that …", "critics say …", "officials fear …": what is feared follows.</summary>
    private (int From, int To)? Warned(int i, string next, Sentence sentence)
    {
        string before = i > sentence.From ? _tokens[i - 1].Lower : "";
        bool critics = before is "critics" or "sceptics" or "skeptics" or "detractors" or "opponents" && _tokens[i].Lower is "say" or "said" or "argue" or "argued" or "note" or "contend" or "point";
        bool warns = _tokens[i].Lower is "warn" or "warns" or "warned" or "cautioned" or "cautions" && next is "that" or "of" or "against" or "the" or "about";
        int from = next is "that" or "of" or "about" ? i + 2 : i + 1;
        int to = Math.Min(Math.Min(_clauses.End(Math.Min(from + 1, sentence.To - 1), sentence, sentence.To), EndOf(sentence)), from + LongestRisk);
        return (critics || warns) && to - from >= 3 ? (from, to) : null;
    }

    /// <summary>"undermines", "has drained"; in advice also the plain form after a plural: "sanctions harm".</summary>
    private bool Harms(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        string after = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (Dangers.Harming.Contains(word))
        {
            // "the building blocks of": the noun.
            bool noun = word is "blocks" or "clouds" or "stalls" or "strains" or "harms" or "damages" or "plagues" or "dents" && !(i + 1 < sentence.To && (_tokens[i + 1].Word.Is(Use.Determiner) || _tokens[i + 1].Word.Capital));
            return !noun && !(i > sentence.From && _tokens[i - 1].Word.Is(Use.Determiner));
        }

        return Dangers.Harms.Contains(word) && i > sentence.From && _tokens[i - 1].Word is { IsWord: true, Function: false, Verb: null } subject && (Advises ? subject.Lower.EndsWith('s') : Enumerable.Range(Math.Max(sentence.From, i - 5), Math.Min(5, i - sentence.From)).Any(k => _tokens[k].Lower == "and") && Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower == "that"))
            && after is not ("of" or "to" or "from" or "and" or "or" or "by" or "in" or "") && i + 1 < sentence.To && _tokens[i + 1].Word.Kind != WordKind.Mark;
    }

    private (int From, int To) HarmDone(int i, Sentence sentence)
    {
        int before = _clauses.GroupStart(i, sentence) - 1;
        if (i > sentence.From && before >= sentence.From && _tokens[before].Lower is "which" or "that" or "who")
        {
            return (i, i);
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int end = Math.Min(_clauses.End(i, sentence, sentence.To), i + (LongestRisk / 2));
        int from = subject.Kind == Clauses.SubjectKind.None || i - subject.From > LongestRisk / 2 ? Math.Max(sentence.From, i - 1) : subject.From;
        return (from, end);
    }

    /// <summary>A harm after a modal, adverbs aside: "could yet undo", "may also drive apart", "could be cut off".</summary>
    private bool MayHarm(int modal, Sentence sentence)
    {
        bool would = Advises && _tokens[modal].Lower is "would" or "will" && Enumerable.Range(sentence.From, modal - sentence.From).Any(k => _tokens[k].Lower is "if" or "unless" or "without");
        if (_tokens[modal].Lower is not ("could" or "might" or "may") && !would)
        {
            return false;
        }

        int at = modal + 1;
        while (at < sentence.To && (_tokens[at].Word.Is(Use.Adverb) || _tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[at].Lower is "yet" or "well" or "easily" or "soon" or "simply"))
        {
            at++;
        }

        string verb = at < sentence.To ? _tokens[at].Lower : "", after = at + 1 < sentence.To ? _tokens[at + 1].Lower : "";
        return Dangers.MayHarm.Contains(verb)
            || (verb is "hold" or "set" && after == "back") || (verb is "cut" or "lock" or "drive" or "pull" or "shut" or "price" or "shop" or "go" && after is "off" or "out" or "apart" or "down" or "elsewhere" or "up")
            || (verb is "not" && would) || (verb is "bring" or "grind" or "come" && Enumerable.Range(at, Math.Max(0, Math.Min(10, sentence.To - at))).Any(k => _tokens[k].Lower is "standstill" or "halt" or "stop" or "knees"))
            || (verb == "be" && (Dangers.Hindered.Contains(after) || (Advises && Dangers.Weak.Contains(after)) || after is "cut" or "weaponised" or "weaponized" or "disrupted" or "derailed" or "withdrawn" or "exploited" or "diverted" or "stolen" or "lost" or "captured" or "forgotten" or "abandoned" or "interrupted" or "reversed" or "too" or "no"));
    }

    /// <summary>"risks becoming a talking shop", "risk losing the trust": the verb, not the noun.</summary>
    private bool Risking(int i, Sentence sentence) => _tokens[i].Lower is "risks" or "risk" or "risked" && i > sentence.From && i + 1 < sentence.To && _tokens[i + 1].Lower.EndsWith("ing", StringComparison.Ordinal) && !_tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition);

    /// <summary>"has been held back by differing rules", "is stuck in committee": the verb that says so.</summary>
    private int? HinderedBy(int i, string next, Sentence sentence) => Dangers.Hindered.Contains(_tokens[i].Lower) && next is "by" or "in" or "back" or "down" or "from" && (_tokens[i].Lower != "held" || next == "back") && i > sentence.From && _tokens[i - 1].Lower is "is" or "are" or "been" or "was" or "were" or "remain" or "remains" ? i : null;

    /// <summary>"its expanding sphere of influence" of somebody; "provocative actions" and "unlawful claims" of anybody.</summary>
    private bool Looms(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        if (word == "use" && Misused(i, sentence))
        {
            return true;
        }

        if (!Dangers.Looming.Contains(word) && word is not ("unilateral" or "deepening" or "closer"))
        {
            return false;
        }

        if (!Advises && (Pressed(i, sentence) || Rivals(i, sentence)))
        {
            return true;
        }

        bool owned = i > sentence.From + 1 && _tokens[i - 1].Word.Kind == WordKind.Possessive;
        bool bad = !Advises && word is not ("growing" or "expanding" or "increasing" or "rising" or "burgeoning" or "mounting" or "assertive");
        return (owned || bad) && Enumerable.Range(i + 1, Math.Max(0, Math.Min(owned ? 5 : 4, sentence.To - i - 1))).TakeWhile(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Is(Use.Auxiliary)).Any(k => Dangers.Might.Contains(_tokens[k].Lower));
    }

    /// <summary>"Belarus's use of shell firms to pay for arms": the use of means by one who is no partner, or for something illicit.</summary>
    private bool Misused(int i, Sentence sentence) => !Advises && Next(i, 1) == "of" && i > sentence.From + 1 && _tokens[i - 1].Word.Kind == WordKind.Possessive && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower is "to" or "for" or "against" or "as" or "in")
        && (_names.Covering(i - 2) is not { Thing.Kind: ThingKind.Country } owner || !PartnerSet.Contains(owner.Thing.Canonical)) && Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "concern" or "concerns" or "respond" or "discussed" or "condemned" or "counter" or "over" or "about" or "against" or "threat");

    /// <summary>"growing political pressure", "mounting tariffs": what grows is itself bad.</summary>
    private bool Pressed(int i, Sentence sentence) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(3, sentence.To - i - 1))).TakeWhile(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Function).Any(k => _tokens[k].Lower is "pressure" or "pressures" or "tariffs" or "curbs" or "encroachment" or "assertiveness" or "aggression" or "militarisation" or "militarization" or "overcapacity" or "shortfall" or "shortfalls");

    /// <summary>"the deepening partnership between Belarus and Iran": ties of those who are not the partners that speak.</summary>
    private bool Rivals(int i, Sentence sentence)
    {
        int tie = Enumerable.Range(i + 1, Math.Max(0, Math.Min(4, sentence.To - i - 1))).FirstOrDefault(k => _tokens[k].Lower is "partnership" or "cooperation" or "ties" or "alignment" or "alliance" or "coordination" or "relationship" or "trade" or "collaboration" or "transfers", -1);
        if (tie < 0 || Next(tie, 1) is not ("between" or "of" or "with" or "among"))
        {
            return false;
        }

        Mention[] named = [.. _names.In(tie + 1, Math.Min(sentence.To, tie + 9)).Where(m => m.Thing.Kind == ThingKind.Country).Take(2)];
        return named.Length == 2 && named.All(m => !PartnerSet.Contains(m.Thing.Canonical));
    }

    /// <summary>The verb that links a state to its subject: "are", "remains", "leaves … exposed".</summary>
    private int? Linked(int state, Sentence sentence)
    {
        for (int k = state - 1; k > sentence.From && state - k < 5; k--)
        {
            if (_tokens[k].Lower is "is" or "are" or "remain" or "remains" or "was" or "were" or "stay" or "stays")
            {
                return k;
            }

            if (!_tokens[k].Word.Is(Use.Adverb) && !_tokens[k].Lower.EndsWith("ly", StringComparison.Ordinal) && _tokens[k].Lower is not ("more" or "most" or "so" or "still"))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The clause from the verb's subject to its end; nothing where it has no subject near.</summary>
    private (int From, int To) WithSubject(int verb, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(verb, sentence);
        if (subject.Kind == Clauses.SubjectKind.None && verb > sentence.From && _tokens[verb - 1].Lower is "and" or "but" or "or" or "there")
        {
            // "… and may diverge": the second verb of a subject that stands far off.
            return (verb - (_tokens[verb - 1].Lower == "there" ? 1 : 0), Math.Min(_clauses.End(verb, sentence, sentence.To), verb + LongestRisk));
        }

        return subject.Kind != Clauses.SubjectKind.None && verb - subject.From < LongestRisk / 2 ? (subject.From, Math.Min(_clauses.End(verb, sentence, sentence.To), verb + LongestRisk)) : (verb, verb);
    }
}
