using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>Which class a difference is of.</content>
internal static partial class Disagreement
{
    private static (ConflictClass Class, string Why) ClassOf(string property, IReadOnlyList<IReadOnlyList<HeldClaim>> sides) => property switch
    {
        "name" => (ConflictClass.Name, "One thing under different names."),
        _ when OnePassage(sides) => (ConflictClass.Apparent, "One passage was read in different ways."),
        "act" => (ConflictClass.Apparent, "Different acts of one thing: each may have been done."),
        "event" => (ConflictClass.Apparent, "It is told at different events, each of which may have been."),
        "composition" or "member-count" when Published(sides) is { } years && years.Distinct().Count() == years.Count => (ConflictClass.ChangedOverTime, "Its members may have changed between the years of the two."),
        _ when OneDocument(sides) => (ConflictClass.SelfTension, "One document says both."),
        _ => (ConflictClass.Contradiction, "Not both can be true."),
    };

    /// <summary>The year in which each side was first published; <see langword="null"/> where one is undated.</summary>
    private static List<int>? Published(IReadOnlyList<IReadOnlyList<HeldClaim>> sides)
    {
        List<int?> years = [.. sides.Select(s => s.Min(c => c.Published?.Year))];
        return years.Contains(null) ? null : [.. years.Select(y => y!.Value)];
    }

    /// <summary>Whether all sides stand in one document.</summary>
    private static bool OneDocument(IReadOnlyList<IReadOnlyList<HeldClaim>> sides) =>
        sides.SelectMany(s => s).Select(c => c.Claim.Source).All(s => s is DocumentSource d && d.Document == sides[0][0].Claim.Source.Of);

    /// <summary>Whether all sides read the same words: then readers differ, not sources.</summary>
    private static bool OnePassage(IReadOnlyList<IReadOnlyList<HeldClaim>> sides) => sides[0][0].Claim.Source is DocumentSource first
        && sides.SelectMany(s => s).All(c => c.Claim.Source is DocumentSource d && d.Document == first.Document && d.At.Start < first.At.End && first.At.Start < d.At.End);
}
