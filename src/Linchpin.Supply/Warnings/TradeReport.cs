using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply;

/// <summary>One importer's monthly trade in one product: where it came from, how concentrated, and what early warning raises.</summary>
/// <remarks>
/// <para><b>Units:</b> value in the datasets' unit at their prices, weight in kg; sums over the months from <see cref="From"/> to <see cref="To"/>.</para>
/// <para><b>Missing:</b> a month without a row adds nothing and is counted: see <see cref="OriginOfTrade.Months"/>. A sum without any known month is
/// <see langword="null"/>.</para>
/// <para>Nothing after <see cref="To"/> is used.</para>
/// </remarks>
/// <param name="Product">The product's code.</param>
/// <param name="Description">Its description, where the folder holds a list of descriptions; else <see langword="null"/>.</param>
/// <param name="Importer">ISO 3166 alpha-3 code, or <c>W00</c> for all importers together.</param>
/// <param name="From">The first month.</param>
/// <param name="To">The last month: the view is as of its end.</param>
/// <param name="OwnReport">Whether the importer's own report is used. If not, shares and warnings stand on its suppliers' exports (mirror data),
/// and origins that report nothing are missing from them.</param>
/// <param name="Datasets">The files that the numbers come from.</param>
/// <param name="Origins">Countries by value, largest first; then the importer's own goods that come back.</param>
/// <param name="World">All origins together as the importer states it, or added up; <see langword="null"/> where nothing is known.</param>
/// <param name="NotNamed">Value that <paramref name="World"/> has beyond the origins listed: other origins and unspecified areas, never ranked;
/// <see langword="null"/> where unknown.</param>
/// <param name="Concentration">How concentrated the value is over origins, with bounds for what is not named; <see langword="null"/> where no value is known.</param>
/// <param name="WeightConcentration">The same of the weight, over the months in which the weight of all origins is known.</param>
/// <param name="Warnings">What is raised, ranked.</param>
/// <param name="NotRaised">Of every series watched, the month in which it was most unusual without raising anything.</param>
/// <param name="NotWatched">Origins that early warning cannot watch at the end of the period, and why.</param>
/// <param name="Settings">When a warning is raised.</param>
public sealed record TradeReport(
    string Product,
    string? Description,
    string Importer,
    PartialDate From,
    PartialDate To,
    bool OwnReport,
    IReadOnlyList<TradeDataset> Datasets,
    IReadOnlyList<OriginOfTrade> Origins,
    OriginOfTrade? World,
    double? NotNamed,
    Concentration? Concentration,
    Concentration? WeightConcentration,
    IReadOnlyList<TradeWarning> Warnings,
    IReadOnlyList<NotRaised> NotRaised,
    IReadOnlyList<NotWatched> NotWatched,
    WarningSettings Settings)
{
    /// <summary>The months of every flow, in order of origin.</summary>
    public required IReadOnlyList<TradeMonth> Months { get; init; }

    /// <summary>The file that most of the flows used were read from: what claims of shares and concentration cite.</summary>
    public required TradeDataset Reported { get; init; }

    /// <summary>Unit of values: a currency.</summary>
    public required string Currency { get; init; }

    /// <summary>Price basis of values, in words.</summary>
    public required string Prices { get; init; }

    /// <summary>The report as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => TradeReportJson.Write(json, this);

    /// <summary>The months as CSV: month, origin, what it stands for, value and weight by the report used, and by the other side.</summary>
    public void WriteSeries(TextWriter text) => TradeReportJson.WriteSeries(text, this);
}

/// <summary>Value and weight of trade.</summary>
/// <param name="Value">In the report's currency; <see langword="null"/> where unknown.</param>
/// <param name="Weight">Net weight in kg; <see langword="null"/> where unknown.</param>
public sealed record TradeAmounts(double? Value, double? Weight);

/// <summary>What came from one origin over a period.</summary>
/// <param name="Origin">ISO 3166 alpha-3 code, or <c>W00</c> for all together.</param>
/// <param name="Kind">What the code stands for.</param>
/// <param name="Reported">Sums by the report that is used.</param>
/// <param name="Share">Share of the value from all origins, from 0 to 1; <see langword="null"/> where unknown.</param>
/// <param name="WeightShare">The same of the weight; over months in which the weight of all origins is stated as well.</param>
/// <param name="Months">Months with a row.</param>
/// <param name="MonthsWithWeight">Of these, months whose weight is known.</param>
/// <param name="Mirror">Sums as the exporter reports them; <see langword="null"/> where it reports nothing, or its report is the one used.</param>
/// <param name="MirrorMonths">Months with a row in the exporter's report: sums over different months are not to be compared.</param>
public sealed record OriginOfTrade(
    string Origin, OriginKind Kind, TradeAmounts Reported, double? Share, double? WeightShare, int Months, int MonthsWithWeight, TradeAmounts? Mirror, int MirrorMonths);

/// <summary>A series that raised nothing, in the month in which it was most unusual.</summary>
/// <param name="Product">The product's code.</param>
/// <param name="Importer">The importer.</param>
/// <param name="Origin">The origin.</param>
/// <param name="Kind">What it would have been.</param>
/// <param name="Measure">Which figure.</param>
/// <param name="Month">The month.</param>
/// <param name="Expected">As in <see cref="TradeWarning.Expected"/>.</param>
/// <param name="Seen">As in <see cref="TradeWarning.Seen"/>.</param>
/// <param name="Z">As in <see cref="TradeWarning.Z"/>; below 0 on the other side.</param>
/// <param name="Probability">As in <see cref="TradeWarning.Probability"/>.</param>
/// <param name="Q">As in <see cref="TradeWarning.Q"/>.</param>
/// <param name="Why">Why it raised nothing.</param>
public sealed record NotRaised(
    string Product, string Importer, string Origin, WarningKind Kind, TradeMeasure Measure, PartialDate Month, double Expected, double? Seen, double Z, double Probability, double Q, string Why);

/// <summary>A flow that early warning does not watch in a month.</summary>
/// <param name="Product">The product's code.</param>
/// <param name="Importer">The importer.</param>
/// <param name="Origin">The origin.</param>
/// <param name="Why">Why not.</param>
public sealed record NotWatched(string Product, string Importer, string Origin, string Why);

/// <summary>One month of one flow.</summary>
/// <param name="Month">The month.</param>
/// <param name="Origin">The origin.</param>
/// <param name="Kind">What its code stands for.</param>
/// <param name="Reported">By the report that is used.</param>
/// <param name="Mirror">By the other side.</param>
public sealed record TradeMonth(PartialDate Month, string Origin, OriginKind Kind, TradeAmounts Reported, TradeAmounts Mirror);
