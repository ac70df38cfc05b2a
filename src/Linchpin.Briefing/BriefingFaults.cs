using Linchpin.Claims;

namespace Linchpin.Briefing;

/// <summary>The faults of the Briefing room.</summary>
internal static class BriefingFaults
{
    internal static readonly FaultKind TooFewPartners = new(
        "briefing.too-few-partners", "Fewer than two partners", "Name at least two partners by their ISO 3166 alpha-3 codes, such as USA,KOR.", Exit.Usage);

    internal static readonly FaultKind TooManyPartners = new(
        "briefing.too-many-partners", "More than six partners", "Name at most six partners; make a second lattice for the others.", Exit.Usage);

    internal static readonly FaultKind SamePartnerTwice = new(
        "briefing.same-partner-twice", "A partner named twice", "Name each partner once.", Exit.Usage);

    internal static readonly FaultKind PartnerUnknown = new(
        "briefing.partner-unknown", "Not a country", "Name partners by ISO 3166 alpha-3 codes, such as KOR; the rest of the world is not a country.", Exit.Usage);

    internal static readonly FaultKind SectorUnknown = new(
        "briefing.sector-unknown", "Not a sector of co-operation", "Name sectors by their ids, such as semiconductors; docs/vocabulary.md lists them.", Exit.Usage);

    internal static readonly FaultKind Threshold = new(
        "briefing.threshold", "A threshold outside 0 to 1", "Give the share above 0 and up to 1 at which an exposure counts, such as 0.1 for 10 %.", Exit.Usage);

    internal static readonly FaultKind Outline = new(
        "briefing.outline", "Not a usable outline of a brief", "Write it as docs/outlines.md shows; sections go by the ids of the sectors, such as semiconductors.");

    internal static readonly FaultKind SectorLinks = new(
        "briefing.sector-links", "Not a usable link from sectors of co-operation to table sectors",
        "Give the columns sector, classification, table_sector, fit (close, partial or loose) and reason; leave classification, table_sector and fit empty where no table sector comes near.");
}
