using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Workbench.Review;

/// <summary>A value as a form shows it to be corrected: what <see cref="GivenValue.Read"/> reads back.</summary>
internal static class Given
{
    /// <summary>The text; <see langword="null"/> for money, which stands in tables and not in hands.</summary>
    public static string? Text(Value value) => value switch
    {
        TextValue v => v.Words,
        DateValue v => v.On.ToString(),
        EntityValue v => v.Id.ToString(),
        QuantityValue v => string.Create(CultureInfo.InvariantCulture, $"{v.Amount:R} {v.Unit}"),
        ShareValue v => string.Create(CultureInfo.InvariantCulture, $"{v.Part:R} {v.Base}"),
        UnknownValue v => v.Display,
        NotApplicableValue v => v.Display,
        _ => null,
    };
}
