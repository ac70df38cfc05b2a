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
    private const int ShortTitle = 34;

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

    /// <summary>Advice by author: "The policy brief … advises India to …." and then "It advises …".</summary>
    internal IReadOnlyList<BriefItem> Advice(IEnumerable<Entity> advice) => ByAuthor(advice, (a, what, author) =>
    {
        IReadOnlyList<EntityId> to = a.Linked("who-should");
        string advises = to.Count > 0 ? $"advises {brief.Names.List(to)}" : "advises, without naming whom,";
        string said = Said(what);
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

        return brief.Fact($"{author} {said}.", [what, .. a.Of("who-should"), .. a.Of("attribution")]);
    });

    /// <summary>Advice or risks that other sections tell in full: where each stands.</summary>
    internal Sentence ToldUnder(IReadOnlyList<Entity> told, (string One, string Many) what)
    {
        brief.References.Weigh(told.SelectMany(t => t.Claims));
        return brief.ToldUnder($"{(told.Count == 1 ? what.One : what.Many)} on this sector {(told.Count == 1 ? "is" : "are")} told under ", told.Select(t => (brief.Told.Where(ToldOnce.Key(t))!, (IEnumerable<HeldClaim>)[t.First("what")!])));
    }

    /// <summary>Meetings and events that other sections tell in full.</summary>
    internal Sentence EventsToldUnder(IReadOnlyList<Entity> told)
    {
        brief.References.Weigh(told.SelectMany(t => t.Claims));
        return brief.ToldUnder(
            told.Count == 1 ? "A meeting or event on this too is told under " : $"{Words.Capital(Words.Count(told.Count))} meetings or events on this too are told under ",
            told.Select(t => (brief.Told.Where(t.Id.ToString())!, t.Claims.Where(c => c.Claim.Property is "type" or "date" or "mechanism" or "participant"))));
    }

    /// <summary>Risks by the source that names them.</summary>
    internal IReadOnlyList<BriefItem> Risks(IEnumerable<Entity> risks) => ByAuthor(risks, (risk, what, author) =>
        brief.Fact($"{author} names a risk: {Said(what)}.", [what, .. risk.Of("attribution")]));

    /// <summary>"In March 2024, … met in Seoul under the …: …".</summary>
    internal IReadOnlyList<Sentence> Met(Entity met, string sector)
    {
        brief.References.Weigh(met.Claims);
        // What is of no known sort is an event; "done" is what earlier readers took from a verb and is no sort.
        string sort = (met.First("type")?.Value as TextValue)?.Words is { } t and not ("other" or "done") ? Words.Clean(t).Replace('-', ' ') : "event";
        string when = met.First("date") is { Value: DateValue d } ? Words.When(d.On) + ", " : "";
        string place = met.First("place") is { Value: TextValue p } ? " in " + Words.Cut(Words.Clean(p.Words), 80) : "";
        string under = met.Linked("mechanism") is { Count: > 0 } m ? $"under {brief.Names.List(m)}, " : "";
        string article = "aeiou".Contains(char.ToLowerInvariant(sort[0]), StringComparison.Ordinal) ? "an" : "a";
        EntityId[] countries = [.. met.Linked("participant").Where(x => x.Kind == "country")];
        string who = brief.Names.List(countries.Length > 0 ? countries : met.Linked("participant"));
        HeldClaim? tie = RecordIndex.SectorClaims(met).FirstOrDefault(c => RecordIndex.Target(c).Name == sector);
        HeldClaim? words = met.Of("what").FirstOrDefault(c => c.Claim.Source == tie?.Claim.Source && c.Value is TextValue) ?? met.First("what");
        string undated = when.Length > 0 ? "" : "; " + Words.Undated((words ?? tie)?.Published);
        string verb = sort switch
        {
            "meeting" => "met",
            "summit" => "met at a summit",
            "launch" when under.Length > 0 => "took part in its launch",
            "signing" or "announcement" or "exercise" or "conference" or "forum" or "visit" or "dialogue" or "launch" => $"took part in {article} {sort}",
            _ => "",
        };
        var sentences = new List<Sentence>
        {
            brief.Fact(
                verb.Length > 0 ? $"{when}{under}{who} {verb}{place}{undated}." : $"{when}{under}{article} {sort} involving {who} is on record{(place.Length > 0 ? "," + place : "")}{undated}.",
                met.Claims.Where(c => c.Claim.Property is "type" or "date" or "place" or "mechanism" or "participant")),
        };
        if (words is not null)
        {
            sentences.Add(brief.Fact(Quotes(words) ? $"In the source’s words: {Words.Quoted(Words.BeforeAdvice(Own(words)), Longest)}." : Said(words) + ".", [words]));
        }
        else if (tie?.Quote is { } quote)
        {
            sentences.Add(brief.Fact($"In the source’s words: {Words.Quoted(Words.BeforeAdvice(quote), Longest)}.", [tie]));
        }

        return sentences;
    }

    private string Author(Entity entity, HeldClaim what)
    {
        if (entity.First("attribution") is { Value: TextValue attribution })
        {
            return Words.Cut(Words.Clean(attribution.Words), 120).TrimEnd('.');
        }

        Document? document = what.Claim.Source is DocumentSource source ? brief.Index.Document(source.Document) : null;
        if (document?.Title is { } known && !_introduced.Add(document.Id))
        {
            // Named in full once; the reference names it in any case.
            return $"“{Words.Cut(Words.Clean(known), ShortTitle)}”";
        }

        string title = document?.Title is { } t ? $" “{Words.Cut(Words.Clean(t), 100)}”" : "";
        string genre = document?.Genre is { } g && Words.Clean(g.Split('(')[0]) is { Length: > 0 } sort ? sort : "source";
        return $"the {char.ToLowerInvariant(genre[0])}{genre[1..]}{title}";
    }

    private List<BriefItem> ByAuthor(IEnumerable<Entity> entities, Func<Entity, HeldClaim, string, Sentence> tell)
    {
        var items = new List<BriefItem>();
        foreach (IGrouping<string, (Entity Entity, HeldClaim What)> author in entities.Select(e => (Entity: e, What: e.First("what")!)).GroupBy(x => x.Entity.First("attribution")?.Value.Display ?? x.What.Claim.Source.Of.ToString()))
        {
            string name = Author(author.First().Entity, author.First().What);
            // A restatement in the same words adds nothing.
            brief.References.Weigh(author.SelectMany(x => x.Entity.Claims));
            items.AddRange(author.DistinctBy(x => Words.Clean(x.What.Value.Display), StringComparer.OrdinalIgnoreCase).Select((x, i) => new BriefItem(tell(x.Entity, x.What, i == 0 || x.Entity.First("attribution") is not null ? name : "it also"))));
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

    private static string Said(HeldClaim what)
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
