namespace Linchpin.Supply;

/// <summary>A number in two years and its change parted into what each cause brought. The parts add up to the change.</summary>
/// <remarks><b>Method:</b> the mean of the two polar forms (Dietzenbacher and Los 1998): the causes are moved from the first year to the second
/// one after another, once in the order given and once in the reverse.</remarks>
/// <param name="From">In the first year; <see langword="null"/> where unknown.</param>
/// <param name="To">In the second year; <see langword="null"/> where unknown.</param>
/// <param name="Parts">The part of each cause, in the order of the set's causes; empty where a year is unknown. A part is
/// <see langword="null"/> where the cause cannot be at work.</param>
public sealed record Parted(double? From, double? To, IReadOnlyList<double?> Parts)
{
    /// <summary>Second year less first; <see langword="null"/> where one is unknown.</summary>
    public double? Change => To - From;

    /// <summary>Parts the change of a number given by its values on the way.</summary>
    /// <param name="forward">Its value with 0, 1, … causes moved, in the order given.</param>
    /// <param name="backward">Its value with 0, 1, … causes moved, in the reverse order.</param>
    internal static Parted Of(IReadOnlyList<double?> forward, IReadOnlyList<double?> backward)
    {
        int causes = forward.Count - 1;
        return forward[0] is null || forward[causes] is null ? new Parted(forward[0], forward[causes], [])
            : new Parted(forward[0], forward[causes], [.. Enumerable.Range(0, causes).Select(k =>
                ((forward[k + 1] - forward[k]) + (backward[causes - k] - backward[causes - k - 1])) / 2)]);
    }
}
