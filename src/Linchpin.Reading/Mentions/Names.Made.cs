using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Mechanisms that are named by the words that make them: "signed a seabed mapping agreement", "set up a working group on standards", "launched the Copper Passport".</content>
internal sealed partial class Names
{
    /// <summary>Heads that name in lower case what a verb beside them makes.</summary>
    private static readonly HashSet<string> Makeable = new(StringComparer.Ordinal)
    {
        "agreement", "treaty", "pact", "accord", "protocol", "arrangement", "charter", "compact", "roadmap", "map", "framework", "partnership", "dialogue", "forum", "group", "force", "taskforce", "network", "platform",
        "consortium", "fund", "mechanism", "initiative", "programme", "program", "hub", "alliance", "coalition", "scheme", "corridor", "committee", "council", "commission", "declaration", "strategy", "intent", "deal", "paper", "fellowship", "scholarship", "pilot", "accelerator", "facility", "incubator", "hotline", "contract", "panel", "board",
    };

    private static readonly HashSet<string> Making = new(StringComparer.Ordinal)
    {
        "signed", "inked", "concluded", "initialled", "initialed", "launched", "established", "created", "formed", "founded", "announced", "unveiled", "inaugurated", "adopted", "reached", "struck", "opened", "finalised",
        "finalized", "ratified", "signing", "launch", "launching", "establishment", "creation", "conclusion", "exchanged", "establishing", "creating", "introduced", "set", "formation", "approved", "endorsed", "upgraded", "activated",
        "sign", "conclude", "establish", "create", "form", "agreed", "published", "released", "issued", "formalized", "formalised", "launches", "establishes", "creates", "signs", "announces", "announce",
    };

    /// <summary>The candidate with the nouns before its head and the topic after it, where a verb or noun of making stands before its article; else none.</summary>
    private Candidate? Founded(Candidate c, Sentence sentence)
    {
        string head = _tokens[c.To - 1 > c.At && c.Head.Type is "dialogue" or "strategy-document" ? c.At + (_tokens[c.At].Lower is "working" or "task" or "road" or "white" ? 1 : 0) : c.At].Lower;
        if (_tokens[c.At].Word.Capital && c.Capitals == 0 || !Makeable.Contains(head) && c.Head.Type != "mou")
        {
            return null;
        }

        (int from, bool specific) = WithNouns(c, sentence);
        int article = from - 1;
        while (article > sentence.From && _tokens[article].Lower is "first" or "second" or "third" or "new")
        {
            article--;
        }

        bool made = article > sentence.From && _tokens[article].Lower is "a" or "an" or "their" && MadeBefore(article, sentence);
        // "the supply chain agreement entered into force"
        bool inForce = article >= sentence.From && _tokens[article].Lower == "the" && c.To + 1 < sentence.To && _tokens[c.To].Lower is "entered" or "enters" or "took" or "came" && _tokens[c.To + 1].Lower is "into" or "effect";
        if (!made && !inForce)
        {
            return null;
        }

        int to = c.To;
        specific |= to > c.At + HeadLength(c);
        if (to == c.At + HeadLength(c) && to + 1 < sentence.To && _tokens[to].Lower is "on" or "for" && Topic(to + 1, sentence) is var end && end > to + 1)
        {
            to = end;
            specific = true;
        }

        return specific || c.Members.Count >= 2 ? c with { From = from, To = to } : null;
    }

    /// <summary>The candidate's first token with the nouns before it in lower case, and whether any of them tells it apart.</summary>
    private (int From, bool Specific) WithNouns(Candidate c, Sentence sentence)
    {
        int from = c.From;
        bool specific = c.Group || c.Capitals > 0 || Enumerable.Range(c.From, c.At - c.From).Any(k => Telling(_tokens[k].Word));
        while (from > sentence.From && c.At - from < 7)
        {
            Word word = _tokens[from - 1].Word;
            bool noun = word is { IsWord: true, Capital: false, Function: false, Verb: null or { Tense: Tense.Base or Tense.Gerund } } && !Making.Contains(word.Lower);
            bool link = word.Lower == "and" && from < c.At && from - 2 >= sentence.From && _tokens[from - 2].Word is { IsWord: true, Capital: false, Function: false, Verb: null } left && _tokens[from].Word is { IsWord: true, Capital: false } && (left.Is(Use.StopName | Use.Modifier) || Topical(left));
            if (!noun && !link && !(Glue(from - 1, sentence) && _tokens[from - 1].Word.Mark('-')))
            {
                break;
            }

            specific |= noun && Telling(word);
            from--;
        }

        return (from, specific);
    }

    private int HeadLength(Candidate c) => _tokens[c.At].Lower is "working" or "task" or "road" or "white" or "round" ? 2 : c.Head.Type == "mou" && Instrument(c.At, null) is not null ? 3 : 1;

    /// <summary>A word before a head that tells one mechanism from another: not "new", "joint" or "first".</summary>
    private static bool Telling(Word word) => word.IsWord && word.Lower is not ("new" or "joint" or "historic" or "landmark" or "first" or "major" or "key" or "similar" or "separate" or "annual" or "formal" or "informal" or "comprehensive" or "broad" or "broader" or "wider" or "bilateral" or "strategic" or "special" or "large" or "small" or "common" or "different" or "final" or "important" or "high-level");

    /// <summary>Whether what stands before an article makes what follows: "signed", "agreed to set up", "the launch of"; not "should sign" or "no".</summary>
    private bool MadeBefore(int article, Sentence sentence)
    {
        const int furthest = 18;
        const int beside = 5;
        for (int i = article - 1; i >= Math.Max(sentence.From, article - furthest); i--)
        {
            Word word = _tokens[i].Word;
            if (word.Mark(';') || word.Mark(':') || word.Lower is "that" or "which" or "who" or "while" or "if")
            {
                return false;
            }

            bool plain = article - i <= beside || _tokens[article - 1].Lower is "and" or "," or "with";
            bool making = plain && Making.Contains(word.Lower) && !(word.Lower == "set" && !(i + 1 < sentence.To && _tokens[i + 1].Lower == "up")) && !(word.Lower == "agreed" && !(i + 1 < sentence.To && _tokens[i + 1].Lower is "on" or "to" && article - i <= 3));
            if (!making)
            {
                continue;
            }

            bool infinitive = word.Verb is { Tense: Tense.Base } && word.Lower is not ("set" or "launch");
            if (infinitive && !(i > sentence.From && _tokens[i - 1].Lower is "to" or "will" or "we" or "they" or "today" or "hereby" or "also"))
            {
                return false;
            }

            bool unreal = Enumerable.Range(Math.Max(sentence.From, i - 7), i - Math.Max(sentence.From, i - 7)).Any(k => _tokens[k].Word.Is(Use.Negation) || _tokens[k].Word.Text == "may" || _tokens[k].Lower is "should" or "could" or "might" or "would" or "must" or "need" or "needs" or "propose" or "proposes" or "recommend" or "consider" or "considered" or "explore" or "discussed" or "call" or "calls" or "urge" or "urges");
            bool bound = !infinitive || _tokens[i - 1].Lower != "to" || Enumerable.Range(Math.Max(sentence.From, i - 7), i - Math.Max(sentence.From, i - 7)).Any(k => _tokens[k].Lower is "agreed" or "decided" or "announced" or "pledged" or "will" or "resolved" or "committed");
            return !unreal && bound;
        }

        return false;
    }

    /// <summary>One past the topic of a mechanism in lower case, "seabed sensors and cables": at most six words, none of them a verb or a time.</summary>
    private int Topic(int from, Sentence sentence)
    {
        int to = from;
        while (to < sentence.To && to - from < 7)
        {
            Word word = _tokens[to].Word;
            bool noun = word is { IsWord: true, Function: false } && !word.Is(Use.Weekday | Use.Month) && (word.Verb is null or { Tense: Tense.Base } || (word.Verb.Tense == Tense.Gerund && to > from)) && !(to == from && word.Lower.EndsWith("ing", StringComparison.Ordinal) && word.Verb is not null) && At(to) is not { Thing.Kind: ThingKind.Country or ThingKind.Person };
            bool link = to > from && to + 1 < sentence.To && word.Lower is "and" or "of" or "in" && _tokens[to + 1].Word is { IsWord: true, Function: false, Capital: false, Verb: null or { Tense: Tense.Base } };
            if (!noun && !link && !(Glue(to, sentence) && to > from))
            {
                break;
            }

            to++;
        }

        while (to > from && _tokens[to - 1].Lower is "and" or "of" or "in")
        {
            to--;
        }

        return to;
    }

    /// <summary>"launched the Copper Passport", "unveiled Coral Bridge, a fund for …": capitals without a head, named by the verb.</summary>
    private void ReadLaunched(Sentence sentence)
    {
        for (int i = sentence.From + 1; i + 3 < sentence.To; i++)
        {
            if (!(_tokens[i].Lower is "launched" or "unveiled" or "launching" or "unveiling" or "launch") || !In(sentence.From, i, sorted: false).Any(m => m.Thing.Kind is ThingKind.Country or ThingKind.Body or ThingKind.Mechanism or ThingKind.Person))
            {
                continue;
            }

            int from = i + 1 + (_tokens[i].Lower == "launch" && _tokens[i + 1].Lower == "of" ? 1 : 0);
            bool article = _tokens[from].Lower is "the" or "a" or "its" or "their";
            from += article ? 1 : 0;
            from += _tokens[from].Lower is "new" or "joint" or "first" ? 1 : 0;
            bool quoted = _tokens[from].Word.Kind == WordKind.Mark && _tokens[from].Word.Text[0] is '“' or '"' or '‘';
            from += quoted ? 1 : 0;
            int to = from;
            while (to < sentence.To && to - from < 6 && Capital(to, sentence) && _tokens[to].Word.Head is null && At(to) is null)
            {
                to++;
            }

            bool closed = to < sentence.To && (_tokens[to].Word.Function || (_tokens[to].Word.Kind == WordKind.Mark && !Glue(to, sentence)));
            bool apposed = to + 3 < sentence.To && _tokens[to].Word.Mark(',') && _tokens[to + 1].Lower is "a" or "an" && Enumerable.Range(to + 2, Math.Min(5, sentence.To - to - 2)).Any(k => _tokens[k].Word.Head is { Class: HeadClass.Mechanism });
            if (to - from >= 2 && closed && (article || quoted || apposed))
            {
                string name = _page.Words(from, to);
                Thing thing = Get(ThingKind.Mechanism, MechanismName.IdFor(name, []).Name, name, "programme");
                thing.Reported = true;
                Add(thing, from, to, MentionForm.Name);
                if (_headless.Count < MostHeadless)
                {
                    _headless.TryAdd(name, (thing, to - from));
                }
            }
        }
    }

    /// <summary>So many are looked for again: a list of a thousand launches stays linear.</summary>
    private const int MostHeadless = 100;

    /// <summary>Names without a head, to be found again by their words.</summary>
    private readonly Dictionary<string, (Thing Thing, int Words)> _headless = new(StringComparer.Ordinal);

    private bool Again(int i, Sentence sentence)
    {
        foreach ((string name, (Thing thing, int words)) in _headless.Concat(_firms))
        {
            if (i + words <= sentence.To && name.StartsWith(_tokens[i].Word.Text, StringComparison.Ordinal) && Enumerable.Range(i, words).All(k => At(k) is null) && _page.Words(i, i + words) == name)
            {
                Add(thing, i, i + words, MentionForm.Name);
                return true;
            }
        }

        return false;
    }
}
