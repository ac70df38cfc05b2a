namespace Linchpin.Supply.Ensembles;

/// <summary>What varies where a scenario states nothing: the settings that ARIO's losses hang on most, around the scenario's own values.</summary>
/// <remarks>The widths are a convention, not an estimate; docs/ensembles.md gives each with its reason.</remarks>
internal static class StandardUncertainty
{
    private const string Stocks = "Nobody counts the stocks of all industries; losses hang on them more than on any other setting (Hallegatte 2014). Convention: a third to four thirds of the scenario's.";
    private const string Restoration = "How fast firms refill is not observed. Convention: half to twice the scenario's.";
    private const string Psi = "The stock under which production is held back is assumed, not measured (Guan and others 2020 use 0.8). Convention: three quarters to five quarters of the scenario's, at most 1.";
    private const string Alpha = "Spare capacity is known for few industries (Hallegatte 2008 assumes up to 125 %). Convention: half to one and a half times the scenario's margin.";
    private const string Orders = "Whether buyers can turn to other suppliers within the year is the open question of a disruption; both answers are as likely. Convention.";
    private const string Size = "Events seldom come as large as they were written down. Convention: three quarters to five quarters of the scenario's size, a share at most 1.";
    private const string Length = "How long an event lasts is known afterwards. Convention: half to one and a half times the scenario's days.";

    internal static Uncertainty Of(Scenario scenario)
    {
        ScenarioSettings s = scenario.Settings;
        var varied = new List<UncertainSetting>
        {
            Around("inventory_days", null, VariedField.Setting("inventory_days"), s.InventoryDays, 1.0 / 3, 4.0 / 3, Stocks),
            Around("restoration_days", null, VariedField.Setting("restoration_days"), s.RestorationDays, 0.5, 2, Restoration),
            Around("psi", null, VariedField.Setting("psi"), s.Psi, 0.75, 1.25, Psi),
            new("alpha_max", null, Triangle(VariedField.Setting("alpha_max"), 1 + ((s.AlphaMax - 1) * 0.5), s.AlphaMax, 1 + ((s.AlphaMax - 1) * 1.5)), Alpha),
            new("order_type", null, new ChoiceDistribution([0, 1], [0.5, 0.5], ["alt", "noalt"]), Orders),
        };
        for (int k = 0; k < scenario.Events.Count; k++)
        {
            ScenarioEvent happens = scenario.Events[k];
            foreach ((string name, double size) in new[] { ("share", happens.Share), ("rate", happens.Rate ?? 0), ("days", happens.Days ?? 0) })
            {
                if (VariedField.OfEvent(name, happens) is { } field)
                {
                    varied.Add(Around(name, k + 1, field, size, 0.75, 1.25, Size));
                }
            }

            varied.Add(Around("duration", k + 1, VariedField.OfEvent("duration", happens)!, happens.Duration, 0.5, 1.5, Length));
        }

        return new Uncertainty(varied, false);
    }

    private static UncertainSetting Around(string name, int? number, VariedField field, double mode, double down, double up, string reason) =>
        new(name, number, Triangle(field, Math.Min(mode * down, mode * up), mode, Math.Max(mode * down, mode * up)), reason);

    private static TriangularDistribution Triangle(VariedField field, double low, double mode, double high) =>
        new(Math.Max(field.Least, low), mode, Math.Min(field.Most, high));
}
