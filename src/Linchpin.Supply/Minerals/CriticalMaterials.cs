using Linchpin.Claims;
using Linchpin.Supply.Indicators;
using Linchpin.Supply.Minerals;

namespace Linchpin.Supply;

/// <summary>Lists of materials that governments hold to be critical.</summary>
public sealed class CriticalMaterials
{
    internal CriticalMaterials(IEnumerable<IndicatorTable> lists) => Entries =
    [
        .. from list in lists
           from row in list.Rows
           select new CriticalMaterial(row["list"]!, row["material"]!, row.Text("reference") ?? "", list.Descriptor, list.File, row.Line),
    ];

    /// <summary>Every material of every list, in the files' order.</summary>
    public IReadOnlyList<CriticalMaterial> Entries { get; }

    /// <summary>The entries that name a mineral: those whose words hold the mineral's, or the other way round, stages and spellings left aside. The
    /// entry's own words stand beside every answer, for the match is by name only.</summary>
    public IReadOnlyList<CriticalMaterial> Naming(string mineral)
    {
        HashSet<string> asked = [.. MineralNames.Base(mineral).Split(' ')];
        return [.. Entries.Where(e => MineralNames.Base(e.Material).Split(' ') is var words && (asked.IsSubsetOf(words) || asked.IsSupersetOf(words)))];
    }
}

/// <summary>A material on a list.</summary>
/// <param name="List">The list's short name.</param>
/// <param name="Material">The material as the list names it.</param>
/// <param name="Reference">Where in the law or publication it stands; empty where the file does not say.</param>
/// <param name="Dataset">What the file is.</param>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line of the file, from 1.</param>
public sealed record CriticalMaterial(string List, string Material, string Reference, IndicatorDescriptor Dataset, string File, int Line);

/// <summary>What a group of partners holds of a mineral between them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partners">Each partner's share of the world, in the order asked; <see langword="null"/> where the table has no figure for it or
/// shares are not known.</param>
/// <param name="GroupShare">The known shares added up, from 0 to 1; <see langword="null"/> where none is known. A partner without a figure adds nothing.</param>
/// <param name="LargestOutside">The largest supplier that is no partner; <see langword="null"/> where there is none.</param>
public sealed record PartnersHolding(MineralTable Table, IReadOnlyList<(string Partner, double? Share)> Partners, double? GroupShare, MineralShare? LargestOutside)
{
    /// <summary>What these partners hold of this table's mineral.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partners">ISO 3166 alpha-3 codes.</param>
    public static PartnersHolding Of(MineralTable table, IReadOnlyList<string> partners)
    {
        (string Partner, double? Share)[] shares = [.. partners.Select(p => (p, table.Rows.FirstOrDefault(r => r.Country == p)?.Share))];
        return new PartnersHolding(
            table, shares, shares.Any(s => s.Share is not null) ? shares.Sum(s => s.Share ?? 0) : null,
            table.Rows.FirstOrDefault(r => r.Amount > 0 && !partners.Contains(r.Country, StringComparer.Ordinal)));
    }
}
