using System.Numerics;

namespace Linchpin.Supply.Kernels;

/// <summary>One input sector of an ARIO day for 24 runs side by side: deliveries into stock, the next orders, and what each supplier is asked for.</summary>
/// <remarks>
/// <para><b>Equation</b>, for using industry j, supplier i and lane l: <c>received_jl = order_jl sum_i F_ij d_il; supply_jl = sum_i F_ij w_il;</c> stock
/// and order by <see cref="LaneMath.Restock"/>; <c>orders_il = w_il sum_j F_ij order_jl</c>.</para>
/// <para><b>Positions:</b> using industries stand in the order in which <see cref="VectorMath.Dot"/> adds them: its 32 chains one after another,
/// each whole, in the order in which their sums are added, then the rest. So a chain is 1/32 of the columns: its piece of F (8 rows n / 32 bytes)
/// and of the panel (192 n / 32 bytes) stay in the nearest cache between the product along the suppliers and the one along the users,
/// and F comes from memory once a day for 24 runs.</para>
/// <para><b>Empty cells</b> are left out where there are many (<see cref="FilledCells"/>); else F is packed in tiles. Both give the same bits.</para>
/// <para><b>Cost a day and lane:</b> 6 flops a cell for the products, 13 n for the rest; bytes moved: 8 rows n / 24 of F (20 a filled cell / 24), 32 n of stock and orders.</para>
/// </remarks>
internal sealed unsafe class LaneSector
{
    private const int Chains = 32;

    private readonly FilledCells? _filled;
    private readonly Matrix _flows;
    private readonly int _rows;
    private readonly int _n;

    /// <summary>Packs a sector's flows.</summary>
    /// <param name="flow">Flows before the event: rows = all suppliers.</param>
    /// <param name="suppliers">The rows of the sector.</param>
    /// <param name="positions">The using industry at each position.</param>
    /// <param name="whole">Whether empty cells are kept though there are many.</param>
    internal LaneSector(Matrix flow, int[] suppliers, int[] positions, bool whole = false)
    {
        _rows = suppliers.Length;
        _n = positions.Length;
        int tiles = (_n + TileProduct.Height - 1) / TileProduct.Height;
        int length = _n / Chains;
        int[] chains = [.. Enumerable.Range(0, Chains + 1).Select(c => c * length), _n];
        _filled = whole ? null : FilledCells.Of(flow, suppliers, positions, chains, tiles * TileProduct.Height);
        if (_filled is not null)
        {
            _flows = new Matrix(0, 0);
            return;
        }

        _flows = new Matrix(((tiles * _rows * TileProduct.Height) + LaneMath.Width - 1) / LaneMath.Width, LaneMath.Width);
        double* packed = _flows.Address;
        for (int p = 0; p < _n; p++)
        {
            double* tile = packed + ((nint)(p / TileProduct.Height) * _rows * TileProduct.Height) + (p % TileProduct.Height);
            for (int r = 0; r < _rows; r++)
            {
                tile[r * TileProduct.Height] = flow[suppliers[r], positions[p]];
            }
        }
    }

    /// <summary>The order of positions for n using industries.</summary>
    internal static int[] Positions(int n)
    {
        int[] positions = new int[n];
        int at = 0;
        foreach (int chain in Order)
        {
            for (int j = chain; j < n / Chains * Chains; j += Chains)
            {
                positions[at++] = j;
            }
        }

        for (int j = n / Chains * Chains; j < n; j++)
        {
            positions[at++] = j;
        }

        return positions;
    }

    /// <summary>Runs the day of sector <paramref name="sector"/>.</summary>
    /// <param name="lanes">Register width.</param>
    /// <param name="state">The panels; stock, order and orders of the sector are overwritten.</param>
    /// <param name="sector">Which of the panels' sectors this is.</param>
    /// <param name="scratch">Rows to work in, as many as <see cref="ScratchRows"/>.</param>
    internal void Run(Lanes lanes, LaneState state, int sector, Matrix scratch)
    {
        Run(lanes, new Panels(state, sector, _rows), scratch.Address);
    }

    private void Run(Lanes lanes, in Panels at, double* scratch)
    {
        double* received = scratch;
        double* supply = received + (TileProduct.Height * LaneMath.Width);
        double* stack = supply + (TileProduct.Height * LaneMath.Width);
        int length = _n / Chains;
        int tiles = 0;
        for (int chain = 0; chain <= Chains; chain++)
        {
            int from = chain * length;
            int to = chain == Chains ? _n : from + length;
            for (; tiles * TileProduct.Height < to; tiles++)
            {
                Tile(lanes, at, tiles, received, supply);
            }

            Ask(lanes, at, from, to, chain, stack);
        }

        LaneMath.Multiply(stack, at.Weight, _rows, at.Orders);
    }

    /// <summary>Rows of scratch that a day of a sector with so many suppliers wants: two tiles, and five levels of sums.</summary>
    internal static int ScratchRows(int suppliers) => (2 * TileProduct.Height) + (5 * suppliers);

    /// <summary>Chains in the order in which <see cref="VectorMath.Dot"/> adds their sums: (((0 + 4) + (2 + 6)) + ((1 + 5) + (3 + 7))), each
    /// (x + (x + 8)) + ((x + 16) + (x + 24)).</summary>
    private static IEnumerable<int> Order => new[] { 0, 4, 2, 6, 1, 5, 3, 7 }.SelectMany(x => new[] { x, x + 8, x + 16, x + 24 });

    private void Tile(Lanes lanes, in Panels at, int tile, double* received, double* supply)
    {
        nint p = (nint)tile * TileProduct.Height;
        if (_filled is not null)
        {
            _filled.Gather((int)p, TileProduct.Height, at.Deliver, at.Weight, at.Supplied, received, supply);
        }
        else
        {
            double* flows = _flows.Address + (p * _rows);
            TileProduct.Run(lanes, _rows, flows, at.Deliver, received, LaneMath.Width, add: false);
            if (at.Supplied)
            {
                TileProduct.Run(lanes, _rows, flows, at.Weight, supply, LaneMath.Width, add: false);
            }
        }

        nint panel = p * LaneMath.Width;
        LaneMath.Restock(
            TileProduct.Height, received, supply, at.FixedSupply + p, at.KeepsShares, at.Coefficient + p, at.Output + panel, at.Wished + panel, at.Days, at.Pace, at.Stock + panel, at.Order + panel);
    }

    /// <summary>Adds a chain's sums as the counter in base two adds: two of a size make one of twice the size.</summary>
    private void Ask(Lanes lanes, in Panels at, int from, int to, int chain, double* stack)
    {
        int size = _rows * LaneMath.Width;
        bool rest = chain == Chains;
        int level = rest ? 1 : BitOperations.PopCount((uint)chain);
        bool second = !rest && (chain & 1) == 1;
        double* sums = stack + ((nint)(second ? level - 1 : level) * size);
        if (_filled is not null)
        {
            _filled.Ask(chain, at.Order, sums, second);
        }
        else
        {
            CrossProduct.Run(lanes, _flows.Address, _rows, at.Order, from, to, sums, second);
        }

        if (rest)
        {
            LaneMath.Add(stack, sums, _rows);
        }
        else if (second)
        {
            for (int ones = BitOperations.TrailingZeroCount(~(uint)chain) - 1; ones > 0; ones--)
            {
                sums -= size;
                LaneMath.Add(sums, sums + size, _rows);
            }
        }
    }

    /// <summary>Where the panels of one sector lie; 24 numbers a row unless said otherwise.</summary>
    private readonly struct Panels
    {
        internal readonly double* Deliver, Weight, Orders, Stock, Order, Output, Wished, KeepsShares, Days, Pace;

        // One number a position.
        internal readonly double* Coefficient, FixedSupply;
        internal readonly bool Supplied;

        internal Panels(LaneState state, int sector, int rows)
        {
            nint suppliers = (nint)sector * rows * LaneMath.Width;
            Deliver = state.Deliver.Address + suppliers;
            Weight = state.Weight.Address + suppliers;
            Orders = state.Orders.Address + suppliers;
            Stock = state.Stock[sector].Address;
            Order = state.Order[sector].Address;
            Output = state.Output.Address;
            Wished = state.Wished.Address;
            KeepsShares = state.KeepsShares.Address;
            Days = state.Days.Address;
            Pace = state.Pace.Address;
            Coefficient = state.Coefficient.Address + ((nint)sector * state.Coefficient.Stride);
            FixedSupply = state.FixedSupply.Address + ((nint)sector * state.FixedSupply.Stride);
            Supplied = state.Supplied;
        }
    }
}
