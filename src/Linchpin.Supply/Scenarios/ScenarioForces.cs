using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>A scenario's forces on one run, day by day: the timeline, and what the run itself bears on (rebuilding, quotas, stock releases).</summary>
internal sealed class ScenarioForces
{
    private readonly Rebuilding[] _rebuilding;
    private double[,]? _shift;
    private bool _shifted;

    internal ScenarioForces(ArioModel model, ScenarioTimeline timeline, PlannedShipments? planned = null)
    {
        Planned = planned;
        Timeline = timeline;
        _rebuilding = [.. timeline.Rebuilding.Select(s => new Rebuilding(model, s))];
        Deliveries = new RuledDeliveries(model, timeline);
        Demand = new FinalDemand(model);
        Releases = new StockReleases(model, timeline);
        Cut = new double[model.Table.Industries];
        Rebuild = new double[model.Table.Industries];
    }

    /// <summary>What the events do, as far as no run bears on it.</summary>
    internal ScenarioTimeline Timeline { get; }

    /// <summary>Deliveries under bans, quotas and tariffs.</summary>
    internal RuledDeliveries Deliveries { get; }

    /// <summary>Final demand of today.</summary>
    internal FinalDemand Demand { get; }

    /// <summary>Stockpiles that are released.</summary>
    internal StockReleases Releases { get; }

    /// <summary>Deliveries of a response plan; <see langword="null"/> where there is none.</summary>
    internal PlannedShipments? Planned { get; }

    /// <summary>Part of capacity that is gone today, by industry; under 0 where a plan adds some.</summary>
    internal double[] Cut { get; }

    /// <summary>Final demand of today, by industry.</summary>
    internal double[] Final => Demand.ByIndustry;

    /// <summary>Demand for rebuilding and for a plan's deliveries of today, by industry.</summary>
    internal double[] Rebuild { get; }

    /// <summary>Final demand of today as a multiple of that before, sectors x countries; <see langword="null"/> where nothing is shifted.</summary>
    internal double[,]? Shift => _shift;

    /// <summary>Sets the day.</summary>
    /// <param name="day">The day, from 0.</param>
    /// <param name="weight">Each supplier's present supply as a part of that before, as yesterday's orders were shared by it.</param>
    /// <param name="order">Yesterday's orders, sectors x users, over the supply they were shared by.</param>
    /// <returns>Industries whose orders are to be added up anew: what was ordered across a border is cut there.</returns>
    internal IReadOnlyList<int> Begin(int day, double[] weight, Matrix order)
    {
        Array.Clear(Cut);
        Array.Clear(Rebuild);
        Timeline.Cut(day, Cut);
        foreach (Rebuilding rebuilding in _rebuilding)
        {
            rebuilding.Begin(day, Cut, Rebuild);
        }

        Planned?.Begin(day, Cut, Rebuild);

        bool moves = Timeline.Moves(day);
        if (moves)
        {
            _shift = Timeline.Demand(day);
        }

        IReadOnlyList<int> changed = moves || Timeline.HasQuota ? Deliveries.Begin(day, weight, order, _shift) : [];
        if (changed.Count > 0 || (moves && (_shift is not null || _shifted)))
        {
            Demand.Set(day, _shift, Deliveries);
        }

        _shifted = _shift is not null;
        return changed;
    }

    /// <summary>Tells rebuilding what part of its demand each industry met.</summary>
    internal void Deliver(double[] met)
    {
        foreach (Rebuilding rebuilding in _rebuilding)
        {
            rebuilding.Deliver(met);
        }

        Planned?.Deliver(met);
    }
}
