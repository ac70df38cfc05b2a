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
/// <param name="UnmetFinalDemand">Final demand that was not met, by day.</param>
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
    /// <summary>The simulation as one JSON object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="series">Whether the days are written too.</param>
    public void WriteTo(Utf8JsonWriter json, bool series = false) => Scenarios.SimulationJson.Write(json, this, series);

    /// <summary>The days as CSV: <c>step, va_loss_…, x_loss_…, fd_unmet_world, overprod_max</c>.</summary>
    public void WriteSeries(TextWriter csv)
    {
        LossSeries[] all = [.. Regions, World];
        csv.Write("step");
        csv.Write(string.Concat(all.Select(r => ",va_loss_" + r.Region)));
        csv.Write(string.Concat(all.Select(r => ",x_loss_" + r.Region)));
        csv.Write(",fd_unmet_world,overprod_max\n");
        for (int t = 0; t < UnmetFinalDemand.Count; t++)
        {
            int day = t;
            IEnumerable<double> cells = [.. all.Select(r => r.ValueAdded[day]), .. all.Select(r => r.Output[day]), UnmetFinalDemand[day], MostOverproduction[day]];
            csv.Write(day.ToString(CultureInfo.InvariantCulture) + string.Concat(cells.Select(c => "," + c.ToString("R", CultureInfo.InvariantCulture))) + "\n");
        }
    }
}

/// <summary>What a region loses by day, in the table's unit a day.</summary>
/// <param name="Region">Code of the country, or <c>world</c>.</param>
/// <param name="ValueAdded">Value added lost.</param>
/// <param name="Output">Gross output lost.</param>
public sealed record LossSeries(string Region, IReadOnlyList<double> ValueAdded, IReadOnlyList<double> Output);

/// <summary>What an industry loses over all days.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="OutputADay">Output a day before the event.</param>
/// <param name="OutputLoss">Output lost, in the table's unit.</param>
/// <param name="ValueAddedLoss">Value added lost, in the table's unit.</param>
/// <param name="LeastRatio">The lowest output of a day as a part of that before the event.</param>
public sealed record IndustryLoss(string Country, string Sector, double OutputADay, double OutputLoss, double ValueAddedLoss, double LeastRatio);
