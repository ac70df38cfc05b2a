using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <summary>All that a page names. Made sentence by sentence; later steps ask which things a run of tokens names.</summary>
internal sealed partial class Names
{
    private readonly Page _page;
    private readonly List<Token> _tokens;
    private readonly Dictionary<string, Thing> _things = new(StringComparer.Ordinal);
    private readonly List<Mention> _mentions = [];

    /// <summary>For each token, one more than the index of the last mention that covers it; 0 where none does.</summary>
    private readonly int[] _covered;

    /// <summary>What tells this document's "memorandum of understanding" from that of another.</summary>
    private readonly string _documentTag;

    private Names(Page page, string documentTag)
    {
        _documentTag = documentTag;
        _page = page;
        _tokens = page.Tokens;
        _covered = new int[_tokens.Count];
    }

    internal IEnumerable<Thing> Things => _things.Values;

    /// <summary>Every mention by its first token, the longer first.</summary>
    internal IReadOnlyList<Mention> Mentions => _mentions;

    internal static Names Of(Page page, string documentTag, CancellationToken cancel)
    {
        var names = new Names(page, documentTag);
        foreach (Sentence sentence in page.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            names.ReadKnown(sentence);
        }

        foreach (Sentence sentence in page.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            names.ReadPeople(sentence);
            names.ReadBodies(sentence);
            names.ReadMechanisms(sentence);
            names.ReadLaunched(sentence);
            names.ReadApposed(sentence);
            names.ReadAcronyms(sentence);
            names.ReadFirms(sentence);
        }

        names.Settle();
        foreach (Sentence sentence in page.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            names.ReadLaterForms(sentence);
        }

        names.Sort();
        foreach (Sentence sentence in page.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            names.ReadReferences(sentence);
        }

        names.AddReferences();
        names.Sort();
        return names;
    }

    /// <summary>Mentions that lie inside a run of tokens, in order.</summary>
    internal IEnumerable<Mention> In(int from, int to)
    {
        for (int i = First(from); i < _mentions.Count && _mentions[i].From < to; i++)
        {
            if (_mentions[i].To <= to)
            {
                yield return _mentions[i];
            }
        }
    }

    /// <summary>The longest mention that ends before the token and begins no earlier than the bound; <see langword="null"/> where there is none.</summary>
    internal Mention? Ending(int to, int noEarlier)
    {
        Mention? last = At(to - 1);
        return last is not null && last.To == to && last.From >= noEarlier ? last : null;
    }

    /// <summary>The longest mention that covers the token; <see langword="null"/> where none does.</summary>
    internal Mention? Covering(int token) => At(token);

    /// <summary>The mention that begins at the token; <see langword="null"/> where none does.</summary>
    internal Mention? Starting(int from) => At(from) is { } m && m.From == from ? m : null;

    internal Thing? Find(string canonical) => _things.GetValueOrDefault(canonical);

    private int First(int from)
    {
        int low = 0, high = _mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_mentions[middle].From < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void Sort()
    {
        _mentions.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To != b.To ? b.To.CompareTo(a.To)
            : string.CompareOrdinal(a.Thing.Canonical, b.Thing.Canonical));

        // The longest mention covers a token; those nested in it are still listed.
        Array.Clear(_covered);
        for (int k = _mentions.Count - 1; k >= 0; k--)
        {
            for (int i = _mentions[k].From; i < _mentions[k].To; i++)
            {
                bool longer = _covered[i] == 0 || _mentions[k].To - _mentions[k].From >= _mentions[_covered[i] - 1].To - _mentions[_covered[i] - 1].From;
                _covered[i] = longer ? k + 1 : _covered[i];
            }
        }
    }

    private Thing Get(ThingKind kind, string canonical, string name, string type)
    {
        string key = kind == ThingKind.Mechanism ? "m:" + canonical : canonical;
        if (!_things.TryGetValue(key, out Thing? thing))
        {
            thing = new Thing(kind, canonical, name, type);
            _things.Add(key, thing);
        }

        return thing;
    }

    private Mention Add(Thing thing, int from, int to, MentionForm form)
    {
        var mention = new Mention(thing, from, to, form);
        thing.Mentions.Add(mention);
        _mentions.Add(mention);
        for (int i = from; i < to; i++)
        {
            _covered[i] = _mentions.Count;
        }

        if (form is MentionForm.Name or MentionForm.Seat or MentionForm.Phrase)
        {
            thing.Alias(_page.Words(from, to));
        }

        return mention;
    }

    private Mention? At(int token) => token >= 0 && token < _covered.Length && _covered[token] > 0 ? _mentions[_covered[token] - 1] : null;

    /// <summary>Countries and well-known names, longest first.</summary>
    private void ReadKnown(Sentence sentence)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            Word word = _tokens[i].Word;
            if (!word.IsWord || !(word.Capital || word.MixedCaps || word.Lower is "mainland" or "global"))
            {
                continue;
            }

            int country = NameTables.Countries.Match(_tokens, i, sentence.To, out CountryForm form);
            int known = NameTables.Known.Match(_tokens, i, sentence.To, out KnownName name);
            if (known > country && !Ambiguous(name, i, i + known, sentence))
            {
                Thing thing = Get(name.Kind, name.Id, _page.Words(i, i + known), name.Type);
                thing.Country ??= name.Country;
                thing.WellKnown = true;
                thing.Size = name.Size;
                thing.Reported = true;
                Add(thing, i, i + known, MentionForm.Name);
                i += known - 1;
            }
            else if (country > 0 && IsCountry(form, i, i + country, sentence))
            {
                MentionForm asWhat = (form.Form == MentionForm.Seat || _tokens[i].Word.Text is "Luxembourg" or "Singapore" or "Monaco" or "Djibouti" && country == 1) && IsPlace(i, i + country, sentence) ? MentionForm.Place : form.Form;
                Thing thing = Get(ThingKind.Country, form.Iso3, NameTables.ShortNames.GetValueOrDefault(form.Iso3) ?? Vocabulary.CountryName(form.Iso3), "country");
                thing.Reported |= asWhat is MentionForm.Name or MentionForm.Seat;
                Add(thing, i, i + country, asWhat);
                i += country - 1;
            }
        }
    }

    /// <summary>A short form that is also an ordinary word or part of another name counts only by itself.</summary>
    private bool Ambiguous(KnownName name, int from, int to, Sentence sentence)
    {
        bool nameGoesOn = to < sentence.To && _tokens[to].Word is { IsWord: true, Capital: true, Function: false } && !_tokens[to - 1].Word.AllCaps && !_tokens[to].Word.Text.Any(char.IsAsciiDigit)
            && At(to) is null && to - from == 1 && name.Kind == ThingKind.Body;
        bool alone = to - from == 1 && sentence.From == from && !_tokens[from].Word.AllCaps && _tokens[from].Word.SeenInLowerCase;
        return nameGoesOn || alone;
    }

    private bool IsCountry(CountryForm form, int from, int to, Sentence sentence)
    {
        bool next = to < sentence.To && _tokens[to].Word is { IsWord: true, Capital: true, Function: false } && _tokens[to].Word.Head is not { Class: HeadClass.Title };
        if (next && _tokens[to].Lower is "sea" or "ocean" or "strait" or "straits" or "gulf" or "bay" or "times" or "post" or "herald")
        {
            return false;
        }

        bool before = from > sentence.From && _tokens[from - 1].Word is { IsWord: true, Capital: true, Function: false } && _tokens[from - 1].Word.Head is null && At(from - 1) is null;
        return form.Form switch
        {
            // "Washington Declaration", "Georgetown University": the city is part of a longer name.
            MentionForm.Seat => !next && !before,
            _ when to - from == 1 && _tokens[from].Word.Text is "Georgia" or "Jordan" or "Chad" or "Niger" or "Mali" or "Guinea" or "Dominica" => !next && !before,
            _ => !(before && _tokens[from - 1].Word.Text is "New" or "Equatorial" or "South" or "North" && to - from == 1 && form.Form == MentionForm.Demonym),
        };
    }

    private bool IsPlace(int from, int to, Sentence sentence)
    {
        if (sentence.Dateline || from > sentence.From && _tokens[from - 1].Word.Lower is "in" or "at" or "from" or "near" or "outside" or "to" or "downtown")
        {
            return true;
        }

        // A dateline, or a city before its country: "WASHINGTON, March 3", "Tokyo, Japan".
        return to < sentence.To && _tokens[to].Word.Mark(',') && (from == sentence.From || (to + 1 < sentence.To && NameTables.Countries.Match(_tokens, to + 1, sentence.To, out CountryForm next) > 0
            && next.Form == MentionForm.Name && _tokens[from - 1].Word.Lower != "and"));
    }
}
