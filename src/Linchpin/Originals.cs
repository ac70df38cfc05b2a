using Linchpin.Claims;
using Linchpin.Reading;

namespace Linchpin;

/// <summary>The files whose text was extracted, each with its position map: what is needed to show a passage on its page. One folder of the home, a file and a map for each document.</summary>
/// <remarks>
/// <para><b>Names:</b> the content's SHA-256 with the format's ending (<c>.pdf</c>, <c>.docx</c>, <c>.eml</c>), and with <c>.map.json</c>.</para>
/// <para><b>Who may see them:</b> whoever may see the document. Ask with a <see cref="Document"/> that a view gave, never with an id from an address.</para>
/// </remarks>
/// <param name="folder">Where they are kept; made when the first one is.</param>
internal sealed class Originals(string folder)
{
    /// <summary>Keeps what was read, before its claims are stored: a file without claims does no harm, claims without their page do. Kept twice is kept once.</summary>
    /// <exception cref="FaultException"><c>program.originals</c></exception>
    public void Keep(ReadDocument read)
    {
        if (read.Original is not { } original)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            Write(PathOf(read.Document), to => to.Write(original.Content.Span), replace: false);
            Write(MapPathOf(read.Document), original.Map.Write, replace: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Originals.Because(Shown.Short(e.Message, 200), folder, inner: e);
        }
    }

    /// <summary>The file of a document; <see langword="null"/> where none is kept.</summary>
    public FileStream? Open(Document document) => Opened(PathOf(document));

    /// <summary>The position map of a document; <see langword="null"/> where none is kept, or where it is of another text than the one held.</summary>
    public PositionMap? Map(Document document)
    {
        using FileStream? from = Opened(MapPathOf(document));
        if (from is null)
        {
            return null;
        }

        PositionMap map = PositionMap.Read(from, from.Name);
        return document.Text is null || map.Fits(document.Text) ? map : null;
    }

    private string PathOf(Document document) => Path.Combine(folder, document.ContentHash + document.MediaType switch
    {
        "application/pdf" => ".pdf",
        "message/rfc822" => ".eml",
        _ => ".docx",
    });

    private string MapPathOf(Document document) => Path.Combine(folder, document.ContentHash + ".map.json");

    private static FileStream? Opened(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Originals.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
    }

    // Whole or not at all: written beside, flushed, then given its name.
    private static void Write(string path, Action<Stream> write, bool replace)
    {
        if (!replace && File.Exists(path))
        {
            return;
        }

        string beside = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            using (var to = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                write(to);
                to.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
