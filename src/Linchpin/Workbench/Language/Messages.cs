using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Microsoft.Net.Http.Headers;

namespace Linchpin.Workbench.Language;

/// <summary>The words of the pages in one language, read from <c>en.json</c> and its sisters beside this file; what faults say from <c>ko.faults.json</c> and its sisters; the vocabulary's own words as the briefs have them (<see cref="Phrases.Terms"/>).</summary>
/// <remarks>
/// A message that a language lacks is shown in English. A key that English lacks is a bug and throws. What the record says stays in the words it was said in.
/// </remarks>
internal sealed class Messages
{
    /// <summary>Name of the setting in an address.</summary>
    public const string Setting = "lang";

    private static readonly Dictionary<string, Messages> All = new(StringComparer.Ordinal)
    {
        ["en"] = new("en"),
        ["ko"] = new("ko"),
    };

    private readonly FrozenDictionary<string, string> _words;
    private readonly Lazy<Sentences> _faults;

    private Messages(string language)
    {
        Language = language;
        _words = Read(language).Concat(Phrases.Of(language).Terms).ToFrozenDictionary();
        _faults = new Lazy<Sentences>(() => new Sentences(Read(language + ".faults")));
    }

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>English.</summary>
    public static Messages English => All["en"];

    /// <summary>The words of a language by its tag, one of <see cref="Languages"/>.</summary>
    public static Messages Of(string language) => All[language];

    /// <summary>The tags of the languages, English first.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ko"];

    /// <summary>What a language calls itself.</summary>
    public static string NameOf(string language) => All[language]["language"];

    /// <summary>The language that a request asks for: in its address, else the first of its browser's that the pages have, else English.</summary>
    /// <remarks>A tag in the address that no language has is refused where the address is read; until then the answer is in English.</remarks>
    public static Messages For(HttpContext? http)
    {
        if (http is null)
        {
            return English;
        }

        if (http.Request.Query.TryGetValue(Setting, out Microsoft.Extensions.Primitives.StringValues asked))
        {
            return All.GetValueOrDefault(asked.ToString().Trim()) ?? English;
        }

        // A header that is no list of languages asks for none.
        return StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptLanguage, out IList<StringWithQualityHeaderValue>? accepted)
            ? accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1).Select(a => All.GetValueOrDefault(Primary(a.Value.ToString()))).FirstOrDefault(m => m is not null) ?? English
            : English;
    }

    /// <summary>The message.</summary>
    public string this[string key] => _words.TryGetValue(key, out string? text) ? text
        : Language != "en" ? English[key] : throw new KeyNotFoundException($"No message '{key}'.");

    /// <summary>The message with its numbered places filled.</summary>
    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The message for one or for several, <c>key.one</c> and <c>key.many</c>, with the count in place 0.</summary>
    public string Count(string key, int count) => string.Format(CultureInfo.InvariantCulture, this[key + (count == 1 ? ".one" : ".many")], count.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>What a fault says, by its English: title, cause or remedy. <see langword="null"/> where this language lacks it, and in English.</summary>
    public string? Fault(string english) => _faults.Value.Find(english);

    /// <summary>What a kind of thing is called.</summary>
    public string Label(KindTerm kind) => _words.GetValueOrDefault("kind." + kind.Id) ?? kind.Label;

    /// <summary>What several of a kind are called.</summary>
    public string Plural(KindTerm kind) => _words.GetValueOrDefault("kind." + kind.Id) ?? kind.Plural;

    /// <summary>What a kind of thing is.</summary>
    public string What(KindTerm kind) => _words.GetValueOrDefault($"kind.{kind.Id}.what") ?? kind.Description;

    /// <summary>What a property is called.</summary>
    public string Label(PropertyTerm property) => _words.GetValueOrDefault("property." + property.Id) ?? property.Label;

    /// <summary>What a property says.</summary>
    public string What(PropertyTerm property) => _words.GetValueOrDefault($"property.{property.Id}.what") ?? property.Description;

    /// <summary>A sector of co-operation.</summary>
    public string Label(SectorTerm sector) => _words.GetValueOrDefault("sector." + sector.Id) ?? sector.Label;

    /// <summary>A handling label as it is printed: its level, to whom it may go, until when it is held.</summary>
    public string Label(Handling label) => string.Join(" · ", new[]
    {
        this["level." + Ledger.LabelFilter.Code(label.Tlp)],
        label.ReleasableTo is not { } list ? null : list.Count == 0 ? this["label.to-nobody"] : this["label.releasable", string.Join(", ", list)],
        label.HoldUntil is { } day ? this["label.until", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : null,
    }.OfType<string>());

    /// <summary>A country by its ISO 3166 alpha-3 code, or the name itself where it is none.</summary>
    public string Country(string iso3) => Language == "ko" && Vocabulary.Countries.TryGetValue(iso3, out CountryTerm? country) ? country.NameKo : Vocabulary.CountryName(iso3);

    /// <summary>The vocabulary's own name of a country, a sector of co-operation or a table sector; <see langword="null"/> for what the record names, and in English, where the vocabulary itself is asked.</summary>
    public string? NameOf(EntityId id) => Phrases.Of(Language).NameOf(id);

    private static string Primary(string tag) => tag.Split('-', 2)[0].ToLowerInvariant();

    private static Dictionary<string, string> Read(string name)
    {
        using Stream? stream = typeof(Messages).Assembly.GetManifestResourceStream($"language/{name}.json");
        return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
