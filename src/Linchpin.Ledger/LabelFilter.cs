using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>Narrows a view to claims under some labels. It never shows what the reader may not see, and it leaves judgements alone: what was rejected stays rejected, whatever its judgement bears.</summary>
/// <remarks>Two filters are equal where they let the same labels through.</remarks>
public sealed record LabelFilter
{
    /// <summary>How the absence of a level is written.</summary>
    public const string Unlabelled = "none";

    private readonly string _levels;

    /// <summary>A filter of levels and lists.</summary>
    /// <param name="levels">TLP levels, <see langword="null"/> for what is not labelled; none of them lets every level through.</param>
    /// <param name="releasableTo">Only what has a releasable-to list with this reader, organisation or partner on it; <see langword="null"/> does not narrow.</param>
    public LabelFilter(IEnumerable<Tlp?> levels, string? releasableTo = null)
    {
        _levels = string.Join(',', levels.Distinct().OrderBy(l => l).Select(Code));
        ReleasableTo = releasableTo?.ToUpperInvariant();
    }

    /// <summary>The name that must be on the list, in capitals; <see langword="null"/> where none is asked for.</summary>
    public string? ReleasableTo { get; }

    /// <summary>The levels as written, in the order of their strictness; empty where every level is let through.</summary>
    public IReadOnlyList<string> Levels => _levels.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Every level as written, unlabelled first.</summary>
    public static IReadOnlyList<string> AllLevels { get; } = [Unlabelled, .. Enum.GetValues<Tlp>().Select(t => Code(t))];

    /// <summary>Whether something under the label is shown.</summary>
    public bool Lets(Handling label) =>
        (_levels.Length == 0 || Levels.Contains(Code(label.Tlp), StringComparer.Ordinal))
        && (ReleasableTo is null || label.ReleasableTo?.Contains(ReleasableTo, StringComparer.OrdinalIgnoreCase) == true);

    /// <summary>The level of that code; <see langword="null"/> for what is not labelled.</summary>
    /// <returns>Whether there is such a level.</returns>
    public static bool TryLevel(string code, out Tlp? level)
    {
        int at = AllLevels.ToList().IndexOf(code);
        level = at > 0 ? (Tlp)(at - 1) : null;
        return at >= 0;
    }

    /// <summary>The level as written.</summary>
    public static string Code(Tlp? level) => level switch
    {
        Tlp.Clear => "clear",
        Tlp.Green => "green",
        Tlp.Amber => "amber",
        Tlp.AmberStrict => "amber-strict",
        Tlp.Red => "red",
        _ => Unlabelled,
    };
}
