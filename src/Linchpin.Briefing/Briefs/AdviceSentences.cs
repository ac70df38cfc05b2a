using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Gives recommendations as advice by their author, meetings as talk, and risks as named by a source: never as something agreed.</summary>
internal sealed partial class AdviceSentences(BriefContext brief)
{
    private const int Longest = 300;

    // "In March 2024, A and B met …": what each sort of event makes of its participants; of any other sort, that it is on record.
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.Ordinal)
    {
        ["meeting"] = "event.met", ["talks"] = "event.met", ["session"] = "event.met", ["consultation"] = "event.met", ["summit"] = "event.summit",
    };

    private static readonly HashSet<string> Sorts = new(StringComparer.Ordinal) { "signing", "announcement", "exercise", "conference", "forum", "visit", "dialogue", "launch" };

    private readonly HashSet<EntityId> _introduced = [];

    /// <summary>Recommendations on a sector for the chosen partners, or for nobody named.</summary>
    internal IReadOnlyList<Entity> AdviceOn(string sector) => [.. brief.Index.Recommendations.Where(r =>
        On(r, "sector", sector) && r.First("what") is not null && ConcernsPartners(r.Linked("who-should")))];

    /// <summary>Events on a sector in which a chosen partner took part, latest first, undated last. What a text or a paper published is no event of theirs.</summary>
    internal IReadOnlyList<Entity> EventsOn(string sector) => [.. brief.Index.Events
        .Where(e => On(e, "sector", sector) && e.First("type")?.Value is not TextValue { Words: "publication" }
            && e.Linked("participant").SelectMany(brief.Index.CountriesOf).Any(brief.Lattice.Partners.Contains))
        .OrderByDescending(e => (e.First("date")?.Value as DateValue)?.On.Earliest ?? DateOnly.MinValue).ThenBy(e => e.Id)];

    /// <summary>Risks that a source ties to a sector.</summary>
    internal IReadOnlyList<Entity> RisksOn(string sector) => [.. brief.Index.Risks.Where(r =>
        (On(r, "sector", sector) || On(r, "about", sector)) && r.First("what") is not null)];

    /// <summary>Advice by author: "The policy brief … advises India to …." and then "It also advises …".</summary>
    internal IReadOnlyList<BriefItem> Advice(IEnumerable<Entity> advice) => ByAuthor(advice, (a, what, author) =>
    {
        IReadOnlyList<EntityId> to = a.Linked("who-should");
        IEnumerable<HeldClaim> behind = [what, .. a.Of("who-should"), .. a.Of("attribution")];
        if (!brief.Names.English)
        {
            return brief.Fact(new Said("advice.told", author, to.Count > 0 ? new Said("advice.to", brief.Names.List(to)) : new Said("advice.to-nobody"), Quotes(what) ? Passage(what) : Told(what)), behind);
        }

        string advises = to.Count > 0 ? $"advises {brief.Names.List(to)}" : "advises, without naming whom,";
        string said = Told(what);
        if (!Quotes(what))
        {
            said = PromiseText.Infinitive(said) is { } bare ? $"{advises} to {bare}" : $"{advises.TrimEnd(',')}: {said}";
        }
        else if (ReadsOn(what, to))
        {
            said = Words.Clean(what.Value.Display).StartsWith("to ", StringComparison.Ordinal) ? $"{advises} {said}" : $"{advises} to {said}";
        }
        else
        {
            said = $"{advises.TrimEnd(',')}; in the source’s words: {Passage(what)}";
        }

        return brief.Fact($"{author} {said}.", behind);
    });

    /// <summary>Advice or risks that other sections tell in full: where each stands.</summary>
    internal Sentence ToldUnder(IReadOnlyList<Entity> told, string key)
    {
        brief.References.Weigh(told.SelectMany(t => t.Claims));
        return brief.ToldUnder(new Said(key + (told.Count == 1 ? "one" : "many")), told.Select(t => (brief.Told.Where(ToldOnce.Key(t))!, (IEnumerable<HeldClaim>)[t.First("what")!])));
    }

    /// <summary>Meetings and events that other sections tell in full.</summary>
    internal Sentence EventsToldUnder(IReadOnlyList<Entity> told)
    {
        brief.References.Weigh(told.SelectMany(t => t.Claims));
        return brief.ToldUnder(
            new Said(told.Count == 1 ? "event.told-under.one" : "event.told-under.many", new Spelled(told.Count)),
            told.Select(t => (brief.Told.Where(t.Id.ToString())!, Behind(t))));
    }

    /// <summary>Risks by the source that names them.</summary>
    internal IReadOnlyList<BriefItem> Risks(IEnumerable<Entity> risks) => ByAuthor(risks, (risk, what, author) =>
        brief.Fact(new Said("advice.risk", author, Told(what)), [what, .. risk.Of("attribution")]));

    /// <summary>"In March 2024, under the …, … met in Seoul.", then the source's words or a summary.</summary>
    /// <param name="same">One event, or several of which the sentence is the same: it is told once with all their sources.</param>
    /// <param name="sector">The sector whose tie to the event gives the words.</param>
    internal IReadOnlyList<Sentence> Met(IReadOnlyList<Entity> same, string sector)
    {
        brief.References.Weigh(same.SelectMany(e => e.Claims));
        var sentences = new List<Sentence> { brief.Fact(Lead(same[0], sector), same.SelectMany(Behind)) };
        HeldClaim? tie = Tie(same[0], sector);
        if (OwnWords(same[0], tie) is { } words)
        {
            sentences.Add(brief.Fact(Quotes(words) ? brief.Say("event.words", Words.Quoted(Words.BeforeAdvice(Own(words)), Longest)) : Told(words) + ".", [words]));
        }
        else if (tie?.Quote is { } quote)
        {
            sentences.Add(brief.Fact(new Said("event.words", Words.Quoted(Words.BeforeAdvice(quote), Longest)), [tie]));
        }

        return sentences;
    }

    /// <summary>The first sentence on an event, as it is said.</summary>
    internal string Lead(Entity met, string sector)
    {
        string sort = (met.First("type")?.Value as TextValue)?.Words is { } t ? Words.Clean(t) : "";
        object when = met.First("date") is { Value: DateValue d } ? new Said("event.when", new When(d.On)) : "";
        object under = met.Linked("mechanism") is { Count: > 0 } m ? new Said("event.under", brief.Names.List(m)) : "";
        object place = met.First("place") is { Value: TextValue p } ? new Said("event.in", Words.Cut(Words.Clean(p.Words), 80)) : "";
        EntityId[] countries = [.. met.Linked("participant").Where(x => x.Kind == "country")];
        string who = brief.Names.List(countries.Length > 0 ? countries : met.Linked("participant"));
        object undated = when is Said ? "" : Undated(OwnWords(met, Tie(met, sector)) ?? Tie(met, sector));
        object[] places = [when, under, who, place, undated];
        return Verbs.TryGetValue(sort, out string? verb) ? brief.Say(verb, places)
            : sort == "launch" && under is Said ? brief.Say("event.its-launch", places)
            : Sorts.Contains(sort) ? brief.Say("event.took-part", [.. places, new Said("event.sort-" + sort)])

            // A word that is no sort of event would make a noun that nobody uses: the event goes by its name, else by its words alone.
            : met.First("name") is { Value: TextValue { Words: var name } } && !name.EndsWith('…') ? brief.Say("event.named", [.. places, Words.Cut(Words.Clean(name), 160)])
            : brief.Say("event.on-record", places);
    }

    private static IEnumerable<HeldClaim> Behind(Entity met) => met.Claims.Where(c => c.Claim.Property is "type" or "date" or "place" or "mechanism" or "participant");

    private static HeldClaim? Tie(Entity met, string sector) => RecordIndex.SectorClaims(met).FirstOrDefault(c => RecordIndex.Target(c).Name == sector);

    private static HeldClaim? OwnWords(Entity met, HeldClaim? tie) => met.Of("what").FirstOrDefault(c => c.Claim.Source == tie?.Claim.Source && c.Value is TextValue) ?? met.First("what");

    private static Said Undated(HeldClaim? told) => told?.Published is { } on ? new Said("promise.undated-source", new InProse(on)) : new Said("promise.undated");

    private string Author(Entity entity, HeldClaim what)
    {
        if (entity.First("attribution") is { Value: TextValue attribution })
        {
            return Words.Cut(Words.Clean(attribution.Words), 120).TrimEnd('.');
        }

        Document? document = what.Claim.Source is DocumentSource source ? brief.Index.Document(source.Document) : null;
        string? title = document?.Title is { } known && Words.Clean(known) is { Length: > 0 } clean ? clean : null;
        if (title is not null && !_introduced.Add(document!.Id))
        {
            // Named in full once; the reference names it in any case.
            return Words.Quoted(Words.ShortTitle(title), title.Length);
        }

        string genre = document?.Genre is { } g && Words.Clean(g.Split('(')[0]) is { Length: > 0 } sort ? sort : brief.Say("advice.some-source");
        string called = brief.Names.English ? char.ToLowerInvariant(genre[0]) + genre[1..] : title is null ? brief.Say("advice.some-source") : "";
        return title is null ? brief.Say("advice.source-untitled", called) : brief.Say("advice.source", called, Words.Quoted(title, title.Length));
    }

    private List<BriefItem> ByAuthor(IEnumerable<Entity> entities, Func<Entity, HeldClaim, string, Sentence> tell)
    {
        var items = new List<BriefItem>();
        foreach (IGrouping<string, (Entity Entity, HeldClaim What)> author in entities.Select(e => (Entity: e, What: e.First("what")!)).GroupBy(x => x.Entity.First("attribution")?.Value.Display ?? x.What.Claim.Source.Of.ToString()))
        {
            string name = Author(author.First().Entity, author.First().What);
            // A restatement in the same words adds nothing.
            brief.References.Weigh(author.SelectMany(x => x.Entity.Claims));
            items.AddRange(author.DistinctBy(x => Words.Clean(x.What.Value.Display), StringComparer.OrdinalIgnoreCase).Select((x, i) => new BriefItem(tell(x.Entity, x.What, i == 0 || x.Entity.First("attribution") is not null ? name : brief.Say("advice.it-also")))));
        }

        return items;
    }

    private static bool Quotes(HeldClaim what) => what.Claim.Author.Kind != AuthorKind.Person && what.Quote is not null;

    /// <summary>Whether the quoted words go on from the advised as their subject: "Seoul should [build a line]", and not "attention should [be given to a line]".</summary>
    private bool ReadsOn(HeldClaim what, IReadOnlyList<EntityId> advised)
    {
        string text = Words.Clean(what.Value.Display);
        string quote = Words.Clean(what.Quote!);
        int at = quote.IndexOf(text, StringComparison.Ordinal);
        if (at < 0 || char.IsUpper(text[0]) || PromiseText.Infinitive(Words.Opening(text)) is null || Words.Opening(text).StartsWith("be ", StringComparison.Ordinal))
        {
            return false;
        }

        string subject = Modal().Replace(quote[..at], "").TrimEnd(' ', ',');
        return text.StartsWith("to ", StringComparison.Ordinal) || subject.Length == 0 || quote[..at].TrimEnd().EndsWith(',') || Actor().IsMatch(subject)
            || advised.Any(a => subject.EndsWith(brief.Names.Bare(a), StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"[\s,]*\b(?:should|must|could|would|can|may|might|will|shall|ought|needs?|has|have)(?:\s+(?:also|then|therefore|now|first|to))*[\s,]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Modal();

    // How a sentence ends its subject where that is a group of states or their governments.
    [GeneratedRegex(@"\b(?:countries|nations|states|governments?|administrations?|leaders|partners|allies|alliance|partnership|sides|they|it|we|both|two|three|trio|group|U\.?S\.?|ROK)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Actor();

    /// <summary>The whole passage, so that it has its own subject; where that is long, the claim's words out of it.</summary>
    private static string Passage(HeldClaim what) => Words.Clean(what.Quote!).Length <= Longest || Own(what) == Words.Clean(what.Quote!)
        ? Words.Quoted(what.Quote!, Longest) : Words.Quoted(Own(what), Longest).Insert(1, "… ");

    private static string Told(HeldClaim what)
    {
        string words = Words.Clean(what.Value.Display);
        if (!Quotes(what))
        {
            return Words.Cut(Words.Summary(words), Longest).TrimEnd('.');
        }

        return Words.Quoted(Own(what), Longest);
    }

    /// <summary>The claim's words where they stand in its passage, else the passage.</summary>
    private static string Own(HeldClaim what)
    {
        string words = Words.Clean(what.Value.Display);
        string quote = Words.Clean(what.Quote!);
        return quote.Contains(words, StringComparison.Ordinal) ? words : quote;
    }

    private static bool On(Entity entity, string property, string sector) =>
        RecordIndex.SectorClaims(entity, property).Any(c => RecordIndex.Target(c).Name == sector);

    /// <summary>Whether a chosen partner is among them, or nobody whose country is known.</summary>
    private bool ConcernsPartners(IReadOnlyList<EntityId> parties)
    {
        EntityId[] countries = [.. parties.SelectMany(brief.Index.CountriesOf)];
        return countries.Length == 0 || countries.Any(brief.Lattice.Partners.Contains);
    }
}
