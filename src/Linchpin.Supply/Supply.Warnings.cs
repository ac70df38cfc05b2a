using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply;

/// <content>Monthly trade: shares by origin and early warning.</content>
public sealed partial class Supply
{
    /// <summary>One importer's monthly trade in one product: shares by origin, concentration, and what early warning raises. docs/warnings.md</summary>
    /// <param name="trade">The trade of a folder.</param>
    /// <param name="product">The product's code.</param>
    /// <param name="importer">ISO 3166 alpha-3 code, or <c>W00</c> for all importers together, as the exporters report.</param>
    /// <param name="from">The first month; <see langword="null"/> for the first that the data have.</param>
    /// <param name="to">The last month; nothing later is used. <see langword="null"/> for the last that the data have.</param>
    /// <param name="settings">When to raise; <see langword="null"/> for <see cref="WarningSettings.Standard"/>.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FaultException"><c>supply.product-unknown</c>, <c>supply.trader-unknown</c>, <c>supply.trade-period</c>,
    /// <c>supply.no-monthly-trade</c>, <c>supply.units-mixed</c>, <c>supply.warning-settings</c></exception>
    public static TradeReport Watch(
        ProductTrade trade, string product, string importer, PartialDate? from = null, PartialDate? to = null, WarningSettings? settings = null, CancellationToken cancel = default) =>
        new TradeReportMaking(trade, product.Trim(), importer, WarningSettingsCheck.Checked(settings), cancel).Make(from, to);

    /// <summary>What a product code stands for, with the classification, from the described concordances of a folder.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="product">The product's code.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns><see langword="null"/> where the folder has no description of it.</returns>
    /// <exception cref="FaultException">As for <see cref="Indicators"/>, and every fault of a file.</exception>
    public static string? Description(string folder, string product, CancellationToken cancel = default) => ProductDescription.Of(folder, product.Trim(), cancel);

    /// <summary>Everything that early warning raises over the monthly trade of a folder, ranked by how sure and how large. docs/warnings.md</summary>
    /// <param name="trade">The trade of a folder.</param>
    /// <param name="products">Product codes; empty for all that have months.</param>
    /// <param name="importers">ISO 3166 alpha-3 codes, such as a group of partners; empty for all.</param>
    /// <param name="exporters">ISO 3166 alpha-3 codes, to ask what a supplier has cut off; empty for all.</param>
    /// <param name="from">The first month in which a warning may hold; <see langword="null"/> for the first that the data have.</param>
    /// <param name="to">The last month; nothing later is used. <see langword="null"/> for the last that the data have.</param>
    /// <param name="settings">When to raise; <see langword="null"/> for <see cref="WarningSettings.Standard"/>.</param>
    /// <param name="progress">Told in words what is being watched.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="FaultException">As for <see cref="Watch"/>.</exception>
    public static WarningList WatchAll(
        ProductTrade trade, IReadOnlyList<string> products, IReadOnlyList<string> importers, IReadOnlyList<string> exporters, PartialDate? from = null, PartialDate? to = null,
        WarningSettings? settings = null, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        WarningListMaking.Make(trade, products, importers, exporters, from, to, WarningSettingsCheck.Checked(settings), progress, cancel);
}
