using System.Text.Json;
using Linchpin.Supply.Datasets;

namespace Linchpin.Supply;

/// <summary>A table of one year as it was just written to a dataset's folder, with where it came from.</summary>
/// <remarks><para>Unit, prices, classification and source are those of <see cref="Table"/>'s descriptor. The folder is opened like any other
/// table folder.</para></remarks>
public sealed class StoredDataset
{
    private readonly StoredTable _stored;
    private readonly DatasetYear _year;

    internal StoredDataset(string folder, StoredTable stored, DatasetYear year)
    {
        Folder = folder;
        _stored = stored;
        _year = year;
    }

    /// <summary>The folder that it was written to.</summary>
    public string Folder { get; }

    /// <summary>The table.</summary>
    public InputOutputTable Table => _stored.Table;

    /// <summary>The format it was read from; <c>aggregate</c> for a table made from another.</summary>
    public string Format => _stored.Format;

    /// <summary>The data file's name in the folder.</summary>
    public string File => _year.File;

    /// <summary>The data file's length in bytes.</summary>
    public long Bytes => _year.Bytes;

    /// <summary>The data file's root hash: SHA-256, lower-case hex, over its header and the hashes of its blocks.</summary>
    public string Hash => _year.Hash;

    /// <summary>What a reader must know about how it was made, in sentences; empty where there is nothing.</summary>
    public IReadOnlyList<string> Notes => _stored.Notes;

    /// <summary>The manifest's summary and the balance report as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("dataset", Table.Dataset.Name);
        json.WriteString("folder", Folder);
        json.WriteNumber("year", Table.Year);
        ManifestWriter.About(json, Table.Descriptor);
        json.WriteNumber("countries", Table.Countries.Count);
        json.WriteNumber("sectors", Table.Sectors.Count);
        json.WriteNumber("industries", Table.Industries);
        ManifestWriter.Strings(json, "final_demand", Table.Categories);
        ManifestWriter.Strings(json, "rest_of_world", Table.Countries.Where(c => c.RestOfWorld).Select(c => c.Code));
        json.WriteNumber("manufacturing", Table.Sectors.Count(s => s.Manufacturing));
        ManifestWriter.Year(json, _year);
        json.WritePropertyName("balance");
        BalanceJson.Write(json, Table.Balance());
        json.WriteEndObject();
    }
}
