namespace Linchpin.Claims;

/// <summary>When a claim holds in the world, from one date to another; either end may be open.</summary>
/// <param name="From">First date on which it holds; <see langword="null"/> where the source does not say.</param>
/// <param name="To">Last date on which it holds; <see langword="null"/> where it is open or not said.</param>
/// <remarks><b>Clock:</b> valid time. When it was said is the source's own date; when a node learned it is recorded time.</remarks>
public readonly record struct ValidTime(PartialDate? From, PartialDate? To = null)
{
    /// <summary>No date is stated. The claim is shown as undated and never dropped.</summary>
    public static ValidTime Undated => default;

    /// <summary>Whether it holds on a day: yes, no, or not certain (undated, or the day falls inside a date's precision).</summary>
    public Certainty On(DateOnly day)
    {
        if ((From is { } from && !from.PossiblyBy(day)) || (To is { } to && to.Latest < day))
        {
            return Certainty.No;
        }

        return From is { } start && start.CertainlyBy(day) && (To is not { } end || end.Earliest >= day) ? Certainty.Yes : Certainty.Uncertain;
    }
}

/// <summary>An answer that may be left open.</summary>
public enum Certainty
{
    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,

    /// <summary>The dates that are stated do not decide it.</summary>
    Uncertain,
}
