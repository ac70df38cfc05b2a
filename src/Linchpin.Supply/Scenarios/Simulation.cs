using System.Globalization;
using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>What a scenario does to output and value added, day by day.</summary>
/// <remarks>
/// <para><b>Unit:</b> flows in the table's unit a day; sums over days in the table's unit. A loss is positive; overproduction makes it
/// negative.</para>
/// <para><b>Basis:</b> output is the sum of the row with final demand below 0 set to 0; the accounts of a simulation are not those of <see cref="Basis"/>.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Scenario">The scenario that was run, with its settings.</param>
/// <param name="Regions">Losses by region, in the table's order.</param>
/// <param name="World">Losses of all regions.</param>
/// <param name="UnmetFinalDemand">Final demand that was asked for and not met, by day; what a stockpile served is not in it.</param>
/// <param name="MostOverproduction">The highest overproduction factor of any industry, by day.</param>
/// <param name="Industries">Losses by industry over all days, in the table's order; industries without output are left out.</param>
public sealed record Simulation(
    InputOutputTable Table,
    Scenario Scenario,
    IReadOnlyList<LossSeries> Regions,
    LossSeries World,
    IReadOnlyList<double> UnmetFinalDemand,
    IReadOnlyList<double> MostOverproduction,
    IReadOnlyList<IndustryLoss> Industries)
{
    /// <summary>Days that were run: all of the settings' steps, or fewer where the run was stopped.</summary>
    public int Days => UnmetFinalDemand.Count;

    /// <summary>Final demand that bans, quotas and tariffs kept out and that went to no other supplier or stockpile, by day.</summary>
    public required IReadOnlyList<double> StoppedFinalDemand { get; init; }

    /// <summary>The shortest input of each region, in the table's order; <see langword="null"/> where no stock fell short of its goal.</summary>
    public required IReadOnlyList<InputShortage?> Shortages { get; init; }

    /// <summary>Days on which a lack of inputs held an industry of the region back, in the table's order.</summary>
    public required IReadOnlyList<int> DaysHeldBack { get; init; }

    /// <summary>What was held and drawn in each stock release of the scenario, in its order.</summary>
    public required IReadOnlyList<StockReleased> Released { get; init; }

    /// <summary>Industries without output that an event's range or <c>all</c> names, by the event's number from 1; they are left out of it.</summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<string>> LeftOut { get; init; }

    /// <summary>The simulation as one JSON object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="series">Whether the days are written too.</param>
    public void WriteTo(Utf8JsonWriter json, bool series = false) => Scenarios.SimulationJson.Write(json, this, series);

    /// <summary>The days as CSV: <c>step, va_loss_…, x_loss_…, fd_unmet_world, overprod_max, fd_stopped_world</c>.</summary>
    public void WriteSeries(TextWriter csv)
    {
        LossSeries[] all = [.. Regions, World];
        csv.Write("step");
        csv.Write(string.Concat(all.Select(r => ",va_loss_" + r.Region)));
        csv.Write(string.Concat(all.Select(r => ",x_loss_" + r.Region)));
        csv.Write(",fd_unmet_world,overprod_max,fd_stopped_world\n");
        for (int t = 0; t < Days; t++)
        {
            int day = t;
            IEnumerable<double> cells =
                [.. all.Select(r => r.ValueAdded[day]), .. all.Select(r => r.Output[day]), UnmetFinalDemand[day], MostOverproduction[day], StoppedFinalDemand[day]];
            csv.Write(day.ToString(CultureInfo.InvariantCulture) + string.Concat(cells.Select(c => "," + c.ToString("R", CultureInfo.InvariantCulture))) + "\n");
        }
    }
}

/// <summary>What a region loses by day, in the table's unit a day.</summary>
/// <param name="Region">Code of the country, or <c>world</c>.</param>
/// <param name="ValueAdded">Value added lost.</param>
/// <param name="Output">Gross output lost.</param>
public sealed record LossSeries(string Region, IReadOnlyList<double> ValueAdded, IReadOnlyList<double> Output)
{
    /// <summary>Value added a day before any event, in the table's unit.</summary>
    public double ValueAddedADay { get; init; }

    /// <summary>The day of the greatest loss of value added; <see langword="null"/> where none is lost on any day.</summary>
    public int? PeakDay => ValueAdded.Count > 0 && ValueAdded.Max() > 0 ? ValueAdded.Index().MaxBy(d => d.Item).Index : null;

    /// <summary>Value added lost over all days, in per cent of a year's value added; <see langword="null"/> where there is none.</summary>
    public double? ValueAddedPercent => ValueAddedADay > 0 ? 100 * ValueAdded.Sum() / (ValueAddedADay * Scenarios.ArioModel.DaysAYear) : null;
}

/// <summary>What an industry loses over all days.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="OutputADay">Output a day before the event.</param>
/// <param name="OutputLoss">Output lost, in the table's unit.</param>
/// <param name="ValueAddedLoss">Value added lost, in the table's unit.</param>
/// <param name="LeastRatio">The lowest output of a day as a part of that before the event.</param>
public sealed record IndustryLoss(string Country, string Sector, double OutputADay, double OutputLoss, double ValueAddedLoss, double LeastRatio);

/// <summary>The shortest input of a region's industries, on the day on which it was shortest.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Country">The users' country.</param>
/// <param name="Sector">The using sector.</param>
/// <param name="Input">The sector whose products it lacks, from all sources.</param>
/// <param name="Cover">Its stock as a part of the goal for the output that it wished to make that day.</param>
/// <param name="HeldBack">Whether the lack held its output back: whether the cover was below psi.</param>
public sealed record InputShortage(int Day, string Country, string Sector, string Input, double Cover, bool HeldBack);

/// <summary>What became of a stockpile. In the table's unit; held = to production + to final demand + left.</summary>
/// <param name="Event">The event's number in the scenario, from 1.</param>
/// <param name="Held">Held for release over the whole event.</param>
/// <param name="ToProduction">Drawn by users' stocks.</param>
/// <param name="ToFinal">Drawn by final users.</param>
/// <param name="Left">Not drawn, as nobody lacked it or the run was over.</param>
public sealed record StockReleased(int Event, double Held, double ToProduction, double ToFinal, double Left);

/// <summary>A simulation was stopped before its last day; what was done so far goes with it.</summary>
/// <param name="soFar">The days that were run, at least one.</param>
/// <param name="cancel">What stopped it.</param>
public sealed class SimulationStoppedException(Simulation soFar, CancellationToken cancel) : OperationCanceledException(
    FormattableString.Invariant($"The simulation was stopped after {soFar.Days} of {soFar.Scenario.Settings.Steps} days."), cancel)
{
    /// <summary>The simulation of the days that were run.</summary>
    public Simulation SoFar { get; } = soFar;
}
