using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Names of entities as they stand in a sentence of one language, never ids; remembers which were used.</summary>
/// <param name="index">The record.</param>
/// <param name="phrases">The language; English where none is given.</param>
internal sealed partial class Names(RecordIndex index, Phrases? phrases = null)
{
    private static readonly HashSet<string> WithArticle = new(StringComparer.Ordinal)
    {
        "USA", "GBR", "NLD", "PHL", "ARE", "BHS", "GMB", "MDV", "SYC", "COM", "MHL", "SLB", "DOM", "CAF", "CZE", "VAT",
    };

    private readonly HashSet<EntityId> _used = [];

    /// <summary>The language.</summary>
    internal Phrases Phrases { get; } = phrases ?? Phrases.English;

    /// <summary>Whether the language is English, whose sentences bend their words: articles, plurals, verbs.</summary>
    internal bool English => Phrases.Language == "en";

    /// <summary>Every entity named so far.</summary>
    internal IReadOnlySet<EntityId> Used => _used;

    /// <summary>The name with the article it takes: "the United States", "India", "the Quad", "AUKUS".</summary>
    internal string Of(EntityId id)
    {
        string name = Bare(id);
        return !English ? name : id.Kind switch
        {
            "country" => WithArticle.Contains(id.Name) ? "the " + name : name,
            "mechanism" => WithThe(name),
            "body" when Office().IsMatch(name) => WithThe(name),
            _ => name,
        };
    }

    /// <summary>The name alone.</summary>
    internal string Bare(EntityId id)
    {
        _used.Add(id);
        if (id.Kind == "country" && !Vocabulary.Countries.ContainsKey(id.Name))
        {
            return Say(new Said(id.Name == "ROW" ? "name.rest-of-world" : "name.region"));
        }

        if (Phrases.NameOf(id) is { } term)
        {
            return term;
        }

        string name = Words.Clean(index.NameOf(id) ?? "");
        return name.Length > 0 ? Words.Cut(name, 160) : Say(new Said("name.unnamed", Kind(id.Kind)));
    }

    /// <summary>The names as a list, sorted by name so that no party is ranked.</summary>
    internal string List(IEnumerable<EntityId> ids, string last = "and") =>
        Joined([.. ids.Distinct().Select(id => (Name: Of(id), Sort: Bare(id))).OrderBy(n => n.Sort, StringComparer.Ordinal).Select(n => n.Name)], last);

    /// <summary>Things that have been put into words as a list of the language.</summary>
    internal string Joined(IReadOnlyList<string> items, string last = "and") => English ? Words.List(items, last) : string.Join(", ", items);

    /// <summary>The same order of entities, for a sentence that is put into words later.</summary>
    internal IReadOnlyList<EntityId> Sorted(IEnumerable<EntityId> ids) => [.. ids.Distinct().OrderBy(Bare, StringComparer.Ordinal)];

    /// <summary>A sentence by its key.</summary>
    internal string Say(Said said) => Phrases.Say(said, Of);

    /// <summary>A sentence by its key, with what stands in its places.</summary>
    internal string Say(string key, params IReadOnlyList<object> values) => Say(new Said(key, values));

    /// <summary>Whose: "China’s", "the United States’".</summary>
    internal string Whose(EntityId id) => English ? Words.Possessive(Of(id)) : Say("entity.whose", id);

    /// <summary>A sector of co-operation inside a sentence.</summary>
    internal string Sector(SectorTerm sector) => Phrases.NameOf(EntityId.Sector(sector.Id)) ?? Words.Sector(sector.Label);

    /// <summary>A sector of co-operation as a heading.</summary>
    internal string Heading(SectorTerm sector) => Phrases.NameOf(EntityId.Sector(sector.Id)) ?? sector.Label;

    /// <summary>What a kind of thing is called inside a sentence.</summary>
    internal string Kind(string kind) => Phrases.Terms.GetValueOrDefault("kind." + kind) ?? Vocabulary.Kinds[kind].Label.ToLowerInvariant();

    /// <summary>The same of several.</summary>
    internal string Kinds(string kind) => Phrases.Terms.GetValueOrDefault("kind." + kind) ?? Vocabulary.Kinds[kind].Plural.ToLowerInvariant();

    /// <summary>What a property is called inside a sentence.</summary>
    internal string Property(PropertyTerm property) => Phrases.Terms.GetValueOrDefault("property." + property.Id) ?? Words.Sector(property.Label);

    /// <summary>A day in prose.</summary>
    internal string Date(DateOnly day) => Date(PartialDate.On(day));

    /// <summary>A date in prose, no more than is stated.</summary>
    internal string Date(PartialDate date) => Say("name.date", new InProse(date));

    // Bodies that are offices take the article, companies and papers do not.
    [GeneratedRegex(@"\b(?:Agency|Service|Services|Department|Ministry|Office|Council|Commission|Committee|Bureau|Secretariat|Bank|Organi[sz]ation|Administration|Authority|Embassy|Government|House|Institute|Union|Nations)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    private static string WithThe(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            return "the " + name[4..];
        }

        // Acronyms of one word are names (AUKUS, iCET); other single words and all longer names take the article.
        bool acronym = !name.Contains(' ', StringComparison.Ordinal) && name.Count(char.IsUpper) >= 3;
        return acronym || name.StartsWith("an unnamed", StringComparison.Ordinal) ? name : "the " + name;
    }
}
