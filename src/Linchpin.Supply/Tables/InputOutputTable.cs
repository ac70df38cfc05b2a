using Linchpin.Claims;
using Linchpin.Supply.Balance;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply;

/// <summary>A multi-regional input-output table of one year, read and checked: intermediate use Z, final demand Y, published output x.</summary>
/// <remarks>
/// <para><b>Unit:</b> every cell is in <see cref="TableDescriptor.Unit"/> at <see cref="TableDescriptor.Prices"/>.</para>
/// <para><b>Order:</b> industries are country-major: industry = country * sectors + sector. Z: rows = supplying industry, columns = using
/// industry. Y: columns = country * categories + category.</para>
/// <para><b>Missing:</b> a cell that the long file leaves out is zero; that is the layout's rule, stated in docs/tables.md.</para>
/// </remarks>
public sealed class InputOutputTable
{
    private readonly Lock _lock = new();
    private readonly LeontiefModel?[] _models = new LeontiefModel?[2];
    private BalanceReport? _balance;

    internal InputOutputTable(
        TableDescriptor descriptor,
        int year,
        IReadOnlyList<TableCountry> countries,
        IReadOnlyList<TableSector> sectors,
        IReadOnlyList<string> categories,
        string hash,
        TableCells cells)
    {
        Descriptor = descriptor;
        Year = year;
        Countries = countries;
        Sectors = sectors;
        Categories = categories;
        Hash = hash;
        Z = cells.Z;
        Y = cells.Y;
        Output = cells.Output;
        PrimaryInputs = cells.PrimaryInputs;
    }

    /// <summary>What the table's files mean.</summary>
    public TableDescriptor Descriptor { get; }

    /// <summary>The year that its numbers describe.</summary>
    public int Year { get; }

    /// <summary>Its countries, in the order of the matrices; the rest of the world is one of them.</summary>
    public IReadOnlyList<TableCountry> Countries { get; }

    /// <summary>Its sectors, in the order of the matrices.</summary>
    public IReadOnlyList<TableSector> Sectors { get; }

    /// <summary>Its final demand categories, in the order of the matrices.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The version: SHA-256 over the hashes of its data files, lower-case hex. The descriptor is not part of it.</summary>
    public string Hash { get; }

    /// <summary>Countries times sectors.</summary>
    public int Industries => Countries.Count * Sectors.Count;

    /// <summary>The dataset's id with release and year: <c>dataset/wiod-2013-2011</c>.</summary>
    public EntityId Dataset => EntityId.Of("dataset", FormattableString.Invariant($"{Descriptor.Id}-{Year:0000}"));

    /// <summary>Industries that the table's makers do not list, where not every country has every sector: not applicable, and not an
    /// industry that makes nothing. Empty where every country has every sector.</summary>
    public IReadOnlyList<Industry> Absent { get; init; } = [];

    /// <summary>The share of world output that all gaps together may reach for the verdict of <see cref="BalanceReport"/>.</summary>
    public double BalanceBound { get; init; } = BalanceReport.StandardBound;

    internal Matrix Z { get; }

    internal Matrix Y { get; }

    internal double[]? Output { get; }

    /// <summary>Published value added, taxes less subsidies and margins of each using industry, added up.</summary>
    internal double[]? PrimaryInputs { get; }

    /// <summary>The same table held to another bound.</summary>
    internal InputOutputTable With(double bound) =>
        new(Descriptor, Year, Countries, Sectors, Categories, Hash, new TableCells(Z, Y, Output) { PrimaryInputs = PrimaryInputs }) { Absent = Absent, BalanceBound = bound };

    internal int CountryOf(int industry) => industry / Sectors.Count;

    internal int SectorOf(int industry) => industry % Sectors.Count;

    /// <summary>Country and sector of an industry, as <c>KOR c14</c>.</summary>
    internal string NameOf(int industry) => $"{Countries[CountryOf(industry)].Code} {Sectors[SectorOf(industry)].Code}";

    /// <summary>The balance report, made once: its sentences go with every result.</summary>
    internal BalanceReport Balance()
    {
        lock (_lock)
        {
            return _balance ??= BalanceCheck.Of(this);
        }
    }

    /// <summary>What inverted I - A on a basis; <see langword="null"/> where nothing has yet.</summary>
    internal string? Kernel(Basis basis)
    {
        lock (_lock)
        {
            return _models[(int)basis]?.Kernel;
        }
    }

    /// <summary>The Leontief model on a basis, made once and kept as long as the table.</summary>
    internal LeontiefModel Model(Basis basis, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            return _models[(int)basis] ??= LeontiefModel.Of(this, basis, cancel);
        }
    }
}

/// <summary>A country, or the rest of the world, as a table has it.</summary>
/// <param name="Code">ISO 3166 alpha-3, or the table's own code.</param>
/// <param name="Name">As the table names it.</param>
/// <param name="RestOfWorld">Whether it stands for all countries that are not in the table. It is never ranked as a country.</param>
public sealed record TableCountry(string Code, string Name, bool RestOfWorld);

/// <summary>A sector of a table's own classification.</summary>
/// <param name="Code">Its code: <c>c14</c>.</param>
/// <param name="Name">As the table names it.</param>
/// <param name="Manufacturing">Whether the descriptor counts it as manufacturing.</param>
public sealed record TableSector(string Code, string Name, bool Manufacturing);

/// <summary>The numbers of a table: Z, Y, and the published output where there is one.</summary>
internal sealed record TableCells(Matrix Z, Matrix Y, double[]? Output)
{
    /// <summary>Published primary inputs of each using industry, where the table has them.</summary>
    internal double[]? PrimaryInputs { get; init; }
}
