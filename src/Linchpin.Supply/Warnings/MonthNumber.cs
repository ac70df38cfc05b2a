using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Months counted from January of the year 0, so that they can be added and subtracted.</summary>
internal static class MonthNumber
{
    internal static int Of(PartialDate month) => (12 * month.Year) + month.Month - 1;

    internal static PartialDate Date(int number) => PartialDate.Of(number / 12, (number % 12) + 1);
}
