using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>What a table's files mean: unit, currency, prices, classification, source, licence, file names. Read from <c>table.json</c>, or
/// built in.</summary>
/// <remarks><para>The form is in docs/tables.md. Nothing in it is guessed: a table without a unit is refused.</para></remarks>
/// <param name="Id">The release, lower case with hyphens: <c>wiod-2013</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Publisher">Who made it.</param>
/// <param name="Citation">How its makers want it cited.</param>
/// <param name="Licence">Its licence as stated.</param>
/// <param name="Published">When the release came out; <see langword="null"/> where not stated.</param>
/// <param name="Unit">Unit of every cell: <c>USD million</c>.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Prices">Price basis in words: <c>current, basic prices</c>.</param>
/// <param name="ClassificationId">The classification's short name in entity ids: <c>wiod35</c>.</param>
/// <param name="Classification">The classification's name.</param>
/// <param name="Manufacturing">Codes of the sectors that are manufacturing; <c>MANUF</c> sums over them.</param>
/// <param name="RestOfWorld">The code that stands for all countries that are not in the table; <see langword="null"/> where there is none.</param>
/// <param name="Aliases">Other spellings of country codes that are accepted in requests and files: <c>RoW</c> for <c>ROW</c>.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="Origin">Where this descriptor came from: <c>table.json</c>, or <c>built in: wiod2013</c>.</param>
public sealed record TableDescriptor(
    string Id,
    string Title,
    string Publisher,
    string Citation,
    string Licence,
    PartialDate? Published,
    string Unit,
    string Currency,
    string Prices,
    string ClassificationId,
    string Classification,
    IReadOnlyList<string> Manufacturing,
    string? RestOfWorld,
    IReadOnlyDictionary<string, string> Aliases,
    TableFiles Files,
    string Origin)
{
    /// <summary>SHA-256 of the descriptor's own bytes, lower-case hex: a table under another unit is another table.</summary>
    internal string Hash { get; init; } = "";
}

/// <summary>The names of a table's files; <c>{year}</c> stands for the four digits of the year, and a name that ends in <c>.gz</c> is
/// unpacked.</summary>
/// <param name="Intermediate">Intermediate use Z: from country, from sector, to country, to sector, value.</param>
/// <param name="FinalDemand">Final demand Y: from country, from sector, to country, category, value.</param>
/// <param name="Output">Published gross output x: country, sector, output, further columns not read; <see langword="null"/> where the table
/// has none.</param>
/// <param name="Countries">The countries in order; the first column is the code, the column <c>name</c> the name.</param>
/// <param name="Sectors">The sectors in order; the first column is the code, the column <c>name</c> the name.</param>
/// <param name="Categories">The final demand categories in order; the first column is the code.</param>
public sealed record TableFiles(string Intermediate, string FinalDemand, string? Output, string Countries, string Sectors, string Categories);
