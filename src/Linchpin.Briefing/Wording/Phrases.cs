using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>The program's own sentences in one language, read from <c>Language/en.json</c> and its sisters; the vocabulary's own words from <c>ko.vocabulary.json</c> and its sisters.</summary>
/// <remarks>
/// A sentence that a language lacks is said in English; a key that English lacks is a bug and throws. What the record says stays in the words it was said in. A date is ISO 8601, in
/// prose (<see cref="InProse"/>) as the language writes it. A place of a Korean sentence may name the particle that follows it, <c>{0:은}</c> (<see cref="Particles"/>).
/// </remarks>
public sealed partial class Phrases
{
    private static readonly FrozenDictionary<string, Phrases> ByTag = ((string[])["en", "ko"]).ToFrozenDictionary(l => l, l => new Phrases(l));

    private readonly FrozenDictionary<string, string> _words;

    private Phrases(string language)
    {
        Language = language;
        using Stream file = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases/{language}.json")!;
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
        using Stream? terms = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases/{language}.vocabulary.json");
        Terms = terms is null ? FrozenDictionary<string, string>.Empty : JsonSerializer.Deserialize<Dictionary<string, string>>(terms)!.ToFrozenDictionary();
    }

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>The vocabulary's kinds, properties and sectors in this language, by <c>kind.ID</c>, <c>property.ID</c> and <c>sector.ID</c>; empty in English, which the vocabulary itself is written in.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; }

    /// <summary>English.</summary>
    public static Phrases English => ByTag["en"];

    /// <summary>The tags of the languages that there are sentences in, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ko"];

    /// <summary>The sentences of a language; English where there are none in it.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static Phrases Of(string language) => ByTag.GetValueOrDefault(language) ?? English;

    /// <summary>The vocabulary's own name of a country, a sector of co-operation or a table sector; <see langword="null"/> for what the record names, and in English, where the vocabulary itself is asked.</summary>
    public string? NameOf(EntityId id) => Language == "en" ? null : id.Kind switch
    {
        "country" => Vocabulary.Countries.TryGetValue(id.Name, out CountryTerm? country) ? Language == "ko" ? country.NameKo : country.Name : null,
        "sector" => Terms.GetValueOrDefault("sector." + id.Name),
        _ => null,
    };

    /// <summary>The sentence in words.</summary>
    /// <param name="said">Which, with what stands in its places.</param>
    /// <param name="nameOf">What to call an entity in this language.</param>
    public string Say(Said said, Func<EntityId, string> nameOf)
    {
        string words = _words.TryGetValue(said.Key, out string? own) ? own : English._words[said.Key];
        return Place().Replace(words, place =>
        {
            string text = InWords(said.Values[place.Groups["n"].ValueSpan[0] - '0'], nameOf);
            return place.Groups["particle"].Success ? Particles.After(text, place.Groups["particle"].Value) : text;
        });
    }

    private string InWords(object value, Func<EntityId, string> nameOf) => value switch
    {
        Said part => Say(part, nameOf),
        EntityId id => nameOf(id),
        IEnumerable<EntityId> ids => Listed([.. ids.Select(nameOf)]),
        IEnumerable<Said> parts => Listed([.. parts.Select(p => Say(p, nameOf))]),
        Whose whose => Language == "en" ? Words.Possessive(nameOf(whose.Id)) : Say(new Said("entity.whose", whose.Id), nameOf),
        Named named => Language == "en" ? named.English : nameOf(named.Id),
        InProse date => Language == "en" ? Words.Date(date.On) : InKorean(date.On),
        When date => Language == "en" ? Words.When(date.On) : InKorean(date.On),
        Either either => Language == "en" ? Words.List([.. either.Items.Select(i => InWords(i, nameOf))], "or") : string.Join(", ", either.Items.Select(i => InWords(i, nameOf))),
        All all => Listed([.. all.Items.Select(i => InWords(i, nameOf))]),
        Spelled number => Language == "en" ? Words.Count(number.N) : number.N.ToString(CultureInfo.InvariantCulture),
        Commas commas => string.Join(", ", commas.Parts.Select(p => InWords(p, nameOf))),
        Groups groups => Language == "en" ? Words.List([.. groups.All.Select(g => InWords(g, nameOf))], "and by") : string.Join(" / ", groups.All.Select(g => InWords(g, nameOf))),
        IFormattable number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string InKorean(PartialDate date) => date.Precision switch
    {
        "day" => string.Create(CultureInfo.InvariantCulture, $"{date.Year}년 {date.Month}월 {date.Day}일"),
        "month" => string.Create(CultureInfo.InvariantCulture, $"{date.Year}년 {date.Month}월"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{date.Year}년"),
    };

    [GeneratedRegex("[{](?<n>[0-9])(?::(?<particle>[^}]+))?[}]", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    private string Listed(IReadOnlyList<string> items) => Language == "en" ? Words.List(items) : string.Join(", ", items);
}
