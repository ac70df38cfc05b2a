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
        for (int i = sentence.From; i < sentence.To; i++)
        {
            string after = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
            bool compound = after is "response" or "perception" or "perceptions" or "assessment" or "assessments" or "intelligence" or "information" or "management" or "mitigation" or "reduction" or "sharing";
            if (i < last || compound || _names.Covering(i) is { Thing.Kind: ThingKind.Mechanism or ThingKind.Body } || told.Advice.Exists(a => i > a.Modal) || (!Advises && _clauses.Quoted(i, sentence)))
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

            told.Risks.Add(Passage("risk", from, to) with
            {
                What = _page.Words(from, to),
                About = [.. _names.In(from, to).Where(m => m.Thing.Kind is ThingKind.Country or ThingKind.Mechanism && m.Form != MentionForm.Place).Select(m => m.Thing.Canonical).Concat(Sectors.In(_tokens, from, to)).Distinct(StringComparer.Ordinal)],
                Confidence = 0.6,
            });
            last = to;
        }
    }

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

        if (word.Lower is "could" or "might" or "may" && i + 1 < sentence.To && (Harms.Contains(next) || (next == "hold" && i + 2 < sentence.To && _tokens[i + 2].Lower == "back")))
        {
            Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
            return subject.Kind != Clauses.SubjectKind.None && i - subject.From < LongestRisk / 2 ? (subject.From, Math.Min(_clauses.End(i, sentence, sentence.To), i + (LongestRisk / 2))) : (i, i);
        }

        bool shortfall = (word.Lower == "enough" && i > sentence.From + 1 && _tokens[i - 1].Lower == "not") || (word.Lower is "challenging" or "difficult" && i > sentence.From && _tokens[i - 1].Lower is "proved" or "proven" or "remains" or "is");
        if (shortfall)
        {
            Clauses.Subject subject = _clauses.SubjectOf(i - 1, sentence);
            return i - subject.From < LongestRisk / 2 ? (subject.From, i + 1) : (i, i);
        }

        bool lack = (word.Lower is "lack" or "absence" && next == "of") || (word.Lower == "lacks" && next.Length > 0);
        bool power = Looming.Contains(word.Lower) && Enumerable.Range(i + 1, Math.Max(0, Math.Min(5, sentence.To - i - 1))).TakeWhile(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Is(Use.Auxiliary)).Any(k => Might.Contains(_tokens[k].Lower))
            && i > sentence.From + 1 && _tokens[i - 1].Word.Kind == WordKind.Possessive;
        return lack || power ? RiskSpan(i, sentence) : (i, i);
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
        else if (_tokens[i].Lower is "challenge" or "barrier" or "obstacle" or "hurdle" or "problem" or "risk" && to < sentence.To && _tokens[to].Lower is "is" or "arises" or "stems")
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
        if (_tokens[from].Lower is "this" or "these" or "such" or "those" or "any" or "no" && to - i <= 2)
        {
            return false;
        }

        int words = Enumerable.Range(from, to - from).Count(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Function);
        bool opportunity = Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(7, sentence.To - Math.Max(sentence.From, i - 3))).Any(k => _tokens[k].Lower is "opportunities");
        bool averted = Enumerable.Range(Math.Max(sentence.From, from - 2), i - Math.Max(sentence.From, from - 2)).Any(k => _tokens[k].Lower is "avoid" or "avoiding" or "overcome" or "overcoming" or "prevent" or "preventing" or "decrease" or "decreasing" or "reduce" or "reducing" or "mitigate" or "alleviate" or "alleviating" or "address" or "addressing" or "receive" or "susceptible" or "against" or "signaling" or "signalling");
        averted |= _tokens[i].Lower is "concern" or "concerns" && i > from && _tokens[i - 1].Lower is "mutual" or "common" or "shared";
        bool complement = to > i + 1;
        bool adjective = _tokens[i].Lower is "retaliatory" or "aggressive" or "hostile" or "coercive" or "reluctant" or "reliant" or "provocative" or "hostage";
        averted |= from > sentence.From && _tokens[from - 1].Lower is "avoid" or "avoiding" or "overcome" or "overcoming" or "prevent" or "preventing" or "despite" or "instigating" or "receive" or "circumventing" or "addressing" or "counter" or "countering";
        bool owned = _names.In(from, to).Any(m => m.Thing.Kind is ThingKind.Country && m.Form != MentionForm.Place);
        bool bareOne = Bare.Contains(_tokens[i].Lower) && !complement && !owned;
        return !opportunity && !averted && !bareOne && !(adjective && !owned && !complement) && words >= (Bare.Contains(_tokens[i].Lower) ? 3 : 2);
    }
}
