using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Conflicts;
using Linchpin.Workbench.Mechanisms;

namespace Linchpin.Workbench.Entities;

/// <summary>What the record has on one mechanism, actor or person. Lists are whole; a page shows the beginning of a long one and leads to the rest.</summary>
public sealed record Profile
{
    /// <summary>How far ahead something is told as about to lapse, in days.</summary>
    public const int Horizon = 365;

    /// <summary>The mechanism, country, body or person.</summary>
    public required Entity Entity { get; init; }

    /// <summary>The countries it belongs to.</summary>
    public required IReadOnlyList<EntityId> Countries { get; init; }

    /// <summary>Its names as sources write them, the one that most claims have first.</summary>
    public required IReadOnlyList<IGrouping<string, HeldClaim>> Names { get; init; }

    /// <summary>Mechanisms it is a member of or a party to, by name.</summary>
    public required IReadOnlyList<MechanismRow> Mechanisms { get; init; }

    /// <summary>Its meetings and other events in time order, undated last.</summary>
    public required IReadOnlyList<Entity> Meetings { get; init; }

    /// <summary>What was promised by it or under it, the latest first.</summary>
    public required IReadOnlyList<Promise> Promises { get; init; }

    /// <summary>Offices that it held, or that were held in it, last told of first.</summary>
    public required IReadOnlyList<Office> Offices { get; init; }

    /// <summary>Advice and risks that name it.</summary>
    public required IReadOnlyList<Entity> Advice { get; init; }

    /// <summary>Who it meets and works with most.</summary>
    public required IReadOnlyList<Neighbour> Neighbours { get; init; }

    /// <summary>What is due or ends within <see cref="Horizon"/>, or was due and is not shown done; the earliest first.</summary>
    public required IReadOnlyList<Lapse> Lapses { get; init; }

    /// <summary>Documents that have something on it, the latest first.</summary>
    public required IReadOnlyList<Mention> Documents { get; init; }

    /// <summary>Conflicts about it, its meetings, its promises and its offices.</summary>
    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    /// <summary>The date of an event; <see langword="null"/> where not stated.</summary>
    public static PartialDate? On(Entity e) => (e.First("date")?.Value as DateValue)?.On;

    /// <summary>The profile of an entity in the scope's view.</summary>
    public static Profile Of(Scope scope, Entity entity)
    {
        RecordTies ties = RecordTies.Of(scope);
        EntityId id = entity.Id;
        Entity[] meetings = [.. ties.Meetings[id].OrderBy(e => On(e) is null).ThenBy(On).ThenBy(e => e.Id)];
        Promise[] promises = [.. ties.Promises[id]];
        Office[] offices = [.. ties.Offices[id].OrderByDescending(o => o.Told?.Last.Latest).ThenBy(o => o.Role.Id)];
        MechanismRow[] mechanisms = [.. ties.Mechanisms[id]];
        HashSet<EntityId> own = [id, .. meetings.Select(e => e.Id), .. promises.SelectMany(p => p.Ids), .. offices.Select(o => o.Role.Id)];
        return new Profile
        {
            Entity = entity,
            Countries = ties.CountriesOf(entity),
            Names = [.. entity.Of("name").Concat(entity.Of("alias")).GroupBy(c => c.Value.Display, StringComparer.Ordinal).OrderByDescending(g => g.Key == entity.Name).ThenByDescending(g => g.Count())],
            Mechanisms = mechanisms,
            Meetings = meetings,
            Promises = promises,
            Offices = offices,
            Advice = [.. ties.Advice[id]],
            Neighbours = Neighbour.Of(ties, id, meetings, mechanisms),
            Lapses = Lapse.Of(scope.AsOf.Valid ?? scope.Today, promises, id.Kind == "mechanism" ? [entity] : [.. mechanisms.Select(m => m.Entity)]),
            Documents = [.. ties.Mentions(id).OrderByDescending(m => m.Claims[0].Published?.Latest).ThenBy(m => m.Document)],
            Conflicts = [.. ConflictRoutes.All(scope).Where(c => own.Contains(c.Subject))],
        };
    }
}

/// <summary>Another that shares mechanisms or meetings with an entity; of a mechanism, another mechanism that shares members.</summary>
/// <param name="Id">The other.</param>
/// <param name="Mechanisms">Mechanisms that both belong to.</param>
/// <param name="Meetings">Meetings at which a source names both.</param>
/// <param name="Members">Members that both mechanisms have.</param>
public sealed record Neighbour(EntityId Id, IReadOnlyList<EntityId> Mechanisms, IReadOnlyList<EntityId> Meetings, IReadOnlyList<EntityId> Members)
{
    /// <summary>The neighbours of an entity, those that share most first.</summary>
    internal static IReadOnlyList<Neighbour> Of(RecordTies ties, EntityId id, IReadOnlyList<Entity> meetings, IReadOnlyList<MechanismRow> mechanisms)
    {
        ILookup<EntityId, EntityId> met = meetings.SelectMany(e => e.Linked(id.Kind == "mechanism" ? "mechanism" : "participant"), (e, other) => (e.Id, other)).ToLookup(t => t.other, t => t.Id);
        ILookup<EntityId, EntityId> shared = mechanisms.SelectMany(m => m.Members, (m, other) => (m.Entity.Id, other)).ToLookup(t => t.other, t => t.Id);
        ILookup<EntityId, EntityId> members = (id.Kind == "mechanism" ? WhoElse(ties, id) : []).ToLookup(t => t.Mechanism, t => t.Member);
        return
        [
            .. met.Select(g => g.Key).Concat(shared.Select(g => g.Key)).Concat(members.Where(g => g.Count() > 1).Select(g => g.Key)).Where(o => o != id).Distinct()
                .Select(o => new Neighbour(o, [.. shared[o]], [.. met[o]], [.. members[o].Order()]))
                .OrderByDescending(n => n.Mechanisms.Count + n.Meetings.Count + n.Members.Count).ThenByDescending(n => n.Meetings.Count).ThenBy(n => n.Id),
        ];
    }

    private static IEnumerable<(EntityId Mechanism, EntityId Member)> WhoElse(RecordTies ties, EntityId mechanism) =>
        ties.Members[mechanism].SelectMany(member => ties.Mechanisms[member].Where(m => m.Entity.Id != mechanism && m.Members.Contains(member)).Select(m => (m.Entity.Id, member)));
}

/// <summary>Something that is due or ends.</summary>
/// <param name="Subject">The commitment or mechanism.</param>
/// <param name="Ends">Whether it is an instrument that ends; else a promise that is due.</param>
/// <param name="On">By when.</param>
/// <param name="Days">Days until then at the latest; negative where it is past.</param>
/// <param name="Claim">The claim that says so.</param>
public sealed record Lapse(EntityId Subject, bool Ends, PartialDate On, int Days, HeldClaim Claim)
{
    /// <summary>What is due of the promises and ends of the mechanisms, seen from a day.</summary>
    public static IReadOnlyList<Lapse> Of(DateOnly day, IReadOnlyList<Promise> promises, IReadOnlyList<Entity> mechanisms)
    {
        IEnumerable<Lapse> due = promises.Where(p => p.Stands && p.State != PromiseState.Delivered && p.Due?.Value is DateValue).Select(p => Made(p.Ids[0], false, p.Due!));
        IEnumerable<Lapse> ends = mechanisms.Select(m => m.Of("expires").Where(c => c.Value is DateValue).MaxBy(c => ((DateValue)c.Value).On)).OfType<HeldClaim>().Select(c => Made(c.Subject, true, c));
        return [.. due.Concat(ends).Where(l => l.Days <= Profile.Horizon).OrderBy(l => l.On.Latest).ThenBy(l => l.Subject)];

        Lapse Made(EntityId subject, bool isEnd, HeldClaim claim) => new(subject, isEnd, ((DateValue)claim.Value).On, ((DateValue)claim.Value).On.Latest.DayNumber - day.DayNumber, claim);
    }
}
