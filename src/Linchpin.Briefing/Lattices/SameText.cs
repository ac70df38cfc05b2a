namespace Linchpin.Briefing.Lattices;

/// <summary>Finds texts told twice: two texts are one where at least <see cref="Part"/> of all their words are common to both (Jaccard).</summary>
/// <remarks>
/// Two such texts share one of their rarest words: of n words one of the n − ⌈Part·n⌉ + 1 rarest (the prefix filter of Chaudhuri, Ganti and Kaushik, "A primitive
/// operator for similarity joins in data cleaning", ICDE 2006). Only texts that share one are compared, so that twenty thousand promises are not each held against each.
/// </remarks>
internal sealed class SameText
{
    /// <summary>Texts of which this part is common are one.</summary>
    private const double Part = 0.8;

    /// <summary>So that a product like 0.8 · 15, a little above 12 in binary, is not rounded up to 13.</summary>
    private const double Rounding = 1e-9;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _told = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _words = [];

    /// <param name="texts">All texts that will be asked about: from them is known which words are rare.</param>
    internal SameText(IEnumerable<string> texts)
    {
        foreach (string word in texts.SelectMany(Words))
        {
            _texts[word] = _texts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The number of the first text added for which the check holds and which is the same text; where there is none, adds this one under the next number and gives -1.</summary>
    internal int FindOrAdd(string text, Predicate<int> check)
    {
        HashSet<string> words = Words(text);
        List<int>[] told = [.. Rarest(words).Select(Told)];
        foreach (int candidate in told.SelectMany(t => t).Distinct().Order())
        {
            if (check(candidate) && AreOne(_words[candidate], words))
            {
                return candidate;
            }
        }

        foreach (List<int> texts in told)
        {
            texts.Add(_words.Count);
        }

        _words.Add(words);
        return -1;
    }

    private List<int> Told(string word) => _told.TryGetValue(word, out List<int>? told) ? told : _told[word] = [];

    private IEnumerable<string> Rarest(HashSet<string> words) => words
        .OrderBy(w => _texts.GetValueOrDefault(w)).ThenBy(w => w, StringComparer.Ordinal)
        .Take(words.Count - (int)Math.Ceiling((Part * words.Count) - Rounding) + 1);

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim('.', ',', ';', ':', '"', '“', '”', '(', ')')).Where(w => w.Length > 0)];

    private static bool AreOne(HashSet<string> a, HashSet<string> b)
    {
        int smaller = Math.Min(a.Count, b.Count);
        int larger = Math.Max(a.Count, b.Count);
        if (smaller < Part * larger || larger == 0)
        {
            return false;
        }

        int common = 0;
        foreach (string word in a)
        {
            common += b.Contains(word) ? 1 : 0;
        }

        return (double)common / (a.Count + b.Count - common) >= Part;
    }
}
