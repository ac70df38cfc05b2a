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
/// <param name="Calibration">How often the probabilities stated were reached, by kind of test.</param>
public sealed record WatchedCount(int Flows, int FlowsWatched, int FlowMonths, int Tests, int Warnings, IReadOnlyList<WarningCalibration> Calibration)
{
    /// <summary>Warnings for a hundred flows watched through a year; <see langword="null"/> where nothing was watched.</summary>
    public double? PerHundredFlowYears => FlowMonths > 0 ? 1200.0 * Warnings / FlowMonths : null;
}

/// <summary>How often tests of one kind reached a probability: the check of that probability on the data themselves.</summary>
/// <remarks>Where nothing happens, the share of tests at or under p is p or less. What really happened comes on top.</remarks>
/// <param name="Kind">The kind of test.</param>
/// <param name="Tests">How many were made.</param>
/// <param name="ReachedFivePercent">Share of them with a probability of at most 0.05.</param>
/// <param name="ReachedOnePercent">At most 0.01.</param>
/// <param name="ReachedOnePerThousand">At most 0.001.</param>
public sealed record WarningCalibration(WarningKind Kind, int Tests, double ReachedFivePercent, double ReachedOnePercent, double ReachedOnePerThousand);
