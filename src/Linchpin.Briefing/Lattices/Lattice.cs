using System.Text.Json;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>Sectors of co-operation down, partners, their pairs and the whole group across; in each cell what was promised beside what the partners are exposed to.</summary>
public sealed class Lattice
{
    internal Lattice(
        IReadOnlyList<EntityId> partners, Reader reader, AsOf asOf, LatticeSettings settings,
        IReadOnlyList<LatticeColumn> columns, IReadOnlyList<LatticeRow> rows, IReadOnlyList<Promise> withoutSector, IReadOnlyList<Promise> withoutParties, IReadOnlyList<Chokepoint> chokepoints)
    {
        Partners = partners;
        Reader = reader;
        AsOf = asOf;
        Settings = settings;
        Columns = columns;
        Rows = rows;
        WithoutSector = withoutSector;
        WithoutParties = withoutParties;
        Chokepoints = chokepoints;
    }

    /// <summary>The chosen partners, in the order they were named.</summary>
    public IReadOnlyList<EntityId> Partners { get; }

    /// <summary>For whom the view behind it was made.</summary>
    public Reader Reader { get; }

    /// <summary>The clocks of the view behind it.</summary>
    public AsOf AsOf { get; }

    /// <summary>What counts as an exposure.</summary>
    public LatticeSettings Settings { get; }

    /// <summary>Each partner, then each pair, then the whole group. Two partners: their pair is the group.</summary>
    public IReadOnlyList<LatticeColumn> Columns { get; }

    /// <summary>Every sector of the controlled list, in its order.</summary>
    public IReadOnlyList<LatticeRow> Rows { get; }

    /// <summary>Promises of the chosen partners that the record ties to no sector: they stand in no row.</summary>
    public IReadOnlyList<Promise> WithoutSector { get; }

    /// <summary>Promises of which the record does not say who made them: they stand in no column.</summary>
    public IReadOnlyList<Promise> WithoutParties { get; }

    /// <summary>The supplier industries of any sector whose stop would cost the group most, most costly first; empty where the record holds none for all the partners.</summary>
    public IReadOnlyList<Chokepoint> Chokepoints { get; }

    /// <summary>The rows of some sectors of co-operation alone, with the chokepoints of table sectors that come near one of them; what is tied to no sector is not of them.</summary>
    /// <param name="sectors">Their ids; where none is given, the whole lattice.</param>
    /// <exception cref="FaultException"><c>briefing.sector-unknown</c></exception>
    internal Lattice Of(IReadOnlyList<string> sectors)
    {
        if (sectors.FirstOrDefault(s => Vocabulary.Sectors.All(v => v.Id != s)) is { } unknown)
        {
            throw BriefingFaults.SectorUnknown.Because($"'{Shown.Short(unknown)}' is no sector of co-operation.");
        }

        HashSet<EntityId> near = [.. sectors.SelectMany(Settings.Links.Of).Where(l => l.Fit != Fit.Loose).Select(l => l.TableSector).OfType<EntityId>()];
        return sectors.Count == 0 || Rows.All(r => sectors.Contains(r.Sector.Id)) ? this
            : new Lattice(Partners, Reader, AsOf, Settings, Columns, [.. Rows.Where(r => sectors.Contains(r.Sector.Id))], [], WithoutParties, [.. Chokepoints.Where(c => near.Contains(c.TableSector))]);
    }

    /// <summary>Writes the lattice as one JSON object: partners, clocks, threshold, columns, rows with cells, claims with their sources.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        foreach (Utf8JsonWriter _ in JsonParts(json))
        {
        }
    }

    /// <summary>Writes the same part by part as the parts are asked for, so that whoever sends it may send each before the next is made: a large record's is tens of megabytes.</summary>
    public IEnumerable<Utf8JsonWriter> JsonParts(Utf8JsonWriter json) => new LatticeJson(json).Parts(this);
}

/// <summary>A column: the partners that an entry must have, no more and no fewer of the chosen.</summary>
/// <param name="Id">Their codes joined by <c>+</c>, in the order they were named.</param>
/// <param name="Name">Their names for people.</param>
/// <param name="Partners">The partners.</param>
/// <param name="Kind">Partner, pair or group.</param>
public sealed record LatticeColumn(string Id, string Name, IReadOnlyList<EntityId> Partners, ColumnKind Kind);

/// <summary>How many of the chosen partners a column has.</summary>
public enum ColumnKind
{
    /// <summary>One.</summary>
    Partner,

    /// <summary>Two of more than two.</summary>
    Pair,

    /// <summary>All.</summary>
    Group,
}

/// <summary>A row: one sector of co-operation.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Cells">One cell a column, in the columns' order.</param>
/// <param name="WhyNoTable">Why no table sector comes near, so that exposure does not apply; <see langword="null"/> where one does.</param>
public sealed record LatticeRow(SectorTerm Sector, IReadOnlyList<LatticeCell> Cells, string? WhyNoTable);

/// <summary>What meets where a sector and a set of partners cross.</summary>
/// <param name="Sector">The sector of co-operation's id.</param>
/// <param name="Column">The column.</param>
/// <param name="Mechanisms">Mechanisms whose members among the chosen partners are those of the column.</param>
/// <param name="Promises">Commitments whose parties among the chosen partners are those of the column.</param>
/// <param name="PromisesOfSome">In the group's column of four and more partners: commitments of three or more but not all. They do not decide the finding.</param>
/// <param name="Exposures">Exposures of the partner; in pairs and the group, to suppliers that every member is exposed to. Largest share first.</param>
/// <param name="Chokepoints">The supplier industries of the row's table sectors whose stop would cost the members most, most costly first. They do not decide the finding.</param>
/// <param name="Finding">The finding.</param>
/// <param name="PromisedIn">Ids of wider columns whose promises answer this cell's exposure, where the cell has none of its own.</param>
/// <param name="Sentence">The finding in a sentence, in English.</param>
public sealed record LatticeCell(
    string Sector,
    LatticeColumn Column,
    IReadOnlyList<CellMechanism> Mechanisms,
    IReadOnlyList<Promise> Promises,
    IReadOnlyList<Promise> PromisesOfSome,
    IReadOnlyList<Exposure> Exposures,
    IReadOnlyList<Chokepoint> Chokepoints,
    Finding Finding,
    IReadOnlyList<string> PromisedIn,
    string Sentence)
{
    /// <summary>The same sentence, to be said in any language.</summary>
    public Said Says { get; init; } = new("cell.nothing-one", "");

    /// <summary>Whether nothing at all meets here.</summary>
    public bool Empty => Mechanisms.Count + Promises.Count + PromisesOfSome.Count + Exposures.Count + Chokepoints.Count == 0;
}

/// <summary>What a cell comes to.</summary>
public enum Finding
{
    /// <summary>Nothing is promised and no exposure is known. Unknown, not zero.</summary>
    NoData,

    /// <summary>Exposures are known, all are below the threshold, and nothing is promised.</summary>
    BelowThreshold,

    /// <summary>One supplier country holds a share at or above the threshold, and nothing is promised.</summary>
    ExposedWithoutPromise,

    /// <summary>Something is promised, and the record shows nothing since.</summary>
    PromisedNothingSince,

    /// <summary>Something is promised, and later evidence shows it in progress or delivered.</summary>
    Covered,
}

/// <summary>How findings are written and said.</summary>
public static class FindingText
{
    /// <summary>The finding as written in JSON and addresses.</summary>
    public static string Code(this Finding finding) => finding switch
    {
        Finding.Covered => "covered",
        Finding.PromisedNothingSince => "promised-nothing-since",
        Finding.ExposedWithoutPromise => "exposed-no-promise",
        Finding.BelowThreshold => "below-threshold",
        _ => "no-data",
    };

    /// <summary>The finding in words.</summary>
    public static string Words(this Finding finding) => finding switch
    {
        Finding.Covered => "covered",
        Finding.PromisedNothingSince => "promised, nothing since",
        Finding.ExposedWithoutPromise => "exposed, no promise",
        Finding.BelowThreshold => "exposure below the mark",
        _ => "no data",
    };
}

/// <summary>A mechanism as a cell shows it.</summary>
/// <param name="Id">The mechanism.</param>
/// <param name="Name">Its name.</param>
/// <param name="Outside">Members that are not among the chosen partners.</param>
/// <param name="Claims">The claims that put it here: its members, and what ties it to the sector.</param>
public sealed record CellMechanism(EntityId Id, string Name, IReadOnlyList<EntityId> Outside, IReadOnlyList<HeldClaim> Claims);
