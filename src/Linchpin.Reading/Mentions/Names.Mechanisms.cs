using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Mechanisms by the grammar of their names: a head noun such as Dialogue or Framework with members, capitals or a group adjective before it.</content>
internal sealed partial class Names
{
    /// <summary>Heads that name a mechanism in lower case, where the members stand beside them.</summary>
    private static readonly HashSet<string> Standing = new(StringComparer.Ordinal)
        { "dialogue", "dialog", "alliance", "partnership", "treaty", "agreement", "pact", "accord", "framework", "trilateral", "summit", "forum", "fta", "group", "grouping", "mechanism", "meeting", "minilateral", "coalition", "declaration", "compact", "mou", "initiative", "arrangement", "treaties", "agreements", "alliances", "consortium", "platform", "network", "ministerial", "contract", "hotline", "triangle", "troika", "committee", "commission", "council" };

    /// <summary>Heads too common to name a mechanism by a capital alone.</summary>
    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal)
        { "policy", "law", "plan", "project", "program", "programme", "process", "group", "statement", "movement", "training", "fund", "relations", "meeting", "talks", "conference", "network", "exercise", "exercises", "architecture", "vision", "outlook", "club", "roundtable", "strategy", "cooperation", "mechanism", "declaration", "agreement", "agreements", "partnership", "trilateral", "consultation", "consultations", "drills", "deal", "deals", "facility", "principles", "guidelines", "package", "platform", "instrument", "bridge", "hub", "agenda", "pillar", "campaign", "regime", "ministerial", "amendment", "regulation", "regulations", "directive", "pledge", "pilot", "format", "consensus", "panel", "circle", "contract", "contracts", "hotline", "undertaking", "drill" };

    private void ReadMechanisms(Sentence sentence)
    {
        bool titleCase = sentence.Zone is Documents.ZoneKind.Heading or Documents.ZoneKind.Title;
        for (int h = sentence.From; h < sentence.To; h++)
        {
            if (HeadFirst(h, sentence, out string kind) is var named and > 0 && At(h) is null)
            {
                AddNamed(h, named, kind);
                h = named - 1;
                continue;
            }

            if (Formatted(h, sentence) is var format and > 0)
            {
                AddNamed(h, format, "dialogue");
                h = format - 1;
                continue;
            }

            int headLength = HeadAt(h, sentence, out Head? head);
            if (headLength == 0 || At(h) is { Thing.Kind: ThingKind.Body or ThingKind.Person })
            {
                continue;
            }

            // "Dialogue Meeting", "Cooperation Framework": the last head of the run decides.
            int last = h + headLength - 1;
            bool goesOn = last + 1 < sentence.To && HeadAt(last + 1, sentence, out _) > 0 && _tokens[last + 1].SpaceBefore && (_tokens[last + 1].Word.Capital || !_tokens[h].Word.Capital);
            if (!goesOn && last + 2 < sentence.To && _tokens[h].Word.Capital && Capital(last + 1, sentence) && CapitalHeadSoon(last + 1, sentence))
            {
                goesOn = true;
            }

            if (goesOn)
            {
                continue;
            }

            Candidate candidate = Spread(h, last, head!, sentence);
            if (IsName(candidate, titleCase))
            {
                AddMechanism(candidate, sentence);
                h = Math.Max(h, candidate.To - 1);
            }
            else if (!titleCase && (Founded(candidate, sentence) ?? Described(candidate, sentence)) is { } made)
            {
                AddMechanism(made, sentence);
                h = Math.Max(h, made.To - 1);
            }
        }
    }

    private bool CapitalHeadSoon(int from, Sentence sentence)
    {
        for (int i = from; i < Math.Min(sentence.To, from + 3) && Capital(i, sentence); i++)
        {
            if (_tokens[i].Word.Head is { Class: HeadClass.Mechanism })
            {
                return true;
            }
        }

        return false;
    }

    private int HeadAt(int i, Sentence sentence, out Head? head)
    {
        head = null;
        if (!_tokens[i].Word.IsWord)
        {
            return 0;
        }

        if (Instrument(i, sentence) is var instrument and not null)
        {
            head = Lexicon.Shared.HeadOf(instrument);
            return 3;
        }

        if (_tokens[i].Lower is "working" or "task" or "road" or "white" or "round" && i + 1 < sentence.To && _tokens[i + 1].Lower is "group" or "force" or "map" or "paper" or "table")
        {
            head = Lexicon.Shared.HeadOf(_tokens[i].Lower + " " + _tokens[i + 1].Lower);
            return head is null ? 0 : 2;
        }

        if (JointBody(i, sentence))
        {
            head = Lexicon.Shared.HeadOf("dialogue");
            return 1;
        }

        if (_tokens[i].Word.Text == "Bill" && i > sentence.From && Capital(i - 1, sentence) && !(i + 1 < sentence.To && _tokens[i + 1].Word.Capital))
        {
            head = Lexicon.Shared.HeadOf("act");
            return 1;
        }

        if (CapitalHead(i, sentence) is { } capital)
        {
            head = capital;
            return 1;
        }

        // "the National Solar Mission" is a programme, "the Mission to ASEAN" a body.
        if (_tokens[i].Lower == "mission" && _tokens[i].Word.Capital && !(i + 1 < sentence.To && _tokens[i + 1].Lower is "to" or "of") && i > sentence.From && Capital(i - 1, sentence) && At(i - 1) is null)
        {
            head = Lexicon.Shared.HeadOf("programme");
            return 1;
        }

        if (_tokens[i].Word.Head is { Class: HeadClass.Mechanism } found)
        {
            // "trilateral" before a noun is an adjective.
            bool adjective = found.Type == "minilateral" && _tokens[i].Lower is "trilateral" or "minilateral" && i + 1 < sentence.To
                && _tokens[i + 1].Word is { IsWord: true, Function: false } or { Kind: WordKind.Mark, Text: "-" };
            head = adjective ? null : found;
            return adjective ? 0 : 1;
        }

        return 0;
    }

    /// <summary>The words around a head that may belong to its name.</summary>
    private Candidate Spread(int h, int last, Head head, Sentence sentence)
    {
        int from = h, capitals = 0, modifiers = 0;
        bool group = head.Type == "minilateral" && _tokens[h].Lower is "trilateral" or "minilateral";
        var members = new SortedSet<string>(StringComparer.Ordinal);
        string? owner = null;
        bool titled = sentence.Zone != Documents.ZoneKind.Prose || (_tokens[sentence.To - 1].Word.Kind == WordKind.Word && sentence.To - sentence.From < 30) || _tokens[sentence.To - 1].Word.Mark(')');
        while (from > sentence.From)
        {
            int i = from - 1;
            Word word = _tokens[i].Word;
            Mention? named = At(i);
            if (named is { Thing.Kind: ThingKind.Country } && named.To == i + 1)
            {
                if (named.Form != MentionForm.Place)
                {
                    members.Add(named.Thing.Canonical);
                }

                from = named.From;
            }
            else if (named is { Thing.Kind: ThingKind.Person })
            {
                from = named.From;
                capitals++;
            }
            else if (named is { Thing.Kind: ThingKind.Body } && named.To == i + 1)
            {
                members.Add(named.Thing.Canonical);
                from = named.From;
            }
            else if (named is { Thing: { Kind: ThingKind.Mechanism, WellKnown: true, Type: "multilateral-org" } } && named.To == i + 1 && _tokens[i + 1].Word.Kind == WordKind.Mark)
            {
                // "the ASEAN-Korea Forum"
                members.Add(named.Thing.Canonical);
                from = named.From;
            }
            else if (named is null && _acronyms.TryGetValue(word.Text, out Thing? shortened) && shortened.Kind == ThingKind.Body)
            {
                members.Add(shortened.Canonical);
                from = i;
            }
            else if (Capital(i, sentence) && !word.Is(Use.Honorific) && !(titled && word.Verb is { Tense: Tense.Base or Tense.Third } verb && (verb.Class & (VerbClass.Commit | VerbClass.Event)) != 0 && word.Head is null))
            {
                capitals += word.Head is { Class: HeadClass.Title } ? 0 : 1;
                group |= word.Is(Use.Minilateral);
                from = i;
            }
            else if (word.Is(Use.Modifier) && (i > sentence.From || !word.Capital || word.Is(Use.Minilateral)))
            {
                modifiers++;
                group |= word.Is(Use.Minilateral);
                from = i;
            }
            else if (word is { Capital: false, Head.Class: HeadClass.Mechanism } && from == h && word.Lower is "dialogue" or "partnership" or "cooperation" or "alliance" or "summit")
            {
                modifiers++;
                from = i;
            }
            else if (word.Mark(')') && i - 2 > sentence.From && _tokens[i - 1].Word.AllCaps && _tokens[i - 2].Word.Mark('(') && Capital(i - 3, sentence) && _tokens[h].Word.Capital)
            {
                // "Next Generation Technologies (NGT) Dialogue"
                from = i - 2;
            }
            else if (word.Kind == WordKind.Number && word.Text.Length == 1 && i - 2 >= sentence.From && _tokens[i - 1].Word.Mark('+') && _tokens[i - 2].Word.Kind == WordKind.Number)
            {
                // "2+2 Ministerial Dialogue"
                from = i - 2;
                capitals += 2;
            }
            else if (word.Kind == WordKind.Possessive && i - 1 > sentence.From && _tokens[i - 1].Lower is "women" or "people" or "children" or "workers" or "leaders" or "ministers" && _tokens[i - 1].Word.Capital)
            {
                from = i - 1;
                capitals++;
            }
            else if (IsOrdinalOrYear(i) || (_tokens[i].Word.Kind == WordKind.Number && i > sentence.From && _tokens[i - 1].Lower == "track"))
            {
                from = i;
            }
            else if (Glue(i, sentence) && (Capital(i - 1, sentence) || At(i - 1) is not null || _tokens[i - 1].Word.Is(Use.Modifier) || (_tokens[i - 1].Word.IsWord && !_tokens[i - 1].Word.Function)))
            {
                group |= i - 1 >= sentence.From && (_tokens[i - 1].Lower is "four" or "three") && _tokens[from].Lower is "nation" or "way";
                from = i;
                if (At(i - 1) is null && !Capital(i - 1, sentence))
                {
                    from = i - 1;
                    modifiers++;
                }
            }
            else if (word.Lower is "and" or "&" or "," && i - 1 >= sentence.From && Joins(i, from, sentence))
            {
                from = i;
            }
            else if (head.Type == "law" && word.Lower is "in" or "for" or "on" && i - 1 > sentence.From && Capital(i - 1, sentence) && Capital(from, sentence) && _tokens[i - 1].Word.Head is null && At(i - 1) is null)
            {
                // "the International Traffic in Arms Regulations"
                from = i;
            }
            else if (word.Lower == "of" && i - 1 >= sentence.From && Capital(i - 1, sentence) && Capital(from, sentence) && _tokens[i - 1].Word.Head is null && At(i - 1) is null)
            {
                from = i;
            }
            else if (word.Kind == WordKind.Mark && word.Text[0] is '’' or '\'' && i - 1 >= sentence.From && Capital(i - 1, sentence) && !word.Mark('“') && !_tokens[i].SpaceBefore)
            {
                from = i;
            }
            else if (word.Kind == WordKind.Possessive && At(i - 1) is { Thing.Kind: ThingKind.Country } possessor)
            {
                owner = possessor.Thing.Canonical;
                break;
            }
            else
            {
                break;
            }
        }

        while (from < h && (!_tokens[from].Word.IsWord && _tokens[from].Word.Kind != WordKind.Number))
        {
            from++;
        }

        var candidate = new Candidate(from, last + 1, h, head, capitals, modifiers, group, members, owner);
        return Complement(candidate, sentence);
    }

    private bool IsOrdinalOrYear(int i)
    {
        string text = _tokens[i].Word.Text;
        return (_tokens[i].Word.Kind == WordKind.Number && text.Length == 4 && text[0] is '1' or '2') || (text.Length is > 2 and < 6 && char.IsAsciiDigit(text[0]) && text[^1] is 't' or 'h' or 'd');
    }

    /// <summary>Whether an "and" or a comma stands inside a name: "Critical and Emerging", "Japan, and India".</summary>
    private bool Joins(int link, int right, Sentence sentence)
    {
        Mention? before = At(link - 1);
        bool countryRight = At(right) is { Thing.Kind: ThingKind.Country };
        if (before is { Thing.Kind: ThingKind.Country })
        {
            return false;
        }

        if (_tokens[link].Word.Mark(','))
        {
            return false;
        }

        bool capital = Capital(link - 1, sentence) && _tokens[link - 1].Word.Head is null && before is null && !countryRight && _tokens[right].Word.Capital;
        bool lower = _tokens[link - 1].Word is { Capital: false } left && left.Is(Use.Modifier) && !_tokens[right].Word.Capital && _tokens[right].Word.Is(Use.Modifier);
        return capital || lower;
    }

    /// <summary>A possible name of a mechanism.</summary>
    private sealed record Candidate(int From, int To, int At, Head Head, int Capitals, int Modifiers, bool Group, SortedSet<string> Members, string? Owner)
    {
        internal bool Between { get; init; }
    }
}
