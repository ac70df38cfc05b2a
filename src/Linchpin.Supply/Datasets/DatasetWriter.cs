using Linchpin.Claims;
using Linchpin.Supply.Import;

namespace Linchpin.Supply.Datasets;

/// <summary>Writes a table into a dataset's folder so that the folder is whole at every moment.</summary>
/// <remarks>
/// <para>A new dataset is written into a folder beside its place and renamed. A year that is added to a dataset is written under a name of its
/// own; the dataset has it from the moment at which the new manifest takes the old one's place. After a fault or a cancel nothing is left;
/// after a kill there may be a folder or file whose name has <c>.part-</c> in it, which nothing reads.</para>
/// </remarks>
internal static class DatasetWriter
{
    private const string Part = ".part-";

    internal static DatasetYear Write(string folder, StoredTable stored, CancellationToken cancel)
    {
        string path = Path.GetFullPath(folder);
        try
        {
            if (File.Exists(path))
            {
                throw SupplyFaults.DatasetPlace.Because("A file stands there.", Path.GetFileName(path));
            }

            return DatasetFolder.Is(path) ? Add(path, stored, cancel)
                : Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()
                    ? throw SupplyFaults.DatasetPlace.Because($"The folder holds other files and no {DatasetManifest.FileName}.", Path.GetFileName(path))
                    : Make(path, stored, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SupplyFaults.DatasetWrite.Because(Shown.Short(e.Message, 160), Path.GetFileName(path), inner: e);
        }
    }

    private static DatasetYear Make(string path, StoredTable stored, CancellationToken cancel)
    {
        string above = Path.GetDirectoryName(path) ?? throw SupplyFaults.DatasetPlace.Because("The root of a disk cannot be a dataset.");
        Directory.CreateDirectory(above);
        string beside = Path.Combine(above, $".{Path.GetFileName(path)}{Part}{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(beside);
            DatasetManifest manifest = ManifestOf(stored, []);
            DatasetYear year = Data(beside, manifest, stored, cancel);
            Put(Path.Combine(beside, DatasetManifest.FileName), ManifestWriter.ToBytes(manifest with { Years = [year] }));
            cancel.ThrowIfCancellationRequested();
            if (Directory.Exists(path))
            {
                Directory.Delete(path);
            }

            Directory.Move(beside, path);
            return year;
        }
        finally
        {
            DiscardFolder(beside);
        }
    }

    private static DatasetYear Add(string path, StoredTable stored, CancellationToken cancel)
    {
        using FileStream only = Locked(path);
        DatasetManifest held = ManifestReader.Read(path);
        DatasetManifest made = ManifestOf(stored, held.Years);
        if (held.Meaning != made.Meaning || held.About.Title != made.About.Title)
        {
            throw SupplyFaults.DatasetPlace.Because(
                $"The folder holds {held.About.Title} in {held.About.Unit}, {held.Countries.Count} countries by {held.Sectors.Count} sectors; the table is {made.About.Title} in {made.About.Unit}, {made.Countries.Count} by {made.Sectors.Count}, or its codes differ.",
                Path.GetFileName(path));
        }

        string manifestPath = Path.Combine(path, DatasetManifest.FileName);
        string manifestPart = manifestPath + Part + Guid.NewGuid().ToString("N");
        string? placed = null;
        try
        {
            DatasetYear year = Data(path, made, stored, cancel);
            DatasetYear? before = held.Years.FirstOrDefault(y => y.Year == year.Year);
            placed = before?.File == year.File ? null : year.File;
            Put(manifestPart, ManifestWriter.ToBytes(held with { Years = [.. held.Years.Where(y => y.Year != year.Year).Append(year).OrderBy(y => y.Year)] }));
            cancel.ThrowIfCancellationRequested();
            File.Move(manifestPart, manifestPath, overwrite: true);
            placed = null;
            if (before is not null && before.File != year.File)
            {
                File.Delete(Path.Combine(path, before.File));
            }

            return year;
        }
        finally
        {
            Discard(manifestPart);
            if (placed is not null)
            {
                Discard(Path.Combine(path, placed));
            }
        }
    }

    /// <summary>Writes the numbers under a name that says their year and hash.</summary>
    private static DatasetYear Data(string folder, DatasetManifest manifest, StoredTable stored, CancellationToken cancel)
    {
        InputOutputTable table = stored.Table;
        var cells = new TableCells(table.Z, table.Y, table.Output) { PrimaryInputs = table.PrimaryInputs };
        string part = Path.Combine(folder, FormattableString.Invariant($"{table.Year:0000}{Part}{Guid.NewGuid():N}"));
        try
        {
            var year = new DatasetYear(
                table.Year, "", 0, "", table.Hash, table.Output is not null, table.PrimaryInputs is not null, stored.Format, stored.Sources, table.Absent, stored.Notes, table.BalanceBound,
                stored.Parent, DatasetFolder.BalanceOf(table));
            DatasetHeader header = manifest.HeaderOf(year);
            string root = DatasetFile.Write(part, header, cells, cancel);
            string name = FormattableString.Invariant($"{table.Year:0000}-{root[..12]}{DatasetFile.Extension}");
            File.Move(part, Path.Combine(folder, name), overwrite: true);
            return year with { File = name, Bytes = header.FileBytes, Hash = root };
        }
        finally
        {
            Discard(part);
        }
    }

    private static DatasetManifest ManifestOf(StoredTable stored, IReadOnlyList<DatasetYear> years)
    {
        InputOutputTable table = stored.Table;
        return new DatasetManifest(table.Descriptor, table.Countries, table.Sectors, stored.Categories, years);
    }

    private static FileStream Locked(string path)
    {
        try
        {
            return new FileStream(Path.Combine(path, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw SupplyFaults.DatasetWrite.Because("Another run is writing to the dataset.", Path.GetFileName(path), "Wait until it has ended.", e);
        }
    }

    private static void Put(string path, byte[] bytes)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that is on its way says what is wrong with the folder.
        }
    }

    private static void DiscardFolder(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that is on its way says what is wrong with the folder.
        }
    }
}
