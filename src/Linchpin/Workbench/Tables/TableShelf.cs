using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Workbench.Tables;

/// <summary>The input-output tables that this node can calculate with, opened when somebody asks and kept while they are used.</summary>
/// <remarks>The owner may use every table. Any other reader may use those whose dataset, with the very same hash, the reader's view shows: the ledger decides, as for claims.</remarks>
internal sealed class TableShelf(WorkbenchSettings settings)
{
    // A table of a thousand industries takes some 40 MB with its inverse.
    private const int MostKept = 2;

    private readonly Lock _lock = new();
    private readonly Supply.Supply _supply = new(settings.Home?.CacheFolder);
    private readonly List<(string Folder, int Year, Lazy<InputOutputTable> Table)> _kept = [];
    private readonly Lazy<IReadOnlyList<TableYears>> _known = new(() => [.. settings.Tables.Where(Directory.Exists).Select(Describe).OfType<TableYears>()]);

    /// <summary>The tables, with the years that this reader may use; a table without one is left out.</summary>
    public IReadOnlyList<TableYears> For(Scope scope) => scope.Reader.Owner ? _known.Value
        : [.. _known.Value.Select(t => t with { Years = [.. t.Years.Where(y => scope.View.Dataset(t.Dataset(y)) is not null)] }).Where(t => t.Years.Count > 0)];

    /// <summary>The table of that id and year; <see langword="null"/> where this reader may use none. Without an id the first, without a year its latest.</summary>
    /// <exception cref="FaultException">As for <see cref="Supply.Supply.Open"/>.</exception>
    public InputOutputTable? Open(Scope scope, string? id, int? year)
    {
        if (For(scope).FirstOrDefault(t => id is null || t.Id == id) is not { } known || (year is { } asked && !known.Years.Contains(asked)))
        {
            return null;
        }

        InputOutputTable table = Kept(known.Folder, year ?? known.Years[^1]);
        return scope.Reader.Owner || scope.View.Dataset(table.Dataset)?.Version == table.Hash ? table : null;
    }

    /// <summary>The table for work that goes on after the request.</summary>
    /// <exception cref="FaultException"><c>workbench.table</c></exception>
    public InputOutputTable Open(string id, int year) => _known.Value.FirstOrDefault(t => t.Id == id && t.Years.Contains(year)) is { } known ? Kept(known.Folder, year)
        : throw WorkbenchFaults.Table.Because(FormattableString.Invariant($"There is no table '{Shown.Short(id)}' of {year}."));

    private InputOutputTable Kept(string folder, int year)
    {
        Lazy<InputOutputTable> table;
        lock (_lock)
        {
            int at = _kept.FindIndex(k => k.Folder == folder && k.Year == year);
            table = at >= 0 ? _kept[at].Table : new Lazy<InputOutputTable>(() => _supply.Open(folder, year));
            _kept.RemoveAll(k => k.Folder == folder && k.Year == year);
            _kept.Insert(0, (folder, year, table));
            if (_kept.Count > MostKept)
            {
                _kept.RemoveAt(MostKept);
            }
        }

        try
        {
            return table.Value;
        }
        catch (FaultException)
        {
            // A file that is mended is read again.
            lock (_lock)
            {
                _kept.RemoveAll(k => k.Table == table);
            }

            throw;
        }
    }

    private static TableYears? Describe(string folder)
    {
        try
        {
            TableDescriptor about = Supply.Supply.Describe(folder);
            return Supply.Supply.Years(folder) is { Count: > 0 } years ? new TableYears(about.Id, about.Title, folder, years) : null;
        }
        catch (FaultException)
        {
            // A folder that holds no table is none of the choices; the command line says why.
            return null;
        }
    }
}

/// <summary>A table that can be calculated with.</summary>
/// <param name="Id">As in the names of its datasets.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Years">Its years, in order.</param>
internal sealed record TableYears(string Id, string Title, string Folder, IReadOnlyList<int> Years)
{
    /// <summary>The dataset of a year.</summary>
    public EntityId Dataset(int year) => EntityId.Of("dataset", FormattableString.Invariant($"{Id}-{year:0000}"));
}
