using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>Which gross output a measure divides by. Every number says its basis.</summary>
public enum Basis
{
    /// <summary>Output is the sum of the industry's row: intermediate use and every final demand column, negative cells kept. Rows balance
    /// exactly.</summary>
    RowSum,

    /// <summary>Output as the table's makers publish it. Rows balance within the gap that the balance report states.</summary>
    Reported,
}

/// <summary>The words for a basis.</summary>
public static class BasisText
{
    /// <summary>The word used in commands, JSON and claims: <c>rowsum</c> or <c>reported</c>.</summary>
    public static string Word(this Basis basis) => basis == Basis.RowSum ? "rowsum" : "reported";

    /// <summary>What the basis is, for people.</summary>
    public static string Words(this Basis basis) => basis == Basis.RowSum
        ? "basis rowsum (output is the sum of the row, negative cells kept)"
        : "basis reported (output as published)";

    /// <summary>Reads <c>rowsum</c> or <c>reported</c>.</summary>
    /// <exception cref="FaultException"><c>supply.basis-unknown</c></exception>
    public static Basis Parse(string? word) => word?.Trim().ToUpperInvariant() switch
    {
        "ROWSUM" => Basis.RowSum,
        "REPORTED" => Basis.Reported,
        _ => throw SupplyFaults.BasisUnknown.Because($"'{Shown.Short(word)}' is not a basis."),
    };
}
