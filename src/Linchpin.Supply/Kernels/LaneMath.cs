using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <summary>The element-wise parts of an ARIO day for 24 runs side by side: the counterparts of <see cref="StockMath"/>, operation by operation.</summary>
/// <remarks>
/// <para><b>Layout:</b> a panel holds 24 doubles a row, one a lane; a row is three lines of 64 bytes. Lanes never mix.</para>
/// <para><b>Same bits</b> as the single run and on every machine: every element goes through the same operations in the same order, and
/// without AVX-512 the platform does each of them in halves.</para>
/// </remarks>
internal static unsafe class LaneMath
{
    internal const int Width = Matrix.Tile;
    private const int Line = 8;

    /// <summary><c>ratio = min(ratio, stock / wanted)</c> where the stock is under what is wanted, with <c>wanted = coefficient * output *
    /// factor</c>; rows are positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Limit(double* stock, double* coefficient, double* output, double* factor, int rows, double* ratio)
    {
        for (int v = 0; v < Width; v += Line)
        {
            Vector512<double> f = Vector512.Load(factor + v);
            double* held = stock + v, made = output + v, least = ratio + v;
            for (int p = 0; p < rows; p++)
            {
                Vector512<double> wanted = Vector512.Create(coefficient[p]) * Vector512.Load(made) * f;
                Vector512<double> h = Vector512.Load(held);

                // A division is slow and a shortage rare.
                if (Vector512.LessThanAny(h, wanted))
                {
                    Vector512<double> before = Vector512.Load(least);
                    Vector512.ConditionalSelect(Vector512.LessThan(h, wanted), Vector512.Min(before, h / wanted), before).Store(least);
                }

                held += Width;
                made += Width;
                least += Width;
            }
        }
    }

    /// <summary>Deliveries into stock, and the next orders, for one tile of positions.</summary>
    /// <param name="rows">Positions in the tile.</param>
    /// <param name="received">What suppliers deliver on a unit of order; row a position.</param>
    /// <param name="supply">Present supply on a unit of order.</param>
    /// <param name="fixedSupply">Supply before the event, one number a position, for lanes whose orders keep the initial shares.</param>
    /// <param name="keeps">All bits set in lanes whose orders keep the initial shares.</param>
    /// <param name="coefficient">Input in one unit of output, one number a position.</param>
    /// <param name="output">Output of the day.</param>
    /// <param name="wished">Output wished for.</param>
    /// <param name="days">Inventory days by lane.</param>
    /// <param name="pace">One over the restoration days, by lane.</param>
    /// <param name="stock">Stock; overwritten.</param>
    /// <param name="order">Order on a unit of flow; overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Restock(
        int rows, double* received, double* supply, double* fixedSupply, double* keeps, double* coefficient, double* output, double* wished, double* days, double* pace, double* stock, double* order)
    {
        for (int v = 0; v < Width; v += Line)
        {
            Vector512<double> d = Vector512.Load(days + v), p = Vector512.Load(pace + v), keep = Vector512.Load(keeps + v);
            for (int r = 0, at = v; r < rows; r++, at += Width)
            {
                Vector512<double> a = Vector512.Create(coefficient[r]);
                Vector512<double> used = a * Vector512.Load(output + at);
                Vector512<double> held = Vector512.Load(stock + at) - used + (Vector512.Load(received + at) * Vector512.Load(order + at));
                held = Vector512.Max(held, Vector512<double>.Zero);
                held.Store(stock + at);
                Vector512<double> s = Vector512.ConditionalSelect(keep, Vector512.Create(fixedSupply[r]), Vector512.Load(supply + at));
                Vector512<double> gap = Vector512.Max((a * Vector512.Load(wished + at) * d) - held, Vector512<double>.Zero);
                Vector512<double> need = used + (gap * p);
                Vector512.ConditionalSelect(Vector512.GreaterThan(s, Vector512<double>.Zero), need / s, Vector512<double>.Zero).Store(order + at);
            }
        }
    }

    /// <summary><c>sums += other</c>, row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(double* sums, double* other, int rows)
    {
        for (nint at = 0; at < (nint)rows * Width; at += Line)
        {
            (Vector512.Load(sums + at) + Vector512.Load(other + at)).Store(sums + at);
        }
    }

    /// <summary><c>product = a * b</c>, row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(double* a, double* b, int rows, double* product)
    {
        for (nint at = 0; at < (nint)rows * Width; at += Line)
        {
            (Vector512.Load(a + at) * Vector512.Load(b + at)).Store(product + at);
        }
    }
}
