using System.Globalization;
using System.Text.RegularExpressions;

namespace Linchpin.Workbench.Language;

/// <summary>Sentences of another language by the English ones. An English sentence may have numbered places, <c>{0}</c> and on; what stands there is taken over as it is.</summary>
/// <remarks>The rooms write their faults in English with the values in them, and know no other language: a sentence is known again by the words around its values.</remarks>
internal sealed partial class Sentences
{
    private readonly Dictionary<string, string> _whole = new(StringComparer.Ordinal);
    private readonly (string[] Around, string Words)[] _filled;

    /// <summary>The sentences given, English to the other language. The places of an English sentence are numbered in their order.</summary>
    public Sentences(IReadOnlyDictionary<string, string> given)
    {
        var filled = new List<(string[] Around, string Words)>();
        foreach ((string english, string words) in given)
        {
            string[] around = Place().Split(english);
            if (around.Length == 1)
            {
                _whole[english] = words;
            }
            else
            {
                filled.Add((around, words));
            }
        }

        // Of two that fit, the one that says more is meant.
        _filled = [.. filled.OrderByDescending(f => f.Around.Sum(a => a.Length))];
    }

    /// <summary>The sentence in the other language; <see langword="null"/> where there is none.</summary>
    public string? Find(string english)
    {
        if (_whole.TryGetValue(english, out string? whole))
        {
            return whole;
        }

        foreach ((string[] around, string words) in _filled)
        {
            if (Values(around, english) is { } values)
            {
                return string.Format(CultureInfo.InvariantCulture, words, values);
            }
        }

        return null;
    }

    /// <summary>What stands between the words given; <see langword="null"/> where the text does not have them.</summary>
    private static string[]? Values(string[] around, string text)
    {
        if (!text.StartsWith(around[0], StringComparison.Ordinal))
        {
            return null;
        }

        var values = new string[around.Length - 1];
        int at = around[0].Length;
        for (int i = 1; i < around.Length; i++)
        {
            int next = i < around.Length - 1 ? text.IndexOf(around[i], at, StringComparison.Ordinal)
                : text.EndsWith(around[i], StringComparison.Ordinal) ? text.Length - around[i].Length : -1;
            if (next < at)
            {
                return null;
            }

            values[i - 1] = text[at..next];
            at = next + around[i].Length;
        }

        return values;
    }

    [GeneratedRegex("[{][0-9][}]")]
    private static partial Regex Place();
}
