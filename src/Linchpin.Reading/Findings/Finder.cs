using Linchpin.Claims;
using Linchpin.Reading.Documents;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>Makes items from a page and its names. Positions are those of the decoded source.</summary>
internal sealed partial class Finder
{
    private readonly Page _page;
    private readonly Names _names;
    private readonly string _fileName;
    private readonly List<Token> _tokens;
    private readonly string? _genre;

    private readonly string _title;
    private readonly Parties _parties;
    private readonly Clauses _clauses;
    private readonly Dates _dates;
    private readonly PartialDate? _published;

    internal Finder(Page page, Names names, string fileName, PartialDate? published, string? genre, string title)
    {
        _page = page;
        _names = names;
        _fileName = fileName;
        _tokens = page.Tokens;
        _genre = genre;
        _title = title;
        Membership.Compose(page, names);
        _parties = new Parties(page, names);
        _clauses = new Clauses(page, names, _parties);
        _published = published;
        _dates = new Dates(_tokens, published ?? OpeningDay());
    }

    internal IReadOnlyList<Item> Items(CancellationToken cancel)
    {
        var items = new List<Item>();
        new Membership(_page, _names, new Clauses(_page, _names, _parties), _parties).State(cancel);
        items.AddRange(Named());
        var told = new Told();
        Dictionary<int, ListHead?> listed = PromisedInLists();
        Dictionary<int, bool> advised = AdvisedInLists();
        foreach (Sentence sentence in _page.Sentences)
        {
            cancel.ThrowIfCancellationRequested();
            bool prose = sentence.Zone is ZoneKind.Prose;
            if (sentence.Dateline || (!prose && sentence.Zone is not (ZoneKind.Caption or ZoneKind.Subtitle)))
            {
                continue;
            }

            List<DateMention> dates = _dates.In(sentence);
            Events(sentence, dates, told);
            if (prose)
            {
                Recommendations(sentence, advised.TryGetValue(sentence.Number, out bool direct) ? direct : null, told);
                if (!listed.TryGetValue(sentence.Number, out ListHead? head))
                {
                    Commitments(sentence, dates, told);
                }
                else if (head is not null)
                {
                    Point(head, sentence, dates, told);
                }

                Risks(sentence, told);
            }

            told.EndSentence();
        }

        items.AddRange(told.Events);
        items.AddRange(told.Commitments);
        items.AddRange(told.Recommendations);
        items.AddRange(told.Risks);
        items.AddRange(PersonRoles());
        return items;
    }

    internal IEnumerable<Zone> Zones() => _page.Blocks.Where(b => b.Zone != ZoneKind.Prose)
        .Select(b => new Zone(NameOf(b.Zone), _page.Text.SourceStart(b.Start), _page.Text.SourceEnd(b.End)));

    private static string NameOf(ZoneKind zone) => zone switch
    {
        ZoneKind.NameList => "name-list",
        ZoneKind.AuthorBios => "author-bios",
        _ => zone.ToString().ToLowerInvariant(),
    };

    /// <summary>Actors and mechanisms by their first mention.</summary>
    private IEnumerable<Item> Named()
    {
        var made = new List<Item>();
        foreach (Thing thing in _names.Things.Distinct())
        {
            Mention[] named = [.. thing.Mentions.Where(m => m.Form is not (MentionForm.Demonym or MentionForm.Place)).OrderBy(m => _tokens[m.From].Start)];
            if (!thing.Reported || named.Length == 0)
            {
                continue;
            }

            Place[] places = [.. named.Select(m => PlaceOf(m.From, m.To)).Distinct()];
            bool mechanism = thing.Kind == ThingKind.Mechanism;
            made.Add(Passage(mechanism ? "mechanism" : "actor", named[0].From, named[0].To) with
            {
                Canonical = thing.Canonical,
                Name = thing.Name,
                Aliases = thing.Aliases,
                Mentions = places,
                Type = thing.Type,
                Country = thing.Country,
                Members = mechanism ? [.. thing.Members] : [],
                Confidence = mechanism ? 0.8 : 0.9,
            });
        }

        return made.OrderBy(i => i.Kind, StringComparer.Ordinal).ThenBy(i => i.Start).ThenBy(i => i.Canonical, StringComparer.Ordinal);
    }

    /// <summary>The day that a report without a date of its own opens with: "today" and "last month" in it count from there. <see langword="null"/> where it opens with none, or advises.</summary>
    private PartialDate? OpeningDay()
    {
        var stated = new Dates(_tokens, null);
        foreach (Sentence sentence in _page.Sentences.Where(s => s.Zone is ZoneKind.Prose or ZoneKind.Subtitle or ZoneKind.Heading && !s.Dateline).Take(2))
        {
            if (stated.In(sentence).Find(d => d is { Target: false, On.Day: > 0 }) is { } day && !Since(day))
            {
                return Advises ? null : day.On;
            }
        }

        return null;
    }

    private IEnumerable<Item> PersonRoles()
    {
        // "Minister Doe" after "the Minister of Defence Jane Doe" says nothing new.
        var told = new Dictionary<Thing, List<HashSet<string>>>();
        foreach (Office office in _names.Offices.OrderBy(o => _tokens[o.NameFrom].Start))
        {
            Item role = RoleOf(office);
            if (!told.TryGetValue(office.Person, out List<HashSet<string>>? before))
            {
                told.Add(office.Person, before = []);
            }

            HashSet<string> words = [.. Enumerable.Range(office.OfficeFrom, Math.Max(0, office.OfficeTo - office.OfficeFrom)).Where(k => _tokens[k].Word is { IsWord: true, Function: false } && _names.Covering(k) is not { Thing.Kind: ThingKind.Country }).Select(k => _tokens[k].Lower)];
            if (!before.Exists(b => words.IsSubsetOf(b)))
            {
                before.Add(words);
                yield return role;
            }
        }
    }

    private Item RoleOf(Office office)
    {
        int officeFrom = office.OfficeFrom, officeTo = office.OfficeTo;
        Mention? body = null;
        while (officeFrom < officeTo && (_tokens[officeFrom].Word.Is(Use.Determiner) || _tokens[officeFrom].Word.Kind != WordKind.Word))
        {
            officeFrom++;
        }

        int from = Math.Min(office.NameFrom, office.OfficeFrom), to = Math.Max(office.NameTo, office.OfficeTo);
        Mention? owner = _names.In(officeFrom, officeTo).FirstOrDefault(m => m.From == officeFrom && m.Thing.Kind is ThingKind.Country or ThingKind.Body);
        if (owner is not null && owner.To < officeTo)
        {
            body = owner;
            officeFrom = owner.To;
            while (officeFrom < officeTo && _tokens[officeFrom].Word.Kind != WordKind.Word)
            {
                officeFrom++;
            }
        }

        if (office.Shape == OfficeShape.Before)
        {
            // "… Jane Doe of the US State Department"
            int link = to;
            if (link < _tokens.Count && _tokens[link].Lower is "of" or "from" or "at")
            {
                Mention? after = _names.In(link + 1, Math.Min(_tokens.Count, link + 14)).FirstOrDefault(m => m.Thing.Kind is ThingKind.Body or ThingKind.Country && m.From <= link + 2 && OnOnePage(to, m.To));
                if (after is not null)
                {
                    body = after;
                    to = after.To;
                }
            }

            return Role(from, to, office, officeFrom, officeTo, body);
        }

        Mention? inside = _names.In(officeFrom, officeTo).LastOrDefault(m => m.Thing.Kind is ThingKind.Body);
        if (inside is not null && inside.To < officeTo && Enumerable.Range(inside.To, officeTo - inside.To).Any(k => _tokens[k].Word.Head is { Class: HeadClass.Title }))
        {
            // "Department of State deputy assistant secretary": the body stands first.
            body = inside;
            officeFrom = inside.To;
        }
        else if (inside is not null)
        {
            body = inside;
            int end = inside.From;
            while (end > officeFrom + 1 && _tokens[end - 1].Lower is "the" or "of" or "in" or "at" or "with" or "for")
            {
                end--;
            }

            officeTo = end;
        }

        return Role(from, to, office, officeFrom, officeTo, body);
    }

    /// <summary>Whether the tokens follow one another in the source: reading order puts a heading before a paragraph that goes on past it.</summary>
    private bool OnOnePage(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).All(k => k == 0 || (_tokens[k].Start >= _tokens[k - 1].End && _tokens[k].Start - _tokens[k - 1].End < 8));

    private Item Role(int from, int to, Office office, int roleFrom, int roleTo, Mention? body) => Passage("person-role", from, to) with
    {
        Person = office.Person.Name,
        Canonical = office.Person.Canonical,
        Role = _page.Words(roleFrom, Math.Max(roleTo, roleFrom + 1)),
        Body = body is null ? null : body.Thing.Kind == ThingKind.Country ? body.Thing.Name : _page.Words(body.From, body.To),
        About = body is null ? [] : [body.Thing.Canonical],
        Confidence = 0.9,
    };

    /// <summary>An item with its passage; where other parts of the page stand inside it, the pieces as well.</summary>
    private Item Passage(string kind, int from, int to)
    {
        Place place = PlaceOf(from, to);
        return new Item(kind, _fileName, place.Start, place.End, _page.Text.Source[place.Start..place.End]) { Segments = Segments(from, to) };
    }

    private Place PlaceOf(int from, int to) => new(_page.Text.SourceStart(_tokens[from].Start), _page.Text.SourceEnd(_tokens[to - 1].End));

    private IReadOnlyList<Place> Segments(int from, int to)
    {
        List<Place>? pieces = null;
        int start = from;
        for (int i = from + 1; i < to; i++)
        {
            if (_tokens[i].Start - _tokens[i - 1].End > 40 || _tokens[i].Start < _tokens[i - 1].End)
            {
                (pieces ??= []).Add(PlaceOf(start, i));
                start = i;
            }
        }

        pieces?.Add(PlaceOf(start, to));
        return pieces ?? [];
    }
}
