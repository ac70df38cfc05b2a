using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Aggregation;

/// <summary>Which countries, sectors and final demand categories become which: a mapping file, read.</summary>
/// <remarks>CSV with the header <c>kind,from,to</c> or <c>kind,from,to,name</c>; kind is country, sector or category. A kind without a row stays
/// as it is; a kind with one must map every code.</remarks>
internal sealed class AggregationMap
{
    private const int MostRows = 20_000;
    private static readonly string[] Kinds = ["country", "sector", "category"];
    private readonly Dictionary<string, Dictionary<string, string>> _maps = Kinds.ToDictionary(k => k, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string To), string> _names = [];

    private AggregationMap(string name, string hash)
    {
        Name = name;
        Hash = hash;
    }

    /// <summary>The file's name.</summary>
    internal string Name { get; }

    /// <summary>SHA-256 of the file.</summary>
    internal string Hash { get; private set; }

    internal static AggregationMap Read(string path)
    {
        var map = new AggregationMap(Path.GetFileName(path), "");
        map.Hash = TableFile.ReadLines(path, TableLimits.Standard, map.Lines);
        return map;
    }

    /// <summary>The target of every code, in the order of the codes; the targets in the order in which they are first met.</summary>
    /// <param name="kind">country, sector or category.</param>
    /// <param name="codes">The table's codes.</param>
    /// <param name="aliases">Other spellings that the file may use.</param>
    internal (int[] Targets, IReadOnlyList<string> Codes) Of(string kind, IReadOnlyList<string> codes, IReadOnlyDictionary<string, string> aliases)
    {
        Dictionary<string, string> rows = _maps[kind];
        var byCode = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string from, string to) in rows)
        {
            string code = codes.Contains(from, StringComparer.Ordinal) ? from : aliases.GetValueOrDefault(from, from);
            if (!codes.Contains(code, StringComparer.Ordinal))
            {
                string[] near = [.. codes.Where(c => c.Contains(from, StringComparison.OrdinalIgnoreCase) || from.Contains(c, StringComparison.OrdinalIgnoreCase)).Take(5)];
                throw SupplyFaults.MapInvalid.Because(
                    $"The {kind} '{Shown.Short(from)}' is not in the table, which has {codes[0]} to {codes[^1]}{(near.Length > 0 ? $"; near it: {string.Join(", ", near)}" : "")}.", Name, "Take the row out, or correct the code.");
            }

            if (!byCode.TryAdd(code, to))
            {
                throw SupplyFaults.MapInvalid.Because($"The {kind} '{Shown.Short(code)}' is mapped twice, under two spellings.", Name);
            }
        }

        string[] left = rows.Count == 0 ? [] : [.. codes.Where(c => !byCode.ContainsKey(c))];
        if (left.Length > 0)
        {
            throw SupplyFaults.MapIncomplete.Because(
                $"{left.Length} of {codes.Count} codes of kind {kind} have no row: {string.Join(", ", left.Take(40))}{(left.Length > 40 ? ", …" : "")}.", Name);
        }

        var targets = new List<string>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] result = [.. codes.Select(c =>
        {
            string to = byCode.GetValueOrDefault(c, c);
            if (numbers.TryAdd(to, targets.Count))
            {
                targets.Add(to);
            }

            return numbers[to];
        })];
        return (result, targets);
    }

    /// <summary>The name that the file gives a target, or <see langword="null"/>.</summary>
    internal string? NameOf(string kind, string to) => _names.GetValueOrDefault((kind, to));

    private void Lines(LineReader reader)
    {
        List<string> header = reader.Next(out ReadOnlySpan<byte> first) ? TableList.Cells(first, reader) : throw SupplyFaults.FileEmpty.Because("The file has no line.", reader.Name);
        if (!header.SequenceEqual(["kind", "from", "to"]) && !header.SequenceEqual(["kind", "from", "to", "name"]))
        {
            throw SupplyFaults.MapInvalid.Because($"'{Shown.Short(string.Join(',', header), 120)}'; the header is kind,from,to or kind,from,to,name.", reader.Place);
        }

        int rows = 0;
        while (reader.Next(out ReadOnlySpan<byte> line))
        {
            List<string> cells = TableList.Cells(line, reader);
            if (cells.Count != header.Count)
            {
                throw SupplyFaults.RaggedRow.Because($"{cells.Count} cells under a header of {header.Count}.", reader.Place);
            }

            Row(cells, reader);
            if (++rows > MostRows)
            {
                throw SupplyFaults.MapInvalid.Because($"More than {MostRows:N0} rows.", reader.Place);
            }
        }

        if (rows == 0)
        {
            throw SupplyFaults.MapInvalid.Because("The mapping has a header and no row.", reader.Name);
        }
    }

    private void Row(List<string> cells, LineReader reader)
    {
        (string kind, string from, string to) = (cells[0], cells[1], cells[2]);
        if (!_maps.TryGetValue(kind, out Dictionary<string, string>? map))
        {
            throw SupplyFaults.MapInvalid.Because($"'{Shown.Short(kind)}' is not a kind; there are {string.Join(", ", Kinds)}.", $"{reader.Place}, kind");
        }

        if (to.Length is 0 or > 16 || !to.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            throw SupplyFaults.MapInvalid.Because($"'{Shown.Short(to)}' is not a code of 1 to 16 letters, digits and - _ .", $"{reader.Place}, to");
        }

        if (!map.TryAdd(from, to))
        {
            throw SupplyFaults.MapInvalid.Because($"The {kind} '{Shown.Short(from)}' is mapped twice.", $"{reader.Place}, from");
        }

        if (cells.Count > 3 && cells[3].Length > 0 && !_names.TryAdd((kind, to), cells[3]) && _names[(kind, to)] != cells[3])
        {
            throw SupplyFaults.MapInvalid.Because($"The {kind} '{to}' has two names.", $"{reader.Place}, name");
        }
    }
}
