using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>People by their cues: a title before the name, an office after it, an honorific, "is a senior fellow".</content>
internal sealed partial class Names
{
    private const int LongestName = 6;

    /// <summary>Names with the office that stands beside them, in the order found.</summary>
    internal List<Office> Offices { get; } = [];

    private void ReadPeople(Sentence sentence)
    {
        if (sentence.Zone == Documents.ZoneKind.Heading)
        {
            return;
        }

        for (int i = sentence.From; i < sentence.To; i++)
        {
            Word word = _tokens[i].Word;
            if (!word.IsWord || At(i) is { Thing.Kind: ThingKind.Person })
            {
                continue;
            }

            if (word.Is(Use.Honorific) && Addressed(i + 1, sentence) is var after and > 0)
            {
                AddPerson(i + 1, after);
                OfficeAfter(i + 1, after, sentence);
            }
            else if (word.Lower is "counterpart" or "counterparts" && i + 2 < sentence.To)
            {
                int at = i + 1 + (_tokens[i + 1].Word.Mark(',') ? 1 : 0);
                if (At(at) is null && NameAt(at, sentence, 2) is var met and > 0 && NameCount(at, met) >= 2)
                {
                    AddPerson(at, met);
                }
            }
            else if (word.Head is { Class: HeadClass.Title })
            {
                Titled(i, sentence);
                Apposed(i, sentence);
            }
            else if (word.Capital && word.Lower.EndsWith('s') && Lexicon.Shared.HeadOf(word.Lower[..^1]) is { Class: HeadClass.Title })
            {
                TitledTogether(i, sentence);
            }
            else if (word.Capital && (i == sentence.From || !_tokens[i - 1].Word.Capital || _tokens[i - 1].Word.Kind != WordKind.Word) && NameAt(i, sentence, 2) is var end and > 0 && NameCount(i, end) >= 2)
            {
                OfficeAfter(i, end, sentence);
            }
        }
    }

    /// <summary>One past the name after an honorific; there a name may stand in capitals, whole or by its surname.</summary>
    private int Addressed(int at, Sentence sentence)
    {
        if (NameAt(at, sentence, 1) is var plain and > 0)
        {
            return plain;
        }

        int i = at, words = 0;
        while (i < sentence.To && words < 4 && _tokens[i].Word is { IsWord: true, Capital: true, Function: false, Head: null } word && !word.Is(Use.Honorific) && At(i) is null && (word.AllCaps || words > 0))
        {
            words++;
            i++;
        }

        return words is 2 or 3 ? i : 0;
    }

    /// <summary>"Britain's acting science envoy, Sir Michael Faraday": the name stands after its office and a comma.</summary>
    private void Apposed(int title, Sentence sentence)
    {
        int comma = title + 1;
        if (comma + 1 < sentence.To && _tokens[comma].Lower is "of" or "for" or "to")
        {
            while (comma < sentence.To && comma - title < 9 && (_tokens[comma].Word.Capital || _tokens[comma].Lower is "of" or "for" or "to" or "the" or "and" or "in"))
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
        while (from > sentence.From && (_tokens[from - 1].Lower is "acting" or "new" or "former" or "the" or "its" or "his" or "her" or "chief" or "special" or "top" || (_tokens[from - 1].Word is { IsWord: true, Capital: false, Function: false, Verb: null } && title - from < 3) || _tokens[from - 1].Word.Kind == WordKind.Possessive))
        {
            from--;
            if (_tokens[from].Word.Kind == WordKind.Possessive && At(from - 1) is { Thing.Kind: ThingKind.Country or ThingKind.Body } owner)
            {
                from = owner.From;
                break;
            }
        }

        bool singular = At(from) is { Thing.Kind: ThingKind.Country or ThingKind.Body } || _tokens[from].Lower is "the" or "its" or "his" or "her";
        if (closed && singular)
        {
            Offices.Add(new Office(AddPerson(at, to), from, comma, at, to, OfficeShape.Before));
        }
    }

    /// <summary>"Executive Vice Presidents Ann Roe and Bo Doe": one office, several people.</summary>
    private void TitledTogether(int title, Sentence sentence)
    {
        int at = title + 1, first = at;
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
            else if (complement && word.Mark(',') && i + 1 < sentence.To && (_tokens[i + 1].Word.Is(Use.StopName) || (_tokens[i + 1].Lower == "and" && i + 2 < sentence.To && _tokens[i + 2].Word.Is(Use.StopName))) && CommaSeries(i))
            {
                i++;
            }
            else if (complement && word.Mark('(') && i + 2 < sentence.To && _tokens[i + 1].Word.AllCaps && _tokens[i + 2].Word.Mark(')'))
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
            else if ((word.IsWord && word.Capital && !word.Function && At(i) is null) || word.Is(Use.StopName) || word.Head is { Class: HeadClass.Title } || owner || Glue(i, sentence))
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

        if (SaidOrOf(i, sentence))
        {
            AddPerson(from, to);
            return;
        }

        bool apposition = i < sentence.To && _tokens[i].Word.Mark(',');
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
                if (copula && _tokens[i + 1].Lower is not ("a" or "an" or "the" or "currently" or "as" or "associate" or "senior"))
                {
                    return;
                }

                int end = OfficeTo(k + 1, sentence);
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

    private int OfficeTo(int i, Sentence sentence)
    {
        while (i < sentence.To)
        {
            Word word = _tokens[i].Word;
            bool link = word.Lower is "of" or "for" or "in" or "at" or "with" or "the" or "and" or "on" or "to";
            bool next = i + 1 < sentence.To && (_tokens[i + 1].Word.Capital || _tokens[i + 1].Lower is "the") && !(word.Lower == "and" && NameAt(i + 1, sentence, 2) > 0 && NameCount(i + 1, NameAt(i + 1, sentence, 2)) >= 2);
            bool capital = (word.IsWord && word.Capital && !word.Function) || (word is { IsWord: true, Capital: false, Head: { Class: HeadClass.Title } } && i < sentence.To - 1) || (word.Lower is "vice" or "deputy" or "executive" or "general" && i + 1 < sentence.To && _tokens[i + 1].Word.Head is { Class: HeadClass.Title });
            if (capital || (link && next) || Glue(i, sentence) || word.Kind == WordKind.Possessive)
            {
                i++;
                continue;
            }

            break;
        }

        return i;
    }

    private int NameCount(int from, int to)
    {
        int count = 0;
        for (int i = from; i < to; i++)
        {
            count += _tokens[i].Word.IsWord && _tokens[i].SpaceBefore ? 1 : 0;
        }

        return count;
    }

    /// <summary>One past a person's name that begins at the token; 0 where there is none of at least so many words.</summary>
    private int NameAt(int at, Sentence sentence, int least)
    {
        int i = at, words = 0, strong = 0;
        while (i < sentence.To && words < LongestName)
        {
            Word word = _tokens[i].Word;
            bool glued = i > at && Glue(i, sentence) && i + 1 < sentence.To && _tokens[i + 1].Word.IsWord && !_tokens[i + 1].SpaceBefore;
            if (glued)
            {
                i += 2;
                continue;
            }

            bool first = i == at;
            bool particle = !first && word.Lower is "von" or "van" or "de" or "al" or "bin" or "le" or "di" && i + 1 < sentence.To && _tokens[i + 1].Word.Capital;
            bool common = word.Function || word.Is(Use.StopName | Use.Month | Use.Weekday) || word.Head is not null || (word.Lower.EndsWith('s') && Lexicon.Shared.HeadOf(word.Lower[..^1]) is { Class: HeadClass.Title }) || (word.SeenInLowerCase && !word.Is(Use.Month) && strong == 0)
                || At(i) is { Thing.Kind: not ThingKind.Person } || (word.AllCaps && word.Text.Length > 2 && !word.Text.Contains('.', StringComparison.Ordinal));
            bool surname = !first && strong > 0 && word is { Capital: true, Function: false } && (word.Head is not null || word.SeenInLowerCase || word.Is(Use.StopName)) && words < 2
                && (i + 1 >= sentence.To || !_tokens[i + 1].Word.Capital) && At(i) is null && word.Head is not { Class: HeadClass.Mechanism or HeadClass.Title } && !word.Is(Use.Modifier);
            if (!word.IsWord || (!word.Capital && !particle) || (common && !surname && !particle))
            {
                break;
            }

            words++;
            strong += common ? 0 : 1;
            i++;
        }

        return words >= least && strong > 0 ? i : 0;
    }

    private Thing AddPerson(int from, int to)
    {
        var parts = new List<string>();
        for (int i = from; i < to; i++)
        {
            bool initial = _tokens[i].Word.Text.EndsWith('.') && _tokens[i].Word.Text.Length <= 2;
            if (!initial)
            {
                parts.Add((_tokens[i].SpaceBefore && parts.Count > 0 ? " " : "") + _tokens[i].Word.Text);
            }
        }

        string name = _page.Words(from, to);
        string canonical = EntityId.Slug(string.Concat(parts).Trim());
        Thing? fuller = Fuller(canonical);
        string id = canonical.Length > 0 ? canonical : EntityId.Slug(name);
        bool known = fuller is not null || _things.ContainsKey(id);
        Thing person = fuller ?? Get(ThingKind.Person, id, name, "person");
        foreach (string part in known ? [] : id.Split('-'))
        {
            if (!_byPart.TryGetValue(part, out List<Thing>? list))
            {
                _byPart.Add(part, list = []);
            }

            if (list.Count < 50)
            {
                list.Add(person);
            }
        }

        person.Reported = true;
        if (At(from) is not { } there || there.Thing != person)
        {
            Add(person, from, to, MentionForm.Name);
        }

        return person;
    }

    /// <summary>The one person of the document whose name has all the parts of a shorter one.</summary>
    private Thing? Fuller(string canonical)
    {
        if (_things.ContainsKey(canonical))
        {
            return null;
        }

        string[] parts = canonical.Split('-');
        if (!_byPart.TryGetValue(parts[^1], out List<Thing>? list))
        {
            return null;
        }

        Thing[] fit = [.. list.Where(t => parts.All(p => t.Canonical.Split('-').Contains(p, StringComparer.Ordinal))).Take(2)];
        return fit.Length == 1 ? fit[0] : null;
    }

    private readonly Dictionary<string, List<Thing>> _byPart = new(StringComparer.Ordinal);
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
