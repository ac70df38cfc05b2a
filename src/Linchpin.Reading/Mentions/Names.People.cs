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
            // "Ada Lovelace, ambassador to Peru": one of those present, on a line of her own.
            if (NameAt(sentence.From, sentence, 2) is var listed and > 0 && listed < sentence.To && _tokens[listed].Word.Mark(',') && NameCount(sentence.From, listed) >= 2)
            {
                OfficeAfter(sentence.From, listed, sentence);
            }

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
            else if (word.Lower is "counterpart" or "counterparts" or "pilots" or "astronauts" or "founders" or "co-authors" or "colleagues" && i + 2 < sentence.To)
            {
                int at = i + 1 + (_tokens[i + 1].Word.Mark(',') ? 1 : 0);
                while (at < sentence.To && At(at) is null && NameAt(at, sentence, 2) is var met and > 0 && NameCount(at, met) >= 2)
                {
                    Thing person = AddPerson(at, met);
                    if (word.Lower == "counterpart" && i - 2 >= sentence.From && _tokens[i - 2].Lower is "his" or "her" or "their" or "its" or "the")
                    {
                        // "His Indian counterpart, Srinivasa Ramanujan"
                        Offices.Add(new Office(person, i - 2, i + 1, at, met, OfficeShape.Before));
                    }

                    at = met;
                    at += at < sentence.To && _tokens[at].Word.Mark(',') ? 1 : 0;
                    at += at < sentence.To && _tokens[at].Lower == "and" ? 1 : 0;
                }
            }
            else if (word.Lower is "said" or "says" or "wrote" or "argues" or "argued" or "warned" or "added" && i + 2 < sentence.To && NameAt(i + 1, sentence, 2) is var speaker and > 0 && NameCount(i + 1, speaker) >= 2)
            {
                AddPerson(i + 1, speaker);
                OfficeAfter(i + 1, speaker, sentence);
            }
            else if (Surname(i, sentence))
            {
                AddPerson(i, i + 1);
            }
            else if (i - 2 >= sentence.From && _tokens[i - 1].Word.Kind == WordKind.Possessive && At(i - 2) is { Thing.Kind: ThingKind.Country } && NameAt(i, sentence, 2) is var theirs and > 0 && NameCount(i, theirs) >= 2 && Closes(theirs, sentence))
            {
                AddPerson(i, theirs);
            }
            else if (word.Head is { Class: HeadClass.Title })
            {
                Titled(i, sentence);
                Apposed(i, sentence);
            }
            else if (word.Lower.EndsWith('s') && Lexicon.Shared.HeadOf(word.Lower[..^1]) is { Class: HeadClass.Title } && (word.Capital || (i + 1 < sentence.To && NameAt(i + 1, sentence, 2) is var named and > 0 && NameCount(i + 1, named) >= 2)))
            {
                TitledTogether(i, sentence);
            }
            else if (word.Capital && (i == sentence.From || !_tokens[i - 1].Word.Capital || _tokens[i - 1].Word.Kind != WordKind.Word) && NameAt(i, sentence, 2) is var end and > 0 && NameCount(i, end) >= 2)
            {
                OfficeAfter(i, end, sentence);
                Together(i, end, sentence);
            }
        }
    }

    /// <summary>"signed by Ada Lovelace, Carl Gauss and Emmy Noether", "Ada Lovelace and Carl Gauss met": names in a row that somebody acts by.</summary>
    private void Together(int from, int to, Sentence sentence)
    {
        var names = new List<(int From, int To)> { (from, to) };
        bool joined = false;
        while (!joined && to + 1 < sentence.To && (_tokens[to].Word.Mark(',') || _tokens[to].Lower == "and"))
        {
            int next = to + 1 + (_tokens[to].Word.Mark(',') && _tokens[to + 1].Lower == "and" ? 1 : 0);
            joined = _tokens[next - 1].Lower == "and";
            to = next < sentence.To && At(next) is null ? NameAt(next, sentence, 2) : 0;
            if (to == 0 || NameCount(next, to) < 2)
            {
                return;
            }

            names.Add((next, to));
        }

        bool by = from > sentence.From && _tokens[from - 1].Lower is "by" or "between" or "that" or "when";
        bool act = to < sentence.To && _tokens[to].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & (VerbClass.Say | VerbClass.Commit | VerbClass.Event | VerbClass.Discuss)) != 0;
        foreach ((int name, int end) in joined && (act || by) ? names : [])
        {
            AddPerson(name, end);
        }
    }

    /// <summary>"Peary announced that …": a surname alone that says something, at the head of its clause.</summary>
    private bool Surname(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        bool head = i == sentence.From ? !word.Lower.EndsWith('s') && word.Lower is not ("nobody" or "everyone" or "everybody" or "neither" or "none" or "nothing") : _tokens[i - 1].Word.Mark(',') || _tokens[i - 1].Lower is "and" or "but" or "while";
        return head && i + 1 < sentence.To && word is { Capital: true, AllCaps: false, Function: false, SeenInLowerCase: false, Head: null, Verb: null, Threat: false } && !word.Is(Use.StopName | Use.Modifier | Use.Month | Use.Weekday | Use.GroupNoun | Use.Honorific) && At(i) is null && word.Text.Length > 2
            && _tokens[i + 1].Lower is "said" or "told" or "announced" or "stressed" or "warned" or "noted" or "argued" or "pledged" or "vowed" or "added" or "promised";
    }

    /// <summary>Whether a name ends its clause there or says something: "Chile's Arturo Prat said".</summary>
    private bool Closes(int to, Sentence sentence) => to >= sentence.To || (_tokens[to].Word.Kind == WordKind.Mark && !Glue(to, sentence)) || _tokens[to].Word.Verb is { Tense: Tense.Past or Tense.Third } verb && (verb.Class & (VerbClass.Say | VerbClass.Commit | VerbClass.Discuss)) != 0;

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
            if (!first && word.Lower is "al" or "el" or "ul" && i + 2 < sentence.To && _tokens[i + 1].Word.Mark('-') && _tokens[i + 2].Word.Capital)
            {
                i += 3;
                words++;
                strong++;
                continue;
            }

            bool particle = !first && word.Lower is "von" or "van" or "de" or "der" or "den" or "del" or "della" or "da" or "dos" or "al" or "el" or "bin" or "ibn" or "le" or "la" or "di"
                && i + 1 < sentence.To && (_tokens[i + 1].Word.Capital || (_tokens[i + 1].Lower is "der" or "den" or "la" && i + 2 < sentence.To && _tokens[i + 2].Word.Capital));
            bool common = word.Function || word.Is(Use.StopName | Use.Month | Use.Weekday) || word.Head is not null || (word.Lower.EndsWith('s') && Lexicon.Shared.HeadOf(word.Lower[..^1]) is { Class: HeadClass.Title }) || (word.SeenInLowerCase && !word.Is(Use.Month) && strong == 0)
                || At(i) is { Thing.Kind: not ThingKind.Person } || (word.AllCaps && word.Text.Length > 2 && !word.Text.Contains('.', StringComparison.Ordinal));
            bool surname = !first && strong > 0 && word is { Capital: true, Function: false } && (word.Head is not null || word.SeenInLowerCase || word.Is(Use.StopName)) && words < 2
                && (i + 1 >= sentence.To || !_tokens[i + 1].Word.Capital) && At(i) is null && (word.Text == "King" || word.Head is not { Class: HeadClass.Mechanism or HeadClass.Title }) && !word.Is(Use.Modifier) && !Schools.Contains(word.Lower);
            if (!word.IsWord || (!word.Capital && !particle) || (common && !surname && !particle))
            {
                break;
            }

            words++;
            strong += common ? 0 : 1;
            i++;
        }

        // "King Njoya University": a house by somebody's name.
        bool house = i < sentence.To && _tokens[i].Word.Capital && Schools.Contains(_tokens[i].Lower);
        return words >= least && strong > 0 && !house ? i : 0;
    }

    private static readonly HashSet<string> Schools = new(StringComparer.Ordinal) { "university", "institute", "institution", "college", "academy", "foundation", "hospital" };

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
