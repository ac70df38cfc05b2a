using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>The program's own sentences in one language, read from <c>Language/en.json</c> and its sisters.</summary>
/// <remarks>A sentence that a language lacks is said in English; a key that English lacks is a bug and throws. What the record says stays in the words it was said in. Dates are ISO 8601.</remarks>
public sealed class Phrases
{
    private static readonly FrozenDictionary<string, Phrases> All = new[] { "en", "ko" }.ToFrozenDictionary(l => l, l => new Phrases(l));

    private readonly FrozenDictionary<string, string> _words;

    private Phrases(string language)
    {
        Language = language;
        using Stream file = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases/{language}.json")!;
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>English.</summary>
    public static Phrases English => All["en"];

    /// <summary>The sentences of a language; English where there are none in it.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static Phrases Of(string language) => All.GetValueOrDefault(language) ?? English;

    /// <summary>The sentence in words.</summary>
    /// <param name="said">Which, with what stands in its places.</param>
    /// <param name="nameOf">What to call an entity in this language.</param>
    public string Say(Said said, Func<EntityId, string> nameOf)
    {
        string words = _words.TryGetValue(said.Key, out string? own) ? own : English._words[said.Key];
        return string.Format(CultureInfo.InvariantCulture, words, [.. said.Values.Select(v => InWords(v, nameOf))]);
    }

    private string InWords(object value, Func<EntityId, string> nameOf) => value switch
    {
        Said part => Say(part, nameOf),
        EntityId id => nameOf(id),
        IEnumerable<EntityId> ids => Listed([.. ids.Select(nameOf)]),
        IEnumerable<Said> parts => Listed([.. parts.Select(p => Say(p, nameOf))]),
        Whose whose => Language == "en" ? Words.Possessive(nameOf(whose.Id)) : Say(new Said("entity.whose", whose.Id), nameOf),
        Named named => Language == "en" ? named.English : nameOf(named.Id),
        Spelled number => Language == "en" ? Words.Count(number.N) : number.N.ToString(CultureInfo.InvariantCulture),
        Commas commas => string.Join(", ", commas.Parts.Select(p => InWords(p, nameOf))),
        Groups groups => Language == "en" ? Words.List([.. groups.All.Select(g => InWords(g, nameOf))], "and by") : string.Join(" / ", groups.All.Select(g => InWords(g, nameOf))),
        IFormattable number => number.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private string Listed(IReadOnlyList<string> items) => Language == "en" ? Words.List(items) : string.Join(", ", items);
}
