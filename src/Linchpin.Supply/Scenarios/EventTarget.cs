using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>A country and some of its sectors, as an event names them.</summary>
/// <param name="Country">The country's number.</param>
/// <param name="Sectors">The sectors' numbers, in rising order.</param>
/// <param name="Named">Whether country and sector were each named by themselves, and not by a range or <c>all</c>.</param>
internal sealed record EventTarget(int Country, IReadOnlyList<int> Sectors, IReadOnlySet<int> Named)
{
    /// <summary>Reads <c>CHN:c14</c>, <c>CHN,TWN:c3-c16</c>, <c>all:c14</c>; several parted by semicolons, or by commas where each has its colon.</summary>
    /// <exception cref="FaultException"><c>supply.deliveries</c>, <c>supply.country-unknown</c>, <c>supply.sector-unknown</c></exception>
    internal static IReadOnlyList<EventTarget> Of(InputOutputTable table, string text, string place)
    {
        var targets = new List<EventTarget>();
        foreach (string part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(""))
        {
            string rest = part;
            while (rest.Length > 0 || targets.Count == 0)
            {
                int colon = rest.IndexOf(':', StringComparison.Ordinal);
                int next = colon < 0 ? -1 : rest.IndexOf(':', colon + 1);
                int end = next < 0 ? rest.Length : rest.LastIndexOf(',', next);
                if (colon < 1 || end <= colon || string.IsNullOrWhiteSpace(rest[(colon + 1)..end]))
                {
                    throw SupplyFaults.Deliveries.Because($"'{Shown.Short(text)}'.", place);
                }

                Add(table, rest[..colon], rest[(colon + 1)..end], targets);
                rest = end == rest.Length ? "" : rest[(end + 1)..];
            }
        }

        return targets;
    }

    private static void Add(InputOutputTable table, string countries, string sectors, List<EventTarget> targets)
    {
        IReadOnlyList<int> all = TableRequest.Sectors(table, sectors);
        bool each = countries.Trim().Equals(TableRequest.All, StringComparison.OrdinalIgnoreCase);
        var named = new HashSet<int>();
        foreach (string one in each ? [] : sectors.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (TableRequest.Sectors(table, one) is [var sector])
            {
                named.Add(sector);
            }
        }

        targets.AddRange(TableRequest.Countries(table, countries).Select(c => new EventTarget(c, all, named)));
    }
}
