using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Risks: threats and barriers that a source names, as the noun phrase or the short clause that names them.</content>
internal sealed partial class Finder
{
    private const int LongestRisk = 34;

    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "challenges", "challenge", "concern", "concerns", "threats", "threat", "risk", "risks", "crisis", "conflict", "conflicts", "uncertainty", "attacks", "dependence", "reliance", "disruptions", "disruption", "obstacles", "tensions", "coercion" };

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
            if (i < last || compound || InName(i, sentence) || _names.Covering(i) is { Thing.Kind: ThingKind.Mechanism or ThingKind.Body } || told.Advice.Exists(a => i > a.Modal))
            {
                continue;
            }

            bool noun = _tokens[i].Word.Threat && !Fearing(i, sentence) && !(Dangers.Harming.Contains(_tokens[i].Lower) && Harms(i, sentence));
            (int from, int to) = noun ? RiskSpan(i, sentence) : Harm(i, sentence);
            while (from < to && (_tokens[from].Lower is "that" or "which" or "and" || _tokens[from].Word.Kind == WordKind.Mark))
            {
                from++;
            }

            if (to - from < 2 || from < last || (noun && !NamesRisk(i, from, to, sentence)))
            {
                continue;
            }

            AddRisk(from, to, told);
            last = to;
        }

        if (last < 0 && NobodyDoes(sentence) is { } none && told.Advice.Count == 0)
        {
            AddRisk(none.From, none.To, told);
        }
        else if (last < 0 && (UnderTrouble(sentence) || Conditional(sentence)) && Troubles(sentence) is { } whole)
        {
            AddRisk(whole.From, whole.To, told);
        }

        // "Three dangers stand out.", "A second danger is …": the sentences after may go on counting.
        told.CountsRisks = told.Risks.Count > before || (told.CountsRisks && (Counts(sentence.From) || Counts(sentence.From + 1))) || Enumerable.Range(sentence.From, sentence.To - sentence.From)
            .Any(i => _tokens[i].Lower is "dangers" or "risks" or "weaknesses" or "problems" or "obstacles" or "challenges" or "threats" or "hurdles");
    }

    /// <summary>Under a heading about what can go wrong a whole statement is a risk, unless it asks, advises, or is too short to say anything.</summary>
    private (int From, int To)? Troubles(Sentence sentence)
    {
        int from = Trim(sentence.From, sentence), to = Math.Min(EndOf(sentence), _clauses.End(from + 1, sentence, sentence.To));
        return to - from is >= 5 and <= LongestRisk && _tokens[sentence.To - 1].Word.Mark('.') && !Asked(sentence) && !Enumerable.Range(from, to - from).Any(k => _tokens[k].Lower is "should" or "must" or "ought" or "we" or "i") ? (from, to) : null;
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
        if (i + 4 < sentence.To && _tokens[i].Lower is "first" or "second" or "third" or "fourth" or "finally" or "lastly" or "one" or "another" && _tokens[i + 1].Word.Mark(',') && EndOf(sentence) - i <= LongestRisk + 2)
        {
            return (i + 2, Math.Min(EndOf(sentence), _clauses.End(i + 3, sentence, sentence.To)));
        }

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
        bool told = _tokens[i].Lower is "uncertainty" or "tensions" or "disruption" or "disruptions" or "dependence" && Enumerable.Range(from, i - from).Any(k => _tokens[k].Word.Verb is { Tense: Tense.Third or Tense.Past } || _tokens[k].Lower is "has" or "have" or "introduces" or "introduced");
        int topics = Enumerable.Range(1, i - from).TakeWhile(n => _tokens[i - n].Word is { IsWord: true, Function: false, Verb: null } word && word.Lower is not ("faces" or "face" or "faced")).Count();
        bool over = to > i + 1 && _tokens[i + 1].Lower is "over" or "about" or "between" or "with" or "from";
        bool bareOne = Bare.Contains(_tokens[i].Lower) && !complement && !owned && !told && topics < 3;
        return !opportunity && !averted && !bareOne && !(adjective && !owned && !complement) && words >= (Bare.Contains(_tokens[i].Lower) && !over ? 3 : 2);
    }
}
