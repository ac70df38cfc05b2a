using System.Security.Cryptography;
using System.Text;
using Linchpin.Supply.Import;

namespace Linchpin.Supply.Datasets;

/// <summary>What a dataset's <c>manifest.json</c> says: what its numbers mean, and its years with their files, hashes and balance.</summary>
/// <param name="About">Release, source, licence, unit, prices, classification.</param>
/// <param name="Countries">Countries in the order of the matrices.</param>
/// <param name="Sectors">Sectors in the order of the matrices.</param>
/// <param name="Categories">Final demand categories in the order of the matrices.</param>
/// <param name="Years">The years, in order.</param>
internal sealed record DatasetManifest(
    TableDescriptor About, IReadOnlyList<TableCountry> Countries, IReadOnlyList<TableSector> Sectors, IReadOnlyList<Named> Categories, IReadOnlyList<DatasetYear> Years)
{
    internal const string FileName = "manifest.json";
    internal const string Format = "linchpin-dataset/1";

    /// <summary>SHA-256 over what gives the numbers their meaning, one line each: release, unit, currency, prices, classification, countries,
    /// sectors and categories in order. It stands in the header of every data file, so that a manifest that was changed does not fit its
    /// numbers.</summary>
    internal string Meaning => MeaningOf(About, Countries, Sectors, Categories.Select(c => c.Code));

    internal static string MeaningOf(TableDescriptor about, IEnumerable<TableCountry> countries, IEnumerable<TableSector> sectors, IEnumerable<string> categories)
    {
        var text = new StringBuilder();
        text.Append(about.Id).Append('\n').Append(about.Unit).Append('\n').Append(about.Currency).Append('\n').Append(about.Prices).Append('\n').Append(about.ClassificationId).Append('\n');
        text.AppendJoin(',', countries.Select(c => c.RestOfWorld ? c.Code + "*" : c.Code)).Append('\n');
        text.AppendJoin(',', sectors.Select(s => s.Manufacturing ? s.Code + "*" : s.Code)).Append('\n');
        text.AppendJoin(',', categories).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Where the parts of a dataset's table are: its data file holds the numbers, its manifest the names.</summary>
    internal static TableFiles FilesOf() => new("{year}" + DatasetFile.Extension, "{year}" + DatasetFile.Extension, null, FileName, FileName, FileName);

    internal DatasetHeader HeaderOf(DatasetYear year) => new(
        year.Year, Countries.Count * Sectors.Count, Countries.Count * Categories.Count, year.Output, year.PrimaryInputs, year.Version, Meaning);
}
