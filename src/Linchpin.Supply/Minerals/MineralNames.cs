using Linchpin.Claims;

namespace Linchpin.Supply.Minerals;

/// <summary>Names of minerals as sources write them, brought near enough to each other to be compared.</summary>
internal static class MineralNames
{
    // Words that say at which stage or in which form a source counts a mineral, and not which mineral it is.
    private static readonly HashSet<string> Stages = ["mine", "refined", "refinery", "smelter", "primary", "metal", "minerals", "mineral", "ore", "ores", "natural", "fixed", "grade", "battery", "metallurgy", "crude", "oxides", "oxide", "sponge", "concentrate", "element", "elements", "light", "heavy"];

    // Two spellings of one name: the American and the British, the old and the new.
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["aluminium"] = "aluminum", ["sulphur"] = "sulfur", ["baryte"] = "barite", ["columbium"] = "niobium", ["caesium"] = "cesium", ["wolfram"] = "tungsten",
    };

    /// <summary>The words of a name that say which mineral it is, in order; every word where none would be left.</summary>
    internal static string Base(string name)
    {
        string[] words = Words(name);
        string[] own = [.. words.Where(w => !Stages.Contains(w))];
        return string.Join(' ', (own.Length > 0 ? own : words).Distinct());
    }

    /// <summary>Whether what was asked for is this mineral: all its words are among the name's.</summary>
    internal static bool Fits(string asked, string name) => Words(asked) is { Length: > 0 } wanted && wanted.All(Words(name).Contains);

    /// <summary>At most five names near one that is not there.</summary>
    internal static string Near(string asked, IEnumerable<string> names)
    {
        string first = asked.Trim()[..Math.Min(3, asked.Trim().Length)];
        string[] near = [.. names.Where(n => n.Contains(first, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).Take(5)];
        return near.Length > 0 ? $"Near it: {string.Join(", ", near.Select(n => Shown.Short(n, 60)))}." : "Ask without a name to see them all.";
    }

    /// <summary>The words of a name, in lower case, one number and spelling each.</summary>
    internal static string[] Words(string name) =>
    [
        .. name.ToLowerInvariant().Split([' ', ',', ':', ';', '/', '(', ')', '-', '&', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => Spellings.GetValueOrDefault(w, w)).Select(w => w.Length > 4 && w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) ? w[..^1] : w),
    ];
}
