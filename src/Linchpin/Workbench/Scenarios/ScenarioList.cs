using Linchpin.Claims;
using Linchpin.Commands;
using Linchpin.Ledger;
using Linchpin.Supply;

namespace Linchpin.Workbench.Scenarios;

/// <summary>The results of scenarios on record, and the scenarios that come with the program.</summary>
/// <param name="Results">Results on record, the one recorded last first.</param>
/// <param name="Shipped">Scenarios that come with the program, by name.</param>
public sealed record ScenarioList(IReadOnlyList<ScenarioResult> Results, IReadOnlyList<(string Name, Scenario Scenario)> Shipped)
{
    private static readonly Lazy<IReadOnlyList<(string, Scenario)>> Files = new(() => [.. ShippedScenarios.Names.Select(n => (n, ShippedScenarios.Read(n)))]);

    /// <summary>Those that the address asks for.</summary>
    public static ScenarioList Find(Scope scope)
    {
        IReadOnlyList<ScenarioResult> all = scope.Seen.Once("scenarios", () => All(scope.View));
        string type = scope.OneOf("type", ["", "extraction", "simulation", "ensemble"]);
        return new ScenarioList([.. all.Where(r => type.Length == 0 || r.Type == type)], Files.Value);
    }

    /// <summary>The result of that name; <see langword="null"/> where the reader sees none.</summary>
    public static ScenarioResult? One(Scope scope, string name) => scope.Seen.Once("scenarios", () => All(scope.View)).FirstOrDefault(r => r.Id.Name == name);

    private static IReadOnlyList<ScenarioResult> All(View view)
    {
        ILookup<EntityId, ScenarioLoss> losses = view.Entities("loss").Select(ScenarioLoss.Of).OfType<ScenarioLoss>().ToLookup(l => l.Cause);
        return [.. view.Entities("scenario").Select(e => ScenarioResult.Of(e, losses[e.Id])).OfType<ScenarioResult>().OrderByDescending(r => r.Scenario.Claims.Max(c => c.Recorded)).ThenBy(r => r.Id)];
    }
}

/// <summary>A scenario as it was calculated.</summary>
/// <param name="Id">The scenario.</param>
/// <param name="Scenario">All its claims.</param>
/// <param name="Type">extraction, simulation or ensemble.</param>
/// <param name="Year">The table's year.</param>
/// <param name="World">The claim of the world's loss.</param>
/// <param name="Losses">By country, the largest first.</param>
public sealed record ScenarioResult(EntityId Id, Entity Scenario, string Type, int Year, HeldClaim World, IReadOnlyList<ScenarioLoss> Losses)
{
    /// <summary>The world's loss.</summary>
    public MoneyValue WorldLoss => (MoneyValue)World.Value;

    /// <summary>A text of the scenario, such as its events; <see langword="null"/> where the record does not say.</summary>
    public string? Text(string property) => (Scenario.First(property)?.Value as TextValue)?.Words;

    /// <summary>The loss of that country; <see langword="null"/> where the record does not say.</summary>
    public ScenarioLoss? Of(string country) => Losses.FirstOrDefault(l => l.Country.Name == country);

    /// <summary>Whether the losses are bands of an ensemble.</summary>
    public bool Banded => Losses.Any(l => l.Low is not null);

    internal static ScenarioResult? Of(Entity entity, IEnumerable<ScenarioLoss> losses) =>
        entity.First("world-loss") is { Value: MoneyValue } world && entity.First("type")?.Value is TextValue type && entity.First("year")?.Value is QuantityValue year
            ? new ScenarioResult(entity.Id, entity, type.Words, (int)year.Amount, world, [.. losses.OrderByDescending(l => l.Loss.Amount).ThenBy(l => l.Country)]) : null;
}

/// <summary>What one country loses in a scenario.</summary>
/// <param name="Id">The loss.</param>
/// <param name="Cause">The scenario.</param>
/// <param name="Country">The country.</param>
/// <param name="Loss">Value added lost; of an ensemble, the median.</param>
/// <param name="Claim">The claim of it.</param>
/// <param name="Share">The same as a share of the country's value added; <see langword="null"/> where it has none.</param>
/// <param name="Low">The band's lower end; <see langword="null"/> where there is no band.</param>
/// <param name="High">The band's upper end; <see langword="null"/> where there is no band.</param>
public sealed record ScenarioLoss(EntityId Id, EntityId Cause, EntityId Country, MoneyValue Loss, HeldClaim Claim, double? Share, MoneyValue? Low, MoneyValue? High)
{
    internal static ScenarioLoss? Of(Entity entity) =>
        entity.First("cause")?.Value is EntityValue { Id.Kind: "scenario" } cause && entity.First("country")?.Value is EntityValue country && entity.First("value-added-loss") is { Value: MoneyValue loss } claim
            ? new ScenarioLoss(
                entity.Id, cause.Id, country.Id, loss, claim, (entity.First("value-added-loss-share")?.Value as ShareValue)?.Part,
                entity.First("value-added-loss-low")?.Value as MoneyValue, entity.First("value-added-loss-high")?.Value as MoneyValue) : null;
}
