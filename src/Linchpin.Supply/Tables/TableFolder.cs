using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>A folder with a table's files, and the descriptor that says what they mean.</summary>
internal sealed class TableFolder
{
    private static readonly string[] BuiltIn = ["wiod2013"];
    private readonly string _path;

    private TableFolder(string path, TableDescriptor descriptor)
    {
        _path = path;
        Descriptor = descriptor;
    }

    internal TableDescriptor Descriptor { get; }

    /// <summary>Refuses a path that is no folder.</summary>
    internal static void NeedFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw SupplyFaults.FolderMissing.Because(
                File.Exists(path) ? $"'{Shown.Short(path)}' is a file." : $"'{Shown.Short(path)}' does not exist.");
        }
    }

    /// <summary>Opens the folder: its own <c>table.json</c> where there is one, else a built-in descriptor whose layout the folder has,
    /// else a fault.</summary>
    internal static TableFolder Open(string path, TableLimits limits)
    {
        NeedFolder(path);
        string own = Path.Combine(path, DescriptorReader.FileName);
        if (File.Exists(own))
        {
            return new TableFolder(path, DescriptorReader.Read(own));
        }

        var why = new List<string>();
        foreach (string name in BuiltIn)
        {
            (TableDescriptor descriptor, Recognition? rule) = DescriptorReader.Read(Resource(name + ".json"), name, "built in: " + name);
            var folder = new TableFolder(path, descriptor);
            string? misfit = rule is null ? "it has no rule" : folder.Misfit(rule, limits);
            if (misfit is null)
            {
                return folder;
            }

            why.Add($"not {name}, because {misfit}");
        }

        throw SupplyFaults.DescriptorMissing.Because(
            $"There is no {DescriptorReader.FileName}, and the layout is of no table that is known by itself ({string.Join("; ", why)}).", Path.GetFileName(path.TrimEnd('/')));
    }

    /// <summary>The years for which the folder has a file of intermediate use, in order.</summary>
    internal IReadOnlyList<int> Years()
    {
        string[] around = Descriptor.Files.Intermediate.Split("{year}");
        var years = new SortedSet<int>();
        foreach (string file in Directory.EnumerateFiles(_path))
        {
            string name = Path.GetFileName(file);
            if (name.Length == around[0].Length + 4 + around[1].Length && name.StartsWith(around[0], StringComparison.Ordinal) && name.EndsWith(around[1], StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(around[0].Length, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year))
            {
                years.Add(year);
            }
        }

        return [.. years];
    }

    /// <summary>Refuses a year that the folder does not have.</summary>
    internal void NeedYear(int year)
    {
        IReadOnlyList<int> years = Years();
        if (!years.Contains(year))
        {
            string found = years.Count == 0 ? $"The folder has no file {Descriptor.Files.Intermediate}." : $"The folder has {Words(years)}.";
            throw SupplyFaults.YearMissing.Because($"No table for {year.ToString(CultureInfo.InvariantCulture)}. {found}");
        }
    }

    internal string PathOf(string file, int year) => Path.Combine(_path, NameOf(file, year));

    internal static string NameOf(string file, int year) => file.Replace("{year}", year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Runs of years as 1995-2011.</summary>
    internal static string Words(IReadOnlyList<int> years)
    {
        var runs = new List<string>();
        for (int i = 0; i < years.Count;)
        {
            int last = i;
            while (last + 1 < years.Count && years[last + 1] == years[last] + 1)
            {
                last++;
            }

            runs.Add(last == i ? $"{years[i]:0000}" : $"{years[i]:0000}-{years[last]:0000}");
            i = last + 1;
        }

        return string.Join(", ", runs);
    }

    private string? Misfit(Recognition rule, TableLimits limits)
    {
        try
        {
            TableFiles files = Descriptor.Files;
            foreach (string file in new[] { files.Countries, files.Sectors, files.Categories })
            {
                if (!File.Exists(Path.Combine(_path, file)))
                {
                    return $"{file} is missing";
                }
            }

            return !TableList.Read(PathOf(files.Countries, 0), limits).Header.SequenceEqual(rule.CountriesHeader) ? $"{files.Countries} has another header"
                : !TableList.Read(PathOf(files.Sectors, 0), limits).Codes.SequenceEqual(rule.Sectors) ? $"{files.Sectors} has other codes"
                : !TableList.Read(PathOf(files.Categories, 0), limits).Codes.SequenceEqual(rule.Categories) ? $"{files.Categories} has other codes"
                : null;
        }
        catch (FaultException e)
        {
            return $"{e.Fault.Place}: {e.Fault.Cause}";
        }
    }

    private static byte[] Resource(string name)
    {
        using Stream stream = typeof(TableFolder).Assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
