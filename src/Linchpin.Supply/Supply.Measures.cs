using Linchpin.Claims;
using Linchpin.Supply.Allocation;
using Linchpin.Supply.Changes;
using Linchpin.Supply.Exposures;
using Linchpin.Supply.Extraction;
using Linchpin.Supply.Leontief;
using Linchpin.Supply.Linkages;
using Linchpin.Supply.Propagation;
using Linchpin.Supply.Tables;
using Linchpin.Supply.ValueAdded;

namespace Linchpin.Supply;

/// <content>Measures on the Leontief and Ghosh models: docs/mathematics.md gives every equation.</content>
public sealed partial class Supply
{
    /// <summary>What extraction of deliveries takes from output and value added everywhere.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="from">Suppliers and their sectors: <c>CHN:c14</c>, <c>CHN:c3-c16</c>, <c>CHN:c14,TWN:c14</c>.</param>
    /// <param name="to">Codes of the countries that they no longer deliver to, parted by commas; <c>KOR:c14</c> for the production of a sector
    /// alone; <c>all</c> for every country but the supplier's own; <c>home</c> for its own. <c>all,home</c> takes the industry out whole.</param>
    /// <param name="flows">Which deliveries.</param>
    /// <param name="share">The part of each delivery that is taken out, from 0 to 1.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.deliveries</c>, <c>supply.extracted-share</c>, and as for <see cref="Exposures"/>.</exception>
    public static HypotheticalExtraction Extract(
        InputOutputTable table, Basis basis, string from, string to, Flows flows = Flows.Both, double share = 1, CancellationToken cancel = default) =>
        Extract(table, basis, [(from, to)], flows, share, cancel);

    /// <summary>As the other, for any set of flows: the deliveries of several pairs of suppliers and users together. A delivery in two of them is
    /// taken out once.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="sets">Suppliers and users, each as in the other.</param>
    /// <param name="flows">Which deliveries.</param>
    /// <param name="share">The part of each delivery that is taken out, from 0 to 1.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException">As for the other.</exception>
    public static HypotheticalExtraction Extract(
        InputOutputTable table, Basis basis, IReadOnlyList<(string From, string To)> sets, Flows flows = Flows.Both, double share = 1, CancellationToken cancel = default)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw SupplyFaults.ExtractedShare.Because(FormattableString.Invariant($"{share} is not a share."));
        }

        var taken = new ExtractedFlows(table, sets);
        return new ExtractionCalculation(table.Model(basis, cancel), taken, flows, share, cancel).Run();
    }

    /// <summary>Gross exports split by origin and by where they are used (Borin and Mancini 2019, source-based).</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="exporter">Codes of exporting countries parted by commas, or <c>all</c>.</param>
    /// <param name="to">Codes of importing countries parted by commas, or <c>all</c>. All together are always there as <c>world</c>.</param>
    /// <param name="sectors">Codes or ranges of exporting sectors; <see langword="null"/> for every sector.</param>
    /// <param name="bySector">Whether each exporting sector has rows of its own.</param>
    /// <param name="detail">Whether rows hold FVA by origin and DVA by the country that absorbs it.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.too-many-rows</c>, and as for <see cref="Exposures"/>.</exception>
    public static ExportSplitSet Split(
        InputOutputTable table, Basis basis, string exporter, string to = "all", string? sectors = null, bool bySector = false, bool detail = false, CancellationToken cancel = default)
    {
        IReadOnlyList<int> exporters = TableRequest.Countries(table, exporter);
        IReadOnlyList<int> importers = TableRequest.Countries(table, to);
        IReadOnlyList<int> chosen = TableRequest.Sectors(table, sectors);
        TableRequest.RefuseOver((long)exporters.Count * (importers.Count + 1) * ((bySector ? chosen.Count : 0) + 1) * (detail ? table.Countries.Count : 1));
        return new ExportSplitSet(table, basis, new SplitCalculation(table.Model(basis, cancel), cancel).Rows(exporters, importers, chosen, bySector, detail));
    }

    /// <summary>Average propagation lengths between suppliers and users.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="user">Codes of using countries parted by commas, or <c>all</c>.</param>
    /// <param name="supplier">Codes of supplying countries parted by commas, or <c>all</c>.</param>
    /// <param name="sectors">Codes or ranges of using sectors; <see langword="null"/> for every sector.</param>
    /// <param name="supplierSectors">Codes or ranges of supplying sectors, each a row, or <c>all</c>; <see langword="null"/> for a supplying
    /// country's sectors together.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.too-many-rows</c>, and as for <see cref="Exposures"/>.</exception>
    public static PropagationLengths Propagation(
        InputOutputTable table, Basis basis, string user, string supplier, string? sectors = null, string? supplierSectors = null, CancellationToken cancel = default)
    {
        IReadOnlyList<int> users = TableRequest.Countries(table, user);
        IReadOnlyList<int> suppliers = TableRequest.Countries(table, supplier);
        IReadOnlyList<int> columns = TableRequest.Sectors(table, sectors);
        IReadOnlyList<int>? rows = supplierSectors is null ? null : TableRequest.Sectors(table, supplierSectors);
        TableRequest.RefuseOver((long)users.Count * suppliers.Count * (rows?.Count ?? 1) * (columns.Count + 2));
        return new PropagationLengths(table, basis, new PropagationCalculation(table.Model(basis, cancel), cancel).Rows(users, suppliers, columns, rows));
    }

    /// <summary>Backward and forward linkages of every industry.</summary>
    /// <exception cref="FaultException">As for <see cref="Exposures"/>.</exception>
    public static IndustryLinkages Linkages(InputOutputTable table, Basis basis, CancellationToken cancel = default) => LinkageCalculation.Of(table.Model(basis, cancel));

    /// <summary>Where the output of suppliers goes: how far they depend on each country's market.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="supplier">Codes of supplying countries parted by commas, or <c>all</c>.</param>
    /// <param name="user">Codes of using countries parted by commas, or <c>all</c>.</param>
    /// <param name="sectors">Codes or ranges of supplying sectors; <see langword="null"/> for every sector. <c>MANUF</c> and <c>ALL</c> are always there.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.too-many-rows</c>, and as for <see cref="Exposures"/>.</exception>
    public static IndustryAllocations Allocations(InputOutputTable table, Basis basis, string supplier, string user, string? sectors = null, CancellationToken cancel = default)
    {
        IReadOnlyList<int> suppliers = TableRequest.Countries(table, supplier);
        IReadOnlyList<int> users = TableRequest.Countries(table, user);
        IReadOnlyList<int> rows = TableRequest.Sectors(table, sectors);
        TableRequest.RefuseOver((long)users.Count * suppliers.Count * (rows.Count + 2));
        return new IndustryAllocations(table, basis, new AllocationCalculation(table.Model(basis, cancel), cancel).Rows(suppliers, users, rows));
    }

    /// <summary>How exposures changed between two years, parted into technology, sourcing and mix.</summary>
    /// <param name="from">The table of the first year.</param>
    /// <param name="to">The table of the second year.</param>
    /// <param name="basis">Which output to divide by, in both.</param>
    /// <param name="user">As for <see cref="Exposures"/>.</param>
    /// <param name="supplier">As for <see cref="Exposures"/>.</param>
    /// <param name="sectors">As for <see cref="Exposures"/>.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.tables-differ</c>, and as for <see cref="Exposures"/>.</exception>
    public static ExposureChanges Change(
        InputOutputTable from, InputOutputTable to, Basis basis, string user, string supplier, string? sectors = null, CancellationToken cancel = default)
    {
        RefuseUnlike(from, to);
        IReadOnlyList<int> users = TableRequest.Countries(from, user);
        ExposureSources sources = Sources(from, supplier);
        IReadOnlyList<int> columns = TableRequest.Sectors(from, sectors);
        LeontiefModel before = from.Model(basis, cancel);
        return new ExposureChanges(from, to, basis, new ExposureChangeCalculation(before, to.Model(basis, cancel), cancel).Rows(users, sources, columns));
    }

    /// <summary>How the value added in a country's exports changed between two years, parted into value added coefficients, structure and exports.</summary>
    /// <param name="from">The table of the first year.</param>
    /// <param name="to">The table of the second year.</param>
    /// <param name="basis">Which output the coefficients divide by, in both.</param>
    /// <param name="exporter">Code of the exporting country.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.tables-differ</c>, and as for <see cref="Exposures"/>.</exception>
    public static ExportChange ChangeInExports(InputOutputTable from, InputOutputTable to, Basis basis, string exporter, CancellationToken cancel = default)
    {
        RefuseUnlike(from, to);
        int country = TableRequest.Country(from, exporter);
        LeontiefModel before = from.Model(basis, cancel);
        return new ExportChangeCalculation(before, to.Model(basis, cancel), country).Run();
    }

    private static void RefuseUnlike(InputOutputTable from, InputOutputTable to)
    {
        (string What, object Here, object There)[] must =
        [
            ("table", from.Descriptor.Id, to.Descriptor.Id),
            ("unit", from.Descriptor.Unit, to.Descriptor.Unit),
            ("prices", from.Descriptor.Prices, to.Descriptor.Prices),
            ("classification", from.Descriptor.Classification, to.Descriptor.Classification),
            ("countries", string.Join(',', from.Countries.Select(c => c.Code)), string.Join(',', to.Countries.Select(c => c.Code))),
            ("sectors", string.Join(',', from.Sectors.Select(s => s.Code)), string.Join(',', to.Sectors.Select(s => s.Code))),
        ];
        foreach ((string what, object here, object there) in must)
        {
            if (!here.Equals(there))
            {
                throw SupplyFaults.TablesDiffer.Because(FormattableString.Invariant(
                    $"The {what} of {from.Year:0000} and of {to.Year:0000} differ: '{Shown.Short(here.ToString())}' and '{Shown.Short(there.ToString())}'."));
            }
        }
    }
}
