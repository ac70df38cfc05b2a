using Linchpin.Claims;

namespace Linchpin.Starter;

/// <summary>The faults of the starter record.</summary>
internal static class StarterFaults
{
    internal static readonly FaultKind Missing = new(
        "starter.missing", "The starter record is not there", "Build or publish the program again, so that data/starter stands beside it.", Exit.NotFound, 404);

    internal static readonly FaultKind Entry = new(
        "starter.entry", "An entry of the starter record that cannot be read", "Write the line in the form that data/starter/README.md shows.");

    internal static readonly FaultKind Reference = new(
        "starter.reference", "An entry that names what the starter record does not have", "Add the entry that is named, or correct its key.");
}
