using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Gives recommendations as advice by their author, meetings as talk, and risks as named by a source: never as something agreed.</summary>
internal sealed class AdviceSentences(BriefContext brief)
{
    private const int Longest = 300;

    /// <summary>Recommendations on a sector for the chosen partners, or for nobody named.</summary>
    internal IReadOnlyList<Entity> AdviceOn(string sector) => [.. brief.Index.Recommendations.Where(r =>
        On(r, "sector", sector) && r.First("what") is not null && ConcernsPartners(r.Linked("who-should")))];

    /// <summary>Events on a sector in which a chosen partner took part, latest first, undated last.</summary>
    internal IReadOnlyList<Entity> EventsOn(string sector) => [.. brief.Index.Events
        .Where(e => On(e, "sector", sector) && e.Linked("participant") is { Count: > 0 } who && ConcernsPartners(who))
        .OrderByDescending(e => (e.First("date")?.Value as DateValue)?.On.Earliest ?? DateOnly.MinValue).ThenBy(e => e.Id)];

    /// <summary>Risks that a source ties to a sector.</summary>
    internal IReadOnlyList<Entity> RisksOn(string sector) => [.. brief.Index.Risks.Where(r =>
        (On(r, "sector", sector) || On(r, "about", sector)) && r.First("what") is not null)];

    /// <summary>"The author of … advises India and South Korea: …".</summary>
    internal Sentence Advice(Entity advice)
    {
        HeldClaim what = advice.First("what")!;
        IReadOnlyList<EntityId> to = advice.Linked("who-should");
        string whom = to.Count > 0 ? $", addressed to {brief.Names.List(to)}" : ", without saying to whom";
        return brief.Fact(
            $"{Author(advice, what)} advises{whom}: {Said(what)}.",
            [what, .. advice.Of("who-should"), .. advice.Of("attribution")]);
    }

    /// <summary>"In March 2024, … met in Seoul under the …: …".</summary>
    internal Sentence Met(Entity met)
    {
        string sort = (met.First("type")?.Value as TextValue)?.Words is { } t ? Words.Clean(t).Replace('-', ' ') : "event";
        string when = met.First("date") is { Value: DateValue d } ? Words.Capital(Words.When(d.On)) + ", " : "";
        string place = met.First("place") is { Value: TextValue p } ? ", in " + Words.Cut(Words.Clean(p.Words), 80) : "";
        string under = met.Linked("mechanism") is { Count: > 0 } m ? $" under {brief.Names.List(m)}" : "";
        string article = "aeiou".Contains(char.ToLowerInvariant(sort[0]), StringComparison.Ordinal) ? "an" : "a";
        EntityId[] countries = [.. met.Linked("participant").Where(x => x.Kind == "country")];
        string who = brief.Names.List(countries.Length > 0 ? countries : met.Linked("participant"));
        HeldClaim? words = met.First("what") ?? met.First("type");
        string said = words is null ? "" : words.Claim.Property == "what" ? ": " + Said(words) : words.Quote is { } q ? ": " + Words.Quoted(q, Longest) : "";
        string undated = when.Length == 0 ? "; the source gives no date" : "";
        string sentence = sort is "meeting" or "summit"
            ? $"{when}{who} met{(sort == "summit" ? " at a summit" : "")}{place}{under}{undated}{said}."
            : $"{when}{who} took part in {article} {sort}{place}{under}{undated}{said}.";
        return brief.Fact(sentence, met.Claims.Where(c => c.Claim.Property is "what" or "type" or "date" or "place" or "mechanism" or "participant" or "sector"));
    }

    /// <summary>"… names a risk: …".</summary>
    internal Sentence Risk(Entity risk)
    {
        HeldClaim what = risk.First("what")!;
        return brief.Fact($"{Author(risk, what)} names a risk: {Said(what)}.", [what, .. risk.Of("attribution")]);
    }

    private string Author(Entity entity, HeldClaim what)
    {
        if (entity.First("attribution") is { Value: TextValue attribution })
        {
            return Words.Cut(Words.Clean(attribution.Words), 120).TrimEnd('.');
        }

        Document? document = what.Claim.Source is DocumentSource source ? brief.Index.Document(source.Document) : null;
        string title = document?.Title is { } t ? $" “{Words.Cut(Words.Clean(t), 100)}”" : "";
        string genre = document?.Genre is { } g ? Words.Clean(g) : "source";
        return $"the {Words.Sector(genre)}{title}";
    }

    private static string Said(HeldClaim what)
    {
        string words = Words.Clean(what.Value.Display);
        if (what.Claim.Author.Kind == AuthorKind.Person || what.Quote is null)
        {
            return Words.Cut(words, Longest).TrimEnd('.');
        }

        string quote = Words.Clean(what.Quote);
        return Words.Quoted(quote.Contains(words, StringComparison.Ordinal) ? words : quote, Longest);
    }

    private static bool On(Entity entity, string property, string sector) =>
        RecordIndex.SectorClaims(entity, property).Any(c => RecordIndex.Target(c).Name == sector);

    private bool ConcernsPartners(IReadOnlyList<EntityId> parties)
    {
        EntityId[] countries = [.. parties.SelectMany(brief.Index.CountriesOf)];
        return countries.Length == 0 || countries.Any(brief.Lattice.Partners.Contains);
    }
}
