using Linchpin.Claims;
using Linchpin.Supply.Indicators;
using Linchpin.Supply.Minerals;
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
        TradeOf(folder, products is null ? null : new IndicatorFilter(products.ToHashSet(StringComparer.Ordinal), null), progress, cancel);

    /// <summary>An importer's products ranked by how far each hangs on few origins, with what is known of how one origin takes another's place.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too. Elasticities are taken from it where it has them.</param>
    /// <param name="importer">The importer, by ISO 3166 alpha-3 code.</param>
    /// <param name="from">The first month or year; <see langword="null"/> for the first of each dataset and product.</param>
    /// <param name="to">The last; <see langword="null"/> for the last. Where neither is given, the last twelve months or the last year that the importer
    /// reports of each product.</param>
    /// <param name="byWeight">Shares of weight in place of value.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the reading and the calculation.</param>
    /// <exception cref="FaultException"><c>supply.trader-unknown</c>, <c>supply.trade-period</c>, and as for <see cref="Trade"/>.</exception>
    public static ProductDependenceList Products(
        string folder, string importer, PartialDate? from = null, PartialDate? to = null, bool byWeight = false, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        ProductRanking.Rank(
            TradeOf(folder, new IndicatorFilter(null, importer.Trim().ToUpperInvariant()), progress, cancel), Elasticities.Read(folder, cancel), importer, from, to, byWeight, cancel);

    /// <summary>What each source of elasticities in a folder says of how easily one origin of a product takes another's place.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="product">The product's HS code.</param>
    /// <param name="importer">For whom, by ISO 3166 alpha-3 code.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>One for each source that has the product; empty where none has.</returns>
    /// <exception cref="FaultException">As for <see cref="Indicators"/>.</exception>
    public static IReadOnlyList<Elasticity> Substitutability(string folder, string product, string importer, CancellationToken cancel = default) =>
        Elasticities.Read(folder, cancel).Of(product.Trim(), importer.Trim().ToUpperInvariant());

    /// <summary>Production, capacity and reserves of minerals, from every described file of a folder. docs/indicators.md</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="FaultException"><c>supply.indicator-undescribed</c> where the folder has no described file of minerals; as for <see cref="Trade"/>.</exception>
    public static MineralSupply Minerals(string folder, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        new(IndicatorFolder.Read(folder, IndicatorSubject.Minerals, "production or reserves of minerals", null, progress, cancel));

    /// <summary>How easily one origin's goods take another's place, for the goods that the minerals of these tables are traded in; empty where the folder has
    /// no elasticities for all importers.</summary>
    /// <param name="folder">The folder with the elasticities.</param>
    /// <param name="tables">Tables of minerals.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="FaultException">As for <see cref="Indicators"/>.</exception>
    public static IReadOnlyList<MineralSubstitutability> Substitutability(string folder, IReadOnlyList<MineralTable> tables, CancellationToken cancel = default)
    {
        Elasticities elasticities = Elasticities.Read(folder, cancel);
        return [.. tables.Select(t => (t.Mineral, t.Stage)).Distinct().SelectMany(t => MineralProducts.Of(t.Mineral, t.Stage, elasticities))];
    }

    /// <summary>One table of indicators, read whole.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="id">The dataset's id, as <see cref="Indicators"/> lists it.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="FaultException"><c>supply.indicator-unknown</c>, naming those that are there; as for <see cref="Trade"/>.</exception>
    public static IndicatorTable Indicator(string folder, string id, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        IReadOnlyList<DescribedFile> files = IndicatorFolder.Find(folder, IndicatorLimits.Standard);
        DescribedFile file = files.FirstOrDefault(f => f.Descriptor.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase) || Path.GetFileName(f.Path) == id.Trim())
            ?? throw SupplyFaults.IndicatorUnknown.Because($"'{Shown.Short(id)}' is none of {(files.Count == 0 ? "none: nothing in the folder is described" : Shown.Short(string.Join(", ", files.Select(f => f.Descriptor.Id)), 400))}.");
        return IndicatorFolder.Read(file, null, progress, cancel);
    }

    /// <summary>Lists of critical materials, from every described list of a folder; empty where it has none.</summary>
    /// <param name="folder">The folder; the folders directly inside it are looked at too.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="FaultException">As for <see cref="Trade"/>, but a folder without a list is no fault.</exception>
    public static CriticalMaterials CriticalMaterials(string folder, CancellationToken cancel = default) =>
        new(IndicatorFolder.Find(folder, IndicatorLimits.Standard).Where(f => f.Descriptor.Subject == IndicatorSubject.CriticalList)
            .Select(f => IndicatorFolder.Read(f, null, null, cancel)));

    private static ProductTrade TradeOf(string folder, IndicatorFilter? filter, IProgress<string>? progress, CancellationToken cancel) =>
        new([.. IndicatorFolder.Read(folder, IndicatorSubject.ProductTrade, "product trade", filter, progress, cancel).SelectMany(TradeRows.Of)]);
}
