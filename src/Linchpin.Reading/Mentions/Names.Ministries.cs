using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Government bodies by short forms: "Peru's trade ministry", "the Dutch foreign ministry", "the Kenyan Air Force".</content>
internal sealed partial class Names
{
    /// <summary>What a ministry or agency in lower case is for.</summary>
    private static readonly HashSet<string> Portfolios = new(StringComparer.Ordinal)
    {
        "foreign", "defence", "defense", "trade", "industry", "economy", "economic", "energy", "commerce", "finance", "science", "technology", "health", "interior", "transport", "transportation", "agriculture", "education", "environment", "justice",
        "culture", "labour", "labor", "telecom", "telecoms", "telecommunications", "communications", "ict", "space", "mining", "mines", "planning", "digital", "innovation", "state", "treasury", "infrastructure", "fisheries", "customs", "intelligence", "patent",
        "cybersecurity", "cyber", "central", "antitrust", "competition", "immigration", "affairs",
    };

    /// <summary>"the Kenyan trade and industry ministry": the first token of a body in lower case that a country owns, or of a ministry after "the"; -1 where there is none.</summary>
    private int InLowerCase(int head, Sentence sentence)
    {
        if (_tokens[head].Word.Capital || _tokens[head].Lower is not ("ministry" or "department" or "agency" or "bank" or "service") || At(head) is not null || head == sentence.From)
        {
            return -1;
        }

        int from = head;
        while (from > sentence.From && head - from < 4 && (Portfolios.Contains(_tokens[from - 1].Lower) || (_tokens[from - 1].Lower == "and" && from < head && from - 1 > sentence.From && Portfolios.Contains(_tokens[from - 2].Lower))) && !_tokens[from - 1].Word.Capital)
        {
            from--;
        }

        if (from == head || from == sentence.From || (_tokens[head].Lower is "bank" && _tokens[head - 1].Lower != "central"))
        {
            return -1;
        }

        bool possessed = _tokens[from - 1].Word.Kind == WordKind.Possessive && from - 1 > sentence.From && At(from - 2) is { Thing.Kind: ThingKind.Country };
        bool national = At(from - 1) is { Thing.Kind: ThingKind.Country };
        bool the = _tokens[head].Lower == "ministry" && _tokens[from - 1].Lower == "the";
        return national ? At(from - 1)!.From : possessed || the ? from : -1;
    }

    /// <summary>Armed services by two words: "Air Force", "Coast Guard", "Marine Corps", "Armed Forces".</summary>
    private Head? Forces(int i, Sentence sentence) =>
        _tokens[i].Word.Capital && i > sentence.From && _tokens[i - 1].Word.Capital && (_tokens[i].Lower, _tokens[i - 1].Lower) is ("force", "air" or "space" or "defense" or "defence") or ("forces", "armed" or "defense" or "defence" or "special") or ("guard", "coast" or "national" or "revolutionary") or ("corps", "marine")
            ? Lexicon.Shared.HeadOf("navy") : null;
}
