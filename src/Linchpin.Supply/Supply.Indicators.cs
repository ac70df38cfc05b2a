using Linchpin.Claims;
using Linchpin.Supply.Indicators;
using Linchpin.Supply.Products;

namespace Linchpin.Supply;

/// <content>Tables of indicators, and what is made of them.</content>
public sealed partial class Supply
{
    /// <summary>The tables of indicators that a folder holds: described by a <c>*.descriptor.json</c> that lies beside them, or by a built-in
    /// descriptor whose name pattern and header they have. Files that nothing describes are left out.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <returns>File names and their descriptors, by path.</returns>
    /// <exception cref="FaultException"><c>supply.folder-missing</c>, <c>supply.indicator-descriptor</c>, <c>supply.indicator-unit-missing</c>,
    /// <c>supply.indicator-year-missing</c>, <c>supply.indicator-method-missing</c></exception>
    public static IReadOnlyList<(string File, IndicatorDescriptor Descriptor)> Indicators(string folder) =>
        [.. IndicatorFolder.Find(folder, IndicatorLimits.Standard).Select(f => (Path.GetFileName(f.Path), f.Descriptor))];

    /// <summary>Trade in products between countries, from every described trade file of a folder. docs/indicators.md</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="products">Only these product codes, so that a file of millions of rows is not held whole; <see langword="null"/> for all.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="FaultException"><c>supply.indicator-undescribed</c> where the folder has no described trade file; as for <see cref="Indicators"/>;
    /// and every fault of a file that docs/faults.md lists for tables of indicators, with its line.</exception>
    public static ProductTrade Trade(string folder, IReadOnlyCollection<string>? products = null, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        TradeReading.Read(folder, products is null ? null : new IndicatorFilter(products.ToHashSet(StringComparer.Ordinal), null), progress, cancel);
}
