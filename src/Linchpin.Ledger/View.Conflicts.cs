using Linchpin.Claims;
using Linchpin.Ledger.Views;

namespace Linchpin.Ledger;

/// <content>What disagrees in the view, and how many independent publishers say something.</content>
public sealed partial class View
{
    /// <summary>Where passages disagree or look as if they did, each with its class, both sides kept.</summary>
    /// <remarks>
    /// Ordered by subject, then property; of each conflict the side with more claims first, and of what changed over time the earlier. What agrees within a
    /// date's precision or a sum's rounding, or differs only in case, spaces or punctuation, is no conflict.
    /// </remarks>
    public IReadOnlyList<Conflict> Conflicts()
    {
        var publishers = new Publishers(this);
        ILookup<string, (HeldJudgement Held, int Order)> judged = Judgements().Where(j => !j.Undone && j.Judgement.OnConflict).Select((held, order) => (held, order))
            .ToLookup(j => j.held.Judgement.On, StringComparer.Ordinal);
        return
        [
            .. Disagreement.Of(ContestedClaims()).Concat(Disagreement.Among(this))
                .OrderBy(c => c.Subject).ThenBy(c => c.Property, StringComparer.Ordinal).ThenBy(c => c.Topic, StringComparer.Ordinal)
                .Select(c => Conflict(c, judged, publishers)),
        ];
    }

    /// <summary>What waits for a person: what may be the same, what may have come of a commitment, what a machine is not sure of; that which would change most first.</summary>
    public IReadOnlyList<ReviewItem> Doubtful() => Reviewing.Doubts.Of(this);

    /// <summary>What is said of an entity, each property and value once, with all who say it: by property, of one property what more publishers stand behind first.</summary>
    /// <remarks>Values that are equal as recorded are one; what differs in a word is two.</remarks>
    public IReadOnlyList<Statement> Statements(EntityId subject)
    {
        var publishers = new Publishers(this);
        return
        [
            .. Claims(new ClaimFilter(Subject: subject)).GroupBy(c => (c.Claim.Property, c.Value))
                .Select(g => new Statement(Resolve(subject), Vocabulary.Properties[g.Key.Property], g.Key.Value, [.. g], publishers.Of(g)))
                .OrderBy(s => s.Property.Id, StringComparer.Ordinal).ThenByDescending(s => s.Support.Publishers).ThenByDescending(s => s.Support.Unstated)
                .ThenBy(s => s.Value.Display, StringComparer.Ordinal),
        ];
    }

    private Conflict Conflict(Difference found, ILookup<string, (HeldJudgement Held, int Order)> judged, Publishers publishers)
    {
        Dictionary<string, int> side = found.Sides.SelectMany((s, i) => s.Select(c => (c.Claim.Id, i))).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        HeldJudgement[] judgements = [.. side.Keys.SelectMany(id => judged[id]).OrderBy(j => j.Order).Select(j => j.Held)
            .Where(j => side.TryGetValue(j.Judgement.Into!, out int into) && into != side[j.Judgement.On])];
        bool apparent = judgements.Length > 0 && judgements[^1].Judgement.Act == JudgementAct.Apparent
            && Joined(found.Sides.Count, judgements.Where(j => j.Judgement.Act == JudgementAct.Apparent).Select(j => (side[j.Judgement.On], side[j.Judgement.Into!])));
        return new Conflict(
            found.Subject, NameOf(found.Subject), Vocabulary.Properties[found.Property],
            [.. found.Sides.Select(s => new ConflictSide(Shown(s), s, publishers.Of(s)))],
            apparent ? ConflictClass.Apparent : found.Class,
            apparent ? $"{judgements[^1].Judgement.By.Name} judged so: {judgements[^1].Judgement.Reason}" : found.Why)
        {
            Judgements = judgements,
            Topic = found.Topic,
        };
    }

    // A side may be a list: then all of it is shown.
    private Value Shown(IReadOnlyList<HeldClaim> side)
    {
        EntityId[] listed = [.. side.Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id).Distinct()];
        return listed.Length > 1 ? new TextValue(string.Join(", ", listed.Select(NameOf))) : side[0].Value;
    }

    // A side that nobody has compared with another was not judged: judgements must join all of them.
    private static bool Joined(int sides, IEnumerable<(int, int)> pairs)
    {
        int[] group = [.. Enumerable.Range(0, sides)];
        foreach ((int a, int b) in pairs)
        {
            (int from, int to) = (group[a], group[b]);
            for (int i = 0; i < sides; i++)
            {
                group[i] = group[i] == from ? to : group[i];
            }
        }

        return group.All(g => g == group[0]);
    }
}
