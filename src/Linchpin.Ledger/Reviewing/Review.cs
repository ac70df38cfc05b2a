using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>The door to reviewing: what waits for a person, and what that person decides. Every decision is one judgement with its author and reason, and can be undone.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="reader">Who reviews: only what this reader sees can be judged.</param>
/// <param name="author">The name that judgements bear.</param>
/// <param name="label">The label that judgements bear; what they stand on makes it stricter.</param>
public sealed class Review(Ledger ledger, Reader reader, Author author, Handling label)
{
    /// <summary>What is doubtful, that which would change most first.</summary>
    public IReadOnlyList<ReviewItem> Queue(AsOf asOf = default) => ledger.View(reader, asOf).Doubtful();

    /// <summary>The claim is right. Gives the judgement's id, as every decision here does.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Accept(string claim, string reason) => Judge(Judgement.Accept(Known(claim), author, reason, label));

    /// <summary>The claim is not what its source says. It is shown no more.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Reject(string claim, string reason) => Judge(Judgement.Reject(Known(claim), author, reason, label));

    /// <summary>The claim was right to make and no longer stands.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Retract(string claim, string reason) => Judge(Judgement.Retract(Known(claim), author, reason, label));

    /// <summary>Another value in the claim's place: a claim of this author's at the same passage, and a rejection of the one it corrects, in one deposit.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c>, <c>claims.value-type</c></exception>
    public string Correct(string claim, Value value, string reason)
    {
        HeldClaim held = ledger.View(reader).Claim(claim) ?? throw Unknown(claim);
        Claim right = new(held.Claim.Subject, held.Claim.Property, value, held.Claim.Valid, held.Claim.Source, author, held.Claim.Handling);
        return Judge(new Deposit([], [], [right], [Judgement.Reject(claim, author, reason, label), Judgement.Accept(right.Id, author, reason, label)]));
    }

    /// <summary>The two mean one thing; claims of <paramref name="away"/> are shown under <paramref name="kept"/>.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Merge(EntityId away, EntityId kept, string reason)
    {
        See(away);
        See(kept);
        return Judge(Judgement.SameAs(away, kept, author, reason, label));
    }

    /// <summary>The two mean two things; no program brings them together again.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string KeepApart(EntityId one, EntityId other, string reason)
    {
        See(one);
        See(other);
        return Judge(Judgement.Distinct(one, other, author, reason, label));
    }

    /// <summary>Decides a conflict.</summary>
    /// <param name="conflict">Its id.</param>
    /// <param name="act"><see cref="JudgementAct.Holds"/>, <see cref="JudgementAct.Apparent"/> or <see cref="JudgementAct.Open"/>.</param>
    /// <param name="side">Which side holds, from 0, as the view orders them; of no meaning for the others.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Decide(string conflict, JudgementAct act, int side, string reason)
    {
        Conflict found = ledger.View(reader).Conflicts().FirstOrDefault(c => c.Id == conflict)
            ?? throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(conflict)}' is not the id of a conflict in this view.", remedy: "Take an id from 'linchpin conflicts'.");
        if (side < 0 || side >= found.Sides.Count)
        {
            throw LedgerFaults.Judgement.Because($"Side {side + 1} of a conflict of {found.Sides.Count}.", remedy: $"Name a side from 1 to {found.Sides.Count}.");
        }

        HeldClaim on = found.Sides[side].Claims[0];
        Judgement[] judgements =
        [
            .. found.Sides.Where((_, i) => i != side).Select(s => s.Claims[0])
                .Select(against => new Judgement(act, on.Claim.Id, against.Claim.Id, author, reason, label.Combine(on.Claim.Handling).Combine(against.Claim.Handling))),
        ];
        return judgements[0].OnConflict ? Judge(judgements) : throw new ArgumentOutOfRangeException(nameof(act), act, "Not a decision on a conflict.");
    }

    /// <summary>Settles an item of the queue: yes merges the two or accepts what the passage was read to say, no keeps them apart or rejects it.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Settle(string item, bool yes, string reason)
    {
        ReviewItem found = Queue().FirstOrDefault(i => i.Id == item)
            ?? throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(item)}' does not wait for review.", remedy: "Take an id from 'linchpin review'.");
        return found.Other is { } other ? yes ? Merge(found.Subject, other, reason) : KeepApart(found.Subject, other, reason)
            : Judge([.. found.Passages.Select(c => yes ? Judgement.Accept(c.Claim.Id, author, reason, label) : Judgement.Reject(c.Claim.Id, author, reason, label))]);
    }

    /// <summary>The earlier judgement counts no more.</summary>
    /// <exception cref="FaultException"><c>ledger.judgement-target</c>, <c>ledger.judgement</c></exception>
    public string Undo(string judgement, string reason)
    {
        if (!ledger.View(reader).Judgements().Any(j => j.Id == judgement))
        {
            throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(judgement)}' is not the id of a judgement that this reader sees.", remedy: "Take an id from 'linchpin judgements'.");
        }

        return Judge(Judgement.Undo(judgement, author, reason, label));
    }

    private string Judge(params IReadOnlyList<Judgement> judgements) => Judge(new Deposit([], [], [], judgements));

    private string Judge(Deposit deposit)
    {
        ledger.Append(deposit);
        return ledger.IdOf(deposit.Judgements[0]);
    }

    // A claim that was rejected or retracted is not in the view and may be accepted after all.
    private string Known(string claim) => ledger.View(reader).Judged(claim) is not null ? claim : throw Unknown(claim);

    private void See(EntityId id)
    {
        View view = ledger.View(reader);
        if (view.Count(new ClaimFilter(Subject: id)) == 0 && view.Count(new ClaimFilter(Names: id)) == 0)
        {
            throw LedgerFaults.TargetUnknown.Because($"No claim that this reader sees is about {id} or names it.", remedy: "Name two entities of the record, as 'linchpin claims' gives them.");
        }
    }

    private static FaultException Unknown(string claim) => LedgerFaults.TargetUnknown.Because(
        $"'{Shown.Short(claim)}' is not the id of a claim that this reader sees.", remedy: "Take an id from 'linchpin claims --json' or 'linchpin review'.");
}
