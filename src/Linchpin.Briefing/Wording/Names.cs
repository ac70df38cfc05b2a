using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Names of entities as they stand in a sentence, never ids; remembers which were used.</summary>
internal sealed partial class Names(RecordIndex index)
{
    private static readonly HashSet<string> WithArticle = new(StringComparer.Ordinal)
    {
        "USA", "GBR", "NLD", "PHL", "ARE", "BHS", "GMB", "MDV", "SYC", "COM", "MHL", "SLB", "DOM", "CAF", "CZE", "VAT",
    };

    private readonly HashSet<EntityId> _used = [];

    /// <summary>Every entity named so far.</summary>
    internal IReadOnlySet<EntityId> Used => _used;

    /// <summary>The name with the article it takes: "the United States", "India", "the Quad", "AUKUS".</summary>
    internal string Of(EntityId id)
    {
        string name = Bare(id);
        return id.Kind switch
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
            return id.Name == "ROW" ? "the table’s rest of the world" : "a region of the table";
        }

        string name = Words.Clean(index.NameOf(id) ?? "");
        return name.Length > 0 ? Words.Cut(name, 160) : "an unnamed " + Vocabulary.Kinds[id.Kind].Label.ToLowerInvariant();
    }

    /// <summary>The names as a list, sorted by name so that no party is ranked.</summary>
    internal string List(IEnumerable<EntityId> ids, string last = "and") =>
        Words.List([.. ids.Distinct().Select(id => (Name: Of(id), Sort: Bare(id))).OrderBy(n => n.Sort, StringComparer.Ordinal).Select(n => n.Name)], last);

    /// <summary>The same order of entities, for a sentence that is put into words later.</summary>
    internal IReadOnlyList<EntityId> Sorted(IEnumerable<EntityId> ids) => [.. ids.Distinct().OrderBy(Bare, StringComparer.Ordinal)];

    /// <summary>A sentence by its key, in English.</summary>
    internal string Say(Said said) => Phrases.English.Say(said, Of);

    /// <summary>Whose: "China’s", "the United States’".</summary>
    internal string Whose(EntityId id) => Words.Possessive(Of(id));

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
