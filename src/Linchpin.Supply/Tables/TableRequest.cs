using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>Reads the countries and sectors that somebody asks for, and names the nearest where a table does not have them.</summary>
internal static class TableRequest
{
    internal const string All = "all";

    private const int MostRows = 500_000;

    /// <summary>Refuses a result of more rows than is held at once.</summary>
    internal static void RefuseOver(long rows)
    {
        if (rows > MostRows)
        {
            throw SupplyFaults.TooManyRows.Because(FormattableString.Invariant($"{rows:#,0} rows were asked for; a result holds {MostRows:#,0} at most."));
        }
    }

    /// <summary>One country's number.</summary>
    internal static int Country(InputOutputTable table, string code)
    {
        string asked = code.Trim();
        string wanted = table.Descriptor.Aliases.GetValueOrDefault(asked, asked);
        for (int c = 0; c < table.Countries.Count; c++)
        {
            if (table.Countries[c].Code.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return c;
            }
        }

        string inside = table.Countries.FirstOrDefault(c => c.RestOfWorld) is { } rest ? $"; it is inside {rest.Code} ({rest.Name})" : "";
        string hint = Vocabulary.Countries.TryGetValue(asked.ToUpperInvariant(), out CountryTerm? known)
            ? $" {known.Name} is not in this table by itself{inside}."
            : Near(asked, [.. table.Countries.Select(c => (c.Code, c.Name))]);
        throw SupplyFaults.CountryUnknown.Because(
            FormattableString.Invariant($"'{Shown.Short(code)}' is not a country of {table.Descriptor.Id} {table.Year:0000}.{hint}"));
    }

    /// <summary>Whether a word is the code of a country of the table.</summary>
    internal static bool IsCountry(InputOutputTable table, string code)
    {
        string wanted = table.Descriptor.Aliases.GetValueOrDefault(code.Trim(), code.Trim());
        return table.Countries.Any(c => c.Code.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Countries by code, parted by commas; <c>all</c> for every one.</summary>
    internal static IReadOnlyList<int> Countries(InputOutputTable table, string codes) => codes.Trim().Equals(All, StringComparison.OrdinalIgnoreCase)
        ? [.. Enumerable.Range(0, table.Countries.Count)]
        : [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("").Select(c => Country(table, c)).Distinct()];

    /// <summary>Sectors by code or range, parted by commas: <c>c3-c16,c20</c>; every sector where nothing is asked.</summary>
    internal static IReadOnlyList<int> Sectors(InputOutputTable table, string? codes)
    {
        if (string.IsNullOrWhiteSpace(codes) || codes.Trim().Equals(All, StringComparison.OrdinalIgnoreCase))
        {
            return [.. Enumerable.Range(0, table.Sectors.Count)];
        }

        var sectors = new SortedSet<int>();
        foreach (string part in codes.Split(',', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
        {
            (int first, int last) = Range(table, part.Trim());
            for (int s = first; s <= last; s++)
            {
                sectors.Add(s);
            }
        }

        return [.. sectors];
    }

    private static (int First, int Last) Range(InputOutputTable table, string part)
    {
        int one = Find(table, part);
        if (one >= 0)
        {
            return (one, one);
        }

        // A code may hold a hyphen itself, so every hyphen is tried as the one between two codes.
        for (int at = part.IndexOf('-', StringComparison.Ordinal); at > 0; at = part.IndexOf('-', at + 1))
        {
            int first = Find(table, part[..at]);
            int last = Find(table, part[(at + 1)..]);
            if (first >= 0 && last >= first)
            {
                return (first, last);
            }
        }

        string hint = Near(part, [.. table.Sectors.Select(s => (s.Code, s.Name))]);
        throw SupplyFaults.SectorUnknown.Because($"'{Shown.Short(part)}' is not a sector of {table.Descriptor.Id}.{hint}");
    }

    private static int Find(InputOutputTable table, string code)
    {
        for (int s = 0; s < table.Sectors.Count; s++)
        {
            if (table.Sectors[s].Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return s;
            }
        }

        return -1;
    }

    /// <summary>At most five codes near a word: whose name has it, else those that need the fewest changes of a letter.</summary>
    private static string Near(string asked, IReadOnlyList<(string Code, string Name)> known)
    {
        string[] near = [.. known.Where(k => asked.Length > 2 && k.Name.Contains(asked, StringComparison.OrdinalIgnoreCase)).Take(5).Select(Named)];
        if (near.Length == 0)
        {
            near =
            [
                .. known.Select(k => (k, Far: Distance(asked.ToUpperInvariant(), k.Code.ToUpperInvariant())))
                    .Where(k => k.Far <= 2).OrderBy(k => k.Far).Take(5).Select(k => Named(k.k)),
            ];
        }

        return near.Length == 0 ? $" It has {known[0].Code} to {known[^1].Code}." : $" Near it: {string.Join(", ", near)}.";

        static string Named((string Code, string Name) k) => $"{k.Code} ({k.Name})";
    }

    /// <summary>Levenshtein distance of two short words.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 32)
        {
            return int.MaxValue;
        }

        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
