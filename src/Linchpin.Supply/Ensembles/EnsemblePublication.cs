using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Ensembles;

/// <summary>Turns an ensemble into claims: the scenario with what varied, runs and seed, and for each country the median loss with the band from the 5 % to the 95 % quantile.</summary>
internal sealed class EnsemblePublication(Ensemble ensemble, Handling handling)
{
    private readonly TableClaims _claims = new(ensemble.Design.Table, handling);

    /// <summary>The dataset with its claims. The rest of the world is in the world's loss and is not published as a country.</summary>
    internal Deposit Make()
    {
        EnsembleDesign design = ensemble.Design;
        string settings = FormattableString.Invariant(
            $"{ensemble.Done} runs, seed {design.Seed}, {EnsembleDesign.Engine}, design {design.Id}; varied: {string.Join("; ", design.Uncertainty.Settings.Select(Words))}; else {design.Scenario.SettingWords}");
        EntityId id = _claims.AddScenario(design.Scenario, "ensemble", settings, FormattableString.Invariant($"-{design.Id[..12].ToLowerInvariant()}-{ensemble.Done}"));
        string formula = $"ARIO in daily steps, loss of value added summed over {design.Scenario.Settings.Steps} days, over runs; {_claims.ScenarioWords(design.Scenario)}; settings {settings}";
        _claims.Add(id, "world-loss", _claims.Money(ensemble.World.ValueAdded.P50), $"{formula}; median, all regions");
        foreach (RegionBands region in ensemble.Regions.Where(r => Vocabulary.Countries.ContainsKey(r.Region)))
        {
            double before = region.ValueAddedBefore;
            EntityId loss = _claims.AddLoss(
                id, region.Region, region.ValueAdded.P50, before > 0 ? region.ValueAdded.P50 / before : null,
                FormattableString.Invariant($"the value added of {Vocabulary.CountryName(region.Region)} in {design.Scenario.Settings.Steps} days of {design.Table.Year:0000} ({_claims.Terms(Basis.RowSum)})"), $"{formula}; median, region {region.Region}");
            _claims.Add(loss, "value-added-loss-low", _claims.Money(region.ValueAdded.P5), $"{formula}; 5 % quantile, region {region.Region}");
            _claims.Add(loss, "value-added-loss-high", _claims.Money(region.ValueAdded.P95), $"{formula}; 95 % quantile, region {region.Region}");
        }

        return _claims.Make();
    }

    private static string Words(UncertainSetting setting) => setting.Distribution is ChoiceDistribution choice
        ? FormattableString.Invariant($"{setting.Title} one of {string.Join(", ", choice.Labels ?? [.. choice.Values.Select(v => FormattableString.Invariant($"{v:R}"))])}")
        : FormattableString.Invariant($"{setting.Title} {setting.Distribution.Word} ({string.Join(", ", setting.Distribution.Numbers.Select(n => FormattableString.Invariant($"{n.Name} {n.Value:R}")))})");
}
