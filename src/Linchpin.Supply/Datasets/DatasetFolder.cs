using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Datasets;

/// <summary>A folder with a dataset in Linchpin's own form: a manifest, and one data file a year.</summary>
internal sealed class DatasetFolder
{
    private readonly string _path;

    private DatasetFolder(string path, DatasetManifest manifest)
    {
        _path = path;
        Manifest = manifest;
    }

    internal DatasetManifest Manifest { get; }

    /// <summary>Whether a folder holds a dataset.</summary>
    internal static bool Is(string path) => File.Exists(Path.Combine(path, DatasetManifest.FileName));

    internal static DatasetFolder Open(string path) => new(path, ManifestReader.Read(path));

    /// <summary>The table of a year; its numbers are checked against the manifest's hash.</summary>
    internal InputOutputTable Read(int year, IProgress<string>? progress, CancellationToken cancel)
    {
        DatasetYear entry = Manifest.Years.FirstOrDefault(y => y.Year == year) ?? throw SupplyFaults.YearMissing.Because(
            $"No table for {year.ToString(CultureInfo.InvariantCulture)}. The dataset has {TableFolder.Words([.. Manifest.Years.Select(y => y.Year)])}.");
        progress?.Report($"{year}: reading the dataset");
        TableCells cells = Cells(entry, cancel);
        return new InputOutputTable(
            Manifest.About, year, Manifest.Countries, Manifest.Sectors, [.. Manifest.Categories.Select(c => c.Code)], entry.Version, cells)
        {
            Absent = entry.Absent,
            BalanceBound = entry.Bound,
        };
    }

    private TableCells Cells(DatasetYear entry, CancellationToken cancel)
    {
        string path = Path.Combine(_path, entry.File);
        try
        {
            (TableCells? cells, string? misfit) = File.Exists(path) ? DatasetFile.Read(path, Manifest.HeaderOf(entry), entry.Hash, cancel)
                : throw SupplyFaults.FileMissing.Because("The manifest names it, and it is not in the folder.", entry.File, "Import the table again, or fetch the dataset again.");
            return cells ?? throw SupplyFaults.DatasetDamaged.Because($"The file does not check out: {misfit}.", entry.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SupplyFaults.FileUnreadable.Because(Shown.Short(e.Message, 160), entry.File, inner: e);
        }
    }

    /// <summary>A balance report as text for the manifest.</summary>
    internal static string BalanceOf(InputOutputTable table)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            table.Balance().WriteTo(json);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
