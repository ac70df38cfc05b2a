using Linchpin.Claims;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Products;

/// <summary>The rows of one trade file, found by product.</summary>
internal sealed class TradeRows
{
    private readonly IndicatorTable _table;
    private readonly bool _byReporter;
    private readonly CodeColumn? _product;
    private readonly int[] _order;
    private readonly int[] _starts;
    private readonly Dictionary<string, PartialDate> _periods;
    private readonly double[]? _value;
    private readonly double[]? _weight;

    private TradeRows(IndicatorTable table, TradeDataset dataset, Dictionary<string, PartialDate> periods)
    {
        _table = table;
        Dataset = dataset;
        _periods = periods;
        _byReporter = table.Codes("reporter").Count > 0;
        _value = table.Measure("value");
        _weight = table.Measure("weight");
        _product = table.Column("product");
        Products = table.Codes("product");
        (_order, _starts) = Sorted(table, _product);
        Traders = [.. new[] { "reporter", "partner", "exporter", "importer" }.SelectMany(table.Codes).Distinct(StringComparer.Ordinal)];
    }

    internal TradeDataset Dataset { get; }

    /// <summary>Whether each flow has one number that its makers reconciled from both reports.</summary>
    internal bool Reconciled => _table.Descriptor.Constants.GetValueOrDefault("side") == "reconciled";

    internal IReadOnlyList<string> Products { get; }

    internal IReadOnlyList<string> Traders { get; }

    /// <summary>Months and years of one file are two datasets; a file without a row gives none.</summary>
    internal static IEnumerable<TradeRows> Of(IndicatorTable table)
    {
        var periods = new Dictionary<string, PartialDate>(StringComparer.Ordinal);
        foreach (string code in table.Codes(IndicatorPeriod.Dimension))
        {
            IndicatorPeriod period = IndicatorPeriod.Of(code)!.Value;
            periods[code] = period.First == period.Last && period.First.Day == 0 ? period.First
                : throw SupplyFaults.IndicatorPeriod.Because($"'{code}' is neither a month nor a year: trade is read by months or by years.", table.File);
        }

        if (table.Count == 0)
        {
            yield break;
        }

        foreach (TradeFrequency frequency in (TradeFrequency[])[TradeFrequency.Month, TradeFrequency.Year])
        {
            PartialDate[] own = [.. periods.Values.Where(p => Fits(p, frequency)).Order()];
            if (own.Length > 0)
            {
                yield return new TradeRows(table, new TradeDataset(table.Descriptor, table.File, table.Hash, frequency, own[0], own[^1], table.Count), periods);
            }
        }
    }

    /// <summary>The product's rows, in the file's order.</summary>
    internal IEnumerable<TradeRecord> Of(string product)
    {
        int code = _product?.Find(product) ?? (Products.Contains(product, StringComparer.Ordinal) ? 0 : -1);
        for (int i = code < 0 ? 0 : _starts[code]; i < (code < 0 ? 0 : _starts[code + 1]); i++)
        {
            TradeRecord? record = Record(_order[i], product);
            if (record is not null)
            {
                yield return record;
            }
        }
    }

    internal OriginKind KindOf(string origin, AreaKind area, string importer) =>
        origin == importer ? OriginKind.Home
        : area == AreaKind.Country ? OriginKind.Country
        : origin == IndicatorCodes.World ? OriginKind.World
        : OriginKind.Unspecified;

    private TradeRecord? Record(int row, string product)
    {
        PartialDate period = _periods[_table.Code(row, IndicatorPeriod.Dimension)!];
        if (!Fits(period, Dataset.Frequency))
        {
            return null;
        }

        string reporter = _table.Code(row, _byReporter ? "reporter" : "exporter")!;
        string partnerDimension = _byReporter ? "partner" : "importer";
        string partner = _table.Code(row, partnerDimension)!;
        return new TradeRecord(
            period, reporter, partner, _table.Area(partnerDimension, partner), FlowOf(row), product, Known(_value, row), Known(_weight, row), Dataset, _table.Line(row));
    }

    private TradeFlow FlowOf(int row) => !_byReporter ? TradeFlow.Export : _table.Code(row, "flow") switch
    {
        "Import" => TradeFlow.Import,
        "Export" => TradeFlow.Export,
        "Re-import" => TradeFlow.ReImport,
        "Re-export" => TradeFlow.ReExport,
        var other => throw SupplyFaults.IndicatorCode.Because(
            $"'{Shown.Short(other)}' is not a flow.", FormattableString.Invariant($"{_table.File}, line {_table.Line(row)}"), "Give the descriptor's column \"flow\" an alias to Import, Export, Re-import or Re-export."),
    };

    private static double? Known(double[]? values, int row) => values is null || double.IsNaN(values[row]) ? null : values[row];

    private static bool Fits(PartialDate period, TradeFrequency frequency) => period.Month > 0 == (frequency == TradeFrequency.Month);

    /// <summary>Row numbers by product, and where each product's begin: a counting sort.</summary>
    private static (int[] Order, int[] Starts) Sorted(IndicatorTable table, CodeColumn? product)
    {
        if (product is null)
        {
            return ([.. Enumerable.Range(0, table.Count)], [0, table.Count]);
        }

        int[] starts = new int[product.Codes.Count + 1];
        for (int row = 0; row < table.Count; row++)
        {
            starts[product[row] + 1]++;
        }

        for (int p = 1; p < starts.Length; p++)
        {
            starts[p] += starts[p - 1];
        }

        int[] next = [.. starts];
        int[] order = new int[table.Count];
        for (int row = 0; row < table.Count; row++)
        {
            order[next[product[row]]++] = row;
        }

        return (order, starts);
    }
}
