using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Workbench.Editions;

/// <summary>Puts an edition in its folder: written beside it, then renamed. A folder that is not an edition, or in which somebody has put more, is left alone.</summary>
internal static class EditionFolder
{
    private const long MostManifest = 64L << 20;

    /// <summary>Checks that the folder may become this edition's: before the work is done, and again before it is replaced.</summary>
    /// <exception cref="FaultException"><c>editions.not-ours</c></exception>
    public static void Check(string folder)
    {
        if (File.Exists(folder))
        {
            throw EditionFaults.NotOurs.Because("This is a file.", folder);
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        if (new DirectoryInfo(folder).LinkTarget is { } target)
        {
            throw EditionFaults.NotOurs.Because($"This is a link to {Shown.Short(target)}.", folder, "Name the folder itself.");
        }

        HashSet<string> listed = Listed(folder);
        string? other = Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')))
            .FirstOrDefault(e => new FileInfo(e.Path).LinkTarget is not null || (!Directory.Exists(e.Path) && !listed.Contains(e.Name))).Name;
        if (other is not null)
        {
            throw EditionFaults.NotOurs.Because($"It also holds {Shown.Short(other)}, which no edition wrote and which would be lost.", folder);
        }
    }

    /// <summary>Writes the edition.</summary>
    /// <exception cref="FaultException"><c>editions.not-ours</c>, <c>program.output</c></exception>
    public static void Write(string folder, EditionFiles edition)
    {
        string beside = Path.Combine(Path.GetDirectoryName(folder) ?? throw EditionFaults.NotOurs.Because("This is the root of a disk.", folder), $".{Path.GetFileName(folder)}.{Guid.NewGuid():N}");
        string made = beside + ".new", before = beside + ".old";
        try
        {
            foreach (EditionFile file in edition.Files)
            {
                string path = Path.Combine(made, file.Path.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                to.Write(file.Content);
                to.Flush(flushToDisk: file.Path == EditionFiles.Manifest);
            }

            Check(folder);
            if (Directory.Exists(folder))
            {
                Directory.Move(folder, before);
            }

            try
            {
                Directory.Move(made, folder);
            }
            catch (Exception e) when (Commands.WholeFile.Refused(e) && Directory.Exists(before))
            {
                Directory.Move(before, folder);
                throw;
            }

            Discard(before);
        }
        catch (Exception e) when (Commands.WholeFile.Refused(e))
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), folder, inner: e);
        }
        finally
        {
            Discard(made);
        }
    }

    /// <summary>The files that the folder's own manifest lists, with itself.</summary>
    private static HashSet<string> Listed(string folder)
    {
        string path = Path.Combine(folder, EditionFiles.Manifest);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: <= MostManifest })
            {
                using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(path));
                if (manifest.RootElement.GetProperty("format").GetString() == EditionFiles.Format)
                {
                    return [EditionFiles.Manifest, .. manifest.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("path").GetString()!)];
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or IOException or UnauthorizedAccessException)
        {
            throw EditionFaults.NotOurs.Because($"Its {EditionFiles.Manifest} is not an edition's: {Shown.Short(e.Message)}", folder, inner: e);
        }

        throw EditionFaults.NotOurs.Because($"It holds no {EditionFiles.Manifest} of an edition.", folder);
    }

    private static void Discard(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The edition is in its place, or the fault that is on its way says why not.
        }
    }
}
