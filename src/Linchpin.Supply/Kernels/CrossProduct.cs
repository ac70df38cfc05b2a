namespace Linchpin.Supply.Kernels;

/// <summary>The product of packed flows and a panel of 24 lanes along the using industries: <c>sums (rows x 24) = F (rows x k) B (k x 24)</c>.</summary>
/// <remarks>
/// <para><b>Layout:</b> F lies as <see cref="TileProduct"/> reads it for the product along the suppliers: tiles of 8 using industries, in each
/// tile one line of 8 numbers a supplier. Here the same lines are read crosswise, so that F is held and moved once for both products.</para>
/// <para><b>Same bits on every machine:</b> each sum is one chain of fused multiply-adds in rising order from 0, then one addition where it is
/// asked for; lanes never mix.</para>
/// <para><b>Cost:</b> 48 flops a row and position for 8 bytes of F and, once for 8 rows, 192 bytes of B, both from the first cache.</para>
/// </remarks>
internal static unsafe partial class CrossProduct
{
    private const int Height = TileProduct.Height;
    private const int Width = TileProduct.Width;

    /// <summary>Calculates the sums of all suppliers over positions <paramref name="from"/> to <paramref name="to"/>, the last left out.</summary>
    /// <param name="lanes">Register width.</param>
    /// <param name="flows">Packed F, first tile.</param>
    /// <param name="rows">Suppliers: as many as a tile holds.</param>
    /// <param name="panel">B, position 0.</param>
    /// <param name="from">First position.</param>
    /// <param name="to">Last position, left out.</param>
    /// <param name="sums">Where to: 24 numbers a supplier, supplier 0 first.</param>
    /// <param name="add">Whether the product is added to what stands there or takes its place.</param>
    internal static void Run(Lanes lanes, double* flows, int rows, double* panel, int from, int to, double* sums, bool add)
    {
        double* a = flows + ((nint)(from / Height) * rows * Height) + (from % Height);
        double* b = panel + ((nint)from * Width);
        double* c = sums;
        for (int left = rows; left > 0;)
        {
            int count = left >= 8 ? 8 : left >= 4 ? 4 : 1;
            switch (lanes)
            {
                case Lanes.Vector512:
                    Run512(count, a, b, from, to, rows, c, add);
                    break;
                case Lanes.Vector256:
                    Run256(count, a, b, from, to, rows, c, add);
                    break;
                default:
                    RunPlain(count, a, b, from, to, rows, c, add);
                    break;
            }

            left -= count;
            a += count * Height;
            c += count * Width;
        }
    }

    private static void Run512(int count, double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        if (count == 8)
        {
            Sum512x8(a, b, from, to, rows, sums, add);
        }
        else if (count == 4)
        {
            Sum512x4(a, b, from, to, rows, sums, add);
        }
        else
        {
            Sum512x1(a, b, from, to, rows, sums, add);
        }
    }

    private static void Run256(int count, double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        // Sixteen registers hold sums of 4 suppliers x 12 lanes.
        for (int lane = 0; lane < Width; lane += 12)
        {
            int done = 0;
            for (; done + 4 <= count; done += 4)
            {
                Sum256x4(a + (done * Height), b + lane, from, to, rows, sums + (done * Width) + lane, add);
            }

            for (; done < count; done++)
            {
                Sum256x1(a + (done * Height), b + lane, from, to, rows, sums + (done * Width) + lane, add);
            }
        }
    }

    private static void RunPlain(int count, double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        for (int r = 0; r < count; r++)
        {
            for (int lane = 0; lane < Width; lane++)
            {
                double sum = 0;
                double* at = a + (r * Height);
                for (int p = from; p < to; p++)
                {
                    sum = Math.FusedMultiplyAdd(*at, b[((p - from) * Width) + lane], sum);
                    at += (p & (Height - 1)) == Height - 1 ? ((rows - 1) * Height) + 1 : 1;
                }

                double* to24 = sums + (r * Width) + lane;
                *to24 = add ? *to24 + sum : sum;
            }
        }
    }
}
