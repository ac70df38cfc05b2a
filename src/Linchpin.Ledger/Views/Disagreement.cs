using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <summary>Claims that differ, by side, with the class of the difference.</summary>
/// <param name="Subject">The entity.</param>
/// <param name="Property">The property.</param>
/// <param name="Sides">The claims of each side.</param>
/// <param name="Class">The class.</param>
/// <param name="Why">Why it is of that class, in a sentence.</param>
/// <param name="Topic">What tells it apart from other differences on the same property of the same entity.</param>
internal sealed record Difference(EntityId Subject, string Property, IReadOnlyList<IReadOnlyList<HeldClaim>> Sides, ConflictClass Class, string Why, string Topic = "");

/// <summary>Claims about a property that has one value at a time, where their values differ.</summary>
/// <remarks>
/// Values are the same where they differ only in letter case, spaces or punctuation; dates agree where they may mean one day. Unknown and not applicable
/// contradict nothing, nor does a type that an extractor gave.
/// </remarks>
internal static partial class Disagreement
{
    /// <summary>The differences among claims of single-valued properties, in no order.</summary>
    internal static IEnumerable<Difference> Of(IReadOnlyList<HeldClaim> claims)
    {
        foreach (IGrouping<(EntityId Subject, string Property), HeldClaim> group in claims.Where(c => c.Subject.Kind != "mechanism" || c.Claim.Property != "name").GroupBy(c => (c.Subject, c.Claim.Property)))
        {
            List<List<HeldClaim>> values = Values([.. group]);
            List<List<HeldClaim>> differ = [.. values.Where(a => values.Exists(b => a != b && Differ(a, b)))];
            List<List<HeldClaim>> sides = [.. differ.Where(a => differ.Exists(b => a != b && Differ(a, b) && Together(a, b)))];
            if (sides.Count >= 2)
            {
                (ConflictClass kind, string why) = ClassOf(group.Key.Property, sides);
                yield return new Difference(group.Key.Subject, group.Key.Property, Ordered(sides), kind, why);
            }
            else if (differ.Count >= 2 && group.Key.Property != "name")
            {
                yield return new Difference(
                    group.Key.Subject, group.Key.Property, [.. differ.OrderBy(v => v.Min(c => c.Claim.Valid.From?.Earliest ?? DateOnly.MinValue))],
                    ConflictClass.ChangedOverTime, "Each held at its own time.");
            }
        }
    }

    /// <summary>The differences that take more than one property or entity to see.</summary>
    internal static IEnumerable<Difference> Among(View view)
    {
        IReadOnlyList<HeldClaim> mechanisms = view.Claims(new ClaimFilter(Kind: "mechanism")), commitments = view.Claims(new ClaimFilter(Kind: "commitment"));
        return mechanisms.GroupBy(c => c.Subject).SelectMany(g => NamesOf(g.Key, [.. g]).Concat(OfMechanism(g.Key, [.. g])))
            .Concat(commitments.GroupBy(c => c.Subject).SelectMany(g => OfCommitment(g.Key, [.. g])))
            .Concat(Announced(commitments, mechanisms))
            .Concat(OfSums(commitments))
            .Concat(OfEvents(view.Claims(new ClaimFilter(Kind: "event"))))
            .Concat(OfAdvice(view.Claims(new ClaimFilter(Kind: "recommendation"))))
            .Concat(OfOffices(view.Claims(new ClaimFilter(Kind: "role"))))
            .DistinctBy(d => (d.Subject, d.Property, d.Topic));
    }

    private static List<List<HeldClaim>> Values(IReadOnlyList<HeldClaim> claims)
    {
        List<List<HeldClaim>> values = [.. claims.Where(Counts).GroupBy(c => Key(c.Value), StringComparer.Ordinal).Select(same => same.ToList())];
        Fold(values);
        return values;
    }

    private static bool Differ(List<HeldClaim> a, List<HeldClaim> b) => !Agree(a[0].Value, b[0].Value)
        && !(a[0].Claim.Property == "place" && (Contains(a[0].Value.Display, b[0].Value.Display) || Contains(b[0].Value.Display, a[0].Value.Display)))
        && !(a[0].Claim.Property == "name" && (IsAcronym(a[0].Value.Display, b[0].Value.Display) || IsAcronym(b[0].Value.Display, a[0].Value.Display)));

    private static List<IReadOnlyList<HeldClaim>> Ordered(IEnumerable<List<HeldClaim>> sides) =>
        [.. sides.OrderByDescending(s => s.Count).ThenBy(s => Key(s[0].Value), StringComparer.Ordinal)];

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

    // "Seoul" and "Seoul, South Korea" are one place.
    private static bool Contains(string whole, string part) => whole.StartsWith(part + ",", StringComparison.OrdinalIgnoreCase);

    private static bool Together(List<HeldClaim> a, List<HeldClaim> b)
    {
        ValidTime[] times = [.. b.Select(c => c.Claim.Valid).Distinct()];
        return a.Select(c => c.Claim.Valid).Distinct().Any(x => times.Any(y => !Before(x, y) && !Before(y, x)));
    }

    // One that ends in the year in which the other begins has made way for it.
    private static bool Before(ValidTime a, ValidTime b) => a.To is { } end && b.From is { } start && end.Earliest <= start.Earliest && end.Latest <= start.Latest;
}
