using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>The office of a person: before the name, after it, or after a comma.</content>
internal sealed partial class Names
{
    /// <summary>"Britain's acting science envoy, Sir Michael Faraday": the name stands after its office and a comma.</summary>
    private void Apposed(int title, Sentence sentence)
    {
        int comma = title + 1;
        if (comma + 1 < sentence.To && _tokens[comma].Lower is "of" or "for" or "to")
        {
            while (comma < sentence.To && comma - title < 14 && (_tokens[comma].Word.Capital || _tokens[comma].Word.Is(Use.StopName) || _tokens[comma].Lower is "of" or "for" or "to" or "the" or "and" or "in" || (_tokens[comma].Word.Mark(',') && CommaSeries(comma))))
            {
                comma++;
            }
        }

        if (comma + 2 >= sentence.To || !_tokens[comma].Word.Mark(','))
        {
            return;
        }

        int at = comma + 1 + (_tokens[comma + 1].Word.Is(Use.Honorific) ? 1 : 0);
        int to = NameAt(at, sentence, 2);
        if (to == 0 || NameCount(at, to) < 2 || At(at) is not null)
        {
            return;
        }

        bool closed = to >= sentence.To || (_tokens[to].Word.Kind == WordKind.Mark && _tokens[to].Word.Text[0] is ',' or '.' or ';' or ')') || _tokens[to].Word.Verb is { Tense: Tense.Past or Tense.Third } || _tokens[to].Word.Is(Use.Auxiliary);
        int from = OfficeFrom(title, sentence);
        while (from > sentence.From && (_tokens[from - 1].Lower is "acting" or "new" or "former" or "then" or "current" or "outgoing" or "incoming" or "the" or "its" or "his" or "her" or "whose" or "chief" or "special" or "top" || (_tokens[from - 1].Word is { IsWord: true, Capital: false, Function: false, Verb: null } && title - from < 3) || _tokens[from - 1].Word.Kind == WordKind.Possessive))
        {
            from--;
            if (_tokens[from].Word.Kind == WordKind.Possessive && At(from - 1) is { Thing.Kind: ThingKind.Country or ThingKind.Body } owner)
            {
                from = owner.From;
                break;
            }
        }

        bool singular = At(from) is { Thing.Kind: ThingKind.Country or ThingKind.Body } || _tokens[from].Lower is "the" or "its" or "his" or "her" or "whose";
        if (closed && singular)
        {
            Offices.Add(new Office(AddPerson(at, to), from, comma, at, to, OfficeShape.Before));
        }
    }

    /// <summary>"Executive Vice Presidents Ann Roe and Bo Doe": one office, several people.</summary>
    private void TitledTogether(int title, Sentence sentence)
    {
        int at = title + 1, first = at;
        if (at + 1 < sentence.To && HeadAt(at, sentence, out _) + HeadAt(at + 1, sentence, out _) > 0)
        {
            return;
        }

        while (at < sentence.To && NameAt(at, sentence, 2) is var to and > 0 && NameCount(at, to) >= 2)
        {
            Offices.Add(new Office(AddPerson(at, to), OfficeFrom(title, sentence), at == first ? first : title + 1, at, to, OfficeShape.Before));
            at = to;
            while (at < sentence.To && (_tokens[at].Word.Mark(',') || _tokens[at].Lower is "and"))
            {
                at++;
            }
        }
    }

    /// <summary>"South Korea's Foreign Minister Cho Tae-yul", "Secretary of State Antony Blinken", "Special Envoy for Cyber Policy Jane Doe".</summary>
    private void Titled(int title, Sentence sentence)
    {
        int i = title + 1;
        bool complement = false;
        while (i < sentence.To && i - title < 22)
        {
            Word word = _tokens[i].Word;
            bool link = word.Lower is "of" or "for" or "on" or "to" or "the" or "and" or "in" && (complement || word.Lower is "of" or "for" or "to");
            if (link && i + 1 < sentence.To && (_tokens[i + 1].Word.Capital || _tokens[i + 1].Lower == "the"))
            {
                complement = true;
                i++;
            }
            else if (complement && word.Mark(',') && i + 1 < sentence.To && (_tokens[i + 1].Word.Is(Use.StopName | Use.Modifier) || (_tokens[i + 1].Lower == "and" && i + 2 < sentence.To && _tokens[i + 2].Word.Is(Use.StopName | Use.Modifier))) && CommaSeries(i))
            {
                i++;
            }
            else if (word.Mark('(') && i + 2 < sentence.To && _tokens[i + 1].Word.AllCaps && _tokens[i + 2].Word.Mark(')'))
            {
                i += 3;
            }
            else if (word.Head is { Class: HeadClass.Title } && NameAt(i, sentence, 1) == 0)
            {
                return;
            }
            else if (word.IsWord && word.Capital && !word.Function)
            {
                bool nameHere = NameAt(i, sentence, 1) > 0 && !(complement && LinkBefore(i));
                if (nameHere && (NameCount(i, NameAt(i, sentence, 1)) >= 2 || !complement))
                {
                    int to = NameAt(i, sentence, 1);
                    Thing person = AddPerson(i, to);
                    Offices.Add(new Office(person, OfficeFrom(title, sentence), i, i, to, OfficeShape.Before));
                    return;
                }

                if (word.Head is { Class: HeadClass.Body } && !complement)
                {
                    return;
                }

                complement = true;
                i++;
            }
            else if (Glue(i, sentence) || (At(i) is { Thing.Kind: ThingKind.Country } && complement))
            {
                i++;
            }
            else
            {
                return;
            }
        }

        bool LinkBefore(int at) => _tokens[at - 1].Lower is "of" or "for" or "the" or "at" or "in" or "to" or "and";
    }

    /// <summary>First token of the office: capitals, countries and short adjectives to the left of the title.</summary>
    private int OfficeFrom(int title, Sentence sentence)
    {
        int from = title;
        while (from > sentence.From)
        {
            int i = from - 1;
            Word word = _tokens[i].Word;
            bool owner = word.Kind == WordKind.Possessive && At(i - 1) is { Thing.Kind: ThingKind.Country or ThingKind.Body };
            if (At(i) is { Thing.Kind: ThingKind.Country or ThingKind.Body } named && named.To == i + 1)
            {
                from = named.From;
            }
            else if ((word.IsWord && word.Capital && !word.Function && At(i) is null) || word.Is(Use.StopName) || word.Head is { Class: HeadClass.Title } || owner || Glue(i, sentence) || (word is { Lower: "first", Capital: true } && _tokens[from].Lower == "lady"))
            {
                from = i;
            }
            else
            {
                break;
            }
        }

        return from;
    }

    /// <summary>"Jane Doe, Secretary East in the Ministry …", "Jane Doe (L), US Special Representative …", "Jane Doe is a senior associate with …".</summary>
    private void OfficeAfter(int from, int to, Sentence sentence)
    {
        int i = to;
        if (i + 2 < sentence.To && _tokens[i].Word.Mark('(') && _tokens[i + 2].Word.Mark(')'))
        {
            i += 3;
        }

        if (i + 2 < sentence.To && Leads(i) && _tokens[i + 1].Word.Is(Use.Determiner) && _tokens[i + 2].Word.Capital)
        {
            // "Ada Lovelace directs the Tides Project"
            Offices.Add(new Office(AddPerson(from, to), i, OfficeTo(i + 1, sentence), from, to, OfficeShape.After));
            return;
        }

        if (SaidOrOf(i, sentence))
        {
            AddPerson(from, to);
            return;
        }

        bool apposition = i < sentence.To && _tokens[i].Word.Mark(',');
        if (apposition && i + 2 < sentence.To && _tokens[i + 1].Lower == "who" && Leads(i + 2))
        {
            // "Ada Lovelace, who directs the Tides Project"
            Offices.Add(new Office(AddPerson(from, to), i + 2, OfficeTo(i + 3, sentence), from, to, OfficeShape.After));
            return;
        }

        if (apposition && i + 3 < sentence.To && _tokens[i + 1].Lower is "a" or "an" or "the" && Occupation(i + 2, sentence) is var trade and > 0)
        {
            // "Ada Lovelace, a marine biologist at the University of Lima"
            Offices.Add(new Office(AddPerson(from, to), i + 1, OfficeTo(trade + 1, sentence), from, to, OfficeShape.After));
            return;
        }

        // "The author, Ada Lovelace, is a fellow of …"
        bool closes = apposition && from > sentence.From && _tokens[from - 1].Word.Mark(',') && i + 1 < sentence.To && _tokens[i + 1].Lower is "is" or "was";
        i += closes ? 1 : 0;
        apposition &= !closes;
        bool copula = i < sentence.To && _tokens[i].Lower is "is" or "was" or "serves" or "served";
        if (!apposition && !copula)
        {
            return;
        }

        for (int k = i + 1; k < Math.Min(sentence.To, i + 9); k++)
        {
            Word word = _tokens[k].Word;
            if (word.Head is { Class: HeadClass.Title } && !(apposition && word.Lower is "associate" or "general" && !word.Capital && k > i + 3))
            {
                if (copula && _tokens[i + 1].Lower is not ("a" or "an" or "the" or "currently" or "as" or "associate" or "senior" or "now" or "deputy" or "executive" or "managing" or "co-chair") && k != i + 1)
                {
                    return;
                }

                int end = AlsoOffice(OfficeTo(k + 1, sentence), sentence);
                // "Jane Doe, Prime Minister John Roe": the title belongs to the next name.
                if (apposition && NameAt(k + 1, sentence, 2) > 0)
                {
                    return;
                }

                Thing person = AddPerson(from, to);
                Offices.Add(new Office(person, i + 1, end, from, to, OfficeShape.After));
                return;
            }

            if (word.Kind == WordKind.Mark && word.Text[0] is ',' or '.' or ';' or ':' || word.Is(Use.Auxiliary) || word.Is(Use.Conjunction))
            {
                return;
            }
        }
    }

    /// <summary>"Jane Doe said", "Jane Doe of the National Security Council": a person without an office.</summary>
    private bool SaidOrOf(int i, Sentence sentence)
    {
        if (i >= sentence.To)
        {
            return false;
        }

        if (_tokens[i].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & VerbClass.Say) != 0 && _tokens[i].Lower is "said" or "told" or "added" or "wrote" or "argued" or "warned")
        {
            return true;
        }

        return _tokens[i].Lower == "of" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(9, sentence.To - i - 1))).TakeWhile(k => _tokens[k].Word.Capital || _tokens[k].Lower is "the" or "of" or "for" or "and" || _tokens[k].Word.Kind == WordKind.Possessive || Glue(k, sentence))
            .Any(k => _tokens[k].Word.Head is { Class: HeadClass.Body } && _tokens[k].Word.Capital);
    }

    /// <summary>The noun of an occupation within a few words: "biologist", "engineer", "lawyer"; 0 where there is none.</summary>
    private int Occupation(int from, Sentence sentence)
    {
        for (int k = from; k < Math.Min(sentence.To, from + 4) && _tokens[k].Word is { IsWord: true, Function: false, Verb: null }; k++)
        {
            string word = _tokens[k].Lower;
            bool trade = word.Length > 6 && (word.EndsWith("ologist", StringComparison.Ordinal) || word.EndsWith("nomist", StringComparison.Ordinal) || word.EndsWith("entist", StringComparison.Ordinal) || word.EndsWith("grapher", StringComparison.Ordinal) || word.EndsWith("ician", StringComparison.Ordinal)
                || word.EndsWith("gineer", StringComparison.Ordinal)) || word is "lawyer" or "diplomat" or "historian" or "journalist" or "physicist" or "chemist" or "lobbyist" or "activist" or "consultant" or "strategist" or "official";
            if (trade && !_tokens[k].Word.Capital)
            {
                return k;
            }
        }

        return 0;
    }

    private bool Leads(int i) => _tokens[i].Lower is "directs" or "leads" or "heads" or "chairs" or "runs" or "oversees" or "directed" or "led" or "headed" or "chaired";

    /// <summary>"a lawyer and a non-resident fellow of …": a second office after "and a".</summary>
    private int AlsoOffice(int end, Sentence sentence)
    {
        if (end + 2 >= sentence.To || _tokens[end].Lower != "and" || _tokens[end + 1].Lower is not ("a" or "an" or "the"))
        {
            return end;
        }

        int title = Enumerable.Range(end + 2, Math.Min(6, sentence.To - end - 2)).TakeWhile(k => _tokens[k].Word.IsWord && !_tokens[k].Word.Function || _tokens[k].Word.Mark('-')).FirstOrDefault(k => _tokens[k].Word.Head is { Class: HeadClass.Title }, -1);
        return title < 0 ? end : OfficeTo(title + 1, sentence);
    }

    private int OfficeTo(int i, Sentence sentence)
    {
        while (i < sentence.To)
        {
            Word word = _tokens[i].Word;
            bool link = word.Lower is "of" or "for" or "in" or "at" or "with" or "the" or "and" or "on" or "to";
            bool next = i + 1 < sentence.To && (_tokens[i + 1].Word.Capital || _tokens[i + 1].Lower is "the") && !(word.Lower == "and" && NameAt(i + 1, sentence, 2) > 0 && NameCount(i + 1, NameAt(i + 1, sentence, 2)) >= 2);
            bool capital = (word.IsWord && word.Capital && !word.Function) || (word is { IsWord: true, Capital: false, Head: { Class: HeadClass.Title } } && (i < sentence.To - 1 || sentence.Zone == Documents.ZoneKind.Heading)) || (word.Lower is "vice" or "deputy" or "executive" or "general" && i + 1 < sentence.To && _tokens[i + 1].Word.Head is { Class: HeadClass.Title });
            if (capital || (link && next) || Glue(i, sentence) || word.Kind == WordKind.Possessive)
            {
                i++;
                continue;
            }

            break;
        }

        return i;
    }
}

/// <summary>A person's name with an office beside it.</summary>
/// <param name="Person">Who.</param>
/// <param name="OfficeFrom">First token of the office.</param>
/// <param name="OfficeTo">One past its last token.</param>
/// <param name="NameFrom">First token of the name.</param>
/// <param name="NameTo">One past the name's last token.</param>
/// <param name="Shape">Whether the office stands before or after the name.</param>
internal sealed record Office(Thing Person, int OfficeFrom, int OfficeTo, int NameFrom, int NameTo, OfficeShape Shape);

internal enum OfficeShape : byte
{
    Before,
    After,
}
