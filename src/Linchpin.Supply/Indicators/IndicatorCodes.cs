using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>Brings the codes of a dimension to one form.</summary>
internal static class IndicatorCodes
{
    private static readonly Dictionary<string, string> ByNumber =
        Vocabulary.Countries.Values.Where(c => c.M49.Length > 0).GroupBy(c => c.M49, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Iso3, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> ByName =
        Vocabulary.Countries.Values.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Iso3, StringComparer.OrdinalIgnoreCase);

    /// <summary>The normal form of a cell of this column; <see langword="null"/> for a period that does not fit its form.</summary>
    internal static string? Normal(IndicatorColumn column, string cell)
    {
        // Some publishers pad numbers with zeros and some do not.
        cell = column.Form == Numeric && cell.Length > 1 && cell.TrimStart('0') is { Length: > 0 } bare ? bare : cell;
        if (column.Aliases.TryGetValue(cell, out string? alias))
        {
            return alias;
        }

        if (column.Meaning == IndicatorPeriod.Dimension)
        {
            return IndicatorPeriod.Iso(cell, column.Form!);
        }

        return column.Form switch
        {
            Numeric => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && ByNumber.TryGetValue(number.ToString("000", CultureInfo.InvariantCulture), out string? iso) ? iso : cell,
            "name" => ByName.TryGetValue(cell, out string? byName) ? byName : cell,
            _ => cell,
        };
    }

    /// <summary>What a code stands for. A code that neither ISO 3166 nor the descriptor knows is not taken for a country.</summary>
    internal static AreaKind Area(IndicatorColumn? column, string code) =>
        column is not null && column.Aggregates.Contains(code, StringComparer.Ordinal) ? AreaKind.Aggregate
        : column is not null && column.Unspecified.Contains(code, StringComparer.Ordinal) ? AreaKind.Unspecified
        : Vocabulary.Countries.ContainsKey(code) || (column?.Former.ContainsKey(code) ?? false) ? AreaKind.Country
        : column is null && code == World ? AreaKind.Aggregate : AreaKind.Unspecified;

    private const string Numeric = "ISO 3166-1 numeric";

    /// <summary>UN Comtrade's code for the world, and ours where a file states its partner as a constant.</summary>
    internal const string World = "W00";
}
