using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Views;

/// <summary>Which ids mean one thing, by the same-as judgements that a view may see and that count.</summary>
/// <remarks>
/// Judgements are taken in the order they were recorded. Merging an id moves all that was merged into it along. Where a later judgement merges away the id
/// that was kept until then, into one of its own group, that one is kept from then on; so chains and circles end in one id. Where a person has judged two ids
/// distinct, no program's same-as brings them together, and no person's earlier one.
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
        List<(long Seq, long Act, string Away, string Kept, string Json)> counted =
        [
            .. db.Query<(long Seq, long Act, string Away, string Kept, string Json)>(
                $"SELECT j.seq, j.act, j.away, j.kept, j.json FROM judgement j WHERE j.act IN ({(int)JudgementAct.SameAs}, {(int)JudgementAct.Distinct}) AND {scope.Judgements} ORDER BY j.seq",
                scope.Parameters()).Where(j => !undone.Contains(j.Seq)),
        ];
        List<(long Seq, EntityId One, EntityId Other)> apart =
            [.. counted.Where(j => j.Act == (int)JudgementAct.Distinct).Select(j => (j.Seq, EntityId.Parse(j.Away), EntityId.Parse(j.Kept)))];
        foreach ((long seq, _, string away, string kept, string json) in counted.Where(j => j.Act == (int)JudgementAct.SameAs))
        {
            EntityId one = EntityId.Parse(away), other = EntityId.Parse(kept);
            if (apart.Count == 0 || !merges.Kept(apart, seq, one, other, json))
            {
                merges.Merge(one, other);
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

    /// <summary>Whether a judgement keeps the two apart: one on any two ids of their groups, recorded later than the same-as, or at any time where a program made the same-as.</summary>
    private bool Kept(List<(long Seq, EntityId One, EntityId Other)> apart, long seq, EntityId away, EntityId kept, string json)
    {
        IReadOnlyList<EntityId> ones = Members(away), others = Members(kept);
        return apart.Exists(a => ((ones.Contains(a.One) && others.Contains(a.Other)) || (ones.Contains(a.Other) && others.Contains(a.One)))
            && (a.Seq > seq || Remembered.Whole(seq, () => Payload.ReadJudgement(json)).By.Kind != AuthorKind.Person));
    }

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
