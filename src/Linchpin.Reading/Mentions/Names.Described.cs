using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Mechanisms in lower case by what they are for, where the sentence treats them as something that stands: "under the seabed data agreement", "a mutual defence treaty binds", "the transport commission of Ghana and Togo".</content>
internal sealed partial class Names
{
    /// <summary>Heads of what two parties may have between them.</summary>
    private static readonly HashSet<string> Standable = new(StringComparer.Ordinal)
    {
        "agreement", "treaty", "pact", "accord", "protocol", "arrangement", "charter", "compact", "framework", "dialogue", "forum", "group", "force", "taskforce", "network", "platform", "consortium", "fund", "mechanism",
        "initiative", "programme", "program", "hub", "alliance", "coalition", "scheme", "corridor", "committee", "commission", "declaration", "contract", "hotline", "exercise", "fellowship", "scholarship", "facility", "partnership",
    };

    private static readonly HashSet<string> StoodUp = new(StringComparer.Ordinal)
    {
        "signed", "concluded", "launched", "established", "created", "formed", "founded", "announced", "unveiled", "inaugurated", "adopted", "reached", "struck", "finalised", "finalized", "ratified", "extended", "renewed", "set", "agreed",
        "exchanged", "initialled", "initialed", "activated", "upgraded", "expanded", "suspended", "negotiated",
    };

    /// <summary>The candidate with the nouns before its head and the topic after it, where it stands: it was signed or set up, things are done under it, it has a year, or it is with a named partner; else none.</summary>
    private Candidate? Described(Candidate c, Sentence sentence)
    {
        string head = _tokens[c.At + HeadLength(c) - 1].Lower;
        if (_tokens[c.At].Word.Capital || !Standable.Contains(head) || sentence.Zone != Documents.ZoneKind.Prose)
        {
            return null;
        }

        (int from, bool specific) = WithNouns(c, sentence);
        c = WithStates(c, ref from, sentence);
        specific |= c.Members.Count >= 2;
        int year = from - 1;
        bool dated = year > sentence.From && _tokens[year].Word.Kind == WordKind.Number && IsOrdinalOrYear(year);
        from = dated ? year : from;
        dated |= Enumerable.Range(from, c.At - from).Any(k => _tokens[k].Word.Kind == WordKind.Number && IsOrdinalOrYear(k));
        bool fresh = from > sentence.From && _tokens[from - 1].Lower == "new" || _tokens[from].Lower == "new";
        int article = from - 1;
        while (article > sentence.From && _tokens[article].Lower is "new" or "first" or "second" or "existing" or "longstanding" or "recent")
        {
            article--;
        }

        if (article < sentence.From || _tokens[article].Lower is not ("a" or "an" or "the" or "their" or "its" or "this" or "our") && _tokens[article].Word.Kind != WordKind.Possessive)
        {
            return null;
        }

        int to = c.To;
        if (to == c.At + HeadLength(c) && to + 1 < sentence.To && _tokens[to].Lower is "on" or "for" && Topic(to + 1, sentence) is var end && end > to + 1)
        {
            to = end;
            specific = true;
        }

        bool strategic = head == "partnership" && Enumerable.Range(from, c.At - from).Any(k => _tokens[k].Lower == "strategic");
        bool group = Enumerable.Range(from, c.At - from).Any(k => _tokens[k].Word.Is(Use.Minilateral) || (_tokens[k].Lower == "nation" && _tokens[Math.Max(0, k - 1)].Word.Mark('-')));
        bool mere = !specific && !strategic && !dated && c.Members.Count < 2;
        if (mere && !fresh || Unreal(article, sentence) || (head is "partnership" && c.Between && !strategic))
        {
            return null;
        }

        if (mere)
        {
            return StandsAfter(to, sentence) ? c with { From = from, To = to } : null;
        }

        bool with = to + 1 < sentence.To && _tokens[to].Lower is "with" or "between" or "among" && Partner(to + 1, sentence);
        bool year2 = to + 1 < sentence.To && _tokens[to].Lower is "of" && _tokens[to + 1].Word.Kind == WordKind.Number && IsOrdinalOrYear(to + 1);
        bool under = article > sentence.From && _tokens[article - 1].Lower is "under" or "within" || (article > sentence.From + 1 && _tokens[article - 1].Lower is "of" or "to" && _tokens[article - 2].Lower is "part" or "framework" or "auspices" or "pursuant");
        bool upgraded = head == "partnership" && article > sentence.From && _tokens[article - 1].Lower is "to" or "into" && Enumerable.Range(sentence.From, article - sentence.From).Any(k => _tokens[k].Lower is "upgraded" or "elevated" or "upgrade" or "elevate" or "raised" or "elevating" or "upgrading");
        bool theirs = _tokens[article].Lower is "our" or "their" && c.At - from >= 2 && head is not ("group" or "force" or "partnership");
        bool keeps = article > sentence.From && _tokens[article - 1].Lower is "have" or "has" or "run" or "runs" or "operate" or "operates" or "maintain" or "maintains" or "host" or "hosts" or "share" or "join" or "joined" or "joins";
        return strategic || theirs || keeps || (group && specific) || dated || year2 || under || upgraded || with || StandsAfter(to, sentence) || c.Members.Count >= 2 ? c with { From = from, To = to } : null;
    }

    /// <summary>The candidate with the countries that stand before its nouns, "the Ghanaian-Togolese transport commission", as its members.</summary>
    private Candidate WithStates(Candidate c, ref int from, Sentence sentence)
    {
        while (from > sentence.From && (At(from - 1) is { Thing.Kind: ThingKind.Country } || (Glue(from - 1, sentence) && At(from - 2) is { Thing.Kind: ThingKind.Country })))
        {
            if (At(from - 1) is { } state)
            {
                c.Members.Add(state.Thing.Canonical);
                from = state.From;
            }
            else
            {
                from--;
            }
        }

        return c;
    }

    /// <summary>Whether a country or body is named there, or "the two countries".</summary>
    private bool Partner(int at, Sentence sentence)
    {
        at += at + 1 < sentence.To && _tokens[at].Lower is "the" or "both" ? 1 : 0;
        return At(at) is { Thing.Kind: ThingKind.Country or ThingKind.Body } named && named.From == at || (_tokens[at].Lower is "two" or "three" or "four" && at + 1 < sentence.To && _tokens[at + 1].Word.Is(Use.GroupNoun));
    }

    /// <summary>"… was signed", "… set up in 2019", "… entered into force", "… binds Norway".</summary>
    private bool StandsAfter(int to, Sentence sentence)
    {
        int at = to;
        if (at + 1 < sentence.To && _tokens[at].Lower is "with" or "between")
        {
            while (at + 1 < sentence.To && at - to < 10 && (_tokens[at].Lower is "with" or "between" or "and" or "the" || At(at) is not null || _tokens[at].Word.Capital))
            {
                at++;
            }
        }

        int first = at;
        while (at < sentence.To && at - first < 5 && (_tokens[at].Lower is "was" or "were" or "is" or "has" or "have" or "had" or "been" or "being" or "will" or "be" or "which" or "that" or "," || _tokens[at].Word.Is(Use.Adverb)))
        {
            at++;
        }

        if (at >= sentence.To)
        {
            return false;
        }

        string word = _tokens[at].Lower, next = at + 1 < sentence.To ? _tokens[at + 1].Lower : "";
        bool denied = Enumerable.Range(first, at - first).Any(k => _tokens[k].Word.Is(Use.Negation));
        bool made = StoodUp.Contains(word) && !(word == "set" && next != "up") && !denied;
        return made || (word is "entered" or "enters" or "took" && next is "into" or "effect") || (at == to && word is "binds" or "obliges" or "commits" or "covers" or "provides" or "brings" && _tokens[to - 1].Word.IsWord);
    }

    /// <summary>Whether the words before say that it is only wished for, asked after or denied.</summary>
    private bool Unreal(int article, Sentence sentence)
    {
        const int reach = 8;
        return Enumerable.Range(Math.Max(sentence.From, article - reach), article - Math.Max(sentence.From, article - reach)).Any(k => _tokens[k].Word.Is(Use.Negation) || _tokens[k].Lower is "should" or "could" or "might" or "would" or "must" or "need" or "needs" or "propose" or "proposes" or "proposed" or "recommend" or "consider" or "call" or "calls" or "urge" or "urges" or "if" or "possible" or "potential" or "lack" or "absence" or "lacks" or "lacked");
    }
}
