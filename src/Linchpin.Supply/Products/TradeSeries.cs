using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>An importer's purchases of a product from one origin, period by period, as one side reported them.</summary>
/// <param name="Dataset">The file.</param>
/// <param name="Product">The product's code.</param>
/// <param name="Importer">The importer.</param>
/// <param name="Origin">Where the goods come from.</param>
/// <param name="OriginKind">What the origin's code stands for. Only a country is ever ranked.</param>
/// <param name="ReportedBy">Whose report it is.</param>
/// <param name="Points">One point a period, from the first to the last without a gap.</param>
public sealed record TradeSeries(
    TradeDataset Dataset, string Product, string Importer, string Origin, OriginKind OriginKind, TradeSide ReportedBy, IReadOnlyList<TradePoint> Points);

/// <summary>One period of a series.</summary>
/// <param name="Period">The month or year.</param>
/// <param name="Value">In the dataset's unit and prices; <see langword="null"/> where there is no row or none is stated: not known, not zero.</param>
/// <param name="Weight">Net weight in kg; <see langword="null"/> likewise.</param>
/// <param name="Line">The line of the file, from 1; <see langword="null"/> where there is no row.</param>
/// <param name="ReporterReported">Whether the reporter has any row for this product and flow in the period, with whatever partner. Where it has and
/// this pair has none, no trade is likelier than no report; the source does not say so.</param>
public sealed record TradePoint(PartialDate Period, double? Value, double? Weight, int? Line, bool ReporterReported);

/// <summary>What an origin's code stands for.</summary>
public enum OriginKind
{
    /// <summary>A country other than the importer.</summary>
    Country,

    /// <summary>The importer itself: its own goods that come back.</summary>
    Home,

    /// <summary>All origins together, as the reporter states it.</summary>
    World,

    /// <summary>Several countries or an area that is not specified; never ranked.</summary>
    Unspecified,
}

/// <summary>Whose report a flow is.</summary>
public enum TradeSide
{
    /// <summary>The importer's: its imports.</summary>
    Importer,

    /// <summary>The exporter's: its exports to the importer.</summary>
    Exporter,

    /// <summary>Neither's: the dataset's makers reconciled both into one number, as BACI does.</summary>
    Reconciled,
}
