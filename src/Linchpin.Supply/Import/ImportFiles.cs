using Linchpin.Claims;

namespace Linchpin.Supply.Import;

/// <summary>The files that an import is given, by name: files as they are, or those of a folder.</summary>
internal sealed class ImportFiles
{
    private const int MostFiles = 10_000;
    private readonly Dictionary<string, string> _byName = new(StringComparer.Ordinal);

    private ImportFiles(string? folder) => Folder = folder;

    /// <summary>The folder, where one was given.</summary>
    internal string? Folder { get; }

    internal IReadOnlyCollection<string> Names => _byName.Keys;

    internal static ImportFiles Of(IReadOnlyList<string> paths)
    {
        string[] folders = [.. paths.Where(Directory.Exists)];
        if (paths.Count == 0 || (folders.Length > 0 && paths.Count > 1))
        {
            throw SupplyFaults.ImportFiles.Because(paths.Count == 0 ? "No file was given." : "A folder was given together with other paths.", remedy: "Give one folder, or files.");
        }

        var files = new ImportFiles(folders.FirstOrDefault());
        foreach (string path in folders.Length == 0 ? paths : [.. Directory.EnumerateFiles(folders[0]).Take(MostFiles).Order(StringComparer.Ordinal)])
        {
            if (!File.Exists(path))
            {
                throw SupplyFaults.FileMissing.Because("There is no such file.", Path.GetFileName(path), "Check the path.");
            }

            if (!files._byName.TryAdd(Path.GetFileName(path), path))
            {
                throw SupplyFaults.ImportFiles.Because($"Two files are named {Shown.Short(Path.GetFileName(path))}.");
            }
        }

        return files;
    }

    /// <summary>A file by its name, packed or not; <see langword="null"/> where it is not there.</summary>
    internal string? Find(string name) => _byName.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(name + ".gz");

    /// <summary>A file by its name, packed or not.</summary>
    internal string Need(string name) => Find(name) ?? throw SupplyFaults.FileMissing.Because("The format asks for this file.", name, "Give the folder as its provider publishes it.");

    /// <summary>The only file, for formats of one file.</summary>
    internal string Single(string format)
    {
        string[] tables = [.. _byName.Values.Where(p => Folder is null || IsTable(p))];
        return tables.Length == 1 ? tables[0]
            : throw SupplyFaults.ImportFiles.Because($"{format} is read from one file, and {tables.Length} were given{(Folder is null ? "" : " in the folder")}.", remedy: "Give the one file of the year.");
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase);
}
