using System.Text.RegularExpressions;

namespace Linchpin.Briefing.Lattices;

/// <summary>Finds texts of different documents that tell the same in other words: at least <see cref="Part"/> of the shorter one's words of content, and <see cref="Fewest"/> of them, stand in the longer.</summary>
/// <remarks>
/// Words of content are compared by their beginnings, without endings ("tripling" and "triple"). Of the shorter text's n words one of the n − ⌈Part·n⌉ + 1 rarest is in the longer (the prefix filter, see
/// <see cref="SameText"/>); as either may be the shorter, both are looked up.
/// </remarks>
internal sealed partial class NearText
{
    /// <summary>This part of the shorter text is common (overlap coefficient).</summary>
    private const double Part = 0.6;

    /// <summary>Fewer words in common are chance.</summary>
    private const int Fewest = 4;

    private const int LongestStem = 6, Ending = 3;

    private static readonly HashSet<string> Empty = new(
        "the and for with that this from into their its his her our both two three all more most will would shall should have has had been being are was were they them which who whose such other also each than then countries country nations sides governments together between among upon over under about through as at by in of on to a an or be is it"
            .Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _whole = new(StringComparer.Ordinal), _rare = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _stems = [];

    /// <param name="texts">All texts that will be asked about: from them is known which words are rare.</param>
    internal NearText(IEnumerable<string> texts)
    {
        foreach (string stem in texts.SelectMany(Stems))
        {
            _texts[stem] = _texts.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>The number of the first text added for which the check holds and which tells the same; where there is none, adds this one under the next number and gives -1.</summary>
    internal int FindOrAdd(string text, Predicate<int> check)
    {
        HashSet<string> stems = Stems(text);
        string[] rarest = [.. stems.OrderBy(w => _texts.GetValueOrDefault(w)).ThenBy(w => w, StringComparer.Ordinal).Take(Math.Max(0, stems.Count - (int)Math.Ceiling((Part * stems.Count) - 1e-9) + 1))];
        foreach (int candidate in rarest.SelectMany(w => At(_whole, w)).Concat(stems.SelectMany(w => At(_rare, w))).Distinct().Order())
        {
            int common = _stems[candidate].Count(stems.Contains);
            if (common >= Fewest && common >= Part * Math.Min(stems.Count, _stems[candidate].Count) && check(candidate))
            {
                return candidate;
            }
        }

        foreach ((Dictionary<string, List<int>> index, IEnumerable<string> words) in new[] { (_whole, stems), (_rare, (IEnumerable<string>)rarest) })
        {
            foreach (string word in words)
            {
                (index.TryGetValue(word, out List<int>? at) ? at : index[word] = []).Add(_stems.Count);
            }
        }

        _stems.Add(stems);
        return -1;
    }

    private static IReadOnlyList<int> At(Dictionary<string, List<int>> index, string word) => index.TryGetValue(word, out List<int>? at) ? at : [];

    private static HashSet<string> Stems(string text) =>
        [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).Where(w => w.Length > 1 && !Empty.Contains(w)).Select(Stem)];

    /// <summary>A word's beginning: without its last letters where it is long, and no longer than six.</summary>
    private static string Stem(string word) => word.Length <= LongestStem - 1 ? word.TrimEnd('s') : word[..Math.Min(LongestStem, Math.Max(LongestStem - 1, word.Length - Ending))];

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
