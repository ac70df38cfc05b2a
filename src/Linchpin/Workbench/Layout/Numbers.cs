using System.Globalization;

namespace Linchpin.Workbench.Layout;

/// <summary>Numbers as the pages write them: decimal point, thin groups of thousands, percent with one decimal.</summary>
internal static class Numbers
{
    /// <summary>A share from 0 to 1 as a percentage. What is above zero and rounds to nothing is written as less than the smallest step.</summary>
    public static string Percent(double part) => part is > 0 and < 0.0005 ? "< 0.1 %" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    /// <summary>A thousand million, in which the pages show losses.</summary>
    public const decimal Billion = 1_000_000_000m;

    /// <summary>An amount in thousand millions, two decimals; what is not zero and rounds to nothing is written as less than the smallest step.</summary>
    public static string Billions(decimal amount) => amount != 0 && Math.Abs(amount) < 0.005m * Billion ? amount > 0 ? "< 0.01" : "> −0.01"
        : (amount / Billion).ToString("#,0.00", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A loss as a share of value added, two decimals: it is a small part of a whole country.</summary>
    public static string LossPercent(double part) => part is > 0 and < 0.00005 ? "< 0.01 %" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.00} %");

    /// <summary>An amount in a table's own unit: whole numbers, or two digits after the point where it is small.</summary>
    public static string Amount(double amount) => (amount == 0 ? "0" : amount.ToString(Math.Abs(amount) >= 10 ? "#,0" : Math.Abs(amount) >= 0.01 ? "0.##" : "0.0000", CultureInfo.InvariantCulture)).Replace('-', '−');

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number for a script or an attribute, in the shortest form that round-trips.</summary>
    public static string Raw(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
