using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>What came of the items of a round, as the sources of its day or later tell.</summary>
/// <param name="index">The record as asked for.</param>
/// <param name="promises">Its commitments.</param>
/// <param name="mechanism">The mechanism.</param>
/// <param name="on">The day of the round.</param>
internal sealed class AgendaOutcomes(RecordIndex index, IReadOnlyList<Promise> promises, EntityId mechanism, DateOnly on)
{
    /// <summary>Of an item.</summary>
    internal AgendaOutcome Of(AgendaItem item) => item.Subject.Kind switch
    {
        "mechanism" => OfTerm(item),
        "sector" => OfTopic(item),
        _ => promises.FirstOrDefault(p => p.Ids.Contains(index.View.Resolve(item.Subject))) is { } promise ? OfPromise(promise) : new AgendaOutcome(OutcomeKind.Closed, new Said("agenda.no-longer-there"), []),
    };

    /// <summary>Of a gap: closed where the members promised something since.</summary>
    internal AgendaOutcome Of(LatticeCell before, LatticeCell after)
    {
        Promise[] made = [.. after.Promises.Where(p => p.Binds && !before.Promises.Any(b => b.Ids.Intersect(p.Ids).Any()))];
        return made.Length > 0 ? new AgendaOutcome(after.Finding == Finding.ExposedWithoutPromise ? OutcomeKind.Moved : OutcomeKind.Closed, new Said("agenda.promised"), [.. made.SelectMany(p => p.What.Take(1))]) : Stays();
    }

    /// <summary>What was told beside the items.</summary>
    internal Afterwards Afterwards(IReadOnlyList<Promise> before, IReadOnlyList<ReviewItem> doubtful, IReadOnlyList<EntityId> members)
    {
        HashSet<EntityId> known = [.. before.SelectMany(p => p.Ids).Select(index.View.Resolve)];
        return new Afterwards(
            new Rounds(index, mechanism).From(on, members),
            [.. promises.Where(p => p.What.Count > 0 && (AgendaItems.Under(index, p, mechanism) || AgendaItems.Beside(index, p, mechanism, members)) && !p.Ids.Any(known.Contains))],
            doubtful.Count(d => d.Kind == ReviewKind.FollowUp && d.Passages.Any(IsNew)));
    }

    private AgendaOutcome OfPromise(Promise promise)
    {
        HeldClaim[] state = promise.StateClaim is { } shown && IsNew(shown) ? [shown] : [];
        if (promise.State is PromiseState.Delivered or PromiseState.Lapsed or PromiseState.Superseded)
        {
            return new AgendaOutcome(OutcomeKind.Closed, new Said("agenda.state-" + promise.State.Code()), state.Length > 0 ? state : [.. promise.StateClaim is { } older ? new[] { older } : []]);
        }

        HeldClaim[] told = [.. state.Concat(promise.Claims.Where(c => IsNew(c) && c.Quote is not null)).DistinctBy(c => c.Claim.Source).Take(2)];
        return told.Length == 0 ? Stays() : new AgendaOutcome(OutcomeKind.Moved, new Said(state.Length > 0 && promise.State == PromiseState.InProgress ? "agenda.state-in-progress" : "agenda.told-again"), told);
    }

    private AgendaOutcome OfTerm(AgendaItem item)
    {
        PartialDate then = ((DateValue)item.Claims[0].Value).On;
        return index[mechanism]?.Of("expires").FirstOrDefault(c => IsNew(c) && c.Value is DateValue d && d.On.CompareTo(then) > 0) is { } extended
            ? new AgendaOutcome(OutcomeKind.Closed, new Said("agenda.extended", ((DateValue)extended.Value).On), [extended]) : Stays();
    }

    private AgendaOutcome OfTopic(AgendaItem item)
    {
        Promise? made = promises.FirstOrDefault(p => p.Binds && p.Sectors.Contains(item.Subject) && p.What.Count > 0 && IsNew(p.What[0]) && AgendaItems.Under(index, p, mechanism));
        return made is null ? Stays() : new AgendaOutcome(OutcomeKind.Closed, new Said("agenda.promised"), [made.What[0]]);
    }

    private bool IsNew(HeldClaim claim) => claim.Published is { } published && published.Earliest >= on;

    private static AgendaOutcome Stays() => new(OutcomeKind.Stays, new Said("agenda.not-spoken-of"), []);
}
