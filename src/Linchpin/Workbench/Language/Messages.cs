using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Linchpin.Workbench.Language;

/// <summary>The words of the pages in one language, read from <c>en.json</c> and its sisters beside this file.</summary>
/// <remarks>A message that a language lacks is shown in English. A key that English lacks is a bug and throws.</remarks>
internal sealed class Messages
{
    private static readonly Dictionary<string, Messages> All = new(StringComparer.Ordinal)
    {
        ["en"] = new("en"),
    };

    private readonly FrozenDictionary<string, string> _words;

    private Messages(string language)
    {
        Language = language;
        using Stream stream = typeof(Messages).Assembly.GetManifestResourceStream($"language/{language}.json")!;
        _words = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }

    /// <summary>BCP 47 tag of the language.</summary>
    public string Language { get; }

    /// <summary>English.</summary>
    public static Messages English => All["en"];

    /// <summary>The message.</summary>
    public string this[string key] => _words.TryGetValue(key, out string? text) ? text
        : Language != "en" ? English[key] : throw new KeyNotFoundException($"No message '{key}'.");

    /// <summary>The message with its numbered places filled.</summary>
    public string this[string key, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>The message for one or for several, <c>key.one</c> and <c>key.many</c>, with the count in place 0.</summary>
    public string Count(string key, int count) => string.Format(CultureInfo.InvariantCulture, this[key + (count == 1 ? ".one" : ".many")], count.ToString("#,0", CultureInfo.InvariantCulture));
}
