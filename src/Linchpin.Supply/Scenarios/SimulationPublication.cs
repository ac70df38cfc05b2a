using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Scenarios;

/// <summary>Turns a simulation into claims: the scenario with its events, settings and hash, and a loss for each country.</summary>
internal sealed class SimulationPublication(Simulation run, Handling handling)
{
    private readonly TableClaims _claims = new(run.Table, handling);

    /// <summary>The dataset with its claims. The rest of the world is in the world's loss and is not published as a country.</summary>
    internal Deposit Make()
    {
        string settings = CanonicalScenario.Settings(run.Scenario.Settings);
        EntityId id = _claims.AddScenario(run.Scenario, "simulation", settings);
        string formula = $"ARIO in daily steps, loss of value added summed over {run.Scenario.Settings.Steps} days; {_claims.ScenarioWords(run.Scenario)}; settings {settings}";
        _claims.Add(id, "world-loss", _claims.Money(run.World.ValueAdded.Sum()), $"{formula}; all regions");
        foreach (LossSeries region in run.Regions.Where(r => Vocabulary.Countries.ContainsKey(r.Region)))
        {
            _claims.AddLoss(id, region.Region, region.ValueAdded.Sum(), region.ValueAddedPercent / 100, _claims.ValueAddedOfYear(region.Region), $"{formula}; region {region.Region}");
        }

        return _claims.Make();
    }
}
