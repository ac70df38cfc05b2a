using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>What a scenario's events do to the model on a day: capacity cut, deliveries banned, final demand shifted, rebuilding demanded.</summary>
internal sealed class ScenarioForces
{
    private readonly ArioModel _model;
    private readonly Shock[] _shocks;
    private readonly Rebuilding?[] _rebuilding;
    private readonly Dictionary<int, double[]> _whole = [];
    private readonly double[] _last;

    internal ScenarioForces(ArioModel model, IReadOnlyList<ScenarioEvent> events)
    {
        _model = model;
        InputOutputTable table = model.Table;
        _shocks = [.. events.Select((e, k) => Shock.Of(table, model, e, k + 1))];
        Shock.RefuseOverlaps(table, _shocks);
        _rebuilding = [.. _shocks.Select(s => s.About.Kind == EventKind.CapitalRebuild ? new Rebuilding(model, s) : null)];
        _last = new double[_shocks.Length];
        Cut = new double[table.Industries];
        Rebuild = new double[table.Industries];
        Final = [.. Enumerable.Range(0, table.Industries).Select(i => VectorMath.Sum(model.Final.Row(i)))];
    }

    /// <summary>Flow before the event, without what is banned today.</summary>
    internal Matrix Flow => _model.Flow;

    /// <summary>Part of capacity that is gone today, by industry.</summary>
    internal double[] Cut { get; }

    /// <summary>Final demand of today, by industry.</summary>
    internal double[] Final { get; }

    /// <summary>Demand for rebuilding of today, by industry.</summary>
    internal double[] Rebuild { get; }

    /// <summary>Sets the day.</summary>
    /// <returns>Industries whose flows a ban has changed since yesterday.</returns>
    internal IReadOnlyList<int> Begin(int day)
    {
        Array.Clear(Cut);
        Array.Clear(Rebuild);
        var changed = new SortedSet<int>();
        bool demandMoved = false;
        for (int k = 0; k < _shocks.Length; k++)
        {
            Shock shock = _shocks[k];
            if (_rebuilding[k] is { } rebuilding)
            {
                rebuilding.Demand(day, Rebuild);
                for (int q = 0; q < shock.Industries.Length; q++)
                {
                    Cut[shock.Industries[q]] += rebuilding.Cut(q, day);
                }
            }
            else if (shock.CutsCapacity)
            {
                foreach (int i in shock.Industries)
                {
                    Cut[i] += shock.Cut(day);
                }
            }
            else if (shock.Cut(day) != _last[k])
            {
                _last[k] = shock.Cut(day);
                demandMoved = true;
                changed.UnionWith(shock.About.Kind == EventKind.ExportBan ? shock.Industries : []);
            }
        }

        foreach (int i in changed)
        {
            Ban(i);
        }

        if (demandMoved)
        {
            SetFinal();
        }

        return [.. changed];
    }

    /// <summary>Tells rebuilding what part of its demand each industry met.</summary>
    internal void Deliver(double[] met)
    {
        foreach (Rebuilding? rebuilding in _rebuilding)
        {
            rebuilding?.Deliver(met);
        }
    }

    /// <summary>Writes the industry's flows anew, each banned destination cut by what its bans leave.</summary>
    private void Ban(int industry)
    {
        if (!_whole.TryGetValue(industry, out double[]? whole))
        {
            _whole[industry] = whole = _model.Flow.Row(industry).ToArray();
        }

        int sectors = _model.Table.Sectors.Count;
        Span<double> row = _model.Flow.Row(industry);
        whole.CopyTo(row);
        foreach ((Shock shock, int k) in _shocks.Select((s, k) => (s, k)).Where(s => s.s.About.Kind == EventKind.ExportBan && s.s.Industries.Contains(industry)))
        {
            foreach (int country in shock.To)
            {
                for (int j = country * sectors; j < (country + 1) * sectors; j++)
                {
                    row[j] *= 1 - _last[k];
                }
            }
        }
    }

    private void SetFinal()
    {
        InputOutputTable table = _model.Table;
        double[,] left = new double[table.Industries, table.Countries.Count];
        for (int i = 0; i < table.Industries; i++)
        {
            for (int c = 0; c < table.Countries.Count; c++)
            {
                left[i, c] = _model.Final[i, c];
            }
        }

        for (int k = 0; k < _shocks.Length; k++)
        {
            Shock shock = _shocks[k];
            if (shock.About.Kind == EventKind.ExportBan)
            {
                foreach (int i in shock.Industries)
                {
                    foreach (int c in shock.To)
                    {
                        left[i, c] *= 1 - _last[k];
                    }
                }
            }
            else if (shock.About.Kind == EventKind.Demand)
            {
                for (int i = 0; i < table.Industries; i++)
                {
                    left[i, shock.Country] *= shock.Sectors.Contains(table.SectorOf(i)) ? 1 + _last[k] : 1;
                }
            }
        }

        for (int i = 0; i < table.Industries; i++)
        {
            Final[i] = Enumerable.Range(0, table.Countries.Count).Sum(c => left[i, c]);
        }
    }
}
