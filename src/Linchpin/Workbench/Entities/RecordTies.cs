using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Mechanisms;

namespace Linchpin.Workbench.Entities;

/// <summary>What the record ties to each mechanism, actor and person: meetings, offices, memberships, promises, documents. Read once for a view.</summary>
internal sealed class RecordTies
{
    /// <summary>The kinds of co-operation. What is calculated from tables is left out: it has pages of its own.</summary>
    private static readonly string[] Kinds = ["mechanism", "event", "commitment", "outcome", "recommendation", "risk", "role", "body", "person", "country"];

    private readonly Dictionary<string, IReadOnlyList<Entity>> _all;

    private RecordTies(Seen seen)
    {
        IReadOnlyList<MechanismRow> mechanisms = MechanismList.All(seen);
        Dictionary<string, IReadOnlyList<Entity>> all = _all = Kinds.ToDictionary(k => k, seen.Entities);
        Bodies = all["body"];
        People = all["person"];
        Meetings = all["event"].SelectMany(e => e.Linked("mechanism").Concat(e.Linked("participant")).Distinct(), (e, of) => (e, of)).ToLookup(t => t.of, t => t.e);
        Advice = all["recommendation"].Concat(all["risk"]).SelectMany(e => e.Claims.Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id).Distinct(), (e, of) => (e, of)).ToLookup(t => t.of, t => t.e);
        Homes = Bodies.SelectMany(b => b.Linked("country"), (b, c) => (b.Id, c)).ToLookup(t => t.Id, t => t.c);
        Office[] offices = [.. all["role"].Select(Office.Of)];
        Offices = offices.SelectMany(o => Holders(o), (o, of) => (o, of)).ToLookup(t => t.of, t => t.o);
        Mechanisms = mechanisms.SelectMany(m => m.Members.Concat(m.Entity.Linked("party")).Distinct(), (m, of) => (m, of)).ToLookup(t => t.of, t => t.m);
        Members = mechanisms.SelectMany(m => m.Members, (m, member) => (m.Entity.Id, member)).ToLookup(t => t.Id, t => t.member);
        Promises = seen.Promises.SelectMany(p => p.Parties.Concat(p.Countries).Concat(p.Mechanisms).Distinct(), (p, of) => (p, of)).ToLookup(t => t.of, t => t.p);
        Documents = Claims().SelectMany(c => c.Value is EntityValue v && v.Id != c.Subject ? new[] { (Of: c.Subject, Claim: c), (Of: v.Id, Claim: c) } : [(Of: c.Subject, Claim: c)])
            .DistinctBy(t => (t.Of, t.Claim.Claim.Source.Of)).ToLookup(t => t.Of, t => t.Claim);
    }

    /// <summary>Bodies that some claim is about.</summary>
    public IReadOnlyList<Entity> Bodies { get; }

    /// <summary>People that some claim is about.</summary>
    public IReadOnlyList<Entity> People { get; }

    /// <summary>Events by the mechanism they belong to and by each that took part.</summary>
    public ILookup<EntityId, Entity> Meetings { get; }

    /// <summary>Recommendations and risks by what they name.</summary>
    public ILookup<EntityId, Entity> Advice { get; }

    /// <summary>Offices by who held them, by the body they belong to, and by that body's country.</summary>
    public ILookup<EntityId, Office> Offices { get; }

    /// <summary>Mechanisms by their members and parties.</summary>
    public ILookup<EntityId, MechanismRow> Mechanisms { get; }

    /// <summary>Members by mechanism.</summary>
    public ILookup<EntityId, EntityId> Members { get; }

    /// <summary>Promises by who is bound, by the countries of these, and by mechanism.</summary>
    public ILookup<EntityId, Promise> Promises { get; }

    /// <summary>Of each document that has something on an entity, the first claim that is about the entity or names it.</summary>
    public ILookup<EntityId, HeldClaim> Documents { get; }

    /// <summary>The countries of a body.</summary>
    private ILookup<EntityId, EntityId> Homes { get; }

    /// <summary>Those of the scope's view.</summary>
    public static RecordTies Of(Scope scope) => Of(scope.Seen);

    /// <summary>Those of a view.</summary>
    public static RecordTies Of(Seen seen) => seen.Once("ties", () => new RecordTies(seen));

    /// <summary>The documents that have something on an entity, each with every claim that is about it or names it.</summary>
    public IEnumerable<Mention> Mentions(EntityId id) => Claims().Where(c => c.Subject == id || (c.Value is EntityValue v && v.Id == id)).GroupBy(c => c.Claim.Source.Of).Select(g => new Mention(g.Key, [.. g]));

    /// <summary>The countries that the record says an actor or person belongs to; a country is its own.</summary>
    public IReadOnlyList<EntityId> CountriesOf(Entity entity) => entity.Id.Kind == "country" ? [entity.Id]
        : [.. entity.Linked("country").Concat(entity.Linked("body").SelectMany(CountriesOfBody)).Concat(Offices[entity.Id].Where(o => o.Person == entity.Id && o.Body is not null).SelectMany(o => CountriesOfBody(o.Body!.Value))).Distinct().Order()];

    private IEnumerable<HeldClaim> Claims() => _all.Values.SelectMany(kind => kind).SelectMany(e => e.Claims).Where(c => c.Claim.Source is DocumentSource);

    private IEnumerable<EntityId> CountriesOfBody(EntityId body) => body.Kind == "country" ? [body] : Homes[body];

    private IEnumerable<EntityId> Holders(Office office)
    {
        IEnumerable<EntityId> of = office.Body is { } body ? CountriesOfBody(body).Append(body) : [];
        return (office.Person is { } person ? of.Append(person) : of).Distinct();
    }
}

/// <summary>A document that has something on an entity.</summary>
/// <param name="Document">The document.</param>
/// <param name="Claims">The claims made from it that are about the entity or name it.</param>
public sealed record Mention(EntityId Document, IReadOnlyList<HeldClaim> Claims);
