using System.Data.Common;
using Dapper;
using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <summary>Which ids mean one thing, by the same-as judgements that a view may see and that count.</summary>
/// <remarks>
/// Judgements are taken in the order they were recorded. Merging an id moves all that was merged into it along. Where a later judgement merges away the id
/// that was kept until then, into one of its own group, that one is kept from then on; so chains and circles end in one id.
/// </remarks>
internal sealed class Merges
{
    private readonly Dictionary<EntityId, EntityId> _kept = [];
    private readonly Dictionary<EntityId, List<EntityId>> _group = [];

    /// <summary>Groups of more than one id, by the id kept; each group has the kept id and all others, by id.</summary>
    internal IReadOnlyDictionary<EntityId, List<EntityId>> Groups => _group;

    internal static Merges Of(DbConnection db, Scope scope)
    {
        var merges = new Merges();
        HashSet<long> undone = scope.Undone(db);
        foreach ((long seq, string away, string kept) in db.Query<(long, string, string)>(
            $"SELECT j.seq, j.away, j.kept FROM judgement j WHERE j.act = {(int)JudgementAct.SameAs} AND {scope.Judgements} ORDER BY j.seq", scope.Parameters()))
        {
            if (!undone.Contains(seq))
            {
                merges.Merge(EntityId.Parse(away), EntityId.Parse(kept));
            }
        }

        foreach (List<EntityId> group in merges._group.Values)
        {
            group.Sort();
        }

        return merges;
    }

    /// <summary>The id kept for it.</summary>
    internal EntityId Resolve(EntityId id) => _kept.GetValueOrDefault(id, id);

    /// <summary>The value with an entity resolved.</summary>
    internal Value Resolve(Value value) => value is EntityValue entity && _kept.TryGetValue(entity.Id, out EntityId kept) ? new EntityValue(kept) : value;

    /// <summary>All ids that mean the same as this one, itself included.</summary>
    internal IReadOnlyList<EntityId> Members(EntityId id) => _group.TryGetValue(Resolve(id), out List<EntityId>? group) ? group : [id];

    internal void Merge(EntityId away, EntityId kept)
    {
        EntityId from = Resolve(away), into = Resolve(kept);
        if (from == into)
        {
            if (away == into)
            {
                Keep(_group[into], into, kept);
            }

            return;
        }

        List<EntityId> group = _group.GetValueOrDefault(into) ?? [into];
        group.AddRange(_group.GetValueOrDefault(from) ?? [from]);
        _group.Remove(from);
        Keep(group, into, into);
    }

    private void Keep(List<EntityId> group, EntityId before, EntityId kept)
    {
        _group.Remove(before);
        _group[kept] = group;
        foreach (EntityId id in group)
        {
            _kept[id] = kept;
        }
    }
}
