using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Firms that no list knows, by what stands beside their names: "the chipmaker Nordlys", "firms such as …", "Aqualith, a start-up", names in one list with known firms, what sells and builds.</content>
internal sealed partial class Names
{
    private static readonly HashSet<string> FirmNouns = new(StringComparer.Ordinal)
    {
        "firm", "firms", "company", "companies", "chipmaker", "chipmakers", "carmaker", "carmakers", "automaker", "automakers", "startup", "startups", "start-up", "start-ups", "giant", "giants", "miner", "miners", "maker", "makers", "builder", "shipbuilder",
        "shipbuilders", "manufacturer", "manufacturers", "supplier", "suppliers", "conglomerate", "utility", "refiner", "refiners", "foundry", "foundries", "toolmaker", "toolmakers", "airline", "champion", "champions", "subsidiary", "planemaker", "battery-maker", "smelter", "yard", "shipyard", "drugmaker", "contractor", "contractors", "operator",
        "developer", "producer", "producers", "vendor", "vendors", "designer", "designers", "operators", "shipyards", "trader", "traders", "enterprise", "enterprises", "businesses", "laboratories", "universities",
    };

    private static readonly HashSet<string> Trading = new(StringComparer.Ordinal)
    {
        "sells", "sold", "buys", "bought", "makes", "made", "produces", "produced", "assembles", "assembled", "manufactures", "supplies", "supplied", "ships", "shipped", "builds", "built", "hired", "operates", "acquired", "owns", "own", "refines", "mines", "delayed", "invested", "invests", "exports", "delivered",
        "sell", "buy", "make", "produce", "assemble", "manufacture", "supply", "ship", "build", "operate", "acquire", "refine", "mine", "invest", "export", "deliver", "hire", "protested", "lobbied", "licensed", "develops", "developed", "develop", "monopolizes", "monopolises", "dominates",
    };

    private void ReadFirms(Sentence sentence)
    {
        if (sentence.Zone is Documents.ZoneKind.Heading or Documents.ZoneKind.Title)
        {
            return;
        }

        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (At(i) is { Thing: { Kind: ThingKind.Body, Type: "company" } } known && known.From == i)
            {
                ListedBefore(i, sentence);
                i = Listed(known.To, sentence) - 1;
            }
            else if (FirmNoun(i) && (!_tokens[i].Word.Capital || i == sentence.From) && i + 1 < sentence.To)
            {
                int at = i + (_tokens[i].Lower == "start" ? 3 : 1);
                if (at >= sentence.To)
                {
                    return;
                }

                int after = at;
                at += at + 1 < sentence.To && _tokens[at].Lower == "such" && _tokens[at + 1].Lower == "as" ? 2 : _tokens[at].Lower is "like" or "including" or "notably" ? 1 : 0;
                if (at < sentence.To && FirmAt(at, sentence, told: at > after) is var to and > 0)
                {
                    AddFirm(at, to);
                    i = Listed(to, sentence) - 1;
                }
            }
            else if (At(i) is null && FirmAt(i, sentence) is var end and > 0)
            {
                if (i == sentence.From && Paired(end, sentence))
                {
                    // "Fortrex and Kelpine will test a vessel"
                    AddFirm(i, end);
                    i = Listed(end, sentence) - 1;
                    continue;
                }

                if (Owned(i, sentence) && Trades(end) || Named(i, sentence) && Trades(end) || IsFirm(end, sentence) || Incorporated(end - 1))
                {
                    AddFirm(i, end);
                    ListedBefore(i, sentence);
                }

                i = end - 1;
            }
        }
    }

    private bool FirmNoun(int i) => FirmNouns.Contains(_tokens[i].Lower) || (_tokens[i].Lower == "start" && i + 2 < _tokens.Count && _tokens[i + 1].Word.Mark('-') && _tokens[i + 2].Lower is "up" or "ups");

    private void AddFirm(int from, int to)
    {
        Head company = Lexicon.Shared.HeadOf("company")!;
        AddBody(from, to, company);
        if (_firms.Count < MostHeadless)
        {
            _firms.TryAdd(_page.Words(from, to), (At(from)!.Thing, to - from));
        }
    }

    /// <summary>Firms found by what stood beside them once, to be found again by their names.</summary>
    private readonly Dictionary<string, (Thing Thing, int Words)> _firms = new(StringComparer.Ordinal);

    /// <summary>One past a name of one to four capitals that no list or lexicon explains; 0 where there is none.</summary>
    private int FirmAt(int i, Sentence sentence, bool told = false)
    {
        int to = i;
        while (to < sentence.To && to - i < 4 && At(to) is null && _tokens[to].Word is { IsWord: true, Function: false } word && (word.Capital || word.MixedCaps) && !word.Is(Use.Month | Use.Weekday | Use.Honorific) && word.Head is null or { Type: "company" }
            && (to > i || told || !(word.SeenInLowerCase || word.Is(Use.StopName | Use.Modifier) || word.Verb is not null || word.Threat)))
        {
            to++;
        }

        // "AI" and "LNG" are things, not firms.
        if (to == i + 1 && _tokens[i].Word.AllCaps && _tokens[i].Word.Text.Length < 4)
        {
            return 0;
        }

        bool seat = to > i && to < sentence.To && (_tokens[to].Word.Capital && _tokens[to].Word.IsWord && !_tokens[to].Word.Function || At(to) is { Thing.Kind: ThingKind.Country } next && next.From == to && !_tokens[to - 1].Word.Mark(','));
        return seat || to == i ? 0 : to;
    }

    /// <summary>After a firm: ", Aqualith and Voltara": the rest of the list are firms too. One past it.</summary>
    private int Listed(int at, Sentence sentence)
    {
        while (at + 1 < sentence.To)
        {
            int next = _tokens[at].Word.Mark(',') ? at + 1 : at;
            next += next < sentence.To && _tokens[next].Lower is "and" or "or" ? 1 : 0;
            if (next == at || next >= sentence.To)
            {
                return at;
            }

            if (At(next) is { Thing: { Kind: ThingKind.Body, Type: "company" } } known)
            {
                at = known.To;
                continue;
            }

            // "Samsung, Apple and Voltara": a list, not the next clause, which would have a verb after its subject.
            int to = At(next) is null ? FirmAt(next, sentence) : 0;
            bool closed = to > 0 && (to >= sentence.To || _tokens[to].Word.Kind is WordKind.Mark or WordKind.Possessive || _tokens[to].Word.Function || _tokens[to].Word.Verb is not null || Trading.Contains(_tokens[to].Lower));
            if (!closed)
            {
                return at;
            }

            AddFirm(next, to);
            at = to;
        }

        return at;
    }

    /// <summary>Before a known firm: "Voltara and Samsung", "Voltara, Nordlys, Samsung".</summary>
    private void ListedBefore(int known, Sentence sentence)
    {
        int i = known;
        while (i - 2 >= sentence.From)
        {
            int link = i - 1;
            link -= _tokens[link].Lower is "and" or "or" && link > sentence.From && _tokens[link - 1].Word.Mark(',') ? 1 : 0;
            if (!(_tokens[link].Lower is "and" or "or" || _tokens[link].Word.Mark(',')) || At(link - 1) is not null)
            {
                return;
            }

            int from = link - 1;
            while (from > sentence.From && FirmAt(from - 1, sentence) == link)
            {
                from--;
            }

            bool begun = from == sentence.From || _tokens[from - 1].Word.Kind is WordKind.Mark or WordKind.Possessive || _tokens[from - 1].Word.Is(Use.Conjunction | Use.Preposition) || _tokens[from - 1].Word.Verb is not null;
            if (FirmAt(from, sentence) != link || !begun || (_tokens[from - 1 < sentence.From ? from : from - 1].Lower is "in" or "at" or "near"))
            {
                return;
            }

            AddFirm(from, link);
            i = from;
        }
    }

    /// <summary>After a name at the head of a sentence: "and" with another such name, then what they will do.</summary>
    private bool Paired(int end, Sentence sentence) => end + 2 < sentence.To && _tokens[end].Lower == "and" && At(end + 1) is null && FirmAt(end + 1, sentence) is var to and > 0 && to < sentence.To && _tokens[end + 1].Word is { Capital: true, SeenInLowerCase: false }
        && (_tokens[to].Lower is "will" or "have" || Trading.Contains(_tokens[to].Lower) || _tokens[to].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & VerbClass.Commit) != 0);

    private bool Owned(int i, Sentence sentence) => i > sentence.From && ((_tokens[i - 1].Word.Kind == WordKind.Possessive && i - 1 > sentence.From && At(i - 2) is { Thing.Kind: ThingKind.Country }) || At(i - 1) is { Thing.Kind: ThingKind.Country, Form: MentionForm.Demonym });

    /// <summary>A subject: at the head of its sentence or clause, and not after a word of place.</summary>
    private bool Named(int i, Sentence sentence) => i == sentence.From ? _tokens[i].Word.MixedCaps || _tokens[i].Word.AllCaps || (i + 1 < sentence.To && _tokens[i + 1].Word.Capital) : _tokens[i - 1].Lower is "and" or "," or "that" or "while" or "when" or "because" or "if";

    private bool Trades(int end)
    {
        int at = end;
        while (at < _tokens.Count && at - end < 3 && (_tokens[at].Word.Is(Use.Auxiliary | Use.Adverb)))
        {
            at++;
        }

        return at < _tokens.Count && Trading.Contains(_tokens[at].Lower);
    }

    /// <summary>"Aqualith, a Norwegian start-up,".</summary>
    private bool IsFirm(int end, Sentence sentence) => end + 2 < sentence.To && _tokens[end].Word.Mark(',') && _tokens[end + 1].Lower is "a" or "an" or "the" && Enumerable.Range(end + 2, Math.Min(7, sentence.To - end - 2)).TakeWhile(k => (_tokens[k].Word.IsWord && !_tokens[k].Word.Function) || _tokens[k].Word.Kind == WordKind.Possessive || _tokens[k].Word.Mark('-')).Any(FirmNoun);

    private bool Incorporated(int last) => _tokens[last].Word.Text is "AG" or "GmbH" or "AB" or "ASA" or "Oy" or "Oyj" or "NV" or "N.V." or "SE" or "SpA" or "S.p.A." or "plc" or "PLC" or "LLC" or "Inc" or "Inc." or "Ltd" or "Ltd." or "Co." or "Corp." && last > 0 && _tokens[last - 1].Word.Capital;
}
