namespace Linchpin.Supply.Scenarios;

/// <summary>Refuses events that contradict one another: two on one capacity, one delivery, one demand or one stockpile at one time.</summary>
internal static class EventOverlaps
{
    /// <exception cref="Claims.FaultException"><c>supply.event-overlap</c></exception>
    internal static void Refuse(InputOutputTable table, IReadOnlyList<Shock> shocks)
    {
        for (int a = 0; a < shocks.Count; a++)
        {
            for (int b = a + 1; b < shocks.Count; b++)
            {
                Shock one = shocks[a];
                Shock two = shocks[b];
                if (one.About.Start <= two.Last && two.About.Start <= one.Last && Both(table, one, two) is { } what)
                {
                    throw SupplyFaults.EventOverlap.Because(
                        FormattableString.Invariant($"{what} is in both from day {Math.Max(one.About.Start, two.About.Start)}."),
                        FormattableString.Invariant($"event {a + 1} and event {b + 1}"));
                }
            }
        }
    }

    /// <summary>What both events act on, in words; <see langword="null"/> where it is nothing.</summary>
    private static string? Both(InputOutputTable table, Shock one, Shock two)
    {
        if (one.RulesDeliveries && two.RulesDeliveries)
        {
            foreach ((int industry, int[] to) in one.Deliveries)
            {
                if (two.Deliveries.TryGetValue(industry, out int[]? others) && to.Intersect(others).ToArray() is [var country, ..])
                {
                    return $"{table.NameOf(industry)} to {table.Countries[country].Code}";
                }
            }

            return null;
        }

        if ((one.CutsCapacity && two.CutsCapacity) || one.About.Kind == two.About.Kind)
        {
            foreach (int i in one.Industries.Intersect(two.Industries))
            {
                if (one.About.Kind != EventKind.StockRelease || one.Drawers(table.CountryOf(i)).Intersect(two.Drawers(table.CountryOf(i))).Any())
                {
                    return table.NameOf(i);
                }
            }
        }

        return null;
    }
}
