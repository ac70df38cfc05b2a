using System.Runtime.Intrinsics;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>Up to 24 runs of ARIO side by side, each in a lane of its own: the same numbers to the last bit as <see cref="ArioRun"/> one by one.</summary>
/// <remarks>
/// <para><b>Why:</b> a day of one run is two readings of the flows F and waits for memory. With the runs' deliveries and orders as columns of
/// a panel it is three products of F with the panel, and the processor is busy.</para>
/// <para>Sectors and blocks of positions are shared out among threads and never mix, and neither do lanes: the numbers of a lane depend neither on threads
/// nor on the other lanes nor on which lane it is.</para>
/// </remarks>
internal sealed class LaneRun
{
    internal const int Width = LaneMath.Width;
    private const int Line = 8;
    private const int Block = 64;
    private const double Scarce = 1e-9;

    private readonly LaneModel _shared;
    private readonly ArioModel _model;
    private readonly LaneForces _forces;
    private readonly LaneState _state;
    private readonly int _n;
    private readonly int _sectors;
    private readonly int _threads;
    private readonly Matrix[] _scratch;
    private readonly Matrix _alpha;
    private readonly Matrix _capacity;
    private readonly Matrix _total;
    private readonly Matrix _alphaMax = LaneState.Panel(1);
    private readonly Matrix _alphaTau = LaneState.Panel(1);
    private readonly Matrix _unmet = LaneState.Panel(1);

    /// <summary>Sets lanes up; those that are not used run the settings of the last one without its events, and their numbers are not asked for.</summary>
    /// <param name="shared">What all lanes share.</param>
    /// <param name="models">The model of each run, from 1 to 24: only their settings differ.</param>
    /// <param name="forces">What happens in each run.</param>
    /// <param name="threads">Threads at most.</param>
    internal LaneRun(LaneModel shared, IReadOnlyList<ArioModel> models, IReadOnlyList<ScenarioForces> forces, int threads)
    {
        _shared = shared;
        _model = shared.Model;
        _threads = threads;
        _n = _model.Table.Industries;
        _sectors = _model.Table.Sectors.Count;
        int regions = _model.Table.Countries.Count;
        _scratch = [.. Enumerable.Range(0, threads).Select(_ => LaneState.Panel(LaneSector.ScratchRows(regions)))];
        _state = new LaneState(shared.Coefficient, shared.Limiting, shared.Supply, _n);
        _alpha = Ones(_n);
        _capacity = LaneState.Panel(_n);
        _total = LaneState.Panel(_n);
        for (int lane = 0; lane < Width; lane++)
        {
            Set(lane, models[Math.Min(lane, models.Count - 1)].Settings);
        }

        _state.Supplied = models.Any(m => m.Settings.OrderType == OrderType.ByCapacity);
        _forces = new LaneForces(shared, _state, models, forces, threads);
    }

    /// <summary>Output of the last day: the row of an industry, a number a lane.</summary>
    internal ReadOnlySpan<double> Production(int industry) => _state.Output.Row(_shared.Position[industry]);

    /// <summary>Final demand of the last day that was not met, a number a lane.</summary>
    internal ReadOnlySpan<double> Unmet => _unmet.Row(0);

    /// <summary>Runs one day in every lane.</summary>
    internal void Step(int day)
    {
        _forces.Begin(day);
        Share(_n, first => Overproduce(day, first, Math.Min(_n, first + Block)));
        Share(_n, first =>
        {
            int count = Math.Min(Block, _n - first);
            _state.Limit(first, count);
            for (int p = first; p < first + count; p++)
            {
                Multiply(_state.Wished.Row(p), _state.Ratio.Row(p), _state.Output.Row(p));
            }
        });
        Distribute();
        _forces.Distributed(day, _unmet.Row(0));
        int next = -1;
        Parallel.For(0, _threads, new ParallelOptions { MaxDegreeOfParallelism = _threads }, thread =>
        {
            for (int s = Interlocked.Increment(ref next); s < _sectors; s = Interlocked.Increment(ref next))
            {
                if (_forces.Holds(s))
                {
                    _forces.Restock(day, s);
                }
                else
                {
                    _shared.Sectors[s].Run(_shared.Registers, _state, s, _scratch[thread]);
                }
            }
        });
    }

    private static Matrix Ones(int rows)
    {
        Matrix panel = LaneState.Panel(rows);
        for (int r = 0; r < rows; r++)
        {
            panel.Row(r).Fill(1);
        }

        return panel;
    }

    /// <summary>Starts a lane where the single run starts.</summary>
    private void Set(int lane, ScenarioSettings settings)
    {
        _state.KeepsShares[0, lane] = BitConverter.Int64BitsToDouble(settings.OrderType == OrderType.ByInitialShare ? -1 : 0);
        _state.Days[0, lane] = settings.InventoryDays;
        _state.Pace[0, lane] = 1 / settings.RestorationDays;
        _state.Factor[0, lane] = settings.Psi * settings.InventoryDays;
        _alphaMax[0, lane] = settings.AlphaMax;
        _alphaTau[0, lane] = settings.AlphaTau;
        for (int j = 0; j < _n; j++)
        {
            int p = _shared.Position[j];
            int q = _shared.Place[j];
            _state.Output[p, lane] = _model.Output[j];
            _state.Weight[q, lane] = 1;
            _state.Orders[q, lane] = VectorMath.Sum(_model.Flow.Row(j));
            for (int s = 0; s < _sectors; s++)
            {
                _state.Stock[s][p, lane] = _model.Output[j] * _model.Coefficient[s, j] * settings.InventoryDays;
                _state.Order[s][p, lane] = _model.Supply[s, j] > 0 ? 1 : 0;
            }
        }
    }

    /// <summary>Moves overproduction by yesterday's scarcity and sets capacity and what industries wish to make.</summary>
    private void Overproduce(int day, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            int p = _shared.Position[i];
            int q = _shared.Place[i];
            Span<double> alphas = _alpha.Row(q), totals = _total.Row(q);
            for (int v = 0; v < Width; v += Line)
            {
                Vector512<double> demand = At(_state.Orders.Row(q), v) + At(_forces.Final.Row(q), v) + At(_forces.Rebuild.Row(q), v);
                Vector512<double> alpha = At(alphas, v);
                if (day > 0)
                {
                    Vector512<double> against = At(totals, v);
                    Vector512<double> unmet = (against - At(_state.Output.Row(p), v)) / against;
                    Vector512<double> scarcity = Vector512.ConditionalSelect(Vector512.GreaterThan(against, Vector512<double>.Zero), unmet, Vector512<double>.Zero);
                    Vector512<double> none = Vector512.LessThanOrEqual(scarcity, Vector512.Create(Scarce));
                    Vector512<double> change = Vector512.ConditionalSelect(none, Vector512<double>.One - alpha, (At(_alphaMax.Row(0), v) - alpha) * scarcity);
                    alpha = Vector512.Max(Vector512<double>.One, alpha + (change / At(_alphaTau.Row(0), v)));
                    alpha.CopyTo(alphas[v..]);
                }

                demand.CopyTo(totals[v..]);
                Vector512<double> capacity = Vector512.Create(_model.Output[i]) * (Vector512<double>.One - At(_forces.Cut.Row(q), v)) * alpha;
                capacity.CopyTo(_capacity.Row(q)[v..]);
                Vector512.Min(capacity, demand).CopyTo(_state.Wished.Row(p)[v..]);
            }
        }
    }

    /// <summary>Shares output out over all demand in proportion, and sets the weights of the next orders.</summary>
    private void Distribute()
    {
        Span<double> unmet = _unmet.Row(0);
        unmet.Clear();
        for (int i = 0; i < _n; i++)
        {
            int p = _shared.Position[i];
            int q = _shared.Place[i];
            double output = _model.Output[i];
            Span<double> weights = _state.Weight.Row(q);
            for (int v = 0; v < Width; v += Line)
            {
                Vector512<double> total = At(_total.Row(q), v);
                Vector512<double> part = Vector512.ConditionalSelect(
                    Vector512.GreaterThan(total, Vector512<double>.Zero), At(_state.Output.Row(p), v) / total, Vector512<double>.Zero);
                Vector512<double> weight = At(weights, v);
                (weight * part).CopyTo(_state.Deliver.Row(q)[v..]);
                (At(unmet, v) + (At(_forces.Final.Row(q), v) * (Vector512<double>.One - part))).CopyTo(unmet[v..]);
                Vector512<double> next = output > 0 ? At(_capacity.Row(q), v) / Vector512.Create(output) : Vector512<double>.One;
                Vector512.ConditionalSelect(At(_state.KeepsShares.Row(0), v), Vector512<double>.One, next).CopyTo(weights[v..]);
                part.CopyTo(_forces.Met.Row(q)[v..]);
            }
        }
    }

    private static Vector512<double> At(ReadOnlySpan<double> row, int v) => Vector512.Create(row[v..]);

    private static void Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> product)
    {
        for (int v = 0; v < Width; v += Line)
        {
            (At(a, v) * At(b, v)).CopyTo(product[v..]);
        }
    }

    private void Share(int count, Action<int> block)
    {
        int blocks = (count + Block - 1) / Block;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = _threads }, b => block(b * Block));
    }
}
