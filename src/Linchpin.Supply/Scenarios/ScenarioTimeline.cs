namespace Linchpin.Supply.Scenarios;

/// <summary>What a scenario's events do on each day, as far as no run bears on it: capacity cut, deliveries ruled, final demand shifted.</summary>
/// <remarks>
/// <para>Never changes once made; one timeline serves any number of runs, each with its own <see cref="ScenarioForces"/>.</para>
/// <para>What a run bears on is named here and kept there: capital that is rebuilt, quotas (what passes depends on what is asked for) and
/// stock releases (what is drawn depends on what is lacking).</para>
/// </remarks>
internal sealed class ScenarioTimeline
{
    private readonly InputOutputTable _table;
    private readonly Shock[] _cutting;
    private readonly Shock[] _shifting;
    private readonly Shock[] _ruling;

    internal ScenarioTimeline(ArioModel model, IReadOnlyList<ScenarioEvent> events)
    {
        _table = model.Table;
        Shocks = [.. events.Select((e, k) => Shock.Of(_table, model, e, k + 1))];
        EventOverlaps.Refuse(_table, Shocks);
        _cutting = [.. Shocks.Where(s => s.CutsCapacity && s.About.Kind != EventKind.CapitalRebuild)];
        _shifting = [.. Shocks.Where(s => s.About.Kind == EventKind.Demand)];
        _ruling = [.. Shocks.Where(s => s.RulesDeliveries)];
        Rebuilding = [.. Shocks.Where(s => s.About.Kind == EventKind.CapitalRebuild)];
        Releases = [.. Shocks.Where(s => s.About.Kind == EventKind.StockRelease)];
        Ruled = [.. _ruling.SelectMany(s => s.Deliveries.Keys).Distinct().Order().Select(i => new RuledSupplier(model, i, _ruling))];
    }

    /// <summary>The events, in the scenario's order.</summary>
    internal IReadOnlyList<Shock> Shocks { get; }

    /// <summary>Suppliers with deliveries that a ban, quota or tariff rules on some day, in the table's order.</summary>
    internal IReadOnlyList<RuledSupplier> Ruled { get; }

    /// <summary>Events that destroy capital to be rebuilt.</summary>
    internal IReadOnlyList<Shock> Rebuilding { get; }

    /// <summary>Events that release stockpiles.</summary>
    internal IReadOnlyList<Shock> Releases { get; }

    /// <summary>Whether a quota is among the events: then what passes a border depends on the run.</summary>
    internal bool HasQuota => Array.Exists(_ruling, s => s.About.Kind == EventKind.Quota);

    /// <summary>Whether final demand or what a ban or tariff lets pass may differ from that of the day before.</summary>
    internal bool Moves(int day) => _ruling.Concat(_shifting).Any(s =>
        s.Strength(day) != (day == 0 ? 0 : s.Strength(day - 1)) || (s.RulesDeliveries && (RuledSupplier.Felt(s, day) != (day > 0 && RuledSupplier.Felt(s, day - 1)))));

    /// <summary>Adds the part of capacity that is gone on a day, by industry; capital to be rebuilt is not in it.</summary>
    internal void Cut(int day, Span<double> cut)
    {
        foreach (Shock shock in _cutting)
        {
            double gone = shock.Cut(day);
            foreach (int i in gone == 0 ? [] : shock.Industries)
            {
                cut[i] += gone;
            }
        }
    }

    /// <summary>Final demand of a day as a multiple of that before, sectors x countries; <see langword="null"/> where nothing is shifted.</summary>
    internal double[,]? Demand(int day)
    {
        double[,]? factors = null;
        foreach (Shock shock in _shifting.Where(s => s.Cut(day) != 0))
        {
            if (factors is null)
            {
                factors = new double[_table.Sectors.Count, _table.Countries.Count];
                System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref factors[0, 0], factors.Length).Fill(1);
            }

            foreach (int i in shock.Industries)
            {
                factors[_table.SectorOf(i), _table.CountryOf(i)] *= 1 + shock.Cut(day);
            }
        }

        return factors;
    }
}
