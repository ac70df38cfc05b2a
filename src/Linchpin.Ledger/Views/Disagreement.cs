using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <summary>Whether claims about one property of one entity contradict each other.</summary>
/// <remarks>
/// Values are the same where they differ only in letter case, spaces or punctuation; dates agree where they may mean one day. Two values contradict each
/// other where some claim of the one may hold at the same time as some claim of the other. Unknown and not applicable contradict nothing, nor does a type that an extractor gave.
/// </remarks>
internal static class Disagreement
{
    /// <summary>The sides, those with more claims first; none where there is no contradiction.</summary>
    internal static List<ConflictSide> Sides(IReadOnlyList<HeldClaim> claims)
    {
        List<List<HeldClaim>> values = [];
        foreach (IGrouping<string, HeldClaim> same in claims.Where(Counts).GroupBy(c => Key(c.Value), StringComparer.Ordinal))
        {
            values.Add([.. same]);
        }

        Fold(values);
        List<List<HeldClaim>> sides = [.. values.Where(a => values.Any(b => a != b && !Agree(a[0].Value, b[0].Value) && Together(a, b)))];
        return sides.Count < 2 ? [] : [.. sides.OrderByDescending(s => s.Count).ThenBy(s => Key(s[0].Value), StringComparer.Ordinal).Select(s => new ConflictSide(s[0].Value, s))];
    }

    // An extractor sorts things into types itself: that two documents came out differently is no disagreement of theirs.
    private static bool Counts(HeldClaim claim) => claim.Value is not (UnknownValue or NotApplicableValue)
        && !(claim.Claim.Property == "type" && claim.Claim.Author.Kind == AuthorKind.Extractor);

    /// <summary>Text without case, spaces and punctuation; other values as printed. Marks and signs count where nothing else is left.</summary>
    internal static string Key(Value value)
    {
        if (value is not TextValue text)
        {
            return value.GetType().Name + " " + value.Display;
        }

        string folded = string.Concat(text.Words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return folded.Length > 0 ? folded : text.Words;
    }

    // A less precise date joins the one more precise date that it agrees with. One that agrees with several takes no side.
    private static void Fold(List<List<HeldClaim>> values)
    {
        foreach (List<HeldClaim> vague in values.Where(v => v[0].Value is DateValue).OrderBy(v => ((DateValue)v[0].Value).On.Precision.Length == 3).ToList())
        {
            PartialDate date = ((DateValue)vague[0].Value).On;
            List<List<HeldClaim>> finer = [.. values.Where(v => v != vague && v[0].Value is DateValue d && d.On.Precision != date.Precision && Inside(d.On, date))];
            if (finer.Count > 0)
            {
                values.Remove(vague);
            }

            if (finer.Count == 1)
            {
                finer[0].AddRange(vague);
            }
        }
    }

    private static bool Inside(PartialDate fine, PartialDate vague) => fine.Earliest >= vague.Earliest && fine.Latest <= vague.Latest;

    private static bool Agree(Value a, Value b) => a is DateValue x && b is DateValue y && x.On.AgreesWith(y.On);

    private static bool Together(List<HeldClaim> a, List<HeldClaim> b)
    {
        ValidTime[] times = [.. b.Select(c => c.Claim.Valid).Distinct()];
        return a.Select(c => c.Claim.Valid).Distinct().Any(x => times.Any(y => !Before(x, y) && !Before(y, x)));
    }

    // One that ends in the year in which the other begins has made way for it.
    private static bool Before(ValidTime a, ValidTime b) => a.To is { } end && b.From is { } start && end.Earliest <= start.Earliest && end.Latest <= start.Latest;
}
