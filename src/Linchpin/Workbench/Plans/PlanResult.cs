using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Plans;

/// <summary>A response plan on record: what each partner bears alone and together, and who replaces what.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Plan">All its claims.</param>
/// <param name="Gain">The claim of the gain from joint action; it may be unknown.</param>
/// <param name="Burdens">By partner, in the plan's order.</param>
/// <param name="Replacements">The largest first.</param>
public sealed record PlanResult(EntityId Id, Entity Plan, HeldClaim Gain, IReadOnlyList<Entity> Burdens, IReadOnlyList<Entity> Replacements)
{
    /// <summary>The plans of the view, the one recorded last first.</summary>
    public static IReadOnlyList<PlanResult> All(Scope scope) => scope.Seen.Once("plans", () => Read(scope.View));

    /// <summary>The plan of that name; <see langword="null"/> where the reader sees none.</summary>
    public static PlanResult? One(Scope scope, string name) => All(scope).FirstOrDefault(p => p.Id.Name == name);

    /// <summary>A text of the plan; <see langword="null"/> where the record does not say.</summary>
    public string? Text(string property) => (Plan.First(property)?.Value as TextValue)?.Words;

    /// <summary>An amount of an entity; <see langword="null"/> where it is not known.</summary>
    public static MoneyValue? Money(Entity entity, string property) => entity.First(property)?.Value as MoneyValue;

    private static IReadOnlyList<PlanResult> Read(View view)
    {
        ILookup<EntityId, Entity> burdens = ByPlan(view, "plan-burden");
        ILookup<EntityId, Entity> replacements = ByPlan(view, "replacement");
        return
        [
            .. view.Entities("response-plan").Where(p => p.First("joint-gain") is not null)
                .Select(p => new PlanResult(
                    p.Id, p, p.First("joint-gain")!, [.. burdens[p.Id]],
                    [.. replacements[p.Id].Where(r => r.Linked("supplier").Count > 0 && r.Linked("user").Count > 0).OrderByDescending(r => Money(r, "amount")?.Amount ?? 0).ThenBy(r => r.Id)]))
                .OrderByDescending(p => p.Gain.Recorded).ThenBy(p => p.Id),
        ];
    }

    private static ILookup<EntityId, Entity> ByPlan(View view, string kind) =>
        view.Entities(kind).Where(e => e.Linked("plan").Count > 0 && (kind != "plan-burden" || e.Linked("country").Count > 0)).ToLookup(e => e.Linked("plan")[0]);
}
