using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Organisations by the grammar of their names: capitals around a head noun such as Ministry, Council or Institute.</content>
internal sealed partial class Names
{
    private void ReadBodies(Sentence sentence)
    {
        if (sentence.Zone == Documents.ZoneKind.Heading)
        {
            return;
        }

        for (int h = sentence.From; h < sentence.To; h++)
        {
            Word word = _tokens[h].Word;
            bool programme = word.Lower == "mission" && !(h + 1 < sentence.To && _tokens[h + 1].Lower is "to" or "of");
            if (InLowerCase(h, sentence) is var plain and >= 0)
            {
                AddBody(plain, h + 1, word.Head ?? Lexicon.Shared.HeadOf("office")!);
                continue;
            }

            if ((word.Head ?? Forces(h, sentence)) is not { Class: HeadClass.Body } head || programme || !word.Capital || At(h) is { Thing.Kind: ThingKind.Mechanism or ThingKind.Person })
            {
                continue;
            }

            // The last head of an unbroken run of capitals decides: "Security Council Secretariat", "Council Meeting".
            int last = h;
            while (last + 1 < sentence.To && Capital(last + 1, sentence) && !_tokens[last + 1].Word.Function)
            {
                last++;
            }

            int lastHead = last;
            while (lastHead > h && (_tokens[lastHead].Word.Head ?? Forces(lastHead, sentence)) is not { Class: HeadClass.Body or HeadClass.Mechanism })
            {
                lastHead--;
            }

            if (_tokens[lastHead].Word.Head is { Class: HeadClass.Mechanism } || JointBody(lastHead, sentence))
            {
                h = lastHead;
                continue;
            }

            if (lastHead == h && last > h && _tokens[h + 1].Word.Head is { Class: HeadClass.Title })
            {
                last = h;
            }

            head = _tokens[lastHead].Word.Head ?? head;
            int from = LeftEdge(h, sentence);
            int to = RightEdge(lastHead, sentence);
            if (At(h) is { Thing.Kind: ThingKind.Body } known)
            {
                Widen(known, from, to);
                h = Math.Max(h, to - 1);
                continue;
            }

            if (to - from < 2 || (to - from == 2 && _tokens[from].Word.Is(Use.Honorific)) || OnlyCountryAndHead(from, lastHead, to, head) || InOffice(from, lastHead, head))
            {
                h = lastHead;
                continue;
            }

            AddBody(from, to, head);
            h = Math.Max(h, to - 1);
        }
    }

    /// <summary>A well-known name inside a longer one: "US" before it belongs to it; any other capital makes another body.</summary>
    private void Widen(Mention known, int from, int to)
    {
        if (from >= known.From && to <= known.To)
        {
            return;
        }

        bool onlyCountry = to <= known.To && Enumerable.Range(from, known.From - from).All(i => At(i) is { Thing.Kind: ThingKind.Country } || !_tokens[i].Word.IsWord);
        if (onlyCountry && (known.Thing.Country is null || At(from)!.Thing.Canonical == known.Thing.Country) && known.Thing.Type != "international-org")
        {
            Add(known.Thing, from, known.To, MentionForm.Name);
        }
        else
        {
            known.Thing.Mentions.Remove(known);
            known.Thing.Reported = known.Thing.Mentions.Count > 0;
            _mentions[_mentions.IndexOf(known)] = known with { Form = MentionForm.Place };
            AddBody(from, to, _tokens[known.To - 1].Word.Head ?? Lexicon.Shared.HeadOf("office")!);
        }
    }

    private void AddBody(int from, int to, Head head)
    {
        string name = _page.Words(from, to);
        string? country = In(from, to, sorted: false).FirstOrDefault(m => m.Thing.Kind == ThingKind.Country)?.Thing.Canonical;
        string canonical = CanonicalBody(from, to);
        Thing thing = Get(ThingKind.Body, canonical, name, head.Type);
        thing.Country ??= head.Type == "government-body" ? country : null;
        thing.Reported = true;
        Add(thing, from, to, MentionForm.Name);
    }

    /// <summary>Country names inside a body's id stand as their ISO code, so that "US State Department" and "U.S. State Department" are one.</summary>
    private string CanonicalBody(int from, int to)
    {
        var words = new List<string>();
        for (int i = from; i < to; i++)
        {
            int n = NameTables.Countries.Match(_tokens, i, to, out CountryForm form);
            if (n > 0 && form.Form != MentionForm.Seat)
            {
                words.Add(form.Iso3);
                i += n - 1;
            }
            else if (_tokens[i].Word.IsWord && _tokens[i].Lower is not ("the" or "of" or "for" or "and" or "in" or "on"))
            {
                words.Add(_tokens[i].Lower);
            }
        }

        return EntityId.Slug(string.Join(' ', words));
    }

    /// <summary>"US Government", "Korean Government": the country itself.</summary>
    private bool OnlyCountryAndHead(int from, int headAt, int to, Head head) =>
        to == headAt + 1 && _tokens[headAt].Lower is "government" or "administration" or "congress" or "parliament" or "navy" or "army" or "university" or "company" or "embassy" or "service" or "office" or "league" or "union"
        && head.Type.Length > 0 && Enumerable.Range(from, headAt - from).All(i => At(i) is { Thing.Kind: ThingKind.Country } || !_tokens[i].Word.IsWord) && _tokens[headAt].Lower is "government" or "administration";

    /// <summary>"Director for Manufacturing Industries", "Minister for Transport, Regional Development and Local Government": not a firm or body but what somebody's office is for.</summary>
    private bool InOffice(int from, int headAt, Head head)
    {
        if (_tokens[headAt].Lower == "government")
        {
            int i = from - 1;
            while (i > 0 && from - i < 9 && (_tokens[i].Word.Mark(',') || _tokens[i].Word is { Capital: true, Head: not { Class: HeadClass.Title } } || _tokens[i].Lower is "and" or "of" or "for"))
            {
                i--;
            }

            return i < from - 1 && _tokens[Math.Max(0, i)].Word is { Capital: true, Head.Class: HeadClass.Title };
        }

        return head.Type == "company" && from > 2 && _tokens[from - 1].Lower is "for" or "of" && _tokens[from - 2].Word.Capital && _tokens[from - 2].Word.Head is { Class: HeadClass.Title } or null && Enumerable.Range(Math.Max(0, from - 5), 4).Any(k => _tokens[k].Word is { Capital: true, Head.Class: HeadClass.Title });
    }

    /// <summary>Whether the token can stand inside a name: a capital that is not only there because the sentence begins.</summary>
    private bool Capital(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        if (!word.IsWord || !(word.Capital || word.MixedCaps) || word.Function || word.Is(Use.Month) || word.Is(Use.Weekday) || word.Is(Use.Honorific))
        {
            return false;
        }

        return i > sentence.From || word.AllCaps || word.Head is not null || At(i) is not null || (word.Verb is null && (!word.SeenInLowerCase || word.Is(Use.Modifier)));
    }

    private bool Glue(int i, Sentence sentence) =>
        i > sentence.From && i + 1 < sentence.To && _tokens[i].Word.Kind == WordKind.Mark && _tokens[i].Word.Text[0] is '-' or '–' or '‑' or '—' or '/' or '&'
        && (_tokens[i].Word.Text[0] is '&' || (!_tokens[i].SpaceBefore && (_tokens[i].Word.Text[0] is not '—')));

    /// <summary>The first token of the name that the head belongs to.</summary>
    private int LeftEdge(int head, Sentence sentence)
    {
        int from = head;
        while (from > sentence.From)
        {
            int i = from - 1;
            if (Capital(i, sentence) && _tokens[i].Word.Head is not { Class: HeadClass.Title })
            {
                from = i;
            }
            else if (Glue(i, sentence) && i - 1 >= sentence.From && Capital(i - 1, sentence))
            {
                from = i - 1;
            }
            else if (_tokens[i].Lower is "and" && i - 1 >= sentence.From && Capital(i - 1, sentence) && _tokens[i - 1].Word.Head is null && At(i - 1) is not { Thing.Kind: ThingKind.Country or ThingKind.Mechanism or ThingKind.Body or ThingKind.Person })
            {
                from = i - 1;
            }
            else if (_tokens[i].Word.Kind == WordKind.Possessive && i - 1 >= sentence.From && Capital(i - 1, sentence) && At(i - 1) is null && _tokens[i - 1].Word.Text is "People")
            {
                from = i - 1;
            }
            else
            {
                break;
            }
        }

        return from;
    }

    /// <summary>One past the last token: capitals, and complements such as "of Foreign Affairs of Japan", "for Strategy and Security", "in New Delhi" after an embassy.</summary>
    private int RightEdge(int head, Sentence sentence)
    {
        int to = head + 1;
        bool seatAllowed = _tokens[head].Lower is "embassy" or "consulate" or "mission" or "office";
        while (to < sentence.To)
        {
            if (Capital(to, sentence) && _tokens[to].Word.Head is not { Class: HeadClass.Title } && _tokens[to].SpaceBefore && to > head + 1)
            {
                to++;
                continue;
            }

            if (Glue(to, sentence) && Capital(to + 1, sentence))
            {
                to += 2;
                continue;
            }

            string link = _tokens[to].Lower;
            int next = to + 1;
            if (link is "of" or "for" or "on" or "in" && next < sentence.To)
            {
                next += _tokens[next].Lower == "the" && next + 1 < sentence.To ? 1 : 0;
                bool place = link == "in" && !seatAllowed;
                if (next < sentence.To && Capital(next, sentence) && !place && !(link == "for" && At(next) is { Thing.Kind: ThingKind.Country or ThingKind.Person, Form: not MentionForm.Demonym }))
                {
                    to = next + 1;
                    continue;
                }
            }

            if (link is "and" or "&" or "," && next < sentence.To && InComplement(head, to) && Capital(next, sentence) && At(next) is not { Thing.Kind: ThingKind.Country } && !HeadAhead(next, sentence))
            {
                to = next + 1;
                continue;
            }

            break;
        }

        return to;
    }

    private bool InComplement(int head, int to)
    {
        for (int i = head + 1; i < to; i++)
        {
            if (_tokens[i].Lower is "of" or "for" or "on")
            {
                return _tokens[to].Lower is "and" or "&" || (to + 1 < _tokens.Count && CommaSeries(to));
            }
        }

        return false;
    }

    /// <summary>"Science, Technology, and Policy": a comma belongs to a name only where an "and" follows within a few capitals.</summary>
    private bool CommaSeries(int comma)
    {
        for (int i = comma + 1; i < Math.Min(comma + 11, _tokens.Count); i++)
        {
            if (_tokens[i].Lower is "and" or "&")
            {
                bool named = i + 1 < _tokens.Count && _tokens[i + 1].Word is { Capital: true, Head: null };
                return named && (i > comma + 1 || (_tokens[i + 1].Word.Is(Use.StopName | Use.Modifier) && Enumerable.Range(Math.Max(0, comma - 4), Math.Min(4, comma)).Any(k => _tokens[k].Word.Mark(','))));
            }

            if (!(_tokens[i].Word.Capital && _tokens[i].Word.Is(Use.StopName | Use.Modifier)) && !_tokens[i].Word.Mark(','))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether the capitals that follow have a head of their own: another name begins there.</summary>
    private bool HeadAhead(int from, Sentence sentence)
    {
        for (int i = from; i < sentence.To && (Capital(i, sentence) || Glue(i, sentence)); i++)
        {
            if (_tokens[i].Word.Head is not null)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Mention> In(int from, int to, bool sorted) => sorted ? In(from, to)
        : Enumerable.Range(from, to - from).Select(At).OfType<Mention>().Where(m => m.From >= from && m.To <= to).Distinct();
}
