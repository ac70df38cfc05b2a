using Linchpin.Claims;
using Linchpin.Supply.Products;

namespace Linchpin.Supply;

/// <summary>Trade in products between countries, from every described file of a folder: who reported what, in value and in weight, month by month
/// or year by year.</summary>
/// <remarks>
/// <para><b>Units:</b> value in the unit and prices of its dataset (US dollars at current prices in the files that are known by themselves), weight
/// in kg. Imports are mostly valued with freight and insurance and exports without, so the two sides differ by that at least.</para>
/// <para><b>Missing:</b> a month or year without a row is <see langword="null"/>, not zero: there may have been no trade or no report. A weight of 0
/// kg beside a value is <see langword="null"/> as well where the dataset says so.</para>
/// <para><b>Mirror flows:</b> what the importer reports as imports and what the exporter reports as exports are two series, never averaged.</para>
/// <para><b>Datasets</b> that hold the same flow are kept apart. Re-exports and re-imports are not part of exports and imports here; they are
/// among the <see cref="Records"/>.</para>
/// </remarks>
public sealed class ProductTrade
{
    private readonly IReadOnlyList<TradeRows> _rows;

    internal ProductTrade(IReadOnlyList<TradeRows> rows) => _rows = rows;

    /// <summary>The datasets, by file.</summary>
    public IReadOnlyList<TradeDataset> Datasets => [.. _rows.Select(r => r.Dataset)];

    /// <summary>Every product code that the datasets have, in order.</summary>
    public IReadOnlyList<string> Products => [.. _rows.SelectMany(r => r.Products).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every code that the datasets have on either side of a flow, in order; aggregates and unspecified areas included.</summary>
    public IReadOnlyList<string> Traders => [.. _rows.SelectMany(r => r.Traders).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The rows of a product as they were reported, in the order of datasets and lines.</summary>
    /// <param name="product">The product's code, as <c>281111</c>.</param>
    /// <param name="reporter">Only what this country reported.</param>
    /// <param name="partner">Only trade with this code.</param>
    /// <param name="flow">Only this flow.</param>
    /// <exception cref="FaultException"><c>supply.product-unknown</c>, naming the nearest codes.</exception>
    public IReadOnlyList<TradeRecord> Records(string product, string? reporter = null, string? partner = null, TradeFlow? flow = null)
    {
        string code = Known(product);
        return
        [
            .. from rows in _rows
               from record in rows.Of(code)
               where (reporter is null || record.Reporter == reporter) && (partner is null || record.Partner == partner) && (flow is null || record.Flow == flow)
               select record,
        ];
    }

    /// <summary>What an importer bought of a product from each origin, by its own reports and by its suppliers'.</summary>
    /// <param name="product">The product's code.</param>
    /// <param name="importer">The importer, by ISO 3166 alpha-3 code.</param>
    /// <param name="frequency">Months or years.</param>
    /// <param name="from">The first month or year; <see langword="null"/> for the first that the datasets have for this product.</param>
    /// <param name="to">The last; <see langword="null"/> for the last that the datasets have.</param>
    /// <returns>One series a dataset, side and origin, all over the same periods; first by dataset, then the importer's reports, then by origin.
    /// Origins are countries, and the world and unspecified areas marked as such. Empty where no dataset of that frequency has the pair.</returns>
    /// <exception cref="FaultException"><c>supply.product-unknown</c>, <c>supply.trader-unknown</c>, <c>supply.trade-period</c></exception>
    public IReadOnlyList<TradeSeries> Imports(string product, string importer, TradeFrequency frequency, PartialDate? from = null, PartialDate? to = null)
    {
        string code = Known(product);
        string buyer = KnownTrader(importer);
        TradeRecord[][] reports = [.. _rows.Select(r => r.Dataset.Frequency == frequency ? r.Of(code).ToArray() : [])];
        return TradeSeriesMaking.Make(_rows, reports, code, buyer, frequency, from, to);
    }

    /// <summary>Where an importer's purchases of a product came from over a span of time, for every dataset that can say so.</summary>
    /// <param name="product">The product's code.</param>
    /// <param name="importer">The importer, by ISO 3166 alpha-3 code.</param>
    /// <param name="frequency">Which datasets: those by months or those by years.</param>
    /// <param name="from">The first month or year; <see langword="null"/> for the first that the datasets have for this product.</param>
    /// <param name="to">The last; <see langword="null"/> for the last.</param>
    /// <param name="byWeight">Shares of weight in place of value.</param>
    /// <returns>One for each dataset with the importer's own or reconciled reports; empty where only single exporters report.</returns>
    /// <exception cref="FaultException">As for <see cref="Imports"/>.</exception>
    public IReadOnlyList<ImportShares> Shares(
        string product, string importer, TradeFrequency frequency, PartialDate? from = null, PartialDate? to = null, bool byWeight = false) =>
    [
        .. Imports(product, importer, frequency, from, to).GroupBy(s => s.Dataset).Select(d => ImportSharesMaking.Make([.. d], byWeight)).OfType<ImportShares>(),
    ];

    /// <summary>The product's code as the data have it.</summary>
    private string Known(string product)
    {
        string asked = product.Trim();
        if (_rows.Any(r => r.Products.Contains(asked, StringComparer.Ordinal)))
        {
            return asked;
        }

        string[] all = [.. Products];
        string[] near = [.. all.Where(p => p.StartsWith(asked[..Math.Min(asked.Length, 4)], StringComparison.OrdinalIgnoreCase) || (p.Length >= 4 && asked.StartsWith(p, StringComparison.Ordinal))).Take(8)];
        string shown = near.Length > 0 ? $"Near it: {string.Join(", ", near)}." : $"They have {Shown.Short(string.Join(", ", all), 200)}.";
        throw SupplyFaults.ProductUnknown.Because($"'{Shown.Short(product)}' is not a product of {Shown.Short(string.Join(", ", Datasets.Select(d => d.Descriptor.Id)), 200)}. {shown}");
    }

    /// <summary>The country's code as the data have it.</summary>
    private string KnownTrader(string country)
    {
        string asked = country.Trim().ToUpperInvariant();
        if (_rows.Any(r => r.Traders.Contains(asked, StringComparer.Ordinal)))
        {
            return asked;
        }

        string name = Vocabulary.Countries.TryGetValue(asked, out CountryTerm? term) ? $" {term.Name} is in none of the rows that were read." : "";
        throw SupplyFaults.TraderUnknown.Because($"'{Shown.Short(country)}' is not a country of {Shown.Short(string.Join(", ", Datasets.Select(d => d.Descriptor.Id)), 200)}.{name}");
    }
}

/// <summary>A file of trade in products.</summary>
/// <param name="Descriptor">What it is: source, units, prices, classification, method.</param>
/// <param name="File">Its name.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hex.</param>
/// <param name="Frequency">Months or years.</param>
/// <param name="First">The first period with a row.</param>
/// <param name="Last">The last period with a row.</param>
/// <param name="Rows">Rows that were read.</param>
public sealed record TradeDataset(IndicatorDescriptor Descriptor, string File, string Hash, TradeFrequency Frequency, PartialDate First, PartialDate Last, int Rows)
{
    /// <summary>The measure <c>value</c>, with unit, currency and prices; <see langword="null"/> where the file has weights only.</summary>
    public IndicatorColumn? Value => Descriptor.Measures.FirstOrDefault(m => m.Meaning == "value");

    /// <summary>The id of the dataset in claims.</summary>
    public EntityId Id => EntityId.Of("dataset", Descriptor.Id);
}

/// <summary>Which way goods went, as the reporter recorded it.</summary>
public enum TradeFlow
{
    /// <summary>Into the reporter, goods that come back included.</summary>
    Import,

    /// <summary>Out of the reporter, foreign goods that go on included.</summary>
    Export,

    /// <summary>Of the imports: the reporter's own goods that come back.</summary>
    ReImport,

    /// <summary>Of the exports: foreign goods that go on.</summary>
    ReExport,
}

/// <summary>How often trade is reported in a dataset.</summary>
public enum TradeFrequency
{
    /// <summary>Every month.</summary>
    Month,

    /// <summary>Every year.</summary>
    Year,
}

/// <summary>One reported flow.</summary>
/// <param name="Period">The month or year.</param>
/// <param name="Reporter">Who reported it.</param>
/// <param name="Partner">The other side: a country, or a code for the world or an unspecified area (see <paramref name="PartnerKind"/>).</param>
/// <param name="PartnerKind">What the partner's code stands for.</param>
/// <param name="Flow">Which way it went, seen from the reporter.</param>
/// <param name="Product">The product's code.</param>
/// <param name="Value">In the dataset's unit and prices; <see langword="null"/> where it is not stated.</param>
/// <param name="Weight">Net weight in kg; <see langword="null"/> where it is not stated.</param>
/// <param name="Dataset">The file.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record TradeRecord(
    PartialDate Period, string Reporter, string Partner, AreaKind PartnerKind, TradeFlow Flow, string Product, double? Value, double? Weight, TradeDataset Dataset, int Line);
