using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>One pledge told with different sums of money.</content>
internal static partial class Disagreement
{
    // Of all their words but numbers, two tellings of one pledge have this part in common.
    private const double SamePledge = 0.7;
    private const int LeastPledgeWords = 3;

    /// <summary>Commitments that state one sum each: of the same commitment, or of two that other documents tell of in the same words, with the same parties and for the same names.</summary>
    /// <remarks>A document that tells of both sums tells of two pledges. Sums that differ by rounding agree.</remarks>
    private static IEnumerable<Difference> OfSums(IReadOnlyList<HeldClaim> commitments)
    {
        IEnumerable<Pledge> all = commitments.GroupBy(c => c.Subject).OrderBy(g => g.Key).SelectMany(g => Pledges([.. g]));
        foreach (List<Pledge> near in all.GroupBy(p => (p.Sum.Currency, p.Sum.Yearly, p.Who)).Select(g => g.Take(MostCompared).ToList()))
        {
            for (int i = 0; i < near.Count; i++)
            {
                foreach (Pledge other in near.Skip(i + 1).Where(o => !o.Sum.AgreesWith(near[i].Sum) && Same(near[i], o) && !Elsewhere(near, near[i], o) && !Elsewhere(near, o, near[i])))
                {
                    yield return Between(near[i], other);
                }
            }
        }
    }

    private static IEnumerable<Pledge> Pledges(List<HeldClaim> claims)
    {
        EntityId[] who = [.. claims.Where(c => c.Claim.Property == "who").Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id).Distinct().Order()];
        HashSet<string> parties = [.. who.Where(w => w.Kind == "country").SelectMany(w => Stems(Vocabulary.CountryName(w.Name)))];
        HashSet<string> mechanisms = [.. claims.Where(c => c.Claim.Property == "mechanism").Select(c => c.Value.Display)];
        foreach (HeldClaim what in claims.Where(c => c is { Claim.Property: "what", Value: TextValue }))
        {
            if (StatedSum.Only(what.Value.Display, out string rest) is { } sum)
            {
                PartialDate? made = (claims.FirstOrDefault(c => c.Claim.Property == "date" && c.Claim.Source.Of == what.Claim.Source.Of)?.Value as DateValue)?.On;
                string[] words = rest.Split([' ', '-', '–', '/', '\n'], StringSplitOptions.RemoveEmptyEntries);
                yield return new Pledge(
                    what, sum, string.Join('+', who), mechanisms, made ?? what.Claim.Valid.From ?? what.Published, [.. Stems(rest).Where(w => !w.Any(char.IsDigit) && !parties.Contains(w))],
                    [.. words.Skip(1).Where(w => char.IsUpper(w[0])).SelectMany(Stems).Where(w => !parties.Contains(w))]);
            }
        }
    }

    private static bool Same(Pledge a, Pledge b) => a.What.Subject == b.What.Subject || (a.Who.Length > 0 && a.Document != b.Document
        && (a.Mechanisms.Count == 0 || b.Mechanisms.Count == 0 || a.Mechanisms.Overlaps(b.Mechanisms)) && (a.Names.IsSubsetOf(b.Names) || b.Names.IsSubsetOf(a.Names))
        && Math.Min(a.Words.Count, b.Words.Count) >= LeastPledgeWords && Overlap(a.Words, b.Words) >= SamePledge);

    /// <summary>Whether the second one's document tells of the first one's sum as well.</summary>
    private static bool Elsewhere(List<Pledge> near, Pledge one, Pledge other) => near.Exists(p => !ReferenceEquals(p, one) && p.Document == other.Document && p.Sum.AgreesWith(one.Sum) && Same(one, p));

    private static Difference Between(Pledge a, Pledge b)
    {
        IReadOnlyList<HeldClaim>[] sides = a.When is { } x && b.When is { } y && y.CompareTo(x) < 0 ? [[b.What], [a.What]] : [[a.What], [b.What]];
        (ConflictClass kind, string why) = OnePassage(sides) ? (ConflictClass.Apparent, "One passage was read in different ways.")
            : a.When is { } one && b.When is { } other && one.Year != other.Year ? (ConflictClass.ChangedOverTime, "Each was the sum when it was told.")
            : OneDocument(sides) ? (ConflictClass.SelfTension, "One document gives two sums for one pledge.") : (ConflictClass.Contradiction, "Two sums for one pledge.");
        return new Difference(a.What.Subject, "what", sides, kind, why, "sum " + b.What.Subject);
    }

    private sealed record Pledge(HeldClaim What, StatedSum Sum, string Who, HashSet<string> Mechanisms, PartialDate? When, HashSet<string> Words, HashSet<string> Names)
    {
        internal EntityId Document => What.Claim.Source.Of;
    }
}
