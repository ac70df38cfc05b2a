using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Councils, committees and centres that are mechanisms because states meet in them, where others of the name are bodies.</content>
internal sealed partial class Names
{
    /// <summary>A council or committee in which states meet: "Joint Committee", "Policy Dialogue Council", "the Ghana-EU Digital Council", "a joint committee".</summary>
    private bool JointBody(int i, Sentence sentence)
    {
        if (i == sentence.From && !(i + 2 < sentence.To && _tokens[i + 1].Lower == "of") || _tokens[i].Lower is not ("council" or "committee" or "commission" or "board" or "centre" or "center" or "institute" or "laboratory" or "academy"))
        {
            return false;
        }

        // "the Kenya-Norway Joint Tide Centre" is what two states run together; any other centre is a body.
        bool house = _tokens[i].Lower is not ("council" or "committee" or "commission" or "board");
        Word before = _tokens[i - 1].Word;
        bool ofTalks = before.Head is { Class: HeadClass.Mechanism } && _tokens[i].Word.Capital && _tokens[i].Lower != "board";
        if (!house && (ofTalks || before.Lower is "joint" or "ministerial" or "consultative" or "steering"))
        {
            return _tokens[i].Word.Capital || before.Lower is "joint" or "steering";
        }

        int from = i;
        bool business = false, group = false;
        while (_tokens[i].Word.Capital && from > sentence.From && i - from < 9 && (Capital(from - 1, sentence) || Glue(from - 1, sentence) || At(from - 1) is { Thing.Kind: ThingKind.Country } || (_tokens[from - 1].Lower == "and" && from - 1 > sentence.From && Capital(from - 2, sentence) && At(from - 2) is not { Thing.Kind: ThingKind.Country })))
        {
            from--;
            business |= _tokens[from].Lower is "business" or "chamber" or "press" or "friendship";
            group |= _tokens[from].Word.Is(Use.Minilateral) && _tokens[from].Word.Capital;
        }

        string name = _page.Words(from, i + 1).ToLowerInvariant();
        bool topical = !house && i - from >= 2 && _tokens[i].Word.Capital && Enumerable.Range(from, i - from).All(k => Topical(_tokens[k].Word) && At(k) is null
            && _tokens[k].Lower is not ("national" or "security" or "federal" or "state" or "executive" or "governing" or "foreign" or "defense" or "defence" or "international" or "european"));
        if (topical && (_joint.Contains(name) || Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(k => SetsUp.Contains(_tokens[k].Lower))))
        {
            _joint.Add(name);
            return true;
        }

        // "the Joint Economic Commission", "an Innovation Centre" that the sentence sets up
        bool joint = Enumerable.Range(from, i - from).Any(k => _tokens[k].Word.Text == "Joint");
        int article = from - 1 - (from > sentence.From && _tokens[from - 1].Lower is "new" or "first" ? 1 : 0);
        bool founded = house && article > sentence.From && _tokens[i].Word.Capital && _tokens[article].Lower is "a" or "an" or "the" or "their" && MadeBefore(article, sentence) && Enumerable.Range(from, i - from).All(k => Topical(_tokens[k].Word) || _tokens[k].Word.Is(Use.Modifier));
        if (founded || joint && (!house || Enumerable.Range(from, i - from).All(k => Topical(_tokens[k].Word))))
        {
            return true;
        }

        int states = In(from, i, sorted: false).Where(m => m.Thing.Kind == ThingKind.Country || m.Thing.Canonical is "eu" or "asean").Select(m => m.Thing).Distinct().Count();
        return house ? states >= 2 && Enumerable.Range(from, i - from).Any(k => _tokens[k].Word.Text == "Joint") : group || (states >= 2 && !business) || BetweenStates(i, sentence);
    }

    /// <summary>"the Kenyan-Norwegian fisheries commission": in lower case, with the adjectives of two countries before its topic.</summary>
    private bool BetweenStates(int i, Sentence sentence)
    {
        int k = i - 1;
        while (k > sentence.From && i - k < 4 && _tokens[k].Word is { IsWord: true, Capital: false, Function: false, Verb: null })
        {
            k--;
        }

        return !_tokens[i].Word.Capital && k - 2 >= sentence.From && At(k) is { Thing.Kind: ThingKind.Country } last && Glue(last.From - 1, sentence) && At(last.From - 2) is { Thing.Kind: ThingKind.Country };
    }

    /// <summary>Words of a sentence that tells of a body as made, led or filled by members.</summary>
    private static readonly HashSet<string> SetsUp = new(StringComparer.Ordinal) { "elected", "inaugural", "established", "establishes", "establish", "bodies", "body", "convened", "launched", "set", "created", "formed", "chaired", "chair", "chairs", "co-chaired", "members", "under", "newly", "new" };

    /// <summary>Councils and boards by their topics, "Supply Council", that a sentence told of as set up.</summary>
    private readonly HashSet<string> _joint = new(StringComparer.Ordinal);
}
