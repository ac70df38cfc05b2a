namespace Linchpin.Supply.Ensembles;

/// <summary>Where the numbers of a run stand in its row: value added lost by region and day, output lost by region, final demand not met, value
/// added lost by industry. The world is the last region.</summary>
internal sealed record RunLayout(int Days, int Regions, int Industries)
{
    /// <summary>Numbers a run.</summary>
    internal int Values => Unmet + 1 + Industries;

    private int Output => (Regions + 1) * Days;

    /// <summary>Final demand of all days that was not met.</summary>
    internal int Unmet => Output + Regions + 1;

    /// <summary>Value added that a region lost on a day.</summary>
    internal int ValueAdded(int region, int day) => (region * Days) + day;

    /// <summary>Output that a region lost over all days.</summary>
    internal int OutputOf(int region) => Output + region;

    /// <summary>Value added that an industry lost over all days.</summary>
    internal int Industry(int industry) => Unmet + 1 + industry;
}
