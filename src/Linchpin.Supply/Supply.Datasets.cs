using Linchpin.Claims;
using Linchpin.Supply.Aggregation;
using Linchpin.Supply.Datasets;
using Linchpin.Supply.Import;

namespace Linchpin.Supply;

/// <content>Tables as providers publish them into datasets of Linchpin's own form; docs/tables.md describes both.</content>
public sealed partial class Supply
{
    /// <summary>Reads a table as its provider publishes it, checks it, and writes it as a dataset in Linchpin's own form.</summary>
    /// <param name="format">A code of <see cref="TableFormat.All"/>, or <c>auto</c> to tell it from the files where only one fits.</param>
    /// <param name="files">The files, or the one folder that holds them.</param>
    /// <param name="folder">Where the dataset goes: a folder that is not there, that is empty, or that holds other years of the same release.</param>
    /// <param name="settings">Year, unit and bound; <see langword="null"/> for none stated and the standard bound.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the import; nothing is left behind.</param>
    /// <exception cref="FaultException">A fault of a file with its place, <c>supply.format-unknown</c>, <c>supply.format-unclear</c>,
    /// <c>supply.format-mismatch</c>, <c>supply.unit-missing</c>, <c>supply.unit-contradictory</c>, <c>supply.year-unstated</c>,
    /// <c>supply.year-contradictory</c>, <c>supply.rows-missing</c>, <c>supply.unbalanced</c>, <c>supply.bound</c>, <c>supply.dataset-place</c>,
    /// <c>supply.dataset-write</c></exception>
    public static StoredDataset Import(
        string format, IReadOnlyList<string> files, string folder, ImportSettings? settings = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        StoredTable stored = new TableImport(settings ?? new ImportSettings(), progress, cancel).Read(format, files);
        progress?.Report($"{stored.Table.Year}: writing the dataset");
        return new StoredDataset(folder, stored, DatasetWriter.Write(folder, stored, cancel));
    }

    /// <summary>Adds countries and sectors of a table up by a mapping file, and writes the result as a dataset that names its parent.</summary>
    /// <param name="folder">The folder of the table or dataset.</param>
    /// <param name="year">The year.</param>
    /// <param name="map">The mapping file: CSV with the columns kind, from, to and, if wanted, name (docs/tables.md).</param>
    /// <param name="target">Where the dataset goes, as for <see cref="Import"/>.</param>
    /// <param name="progress">Told in words how far it is.</param>
    /// <param name="cancel">Stops it; nothing is left behind.</param>
    /// <exception cref="FaultException"><c>supply.map-invalid</c>, <c>supply.map-incomplete</c>, and as for <see cref="Open"/> and
    /// <see cref="Import"/>.</exception>
    public StoredDataset Aggregate(string folder, int year, string map, string target, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        StoredTable stored = TableAggregation.Of(Open(folder, year, progress, cancel), CategoryNames(folder), AggregationMap.Read(map), progress, cancel);
        progress?.Report($"{year}: writing the dataset");
        return new StoredDataset(target, stored, DatasetWriter.Write(target, stored, cancel));
    }

    private static IReadOnlyDictionary<string, string> CategoryNames(string folder) => DatasetFolder.Is(folder)
        ? DatasetFolder.Open(folder).Manifest.Categories.ToDictionary(c => c.Code, c => c.Name, StringComparer.Ordinal) : new Dictionary<string, string>();
}
