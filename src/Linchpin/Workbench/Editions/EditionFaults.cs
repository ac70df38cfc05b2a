using Linchpin.Claims;

namespace Linchpin.Workbench.Editions;

/// <summary>The faults of publishing.</summary>
internal static class EditionFaults
{
    internal static readonly FaultKind NotOurs = new(
        "editions.not-ours", "A folder that is not a public edition", "Name a folder that does not exist yet, or one that 'linchpin publish' wrote and nobody changed since.", Exit.Usage);

    internal static readonly FaultKind TooLarge = new(
        "editions.too-large", "More than a public edition may hold", "Publish the record as of an earlier day, or share it as files: linchpin export --reader public.");

    internal static readonly FaultKind Page = new(
        "editions.page", "A page of the edition that could not be made", "Report it with the command that was run; the folder named is as it was.", Exit.Bug, 500);
}
