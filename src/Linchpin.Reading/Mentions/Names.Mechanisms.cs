using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Mechanisms by the grammar of their names: a head noun such as Dialogue or Framework with members, capitals or a group adjective before it.</content>
internal sealed partial class Names
{
    /// <summary>Heads that name a mechanism in lower case, where the members stand beside them.</summary>
    private static readonly HashSet<string> Standing = new(StringComparer.Ordinal)
        { "dialogue", "dialog", "alliance", "partnership", "treaty", "agreement", "pact", "accord", "framework", "trilateral", "summit", "forum", "fta", "group", "grouping", "mechanism", "meeting", "minilateral", "coalition", "declaration", "compact", "mou", "initiative", "arrangement", "treaties", "agreements", "alliances" };

    /// <summary>Heads too common to name a mechanism by a capital alone.</summary>
    private static readonly HashSet<string> Weak = new(StringComparer.Ordinal)
        { "policy", "law", "plan", "project", "program", "programme", "process", "group", "statement", "movement", "training", "fund", "relations", "meeting", "talks", "conference", "network", "exercise", "exercises", "architecture", "vision", "outlook", "club", "roundtable", "strategy", "cooperation", "mechanism", "declaration", "agreement", "agreements", "partnership", "trilateral", "consultation", "consultations", "drills" };

    private void ReadMechanisms(Sentence sentence)
    {
        bool titleCase = sentence.Zone is Documents.ZoneKind.Heading or Documents.ZoneKind.Title;
        for (int h = sentence.From; h < sentence.To; h++)
        {
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

        if (_tokens[i].Lower == "memorandum" && i + 2 < sentence.To && _tokens[i + 1].Lower == "of" && _tokens[i + 2].Lower is "understanding" or "cooperation")
        {
            head = Lexicon.Shared.HeadOf("memorandum of understanding");
            return 3;
        }

        if (_tokens[i].Lower is "working" or "task" or "road" && i + 1 < sentence.To && _tokens[i + 1].Lower is "group" or "force" or "map")
        {
            head = Lexicon.Shared.HeadOf(_tokens[i].Lower + " " + _tokens[i + 1].Lower);
            return head is null ? 0 : 2;
        }

        if (_tokens[i].Lower is "council" or "committee" or "commission" && _tokens[i].Word.Capital && i > sentence.From
            && (_tokens[i - 1].Word.Head is { Class: HeadClass.Mechanism } || _tokens[i - 1].Lower is "joint" or "ministerial" or "consultative"))
        {
            head = Lexicon.Shared.HeadOf("dialogue");
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
            else if (named is null && _acronyms.TryGetValue(word.Text, out Thing? shortened) && shortened.Kind == ThingKind.Body)
            {
                members.Add(shortened.Canonical);
                from = i;
            }
            else if (Capital(i, sentence) && !word.Is(Use.Honorific))
            {
                capitals += word.Head is { Class: HeadClass.Title } ? 0 : 1;
                from = i;
            }
            else if (word.Is(Use.Modifier) && (i > sentence.From || !word.Capital || word.Is(Use.Minilateral)))
            {
                modifiers++;
                group |= word.Is(Use.Minilateral);
                from = i;
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

    private Candidate Complement(Candidate c, Sentence sentence)
    {
        int i = c.To;
        if (i + 1 >= sentence.To || !_tokens[i].Word.IsWord)
        {
            return c;
        }

        string link = _tokens[i].Lower;
        int next = i + 1 + (_tokens[i + 1].Lower is "the" or "a" ? 1 : 0);
        if (next >= sentence.To)
        {
            return c;
        }

        if (link is "between" or "among" or "amongst" or "of" or "with" or "comprising")
        {
            var listed = new SortedSet<string>(StringComparer.Ordinal);
            int to = CountryList(i + 1, sentence, listed, out int count);
            bool beside = link is "between" or "among" or "amongst";
            if (count >= 2 && beside)
            {
                c.Members.UnionWith(listed);
                return c with { To = to, Between = true };
            }

        }

        bool named = c.Capitals > 0 || _tokens[c.At].Word.Capital;
        if (link is "on" or "for" or "of" or "to" or "against" && Capital(next, sentence) && At(next) is not { Thing.Kind: ThingKind.Country or ThingKind.Person } && (_tokens[c.At].Word.Capital || (link is "on" or "for" && _tokens[next].Word.Is(Use.StopName | Use.Modifier))))
        {
            int to = CapitalRun(next, sentence);
            return c with { To = to, Capitals = c.Capitals + 1 };
        }

        if (link == "of" && _tokens[next].Word.Kind == WordKind.Number && IsOrdinalOrYear(next) && named)
        {
            return c with { To = next + 1, Capitals = c.Capitals + 1 };
        }

        if (link is "for" or "on" && _tokens[c.At].Word is { Capital: false } && _tokens[c.At].Lower is "roadmap" or "agreement" or "treaty" or "pact" or "accord" or "arrangement" or "protocol"
            && _tokens[next].Word is { IsWord: true, Function: false } && c.Members.Count < 2)
        {
            int to = next;
            while (to < sentence.To && to - next < 5 && ((_tokens[to].Word.IsWord && !_tokens[to].Word.Function && _tokens[to].Word.Verb is null) || (_tokens[to].Lower == "and" && to > next)))
            {
                to++;
            }

            return to > next ? c with { To = _tokens[to - 1].Lower == "and" ? to - 1 : to } : c;
        }

        // "trilateral cooperation on critical and emerging technologies", "this trilateral in the technology domain"
        if (c.Group && link is "on" or "in" && _tokens[next].Word is { IsWord: true, Capital: false, Function: false } && c.Members.Count == 0 && (link == "on" || _tokens[c.At].Lower == "trilateral"))
        {
            int to = next;
            while (to < sentence.To && to - next < 6 && ((_tokens[to].Word.IsWord && !_tokens[to].Word.Function && !_tokens[to].Word.Is(Use.Auxiliary)) || _tokens[to].Lower == "and" || Glue(to, sentence)))
            {
                to++;
            }

            return c with { To = _tokens[to - 1].Lower == "and" ? to - 1 : to };
        }

        return c;
    }

    private int CapitalRun(int i, Sentence sentence)
    {
        while (i < sentence.To)
        {
            bool link = _tokens[i].Lower is "and" or "&" or "of" or "the" or "," && i + 1 < sentence.To;
            int after = i + 1 < sentence.To && _tokens[i + 1].Lower is "and" or "the" ? i + 2 : i + 1;
            if (Capital(i, sentence) && At(i) is not { Thing.Kind: ThingKind.Country })
            {
                i++;
            }
            else if (Glue(i, sentence) && Capital(i + 1, sentence))
            {
                i += 2;
            }
            else if (link && after < sentence.To && Capital(after, sentence) && At(after) is null && !HeadAhead(after, sentence) && (_tokens[i].Lower != "," || CommaSeries(i)) && _tokens[i].Lower != "the")
            {
                i = after;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>"the U.S., South Korea, and India": reads countries into the set; returns one past the last.</summary>
    private int CountryList(int i, Sentence sentence, SortedSet<string> into, out int count)
    {
        count = 0;
        int to = i;
        while (i < sentence.To && i - to < 4)
        {
            if (At(i) is { Thing.Kind: ThingKind.Country } named && named.From == i)
            {
                into.Add(named.Thing.Canonical);
                count++;
                i = to = named.To;
            }
            else if (_tokens[i].Lower is "the" or "and" or "," or "both" || _tokens[i].Word.Mark(',') || Glue(i, sentence))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return to;
    }

    /// <summary>A possible name of a mechanism.</summary>
    private sealed record Candidate(int From, int To, int At, Head Head, int Capitals, int Modifiers, bool Group, SortedSet<string> Members, string? Owner)
    {
        internal bool Between { get; init; }
    }
}
