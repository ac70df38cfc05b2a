using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>The view read once, kind by kind, and held in memory: cells are filled from here, never by asking the ledger.</summary>
internal sealed class RecordIndex
{
    private readonly Dictionary<EntityId, Entity> _entities = [];
    private readonly Dictionary<string, IReadOnlyList<Entity>> _kinds = new(StringComparer.Ordinal);
    private readonly ILookup<EntityId, EntityId> _bodiesOfPerson;
    private readonly Dictionary<EntityId, Document?> _documents = [];
    private readonly Dictionary<EntityId, Dataset?> _datasets = [];
    private readonly Lock _lock = new();
    private readonly Lazy<IReadOnlyList<Conflict>> _conflicts;

    internal RecordIndex(View view)
    {
        View = view;
        _conflicts = new(view.Conflicts);
        Mechanisms = Read("mechanism");
        Events = Read("event");
        Commitments = Read("commitment");
        Recommendations = Read("recommendation");
        Risks = Read("risk");
        Exposures = Read("exposure");
        Chokepoints = Read("chokepoint");
        Losses = Read("loss");
        TradeWarnings = Read("trade-warning");
        Read("product");
        Read("body");
        Read("person");
        Roles = Read("role");
        _bodiesOfPerson = Roles
            .SelectMany(r => r.Linked("person"), (role, person) => (role, person))
            .SelectMany(p => p.role.Linked("body").Concat(p.role.Linked("country")), (p, body) => (p.person, body))
            .ToLookup(p => p.person, p => p.body);
        EventsOf = Events.SelectMany(e => e.Linked("mechanism"), (e, m) => (m, e)).ToLookup(p => p.m, p => p.e);
    }

    internal View View { get; }

    /// <summary>What the sources disagree on or seem to, asked of the view once.</summary>
    internal IReadOnlyList<Conflict> Conflicts => _conflicts.Value;

    internal IReadOnlyList<Entity> Mechanisms { get; }

    internal IReadOnlyList<Entity> Events { get; }

    internal IReadOnlyList<Entity> Commitments { get; }

    internal IReadOnlyList<Entity> Recommendations { get; }

    internal IReadOnlyList<Entity> Risks { get; }

    internal IReadOnlyList<Entity> Exposures { get; }

    internal IReadOnlyList<Entity> Chokepoints { get; }

    internal IReadOnlyList<Entity> Losses { get; }

    internal IReadOnlyList<Entity> TradeWarnings { get; }

    internal IReadOnlyList<Entity> Roles { get; }

    /// <summary>Events by the mechanism they belong to.</summary>
    internal ILookup<EntityId, Entity> EventsOf { get; }

    /// <summary>The entity of one of the kinds read; <see langword="null"/> where the reader sees no claim about it.</summary>
    internal Entity? this[EntityId id] => _entities.GetValueOrDefault(id);

    /// <summary>The entities of a kind, as read here; of a kind that is not, as the view gives them.</summary>
    internal IReadOnlyList<Entity> Of(string kind) => _kinds.TryGetValue(kind, out IReadOnlyList<Entity>? read) ? read : View.Entities(kind);

    /// <summary>The name to show; <see langword="null"/> where the record has none and the id is a hash.</summary>
    internal string? NameOf(EntityId id)
    {
        string name = this[id] is { } entity ? entity.Name : View.NameOf(id);
        bool hash = id.Name.Length >= 16 && id.Name.All(char.IsAsciiHexDigitLower) && name.Contains(id.Name[..8], StringComparison.Ordinal);
        return hash ? null : name;
    }

    /// <summary>A document without its text, asked of the view once.</summary>
    internal Document? Document(EntityId id)
    {
        lock (_lock)
        {
            return _documents.TryGetValue(id, out Document? known) ? known : _documents[id] = View.Citation(id);
        }
    }

    /// <summary>A dataset, asked of the view once.</summary>
    internal Dataset? Dataset(EntityId id)
    {
        lock (_lock)
        {
            return _datasets.TryGetValue(id, out Dataset? known) ? known : _datasets[id] = View.Dataset(id);
        }
    }

    /// <summary>The countries that a party stands for: itself, or those that the record says a body or person belongs to. Empty where it does not say.</summary>
    internal IReadOnlyList<EntityId> CountriesOf(EntityId party) => party.Kind switch
    {
        "country" => [party],
        "body" => Countries(party),
        "person" => Countries(party) is { Count: > 0 } own ? own
            : [.. Bodies(party).SelectMany(b => b.Kind == "country" ? [b] : Countries(b)).Distinct().Order()],
        _ => [],
    };

    /// <summary>The sectors of co-operation that an entity's claims name; sectors of tables are left out.</summary>
    internal static IEnumerable<HeldClaim> SectorClaims(Entity entity, string property = "sector") =>
        entity.Of(property).Where(c => c.Value is EntityValue { Id: { Kind: "sector" } id } && IsCooperation(id));

    /// <summary>The entity that a claim names.</summary>
    internal static EntityId Target(HeldClaim claim) => ((EntityValue)claim.Value).Id;

    private static bool IsCooperation(EntityId sector) => CooperationSectors.Contains(sector.Name);

    private static readonly HashSet<string> CooperationSectors = [.. Vocabulary.Sectors.Select(s => s.Id)];

    private IReadOnlyList<EntityId> Countries(EntityId id) =>
        this[id] is { } entity ? [.. entity.Linked("country").Where(c => c.Kind == "country")] : [];

    private IEnumerable<EntityId> Bodies(EntityId person) =>
        (this[person]?.Linked("body") ?? []).Concat(_bodiesOfPerson[person]);

    private IReadOnlyList<Entity> Read(string kind)
    {
        IReadOnlyList<Entity> entities = View.Entities(kind);
        foreach (Entity entity in entities)
        {
            _entities[entity.Id] = entity;
        }

        return _kinds[kind] = entities;
    }
}
