using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <summary>The flows of one input sector without its empty cells, in two orders: by using industry for deliveries, by supplier and chain for orders.</summary>
/// <remarks>
/// <para><b>Why:</b> one number of F meets 24 lanes, so an empty cell saves 24 multiplications; a world table of whole millions is empty in four cells of five.</para>
/// <para><b>Layout:</b> for each position the values and the numbers of their suppliers, in rising order; for each chain and supplier the values and their
/// positions, in rising order. 10 bytes a cell and order.</para>
/// <para><b>Same bits</b> as <see cref="TileProduct"/> and <see cref="CrossProduct"/>: an empty cell adds 0 to its chain, which changes nothing.</para>
/// <para><b>Cost:</b> 144 flops a cell; for deliveries 768 bytes of panels a cell, for orders 192, all from near caches.</para>
/// </remarks>
internal sealed unsafe class FilledCells
{
    /// <summary>The part of cells with anything in them above which the tiled products are faster.</summary>
    private const double Most = 0.6;

    private const int Width = LaneMath.Width;

    private readonly int _rows;
    private readonly double[] _values;
    private readonly ushort[] _suppliers;
    private readonly int[] _starts;
    private readonly double[] _orderValues;
    private readonly ushort[] _positions;
    private readonly int[] _orderStarts;

    private FilledCells(Matrix flow, int[] suppliers, int[] positions, int[] chains, int padded, int cells)
    {
        _rows = suppliers.Length;
        _values = new double[cells];
        _suppliers = new ushort[cells];
        _starts = new int[padded + 1];
        int at = 0;
        for (int p = 0; p < padded; p++)
        {
            for (int r = 0; r < _rows && p < positions.Length; r++)
            {
                if (flow[suppliers[r], positions[p]] is not 0 and var value)
                {
                    (_values[at], _suppliers[at++]) = (value, (ushort)r);
                }
            }

            _starts[p + 1] = at;
        }

        _orderValues = new double[cells];
        _positions = new ushort[cells];
        _orderStarts = new int[((chains.Length - 1) * _rows) + 1];
        at = 0;
        for (int chain = 0; chain < chains.Length - 1; chain++)
        {
            for (int r = 0; r < _rows; r++)
            {
                for (int p = chains[chain]; p < chains[chain + 1]; p++)
                {
                    if (flow[suppliers[r], positions[p]] is not 0 and var value)
                    {
                        (_orderValues[at], _positions[at++]) = (value, (ushort)p);
                    }
                }

                _orderStarts[(chain * _rows) + r + 1] = at;
            }
        }
    }

    /// <summary>Takes the filled cells of a sector; <see langword="null"/> where there are so many that nothing is gained.</summary>
    /// <param name="flow">Flows: rows = all suppliers.</param>
    /// <param name="suppliers">The rows of the sector.</param>
    /// <param name="positions">The using industry at each position.</param>
    /// <param name="chains">The first position of each chain, and the end of the last.</param>
    /// <param name="padded">Positions in whole tiles.</param>
    internal static FilledCells? Of(Matrix flow, int[] suppliers, int[] positions, int[] chains, int padded)
    {
        int cells = 0;
        foreach (int i in suppliers)
        {
            foreach (double value in flow.Row(i))
            {
                cells += value != 0 ? 1 : 0;
            }
        }

        return cells > Most * suppliers.Length * positions.Length || positions.Length > ushort.MaxValue ? null : new FilledCells(flow, suppliers, positions, chains, padded, cells);
    }

    /// <summary><c>received = F' deliver</c> for some positions, and <c>supply = F' weight</c> where it is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Gather(int first, int count, double* deliver, double* weight, bool supplied, double* received, double* supply)
    {
        fixed (double* values = _values)
        fixed (ushort* suppliers = _suppliers)
        {
            for (int p = first; p < first + count; p++)
            {
                Vector512<double> a0 = default, a1 = default, a2 = default, b0 = default, b1 = default, b2 = default;
                int end = _starts[p + 1];
                for (int k = _starts[p]; k < end; k++)
                {
                    Vector512<double> f = Vector512.Create(values[k]);
                    double* d = deliver + (suppliers[k] * Width);
                    double* w = weight + (suppliers[k] * Width);
                    a0 = Vector512.FusedMultiplyAdd(f, Vector512.Load(d), a0);
                    a1 = Vector512.FusedMultiplyAdd(f, Vector512.Load(d + 8), a1);
                    a2 = Vector512.FusedMultiplyAdd(f, Vector512.Load(d + 16), a2);
                    b0 = Vector512.FusedMultiplyAdd(f, Vector512.Load(w), b0);
                    b1 = Vector512.FusedMultiplyAdd(f, Vector512.Load(w + 8), b1);
                    b2 = Vector512.FusedMultiplyAdd(f, Vector512.Load(w + 16), b2);
                }

                a0.Store(received);
                a1.Store(received + 8);
                a2.Store(received + 16);
                received += Width;
                if (supplied)
                {
                    b0.Store(supply);
                    b1.Store(supply + 8);
                    b2.Store(supply + 16);
                    supply += Width;
                }
            }
        }
    }

    /// <summary><c>sums = F panel</c> over a chain, or added to what stands there; 24 numbers a supplier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Ask(int chain, double* panel, double* sums, bool add)
    {
        fixed (double* values = _orderValues)
        fixed (ushort* positions = _positions)
        {
            for (int r = 0; r < _rows; r++)
            {
                Vector512<double> c0 = default, c1 = default, c2 = default;
                int end = _orderStarts[(chain * _rows) + r + 1];
                for (int k = _orderStarts[(chain * _rows) + r]; k < end; k++)
                {
                    Vector512<double> f = Vector512.Create(values[k]);
                    double* b = panel + ((nint)positions[k] * Width);
                    c0 = Vector512.FusedMultiplyAdd(f, Vector512.Load(b), c0);
                    c1 = Vector512.FusedMultiplyAdd(f, Vector512.Load(b + 8), c1);
                    c2 = Vector512.FusedMultiplyAdd(f, Vector512.Load(b + 16), c2);
                }

                if (add)
                {
                    c0 += Vector512.Load(sums);
                    c1 += Vector512.Load(sums + 8);
                    c2 += Vector512.Load(sums + 16);
                }

                c0.Store(sums);
                c1.Store(sums + 8);
                c2.Store(sums + 16);
                sums += Width;
            }
        }
    }
}
