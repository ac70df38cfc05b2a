using Linchpin.Briefing.Briefs.Outlines;

namespace Linchpin.Briefing.Briefs;

/// <summary>How a reader wants a brief.</summary>
public sealed record BriefWish
{
    /// <summary>How long; short where nobody says.</summary>
    public BriefLength Length { get; init; } = BriefLength.Short;

    /// <summary>The sectors of co-operation that it is on, by id; empty for all.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>BCP 47 tag of the language of its own words; English where there are no sentences in it.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The order of its sections, what is left out, and paragraphs added to it: those that the view's reader may see on that day.</summary>
    public BriefOutline Outline { get; init; } = BriefOutline.None;
}

/// <summary>How lengths are written in addresses, outlines and commands.</summary>
public static class BriefLengthText
{
    /// <summary>The words.</summary>
    public static IReadOnlyList<string> All { get; } = ["short", "full"];

    /// <summary>The length as written.</summary>
    public static string Code(this BriefLength length) => length == BriefLength.Short ? "short" : "full";

    /// <summary>The length of that word; <see langword="null"/> where it is none.</summary>
    public static BriefLength? Parse(string? word) => word switch { "short" => BriefLength.Short, "full" => BriefLength.Full, _ => null };
}
