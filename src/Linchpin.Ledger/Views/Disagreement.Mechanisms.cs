using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>What passages say of a mechanism's form, stages and parts, where it is more than one value for one property.</content>
internal static partial class Disagreement
{
    private static readonly string[] Stages = ["announced", "established", "signed", "in-force"];

    /// <summary>Types that are instruments: signed, and talked under afterwards.</summary>
    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal) { "agreement", "treaty", "mou", "law", "strategy-document" };

    private static IEnumerable<Difference> OfMechanism(EntityId id, IReadOnlyList<HeldClaim> claims)
    {
        ILookup<string, HeldClaim> by = claims.ToLookup(c => c.Claim.Property, StringComparer.Ordinal);
        return Form(id, by).Concat(Maturity(id, by)).Concat(StagesOf(id, by)).Concat(Parts(id, by, "arose-from", 1)).Concat(Parts(id, by, "topic", 3));
    }

    private static IEnumerable<Difference> Form(EntityId id, ILookup<string, HeldClaim> by)
    {
        ILookup<string, HeldClaim> forms = by["formality"].ToLookup(c => c.Value.Display, StringComparer.Ordinal);
        List<HeldClaim> signed = [.. forms["signed"]], unsigned = [.. forms["unsigned"]], explored = [.. forms["explored"]];
        bool instrument = by["type"].CountBy(c => c.Value.Display).OrderByDescending(t => t.Value).FirstOrDefault().Key is { } type && Instruments.Contains(type);
        List<HeldClaim> less = unsigned.Count > 0 ? unsigned : instrument ? [] : explored;
        if (signed.Count == 0 || less.Count == 0)
        {
            yield break;
        }

        if (unsigned.Count > 0 && !instrument)
        {
            less = [.. unsigned, .. explored];
        }

        IReadOnlyList<HeldClaim>[] sides = [signed, less];
        bool dated = by["signed"].Any(c => c.Value is DateValue);
        bool later = signed.All(s => less.All(l => l.Published is { } a && s.Published is { } b && a.Latest < b.Earliest));
        (ConflictClass kind, string why) = OneDocument(sides) ? (ConflictClass.SelfTension, "One document speaks of it as signed and as not.")
            : later ? (ConflictClass.ChangedOverTime, "What was told later may have come later: first talked about, then signed.")
            : dated && unsigned.Count == 0 ? (ConflictClass.Apparent, "It was signed on a day of its own; talks before or after do not speak against it.")
            : (ConflictClass.Contradiction, "One side has it signed, the other has parties that met and signed nothing.");
        yield return new Difference(id, "formality", sides, kind, why);
    }

    private static IEnumerable<Difference> Maturity(EntityId id, ILookup<string, HeldClaim> by)
    {
        ILookup<string, HeldClaim> told = by["maturity"].ToLookup(c => c.Value.Display, StringComparer.Ordinal);
        List<HeldClaim> existing = [.. told["existing"]], coming = [.. told["to-come"]];
        HeldClaim[] selves = [.. coming.Where(c => existing.Exists(e => e.Claim.Source.Of == c.Claim.Source.Of))];
        if (selves.Length > 0)
        {
            HashSet<EntityId> documents = [.. selves.Select(c => c.Claim.Source.Of)];
            yield return new Difference(
                id, "maturity", [[.. existing.Where(e => documents.Contains(e.Claim.Source.Of))], selves], ConflictClass.SelfTension, "One document speaks of it as there already and as still to come.");
        }
        else if (existing.Count > 0 && coming.Count > 0)
        {
            bool grew = coming.Exists(c => existing.Exists(e => c.Published is { } a && e.Published is { } b && a.Latest < b.Earliest));
            yield return grew ? new Difference(id, "maturity", [coming, existing], ConflictClass.ChangedOverTime, "Still to come when the one was written, there when the other was.")
                : new Difference(id, "maturity", [existing, coming], ConflictClass.Apparent, "One writer takes it as it is, the other for what it may become.");
        }
    }

    /// <summary>Announced in one year and launched in the next: stages, not a contradiction.</summary>
    private static IEnumerable<Difference> StagesOf(EntityId id, ILookup<string, HeldClaim> by)
    {
        List<List<HeldClaim>> stages = [.. Stages.Select(s => by[s].Where(c => c.Value is DateValue).ToList()).Where(s => s.Count > 0)];
        List<List<HeldClaim>> apart = [.. stages.Where(a => stages.Exists(b => a != b && !a.Exists(x => b.Exists(y => Agree(x.Value, y.Value)))))];
        if (apart.Count >= 2)
        {
            string told = string.Join(", ", apart.Select(s => $"{Vocabulary.Properties[s[0].Claim.Property].Label.ToLowerInvariant()} {s[0].Value.Display}"));
            yield return new Difference(id, apart[1][0].Claim.Property, [.. apart], ConflictClass.Apparent, $"Different stages of one thing: {told}.", "stages");
        }
    }

    /// <summary>Lists of what it is made of, one document's against another's: a part against the whole, or lists that overlap.</summary>
    private static IEnumerable<Difference> Parts(EntityId id, ILookup<string, HeldClaim> by, string property, int least)
    {
        List<(HashSet<string> Set, List<HeldClaim> Claims)> lists = [.. by[property].GroupBy(c => c.Claim.Source.Of)
            .Select(d => (d.Select(c => c.Value.Display).ToHashSet(StringComparer.Ordinal), d.ToList())).Where(l => l.Item1.Count >= least)];
        List<(HashSet<string> Set, List<HeldClaim> Claims)> differ = [.. lists.Where(a => lists.Exists(b => !a.Set.SetEquals(b.Set))).OrderBy(l => l.Set.Count)];
        if (differ.Count >= 2)
        {
            bool part = differ[0].Set.IsSubsetOf(differ[^1].Set);
            yield return new Difference(
                id, property, [.. differ.Select(d => d.Claims)], ConflictClass.Apparent,
                part ? "One names a part of what the other names." : "Each names some of them; neither says that there are no others.");
        }
    }
}
