using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>Deliveries under bans, quotas and tariffs in one run.</summary>
/// <remarks>
/// <para>Users of input sector s ask a ruled supplier for what they would ask for without the rule, F_ij r_i g0_j with g0 = need / (all suppliers'
/// present supply). The part p_ic of it passes. The rest of their need goes to the suppliers that no rule holds:
/// g_j = (need - sum of what passes) / (those suppliers' supply), 0 where there are none.</para>
/// <para>Where orders keep the shares before the event, nothing turns to other suppliers: g = g0.</para>
/// <para>Each input sector's numbers are touched by one thread alone.</para>
/// </remarks>
internal sealed class RuledDeliveries
{
    private readonly ArioModel _model;
    private readonly int _width;
    private readonly RuledRow?[] _rows;
    private readonly RuledRow[] _all;
    private readonly Sector?[] _sectors;

    internal RuledDeliveries(ArioModel model, ScenarioTimeline timeline)
    {
        _model = model;
        _width = model.Table.Sectors.Count;
        _rows = new RuledRow?[model.Table.Industries];
        _all = [.. timeline.Ruled.Select(r => new RuledRow(r, _width))];
        _sectors = new Sector?[_width];
        foreach (RuledRow row in _all)
        {
            _rows[row.Industry] = row;
            _sectors[model.Table.SectorOf(row.Industry)] ??= new Sector(model.Table.Industries);
        }
    }

    /// <summary>Suppliers under a rule on some day.</summary>
    internal IReadOnlyList<RuledRow> Rows => _all;

    /// <summary>The rules of a supplier that are felt today; <see langword="null"/> where there are none.</summary>
    internal RuledRow? Today(int industry) => _rows[industry] is { Active: true } row ? row : null;

    /// <summary>Whether any supplier of a sector is under a rule today.</summary>
    internal bool Holds(int sector) => _sectors[sector] is { Active: true };

    /// <summary>The flows of a supplier that no rule holds today.</summary>
    internal ReadOnlySpan<double> Free(int industry) => Today(industry) is { } row ? row.Free : _model.Flow.Row(industry);

    /// <summary>Sets what passes today, of orders that were placed yesterday.</summary>
    /// <param name="day">The day.</param>
    /// <param name="weight">Each supplier's present supply as a part of that before, as orders were shared by it.</param>
    /// <param name="order">g of the orders placed, sectors x users.</param>
    /// <param name="demand">Final demand of the day as a multiple of that before, or <see langword="null"/>.</param>
    /// <returns>Suppliers whose orders are to be added up anew.</returns>
    internal IReadOnlyList<int> Begin(int day, double[] weight, Matrix order, double[,]? demand)
    {
        var changed = new List<int>();
        foreach (RuledRow row in _all)
        {
            int s = _model.Table.SectorOf(row.Industry);
            Sector sector = _sectors[s]!;
            if (row.About.RuledOn(day) && !sector.Active)
            {
                sector.Active = true;
                order.Row(s).CopyTo(sector.Asked);
            }

            if (row.Begin(day, _model.Flow.Row(row.Industry)) | (row.Active && row.SetPasses(day, k => AskedFor(row, k, weight[row.Industry], demand))))
            {
                changed.Add(row.Industry);
            }
        }

        for (int s = 0; s < _width; s++)
        {
            if (_sectors[s] is { Active: true } sector)
            {
                sector.Active = Enumerable.Range(0, _model.Table.Countries.Count).Any(c => Today((c * _width) + s) is not null);
            }
        }

        return changed;
    }

    /// <summary>What users have asked a supplier for, as much as passes.</summary>
    internal double Orders(int industry, double weight, ReadOnlySpan<double> order)
    {
        if (Today(industry) is not { } row)
        {
            return weight * (_model.Packed?.Dot(industry, order) ?? VectorMath.Dot(_model.Flow.Row(industry), order));
        }

        double sum = VectorMath.Dot(row.Free, order);
        ReadOnlySpan<double> flow = _model.Flow.Row(industry);
        double[] asked = _sectors[_model.Table.SectorOf(industry)]!.Asked;
        for (int k = 0; k < row.Countries.Length; k++)
        {
            sum += row.Passes[k] == 0 ? 0 : row.Passes[k] * VectorMath.Dot(row.Block(flow, k), row.Block(asked, k));
        }

        return weight * sum;
    }

    /// <summary>Turns the gathered deliveries of a sector into what users receive, and adds up the supply that rules hold.</summary>
    internal void Gather(int sector, double[] deliver, double[] weight, Span<double> received, ReadOnlySpan<double> order)
    {
        Sector held = _sectors[sector]!;
        StockMath.Multiply(received, order);
        Array.Clear(held.Received);
        Array.Clear(held.Supply);
        for (int i = sector; i < _rows.Length; i += _width)
        {
            if (Today(i) is { } row)
            {
                ReadOnlySpan<double> flow = _model.Flow.Row(i);
                for (int k = 0; k < row.Countries.Length; k++)
                {
                    StockMath.AddTwice(row.Block(flow, k), deliver[i] * row.Passes[k], row.Block(held.Received.AsSpan(), k), weight[i], row.Block(held.Supply.AsSpan(), k));
                }
            }
        }

        StockMath.Multiply(held.Received, held.Asked);
        VectorMath.AddScaled(held.Received, 1, received);
    }

    /// <summary>Splits a sector's orders: what is asked of ruled suppliers and passes, and what goes to the others in its stead.</summary>
    /// <param name="sector">The input sector.</param>
    /// <param name="weight">Each supplier's present supply as a part of that before.</param>
    /// <param name="supply">In: supply that no rule holds; out: that of all suppliers.</param>
    /// <param name="turns">Whether users turn to other suppliers.</param>
    /// <param name="place">Given the supply of all, writes need / supply.</param>
    /// <param name="order">Out: g.</param>
    /// <param name="demand">Final demand of the day as a multiple of that before, or <see langword="null"/>.</param>
    internal void Place(int sector, double[] weight, Span<double> supply, bool turns, PlaceOrders place, Span<double> order, double[,]? demand)
    {
        Sector held = _sectors[sector]!;
        double[] free = held.Free;
        supply.CopyTo(free);
        if (turns)
        {
            VectorMath.AddScaled(held.Supply, 1, supply);
        }

        place(supply, held.Asked);
        Array.Clear(held.Supply);
        for (int i = sector; i < _rows.Length; i += _width)
        {
            if (Today(i) is { } row)
            {
                double w = weight[i];
                if (row.About.HasQuota)
                {
                    row.SetPasses(row.Day, k => AskedFor(row, k, w, demand));
                }

                ReadOnlySpan<double> flow = _model.Flow.Row(i);
                for (int k = 0; k < row.Countries.Length; k++)
                {
                    VectorMath.AddScaled(row.Block(flow, k), weight[i] * row.Passes[k], row.Block(held.Supply.AsSpan(), k));
                }
            }
        }

        for (int j = 0; j < order.Length; j++)
        {
            order[j] = !turns ? held.Asked[j] : free[j] > 0 ? Math.Max(0, held.Asked[j] * (supply[j] - held.Supply[j])) / free[j] : 0;
        }
    }

    /// <summary>What a country's users and final demand ask a supplier for, a day, before any rule.</summary>
    internal double AskedFor(RuledRow row, int k, double weight, double[,]? demand)
    {
        int s = _model.Table.SectorOf(row.Industry);
        int c = row.Countries[k];
        double[] asked = _sectors[s]!.Asked;
        return (weight * VectorMath.Dot(row.Block(_model.Flow.Row(row.Industry), k), row.Block(asked, k)))
            + (_model.Final[row.Industry, c] * (demand is null ? 1 : demand[s, c]));
    }

    /// <summary>Given the supply of an input, writes what each user needs over it.</summary>
    internal delegate void PlaceOrders(ReadOnlySpan<double> supply, Span<double> order);

    private sealed class Sector(int users)
    {
        /// <summary>Whether a rule is felt today.</summary>
        internal bool Active { get; set; }

        /// <summary>g0.</summary>
        internal double[] Asked { get; } = new double[users];

        internal double[] Received { get; } = new double[users];

        internal double[] Supply { get; } = new double[users];

        internal double[] Free { get; } = new double[users];
    }
}
