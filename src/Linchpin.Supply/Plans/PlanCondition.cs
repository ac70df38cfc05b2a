namespace Linchpin.Supply.Plans;

/// <summary>A condition that the user sets on a plan; it belongs to one partner.</summary>
/// <param name="Words">What it says, with its value.</param>
/// <param name="Partner">Whose it is, by number.</param>
/// <param name="Sectors">The sectors that it counts together.</param>
/// <param name="Coverage">The least part of the losses that is covered; or <see langword="null"/>.</param>
/// <param name="Exports">The most that deliveries to other partners may come to, as a part of present exports; or <see langword="null"/>.</param>
internal sealed record PlanCondition(string Words, int Partner, IReadOnlyList<int> Sectors, double? Coverage, double? Exports)
{
    internal static IReadOnlyList<PlanCondition> Of(InputOutputTable table, IReadOnlyList<int> partners, PlanSettings settings) =>
    [
        .. settings.MinimumCoverage.Select(c =>
        {
            (int partner, IReadOnlyList<int> sectors, _) = PlacedShares.Read(table, partners, c.Key, "minimum_coverage");
            return new PlanCondition(FormattableString.Invariant($"minimum_coverage of {c.Key} is {c.Value}"), partner, sectors, c.Value, null);
        }),
        .. settings.MostOfExports.SelectMany(c =>
        {
            (int partner, IReadOnlyList<int> sectors, _) = PlacedShares.Read(table, partners, c.Key, "most_of_exports");
            return sectors.Select(s => new PlanCondition(
                FormattableString.Invariant($"most_of_exports of {table.Countries[partners[partner]].Code}:{table.Sectors[s].Code} is {c.Value}"), partner, [s], null, c.Value));
        }),
    ];
}
