using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>Whom "they", "both countries", "the three powers" or "the alliance" stand for: the last set of parties that fits, else the set that the document is about.</summary>
internal sealed class Parties
{
    private const int Remembered = 40;

    private readonly Names _names;
    private readonly Page _page;
    private readonly Dictionary<int, string[]> _usual = [];
    private readonly HashSet<int> _leads = [];
    private readonly List<(int Token, string[] Set, bool Together)> _sets = [];
    private string[]? _head;

    private readonly Dictionary<string, string> _countryOf = new(StringComparer.Ordinal);

    internal Parties(Page page, Names names)
    {
        _page = page;
        _names = names;
        foreach (Office office in names.Offices)
        {
            Mention? country = names.In(office.OfficeFrom, office.OfficeTo).FirstOrDefault(m => m.Thing.Kind == ThingKind.Country && m.Form != MentionForm.Place)
                ?? names.In(Math.Max(0, office.OfficeFrom - 3), office.OfficeFrom).LastOrDefault(m => m.Thing.Kind == ThingKind.Country && m.Form != MentionForm.Place && Enumerable.Range(m.To, office.OfficeFrom - m.To).All(k => page.Tokens[k].Word.Kind == WordKind.Possessive || page.Tokens[k].Lower is "the" or "new"))
                ?? names.In(office.NameTo, Math.Min(page.Tokens.Count, office.NameTo + 6)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Country && m.From <= office.NameTo + 3);
            if (country is not null && (country.From < office.NameFrom || page.Tokens[office.NameTo].Lower == "of"))
            {
                _countryOf.TryAdd(office.Person.Canonical, country.Thing.Canonical);
            }
        }

        Collect();
    }

    /// <summary>The set of that size that the document is about; empty where no set of it is named.</summary>
    internal string[] Usual(int size = 0) => _usual.GetValueOrDefault(size) ?? [];

    /// <summary>Whether one set is spoken of so much more than others that "the countries" means it.</summary>
    internal bool OneSetLeads { get; private set; }

    /// <summary>The one state that a text without a set of parties speaks for: it and its ministries are named more than twice as often as any other; <see langword="null"/> where there is none, or where none of its ministries is named.</summary>
    internal string? Main => (_main ??= new Lazy<string?>(MostNamed)).Value;

    private Lazy<string?>? _main;

    private string? MostNamed()
    {
        // A rival is named as often as anybody; its ministries are not.
        ILookup<string, Thing> bodies = _names.Things.Distinct().Where(t => t is { Kind: ThingKind.Body, Type: "government-body", Country: not null }).ToLookup(t => t.Country!, StringComparer.Ordinal);
        (string Id, int Times)[] named = [.. _names.Things.Distinct().Where(t => t.Kind == ThingKind.Country).Select(t => (t.Canonical, t.Mentions.Count + bodies[t.Canonical].Sum(b => b.Mentions.Count))).OrderByDescending(t => t.Item2)];
        return named.Length > 0 && bodies.Contains(named[0].Id) && named[0].Times >= 3 && (named.Length == 1 || named[0].Times > 2 * named[1].Times) ? named[0].Id : null;
    }

    /// <summary>The last set of that size before the token (0: any of two or more); else the usual one.</summary>
    internal string[] Before(int token, int size)
    {
        // The set that the document is about, where one leads; else the last one spoken of.
        if (size >= 2 && _leads.Contains(size))
        {
            return Usual(size);
        }

        // Those who act together are meant before those who are merely named beside one another.
        foreach (bool together in (bool[])[true, false])
        {
            for (int k = FirstFrom(token) - 1, looked = 0; k >= 0 && looked < Remembered; k--, looked++)
            {
                if (((size == 0 && _sets[k].Set.Length >= 2) || _sets[k].Set.Length == size) && (_sets[k].Together || !together))
                {
                    return _sets[k].Set;
                }
            }
        }

        return Usual(size) is { Length: > 0 } usual ? usual : size is 2 or 3 ? LastNamed(token, size) : [];
    }

    /// <summary>So many states spoken of last, one by one: "Peru digs it. Korea smelts it. Both …". Empty where there are more than those near.</summary>
    private string[] LastNamed(int token, int size)
    {
        string[] near = [.. _names.In(Math.Max(0, token - 60), token).Where(m => m.Thing.Kind == ThingKind.Country && m.Form is MentionForm.Name or MentionForm.Seat).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal)];
        return near.Length == size ? near : [];
    }

    /// <summary>Countries for states and for people whose country the document says; bodies as they are.</summary>
    /// <param name="mentions">Who is named.</param>
    /// <param name="acting">Whether they are the subject of what is promised or advised: then a capital is its government.</param>
    internal IEnumerable<string> AsParties(IEnumerable<Mention> mentions, bool acting = false)
    {
        foreach (Mention m in mentions)
        {
            switch (m.Thing.Kind)
            {
                case ThingKind.Country when acting || m.Form != MentionForm.Place:
                    yield return m.Thing.Canonical;
                    break;
                case ThingKind.Body:
                    yield return m.Thing.Type == "government-body" && m.Thing.Country is { } country && m.Thing.Canonical.StartsWith(country.ToLowerInvariant() + "-", StringComparison.Ordinal) ? country : m.Thing.Canonical;
                    break;
                case ThingKind.Person when _countryOf.TryGetValue(m.Thing.Canonical, out string? of):
                    yield return of;
                    break;
            }
        }
    }

    internal string? CountryOf(Thing person) => _countryOf.GetValueOrDefault(person.Canonical);

    private int FirstFrom(int token)
    {
        int low = 0, high = _sets.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sets[middle].Token < token)
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

    private void Collect()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Sentence sentence in _page.Sentences)
        {
            var run = new SortedSet<string>(StringComparer.Ordinal);
            var bodies = new SortedSet<string>(StringComparer.Ordinal);
            int last = -10, first = -10;
            foreach (Mention m in _names.In(sentence.From, sentence.To))
            {
                if (m.Thing.Kind == ThingKind.Mechanism && m.Form == MentionForm.Name && m.Thing.Members.Count is >= 2 and <= 6)
                {
                    Add(m.From, [.. m.Thing.Members], sentence.Number, false);
                }

                bool party = (m.Thing.Kind == ThingKind.Country && m.Form is MentionForm.Name or MentionForm.Seat or MentionForm.Demonym) || (m.Thing.Kind == ThingKind.Body && m.Thing.Type != "think-tank" && m.Form == MentionForm.Name)
                    || (m.Thing.Kind == ThingKind.Person && _countryOf.ContainsKey(m.Thing.Canonical));
                bool place = m.Thing.Kind == ThingKind.Country && run.Count > 0 && m.From > sentence.From && _page.Tokens[m.From - 1].Lower == "in";
                if (!party || place)
                {
                    // "… discussed the war in Ukraine": where, not who.
                    continue;
                }

                string id = m.Thing.Kind == ThingKind.Person ? _countryOf[m.Thing.Canonical] : m.Thing.Canonical;
                if (m.From - last > 9 || Apart(last, m.From))
                {
                    Flush(last);
                }

                // States, and the union that acts as one, and bodies make sets of their own: "the three countries" are never two and a ministry.
                first = run.Count == 0 ? m.From : first;
                (m.Thing.Kind == ThingKind.Body && id != "eu" ? bodies : run).Add(id);
                last = m.To;
            }

            Flush(last);

            void Flush(int at)
            {
                if (run.Count is >= 2 and <= 6)
                {
                    Add(at, [.. run], sentence.Number, Together(first, at, sentence));
                }

                if (bodies.Count is >= 2 and <= 6 && run.Count < 2)
                {
                    Add(at, [.. bodies], sentence.Number, false);
                }

                run.Clear();
                bodies.Clear();
            }
        }

        _sets.Sort((a, b) => a.Token.CompareTo(b.Token));
        foreach (IGrouping<int, KeyValuePair<string, int>> bySize in counts.GroupBy(c => c.Key.Count(x => x == ' ') + 1))
        {
            if (bySize.Max(c => c.Value) * 10 >= bySize.Sum(c => c.Value) * (bySize.Key == 2 ? 6 : 5))
            {
                _leads.Add(bySize.Key);
            }

            _usual[bySize.Key] = bySize.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key.Split(' ');
        }

        if (counts.Count > 0)
        {
            // A set told once or twice says nothing of whom the text is about.
            if (counts.Values.Max() < 3)
            {
                _usual.Remove(0);
                return;
            }

            OneSetLeads = counts.Values.Max() * 5 >= counts.Values.Sum() * 2;
            _usual[0] = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).First().Key.Split(' ');

            // A pair is often a part of the set that the text is about, told by itself.
            string[] most = _usual[0];
            string? wider = counts.Where(c => c.Key.Count(x => x == ' ') == most.Length && c.Value >= 2 && c.Value * 3 >= counts.Values.Max() && most.All(p => c.Key.Split(' ').Contains(p, StringComparer.Ordinal)))
                .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key).FirstOrDefault();
            _usual[0] = wider?.Split(' ') ?? most;

            // Pairs of a trio are named more often than the trio: the one at the head holds where they are its own.
            if (_head is { } first && _usual[0].All(p => first.Contains(p, StringComparer.Ordinal)) && counts[string.Join(' ', first)] * 3 >= counts.Values.Max())
            {
                _usual[0] = first;
            }
        }

        // A text names those it is about in its title and at its head.
        void Add(int token, string[] set, int sentence, bool together)
        {
            _sets.Add((token, set, together));
            _head = sentence < 2 && set.Length > (_head?.Length ?? 0) ? set : _head;
            string key = string.Join(' ', set);
            counts[key] = counts.GetValueOrDefault(key) + (sentence < 2 ? 3 : 1) + (together ? 1 : 0);
        }
    }

    /// <summary>Whether words between two names set them apart: "Japan and Korea against threats from Russia".</summary>
    private bool Apart(int from, int to) => from >= 0 && Enumerable.Range(from, Math.Max(0, to - from)).Any(k => _page.Tokens[k].Lower is "against" or "from" or "toward" or "towards" or "than" or "threat" or "threats" or "while" or "whereas" or "but" or "unlike");

    private static readonly HashSet<string> ActTogether = new(StringComparer.Ordinal)
    {
        "met", "meet", "agreed", "agree", "signed", "launched", "launch", "announced", "announce", "held", "hold", "pledged", "will", "share", "commit", "committed", "reaffirmed", "decided", "established", "concluded", "opened", "convened", "gathered", "set", "formed", "created", "elevated", "inked", "undertook", "intend", "resolved", "vowed", "adopted", "endorsed", "jointly", "together", "cooperate", "co-operate",
    };

    /// <summary>Whether those named in the tokens do something together: "Kenya and Japan agreed", "made up of Fiji, Samoa and Tonga".</summary>
    private bool Together(int from, int to, Sentence sentence)
    {
        int after = Enumerable.Range(to, Math.Max(0, Math.Min(sentence.To, to + 4) - to)).FirstOrDefault(k => ActTogether.Contains(_page.Tokens[k].Lower), -1);
        bool composed = from - 2 >= sentence.From && (_page.Tokens[from - 1].Lower is "comprising" or "groups" or "grouping" or "comprises" || (_page.Tokens[from - 1].Lower is "of" or "together" && _page.Tokens[from - 2].Lower is "comprised" or "up" or "consisting" or "composed" or "bringing" or "leaders" or "ministers" or "presidents"));
        return composed || (after >= 0 && !(after > to && _page.Tokens[after - 1].Word.Is(Use.Negation)));
    }
}
