using Linchpin.Claims;

namespace Linchpin.Reading.Findings;

/// <summary>A distance in the calendar, and how closely its words tell it: "two days" to the day, "a week" to the month, "a year" to the year.</summary>
internal sealed record Distance(int Years, int Months, int Days, Fineness Finest)
{
    internal Distance Times(int n) => this with { Years = Years * n, Months = Months * n, Days = Days * n };

    /// <summary>The date that lies so far after another: no more precise than that one is stated, nor than the words that tell the distance.</summary>
    internal PartialDate? From(PartialDate from)
    {
        if (from.Year + Years is < 1800 or > 2200)
        {
            return null;
        }

        if (from.Month == 0)
        {
            return Months == 0 && (Days == 0 || Years == 0) ? PartialDate.Of(from.Year + Years) : null;
        }

        // A week after some day of March may be April: the month stated before is kept, as a reader would.
        DateOnly day = from.Day > 0 ? from.Earliest.AddYears(Years).AddMonths(Months).AddDays(Days)
            : from.Earliest.AddYears(Years).AddMonths(Months + (Math.Abs(Days) >= 31 ? Days / 30 : 0));
        return Finest switch
        {
            Fineness.Year => PartialDate.Of(day.Year),
            Fineness.Day when from.Day > 0 => PartialDate.On(day),
            _ => PartialDate.Of(day.Year, day.Month),
        };
    }
}

/// <summary>How closely words tell a date.</summary>
internal enum Fineness : byte
{
    Day,
    Month,
    Year,
}
