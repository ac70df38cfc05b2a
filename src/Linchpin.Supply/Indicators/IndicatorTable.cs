using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply;

/// <summary>A file of indicators as it was read: its rows with their dimensions, numbers, state and line.</summary>
/// <remarks>
/// <para><b>Units:</b> every measure has the unit that <see cref="Descriptor"/> states for it, or that the row states itself.</para>
/// <para><b>Missing:</b> a number that is not known is <see langword="null"/>. A row that is not there means what
/// <see cref="IndicatorDescriptor.Absent"/> says.</para>
/// <para>Codes are in normal form: aliases resolved, countries as ISO 3166 alpha-3 where the form says how they are written, periods as ISO 8601.</para>
/// </remarks>
public sealed class IndicatorTable
{
    private readonly CodeColumn[] _dimensions;
    private readonly CodeColumn[] _attributes;
    private readonly double[][] _measures;
    private readonly ushort[]? _status;
    private readonly int[] _lines;

    internal IndicatorTable(
        IndicatorDescriptor descriptor, string file, string hash, long passed, CodeColumn[] dimensions, CodeColumn[] attributes, double[][] measures, ushort[]? status, int[] lines)
    {
        Descriptor = descriptor;
        File = file;
        Hash = hash;
        RowsPassedOver = passed;
        _dimensions = dimensions;
        _attributes = attributes;
        _measures = measures;
        _status = status;
        _lines = lines;
    }

    /// <summary>What the file is.</summary>
    public IndicatorDescriptor Descriptor { get; }

    /// <summary>The file's name without its folder.</summary>
    public string File { get; }

    /// <summary>SHA-256 of the file as it lies on the disk, lower-case hex.</summary>
    public string Hash { get; }

    /// <summary>Rows that were read.</summary>
    public int Count => _lines.Length;

    /// <summary>Rows of the file that <see cref="IndicatorDescriptor.Only"/> or a filter left out.</summary>
    public long RowsPassedOver { get; }

    /// <summary>The id of the dataset in claims.</summary>
    public EntityId Dataset => EntityId.Of("dataset", Descriptor.Id);

    /// <summary>The row of that number, from 0.</summary>
    public IndicatorRow this[int row] => row >= 0 && row < Count ? new IndicatorRow(this, row) : throw new ArgumentOutOfRangeException(nameof(row));

    /// <summary>All rows in the file's order.</summary>
    public IEnumerable<IndicatorRow> Rows => Enumerable.Range(0, Count).Select(r => new IndicatorRow(this, r));

    /// <summary>The codes that a dimension has in this file, in the order in which they were first met; empty for a dimension it does not have.</summary>
    public IReadOnlyList<string> Codes(string dimension) => Column(dimension)?.Codes ?? (Descriptor.Constants.TryGetValue(dimension, out string? constant) ? [constant] : []);

    /// <summary>What a code of a country dimension stands for: a country, several countries together, or an area that is not specified.</summary>
    public AreaKind Area(string dimension, string code) => Column(dimension) is { } column ? IndicatorCodes.Area(column.About, code) : IndicatorCodes.Area(null, code);

    /// <summary>The rows whose dimensions have these codes.</summary>
    /// <param name="where">Codes by dimension; all must fit. <c>country</c> fits a row in which any country dimension has
    /// the code, so that two of them ask for a pair.</param>
    /// <exception cref="FaultException"><c>supply.dimension-unknown</c> for a dimension that the table does not have.</exception>
    public IReadOnlyList<IndicatorRow> Find(IReadOnlyCollection<KeyValuePair<string, string>> where)
    {
        string[] known = [.. Descriptor.Dimensions.Select(d => d.Meaning).Concat(Descriptor.Constants.Keys)];
        string[] countries = [.. known.Where(IndicatorDescriptorReader.IsCountry)];
        string? odd = where.Select(w => w.Key).FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal) && !(k == "country" && countries.Length > 0));
        if (odd is not null)
        {
            throw SupplyFaults.DimensionUnknown.Because($"'{Shown.Short(odd)}' is no dimension of {Descriptor.Id}; it has {string.Join(", ", known)}.");
        }

        return [.. Rows.Where(row => where.All(w => (w.Key == "country" ? countries : [w.Key]).Any(d => w.Value.Equals(row[d], StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>Some of the table's rows as one JSON object, with unit, year, method and source.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="top">Rows at most.</param>
    public void WriteTo(Utf8JsonWriter json, IReadOnlyList<IndicatorRow> rows, int top = int.MaxValue) => IndicatorJson.Write(json, this, [.. rows.Take(top)], rows.Count);

    internal CodeColumn? Column(string dimension) => Array.Find(_dimensions, d => d.About.Meaning == dimension);

    internal double[]? Measure(string meaning)
    {
        int at = Descriptor.Measures.ToList().FindIndex(m => m.Meaning == meaning);
        return at < 0 ? null : _measures[at];
    }

    internal string? Code(int row, string dimension) => Column(dimension) is { } column ? column.Text(row) : Descriptor.Constants.GetValueOrDefault(dimension);

    internal string? Attribute(int row, string meaning) => Array.Find(_attributes, a => a.About.Meaning == meaning)?.Text(row);

    internal ObservationStatus Status(int row) => _status is null ? ObservationStatus.Normal : (ObservationStatus)_status[row];

    internal int Line(int row) => _lines[row];

    internal string? Cell(int row, string columnName) =>
        _dimensions.Concat(_attributes).FirstOrDefault(c => c.About.Name == columnName)?.Text(row);
}

/// <summary>One row of a file of indicators.</summary>
public readonly struct IndicatorRow
{
    private readonly IndicatorTable _table;
    private readonly int _row;

    internal IndicatorRow(IndicatorTable table, int row) => (_table, _row) = (table, row);

    /// <summary>The line of the file that the row begins on, from 1; the header is line 1.</summary>
    public int Line => _table.Line(_row);

    /// <summary>The code of a dimension, from its column or the descriptor's constants; <see langword="null"/> for one that the table does not have.</summary>
    public string? this[string dimension] => _table.Code(_row, dimension);

    /// <summary>What the source says of the state of the row's numbers.</summary>
    public ObservationStatus Status => _table.Status(_row);

    /// <summary>The number of a measure in the unit of <see cref="Unit"/>; <see langword="null"/> where it is not known or the table has no such measure.</summary>
    public double? Number(string measure) => _table.Measure(measure) is { } values && !double.IsNaN(values[_row]) ? values[_row] : null;

    /// <summary>The unit of a measure in this row; <see langword="null"/> where the row states none.</summary>
    public string? Unit(string measure)
    {
        IndicatorColumn? column = _table.Descriptor.Measures.FirstOrDefault(m => m.Meaning == measure);
        return column?.Unit ?? (column?.UnitInColumn is { } from && _table.Cell(_row, from) is { Length: > 0 } stated ? stated : null);
    }

    /// <summary>The text of an attribute, such as a note; empty where the row has none, <see langword="null"/> for one that the table does not have.</summary>
    public string? Text(string attribute) => _table.Attribute(_row, attribute);
}

/// <summary>What a code of a country dimension stands for.</summary>
public enum AreaKind
{
    /// <summary>One country or territory.</summary>
    Country,

    /// <summary>Several countries together, such as the world. Never ranked as a country.</summary>
    Aggregate,

    /// <summary>An area that the source does not specify, or that nothing here knows. Never ranked as a country.</summary>
    Unspecified,
}
