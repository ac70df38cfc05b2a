using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>How well a table's accounts add up, as published: rows, columns, zero output, negative cells. A result, not a fault.</summary>
/// <remarks>
/// <para><b>Rows:</b> published output against intermediate use plus final demand of the same row. <b>Columns:</b> value added is the
/// residual of output less intermediate inputs, so columns
/// close by construction and only its sign can be checked.</para>
/// <para><b>Unit:</b> every amount is in <see cref="Unit"/>.</para>
/// </remarks>
/// <param name="Dataset">The dataset with release and year.</param>
/// <param name="Hash">The table's version.</param>
/// <param name="Descriptor">Which descriptor was used: <c>table.json</c>, or a built-in one by name.</param>
/// <param name="Year">The table's year.</param>
/// <param name="Unit">Unit of the cells.</param>
/// <param name="Prices">Price basis.</param>
/// <param name="Countries">Countries, the rest of the world included.</param>
/// <param name="Sectors">Sectors of each.</param>
/// <param name="Intermediate">What was found in Z.</param>
/// <param name="Final">What was found in Y.</param>
/// <param name="ReportedOutput">World output as published; <see langword="null"/> where the table publishes none.</param>
/// <param name="RowSumOutput">World output as the sum of all rows.</param>
/// <param name="Bases">Checks by basis.</param>
/// <param name="LargestGaps">Rows with the largest gap in amount, largest first, at most ten; empty where no output is published.</param>
/// <param name="LargestRelativeGaps">Rows with the largest gap as a share of published output, largest first, at most ten; rows without
/// output are left out.</param>
public sealed record BalanceReport(
    EntityId Dataset,
    string Hash,
    string Descriptor,
    int Year,
    string Unit,
    string Prices,
    int Countries,
    int Sectors,
    CellCount Intermediate,
    CellCount Final,
    double? ReportedOutput,
    double RowSumOutput,
    IReadOnlyList<BasisCheck> Bases,
    IReadOnlyList<RowGap> LargestGaps,
    IReadOnlyList<RowGap> LargestRelativeGaps)
{
    /// <summary>World output as published less the sum of all rows, as a share of the former; <see langword="null"/> where none is
    /// published.</summary>
    public double? WorldGap => ReportedOutput is { } reported and not 0 ? (reported - RowSumOutput) / reported : null;

    /// <summary>The share of world output that all gaps together may reach where nothing else is said: 0.01.</summary>
    public const double StandardBound = 0.01;

    private const double Rounding = 1e-9;

    /// <summary>The bound that <see cref="Verdict"/> holds the gaps to: a share of world output above 0 and up to 1.</summary>
    public double Bound { get; init; } = StandardBound;

    /// <summary>Sum of the sizes of all row gaps, as a share of world output; <see langword="null"/> where no output is published.</summary>
    public double? RowGapShare { get; init; }

    /// <summary>Sum of the sizes of all column gaps (output against intermediate and primary inputs), as a share of world output;
    /// <see langword="null"/> where no primary inputs are published.</summary>
    public double? ColumnGapShare { get; init; }

    /// <summary>Columns with the largest gap in amount, largest first, at most ten; empty where no primary inputs are published.</summary>
    public IReadOnlyList<ColumnGap> LargestColumnGaps { get; init; } = [];

    /// <summary>Industries that the table's makers do not list: neither zero nor unknown.</summary>
    public IReadOnlyList<Industry> Absent { get; init; } = [];

    /// <summary>Whether world value added is of the size of the world's.</summary>
    public ScaleVerdict Scale { get; init; }

    /// <summary>The larger of the two shares of gaps; <see langword="null"/> where neither can be formed.</summary>
    public double? GapShare => RowGapShare is { } row && ColumnGapShare is { } column ? Math.Max(row, column) : RowGapShare ?? ColumnGapShare;

    /// <summary>What the gaps come to against the bound. Gaps are the data's: the program's own sums are held to its readings when a table is
    /// imported or aggregated, and a difference there ends in <c>supply.cells-lost</c>.</summary>
    public BalanceVerdict Verdict => GapShare is not { } gap ? BalanceVerdict.NotChecked
        : gap <= Rounding ? BalanceVerdict.Balanced : gap <= Bound ? BalanceVerdict.WithinBound : BalanceVerdict.Unbalanced;

    /// <summary>The report in sentences, for a dataset's label and for people.</summary>
    public string Words => BalanceWords.Of(this);

    /// <summary>The report as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => BalanceJson.Write(json, this);
}

/// <summary>What was found in a matrix.</summary>
/// <param name="NonZero">Cells that are not zero.</param>
/// <param name="Negative">Cells below zero.</param>
/// <param name="Total">Sum of all cells.</param>
public sealed record CellCount(int NonZero, int Negative, double Total);

/// <summary>Checks on one basis.</summary>
/// <param name="Basis">Which output.</param>
/// <param name="WorldValueAdded">Output less intermediate inputs, all industries.</param>
/// <param name="ZeroOutput">Industries without output: no share can be formed for them.</param>
/// <param name="NegativeOutput">Industries whose row adds up to less than nothing, with the amount.</param>
/// <param name="NegativeValueAdded">Industries that use more than they make, with the amount.</param>
/// <param name="InputsWithoutOutput">Industries that use inputs and make nothing, with the amount of inputs.</param>
public sealed record BasisCheck(
    Basis Basis,
    double WorldValueAdded,
    IReadOnlyList<Industry> ZeroOutput,
    IReadOnlyList<IndustryAmount> NegativeOutput,
    IReadOnlyList<IndustryAmount> NegativeValueAdded,
    IReadOnlyList<IndustryAmount> InputsWithoutOutput);

/// <summary>A sector of a country, by the table's codes.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
public sealed record Industry(string Country, string Sector);

/// <summary>An amount of an industry, in the table's unit.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="Amount">The amount.</param>
public sealed record IndustryAmount(string Country, string Sector, double Amount);

/// <summary>A row whose published output differs from its sum.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="Reported">Published output.</param>
/// <param name="RowSum">Intermediate use plus final demand.</param>
public sealed record RowGap(string Country, string Sector, double Reported, double RowSum)
{
    /// <summary>Published output less the row's sum.</summary>
    public double Gap => Reported - RowSum;

    /// <summary>The gap as a share of published output; <see langword="null"/> where that is 0.</summary>
    public double? Relative => Reported == 0 ? null : Gap / Reported;
}

/// <summary>A column whose output differs from its inputs.</summary>
/// <param name="Country">The country's code.</param>
/// <param name="Sector">The sector's code.</param>
/// <param name="Output">Published output, or the row's sum where none is published.</param>
/// <param name="Inputs">Intermediate inputs plus published primary inputs.</param>
public sealed record ColumnGap(string Country, string Sector, double Output, double Inputs)
{
    /// <summary>Output less inputs.</summary>
    public double Gap => Output - Inputs;
}
