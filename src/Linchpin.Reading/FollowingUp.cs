using Linchpin.Claims;
using Linchpin.Reading.Statements;

namespace Linchpin.Reading;

/// <summary>What is known of a commitment, or of an outcome, as far as telling one from the other's needs it.</summary>
/// <param name="Words">What was promised, or the words on what came of it.</param>
/// <param name="Parties">ISO codes and ids of bodies, without their kind.</param>
/// <param name="Sectors">Sectors of co-operation.</param>
/// <param name="Mechanisms">Mechanisms that it names.</param>
/// <param name="When">When it was made or came about; else when the document was published; <see langword="null"/> where neither is stated.</param>
public sealed record KnownTelling(string Words, IReadOnlySet<string> Parties, IReadOnlySet<string> Sectors, IReadOnlySet<EntityId> Mechanisms, PartialDate? When);

/// <summary>Which commitment an outcome is of: by parties, mechanism, sector and the words of the thing. What is sure is the same; what is not waits for a person.</summary>
internal static class FollowingUp
{
    // Points: a word of the thing in common 1 (at most 4), the mechanism 2, all parties 1.5, some of them 1, a sector 0.5.
    private const double SureFrom = 3.5, DoubtFrom = 2.5, Ahead = 1;
    private const int MostWords = 4;

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "agree", "agreed", "pledge", "pledged", "signed", "launched", "announced", "opened", "began", "extended", "renewed", "since", "that", "this", "with", "their", "from", "which", "would", "will", "have", "been", "were", "into",
        "joint", "jointly", "they", "them", "also", "further", "between", "under", "over", "after", "before", "both", "countries", "governments", "government", "countrie", "year", "years", "month", "first", "last", "late", "early", "never", "took", "effect",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "completed", "ratified", "delivered", "expired", "lapsed", "ended", "cooperation", "co-operation",
    };

    /// <summary>The judgements that tie outcomes to commitments: this document's to what is known and to its own, and what is known to this document's.</summary>
    internal static IEnumerable<Judgement> Propose(ReadDocument read, KnownEntities known, Author by, Handling handling)
    {
        KnownEntity[] own = [.. read.Items.Where(i => i.Kind == "commitment").Select(i => Of(read, i))];
        foreach (Statement statement in read.Statements.Where(s => s.Property == "state"))
        {
            KnownEntity outcome = Of(read, statement);
            IEnumerable<KnownEntity> candidates = known.Telling("commitment", outcome.Told!).Where(k => !known.Has(outcome.Id)).Concat(own.Where(o => !known.Has(o.Id) && (o.End <= outcome.Start || o.Start >= outcome.End)));
            if (Judged(outcome, candidates, by, handling) is { } judgement)
            {
                yield return judgement;
            }
        }

        // A commitment that is read after what came of it: outcomes of other documents that it is the only one to fit.
        foreach (KnownEntity outcome in own.Where(o => !known.Has(o.Id)).SelectMany(o => known.Telling("outcome", o.Told!)).DistinctBy(o => o.Id).OrderBy(o => o.Id))
        {
            if (Judged(outcome, own.Concat(known.Telling("commitment", outcome.Told!)).DistinctBy(c => c.Id), by, handling) is { } judgement && own.Any(o => o.Id.ToString() == judgement.Into))
            {
                yield return judgement;
            }
        }
    }

    /// <summary>The stems of the words that tell a thing from others.</summary>
    internal static HashSet<string> Stems(string words) =>
        [.. words.ToLowerInvariant().Split([' ', ',', ';', '.', '(', ')', '-', '–', '—', '“', '”', '"', '’', '\'', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.Length > 3 && !Empty.Contains(w) && !w.All(char.IsDigit)).Select(w => MechanismName.Singular(w)).Where(w => !Countries.Contains(w)).Select(w => w.Length > 6 ? w[..6] : w)];

    private static readonly HashSet<string> Countries =
        [.. Vocabulary.Countries.Values.SelectMany(c => c.Name.ToLowerInvariant().Split([' ', '-'])), "united", "states", "korea", "republic"];

    private static Judgement? Judged(KnownEntity outcome, IEnumerable<KnownEntity> candidates, Author by, Handling handling)
    {
        (KnownEntity Entity, double Score, string Reason)[] fits = [.. candidates.Select(c => Fit(outcome, c)).Where(f => f.Score >= DoubtFrom).OrderByDescending(f => f.Score).ThenBy(f => f.Entity.Id)];
        if (fits.Length == 0)
        {
            return null;
        }

        (KnownEntity best, double score, string reason) = fits[0];
        bool alone = fits.Length == 1 || fits[1].Score <= score - Ahead;
        return score >= SureFrom && alone ? Judgement.SameAs(outcome.Id, best.Id, by, reason, handling)
            : Judgement.Alike(outcome.Id, best.Id, by, alone ? reason : reason + $" {fits.Length - 1} more {(fits.Length == 2 ? "commitment fits" : "commitments fit")} as well or nearly.", handling);
    }

    private static (KnownEntity Entity, double Score, string Reason) Fit(KnownEntity outcome, KnownEntity commitment)
    {
        KnownTelling a = outcome.Told!, b = commitment.Told!;
        bool before = a.When is { } on && b.When is { } made && on.Latest < made.Earliest;
        bool apart = a.Parties.Count > 0 && b.Parties.Count > 0 && !a.Parties.Overlaps(b.Parties);
        if (before || apart)
        {
            return (commitment, 0, "");
        }

        HashSet<string> words = Stems(a.Words), theirs = Stems(b.Words);
        string[] common = [.. words.Where(theirs.Contains).Order(StringComparer.Ordinal)];
        bool mechanism = a.Mechanisms.Overlaps(b.Mechanisms), some = a.Parties.Overlaps(b.Parties), all = some && a.Parties.SetEquals(b.Parties);
        if (common.Length == 0 || (!mechanism && !some && common.Length < 3))
        {
            return (commitment, 0, "");
        }

        double score = Math.Min(common.Length, MostWords) + (mechanism ? 2 : 0) + (all ? 1.5 : some ? 1 : 0) + (a.Sectors.Overlaps(b.Sectors) ? 0.5 : 0);
        string shared = string.Join(", ", a.Words.Split(' ').Where(w => Stems(w).Overlaps(common)).Select(w => $"'{w.Trim(',', '.', ';')}'").Distinct(StringComparer.Ordinal).Take(MostWords));
        string reason = $"It tells of {shared}{(some ? $" and the {(all ? "same" : "partly same")} parties ({string.Join(", ", a.Parties.Intersect(b.Parties).Order(StringComparer.Ordinal))})" : "")}{(mechanism ? " under the same mechanism" : "")}.";
        return (commitment, score, reason);
    }

    private static KnownEntity Of(ReadDocument read, Item item) => new(
        ClaimsOf.IdOf(read.Document, item), "", [], [], Document: read.Document.Id, Start: item.Start, End: item.End)
    {
        Told = new KnownTelling(
            item.What ?? "", item.Who.ToHashSet(StringComparer.Ordinal), item.Sectors.ToHashSet(StringComparer.Ordinal),
            item.Mechanism is { } m ? new HashSet<EntityId> { EntityId.Of("mechanism", m) } : [], PartialDate.TryParse(item.Date, out PartialDate date) ? date : read.Document.Published),
    };

    private static KnownEntity Of(ReadDocument read, Statement statement) => new(
        ClaimsOf.IdOf(read.Document, statement), "", [], [], Document: read.Document.Id, Start: statement.At.Start, End: statement.At.End)
    {
        Told = new KnownTelling(
            statement.Words, statement.Who.ToHashSet(StringComparer.Ordinal), statement.Sectors.ToHashSet(StringComparer.Ordinal),
            statement.Mechanism is { } m ? new HashSet<EntityId> { EntityId.Of("mechanism", m) } : [], statement.On ?? read.Document.Published),
    };
}
