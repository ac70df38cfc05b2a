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
