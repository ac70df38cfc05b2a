using Linchpin.Claims;

namespace Linchpin;

/// <summary>The faults of the program itself: its command line, its home, the machine under it.</summary>
internal static class ProgramFaults
{
    internal static readonly FaultKind Usage = new("program.usage", "A command line that is not understood", "See: linchpin --help", Exit.Usage);

    internal static readonly FaultKind Date = new("program.date", "Not a day", "Write YYYY-MM-DD; YYYY or YYYY-MM means its last day.", Exit.Usage);

    internal static readonly FaultKind Home = new(
        "program.home", "The home folder cannot be made or used", "Name another with --home DIR or LINCHPIN_HOME, or mend its permissions.", Exit.Machine, 503);

    internal static readonly FaultKind Originals = new(
        "program.originals", "A document's file cannot be kept or read", "Check the home's folder 'documents': its permissions, and that the disk has room.", Exit.Machine, 503);

    internal static readonly FaultKind Address = new(
        "program.address", "The workbench cannot listen there", "Stop what uses the address, or choose another: linchpin serve --urls http://127.0.0.1:5151", Exit.Machine, 503);

    internal static readonly FaultKind Output = new(
        "program.output", "The output cannot be written", "Check that the folder can be written to and that the disk has room.", Exit.Machine, 503);

    internal static readonly FaultKind Input = new("program.input", "The input cannot be read", "Give the path of a file that this user may read.", Exit.NotFound, 404);

    internal static readonly FaultKind Machine = new(
        "program.machine", "The machine refused something", "Check permissions, free disk space and whether the address is in use.", Exit.Machine, 503);

    internal static readonly FaultKind Bug = new("program.bug", "A fault of the program", "Report it with the command that was run; nothing that was stored is lost.", Exit.Bug, 500);

    internal static readonly FaultKind NoChromium = new(
        "program.no-chromium", "No chromium to print with", "Install it (Debian: apt-get install chromium), name one in LINCHPIN_CHROMIUM, or print the HTML file from a browser.", Exit.Machine, 503);

    internal static readonly FaultKind Printing = new(
        "program.printing", "Chromium did not print", "Try again; if it stays, print the HTML file from a browser.", Exit.Machine, 503);

    internal static readonly FaultKind Queue = new(
        "program.queue", "The queue of ensembles cannot be used", "Check the connection (docs/ensembles.md), and that the role may make tables in it.", Exit.Machine, 503);

    internal static readonly FaultKind QueuedRuns = new(
        "program.queued-runs", "Runs in the queue that cannot be done", "Look at the cause; an ensemble is queued anew when it is asked for again.", Exit.BadInput);

    internal static readonly FaultKind DocumentUnknown = new(
        "program.document-unknown", "No such document in the record", "Read it first: linchpin read PATH.", Exit.NotFound, 404);

    internal static readonly FaultKind ClaimUnknown = new(
        "program.claim-unknown", "No claim with that id", "'linchpin claims --json' lists claims with their ids.", Exit.NotFound, 404);

    internal static readonly FaultKind ProofMissing = new(
        "program.proof-missing", "No head or proof to read", "Give the path of a file that 'linchpin log' wrote, of at most 8 MiB.", Exit.NotFound, 404);
}
