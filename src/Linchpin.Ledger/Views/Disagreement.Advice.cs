using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>Advice that pulls opposite ways, or gives one task to different actors.</content>
internal static partial class Disagreement
{
    // Words of a task that two recommendations have in common, of the shorter one's.
    private const double SameTask = 0.5, VerySameTask = 0.6;
    private const int LeastWords = 2, MostCompared = 400;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "should", "must", "ought", "need", "needs", "would", "could", "shall", "not", "avoid", "refrain", "stop", "cease", "more", "also", "further", "together", "their", "they", "them", "this", "that", "these", "those",
        "from", "into", "over", "under", "about", "than", "then", "other", "others", "both", "three", "countries", "country", "nations", "governments", "government", "partners", "allies", "such", "which", "while", "has", "have", "been",
        "are", "its", "his", "her", "our", "all", "any", "some", "new", "out", "stay", "limit", "reduce", "halt", "end", "expand", "deepen", "strengthen", "continue", "seek", "make", "take", "keep", "work", "help", "united", "states", "south",
    };

    /// <summary>Words of leading: one task of this sort is one actor's.</summary>
    private static readonly string[] Leading = ["lead", "host", "chair", "mediat", "coordinat", "co-ordinat", "convene", "fund", "financ", "broker", "initiat"];

    private static IEnumerable<Difference> OfAdvice(IReadOnlyList<HeldClaim> claims)
    {
        List<Advice> all = [.. claims.GroupBy(c => c.Subject).Select(g => Read([.. g])).OfType<Advice>().OrderBy(a => a.Id)];
        foreach (List<Advice> near in all.SelectMany(a => a.Sectors.Select(s => (s, a))).GroupBy(p => p.s, p => p.a).Select(g => g.Take(MostCompared).ToList()))
        {
            for (int i = 0; i < near.Count; i++)
            {
                foreach (Advice other in near.Skip(i + 1).Where(o => o.Id != near[i].Id))
                {
                    if (Opposed(near[i], other) is { } difference)
                    {
                        yield return difference;
                    }
                }
            }
        }
    }

    private static Difference? Opposed(Advice a, Advice b)
    {
        int common = a.Words.Count(b.Words.Contains);
        double part = common / (double)Math.Max(1, Math.Min(a.Words.Count, b.Words.Count));
        if (common < LeastWords || part < SameTask || Math.Min(a.Words.Count, b.Words.Count) < 3)
        {
            return null;
        }

        bool meet = a.Who.Count == 0 || b.Who.Count == 0 || a.Who.Overlaps(b.Who);
        string? why = a.Against != b.Against && meet ? "One advises to do it, the other not to."
            : !a.Against && !b.Against && a.Who.Count > 0 && b.Who.Count > 0 && !a.Who.Overlaps(b.Who) && part >= VerySameTask && a.Leads is { } led && led == b.Leads ? "Each gives the task to somebody else." : null;
        return why is null ? null : new Difference(a.Id, "what", [a.Claims, b.Claims], ConflictClass.Recommendation, why, "advice " + b.Id);
    }

    private static Advice? Read(List<HeldClaim> claims)
    {
        List<HeldClaim> what = [.. claims.Where(c => c.Claim.Property == "what")];
        if (what.Count == 0)
        {
            return null;
        }

        HashSet<string> sectors = [.. claims.Where(c => c.Claim.Property == "sector").Select(c => c.Value.Display), "any"];
        sectors.RemoveWhere(s => s == "any" && sectors.Count > 1);
        string text = what[0].Value.Display.ToLowerInvariant();
        return new Advice(
            claims[0].Subject, what, claims.Any(c => c.Claim.Property == "stance" && c.Value.Display == "against"),
            [.. claims.Where(c => c.Claim.Property == "who-should").Select(c => c.Value.Display)], sectors,
            [.. text.Split([' ', ',', ';', '.', '(', ')', '-', '–', '—', '“', '”', '"', '\n', '’'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2 && !Empty.Contains(w)).Select(w => w.Length > 6 ? w[..6] : w)],
            Leading.FirstOrDefault(l => text.Contains(l, StringComparison.Ordinal)));
    }

    private sealed record Advice(EntityId Id, List<HeldClaim> Claims, bool Against, HashSet<string> Who, HashSet<string> Sectors, HashSet<string> Words, string? Leads);
}
