using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Risks told by a verb or an adjective: what harms, could harm, is wanting, looms or depends.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> HarmVerbs = new(StringComparer.Ordinal)
    {
        "inhibited", "inhibits", "hampered", "hampers", "hindered", "hinders", "undermined", "undermines", "weakened", "weakens", "eroded", "erodes", "drained", "derailed", "complicated", "complicates", "disrupted", "impeded", "impedes",
        "jeopardized", "jeopardizes", "strained", "strains", "threatens", "threaten", "stalled", "blocked", "jeopardises", "undercut", "undercuts", "derail", "nullify",
    };

    /// <summary>What a danger that has not come true yet "could" or "might" do.</summary>
    private static readonly HashSet<string> Harms = new(StringComparer.Ordinal)
    {
        "inhibit", "hamper", "hinder", "undermine", "weaken", "erode", "drain", "derail", "complicate", "disrupt", "impede", "jeopardize", "jeopardise", "strain", "threaten", "stall", "block", "undercut", "delay", "tighten",
        "restrict", "cripple", "choke", "halt", "paralyse", "paralyze", "fragment", "destabilise", "destabilize", "exacerbate", "worsen", "provoke", "collapse", "backfire",
        "split", "undo", "unravel", "expose", "harm", "hurt", "damage", "endanger", "compromise", "sap", "stifle", "divide", "frustrate", "alienate", "antagonise", "antagonize", "deter", "discourage", "starve", "sour", "stymie",
        "escalate", "falter", "fail", "break", "erupt", "spill", "dry", "slip", "shrink", "crowd", "leave", "slow", "trigger", "outpace", "obstruct", "squeeze", "sideline", "dilute", "overwhelm", "imperil", "hobble", "thwart",
        "flood", "ban", "outbid", "abandon", "reverse", "scrap", "repeal", "lose", "suffer", "miss", "interrupt", "retaliate", "weaponise", "weaponize", "monopolise", "monopolize", "withdraw", "lapse", "deepen",
    };

    private static readonly HashSet<string> Looming = new(StringComparer.Ordinal)
        { "growing", "expanding", "increasing", "rising", "burgeoning", "ever-burgeoning", "disruptive", "assertive", "belligerent", "asymmetric", "aggressive", "unchecked", "mounting" };

    private static readonly HashSet<string> Might = new(StringComparer.Ordinal)
        { "might", "capabilities", "influence", "power", "hegemony", "arsenal", "assertiveness", "expansion", "ambitions", "nature", "aggression", "prowess", "dominance", "program", "programme", "programs", "weapons", "posture", "warfare", "militarization", "militarisation" };

    private static readonly HashSet<string> Means = new(StringComparer.Ordinal)
    {
        "secretariat", "budget", "staff", "mandate", "funding", "money", "enforcement", "deadline", "deadlines", "authority", "teeth", "resources", "plan", "capacity", "mechanism", "mechanisms", "basis", "incentive", "incentives",
        "safeguards", "standard", "standards", "guarantee", "guarantees", "agreement", "consensus", "strategy", "force", "obligation", "obligations", "way", "means", "tools", "coordination", "visibility", "alternative", "alternatives", "substitute", "substitutes",
    };

    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal)
    {
        "underfunded", "unfunded", "understaffed", "non-binding", "nonbinding", "unratified", "unsigned", "fragile", "stalled", "patchy", "uneven", "fragmented", "brittle", "inadequate", "incoherent", "outdated", "unsustainable", "unenforceable",
        "reversible", "precarious", "unclear", "unpredictable", "unproven", "divided", "overstretched", "scarce", "costly", "slow", "thin", "vague", "opaque", "concentrated",
    };

    /// <summary>A harm told by a verb ("drained early enthusiasm"), by a shortfall ("is not enough"), by a lack, or by a power that looms ("expanding sphere of influence").</summary>
    private (int From, int To) Harm(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (HarmVerbs.Contains(word.Lower) && !(i > sentence.From && _tokens[i - 1].Word.Is(Use.Determiner)))
        {
            if (i > sentence.From && Enumerable.Range(_clauses.GroupStart(i, sentence) - 1, 1).Any(k => k >= sentence.From && _tokens[k].Lower is "which" or "that" or "who"))
            {
                return (i, i);
            }

            Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
            int end = Math.Min(_clauses.End(i, sentence, sentence.To), i + (LongestRisk / 2));
            int from = subject.Kind == Clauses.SubjectKind.None || i - subject.From > LongestRisk / 2 ? Math.Max(sentence.From, i - 1) : subject.From;
            return (from, end);
        }

        if (word.Lower is "could" or "might" or "may" && Danger(i + 1, sentence))
        {
            return WithSubject(i, sentence);
        }

        // "risks becoming a talking shop", "risk losing the trust": the verb, not the noun.
        if (word.Lower is "risks" or "risk" or "risked" && i > sentence.From && next.EndsWith("ing", StringComparison.Ordinal) && !_tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition))
        {
            return WithSubject(i, sentence);
        }

        if (word.Lower is "vulnerable" or "exposed" or "dependent" or "susceptible" or "beholden" or "hostage" && next is "to" or "on" && Linked(i, sentence) is { } link)
        {
            return WithSubject(link, sentence);
        }

        bool shortfall = (word.Lower == "enough" && i > sentence.From + 1 && _tokens[i - 1].Lower == "not") || (word.Lower is "challenging" or "difficult" && i > sentence.From && _tokens[i - 1].Lower is "proved" or "proven" or "remains" or "is");
        if (shortfall)
        {
            Clauses.Subject subject = _clauses.SubjectOf(i - 1, sentence);
            return i - subject.From < LongestRisk / 2 ? (subject.From, i + 1) : (i, i);
        }

        if (Advises && Wanting(i, sentence))
        {
            return WithSubject(i, sentence);
        }

        bool lack = (word.Lower is "lack" or "absence" && next == "of") || (word.Lower == "lacks" && next.Length > 0);
        bool power = Looming.Contains(word.Lower) && Enumerable.Range(i + 1, Math.Max(0, Math.Min(5, sentence.To - i - 1))).TakeWhile(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Is(Use.Auxiliary)).Any(k => Might.Contains(_tokens[k].Lower))
            && i > sentence.From + 1 && _tokens[i - 1].Word.Kind == WordKind.Possessive;
        return lack || power ? RiskSpan(i, sentence) : (i, i);
    }

    /// <summary>In advice, what is said to be wanting: "has no secretariat", "is underfunded", "falls short", "lags behind".</summary>
    private bool Wanting(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower, next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        return word switch
        {
            "has" or "have" => next is "no" or "neither" or "little" or "few" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(3, sentence.To - i - 2))).Any(k => Means.Contains(_tokens[k].Lower)),
            "lacks" => next.Length > 0,
            "falls" or "fall" or "fell" => next == "short",
            "lags" or "lag" or "lagged" => true,
            "duplicates" or "duplicate" or "overlap" or "overlaps" => _clauses.SubjectOf(i, sentence).Kind is not Clauses.SubjectKind.None,
            "is" or "are" or "remain" or "remains" when !Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "if" or "whether") => Enumerable.Range(i + 1, Math.Max(0, Math.Min(3, sentence.To - i - 1))).TakeWhile(k => k == i + 1 || _tokens[k - 1].Word.Is(Use.Adverb) || _tokens[k - 1].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[k - 1].Lower is "too" or "so")
                .Any(k => Weak.Contains(_tokens[k].Lower) && !(k + 1 < sentence.To && _tokens[k + 1].Word is { IsWord: true, Function: false })),
            _ => false,
        };
    }

    /// <summary>Whether a harm follows the modal, adverbs aside: "could yet undo", "may also drive apart", "could be cut off".</summary>
    private bool Danger(int at, Sentence sentence)
    {
        while (at < sentence.To && (_tokens[at].Word.Is(Use.Adverb) || _tokens[at].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[at].Lower is "yet" or "well" or "easily"))
        {
            at++;
        }

        string verb = at < sentence.To ? _tokens[at].Lower : "", after = at + 1 < sentence.To ? _tokens[at + 1].Lower : "";
        return Harms.Contains(verb)
            || (verb is "hold" && after == "back") || (verb is "cut" or "lock" or "drive" or "pull" or "shut" && after is "off" or "out" or "apart" or "down")
            || (verb == "be" && after is "cut" or "weaponised" or "weaponized" or "disrupted" or "undermined" or "derailed" or "withdrawn" or "exploited" or "diverted" or "stolen" or "weakened" or "lost" or "delayed" or "blocked");
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
        return subject.Kind != Clauses.SubjectKind.None && verb - subject.From < LongestRisk / 2 ? (subject.From, Math.Min(_clauses.End(verb, sentence, sentence.To), verb + LongestRisk)) : (verb, verb);
    }
}
