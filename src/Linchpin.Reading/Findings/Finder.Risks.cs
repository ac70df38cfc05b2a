using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Risks: threats and barriers that a source names, as the noun phrase or the short clause that names them.</content>
internal sealed partial class Finder
{
    private const int LongestRisk = 34;

    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "challenges", "challenge", "concern", "concerns", "threats", "threat", "risk", "risks", "crisis", "conflict", "conflicts", "uncertainty", "attacks", "dependence", "reliance", "disruptions", "disruption", "obstacles", "tensions" };

    private void Risks(Sentence sentence, Told told)
    {
        int last = -1;
        int before = told.Risks.Count;
        if (Advises && told.CountsRisks && Counted(sentence) is { } counted)
        {
            AddRisk(counted.From, counted.To, told);
            last = counted.To;
        }

        for (int i = sentence.From; i < sentence.To; i++)
        {
            string after = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
            bool compound = after is "response" or "perception" or "perceptions" or "assessment" or "assessments" or "intelligence" or "information" or "management" or "mitigation" or "reduction" or "sharing";
            if (i < last || compound || InName(i, sentence) || _names.Covering(i) is { Thing.Kind: ThingKind.Mechanism or ThingKind.Body } || told.Advice.Exists(a => i > a.Modal) || (!Advises && _clauses.Quoted(i, sentence)))
            {
                continue;
            }

            (int from, int to) = _tokens[i].Word.Threat ? RiskSpan(i, sentence) : Harm(i, sentence);
            while (from < to && (_tokens[from].Lower is "that" or "which" or "and" || _tokens[from].Word.Kind == WordKind.Mark))
            {
                from++;
            }

            if (to - from < 2 || from < last || (_tokens[i].Word.Threat && !NamesRisk(i, from, to, sentence)))
            {
                continue;
            }

            AddRisk(from, to, told);
            last = to;
        }

        // "Three dangers stand out.", "A second danger is …": the sentences after may go on counting.
        told.CountsRisks = told.Risks.Count > before || (told.CountsRisks && Counts(sentence.From + 1)) || Enumerable.Range(sentence.From, sentence.To - sentence.From)
            .Any(i => _tokens[i].Lower is "dangers" or "risks" or "weaknesses" or "problems" or "obstacles" or "challenges" or "threats" or "hurdles");
    }

    private void AddRisk(int from, int to, Told told) => told.Risks.Add(Passage("risk", from, to) with
    {
        What = _page.Words(from, to),
        About = [.. _names.In(from, to).Where(m => m.Thing.Kind is ThingKind.Country or ThingKind.Mechanism && m.Form != MentionForm.Place).Select(m => m.Thing.Canonical).Concat(Sectors.In(_tokens, from, to)).Distinct(StringComparer.Ordinal)],
        Confidence = 0.6,
    });

    /// <summary>"A third is that subsidies will be captured": a danger counted on from the sentence before, where the noun is left out.</summary>
    private (int From, int To)? Counted(Sentence sentence)
    {
        int i = sentence.From;
        if (i + 4 >= sentence.To || _tokens[i].Lower is not ("a" or "the" or "another") || !Counts(_tokens[i].Lower == "another" ? i : i + 1))
        {
            return null;
        }

        int verb = _tokens[i].Lower == "another" ? i + 1 : i + 2;
        if (verb + 2 >= sentence.To || _tokens[verb].Lower is not ("is" or "was" or "concerns" or "lies"))
        {
            return null;
        }

        int from = _tokens[verb + 1].Lower == "that" ? verb + 2 : verb + 1;
        return EndOf(sentence) - from >= 3 ? (from, Math.Min(EndOf(sentence), from + LongestRisk)) : null;
    }

    private bool Counts(int i) => i < _tokens.Count && _tokens[i].Lower is "first" or "second" or "third" or "fourth" or "fifth" or "last" or "final" or "another" or "other";

    /// <summary>"the Platform on Economic Coercion", "the Anti-Coercion Instrument": a threat in capitals inside a sentence is a part of somebody's name.</summary>
    private bool InName(int i, Sentence sentence) => i > sentence.From && _tokens[i].Word is { Capital: true, AllCaps: false } && sentence.Zone == Documents.ZoneKind.Prose
        && (_tokens[i - 1].Word is { IsWord: true, Capital: true } or { Kind: WordKind.Mark, Text: "-" } || (i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Capital: true }));

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

    /// <summary>The phrase around a word of threat: its adjectives, owner and list before it, its complement after it.</summary>
    private (int From, int To) RiskSpan(int i, Sentence sentence)
    {
        int from = i;
        while (from > sentence.From && i - from < LongestRisk / 2)
        {
            Word word = _tokens[from - 1].Word;
            bool list = (word.Mark(',') && ThreatBefore(from - 1, sentence)) || word.Lower is "and" or "or";
            bool part = word.Kind is WordKind.Possessive or WordKind.Number || word.Mark('-') || word.Mark('–') || word.Is(Use.Determiner) || word.Lower is "of" or "more" or "increasingly" or "most"
                || (word.IsWord && !word.Function && !word.Is(Use.Auxiliary) && (word.Verb is null || word.Verb.Tense is Tense.Gerund or Tense.Participle || word.Capital || word.Verb.Class == VerbClass.None));
            if (!part && !(list && Listed(from - 1, sentence)))
            {
                break;
            }

            from--;
            if (word.Is(Use.Determiner) && word.Lower is "the" or "a" or "an" or "their" or "its" && !_tokens[Math.Max(sentence.From, from - 1)].Word.Mark(',') && !(from > sentence.From && _tokens[from - 1].Lower == "of"))
            {
                break;
            }
        }

        while (from < i && (_tokens[from].Word.Kind is WordKind.Mark || _tokens[from].Lower is "and" or "or" or "of" or "other" or "both"))
        {
            from++;
        }

        int to = i + 1;
        while (to < sentence.To && to - from < LongestRisk)
        {
            Word word = _tokens[to].Word;
            bool comma = word.Mark(',') && to + 1 < sentence.To && _tokens[to + 1].Lower is "especially" or "particularly" or "including";
            bool stop = (word.Kind == WordKind.Mark && word.Text[0] is ',' or ';' or ':' or '.' or '—' or '(' or ')' && !comma) || word.Is(Use.Auxiliary) || word.Lower is "that" or "which" or "while" or "who" or "where" or "when" or "should" or "as" or "but" or "although"
                || (word.Verb is { Tense: Tense.Past or Tense.Third } && to > i + 1 && !_tokens[to - 1].Word.Mark('-') && !_tokens[to - 1].Word.Is(Use.Determiner | Use.Adverb));
            if (stop)
            {
                break;
            }

            to++;
        }

        // "X is an enduring challenge for Y": what is a challenge belongs to it.
        if (from > sentence.From && _tokens[from - 1].Lower is "is" or "are" or "remain" or "remains" or "poses" or "pose" or "posed" or "constitutes" or "presents" or "faces" or "faced" or "face" or "facing" or "arises" or "has" or "have" or "been" or "as")
        {
            Clauses.Subject subject = _clauses.SubjectOf(from - 1, sentence);
            from = subject.Kind != Clauses.SubjectKind.None && from - subject.From < 18 ? subject.From : from;
        }
        else if (_tokens[i].Lower is "challenge" or "barrier" or "obstacle" or "hurdle" or "problem" or "risk" or "danger" or "threat" or "weakness" or "worry" or "drawback" or "concern" && to < sentence.To && _tokens[to].Lower is "is" or "arises" or "stems")
        {
            to = Math.Min(_clauses.End(to, sentence, sentence.To), from + LongestRisk);
        }

        while (to > i + 1 && (_tokens[to - 1].Word.Kind == WordKind.Mark || _tokens[to - 1].Word.Is(Use.Preposition | Use.Conjunction | Use.Determiner)))
        {
            to--;
        }

        return (from, to);
    }

    /// <summary>"maritime terrorism, piracy activities, illegal fishing, and other security threats": a comma belongs to the list where a threat or "and other" is beside it.</summary>
    private bool ThreatBefore(int comma, Sentence sentence)
    {
        for (int k = Math.Max(sentence.From, comma - 4); k < Math.Min(sentence.To, comma + 7); k++)
        {
            if (k != comma && ((k > comma && _tokens[k].Lower == "other") || (k < comma && _tokens[k].Word.Threat) ))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the comma or "and" joins nouns of one list rather than clauses.</summary>
    private bool Listed(int link, Sentence sentence)
    {
        for (int k = link - 1; k > Math.Max(sentence.From, link - 5); k--)
        {
            if (_tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Word.Mark(',') && link - k < 2 || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third })
            {
                return false;
            }
        }

        for (int k = link + 1; k < Math.Min(sentence.To, link + 6); k++)
        {
            if (_tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third } || _tokens[k].Word.Is(Use.Pronoun))
            {
                return false;
            }
        }

        return link - 1 > sentence.From && _tokens[link - 1].Word.IsWord && !(link - sentence.From < 4);
    }

    /// <summary>A bare "these challenges" names none; an owner, a complement or an adjective does.</summary>
    private bool NamesRisk(int i, int from, int to, Sentence sentence)
    {
        if (_tokens[from].Lower is "this" or "these" or "such" or "those" or "any" or "no" or "two" or "three" or "four" or "five" or "six" or "several" && to - i <= 3)
        {
            return false;
        }

        int words = Enumerable.Range(from, to - from).Count(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Function);
        bool opportunity = Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(7, sentence.To - Math.Max(sentence.From, i - 3))).Any(k => _tokens[k].Lower is "opportunities");
        bool averted = Enumerable.Range(Math.Max(sentence.From, from - 2), i - Math.Max(sentence.From, from - 2)).Any(k => _tokens[k].Lower is "avoid" or "avoiding" or "overcome" or "overcoming" or "prevent" or "preventing" or "decrease" or "decreasing" or "reduce" or "reducing" or "mitigate" or "alleviate" or "alleviating" or "address" or "addressing" or "receive" or "susceptible" or "against" or "signaling" or "signalling" or "lower" or "lowering" or "remove" or "removing" or "eliminate" or "eliminating" or "ease" or "easing" or "lift" or "lifting");
        averted |= _tokens[i].Lower is "concern" or "concerns" && i > from && _tokens[i - 1].Lower is "mutual" or "common" or "shared";
        bool complement = to > i + 1;
        bool adjective = _tokens[i].Lower is "retaliatory" or "aggressive" or "hostile" or "coercive" or "reluctant" or "reliant" or "provocative" or "hostage";
        averted |= from > sentence.From && _tokens[from - 1].Lower is "avoid" or "avoiding" or "overcome" or "overcoming" or "prevent" or "preventing" or "despite" or "instigating" or "receive" or "circumventing" or "addressing" or "counter" or "countering";
        bool owned = _names.In(from, to).Any(m => m.Thing.Kind is ThingKind.Country && m.Form != MentionForm.Place);
        bool bareOne = Bare.Contains(_tokens[i].Lower) && !complement && !owned;
        return !opportunity && !averted && !bareOne && !(adjective && !owned && !complement) && words >= (Bare.Contains(_tokens[i].Lower) ? 3 : 2);
    }
}
