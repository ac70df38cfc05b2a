using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Datasets;

namespace Linchpin.Supply.Tables;

/// <summary>Makes a table from a folder and a year: from the cache where its files are the same to the last bit, else from the files
/// themselves.</summary>
internal sealed class TableReader(TableFolder folder, int year, TableCache? cache, TableLimits limits, IProgress<string>? progress)
{
    internal InputOutputTable Read(CancellationToken cancel)
    {
        folder.NeedYear(year);
        TableDescriptor about = folder.Descriptor;
        TableList countries = TableList.Read(folder.PathOf(about.Files.Countries, year), limits);
        TableList sectors = TableList.Read(folder.PathOf(about.Files.Sectors, year), limits);
        TableList categories = TableList.Read(folder.PathOf(about.Files.Categories, year), limits);
        Bound(countries.Codes.Count, sectors.Codes.Count, categories.Codes.Count);
        IReadOnlyList<TableCountry> places = Countries(countries);
        IReadOnlyList<TableSector> industries = Sectors(sectors);
        (string Name, string Hash)[] lists =
        [
            (about.Files.Countries, countries.FileHash), (about.Files.Sectors, sectors.FileHash), (about.Files.Categories, categories.FileHash),
        ];
        DatasetHeader HeaderOf(string version) => new(
            year, countries.Codes.Count * sectors.Codes.Count, countries.Codes.Count * categories.Codes.Count, about.Files.Output is not null, false, version, about.Hash);

        if (cache is not null)
        {
            // The files are hashed whole on every opening: their dates and lengths could be the same after a change, their hash cannot.
            string version = Version([.. DataFiles().Select(f => (f, TableFile.HashOf(Path.Combine(folder.PathOf(f, year)), limits))), .. lists]);
            if (cache.Read(HeaderOf(version)) is { } kept)
            {
                progress?.Report($"{year}: from the cache");
                return new InputOutputTable(about, year, places, industries, categories.Codes, version, kept);
            }
        }

        var reader = new LongReader(
            folder, year, new CodeIndex(countries.Codes, Aliases(countries)), new CodeIndex(sectors.Codes, []), new CodeIndex(categories.Codes, []),
            (countries.Codes.Count, sectors.Codes.Count, categories.Codes.Count), limits);
        progress?.Report($"{year}: reading intermediate use");
        (Kernels.Matrix z, string zHash) = reader.Intermediate(cancel);
        progress?.Report($"{year}: reading final demand");
        (Kernels.Matrix y, string yHash) = reader.FinalDemand(cancel);
        List<(string, string)> hashes = [(about.Files.Intermediate, zHash), (about.Files.FinalDemand, yHash)];
        double[]? output = null;
        if (about.Files.Output is { } outputFile)
        {
            (output, string hash) = reader.Output(outputFile);
            hashes.Add((outputFile, hash));
        }

        var cells = new TableCells(z, y, output);
        string read = Version([.. hashes, .. lists]);
        if (cache?.Write(HeaderOf(read), cells) is { } trouble)
        {
            progress?.Report($"{year}: the cache could not be written ({trouble}); the next opening reads the files again");
        }

        return new InputOutputTable(about, year, places, industries, categories.Codes, read, cells);
    }

    private IEnumerable<string> DataFiles()
    {
        TableFiles files = folder.Descriptor.Files;
        return files.Output is null ? [files.Intermediate, files.FinalDemand] : [files.Intermediate, files.FinalDemand, files.Output];
    }

    /// <summary>SHA-256 over a line for each file: its name for this year, a colon, its hash.</summary>
    private string Version(IEnumerable<(string Name, string Hash)> files)
    {
        string lines = string.Concat(files.Select(f => $"{TableFolder.NameOf(f.Name, year)}:{f.Hash}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }

    private void Bound(int countries, int sectors, int categories)
    {
        if ((long)countries * sectors > limits.Industries || (long)countries * categories > limits.Industries)
        {
            throw SupplyFaults.TableTooLarge.Because(
                $"{countries} countries, {sectors} sectors and {categories} categories; at most {limits.Industries:N0} industries and as many columns of final demand are held.");
        }
    }

    private List<KeyValuePair<string, int>> Aliases(TableList countries)
    {
        var codes = countries.Codes.ToList();
        return [.. folder.Descriptor.Aliases.Select(a => KeyValuePair.Create(a.Key, codes.IndexOf(a.Value))).Where(a => a.Value >= 0)];
    }

    private TableCountry[] Countries(TableList list)
    {
        string? rest = folder.Descriptor.RestOfWorld;
        return rest is not null && !list.Codes.Contains(rest, StringComparer.Ordinal)
            ? throw SupplyFaults.DescriptorInvalid.Because(
                $"\"restOfWorld\" is '{Shown.Short(rest)}', which {folder.Descriptor.Files.Countries} does not have.", folder.Descriptor.Origin)
            : [.. list.Codes.Select((c, i) => new TableCountry(c, list.Names[i], c == rest))];
    }

    private TableSector[] Sectors(TableList list)
    {
        IReadOnlyList<string> manufacturing = folder.Descriptor.Manufacturing;
        string? odd = manufacturing.FirstOrDefault(m => !list.Codes.Contains(m, StringComparer.Ordinal));
        return odd is not null
            ? throw SupplyFaults.DescriptorInvalid.Because(
                $"\"manufacturing\" names '{Shown.Short(odd)}', which {folder.Descriptor.Files.Sectors} does not have.", folder.Descriptor.Origin)
            : [.. list.Codes.Select((c, i) => new TableSector(c, list.Names[i], manufacturing.Contains(c, StringComparer.Ordinal)))];
    }
}
