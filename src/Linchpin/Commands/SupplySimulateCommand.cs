using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply simulate</c>: a disruption run day by day.</summary>
internal static class SupplySimulateCommand
{
    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "The scenario: a JSON file (docs/scenarios.md), or the name of one that comes with the program." };

    private static readonly Option<string?> Series = new("--series") { Description = "Also write the days to this CSV file.", HelpName = "FILE" };

    public static Command Create() => new Command("simulate", "Run a disruption day by day (ARIO): inventories, rationing, overproduction, rebuilding.")
    {
        ScenarioFile, SupplyCommands.Table, SupplyCommands.Year, Series, Storing.Yes, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        Scenario scenario = ShippedScenarios.Read(run.Get(ScenarioFile)!);
        Simulation result;
        try
        {
            result = Supply.Supply.Simulate(SupplyCommands.Open(run), scenario, new SupplyCommands.Said(run), run.Cancel);
        }
        catch (SimulationStoppedException stopped)
        {
            Simulation done = stopped.SoFar;
            run.Say($"linchpin: after {done.Days} of {scenario.Settings.Steps} days: {Amount(done.World.ValueAdded.Sum())} {done.Table.Descriptor.Unit} of value added lost in the world; no file is written");
            throw;
        }

        Storing.OnRequest(run, () => Supply.Supply.Publish(result, label));
        if (run.Get(Series) is { } path)
        {
            WholeFile.Write(path, result.WriteSeries);
        }

        if (run.Get(Shared.Json))
        {
            run.WriteJson(json => result.WriteTo(json, series: true), indented: true);
        }
        else
        {
            Show(run, result);
        }

        return Exit.Done;
    });

    private static void Show(Invocation run, Simulation result)
    {
        run.Out.WriteLine($"{Invocation.Line(result.Scenario.Title)}: {result.Table.Descriptor.Title}, {result.Table.Year}; {Words(result.Scenario.Settings)}");
        run.Out.WriteLine($"{"region",-8} {"value added lost",18} {"% of a year",12} {"output lost",16} {"worst day",10}   ({result.Table.Descriptor.Unit} over all days; a loss is positive)");
        foreach (LossSeries region in result.Regions.OrderBy(r => IsRest(result.Table, r.Region)).ThenByDescending(r => r.ValueAdded.Sum()).Append(result.World))
        {
            run.Out.WriteLine($"{region.Region,-8} {Amount(region.ValueAdded.Sum()),18} {region.ValueAddedPercent?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-",12} {Amount(region.Output.Sum()),16} {region.PeakDay?.ToString(CultureInfo.InvariantCulture) ?? "-",10}");
        }

        run.Out.WriteLine($"final demand not met {Amount(result.UnmetFinalDemand.Sum())}, kept out at borders {Amount(result.StoppedFinalDemand.Sum())}");
        if (result.Shortages.OfType<InputShortage>().MinBy(s => s.Cover) is { } s)
        {
            run.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"shortest input: {s.Input} of {s.Country} {s.Sector} on day {s.Day}, {100 * s.Cover:0.0} % of its goal{(s.HeldBack ? ", holding output back" : "")}"));
        }

        foreach (StockReleased release in result.Released)
        {
            run.Out.WriteLine($"stock of event {release.Event}: held {Amount(release.Held)}, drawn by production {Amount(release.ToProduction)} and by final demand {Amount(release.ToFinal)}, left {Amount(release.Left)}");
        }
    }

    private static string Words(ScenarioSettings s) => string.Create(
        CultureInfo.InvariantCulture,
        $"orders {(s.OrderType == OrderType.ByCapacity ? "by capacity (alt)" : "by initial shares (noalt)")}, inventories {s.InventoryDays} days restored in {s.RestorationDays}, psi {s.Psi}, overproduction to {s.AlphaMax} in {s.AlphaTau} days, rebuilding over {s.RebuildTau} days, {s.Steps} days, {(s.Mode == ModelMode.Corrected ? "corrected" : "compatible")} mode");

    /// <summary>The rest of the world stands below the countries, never among them.</summary>
    private static bool IsRest(InputOutputTable table, string region) => table.Countries.Any(c => c.RestOfWorld && c.Code == region);

    private static string Amount(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
