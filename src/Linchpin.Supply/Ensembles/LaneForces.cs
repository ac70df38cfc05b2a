using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>What happens to 24 runs side by side: each lane's own <see cref="ScenarioForces"/>, brought into panels, and the sectors that a lane has
/// to do by itself.</summary>
/// <remarks>
/// <para>Bans, quotas, tariffs and stock releases bear on a few sectors for a time, and in each lane in another way. While they do, those
/// sectors are done lane by lane by the code of the single run, on rows copied out of the panels and back; all others stay side by side.</para>
/// <para>The events of all lanes have the same kinds and targets; their sizes and days may differ.</para>
/// </remarks>
internal sealed class LaneForces
{
    private readonly LaneModel _shared;
    private readonly LaneState _state;
    private readonly ScenarioForces[] _forces;
    private readonly ArioRun[] _runs;
    private readonly double[][] _met;
    private readonly ParallelOptions _threads;
    private readonly int _n;
    private readonly int _sectors;
    private readonly int[] _cut;
    private readonly int[] _rebuilt;
    private readonly int[] _ruled;
    private readonly bool[] _holds;
    private readonly bool _finalMoves;
    private readonly bool _releases;

    internal LaneForces(LaneModel shared, LaneState state, IReadOnlyList<ArioModel> models, IReadOnlyList<ScenarioForces> forces, int threads)
    {
        _shared = shared;
        _state = state;
        _forces = [.. forces];
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        InputOutputTable table = shared.Model.Table;
        _n = table.Industries;
        _sectors = table.Sectors.Count;
        ScenarioTimeline timeline = _forces[0].Timeline;
        _cut = [.. timeline.Shocks.Where(s => s.CutsCapacity).SelectMany(s => s.Industries).Distinct().Order()];
        _rebuilt = [.. timeline.Rebuilding.SelectMany(s => s.Rebuild).Select(r => r.Sector).Distinct().SelectMany(OfSector)];
        _ruled = [.. timeline.Ruled.Select(r => table.SectorOf(r.Industry)).Distinct().Order()];
        _releases = timeline.Releases.Count > 0;
        _finalMoves = _ruled.Length > 0 || timeline.Shocks.Any(s => s.About.Kind == EventKind.Demand);
        _holds = new bool[_sectors];
        _runs = _ruled.Length > 0 || _releases ? [.. models.Zip(_forces, (m, f) => new ArioRun(m, f))] : [];
        _met = _runs.Length > 0 || _rebuilt.Length > 0 ? [.. _forces.Select(_ => new double[_n])] : [];
        Cut = LaneState.Panel(_n);
        Final = LaneState.Panel(_n);
        Rebuild = LaneState.Panel(_n);
        Met = LaneState.Panel(_n);
        Spread(Enumerable.Range(0, _n), Final, f => f.Final);
    }

    /// <summary>Part of capacity that is gone today; rows by supplier.</summary>
    internal Matrix Cut { get; }

    /// <summary>Final demand of today.</summary>
    internal Matrix Final { get; }

    /// <summary>Demand for rebuilding of today.</summary>
    internal Matrix Rebuild { get; }

    /// <summary>Part of its demand that each supplier meets; written by the run.</summary>
    internal Matrix Met { get; }

    /// <summary>Whether a sector is done lane by lane today.</summary>
    internal bool Holds(int sector) => _holds[sector];

    /// <summary>Sets the day in every lane.</summary>
    internal void Begin(int day)
    {
        Parallel.For(0, _forces.Length, _threads, lane => Begin(day, lane));
        Spread(_cut, Cut, f => f.Cut);
        Spread(_rebuilt, Rebuild, f => f.Rebuild);
        if (_finalMoves)
        {
            Spread(Enumerable.Range(0, _n), Final, f => f.Final);
        }
    }

    /// <summary>Tells every lane what part of demand was met, lets final users draw on stockpiles, and readies the sectors that a lane does by itself.</summary>
    internal void Distributed(int day, Span<double> unmet)
    {
        if (_met.Length == 0)
        {
            return;
        }

        for (int s = 0; s < _sectors; s++)
        {
            int sector = s;
            _holds[s] = Array.Exists(_forces, f => f.Deliveries.Holds(sector) || (_releases && f.Timeline.Releases.Any(r => r.Strength(day) != 0 && r.Targets.Any(t => t.Sectors.Contains(sector)))));
        }

        double[] drawn = new double[_forces.Length];
        Parallel.For(0, _forces.Length, _threads, lane =>
        {
            Column(Met, _shared.Place, lane, _met[lane]);
            drawn[lane] = _releases ? _forces[lane].Releases.ServeFinal(day, _forces[lane].Demand, _met[lane]).Unmet : 0;
            _forces[lane].Deliver(_met[lane]);
            if (_holds.Contains(true))
            {
                ArioRun run = _runs[lane];
                Column(_state.Output, _shared.Position, lane, run.Production);
                Column(_state.Wished, _shared.Position, lane, run.Open.Wished);
                Column(_state.Deliver, _shared.Place, lane, run.Open.Deliver);
                Column(_state.Weight, _shared.Place, lane, run.Open.NextWeight);
            }
        });
        for (int lane = 0; lane < drawn.Length; lane++)
        {
            unmet[lane] -= drawn[lane];
        }
    }

    /// <summary>Does a sector's part of the day lane by lane.</summary>
    internal void Restock(int day, int sector)
    {
        Matrix stocks = _state.Stock[sector], orders = _state.Order[sector];
        for (int lane = 0; lane < _runs.Length; lane++)
        {
            var run = _runs[lane].Open;
            Column(stocks, _shared.Position, lane, run.Stock.Row(sector));
            Column(orders, _shared.Position, lane, run.Order.Row(sector));
            _runs[lane].Restock(day, sector);
            for (int j = 0; j < _n; j++)
            {
                stocks[_shared.Position[j], lane] = run.Stock[sector, j];
                orders[_shared.Position[j], lane] = run.Order[sector, j];
            }

            foreach (int i in OfSector(sector))
            {
                _state.Orders[_shared.Place[i], lane] = run.Orders[i];
            }
        }
    }

    private void Begin(int day, int lane)
    {
        ScenarioForces forces = _forces[lane];
        if (_runs.Length == 0)
        {
            forces.Begin(day, [], Nothing);
            return;
        }

        var run = _runs[lane].Open;
        if (forces.Timeline.HasQuota || forces.Timeline.Moves(day))
        {
            foreach (int s in _ruled)
            {
                Column(_state.Order[s], _shared.Position, lane, run.Order.Row(s));
                foreach (int i in OfSector(s))
                {
                    run.Weight[i] = _state.Weight[_shared.Place[i], lane];
                }
            }
        }

        foreach (int i in forces.Begin(day, run.Weight, run.Order))
        {
            _state.Orders[_shared.Place[i], lane] = forces.Deliveries.Orders(i, run.Weight[i], run.Order.Row(_shared.Model.Table.SectorOf(i)));
        }
    }

    private static readonly Matrix Nothing = new(0, 0);

    private IEnumerable<int> OfSector(int sector)
    {
        for (int i = sector; i < _n; i += _sectors)
        {
            yield return i;
        }
    }

    /// <summary>A lane's column of a panel, by industry.</summary>
    private static void Column(Matrix panel, int[] rows, int lane, Span<double> numbers)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            numbers[i] = panel[rows[i], lane];
        }
    }

    private void Spread(IEnumerable<int> industries, Matrix panel, Func<ScenarioForces, double[]> of)
    {
        double[][] lanes = [.. _forces.Select(of)];
        foreach (int i in industries)
        {
            Span<double> row = panel.Row(_shared.Place[i]);
            for (int lane = 0; lane < row.Length; lane++)
            {
                row[lane] = lane < lanes.Length ? lanes[lane][i] : lanes[^1][i];
            }
        }
    }
}
