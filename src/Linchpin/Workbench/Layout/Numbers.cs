using System.Globalization;

namespace Linchpin.Workbench.Layout;

/// <summary>Numbers as the pages write them: decimal point, thin groups of thousands, percent with one decimal.</summary>
internal static class Numbers
{
    /// <summary>A share from 0 to 1 as a percentage. What is above zero and rounds to nothing is written as less than the smallest step.</summary>
    public static string Percent(double part) => part is > 0 and < 0.0005 ? "< 0.1 %" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.0} %");

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number for a script or an attribute, in the shortest form that round-trips.</summary>
    public static string Raw(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
