using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Extraction;

/// <summary>A set of deliveries as a request words it, found in a table: which supplier industries no longer deliver to which users.</summary>
/// <remarks>Sets that overlap are one set: a delivery is taken out once.</remarks>
internal sealed class ExtractedFlows
{
    private readonly InputOutputTable _table;
    private readonly SortedDictionary<int, Users> _rows = [];
    private readonly List<Deliveries> _words = [];

    internal ExtractedFlows(InputOutputTable table, IEnumerable<(string From, string To)> sets)
    {
        _table = table;
        foreach ((string from, string to) in sets)
        {
            foreach ((int country, IReadOnlyList<int> sectors) in Suppliers(from))
            {
                Add(country, sectors, to);
            }
        }
    }

    /// <summary>Supplier industries in rising order, each with its users.</summary>
    internal IReadOnlyDictionary<int, Users> Rows => _rows;

    internal IReadOnlyList<Deliveries> Words => _words;

    /// <summary>Who no longer gets the deliveries of one industry: a mark for each using industry, one for each country's final demand.</summary>
    internal sealed record Users(bool[] Production, bool[] Final);

    private void Add(int country, IReadOnlyList<int> sectors, string to)
    {
        (Users users, string[] words) = Destinations(country, to);
        foreach (int industry in sectors.Select(s => (country * _table.Sectors.Count) + s))
        {
            if (!_rows.TryGetValue(industry, out Users? known))
            {
                _rows[industry] = known = new Users(new bool[_table.Industries], new bool[_table.Countries.Count]);
            }

            Join(known.Production, users.Production);
            Join(known.Final, users.Final);
        }

        _words.Add(new Deliveries(_table.Countries[country].Code, [.. sectors.Select(s => _table.Sectors[s].Code)], words));
    }

    private static void Join(bool[] known, bool[] more)
    {
        for (int i = 0; i < known.Length; i++)
        {
            known[i] |= more[i];
        }
    }

    /// <summary><c>CHN:c14,c15,TWN:c14</c>: a word with a colon begins a country, one without goes on with its sectors.</summary>
    private List<(int Country, IReadOnlyList<int> Sectors)> Suppliers(string from)
    {
        var found = new List<(int Country, string Sectors)>();
        foreach (string word in from.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
        {
            string[] parts = word.Split(':');
            if (parts.Length == 2 && parts[1].Trim().Length > 0)
            {
                found.Add((TableRequest.Country(_table, parts[0]), parts[1]));
            }
            else if (parts.Length == 1 && found.Count > 0 && !TableRequest.IsCountry(_table, word))
            {
                found[^1] = (found[^1].Country, $"{found[^1].Sectors},{word}");
            }
            else
            {
                throw SupplyFaults.Deliveries.Because($"'{Shown.Short(from)}'{(found.Count > 0 ? $": '{Shown.Short(word)}' has no sectors" : "")}.");
            }
        }

        return [.. found.Select(f => (f.Country, TableRequest.Sectors(_table, f.Sectors)))];
    }

    /// <summary><c>KOR,JPN:c14,c15</c>; <c>all</c> is every country but the supplier's own, <c>home</c> is its own. With sectors, deliveries to
    /// their production alone: final demand has no sector.</summary>
    private (Users Users, string[] Words) Destinations(int supplier, string to)
    {
        var users = new Users(new bool[_table.Industries], new bool[_table.Countries.Count]);
        var words = new List<string>();
        int narrowed = -1;
        foreach (string word in to.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty(""))
        {
            string[] parts = word.Split(':');
            bool goesOn = parts.Length == 1 && narrowed >= 0 && !TableRequest.IsCountry(_table, word);
            if (goesOn || (parts.Length == 2 && parts[1].Length > 0))
            {
                narrowed = goesOn ? narrowed : TableRequest.Country(_table, parts[0]);
                foreach (int s in TableRequest.Sectors(_table, parts[^1]))
                {
                    users.Production[(narrowed * _table.Sectors.Count) + s] = true;
                    words.Add($"{_table.Countries[narrowed].Code}:{_table.Sectors[s].Code}");
                }

                continue;
            }

            narrowed = -1;
            foreach (int country in Whole(supplier, word))
            {
                Array.Fill(users.Production, true, country * _table.Sectors.Count, _table.Sectors.Count);
                users.Final[country] = true;
                words.Add(_table.Countries[country].Code);
            }
        }

        return (users, [.. words.Distinct()]);
    }

    private IEnumerable<int> Whole(int supplier, string word) =>
        word.Equals(TableRequest.All, StringComparison.OrdinalIgnoreCase) ? Enumerable.Range(0, _table.Countries.Count).Where(c => c != supplier)
        : word.Equals("home", StringComparison.OrdinalIgnoreCase) ? [supplier]
        : [TableRequest.Country(_table, word)];
}
