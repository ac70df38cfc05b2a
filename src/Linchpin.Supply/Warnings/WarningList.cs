using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply;

/// <summary>Everything that early warning raises over the trade of a folder.</summary>
/// <param name="From">The first month in which a warning may hold.</param>
/// <param name="To">The last month used.</param>
/// <param name="Importers">The importers asked for; empty for all.</param>
/// <param name="Exporters">The exporters asked for; empty for all.</param>
/// <param name="Products">The products watched.</param>
/// <param name="Datasets">The files that the numbers come from.</param>
/// <param name="Warnings">What is raised, ranked: countries before aggregates, then how sure, then the value at stake.</param>
/// <param name="Watched">How much was watched.</param>
/// <param name="Settings">When a warning is raised.</param>
public sealed record WarningList(
    PartialDate From,
    PartialDate To,
    IReadOnlyList<string> Importers,
    IReadOnlyList<string> Exporters,
    IReadOnlyList<string> Products,
    IReadOnlyList<TradeDataset> Datasets,
    IReadOnlyList<TradeWarning> Warnings,
    WatchedCount Watched,
    WarningSettings Settings)
{
    /// <summary>The list as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => TradeReportJson.Write(json, this);
}

/// <summary>How much early warning looked at: what the number of warnings is to be held against.</summary>
/// <param name="Flows">Flows of one product between one origin and one importer.</param>
/// <param name="FlowsWatched">Of these, flows that could be watched in at least one month of the period.</param>
/// <param name="FlowMonths">Months of flows watched in the period.</param>
/// <param name="Tests">Tests made in them: value and weight for a fall, weight for a rush, unit value, missing rows.</param>
/// <param name="Warnings">Warnings that began in the period, substitutions and aggregates left out.</param>
public sealed record WatchedCount(int Flows, int FlowsWatched, int FlowMonths, int Tests, int Warnings)
{
    /// <summary>Warnings for a hundred flows watched through a year; <see langword="null"/> where nothing was watched.</summary>
    public double? PerHundredFlowYears => FlowMonths > 0 ? 1200.0 * Warnings / FlowMonths : null;
}
