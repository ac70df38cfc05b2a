using System.Globalization;

namespace Linchpin.Claims;

/// <summary>A calendar date as far as the source states it: a year, a month, or a day.</summary>
/// <remarks>
/// <para><b>Form:</b> ISO 8601 cut to what is stated: <c>2023</c>, <c>2023-12</c>, <c>2024-08-28</c>. Years 1000 to 2999, Gregorian.</para>
/// <para><b>Missing:</b> an undated thing has no <see cref="PartialDate"/> (<see langword="null"/>); there is no "unknown" date value.</para>
/// <para><b>Not:</b> an instant. It has no time of day and no zone.</para>
/// </remarks>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int month, int day) => (Year, Month, Day) = (year, month, day);

    /// <summary>The year, 1000 to 2999.</summary>
    public int Year { get; }

    /// <summary>The month 1 to 12, or 0 where only the year is stated.</summary>
    public int Month { get; }

    /// <summary>The day 1 to 31, or 0 where no day is stated.</summary>
    public int Day { get; }

    /// <summary>How much of the date is stated: <c>year</c>, <c>month</c> or <c>day</c>.</summary>
    public string Precision => Day > 0 ? "day" : Month > 0 ? "month" : "year";

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly Earliest => new(Year, Math.Max(Month, 1), Math.Max(Day, 1));

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Latest => Day > 0 ? Earliest : Month > 0 ? Earliest.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    /// <summary>The date of that year, month and day; 0 for what is not stated.</summary>
    /// <exception cref="FaultException"><c>claims.date</c> for 31 February, month 13, a day without a month.</exception>
    public static PartialDate Of(int year, int month = 0, int day = 0) =>
        Valid(year, month, day) ? new PartialDate(year, month, day)
            : throw ClaimsFaults.Date.Because(string.Create(CultureInfo.InvariantCulture, $"Year {year}, month {month}, day {day} is not a date."));

    /// <summary>Reads an ISO 8601 date cut to year, month or day.</summary>
    /// <exception cref="FaultException"><c>claims.date</c></exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out PartialDate date) ? date : throw ClaimsFaults.Date.Because($"'{Shown.Short(text)}' is not a date.");

    /// <summary>Reads an ISO 8601 date cut to year, month or day; false for anything else.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is not { Length: 4 or 7 or 10 } || (text.Length > 4 && text[4] != '-') || (text.Length > 7 && text[7] != '-'))
        {
            return false;
        }

        if (!Number(text, 0, 4, out int year) || (text.Length > 4 & !Number(text, 5, 2, out int month)) || (text.Length > 7 & !Number(text, 8, 2, out int day)))
        {
            return false;
        }

        if ((text.Length > 4 && month == 0) || (text.Length > 7 && day == 0) || !Valid(year, month, day))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>The date of a calendar day, to the day.</summary>
    public static PartialDate On(DateOnly day) => Of(day.Year, day.Month, day.Day);

    /// <summary>Whether all days that this date may mean lie on or before the day.</summary>
    public bool CertainlyBy(DateOnly day) => Latest <= day;

    /// <summary>Whether some day that this date may mean lies on or before the day.</summary>
    public bool PossiblyBy(DateOnly day) => Earliest <= day;

    /// <summary>Whether the two may mean one day: <c>2022</c> and <c>2022-06</c> agree, <c>2022-05</c> and <c>2022-06</c> do not.</summary>
    public bool AgreesWith(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    /// <summary>Order by first possible day, then the less precise first.</summary>
    public int CompareTo(PartialDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>The ISO form, cut to what is stated.</summary>
    public override string ToString() => Day > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}") : Year.ToString("0000", CultureInfo.InvariantCulture);

    private static bool Valid(int year, int month, int day) =>
        year is >= 1000 and <= 2999 && month is >= 0 and <= 12 && day >= 0 && (month > 0 || day == 0)
        && (day == 0 || day <= DateTime.DaysInMonth(year, month));

    private static bool Number(string text, int start, int length, out int number)
    {
        number = 0;
        if (text.Length < start + length)
        {
            return true;
        }

        for (int i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            number = (number * 10) + text[i] - '0';
        }

        return true;
    }
}
