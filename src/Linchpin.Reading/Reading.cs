using Linchpin.Claims;
using Linchpin.Reading.Documents;
using Linchpin.Reading.Documents.Html;
using Linchpin.Reading.Documents.Pdf;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Statements;
using Linchpin.Reading.Words;

namespace Linchpin.Reading;

/// <summary>Reads documents: text, Markdown, HTML, PDF, DOCX and e-mail to actors, mechanisms, events, commitments, recommendations, risks and person-roles, each with its exact passage.</summary>
/// <remarks>
/// <para><b>Means:</b> word lists and the grammar of names and clauses; no model, no network. The same bytes give the same items.</para>
/// <para><b>Limits:</b> <see cref="Limit"/> bytes a document; nothing beyond it is read into memory.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public sealed class Reading
{
    /// <summary>The default size limit of a document: 50 MiB, some ten thousand pages of text. Reading holds the whole text and its items in memory.</summary>
    public const long DefaultLimit = 50L << 20;

    /// <summary>The version that claims carry in their author: raised whenever what is found may change.</summary>
    public const string Version = "4";

    private readonly Poppler _poppler;

    /// <summary>A reader with that size limit in bytes.</summary>
    /// <param name="limit">Bytes a document, and characters of the text in it.</param>
    /// <param name="poppler">The folder of poppler's programs, which PDF needs; <see langword="null"/> to look along the path.</param>
    public Reading(long limit = DefaultLimit, string? poppler = null) => (Limit, _poppler) = (limit, new Poppler(poppler));

    /// <summary>The size limit of a document in bytes.</summary>
    public long Limit { get; }

    /// <summary>Reads the document at a path.</summary>
    /// <exception cref="FaultException"><c>reading.missing</c>, <c>reading.folder</c>, <c>reading.unreadable</c> and those of reading a stream.</exception>
    public ReadDocument ReadFile(string path, DocumentFacts? facts = null, CancellationToken cancel = default)
    {
        using FileStream content = Open(path);
        return Read(content, Path.GetFileName(path), facts, cancel);
    }

    /// <summary>Opens a document, or says why it cannot be one.</summary>
    /// <exception cref="FaultException"><c>reading.missing</c>, <c>reading.folder</c>, <c>reading.unreadable</c></exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw ReadingFaults.Folder.Because($"'{Shown.Short(path, 200)}' is a folder.", path);
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw ReadingFaults.Missing.Because($"'{Shown.Short(path, 200)}' does not exist.", path, inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw ReadingFaults.Unreadable.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
    }

    /// <summary>Reads a document from its bytes.</summary>
    /// <param name="content">The bytes; read to the end unless the limit is passed.</param>
    /// <param name="fileName">The name it came under; its ending tells Markdown (<c>.md</c>), HTML (<c>.html</c>, <c>.htm</c>) and e-mail (<c>.eml</c>) from text. PDF and DOCX are known by their bytes.</param>
    /// <param name="facts">What an index says about it; <see langword="null"/> where none does.</param>
    /// <param name="cancel">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FaultException"><c>reading.empty</c>, <c>reading.too-large</c>, <c>reading.binary</c>, <c>reading.encoding</c>, <c>reading.too-deep</c>, <c>reading.unreadable</c>,
    /// <c>reading.changed</c>, <c>reading.program-missing</c>, <c>reading.encrypted</c>, <c>reading.truncated</c>, <c>reading.damaged</c>, <c>reading.no-text</c></exception>
    public ReadDocument Read(Stream content, string fileName, DocumentFacts? facts = null, CancellationToken cancel = default)
    {
        byte[] bytes = SourceText.Bytes(content, fileName, Limit, cancel);
        string? mediaType = Extractions.MediaTypeOf(fileName, bytes);
        if (mediaType is null)
        {
            SourceText source = SourceText.Of(bytes, fileName);
            mediaType = MediaTypeOf(fileName, source.Text);
            Document decoded = Cited(source.ContentHash, fileName, mediaType, source.Text, facts);
            return Find(decoded, Decoded(source.Text, mediaType, fileName), source.Encoding, cancel);
        }

        ExtractedText extracted = Extractions.Read(mediaType, bytes, fileName, _poppler, Limit, cancel);
        (string text, PositionMap map) = extracted.Whole(Extractions.VersionOf(mediaType));
        if (string.IsNullOrWhiteSpace(text))
        {
            throw ReadingFaults.Empty.Because("The document has no text.", fileName);
        }

        Document document = Cited(SourceText.HashOf(bytes), fileName, mediaType, text, facts);
        document = document with
        {
            Title = document.Title ?? extracted.Title,
            Publisher = document.Publisher ?? extracted.Publisher,
            Published = document.Published ?? extracted.Published,
            PublishedBasis = document.Published is null ? extracted.PublishedBasis : document.PublishedBasis,
        };
        return Find(document, MappedText.Read(text, map), "UTF-8", cancel) with { Original = new Original(bytes, map), Notes = extracted.Notes };
    }

    /// <summary>Reads again a document that is held, by its text as it was stored: what a newer extraction would make of the file changes nothing.</summary>
    /// <param name="held">The document with its text.</param>
    /// <param name="map">The map that was kept with it; <see langword="null"/> where the text is the decoded file, or the map is lost.</param>
    /// <param name="cancel">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FaultException"><c>reading.map</c> where the map is of another text; <c>reading.empty</c> where no text is held; <c>reading.too-deep</c></exception>
    public static ReadDocument ReadHeld(Document held, PositionMap? map, CancellationToken cancel = default) => Find(held, ReadableOf(held, map), "UTF-8", cancel);

    /// <summary>What a reader of a held document's page would see.</summary>
    internal static ReadableText ReadableOf(Document held, PositionMap? map)
    {
        string text = held.Text ?? throw ReadingFaults.Empty.Because("Only the citation of this document is held.", held.FileName);
        if (map is not null && !map.Fits(text))
        {
            throw ReadingFaults.Map.Because("The map is of another text than the one that is held.", held.FileName);
        }

        return map is not null ? MappedText.Read(text, map) : Decoded(text, held.MediaType, held.FileName);
    }

    /// <summary>A page of a PDF as a picture (PNG), drawn by poppler within the same bounds as its text.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="width">Pixels from left to right, at most 4,000; the height follows, cut at 8,000. The box of a line, in points, times <c>width / MapPage.Width</c> is its place.</param>
    /// <param name="cancel">Ends it with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FaultException"><c>reading.program-missing</c>, <c>reading.damaged</c>, <c>reading.too-large</c></exception>
    public byte[] PictureOfPage(ReadOnlyMemory<byte> pdf, int page, int width, CancellationToken cancel = default) => PagePicture.Draw(_poppler, pdf, page, width, cancel);

    private static Document Cited(string contentHash, string fileName, string mediaType, string text, DocumentFacts? facts) => new(
        Document.IdOf(contentHash), contentHash, fileName, mediaType, facts?.Title, facts?.Publisher, facts?.Published, facts?.PublishedBasis, facts?.Genre, text, Handling.Unlabelled("local"));

    private static ReadableText Decoded(string text, string mediaType, string fileName) => mediaType switch
    {
        "text/html" => HtmlText.Read(text, fileName),
        "text/markdown" => MarkdownText.Read(text),
        _ => ReadableText.Plain(text),
    };

    private static ReadDocument Find(Document cited, ReadableText text, string encoding, CancellationToken cancel)
    {
        List<Block> blocks = Blocks.Cut(text);
        Zoning.Mark(blocks, text.Clean, cited.Title ?? text.Title);
        (PartialDate? published, string? basis) = PublishedDate.Of(blocks, text.Clean, cited.FileName);
        (published, basis) = cited.Published is { } stated ? (stated, cited.PublishedBasis) : (published, basis);
        var page = new Page(text, blocks, cancel);
        Names names = Names.Of(page, cited.ContentHash[..8], cancel);
        string? title = cited.Title ?? text.Title ?? TitleOf(blocks, text.Clean);
        var finder = new Finder(page, names, cited.FileName, published, cited.Genre, title ?? "");
        Document document = cited with { Title = title, Published = published, PublishedBasis = basis };
        return new ReadDocument(document, finder.Items(cancel), [.. finder.Zones()], encoding) { Statements = StatementFinder.Of(page, names, published, cancel) };
    }

    private static string MediaTypeOf(string fileName, string text)
    {
        string ending = Path.GetExtension(fileName).ToLowerInvariant();
        string start = text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart().ToString();
        bool html = ending is ".html" or ".htm" or ".xhtml" || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
        return html ? "text/html" : ending is ".md" or ".markdown" ? "text/markdown" : "text/plain";
    }

    private static string? TitleOf(IReadOnlyList<Block> blocks, string text)
    {
        Block? title = blocks.FirstOrDefault(b => b.Zone == ZoneKind.Title);
        return title is null ? null : string.Join(' ', text[title.Start..title.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
