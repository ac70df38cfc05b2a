using Linchpin.Claims;

namespace Linchpin.Reading;

/// <summary>A document that has been read: its citation and text, what was found in it, and the parts of its page that are not prose.</summary>
/// <param name="Document">The document with its decoded text, unlabelled.</param>
/// <param name="Items">What was found, in a fixed order of kinds and then by place.</param>
/// <param name="Zones">Parts that are not prose, by place.</param>
/// <param name="Encoding">How the bytes were decoded: <c>UTF-8</c>, <c>UTF-16, little endian</c>, <c>Windows-1252</c>; for extracted text <c>UTF-8</c>.</param>
public sealed record ReadDocument(Document Document, IReadOnlyList<Item> Items, IReadOnlyList<Zone> Zones, string Encoding)
{
    /// <summary>What passages say of mechanisms and of what came of things, by place.</summary>
    internal IReadOnlyList<Statements.Statement> Statements { get; init; } = [];

    /// <summary>The file itself and where its text stands in it, to be kept together; <see langword="null"/> where the text is the decoded file.</summary>
    public Original? Original { get; init; }

    /// <summary>What the reader should know and no fault says, each in a few words: pages without text, attachments that were not opened.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The document and its items as claims under a label, ready for the ledger.</summary>
    /// <param name="handling">The label of the document and of every claim from it.</param>
    public Deposit ToDeposit(Handling handling) => ClaimsOf.Make(this, handling);
}

/// <summary>A file whose text was extracted.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Map">Where the text stands in it.</param>
public sealed record Original(ReadOnlyMemory<byte> Content, PositionMap Map);
