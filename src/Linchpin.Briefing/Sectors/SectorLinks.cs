using System.Globalization;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Briefing.Sectors;

/// <summary>Which sectors of an input-output table come near a sector of co-operation, how near, and why.</summary>
/// <remarks>
/// <para><b>Missing:</b> a sector of co-operation without a table sector is listed with the reason, so that "no table sector fits" is told from "not looked at".</para>
/// <para>Read from <c>data/sectors/sector-links.csv</c>, the plain names from <c>data/sectors/table-sectors.csv</c>; both are inside the assembly.</para>
/// </remarks>
public sealed class SectorLinks
{
    private const int MostLines = 10_000;
    private const int LongestLine = 4_000;

    private readonly ILookup<string, SectorLink> _bySector;
    private readonly IReadOnlyDictionary<string, string> _plainNames;

    private SectorLinks(IReadOnlyList<SectorLink> links, IReadOnlyDictionary<string, string> plainNames)
    {
        All = links;
        _bySector = links.ToLookup(l => l.Sector, StringComparer.Ordinal);
        _plainNames = plainNames;
    }

    /// <summary>The links that come with the program.</summary>
    public static SectorLinks Default { get; } = new(
        ReadLinks(Resource("sector-links.csv"), "sector-links.csv"), ReadPlainNames(Resource("table-sectors.csv")));

    /// <summary>All links, in the file's order.</summary>
    public IReadOnlyList<SectorLink> All { get; }

    /// <summary>Reads links from a CSV file, with the plain names that come with the program.</summary>
    /// <param name="csv">The file's text.</param>
    /// <param name="place">The file's name, for faults.</param>
    /// <exception cref="FaultException"><c>briefing.sector-links</c></exception>
    public static SectorLinks Read(TextReader csv, string place) => new(ReadLinks(csv, place), Default._plainNames);

    /// <summary>The links of a sector of co-operation that name a table sector, nearest first.</summary>
    public IEnumerable<SectorLink> Of(string sector) => _bySector[sector].Where(l => l.TableSector is not null).OrderBy(l => l.Fit);

    /// <summary>Why no table sector comes near; <see langword="null"/> where one does, or where the sector is not listed.</summary>
    public string? WhyNone(string sector) => _bySector[sector].FirstOrDefault(l => l.TableSector is null)?.Reason;

    /// <summary>A table sector's name in plain words; <see langword="null"/> where none is listed.</summary>
    public string? PlainName(EntityId tableSector) => _plainNames.GetValueOrDefault(tableSector.Name);

    private static List<SectorLink> ReadLinks(TextReader csv, string place)
    {
        var links = new List<SectorLink>();
        int record = 1;
        foreach (string[] cells in Lines(csv, ["sector", "classification", "table_sector", "fit", "reason"], place))
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{place}, record {++record}");
            string sector = cells[0];
            if (Vocabulary.Sectors.All(s => s.Id != sector))
            {
                throw BriefingFaults.SectorLinks.Because($"'{Shown.Short(sector)}' is not a sector of co-operation.", at);
            }

            if (cells[4].Length == 0)
            {
                throw BriefingFaults.SectorLinks.Because($"The link of '{sector}' has no reason.", at);
            }

            if (cells[2].Length == 0 && cells[1].Length == 0 && cells[3].Length == 0)
            {
                links.Add(new SectorLink(sector, null, null, cells[4]));
                continue;
            }

            if (!Enum.TryParse(cells[3], ignoreCase: true, out Fit fit) || !Enum.IsDefined(fit) || char.IsAsciiDigit(cells[3][0]))
            {
                throw BriefingFaults.SectorLinks.Because($"'{Shown.Short(cells[3])}' is not a fit.", at);
            }

            if (cells[1].Length == 0 || !EntityId.TryParse($"sector/{cells[1]}:{cells[2]}", out EntityId table) || cells[2].Length == 0)
            {
                throw BriefingFaults.SectorLinks.Because($"'{Shown.Short(cells[1])}' and '{Shown.Short(cells[2])}' do not name a table sector.", at);
            }

            links.Add(new SectorLink(sector, table, fit, cells[4]));
        }

        return links;
    }

    private static Dictionary<string, string> ReadPlainNames(TextReader csv) => Lines(csv, ["classification", "table_sector", "plain_name"], "table-sectors.csv")
        .ToDictionary(c => c[0] + ":" + c[1], c => c[2], StringComparer.Ordinal);

    /// <summary>Records after the header; cells may be quoted (RFC 4180) and never span lines.</summary>
    private static List<string[]> Lines(TextReader csv, string[] columns, string place)
    {
        var records = new List<string[]>();
        int number = 0;
        while (csv.ReadLine() is { } line)
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{place}, line {++number}");
            if (line.Length > LongestLine || number > MostLines)
            {
                throw BriefingFaults.SectorLinks.Because($"More than {MostLines} lines, or a line of more than {LongestLine} characters.", at);
            }

            if (number > 1 && line.Length == 0)
            {
                continue;
            }

            string[] cells = Cells(line, at);
            if (number == 1 ? !cells.SequenceEqual(columns, StringComparer.Ordinal) : cells.Length != columns.Length)
            {
                throw BriefingFaults.SectorLinks.Because(
                    number == 1 ? $"The first line is not {string.Join(',', columns)}." : $"The line has {cells.Length} cells, not {columns.Length}.", at);
            }

            if (number > 1)
            {
                records.Add(cells);
            }
        }

        return number > 0 ? records : throw BriefingFaults.SectorLinks.Because("The file is empty.", place);
    }

    private static string[] Cells(string line, string at) => CsvText.Line(line) ?? throw BriefingFaults.SectorLinks.Because("A quoted cell does not end.", at);

    private static StreamReader Resource(string name) => new(typeof(SectorLinks).Assembly.GetManifestResourceStream(name)!);
}

/// <summary>A link from a sector of co-operation to one table sector.</summary>
/// <param name="Sector">The sector of co-operation's id.</param>
/// <param name="TableSector">The table sector, <c>sector/classification:code</c>; <see langword="null"/> where none comes near.</param>
/// <param name="Fit">How near; <see langword="null"/> where none comes near.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record SectorLink(string Sector, EntityId? TableSector, Fit? Fit, string Reason);

/// <summary>How near a table sector comes to a sector of co-operation.</summary>
public enum Fit
{
    /// <summary>The two are nearly one.</summary>
    Close,

    /// <summary>The sector of co-operation is a known part of the table sector, with others.</summary>
    Partial,

    /// <summary>Only a small part of the table sector is meant.</summary>
    Loose,
}
