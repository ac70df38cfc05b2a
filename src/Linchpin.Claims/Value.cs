using System.Globalization;

namespace Linchpin.Claims;

/// <summary>What a claim says of its subject's property: words, a quantity, a share, money, a date, another entity, or that it is unknown or does not apply.</summary>
/// <remarks><b>Unknown, zero and not-applicable are three values</b>: <see cref="UnknownValue"/>, a quantity of 0, <see cref="NotApplicableValue"/>.</remarks>
public abstract record Value
{
    private protected Value()
    {
    }

    /// <summary>The value as one line of text with its unit, for pages and messages.</summary>
    public abstract string Display { get; }

    /// <summary>Display text.</summary>
    public sealed override string ToString() => Display;
}

/// <summary>Words.</summary>
/// <param name="Words">The text; never empty.</param>
public sealed record TextValue(string Words) : Value
{
    /// <inheritdoc/>
    public override string Display => Words;
}

/// <summary>A number with its unit.</summary>
/// <param name="Amount">Finite; NaN and infinities are refused when a claim is made.</param>
/// <param name="Unit">The unit in words or a UCUM symbol; <c>1</c> for a pure count or ordinal.</param>
public sealed record QuantityValue(double Amount, string Unit) : Value
{
    /// <inheritdoc/>
    public override string Display => Unit == "1"
        ? Amount.ToString("0.####", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Amount:0.####} {Unit}");
}

/// <summary>A share of a stated base.</summary>
/// <param name="Part">From 0 to 1. Not a percentage.</param>
/// <param name="Base">What 1 would be, in words: <c>all intermediate inputs of the sector, 2011, basic prices</c>.</param>
public sealed record ShareValue(double Part, string Base) : Value
{
    /// <inheritdoc/>
    public override string Display => string.Create(CultureInfo.InvariantCulture, $"{Part * 100:0.0} % of {Base}");
}

/// <summary>An amount of money.</summary>
/// <param name="Amount">In units of the currency, not in thousands or millions.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Prices">Price basis: <c>current</c>, or <c>constant YYYY</c>.</param>
/// <param name="Year">The year of the flow or stock.</param>
public sealed record MoneyValue(decimal Amount, string Currency, string Prices, int Year) : Value
{
    /// <inheritdoc/>
    public override string Display => string.Create(CultureInfo.InvariantCulture, $"{Currency} {Amount:#,0.##} ({Prices} prices, {Year})");
}

/// <summary>A date with its precision.</summary>
/// <param name="On">The date as far as it is stated.</param>
public sealed record DateValue(PartialDate On) : Value
{
    /// <inheritdoc/>
    public override string Display => On.ToString();
}

/// <summary>Another entity.</summary>
/// <param name="Id">Which.</param>
public sealed record EntityValue(EntityId Id) : Value
{
    /// <inheritdoc/>
    public override string Display => Id.ToString();
}

/// <summary>The source says, or its silence shows, that the value is not known.</summary>
/// <param name="Why">Why it is not known, in words.</param>
public sealed record UnknownValue(string Why) : Value
{
    /// <inheritdoc/>
    public override string Display => "unknown: " + Why;
}

/// <summary>The property does not apply to the subject.</summary>
/// <param name="Why">Why it does not apply, in words.</param>
public sealed record NotApplicableValue(string Why) : Value
{
    /// <inheritdoc/>
    public override string Display => "not applicable: " + Why;
}
