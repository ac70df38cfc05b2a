using System.Globalization;

namespace Linchpin.Claims;

/// <summary>Values as a person writes them on a command line or in a form.</summary>
public static class GivenValue
{
    /// <summary>Reads a value of the type that the property takes.</summary>
    /// <param name="property">The property.</param>
    /// <param name="words">Words for text; an ISO date; <c>kind/name</c> for an entity; a number and its unit; a share from 0 to 1 and its base. <c>unknown: why</c> and
    /// <c>not applicable: why</c> for every type. Money is not read: it stands in tables, not in hands.</param>
    /// <exception cref="FaultException"><c>claims.value-type</c>, <c>claims.date</c>, <c>claims.entity-id</c></exception>
    public static Value Read(PropertyTerm property, string words)
    {
        words = words.Trim();
        if (After(words, "unknown:") is { } unknown)
        {
            return new UnknownValue(unknown);
        }

        if (After(words, "not applicable:") is { } not)
        {
            return new NotApplicableValue(not);
        }

        return property.Type switch
        {
            ValueType.Text when words.Length > 0 => new TextValue(words),
            ValueType.Date => new DateValue(PartialDate.Parse(words)),
            ValueType.Entity => new EntityValue(EntityId.Parse(words)),
            ValueType.Quantity when Number(words) is var (amount, unit) && unit.Length > 0 => new QuantityValue(amount, unit),
            ValueType.Share when Number(words) is var (part, of) && of.Length > 0 => new ShareValue(part, of),
            _ => throw ClaimsFaults.ValueType.Because($"'{Shown.Short(words)}' is no {property.Type.ToString().ToLowerInvariant()} for {property.Id}."),
        };
    }

    private static string? After(string words, string mark) =>
        words.StartsWith(mark, StringComparison.OrdinalIgnoreCase) && words[mark.Length..].Trim() is { Length: > 0 } rest ? rest : null;

    private static (double Amount, string Unit)? Number(string words)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        return double.TryParse(space < 0 ? words : words[..space], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double amount)
            ? (amount, space < 0 ? "" : words[space..].Trim()) : null;
    }
}
