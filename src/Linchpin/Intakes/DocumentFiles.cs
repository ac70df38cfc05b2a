using Linchpin.Claims;
using Linchpin.Reading;

namespace Linchpin.Intakes;

/// <summary>The documents that paths name, with what indexes say of them: a path to a document, to an index, or to a folder of documents.</summary>
/// <remarks>A document's facts come from the indexes that were named, in their order, else from the <c>index.csv</c> beside it.</remarks>
/// <param name="say">Told of each index that is used.</param>
internal sealed class DocumentFiles(Action<string> say)
{
    private const string IndexName = "index.csv";

    private static readonly string[] Endings = [".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"];

    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    private readonly List<string> _found = [];
    private readonly List<DocumentIndex> _named = [];
    private readonly Dictionary<string, DocumentIndex?> _beside = new(StringComparer.Ordinal);

    /// <summary>The documents, in the order of the paths; those of a folder by name.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>Indexes and folders that could not be read; the others are used all the same.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Finds them.</summary>
    /// <param name="paths">What was named.</param>
    /// <param name="below">Whether a folder means every document below it, hidden files and links left out.</param>
    /// <param name="cancel">Stops the looking.</param>
    /// <exception cref="FaultException"><c>program.usage</c> for an empty path, or a folder without a document.</exception>
    public void Find(IEnumerable<string> paths, bool below, CancellationToken cancel)
    {
        foreach (string path in paths)
        {
            if (path.Length == 0)
            {
                throw ProgramFaults.Usage.Because("A PATH is empty.", remedy: "Give the path of a document.");
            }

            if (below && Directory.Exists(path))
            {
                Walk(path, cancel);
            }
            else if (IsIndex(path))
            {
                Tried(() => _named.Add(Index(path)));
            }
            else
            {
                Add(path);
            }
        }
    }

    /// <summary>What an index says of a document; <see langword="null"/> where none does.</summary>
    public DocumentFacts? FactsOf(string path)
    {
        string name = Path.GetFileName(path);
        return _named.Select(i => i.For(name)).FirstOrDefault(f => f is not null) ?? _beside.GetValueOrDefault(FolderOf(path))?.For(name);
    }

    private void Walk(string top, CancellationToken cancel)
    {
        int before = _found.Count, faults = Faults.Count;
        var folders = new Stack<string>([top]);
        while (folders.TryPop(out string? folder))
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                foreach (string file in Directory.EnumerateFiles(folder, "*", Visible).Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
                {
                    Add(file);
                }

                foreach (string inner in Directory.EnumerateDirectories(folder, "*", Visible).OrderDescending(StringComparer.Ordinal))
                {
                    folders.Push(inner);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Faults.Add(ProgramFaults.Input.At(Shown.Short(e.Message, 200), folder));
            }
        }

        if (_found.Count == before && Faults.Count == faults)
        {
            throw ProgramFaults.Usage.Because("There is no document below this folder.", top, remedy: $"Name a folder with files that end in {string.Join(", ", Endings)}.");
        }
    }

    private void Add(string path)
    {
        _found.Add(path);
        string folder = FolderOf(path);
        if (_beside.TryAdd(folder, null) && Path.Combine(folder, IndexName) is var beside && File.Exists(beside))
        {
            Tried(() => _beside[folder] = Index(beside));
        }
    }

    private DocumentIndex Index(string path)
    {
        using FileStream content = Reading.Reading.Open(path);
        DocumentIndex index = DocumentIndex.Read(content, path);
        say($"linchpin: publishers, titles and dates from {path}");
        return index;
    }

    private void Tried(Action act)
    {
        try
        {
            act();
        }
        catch (FaultException e)
        {
            Faults.Add(e.Fault);
        }
    }

    private static bool IsIndex(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
