namespace Linchpin.Supply;

/// <summary>What is said about a table beside its files when it is imported.</summary>
/// <param name="Year">The table's year; <see langword="null"/> where its files state it. Where both do, they must agree.</param>
/// <param name="Unit">The unit of the cells as the user knows it, <c>USD thousand</c>; it must agree with the format's and the files' own.
/// <see langword="null"/> leaves the format's documentation to state it.</param>
/// <param name="Bound">The share of world output, above 0 and up to 1, that all gaps between rows, columns and published totals may reach
/// together; a table beyond it is refused.</param>
public sealed record ImportSettings(int? Year = null, string? Unit = null, double Bound = BalanceReport.StandardBound);
