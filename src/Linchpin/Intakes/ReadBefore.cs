using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Reading;

namespace Linchpin.Intakes;

/// <summary>Which documents this program has read as it would read them again now, so that a folder read once more costs no more than looking at its files.</summary>
/// <remarks>
/// <para>One line for each: a hash of the file's content, its ending, what an index says of it, the label, and the version of the reader. A changed file, index, label or program is read anew.</para>
/// <para>The list is written after the ledger has stored the document, and a document that the ledger does not hold is read whatever the list says: the list can be lost or deleted without harm.</para>
/// </remarks>
internal sealed class ReadBefore
{
    private const int LineLength = 64;

    private readonly string _path;
    private readonly string _settings;
    private readonly HashSet<string> _lines;

    /// <summary>Opens the list.</summary>
    /// <param name="folder">Where it is kept.</param>
    /// <param name="label">The label that documents are to be stored under.</param>
    internal ReadBefore(string folder, Handling label)
    {
        _path = Path.Combine(folder, "documents-read.txt");
        _settings = $"{Reading.Reading.Version}\n{typeof(Reading.Reading).Assembly.ManifestModule.ModuleVersionId}\n{label.Owner}\n{label.Display}";
        try
        {
            Directory.CreateDirectory(folder);
            _lines = File.Exists(_path) ? [.. File.ReadLines(_path).Where(l => l.Length == LineLength)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _lines = [];
        }
    }

    /// <summary>The document that the file holds, where it was read before with the same facts; <see langword="null"/> where it must be read.</summary>
    /// <exception cref="FaultException">Those of opening a document.</exception>
    internal EntityId? Find(string path, DocumentFacts? facts)
    {
        if (_lines.Count == 0)
        {
            return null;
        }

        using FileStream content = Reading.Reading.Open(path);
        try
        {
            string hash = Convert.ToHexStringLower(SHA256.HashData(content));
            return _lines.Contains(Line(hash, path, facts)) ? Document.IdOf(hash) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Notes that a document was read and stored.</summary>
    internal void Add(string path, string contentHash, DocumentFacts? facts)
    {
        string line = Line(contentHash, path, facts);
        if (!_lines.Add(line))
        {
            return;
        }

        try
        {
            File.AppendAllText(_path, line + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Read again next time, which adds nothing to the record.
        }
    }

    private string Line(string contentHash, string path, DocumentFacts? facts) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{contentHash}\n{Path.GetExtension(path).ToLowerInvariant()}\n{facts}\n{_settings}")));
}
