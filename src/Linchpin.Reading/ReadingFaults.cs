using Linchpin.Claims;

namespace Linchpin.Reading;

/// <summary>The faults of the Reading room.</summary>
internal static class ReadingFaults
{
    internal static readonly FaultKind Missing = new("reading.missing", "No such document", "Give the path of a file that exists.", Exit.NotFound, 404);

    internal static readonly FaultKind Folder = new("reading.folder", "A folder where a document is wanted", "Give files; a shell pattern such as DIR/* names those in a folder.");

    internal static readonly FaultKind Unreadable = new("reading.unreadable", "The document could not be opened", "Check that the file may be read and is not in use.");

    internal static readonly FaultKind Empty = new("reading.empty", "An empty document", "Give a file that has text in it.");

    internal static readonly FaultKind TooLarge = new("reading.too-large", "A document above the size limit", "Split the document.");

    internal static readonly FaultKind Binary = new("reading.binary", "Not a document that is read", "Give text, Markdown, HTML, PDF, DOCX or e-mail (.eml); turn other formats into one of these first.");

    internal static readonly FaultKind TextEncoding = new("reading.encoding", "Text in an encoding that cannot be told", "Save the document as UTF-8.");

    internal static readonly FaultKind TooDeep = new("reading.too-deep", "Elements nested above the limit", "Give the page as its author published it, or save its text.");

    internal static readonly FaultKind Answer = new(
        "reading.answer", "A model's answer that is not of the form asked for", "Ask again, or choose a model that can answer in JSON.", Exit.Machine, 502);

    internal static readonly FaultKind ProgramMissing = new("reading.program-missing", "A program that a format needs is missing", "Install poppler's programs (Debian: apt-get install poppler-utils), or name their folder in LINCHPIN_POPPLER.", Exit.Machine, 503);

    internal static readonly FaultKind Encrypted = new("reading.encrypted", "An encrypted document", "Open it with its password, save it without one, and give that.");

    internal static readonly FaultKind Truncated = new("reading.truncated", "A document that was cut off", "Get the whole file again from where it came.");

    internal static readonly FaultKind Damaged = new("reading.damaged", "A document that its format's reader cannot open", "Get the file again from where it came, or open it in its own program and save it anew.");

    internal static readonly FaultKind NoText = new("reading.no-text", "A scanned document without text", "Have its text recognised first (ocrmypdf IN.pdf OUT.pdf), and give what comes out.");

    internal static readonly FaultKind Changed = new("reading.changed", "The file changed while it was read", "Read it again when nothing writes to it.");

    internal static readonly FaultKind Map = new("reading.map", "A position map that cannot be read", "Read the document again; its map is made anew.");

    internal static readonly FaultKind Index = new("reading.index", "Not an index of documents", "Give a CSV with a header that has file, and may have publisher, title, date and kind.");
}
