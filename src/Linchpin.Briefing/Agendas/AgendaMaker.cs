using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>Makes an agenda from two days of the published clock: the day before the round, and the day that the view is asked for.</summary>
/// <param name="asked">The clocks asked for.</param>
/// <param name="at">The same reader's record as of other clocks.</param>
/// <param name="mechanism">The mechanism.</param>
/// <param name="on">The day of the round.</param>
/// <param name="horizon">How many days after it what is due or lapses is told.</param>
internal sealed class AgendaMaker(AsOf asked, Func<AsOf, Briefing> at, EntityId mechanism, DateOnly on, int horizon)
{
    private const int MostMembers = 6, MostGaps = 8;

    internal Agenda Make()
    {
        Briefing now = at(asked), before = at(PublishedBy(on.AddDays(-1)));
        RecordIndex index = before.Index;
        EntityId id = now.View.Resolve(mechanism);
        var rounds = new Rounds(index, id);
        IReadOnlyList<EntityId> members = Members(index, id) is { Count: > 0 } stated ? stated : Members(now.Index, id);
        Round? last = rounds.Before(on, members);
        IReadOnlyList<ChangeLine> told = Told(before, now, id, members);
        var outcomes = told.Count == 0 ? null : new AgendaOutcomes(now.Index, now.Promises(), id, on);
        (IReadOnlyList<AgendaGap> gaps, Said? without) = Gaps(before, now, id, members, outcomes);
        return new Agenda
        {
            Mechanism = id,
            Name = Words.Clean(now.Index.NameOf(id) ?? id.Name),
            Members = members,
            On = on,
            Until = on.AddDays(horizon),
            Last = last,
            Items = [.. new AgendaItems(index, before.Promises(), id, members, on, horizon).All().Select(i => i with { Outcome = outcomes?.Of(i) })],
            Gaps = gaps,
            WithoutGaps = without,
            Since = last?.On is { } met && met.Latest < on ? Since(before, id, members, last, met.Latest) : [],
            After = outcomes?.Afterwards(before.Promises(), now.View.Doubtful(), members),
        };
    }

    private AsOf PublishedBy(DateOnly day) => asked with { PublishedBy = asked.PublishedBy is { } limit && limit < day ? limit : day };

    /// <summary>The countries among the members; else those that took part in its events.</summary>
    private static IReadOnlyList<EntityId> Members(RecordIndex index, EntityId id)
    {
        EntityId[] stated = [.. index[id]?.Linked("member").Where(m => m.Kind == "country") ?? []];
        return stated.Length > 0 ? stated : [.. index.EventsOf[id].SelectMany(e => e.Linked("participant")).Where(p => p.Kind == "country").Distinct().Order()];
    }

    /// <summary>What sources of the day or later tell of the mechanism and what belongs to it.</summary>
    private static IReadOnlyList<ChangeLine> Told(Briefing before, Briefing now, EntityId id, IReadOnlyList<EntityId> members)
    {
        if (before.View.AsOf == now.View.AsOf)
        {
            return [];
        }

        HashSet<EntityId> own = Belongs(now.Index, now.Promises(), id, members);
        return [.. Briefing.Between(before.View, now.View, valid: false).Lines.Where(l => l.Kind != ChangeKind.Judged && l.Subject is { } s && own.Contains(s))];
    }

    /// <summary>What sources published after the first account of the last round changed; what they tell of that round and of what was before it is left out.</summary>
    private IReadOnlyList<ChangeLine> Since(Briefing before, EntityId id, IReadOnlyList<EntityId> members, Round last, DateOnly met)
    {
        RecordIndex index = before.Index;
        HeldClaim[] accounts = [.. index[last.Event]?.Claims ?? []];
        HashSet<EntityId> readouts = [.. accounts.Select(c => c.Claim.Source.Of)];
        DateOnly first = accounts.Select(c => c.Published).OfType<PartialDate>().Select(p => p.Latest).DefaultIfEmpty(met).Min();
        DateOnly told = first > met ? first : met;
        if (told >= on)
        {
            return [];
        }

        Briefing then = at(PublishedBy(told));
        HashSet<EntityId> own = Belongs(index, before.Promises(), id, members);
        bool Old(PartialDate? on, IEnumerable<HeldClaim> claims) => on is { } day ? day.Latest <= met : claims.All(c => readouts.Contains(c.Claim.Source.Of));
        HashSet<EntityId> old = [.. before.Promises().Where(p => Old(p.Date, p.What)).SelectMany(p => p.Ids), .. index.EventsOf[id].Where(e => Old(Rounds.On(e), e.Claims)).Select(e => e.Id)];
        return
        [
            .. Briefing.Between(then.View, before.View, valid: false).Lines.Where(l => l.Kind is not (ChangeKind.Judged or ChangeKind.Repeated) && l.Subject is { } s && own.Contains(s)
                && (l.Kind == ChangeKind.Moved || (!old.Contains(s) && l.Facts.Count > 0 && (s != id || l.Kind == ChangeKind.Added)))),
        ];
    }

    private static HashSet<EntityId> Belongs(RecordIndex index, IReadOnlyList<Promise> promises, EntityId id, IReadOnlyList<EntityId> members) =>
    [
        id, .. index.EventsOf[id].Select(e => e.Id), .. promises.Where(p => AgendaItems.Under(index, p, id) || AgendaItems.Beside(index, p, id, members)).SelectMany(p => p.Ids),
        .. index.Recommendations.Where(r => r.Linked("mechanism").Contains(id)).Select(r => r.Id),
    ];

    private static (IReadOnlyList<AgendaGap> Gaps, Said? Without) Gaps(Briefing before, Briefing now, EntityId id, IReadOnlyList<EntityId> members, AgendaOutcomes? outcomes)
    {
        string[] partners = [.. members.Where(m => Vocabulary.Countries.ContainsKey(m.Name)).Select(m => m.Name)];
        if (partners.Length is < 2 or > MostMembers)
        {
            return ([], partners.Length < 2 ? new Said("agenda.no-members") : Said.Count("agenda.too-many", partners.Length, MostMembers));
        }

        HashSet<string> sectors = [.. AgendaItems.Sectors(before.Index, before.Promises(), id).Select(s => s.Name)];
        Lattice lattice = before.Lattice(partners);
        Lattice? after = outcomes is null ? null : now.Lattice(partners);
        return (
        [
            .. lattice.Rows.Where(r => sectors.Count == 0 || sectors.Contains(r.Sector.Id)).Select(r => (r.Sector, Cell: r.Cells[^1])).Where(g => g.Cell.Finding == Finding.ExposedWithoutPromise)
                .OrderByDescending(g => g.Cell.Exposures[0].Share).Take(MostGaps)
                .Select(g => new AgendaGap(g.Sector, g.Cell, outcomes?.Of(g.Cell, after!.Rows.Single(r => r.Sector.Id == g.Sector.Id).Cells[^1]))),
        ], null);
    }
}
