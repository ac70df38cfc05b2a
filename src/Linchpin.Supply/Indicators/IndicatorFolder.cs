using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Indicators;

/// <summary>A described file of a folder.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Descriptor">What it is.</param>
internal sealed record DescribedFile(string Path, IndicatorDescriptor Descriptor);

/// <summary>Finds the described files of a folder: by descriptors that lie in it, else by the built-in descriptors whose name pattern and header a
/// file has.</summary>
internal static class IndicatorFolder
{
    private static readonly Lazy<IReadOnlyList<IndicatorDescriptor>> Embedded = new(ReadEmbedded);

    /// <summary>The built-in descriptors, by id.</summary>
    internal static IReadOnlyList<IndicatorDescriptor> BuiltIn => Embedded.Value;

    /// <summary>The described files of a folder and of the folders directly inside it, by path.</summary>
    internal static IReadOnlyList<DescribedFile> Find(string folder, IndicatorLimits limits)
    {
        if (!Directory.Exists(folder))
        {
            throw SupplyFaults.FolderMissing.Because(File.Exists(folder) ? $"'{Shown.Short(folder)}' is a file." : $"'{Shown.Short(folder)}' does not exist.");
        }

        var found = new List<DescribedFile>();
        int looked = 0;
        foreach (string one in Directory.EnumerateDirectories(folder).Where(d => !Path.GetFileName(d).StartsWith('.')).Order(StringComparer.Ordinal).Prepend(folder))
        {
            string[] files = [.. Files(one)];
            looked += files.Length;
            if (looked > limits.Files)
            {
                throw SupplyFaults.TableTooLarge.Because($"More than {limits.Files:N0} files.", Path.GetFileName(folder.TrimEnd('/')), "Give the folder that holds the data itself.");
            }

            Describe(files, found, limits);
        }

        return found;
    }

    /// <summary>The tables of one subject, read whole or through a filter.</summary>
    internal static IReadOnlyList<IndicatorTable> Read(
        string folder, IndicatorSubject subject, string what, IndicatorFilter? filter, IProgress<string>? progress, CancellationToken cancel)
    {
        DescribedFile[] files = [.. Find(folder, IndicatorLimits.Standard).Where(f => f.Descriptor.Subject == subject)];
        if (files.Length == 0)
        {
            throw SupplyFaults.IndicatorUndescribed.Because(
                $"No file in it is described as {what}: there is no descriptor beside one, and none has the layout of a built-in one.", Path.GetFileName(folder.TrimEnd('/')));
        }

        return [.. files.Select(f => Read(f, filter, progress, cancel))];
    }

    /// <summary>One described file, read.</summary>
    internal static IndicatorTable Read(DescribedFile file, IndicatorFilter? filter, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report($"reading {Path.GetFileName(file.Path)}");
        return IndicatorReader.Read(file.Path, file.Descriptor, filter, IndicatorLimits.Standard, cancel);
    }

    /// <summary>Why a header is not the one that a descriptor states; <see langword="null"/> where it is.</summary>
    internal static string? Misfit(IndicatorDescriptor about, string[] header)
    {
        if (about.OtherColumnsIgnored)
        {
            string? twice = header.GroupBy(h => h, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
            string? lack = about.Columns.FirstOrDefault(c => !header.Contains(c.Name, StringComparer.Ordinal))?.Name;
            return lack is not null ? $"the column {Shown.Short(lack)} is missing." : twice is not null ? $"the column {Shown.Short(twice)} stands twice." : null;
        }

        for (int i = 0; i < Math.Max(header.Length, about.Columns.Count); i++)
        {
            if (i >= header.Length)
            {
                return $"the column {Shown.Short(about.Columns[i].Name)} is missing.";
            }

            if (i >= about.Columns.Count || header[i] != about.Columns[i].Name)
            {
                return $"'{Shown.Short(header[i])}' is not the column that stands there.";
            }
        }

        return null;
    }

    /// <summary>Whether a name fits a pattern with stars.</summary>
    internal static bool Fits(string pattern, string name)
    {
        string[] parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return pattern == name;
        }

        if (!name.StartsWith(parts[0], StringComparison.Ordinal) || !name.EndsWith(parts[^1], StringComparison.Ordinal) || name.Length < parts[0].Length + parts[^1].Length)
        {
            return false;
        }

        int at = parts[0].Length;
        int end = name.Length - parts[^1].Length;
        foreach (string part in parts[1..^1])
        {
            int next = name.IndexOf(part, at, end - at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + part.Length;
        }

        return true;
    }

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(f => Path.GetFileName(f) is var n && (n.EndsWith(".csv", StringComparison.Ordinal)
                || n.EndsWith(".csv.gz", StringComparison.Ordinal) || n.EndsWith(IndicatorDescriptorReader.Ending, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SupplyFaults.FileUnreadable.Because(Shown.Short(e.Message, 160), Path.GetFileName(folder), inner: e);
        }
    }

    private static void Describe(string[] files, List<DescribedFile> found, IndicatorLimits limits)
    {
        IndicatorDescriptor[] own =
        [
            .. files.Where(f => f.EndsWith(IndicatorDescriptorReader.Ending, StringComparison.Ordinal)).Select(f =>
                IndicatorDescriptorReader.Read(TableFile.ReadSmall(f, IndicatorDescriptorReader.MostBytes), Path.GetFileName(f), Path.GetFileName(f))),
        ];
        foreach (string file in files.Where(f => !f.EndsWith(IndicatorDescriptorReader.Ending, StringComparison.Ordinal)))
        {
            string name = Path.GetFileName(file);
            IndicatorDescriptor[] fitting = [.. own.Where(d => Fits(d.File, name))];
            if (fitting.Length > 1)
            {
                throw SupplyFaults.IndicatorDescriptor.Because($"{fitting[0].Origin} and {fitting[1].Origin} both describe {Shown.Short(name)}.", name);
            }

            if (fitting is [var described])
            {
                found.Add(new DescribedFile(file, described));
            }
            else if (BuiltIn.Any(d => Fits(d.File, name)) && IndicatorReader.Header(file, limits) is { } header
                && BuiltIn.FirstOrDefault(d => Fits(d.File, name) && Misfit(d, header) is null) is { } known)
            {
                found.Add(new DescribedFile(file, IndicatorNames.Filled(known, name)));
            }
        }

        IndicatorDescriptor? idle = Array.Find(own, d => !found.Exists(f => f.Descriptor == d));
        if (idle is not null)
        {
            throw SupplyFaults.FileMissing.Because($"{idle.Origin} describes {Shown.Short(idle.File)}, and the folder has no such file.", idle.Origin, "Put the file beside its descriptor, or correct \"file\".");
        }
    }

    private static IReadOnlyList<IndicatorDescriptor> ReadEmbedded()
    {
        const string Folder = "indicators/";
        var descriptors = new List<IndicatorDescriptor>();
        foreach (string name in typeof(IndicatorFolder).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = typeof(IndicatorFolder).Assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string id = Path.GetFileNameWithoutExtension(name);
            descriptors.Add(IndicatorDescriptorReader.Read(bytes, id, "built in: " + id));
        }

        return descriptors;
    }
}
