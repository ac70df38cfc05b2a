using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Heads of lists of promises that have no promising verb right before their colon: "the following measures:", "The deal provides for:", "Outcomes of the visit".</content>
internal sealed partial class Finder
{
    /// <summary>What a head may call its points.</summary>
    private static readonly HashSet<string> Pointed = new(StringComparer.Ordinal)
        { "measures", "steps", "actions", "initiatives", "commitments", "deliverables", "outcomes", "results", "decisions", "agreements", "announcements", "undertakings", "projects", "activities", "areas", "points", "follows", "following", "programmes", "programs", "pledges", "mous" };

    /// <summary>Such nouns stand at the head of a list by themselves: what follows them has been agreed.</summary>
    private static readonly HashSet<string> Headed = new(StringComparer.Ordinal)
        { "outcomes", "deliverables", "commitments", "results", "decisions", "agreements", "announcements", "undertakings", "pledges", "mous", "highlights" };

    /// <summary>"decided on the following measures:", "identified the next steps as follows:": whoever did has bound himself to the points.</summary>
    private ListHead? Following(Sentence sentence, int last)
    {
        if (!Enumerable.Range(Math.Max(sentence.From, last - 4), last - Math.Max(sentence.From, last - 4)).Any(k => Pointed.Contains(_tokens[k].Lower)))
        {
            return null;
        }

        for (int i = last - 1; i > sentence.From; i--)
        {
            bool binds = _tokens[i].Word.Verb is { Base: "agree" or "decide" or "adopt" or "approve" or "endorse" or "commit" or "resolve" or "concur" or "undertake" } or { Base: "outline" or "set", Tense: Tense.Past } || _tokens[i].Lower is "identified" or "outlined" or "defined" or "settled";
            if (binds && _tokens[i].Word.Verb is not { Tense: Tense.Gerund } && !_clauses.Hedged(i, sentence))
            {
                return PartyHead(i, "agreed", sentence, named: true);
            }
        }

        // "The package includes:", "The agreement provides for:".
        int lays = Enumerable.Range(sentence.From, last - sentence.From).FirstOrDefault(k => _tokens[k].Lower is "includes" or "include" or "provides" or "covers" or "comprises" or "contains", -1);
        return lays > sentence.From ? LaidOut(lays, sentence) : null;
    }

    /// <summary>"The agreement includes:" in a report: its points bind those who made it.</summary>
    private ListHead? LaidOut(int verb, Sentence sentence) => !Advises && Instrument(sentence.From, verb) ? new ListHead("agreed", [], true, false) : null;

    /// <summary>"Outcomes of the meeting", "Key deliverables:", "The agreement includes:", a line by itself.</summary>
    private (string Act, bool Stated)? HeadNoun(Sentence sentence, int last)
    {
        if (last - sentence.From is < 1 or > LongestShortHead)
        {
            return null;
        }

        int lays = Enumerable.Range(sentence.From, last - sentence.From).FirstOrDefault(k => _tokens[k].Lower is "includes" or "include" or "covers" or "comprises" or "contains" or "provides", -1);
        if (lays > sentence.From && last - lays <= 3 && Instrument(sentence.From, lays))
        {
            return ("agreed", true);
        }

        bool verbless = Enumerable.Range(sentence.From, last - sentence.From).All(k => !_tokens[k].Word.Is(Use.Auxiliary) && !(_tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third } && !_tokens[k].Word.Capital));
        return verbless && Headed.Contains(_tokens[HeadOf(sentence.From, last)].Lower) ? ("agreed", false) : null;
    }

    /// <summary>"Agreement to open …", "Launch of …", "Creation of …", "Joint trials of …": a point that names what was agreed.</summary>
    private bool NamesAgreed(int from, Sentence sentence) => Enumerable.Range(from, Math.Max(0, Math.Min(5, sentence.To - from - 1))).Any(k => Promised.Contains(_tokens[k].Lower) || _tokens[k].Lower is "launch" or "agreement" or "establishment" or "signing" or "creation" or "signature" or "adoption" or "cooperation" or "expansion" or "extension" or "support");
}
