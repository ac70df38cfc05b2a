using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Plans;

/// <summary>A setting that may differ by place: country and sector against a general value.</summary>
internal static class PlacedShares
{
    /// <summary>The value of every partner and sector: partners x sectors. A place with sectors comes before one without, and a later before an earlier.</summary>
    internal static double[][] Spread(InputOutputTable table, IReadOnlyList<int> partners, double standard, IReadOnlyDictionary<string, double> places, string setting)
    {
        double[][] values = [.. partners.Select(_ => Filled(table.Sectors.Count, standard))];
        foreach ((string place, double value) in places.OrderBy(p => p.Key.Contains(':', StringComparison.Ordinal)))
        {
            (int partner, IReadOnlyList<int> sectors, _) = Read(table, partners, place, setting);
            foreach (int s in sectors)
            {
                values[partner][s] = value;
            }
        }

        return values;
    }

    /// <summary>The value of every sector.</summary>
    internal static double[] BySector(InputOutputTable table, double standard, IReadOnlyDictionary<string, double> places)
    {
        double[] values = Filled(table.Sectors.Count, standard);
        foreach ((string place, double value) in places)
        {
            foreach (int s in TableRequest.Sectors(table, place))
            {
                values[s] = value;
            }
        }

        return values;
    }

    /// <summary>The partner, by its number among the partners, and the sectors that a place names; all where it names none.</summary>
    internal static (int Partner, IReadOnlyList<int> Sectors, bool Whole) Read(InputOutputTable table, IReadOnlyList<int> partners, string place, string setting)
    {
        string[] parts = place.Split(':');
        int country = TableRequest.Country(table, parts[0]);
        int partner = partners.ToList().IndexOf(country);
        if (partner < 0 || parts.Length > 2)
        {
            throw SupplyFaults.PlanSettings.Because(
                partner < 0 ? $"{table.Countries[country].Code} is no partner of this plan." : $"'{Shown.Short(place)}' is not a country, or a country and its sectors.", $"\"{setting}\"");
        }

        return (partner, TableRequest.Sectors(table, parts.Length == 2 ? parts[1] : null), parts.Length == 1);
    }

    private static double[] Filled(int count, double value)
    {
        double[] filled = new double[count];
        Array.Fill(filled, value);
        return filled;
    }
}
