using System.Text;
using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>A list of a table: its countries, sectors or final demand categories, in the order of the matrices.</summary>
/// <param name="Header">The header's cells.</param>
/// <param name="Codes">First cell of every row.</param>
/// <param name="Names">The cell under <c>name</c>; the code where the list has no such column.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
internal sealed record TableList(IReadOnlyList<string> Header, IReadOnlyList<string> Codes, IReadOnlyList<string> Names, string FileHash)
{
    private const int MostCode = 16;

    internal static TableList Read(string path, TableLimits limits)
    {
        IReadOnlyList<string> header = [];
        var codes = new List<string>();
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string hash = TableFile.ReadLines(path, limits, reader =>
        {
            header = reader.Next(out ReadOnlySpan<byte> first) ? Cells(first, reader)
                : throw SupplyFaults.FileEmpty.Because("The file has no line.", reader.Name);
            int name = header.ToList().IndexOf("name");
            while (reader.Next(out ReadOnlySpan<byte> line))
            {
                List<string> cells = Cells(line, reader);
                if (cells.Count != header.Count)
                {
                    throw SupplyFaults.RaggedRow.Because($"{cells.Count} cells under a header of {header.Count}.", reader.Place);
                }

                string code = cells[0];
                if (code.Length is 0 or > MostCode || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                {
                    throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(code)}' is not a code of 1 to {MostCode} letters, digits and - _ .", $"{reader.Place}, {header[0]}",
                        "Give every row a code in its first cell.");
                }

                if (!seen.Add(code))
                {
                    throw SupplyFaults.DuplicateCell.Because($"'{code}' stands twice.", $"{reader.Place}, {header[0]}");
                }

                codes.Add(code);
                names.Add(name >= 0 && cells[name].Length > 0 ? cells[name] : code);
                if (codes.Count > limits.ListRows)
                {
                    throw SupplyFaults.TableTooLarge.Because($"More than {limits.ListRows:N0} rows.", reader.Place);
                }
            }
        });
        return codes.Count > 0 ? new TableList(header, codes, names, hash)
            : throw SupplyFaults.TableEmpty.Because("The list has a header and no row.", Path.GetFileName(path));
    }

    /// <summary>The cells of a line, quoted or not (RFC 4180; a quoted cell does not span lines).</summary>
    internal static List<string> Cells(ReadOnlySpan<byte> line, LineReader reader) =>
        CsvText.Line(Encoding.UTF8.GetString(line))?.ToList() ?? throw SupplyFaults.RaggedRow.Because("A quoted cell has no end on its line.", reader.Place);
}
