namespace Linchpin.Claims;

/// <summary>A document of the record: what it is, when it was published, and its text where this node holds it.</summary>
/// <param name="Id"><c>document/</c> and the first 16 hex digits of the content's SHA-256: the same file under two names is one document.</param>
/// <param name="ContentHash">SHA-256 of the file's bytes, lower-case hex.</param>
/// <param name="FileName">The name it came under, without a path.</param>
/// <param name="MediaType">IANA media type: <c>text/plain</c>, <c>text/markdown</c>, <c>text/html</c>, <c>application/pdf</c>, <c>application/vnd.openxmlformats-officedocument.wordprocessingml.document</c>, <c>message/rfc822</c>.</param>
/// <param name="Title">As the document or its index states it; <see langword="null"/> where neither does.</param>
/// <param name="Publisher">Who published it; <see langword="null"/> where it is not stated.</param>
/// <param name="Published">The source's own date; <see langword="null"/> where it is not stated and cannot be read from the text.</param>
/// <param name="PublishedBasis">Where that date comes from, in words: <c>stated in the index</c>, <c>running header</c>; <see langword="null"/> with no date.</param>
/// <param name="Genre">What kind of text it is, in words: <c>readout</c>, <c>issue brief</c>; <see langword="null"/> where not stated.</param>
/// <param name="Text">The decoded file, or for PDF, DOCX and e-mail the text extracted from it, as the passages count it; <see langword="null"/> where only the citation is held.</param>
/// <param name="Handling">The document's label; claims from it are at least as strict.</param>
public sealed record Document(
    EntityId Id,
    string ContentHash,
    string FileName,
    string MediaType,
    string? Title,
    string? Publisher,
    PartialDate? Published,
    string? PublishedBasis,
    string? Genre,
    string? Text,
    Handling Handling)
{
    /// <summary>The id of a document by its content's hash.</summary>
    public static EntityId IdOf(string contentHash) => EntityId.Of("document", contentHash[..16]);
}

/// <summary>A table or list that claims are calculated from. Its numbers stay in its files; this is the label on the shelf.</summary>
/// <param name="Id"><c>dataset/…</c>, with release and year: <c>dataset/wiod-2013-2011</c>.</param>
/// <param name="Version">SHA-256 over its files, lower-case hex.</param>
/// <param name="Title">Its name.</param>
/// <param name="Publisher">Who made it.</param>
/// <param name="Citation">How its makers want it cited.</param>
/// <param name="Published">When this release came out; <see langword="null"/> where not stated.</param>
/// <param name="Unit">Unit of its cells: <c>USD million</c>.</param>
/// <param name="Prices">Price basis: <c>current, basic prices</c>.</param>
/// <param name="Year">The year that its numbers describe.</param>
/// <param name="Classification">The classification of its sectors or products.</param>
/// <param name="Licence">Its licence as stated.</param>
/// <param name="Report">Checks made on reading, in words: the balance report.</param>
/// <param name="Handling">Its label.</param>
public sealed record Dataset(
    EntityId Id,
    string Version,
    string Title,
    string Publisher,
    string Citation,
    PartialDate? Published,
    string Unit,
    string Prices,
    int Year,
    string Classification,
    string Licence,
    string Report,
    Handling Handling);
