using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Layout;

/// <summary>Numbers of days in words.</summary>
internal static class Ages
{
    /// <summary>In the largest unit of which there are two or more: years of 365 days, months of 30.</summary>
    public static string Of(Messages words, int days) => days >= 730 ? words["age.years", days / 365] : days >= 60 ? words["age.months", days / 30] : words.Count("age.days", days);
}
