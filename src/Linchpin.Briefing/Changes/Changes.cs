using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Changes;

/// <summary>What is different between two views of one record: of two days on one clock.</summary>
/// <param name="Lines">What appeared, ended, moved its state or was judged, by kind, then by subject.</param>
/// <param name="Undated">Things that the clock cannot place, because no source dates them: they are in both views and in no line.</param>
public sealed record RecordChanges(IReadOnlyList<ChangeLine> Lines, IReadOnlyList<EntityId> Undated);

/// <summary>One difference.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The entity; for a judgement, what it is on where that is an entity or a claim of this view, else <see langword="null"/>.</param>
/// <param name="What">The entity's name, or what was judged.</param>
/// <param name="Why">What is different, in words.</param>
/// <param name="Claims">The claims that make the difference; empty for a judgement whose claims are in neither view.</param>
/// <param name="Judgement">The judgement, for what was judged.</param>
public sealed record ChangeLine(ChangeKind Kind, EntityId? Subject, string What, string Why, IReadOnlyList<HeldClaim> Claims, HeldJudgement? Judgement = null);

/// <summary>What happened between the two days.</summary>
public enum ChangeKind
{
    /// <summary>It is in the later view and was not in the earlier.</summary>
    Appeared,

    /// <summary>More is said of what was there.</summary>
    Added,

    /// <summary>It was in the earlier view and is not in the later.</summary>
    Ended,

    /// <summary>A commitment's state is another.</summary>
    Moved,

    /// <summary>Somebody judged.</summary>
    Judged,
}

/// <summary>Compares two views.</summary>
internal static class ChangeReader
{
    // What a reader follows; exposures and the like change with their tables.
    private static readonly string[] Kinds = ["mechanism", "event", "commitment", "outcome", "recommendation", "risk", "role", "body", "person"];

    internal static RecordChanges Between(View before, View after, bool valid)
    {
        var lines = new List<ChangeLine>();
        var undated = new List<EntityId>();
        foreach (string kind in Kinds)
        {
            ILookup<EntityId, HeldClaim> then = before.Claims(new ClaimFilter(Kind: kind)).ToLookup(c => c.Subject), now = after.Claims(new ClaimFilter(Kind: kind)).ToLookup(c => c.Subject);
            foreach (EntityId id in then.Select(g => g.Key).Union(now.Select(g => g.Key)).Order())
            {
                HashSet<string> known = [.. then[id].Select(c => c.Claim.Id)], kept = [.. now[id].Select(c => c.Claim.Id)];
                HeldClaim[] come = [.. now[id].Where(c => !known.Contains(c.Claim.Id))], gone = [.. then[id].Where(c => !kept.Contains(c.Claim.Id))];
                if (come.Length > 0)
                {
                    lines.Add(new ChangeLine(known.Count == 0 ? ChangeKind.Appeared : ChangeKind.Added, id, after.NameOf(id), Said(come), come));
                }

                if (gone.Length > 0)
                {
                    lines.Add(new ChangeLine(ChangeKind.Ended, id, before.NameOf(id), kept.Count == 0 ? "It is in the view no more." : $"No more: {Said(gone)}", gone));
                }

                if (kind != "role" && now.Contains(id) && now[id].All(c => valid ? c.Claim.Valid.From is null : c.Published is null))
                {
                    undated.Add(id);
                }
            }
        }

        lines.AddRange(Moved(before, after));
        lines.AddRange(Judged(before, after));
        return new RecordChanges([.. lines.OrderBy(l => l.Kind).ThenBy(l => l.Subject)], undated);
    }

    private static string Said(IEnumerable<HeldClaim> claims) => string.Join(", ", claims.Select(c => Vocabulary.Properties[c.Claim.Property].Label.ToLowerInvariant()).Distinct()) + ".";

    private static IEnumerable<ChangeLine> Moved(View before, View after)
    {
        Dictionary<EntityId, Promise> then = new Briefing(before, LatticeSettings.Default).Promises().SelectMany(p => p.Ids, (p, id) => (id, p)).ToDictionary(p => p.id, p => p.p);
        foreach (Promise now in new Briefing(after, LatticeSettings.Default).Promises())
        {
            if (then.TryGetValue(now.Ids[0], out Promise? was) && was.State != now.State && now.StateClaim is { } shown)
            {
                yield return new ChangeLine(ChangeKind.Moved, now.Ids[0], after.NameOf(now.Ids[0]), $"From {was.State.Code()} to {now.State.Code()}.", [shown]);
            }
        }
    }

    private static IEnumerable<ChangeLine> Judged(View before, View after)
    {
        HashSet<string> known = [.. before.Judgements().Select(j => j.Id)];
        foreach (HeldJudgement made in after.Judgements().Where(j => !known.Contains(j.Id) && j.Judgement.By.Kind == AuthorKind.Person))
        {
            HeldClaim? on = made.Judgement.OnEntities || made.Judgement.Act == JudgementAct.Undo ? null : after.Claim(made.Judgement.On) ?? before.Claim(made.Judgement.On);
            EntityId? subject = made.Judgement.OnEntities ? EntityId.Parse(made.Judgement.On) : on?.Subject;
            yield return new ChangeLine(
                ChangeKind.Judged, subject, subject is { } id ? after.NameOf(id) : made.Judgement.On, $"{made.Judgement.By.Name}: {made.Judgement.Act.ToString().ToLowerInvariant()}. {made.Judgement.Reason}", on is null ? [] : [on], made);
        }
    }
}
