using System.Text;
using Linchpin.Claims;
using Linchpin.Exports;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Exports;

/// <summary>A column of an export.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Cell">What a row has in it; <see langword="null"/> where the record does not say.</param>
internal sealed record Column<T>(string Name, Func<T, string?> Cell);

/// <summary>Lists as CSV (RFC 4180, UTF-8), and what every row of a file says of its sources, its label and the view.</summary>
internal static class Csv
{
    /// <summary>The list as text.</summary>
    public static string Write<T>(IReadOnlyList<T> rows, IReadOnlyList<Column<T>> columns)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', columns.Select(c => CsvCell.Of(c.Name))).Append("\r\n");
        foreach (T row in rows)
        {
            text.AppendJoin(',', columns.Select(c => CsvCell.Of(c.Cell(row)))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>Where claims stand, in words: document, date and place, or dataset and calculation.</summary>
    public static string Sources(Scope scope, IEnumerable<HeldClaim> claims) => string.Join(" | ", claims.Select(c => c.Claim.Source switch
    {
        DocumentSource d => $"{scope.NameOf(d.Document)}, {c.Published?.ToString() ?? "undated"}, characters {d.At.Start}-{d.At.End}",
        DatasetSource d => $"{scope.NameOf(d.Dataset)}: {d.Derivation}",
        _ => c.Claim.Source.Of.ToString(),
    }).Distinct());

    /// <summary>How a row may travel: the strictest label of the claims it is made of.</summary>
    public static string? Label(IEnumerable<HeldClaim> claims) => claims.Select(c => c.Claim.Handling).Distinct().ToList() is { Count: > 0 } labels ? labels.Aggregate((a, b) => a.Combine(b)).Display : null;

    /// <summary>The days and labels that the view was asked for.</summary>
    public static string Days(Scope scope) => string.Join(", ", new[]
    {
        scope.AsOf.Valid is { } v ? $"held on {v:yyyy-MM-dd}" : null, scope.AsOf.PublishedBy is { } p ? $"published by {p:yyyy-MM-dd}" : null, scope.AsOf.KnownBy is { } k ? $"known by {k:yyyy-MM-dd}" : null,
        scope["label"] is { } label ? $"only under {label}" : null, scope["releasable-to"] is { } to ? $"only releasable to {to}" : null,
    }.Where(d => d is not null).DefaultIfEmpty($"as of {scope.Today:yyyy-MM-dd}"));
}
