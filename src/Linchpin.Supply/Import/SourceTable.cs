using Linchpin.Claims;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Import;

/// <summary>A file that a table was read from.</summary>
/// <param name="Name">Its name without its folder.</param>
/// <param name="Bytes">Its length as it lay on the disk.</param>
/// <param name="Hash">SHA-256 of it, lower-case hex.</param>
internal sealed record SourceFile(string Name, long Bytes, string Hash);

/// <summary>A table as it was read from a provider's files, before it has been checked.</summary>
internal sealed record SourceTable(
    IReadOnlyList<TableCountry> Countries, IReadOnlyList<TableSector> Sectors, IReadOnlyList<Named> Categories, TableCells Cells, IReadOnlyList<SourceFile> Files)
{
    /// <summary>The year that the files themselves state; <see langword="null"/> where they do not.</summary>
    internal int? Year { get; init; }

    /// <summary>The unit that the files themselves state; <see langword="null"/> where they do not.</summary>
    internal string? Unit { get; init; }

    /// <summary>Price basis, where the files tell it from the format's usual one.</summary>
    internal string? Prices { get; init; }

    /// <summary>Short name of the classification, where the files tell it from the format's usual one.</summary>
    internal (string Id, string Title)? Classification { get; init; }

    /// <summary>Places of the rectangle of countries and sectors that the files have no industry for.</summary>
    internal IReadOnlyList<int> Absent { get; init; } = [];

    /// <summary>What was done with the files that a reader must know.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Other spellings of country codes.</summary>
    internal IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    internal static SourceFile FileOf(string path, string hash) => new(Path.GetFileName(path), new FileInfo(path).Length, hash);

    /// <summary>A table from an axis and what was read along it.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="rows">What was read.</param>
    /// <param name="output">Published output, where there is one.</param>
    /// <param name="names">Names of the sectors by code.</param>
    /// <param name="manufacturing">Which sector codes are manufacturing.</param>
    /// <param name="restOfWorld">Which country codes stand for countries that the table does not list.</param>
    /// <param name="files">The files.</param>
    internal static SourceTable Of(
        TableAxis axis, WideRows rows, double[]? output, IReadOnlyDictionary<string, string> names, Func<string, bool> manufacturing, Func<string, bool> restOfWorld,
        IReadOnlyList<SourceFile> files) => new(
            [.. axis.Countries.Select(c => new TableCountry(c, RegionCodes.NameOf(c), restOfWorld(c)))],
            [.. axis.Sectors.Select(s => new TableSector(s, names.GetValueOrDefault(s, s), manufacturing(s)))],
            [.. axis.Categories.Select(c => new Named(c, FinalDemandNames.GetValueOrDefault(c, c)))],
            new TableCells(rows.Z, rows.Y, output) { PrimaryInputs = rows.PrimaryInputs },
            files)
        { Absent = axis.Absent };

    private static IReadOnlyDictionary<string, string> FinalDemandNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["HFCE"] = "Final consumption of households",
        ["NPISH"] = "Final consumption of non-profit institutions serving households",
        ["GGFC"] = "Final consumption of general government",
        ["GFCF"] = "Gross fixed capital formation",
        ["INVNT"] = "Changes in inventories and valuables",
        ["DPABR"] = "Direct purchases abroad by residents",
        ["P33"] = "Direct purchases abroad by residents",
        ["P3_S13"] = "Final consumption of general government",
        ["P3_S14"] = "Final consumption of households",
        ["P3_S15"] = "Final consumption of non-profit institutions serving households",
        ["P51G"] = "Gross fixed capital formation",
        ["P5M"] = "Changes in inventories and valuables",
        ["c37"] = "Final consumption of households",
        ["c38"] = "Final consumption of non-profit institutions serving households",
        ["c39"] = "Final consumption of government",
        ["c41"] = "Gross fixed capital formation",
        ["c42"] = "Changes in inventories and valuables",
        ["CONS_h"] = "Final consumption of households",
        ["CONS_np"] = "Final consumption of non-profit institutions serving households",
        ["CONS_g"] = "Final consumption of government",
        ["INVEN"] = "Changes in inventories and valuables",
    };
}

/// <summary>Countries as tables write them, in ISO 3166 alpha-3.</summary>
internal static class RegionCodes
{
    private static readonly Dictionary<string, string> ByIso2 = Vocabulary.Countries.Values.ToDictionary(c => c.Iso2, c => c.Iso3, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Regions = new(StringComparer.Ordinal)
    {
        ["ROW"] = "Rest of the world",
        ["WA"] = "Rest of Asia and the Pacific",
        ["WL"] = "Rest of America",
        ["WE"] = "Rest of Europe",
        ["WF"] = "Rest of Africa",
        ["WM"] = "Rest of the Middle East",
    };

    /// <summary>Alpha-3 of a code in alpha-2, with Eurostat's own EL and UK and its rest of the world; any other code as it is.</summary>
    internal static string FromIso2(string code) => code switch
    {
        "EL" => "GRC",
        "UK" => "GBR",
        "FIGW1" => "ROW",
        _ => ByIso2.GetValueOrDefault(code, code),
    };

    /// <summary>Whether a code is one of EXIOBASE's five regions of countries that it does not list.</summary>
    internal static bool IsExiobaseRest(string code) => code is "WA" or "WL" or "WE" or "WF" or "WM";

    internal static string NameOf(string code) =>
        Regions.TryGetValue(code, out string? region) ? region : Vocabulary.Countries.TryGetValue(code, out CountryTerm? country) ? country.Name : code;
}
