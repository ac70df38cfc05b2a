using Linchpin.Claims;
using Linchpin.Reading.Documents;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Statements;
using Linchpin.Reading.Words;

namespace Linchpin.Reading;

/// <summary>Reads documents: text, Markdown and HTML to actors, mechanisms, events, commitments, recommendations, risks and person-roles, each with its exact passage.</summary>
/// <remarks>
/// <para><b>Means:</b> word lists and the grammar of names and clauses; no model, no network. The same bytes give the same items.</para>
/// <para><b>Limits:</b> <see cref="Limit"/> bytes a document; nothing beyond it is read into memory.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public sealed class Reading
{
    /// <summary>The default size limit of a document: 16 MiB, some thousand pages of text. Reading holds the whole text and its items in memory.</summary>
    public const long DefaultLimit = 16L << 20;

    /// <summary>The version that claims carry in their author: raised whenever what is found may change.</summary>
    public const string Version = "1";

    /// <summary>A reader with that size limit in bytes.</summary>
    public Reading(long limit = DefaultLimit) => Limit = limit;

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
    /// <param name="fileName">The name it came under; its ending tells Markdown (<c>.md</c>) and HTML (<c>.html</c>, <c>.htm</c>) from text.</param>
    /// <param name="facts">What an index says about it; <see langword="null"/> where none does.</param>
    /// <param name="cancel">Ends the reading with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FaultException"><c>reading.empty</c>, <c>reading.too-large</c>, <c>reading.binary</c>, <c>reading.encoding</c>, <c>reading.too-deep</c>, <c>reading.unreadable</c></exception>
    public ReadDocument Read(Stream content, string fileName, DocumentFacts? facts = null, CancellationToken cancel = default)
    {
        SourceText source = SourceText.Read(content, fileName, Limit, cancel);
        string mediaType = MediaTypeOf(fileName, source.Text);
        ReadableText text = mediaType switch
        {
            "text/html" => HtmlText.Read(source.Text, fileName),
            "text/markdown" => MarkdownText.Read(source.Text),
            _ => ReadableText.Plain(source.Text),
        };
        List<Block> blocks = Blocks.Cut(text);
        Zoning.Mark(blocks, text.Clean, facts?.Title ?? text.Title);
        var page = new Page(text, blocks, cancel);
        Names names = Names.Of(page, source.ContentHash[..8], cancel);
        (PartialDate? published, string? basis) = facts?.Published is { } stated
            ? (stated, facts.PublishedBasis)
            : PublishedDate.Of(blocks, text.Clean);
        var finder = new Finder(page, names, fileName, published, facts?.Genre);
        var document = new Document(
            Document.IdOf(source.ContentHash),
            source.ContentHash,
            fileName,
            mediaType,
            facts?.Title ?? text.Title ?? TitleOf(blocks, text.Clean),
            facts?.Publisher,
            published,
            basis,
            facts?.Genre,
            source.Text,
            Handling.Unlabelled("local"));
        return new ReadDocument(document, finder.Items(cancel), [.. finder.Zones()], source.Encoding) { Statements = StatementFinder.Of(page, names, published, cancel) };
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
