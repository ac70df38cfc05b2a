using Linchpin.Claims;

namespace Linchpin.Reading;

/// <summary>What a record holds of mechanisms, events, commitments and recommendations, found by what the rules of <see cref="Resolution"/> compare.</summary>
/// <remarks>
/// <para>A document asks for a handful of them, however many there are. What is found is a candidate: the rules alone decide.</para>
/// <para>A later state of an entity is put over the earlier one; what it was found by before still finds it.</para>
/// </remarks>
public sealed class KnownEntities
{
    private readonly Dictionary<EntityId, KnownEntity> _all = [];
    private readonly Dictionary<string, HashSet<EntityId>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes an entity in, or its later state.</summary>
    public void Put(KnownEntity entity)
    {
        _all[entity.Id] = entity;
        foreach (string name in entity.Aliases.Append(entity.Name).Where(n => n.Length > 0))
        {
            Find("name", entity.Id.Kind, name, entity.Id);
            Find("words", entity.Id.Kind, Key(name), entity.Id);
        }

        foreach (string stem in entity.Told is { } told ? FollowingUp.Stems(told.Words) : [])
        {
            Find("told", entity.Id.Kind, stem, entity.Id);
        }

        if (entity.Document is { } document)
        {
            Find("document", entity.Id.Kind, document.ToString(), entity.Id);
        }

        if (entity.Mechanism is { } mechanism && entity.Date is { Month: > 0 } date)
        {
            Find("month", entity.Id.Kind, Month(mechanism, date), entity.Id);
        }
    }

    /// <summary>Those of a kind that have two words of the thing in common, or a word and the mechanism or a party, by id.</summary>
    internal IEnumerable<KnownEntity> Telling(string kind, KnownTelling told)
    {
        EntityId[] shared = [.. FollowingUp.Stems(told.Words).SelectMany(w => Found("told", kind, w))];
        return Ordered(shared.CountBy(id => id).Where(c => c.Value > 1 || _all[c.Key].Told is { } other && (other.Mechanisms.Overlaps(told.Mechanisms) || other.Parties.Overlaps(told.Parties))).Select(c => c.Key));
    }

    /// <summary>Whether there is one of that id.</summary>
    internal bool Has(EntityId id) => _all.ContainsKey(id);

    /// <summary>Those of a kind that have one of the names, or a name of the same significant words, by id.</summary>
    internal IEnumerable<KnownEntity> Named(string kind, IEnumerable<string> names) => Ordered(
        names.Where(n => n.Length > 0).SelectMany(n => Found("name", kind, n).Concat(Found("words", kind, Key(n)))));

    /// <summary>Those of a kind whose passage stands in the document, by id.</summary>
    internal IEnumerable<KnownEntity> In(string kind, EntityId document) => Ordered(Found("document", kind, document.ToString()));

    /// <summary>Those of a kind that belong to the mechanism and are dated in the month, by id.</summary>
    internal IEnumerable<KnownEntity> In(string kind, EntityId mechanism, PartialDate month) => Ordered(Found("month", kind, Month(mechanism, month)));

    private IEnumerable<KnownEntity> Ordered(IEnumerable<EntityId> ids) => ids.Distinct().Order().Select(id => _all[id]);

    private IEnumerable<EntityId> Found(string by, string kind, string key) => _found.TryGetValue($"{by} {kind} {key}", out HashSet<EntityId>? ids) ? ids : [];

    private void Find(string by, string kind, string key, EntityId id)
    {
        key = $"{by} {kind} {key}";
        if (!_found.TryGetValue(key, out HashSet<EntityId>? ids))
        {
            _found.Add(key, ids = []);
        }

        ids.Add(id);
    }

    private string Key(string name)
    {
        if (!_keys.TryGetValue(name, out string? key))
        {
            _keys.Add(name, key = MechanismName.Key(MechanismName.Significant(name)));
        }

        return key;
    }

    private static string Month(EntityId mechanism, PartialDate date) => FormattableString.Invariant($"{mechanism} {date.Year} {date.Month}");
}
