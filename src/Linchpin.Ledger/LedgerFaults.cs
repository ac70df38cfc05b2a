using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>The faults of the Ledger room.</summary>
internal static class LedgerFaults
{
    internal static readonly FaultKind Folder = new(
        "ledger.folder", "A folder where the ledger's file is wanted", "Name a file, or move the folder away.", Exit.Store, 500);

    internal static readonly FaultKind Empty = new(
        "ledger.empty-file", "The ledger's file is empty", "Put back a copy of the ledger, or delete the empty file to begin a new one.", Exit.Store, 500);

    internal static readonly FaultKind NotALedger = new(
        "ledger.not-a-ledger", "The file is not a ledger", "Name the file that Linchpin made, or another name to begin a new ledger.", Exit.Store, 500);

    internal static readonly FaultKind Newer = new(
        "ledger.newer-version", "The ledger was written by a newer version", "Open it with the version of Linchpin that wrote it, or a later one.", Exit.Store, 500);

    internal static readonly FaultKind Truncated = new(
        "ledger.truncated", "The end of the ledger's file is missing", "Put back a copy of the ledger from before the loss.", Exit.Store, 500);

    internal static readonly FaultKind Corrupt = new(
        "ledger.corrupt", "The ledger's file is damaged", "Put back a copy of the ledger; 'linchpin verify' tells how far a copy is whole.", Exit.Store, 500);

    internal static readonly FaultKind ReadOnly = new(
        "ledger.read-only", "The ledger may not be written", "Give this user the right to write the ledger's file and its folder.", Exit.Store, 500);

    internal static readonly FaultKind CannotOpen = new(
        "ledger.cannot-open", "The ledger's file cannot be opened", "See that the folder exists and that this user may read and write in it.", Exit.Store, 500);

    internal static readonly FaultKind Locked = new(
        "ledger.locked", "Another process holds the ledger", "Wait until it is done, or end it, and try again. Nothing was changed.", Exit.Store, 503);

    internal static readonly FaultKind DiskFull = new(
        "ledger.disk-full", "There is no room left to write", "Make room on the disk and try again. What was stored before is whole.", Exit.Store, 507);

    internal static readonly FaultKind Device = new(
        "ledger.device", "The disk refused a read or a write", "See to the disk and its limits and try again. What was stored before is whole.", Exit.Store, 500);

    internal static readonly FaultKind Address = new(
        "ledger.address", "The ledger's address is not understood", "Write postgresql://user@host:port/database?schema=name; docs/stores.md lists what may follow.", Exit.Usage);

    internal static readonly FaultKind Server = new(
        "ledger.server", "The PostgreSQL server cannot be reached, or went away", "See to the server and try again. What was stored is whole; what is handed in again adds nothing twice.", Exit.Store, 503);

    internal static readonly FaultKind ServerRefused = new(
        "ledger.server-refused", "The PostgreSQL server lets this user not in", "See that the database is there, and that the user may log in and make or use the ledger's schema (docs/stores.md).", Exit.Store, 500);

    internal static readonly FaultKind SourceUnknown = new(
        "ledger.source-unknown", "A claim from a source that is not in the ledger", "Hand in the document or dataset with the claim, or before it.");

    internal static readonly FaultKind PassageDiffers = new(
        "ledger.passage-differs", "A passage that its document does not have", "Give start, end and hash of a passage as it stands in the document's stored text.");

    internal static readonly FaultKind DocumentDiffers = new(
        "ledger.document-differs", "Another document under a known id", "Make the id from the content's hash, so that two contents have two ids.");

    internal static readonly FaultKind TextDiffers = new(
        "ledger.text-differs", "Another text for a known document", "Decode the document as it was decoded when it was stored; passages are counted in that text.");

    internal static readonly FaultKind TooLarge = new(
        "ledger.too-large", "A claim, citation or judgement of more than 1 MiB", "Keep long texts as the texts of documents and cite their passages.");

    internal static readonly FaultKind TargetUnknown = new(
        "ledger.judgement-target", "A judgement on what is not in the ledger", "Name a claim, or for undo a judgement, by its id in this ledger.", Exit.NotFound, 404);

    internal static readonly FaultKind Judgement = new(
        "ledger.judgement", "A judgement that cannot be kept", "Give a reason in words, and for same-as two different entity ids.");

    internal static readonly FaultKind ReaderUnknown = new(
        "ledger.reader-unknown", "No reader of that name", "Use the owner's name, 'public', an ISO 3166 alpha-3 code, or a name that readers.json lists.", Exit.NotFound, 404);

    internal static readonly FaultKind Readers = new(
        "ledger.readers", "The list of readers cannot be used", "Write readers.json as a list of {\"name\", \"organisation\", \"community\"}, each name once.");

    internal static readonly FaultKind Proof = new(
        "ledger.proof", "The file is no head and no proof of a log", "Use a file that 'linchpin log' wrote.");

    internal static readonly FaultKind Shorter = new(
        "ledger.shorter", "The log has fewer entries than that", "If a head kept elsewhere has more, entries were cut off here: put back a copy of the ledger from before the loss.", Exit.CheckFailed, 409);

    internal static readonly FaultKind Archive = new(
        "ledger.archive", "A line of an archive that cannot be stored", "Export the ledger again and import that file. Nothing of this one was stored.");

    internal static readonly FaultKind ArchiveCut = new(
        "ledger.archive-cut", "An archive without its end", "Fetch the file again, whole. Nothing of it was stored.");

    internal static readonly FaultKind ArchiveNewer = new(
        "ledger.archive-newer", "An archive of a newer version", "Import it with the version of Linchpin that wrote it, or a later one.");

    internal static readonly FaultKind ArchiveSelection = new(
        "ledger.archive-selection", "A reader's selection, not a whole ledger", "Export without --reader and without days: only the whole ledger can be imported.");

    internal static readonly FaultKind BackupMissing = new(
        "ledger.backup-missing", "No backup to read", "Give the path of a file that 'linchpin backup' or 'linchpin export --jsonl' wrote.", Exit.NotFound, 404);

    internal static readonly FaultKind NotEmpty = new(
        "ledger.not-empty", "The ledger has other entries than the archive", "Import into a new home: linchpin import FILE --home DIR", Exit.Store, 409);
}
