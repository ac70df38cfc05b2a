using Linchpin.Claims;

namespace Linchpin.Ledger.Reviewing;

/// <summary>Finds what is doubtful in a view: proposals that nobody settled, and unreviewed claims of low confidence or under a doubt.</summary>
internal static class Doubts
{
    // Below it a claim is worth a look; below HeldClaim.Sure nothing rests on it.
    private const double Sure = 0.65;

    internal static IReadOnlyList<ReviewItem> Of(View view)
    {
        List<HeldJudgement> counted = [.. view.Judgements().Where(j => !j.Undone)];
        ILookup<string, HeldJudgement> doubts = counted.Where(j => j.Judgement.Act == JudgementAct.Doubt).ToLookup(j => j.Judgement.On, StringComparer.Ordinal);
        var about = new Lazy<Dictionary<EntityId, int>>(() => view.EachClaim(new ClaimFilter()).CountBy(c => c.Subject).ToDictionary(c => c.Key, c => c.Value));
        return
        [
            .. Claims(view, doubts).Concat(Alike(view, counted, about))
                .OrderByDescending(i => i.Changes).ThenBy(i => i.Kind).ThenBy(i => i.Subject).ThenBy(i => i.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<ReviewItem> Claims(View view, ILookup<string, HeldJudgement> doubts)
    {
        IEnumerable<HeldClaim> unsure = view.EachClaim(new ClaimFilter()).Where(c => c.Standing == Standing.Unreviewed && (c.Claim.Confidence < Sure || doubts.Contains(c.Claim.Id)));
        foreach (IGrouping<(EntityId Subject, Source), HeldClaim> told in unsure.Concat(view.Claims(new ClaimFilter(Proposed: true)))
            .GroupBy(c => (c.Subject, c.Claim.Source)))
        {
            // What one passage says of one thing is looked at once, under the claim that says most.
            HeldJudgement? doubt = told.SelectMany(c => doubts[c.Claim.Id]).FirstOrDefault();
            HeldClaim shown = told.OrderByDescending(c => c.Claim.Property is "what" or "name").First();
            string reason = doubt?.Judgement.Reason ?? (shown.Standing == Standing.Proposed ? $"{shown.Claim.Author.Name}, a model, proposes it." : null)
                ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{shown.Claim.Author.Name} is {shown.Claim.Confidence:0.##} sure of it.");
            yield return new ReviewItem(ReviewKind.Claim, told.Key.Subject, shown, null, [.. told], reason, doubt, told.Count());
        }
    }

    // A state stands in every cell of the commitment's sectors: that many findings may change.
    private static int Cells(View view, EntityId commitment) => Math.Max(1, view.Claims(new ClaimFilter(Subject: commitment, Property: "sector")).Select(c => c.Value).Distinct().Count())
        * Math.Max(1, view.Claims(new ClaimFilter(Subject: commitment, Property: "who")).Select(c => c.Value).Distinct().Count());

    private static IEnumerable<ReviewItem> Alike(View view, List<HeldJudgement> counted, Lazy<Dictionary<EntityId, int>> about)
    {
        var apart = counted.Where(j => j.Judgement.Act == JudgementAct.Distinct).SelectMany(j => new[] { (j.Judgement.On, j.Judgement.Into!), (j.Judgement.Into!, j.Judgement.On) }).ToHashSet();
        foreach (HeldJudgement proposal in counted.Where(j => j.Judgement.Act == JudgementAct.Alike).DistinctBy(j => (j.Judgement.On, j.Judgement.Into)))
        {
            EntityId one = EntityId.Parse(proposal.Judgement.On), other = EntityId.Parse(proposal.Judgement.Into!);
            if (apart.Contains((proposal.Judgement.On, proposal.Judgement.Into!)) || view.Resolve(one) == view.Resolve(other))
            {
                continue;
            }

            HeldClaim[] passages = [.. new[] { one, other }.Select(e => Telling(view, e)).OfType<HeldClaim>()];
            if (passages.Length == 2)
            {
                int changes = Math.Min(about.Value.GetValueOrDefault(view.Resolve(one)), about.Value.GetValueOrDefault(view.Resolve(other)));
                bool follows = one.Kind == "outcome";
                yield return new ReviewItem(
                    follows ? ReviewKind.FollowUp : ReviewKind.SameAs, one, null, other, passages, proposal.Judgement.Reason, proposal, follows ? Math.Max(changes, Cells(view, other)) : changes);
            }
        }
    }

    private static HeldClaim? Telling(View view, EntityId id) => view.Claims(new ClaimFilter(Subject: id))
        .OrderByDescending(c => c.Claim.Subject == id).ThenByDescending(c => c.Claim.Property is "name" or "what" or "shows").ThenByDescending(c => c.Quote is not null).FirstOrDefault();
}
