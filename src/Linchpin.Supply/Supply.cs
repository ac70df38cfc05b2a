using Linchpin.Claims;
using Linchpin.Supply.Chokepoints;
using Linchpin.Supply.Datasets;
using Linchpin.Supply.Exposures;
using Linchpin.Supply.Positions;
using Linchpin.Supply.Scenarios;
using Linchpin.Supply.Tables;
using Linchpin.Supply.ValueAdded;

namespace Linchpin.Supply;

/// <summary>The door of the Supply room: from input-output tables to exposures, and from exposures to claims.</summary>
/// <remarks>
/// <para>An opened table is kept only by whoever asked for it; its Leontief inverse is made at the first measure on a basis and stays with it.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
/// <param name="cacheFolder">Where tables are kept in binary form for the next opening; <see langword="null"/> for nowhere. The folder may
/// be emptied at any time.</param>
public sealed partial class Supply(string? cacheFolder = null)
{
    private readonly TableCache? _cache = cacheFolder is null ? null : new TableCache(cacheFolder);

    /// <summary>The years that a table folder holds, in order; empty where it has none.</summary>
    /// <exception cref="FaultException"><c>supply.folder-missing</c>, <c>supply.descriptor-missing</c>, <c>supply.descriptor-invalid</c>,
    /// <c>supply.unit-missing</c>, <c>supply.unit-contradictory</c></exception>
    public static IReadOnlyList<int> Years(string folder)
    {
        TableFolder.NeedFolder(folder);
        return DatasetFolder.Is(folder) ? [.. DatasetFolder.Open(folder).Manifest.Years.Select(y => y.Year)] : TableFolder.Open(folder, TableLimits.Standard).Years();
    }

    /// <summary>What a folder's table is: the manifest of a dataset, its own <c>table.json</c>, or a built-in descriptor whose layout the folder
    /// has.</summary>
    /// <exception cref="FaultException">As for <see cref="Years"/>.</exception>
    public static TableDescriptor Describe(string folder)
    {
        TableFolder.NeedFolder(folder);
        return DatasetFolder.Is(folder) ? DatasetFolder.Open(folder).Manifest.About : TableFolder.Open(folder, TableLimits.Standard).Descriptor;
    }

    /// <summary>Reads the table of a year, from the cache where its files are the same to the last bit.</summary>
    /// <param name="folder">The table's folder.</param>
    /// <param name="year">The year.</param>
    /// <param name="progress">Told in words what is being read.</param>
    /// <param name="cancel">Stops the reading; nothing is left half-written.</param>
    /// <exception cref="FaultException">A fault of the folder, the descriptor or a file, with its place: every <c>supply.</c> code of
    /// docs/faults.md about tables.</exception>
    public InputOutputTable Open(string folder, int year, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        TableFolder.NeedFolder(folder);
        return DatasetFolder.Is(folder) ? DatasetFolder.Open(folder).Read(year, progress, cancel)
            : new TableReader(TableFolder.Open(folder, TableLimits.Standard), year, _cache, TableLimits.Standard, progress).Read(cancel);
    }

    /// <summary>The table's rows and columns added up; its sentences go with every result in JSON.</summary>
    public static BalanceReport Check(InputOutputTable table) => table.Balance();

    /// <summary>The same report with its verdict held to another bound.</summary>
    /// <param name="table">The table.</param>
    /// <param name="bound">The share of world output, above 0 and up to 1, that all gaps together may reach.</param>
    /// <exception cref="FaultException"><c>supply.bound</c></exception>
    public static BalanceReport Check(InputOutputTable table, double bound) => bound is > 0 and <= 1 ? table.Balance() with { Bound = bound }
        : throw SupplyFaults.Bound.Because(FormattableString.Invariant($"{bound} is not a bound."));

    /// <summary>Face-value and look-through exposures of users to sources.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output to divide by.</param>
    /// <param name="user">Codes of using countries parted by commas, or <c>all</c>.</param>
    /// <param name="supplier">Codes of source countries parted by commas, <c>foreign</c> for all abroad together, or <c>all</c>: every
    /// country, home and the rest of the world included, then <c>foreign</c>.</param>
    /// <param name="sectors">Codes or ranges of using sectors parted by commas, as <c>c3-c16</c>; <see langword="null"/> for every sector.
    /// <c>MANUF</c> is always there.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.country-unknown</c>, <c>supply.sector-unknown</c>, <c>supply.basis-unavailable</c>,
    /// <c>supply.singular</c>, <c>supply.spectral-radius</c>, <c>supply.inverse-inaccurate</c></exception>
    public static ExposureSet Exposures(InputOutputTable table, Basis basis, string user, string supplier, string? sectors = null, CancellationToken cancel = default)
    {
        IReadOnlyList<int> users = TableRequest.Countries(table, user);
        ExposureSources sources = Sources(table, supplier);
        IReadOnlyList<int> columns = TableRequest.Sectors(table, sectors);
        var calculation = new ExposureCalculation(table.Model(basis, cancel), cancel);
        return new ExposureSet(table, basis, !IsAll(user) && !IsAll(supplier), calculation.Rows(users, sources, columns));
    }

    /// <summary>Value added by origin in the gross exports of each exporter.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="exporter">Codes of countries parted by commas, or <c>all</c>.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException">As for <see cref="Exposures"/>.</exception>
    public static IReadOnlyList<ValueAddedInExports> ValueAdded(InputOutputTable table, Basis basis, string exporter, CancellationToken cancel = default) =>
        ValueAddedCalculation.Of(table.Model(basis, cancel), TableRequest.Countries(table, exporter));

    /// <summary>Upstreamness and downstreamness of every industry.</summary>
    /// <exception cref="FaultException">As for <see cref="Exposures"/>.</exception>
    public static IndustryPositions Positions(InputOutputTable table, Basis basis, CancellationToken cancel = default) => PositionCalculation.Of(table.Model(basis, cancel));

    /// <summary>Every supplier industry ranked by what a stop of its deliveries abroad would cost the partners. The rest of the world is
    /// not ranked.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="partners">Codes of the partners parted by commas.</param>
    /// <param name="top">Rows at most.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.top</c>, and as for <see cref="Exposures"/>.</exception>
    public static ChokepointList Chokepoints(InputOutputTable table, Basis basis, string partners, int top = 20, CancellationToken cancel = default)
    {
        if (top is < 1 or > 100_000)
        {
            throw SupplyFaults.Top.Because(FormattableString.Invariant($"{top} is not a number of rows."));
        }

        IReadOnlyList<int> group = TableRequest.Countries(table, partners);
        return new ExportStops(table.Model(basis, cancel), cancel).Rank(group, top);
    }

    /// <summary>Runs a disruption on a table with ARIO, day by day.</summary>
    /// <param name="table">The table.</param>
    /// <param name="scenario">Settings and events.</param>
    /// <param name="progress">Told in words how far it is.</param>
    /// <param name="cancel">Stops the run.</param>
    /// <exception cref="FaultException"><c>supply.country-unknown</c>, <c>supply.sector-unknown</c>, <c>supply.deliveries</c>,
    /// <c>supply.event-invalid</c>, <c>supply.event-overlap</c>, <c>supply.event-without-output</c></exception>
    public static Simulation Simulate(InputOutputTable table, Scenario scenario, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        SimulationRunner.Run(table, scenario, progress, cancel);

    /// <summary>An ensemble of a disruption: the scenario many times over, with what is uncertain in it drawn anew for every run.</summary>
    /// <param name="table">The table.</param>
    /// <param name="scenario">Settings, events, and what varies; where it does not say, <see cref="Uncertainty.Standard"/>.</param>
    /// <param name="runs">How many runs.</param>
    /// <param name="seed">The seed: the same seed gives the same runs.</param>
    /// <exception cref="FaultException"><c>supply.ensemble-size</c>, and as for <see cref="Simulate"/>.</exception>
    public static EnsembleDesign Ensemble(InputOutputTable table, Scenario scenario, int runs, ulong seed) => new(table, scenario, runs, seed);

    private static ExposureSources Sources(InputOutputTable table, string supplier)
    {
        if (IsAll(supplier))
        {
            return new ExposureSources(TableRequest.Countries(table, TableRequest.All), true);
        }

        string[] named = supplier.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] countries = [.. named.Where(s => !s.Equals(ExposureSources.ForeignWord, StringComparison.OrdinalIgnoreCase))];
        return new ExposureSources(countries.Length == 0 && named.Length > 0 ? [] : TableRequest.Countries(table, string.Join(',', countries)), countries.Length < named.Length);
    }

    private static bool IsAll(string asked) => asked.Trim().Equals(TableRequest.All, StringComparison.OrdinalIgnoreCase);
}
