using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>One simulation, day by day.</summary>
/// <remarks>
/// <para><b>Orders are never held as a matrix:</b> O_ij = F_ij r_i g[s(i), j], with F the daily flow before the event, r the supplier's
/// capacity ratio and g one row an input sector.
/// A day is two readings of F: one gathers deliveries and present supply by input sector, one adds up the orders that each supplier gets.</para>
/// <para><b>Bytes moved a day:</b> 16 n^2 (both readings of a sector's rows fall together where the mode allows it, so that the second
/// comes from cache), or twice <see cref="PackedRows.Bytes"/> where the table has empty places to leave out.</para>
/// <para>Sectors are shared out among threads and never mix: the numbers do not depend on how many there are.</para>
/// </remarks>
internal sealed class ArioRun
{
    private const double Scarce = 1e-9;

    private readonly ArioModel _model;
    private readonly ScenarioSettings _settings;
    private readonly InputOutputTable _table;
    private readonly ScenarioForces _forces;
    private readonly ParallelOptions _threads;
    private readonly int _n;
    private readonly int _sectors;
    private readonly Matrix _stock;
    private readonly Matrix _order;
    private readonly Matrix _received;
    private readonly Matrix _supply;
    private readonly double[] _orders;
    private readonly double[] _alpha;
    private readonly double[] _capacity;
    private readonly double[] _wished;
    private readonly double[] _ratio;
    private readonly double[] _deliver;
    private readonly double[] _total;
    private readonly double[] _met;
    private double[] _weight;
    private double[] _nextWeight;

    /// <param name="model">The table and settings.</param>
    /// <param name="forces">The scenario's forces on this run alone.</param>
    /// <param name="threads">At most so many threads; -1 for as many as there are processors.</param>
    internal ArioRun(ArioModel model, ScenarioForces forces, int threads = -1)
    {
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _model = model;
        _settings = model.Settings;
        _table = model.Table;
        _forces = forces;
        _n = _table.Industries;
        _sectors = _table.Sectors.Count;
        _stock = new Matrix(_sectors, _n);
        _order = new Matrix(_sectors, _n);
        _received = new Matrix(_sectors, _n);
        _supply = new Matrix(_sectors, _n);
        for (int s = 0; s < _sectors; s++)
        {
            for (int j = 0; j < _n; j++)
            {
                _stock[s, j] = model.Output[j] * model.Coefficient[s, j] * _settings.InventoryDays;
                _order[s, j] = model.Supply[s, j] > 0 ? 1 : 0;
            }
        }

        _orders = [.. Enumerable.Range(0, _n).Select(i => VectorMath.Sum(model.Flow.Row(i)))];
        _alpha = Filled(1);
        _weight = Filled(1);
        _nextWeight = Filled(1);
        _capacity = new double[_n];
        _wished = new double[_n];
        _ratio = new double[_n];
        _deliver = new double[_n];
        _met = new double[_n];
        _total = new double[_n];
        Production = [.. model.Output];
        Shortages = new InputShortages(model);
    }

    /// <summary>Output of the last day.</summary>
    internal double[] Production { get; }

    /// <summary>What users have ordered of each industry for the next day, final demand and rebuilding left out.</summary>
    internal IReadOnlyList<double> Orders => _orders;

    /// <summary>An industry's present supply as a part of that before, as the orders for the next day were shared by it.</summary>
    internal double Weight(int industry) => _weight[industry];

    /// <summary>Capacity of the last day, overproduction included.</summary>
    internal double[] Capacity => _capacity;

    /// <summary>Overproduction factor of the last day.</summary>
    internal double[] Alpha => _alpha;

    /// <summary>Final demand of the last day that was not met, all industries.</summary>
    internal double Unmet { get; private set; }

    /// <summary>Final demand of the last day that borders kept out, all industries.</summary>
    internal double Stopped { get; private set; }

    /// <summary>Which inputs were shortest so far.</summary>
    internal InputShortages Shortages { get; }

    /// <summary>Goods held in stock by all industries.</summary>
    internal double TotalStock() => Enumerable.Range(0, _sectors).Sum(s => VectorMath.Sum(_stock.Row(s)));

    /// <summary>The smallest stock of any input.</summary>
    internal double LeastStock() => Enumerable.Range(0, _sectors).Min(s => _stock.Row(s).ToArray().Min());

    /// <summary>Part of its demand that an industry met on the last day.</summary>
    internal double Met(int industry) => _met[industry];

    /// <summary>Runs one day.</summary>
    internal void Step(int day)
    {
        foreach (int row in _forces.Begin(day, _weight, _order))
        {
            // A ban cuts what was already ordered across the border.
            _orders[row] = _forces.Deliveries.Orders(row, _weight[row], _order.Row(_table.SectorOf(row)));
        }

        Overproduce(day);
        Produce(day);
        Distribute(day);
        Order(day);
        (_weight, _nextWeight) = (_nextWeight, _weight);
    }

    /// <summary>The numbers that one sector's part of a day takes and gives, for a run that is kept elsewhere.</summary>
    internal (Matrix Stock, Matrix Order, double[] Orders, double[] Weight, double[] NextWeight, double[] Deliver, double[] Wished) Open =>
        (_stock, _order, _orders, _weight, _nextWeight, _deliver, _wished);

    /// <summary>One sector's deliveries into stock, and the orders of the next day. Sectors may be done by several threads at once.</summary>
    internal void Restock(int day, int sector)
    {
        Gather(sector);
        // What an input that holds nothing back lacks is found elsewhere: its stock is empty, not less.
        StockMath.Restock(_stock.Row(sector), _model.Coefficient.Row(sector), Production, _received.Row(sector), 0);
        _forces.Planned?.Receive(sector, _stock);
        _forces.Releases.ServeProduction(day, sector, _stock, _wished, _settings.InventoryDays);
        Place(sector, _settings.InventoryDays);
    }

    private double[] Filled(double value)
    {
        double[] filled = new double[_n];
        Array.Fill(filled, value);
        return filled;
    }

    /// <summary>Moves overproduction by yesterday's scarcity and sets capacity and what industries wish to make.</summary>
    private void Overproduce(int day)
    {
        for (int i = 0; i < _n; i++)
        {
            double demand = _orders[i] + _forces.Final[i] + _forces.Rebuild[i];

            // The reference holds today's demand against yesterday's output; the corrected model both of yesterday.
            double against = _settings.Mode == ModelMode.Compatible ? demand : _total[i];
            if (day > 0)
            {
                double scarcity = against > 0 ? (against - Production[i]) / against : 0;
                bool none = _settings.Mode == ModelMode.Compatible ? scarcity == 0 : scarcity <= Scarce;
                double change = none ? 1 - _alpha[i] : (_settings.AlphaMax - _alpha[i]) * scarcity;
                _alpha[i] = Math.Max(1, _alpha[i] + (change / _settings.AlphaTau));
            }

            _total[i] = demand;
            _capacity[i] = _model.Output[i] * (1 - _forces.Cut[i]) * _alpha[i];
            _wished[i] = Math.Min(_capacity[i], demand);
        }
    }

    /// <summary>Output: what is wished for, held back by the input that is shortest of its goal.</summary>
    private void Produce(int day)
    {
        const int Columns = 240;
        double factor = _settings.Psi * _settings.InventoryDays;
        Parallel.For(0, (_n + Columns - 1) / Columns, _threads, task =>
        {
            int first = task * Columns;
            int count = Math.Min(Columns, _n - first);
            Span<double> ratio = _ratio.AsSpan(first, count);
            ratio.Fill(double.PositiveInfinity);
            for (int s = 0; s < _sectors; s++)
            {
                StockMath.Limit(_stock.Row(s).Slice(first, count), _model.Limiting.Row(s).Slice(first, count), _wished.AsSpan(first, count), factor, ratio);
            }

            for (int j = first; j < first + count; j++)
            {
                Production[j] = _wished[j] * Math.Min(1, _ratio[j]);
            }
        });
        Shortages.Note(day, _ratio, _wished, _stock);
    }

    /// <summary>Shares output out over all demand in proportion.</summary>
    private void Distribute(int day)
    {
        Unmet = 0;
        for (int i = 0; i < _n; i++)
        {
            _met[i] = _total[i] > 0 ? Production[i] / _total[i] : 0;
            _deliver[i] = _weight[i] * _met[i];
            Unmet += _forces.Final[i] * (1 - _met[i]);
            _nextWeight[i] = _settings.OrderType == OrderType.ByInitialShare || _model.Output[i] <= 0 ? 1 : _capacity[i] / _model.Output[i];
            if (_settings.Mode == ModelMode.Compatible)
            {
                _wished[i] = Math.Min(_capacity[i], _total[i] - (_forces.Rebuild[i] * _met[i]));
            }
        }

        Stopped = _forces.Demand.AllStopped;
        if (_forces.Timeline.Releases.Count > 0)
        {
            (double unmet, double stopped) = _forces.Releases.ServeFinal(day, _forces.Demand, _met);
            Unmet -= unmet;
            Stopped -= stopped;
        }

        _forces.Deliver(_met);
    }

    /// <summary>Deliveries into stock, and the orders of the next day.</summary>
    private void Order(int day)
    {
        if (_settings.Mode == ModelMode.Corrected)
        {
            Parallel.For(0, _sectors, _threads, s => Restock(day, s));
            return;
        }

        // The reference leaves all stocks as they are on a day on which every one of them would hardly change, and all orders likewise.
        Parallel.For(0, _sectors, _threads, Gather);
        if (!Enumerable.Range(0, _sectors).All(s => StockMath.Close(_received.Row(s), _model.Coefficient.Row(s), Production, 1)))
        {
            Parallel.For(0, _sectors, _threads, s => StockMath.Restock(_stock.Row(s), _model.Coefficient.Row(s), Production, _received.Row(s), double.NegativeInfinity));
        }

        Parallel.For(0, _sectors, _threads, s => _forces.Releases.ServeProduction(day, s, _stock, _wished, _settings.InventoryDays));
        bool full = Enumerable.Range(0, _sectors).All(s => StockMath.Close(_stock.Row(s), _model.Coefficient.Row(s), _wished, _settings.InventoryDays));
        Parallel.For(0, _sectors, _threads, s => Place(s, full ? 0 : _settings.InventoryDays));
    }

    /// <summary>What users of a sector's products receive, and its present supply for each of them.</summary>
    private void Gather(int sector)
    {
        Span<double> received = _received.Row(sector);
        Span<double> supply = _supply.Row(sector);
        received.Clear();
        bool shares = _settings.OrderType == OrderType.ByCapacity;
        if (shares)
        {
            supply.Clear();
        }
        else
        {
            _model.Supply.Row(sector).CopyTo(supply);
        }

        for (int i = sector; i < _n; i += _sectors)
        {
            PackedRows? packed = _forces.Deliveries.Today(i) is null ? _model.Packed : null;
            if (packed is not null && shares)
            {
                packed.AddTwice(i, _deliver[i], received, _nextWeight[i], supply);
            }
            else if (packed is not null)
            {
                packed.AddScaled(i, _deliver[i], received);
            }
            else if (shares)
            {
                StockMath.AddTwice(_forces.Deliveries.Free(i), _deliver[i], received, _nextWeight[i], supply);
            }
            else
            {
                VectorMath.AddScaled(_forces.Deliveries.Free(i), _deliver[i], received);
            }
        }

        if (_forces.Deliveries.Holds(sector))
        {
            _forces.Deliveries.Gather(sector, _deliver, _nextWeight, received, _order.Row(sector));
        }
        else
        {
            StockMath.Multiply(received, _order.Row(sector));
        }
    }

    /// <summary>What users order of a sector's products, and what each of its industries is asked for.</summary>
    private void Place(int sector, double days)
    {
        Span<double> order = _order.Row(sector);
        if (_forces.Deliveries.Holds(sector))
        {
            _forces.Deliveries.Place(sector, _nextWeight, _supply.Row(sector), _settings.OrderType == OrderType.ByCapacity, Need, order, _forces.Shift);
        }
        else
        {
            Need(_supply.Row(sector), order);
        }

        for (int i = sector; i < _n; i += _sectors)
        {
            _orders[i] = _forces.Deliveries.Orders(i, _nextWeight[i], order);
        }

        void Need(ReadOnlySpan<double> supply, Span<double> into)
        {
            StockMath.Order(_stock.Row(sector), _model.Coefficient.Row(sector), Production, _wished, supply, days, 1 / _settings.RestorationDays, into);
            _forces.Planned?.Relieve(sector, supply, into);
        }
    }
}
