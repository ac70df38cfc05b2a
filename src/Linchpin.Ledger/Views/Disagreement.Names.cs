using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>One mechanism under different names.</content>
/// <remarks>
/// A name that a source gives counts, unless an extractor made it of lower-case words; other forms count where they are written as full names and have half their
/// words in common with one. An acronym beside the words it stands for is no other name.
/// </remarks>
internal static partial class Disagreement
{
    private const int FullName = 2;

    private static IEnumerable<Difference> NamesOf(EntityId id, IReadOnlyList<HeldClaim> claims)
    {
        List<HeldClaim> names = [.. claims.Where(c => c.Claim.Property == "name" && c.Value is TextValue t && (c.Claim.Author.Kind == AuthorKind.Person || t.Words.Any(char.IsUpper)))];
        List<HashSet<string>> words = [.. claims.Where(c => c.Claim.Property is "name" or "alias" && IsFull(c.Value.Display)).Select(c => Stems(c.Value.Display))];
        IEnumerable<HeldClaim> forms = claims.Where(c => c.Claim.Property == "alias" && IsFull(c.Value.Display) && Stems(c.Value.Display) is var own && words.Exists(w => Overlap(Telling(w), Telling(own)) >= 0.5));
        List<List<HeldClaim>> sides = [.. names.Concat(forms).GroupBy(c => Key(new TextValue(Bare(c.Value.Display))), StringComparer.Ordinal).Select(g => g.DistinctBy(c => c.Claim.Source).ToList())];
        sides.RemoveAll(s => sides.Exists(o => o != s && (IsAcronym(s[0].Value.Display, o[0].Value.Display) || Drops(s[0].Value.Display, o[0].Value.Display))));
        if (sides.Count >= 2)
        {
            yield return new Difference(id, "name", Ordered(sides), ConflictClass.Name, "One thing under different names.");
        }
    }

    private static readonly HashSet<string> OfCountries =
    [
        .. Vocabulary.Countries.Values.SelectMany(c => Stems(c.Name).Append(c.Iso2.ToLowerInvariant()).Append(c.Iso3.ToLowerInvariant())),
        "us", "uk", "rok", "dprk", "korea", "korean", "americ", "japane", "indian", "chines", "british", "republ", "states", "united",
    ];

    private static HashSet<string> Telling(HashSet<string> stems) => [.. stems.Where(w => !OfCountries.Contains(w))];

    private static bool IsFull(string name) => Bare(name).Split([' ', '-', '–'], StringSplitOptions.RemoveEmptyEntries)
        .Count(w => char.IsUpper(w[0]) && Stems(w).Any(s => !OfCountries.Contains(s))) >= FullName;

    /// <summary>Whether the first is the second with its countries left out.</summary>
    private static bool Drops(string shorter, string longer)
    {
        HashSet<string> less = Stems(Bare(shorter)), more = Stems(Bare(longer));
        return less.IsProperSubsetOf(more) && more.Where(w => !less.Contains(w)).All(OfCountries.Contains);
    }

    /// <summary>The name without what says only that it is new, or which one of a series, and without its acronym in brackets.</summary>
    private static string Bare(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int from = 0;
        while (from < words.Length - 1 && (words[from].ToLowerInvariant() is "the" or "a" or "new" or "existing" or "expanded" or "inaugural" or "first" or "annual" or "landmark" or "historic" or "recent" or "their" or "its" or "our" or "this"
            || char.IsDigit(words[from][0])))
        {
            from++;
        }

        int bracket = Array.FindIndex(words, from, w => w.StartsWith('('));
        return string.Join(' ', words[from..(bracket > from ? bracket : words.Length)]);
    }

    private static HashSet<string> Stems(string text) =>
        [.. text.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Split([' ', '-', '–', ',', '(', ')', '/', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 1 && w is not ("of" or "on" or "for" or "the" or "and" or "in" or "to" or "with" or "between")).Select(w => w.Length > 6 ? w[..6] : w)];

    private static double Overlap(HashSet<string> a, HashSet<string> b)
    {
        int common = a.Count(b.Contains);
        return common == 0 ? 0 : (double)common / (a.Count + b.Count - common);
    }

    /// <summary>"ASEAN" for "Association of Southeast Asian Nations": capitals that stand in the other in their order, from its first letter.</summary>
    private static bool IsAcronym(string shorter, string name)
    {
        string letters = string.Concat(shorter.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        if (shorter.Contains(' ', StringComparison.Ordinal) || letters.Length is < 2 or > 10 || !name.Contains(' ', StringComparison.Ordinal))
        {
            return false;
        }

        string full = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        int at = 0;
        for (int k = 0; k < full.Length && at < letters.Length; k++)
        {
            at += full[k] == letters[at] ? 1 : 0;
        }

        return letters[0] == full[0] && at == letters.Length && shorter.Count(char.IsUpper) * 2 > letters.Length;
    }
}
