using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <summary>How wide the registers are that a product is calculated in. All three give the same bits.</summary>
internal enum Lanes
{
    /// <summary>One number at a time.</summary>
    Plain,

    /// <summary>Four doubles at a time (AVX2 with FMA).</summary>
    Vector256,

    /// <summary>Eight doubles at a time (AVX-512).</summary>
    Vector512,
}

/// <summary>The product of a sliver of 8 rows and a sliver of 24 columns: <c>C (8 x 24) = A (8 x k) B (k x 24)</c>, or added to C.</summary>
/// <remarks>
/// <para><b>Layout:</b> A is packed so that the 8 numbers of one k stand together, B so that its 24 do; C lies in its matrix with a row
/// stride.</para>
/// <para><b>Same bits on every machine:</b> each element of C is one chain of fused multiply-adds over k in rising order from 0, then one addition;
/// lanes never mix, so the width of a register and the number of threads change nothing.</para>
/// <para>The loops are compiled with full optimisation at once: the first table of a process is often its only one.</para>
/// <para><b>Cost:</b> 384 k flops for 256 k bytes of A and B read from cache and 3 KB of C read and written.</para>
/// </remarks>
internal static unsafe class TileProduct
{
    internal const int Height = 8;
    internal const int Width = Matrix.Tile;

    /// <summary>The widest registers that this machine has.</summary>
    internal static Lanes Widest { get; } = Vector512.IsHardwareAccelerated ? Lanes.Vector512
        : Vector256.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Fma.IsSupported ? Lanes.Vector256 : Lanes.Plain;

    /// <summary>Calculates one tile.</summary>
    /// <param name="lanes">Register width.</param>
    /// <param name="k">Length of the slivers.</param>
    /// <param name="a">Packed A.</param>
    /// <param name="b">Packed B, on a 64-byte line.</param>
    /// <param name="c">First element of C.</param>
    /// <param name="stride">Elements from a row of C to the next.</param>
    /// <param name="add">Whether the product is added to C or takes its place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run(Lanes lanes, int k, double* a, double* b, double* c, nint stride, bool add)
    {
        switch (lanes)
        {
            case Lanes.Vector512:
                Run512(k, a, b, c, stride, add);
                break;
            case Lanes.Vector256:
                // Sixteen registers hold a tile of 4 x 12: the 8 x 24 tile is done in quarters.
                Run256(k, a, b, c, stride, add);
                Run256(k, a, b + 12, c + 12, stride, add);
                Run256(k, a + 4, b, c + (4 * stride), stride, add);
                Run256(k, a + 4, b + 12, c + (4 * stride) + 12, stride, add);
                break;
            default:
                RunPlain(k, a, b, c, stride, add);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunPlain(int k, double* a, double* b, double* c, nint stride, bool add)
    {
        for (int r = 0; r < Height; r++)
        {
            for (int j = 0; j < Width; j++)
            {
                double sum = 0;
                for (int p = 0; p < k; p++)
                {
                    sum = Math.FusedMultiplyAdd(a[(p * Height) + r], b[(p * Width) + j], sum);
                }

                double* at = c + (r * stride) + j;
                *at = add ? *at + sum : sum;
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run512(int k, double* a, double* b, double* c, nint stride, bool add)
    {
        Vector512<double> c00 = Vector512<double>.Zero, c01 = Vector512<double>.Zero, c02 = Vector512<double>.Zero;
        Vector512<double> c10 = Vector512<double>.Zero, c11 = Vector512<double>.Zero, c12 = Vector512<double>.Zero;
        Vector512<double> c20 = Vector512<double>.Zero, c21 = Vector512<double>.Zero, c22 = Vector512<double>.Zero;
        Vector512<double> c30 = Vector512<double>.Zero, c31 = Vector512<double>.Zero, c32 = Vector512<double>.Zero;
        Vector512<double> c40 = Vector512<double>.Zero, c41 = Vector512<double>.Zero, c42 = Vector512<double>.Zero;
        Vector512<double> c50 = Vector512<double>.Zero, c51 = Vector512<double>.Zero, c52 = Vector512<double>.Zero;
        Vector512<double> c60 = Vector512<double>.Zero, c61 = Vector512<double>.Zero, c62 = Vector512<double>.Zero;
        Vector512<double> c70 = Vector512<double>.Zero, c71 = Vector512<double>.Zero, c72 = Vector512<double>.Zero;
        for (int p = 0; p < k; p++)
        {
            Vector512<double> b0 = Vector512.Load(b);
            Vector512<double> b1 = Vector512.Load(b + 8);
            Vector512<double> b2 = Vector512.Load(b + 16);
            Vector512<double> a0 = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(a0, b2, c02);
            Vector512<double> a1 = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(a1, b2, c12);
            Vector512<double> a2 = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(a2, b2, c22);
            Vector512<double> a3 = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(a3, b2, c32);
            Vector512<double> a4 = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(a4, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(a4, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(a4, b2, c42);
            Vector512<double> a5 = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(a5, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(a5, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(a5, b2, c52);
            Vector512<double> a6 = Vector512.Create(a[6]);
            c60 = Vector512.FusedMultiplyAdd(a6, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(a6, b1, c61);
            c62 = Vector512.FusedMultiplyAdd(a6, b2, c62);
            Vector512<double> a7 = Vector512.Create(a[7]);
            c70 = Vector512.FusedMultiplyAdd(a7, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(a7, b1, c71);
            c72 = Vector512.FusedMultiplyAdd(a7, b2, c72);
            a += Height;
            b += Width;
        }

        if (add)
        {
            c00 += Vector512.Load(c + (0 * stride));
            c01 += Vector512.Load(c + (0 * stride) + 8);
            c02 += Vector512.Load(c + (0 * stride) + 16);
            c10 += Vector512.Load(c + (1 * stride));
            c11 += Vector512.Load(c + (1 * stride) + 8);
            c12 += Vector512.Load(c + (1 * stride) + 16);
            c20 += Vector512.Load(c + (2 * stride));
            c21 += Vector512.Load(c + (2 * stride) + 8);
            c22 += Vector512.Load(c + (2 * stride) + 16);
            c30 += Vector512.Load(c + (3 * stride));
            c31 += Vector512.Load(c + (3 * stride) + 8);
            c32 += Vector512.Load(c + (3 * stride) + 16);
            c40 += Vector512.Load(c + (4 * stride));
            c41 += Vector512.Load(c + (4 * stride) + 8);
            c42 += Vector512.Load(c + (4 * stride) + 16);
            c50 += Vector512.Load(c + (5 * stride));
            c51 += Vector512.Load(c + (5 * stride) + 8);
            c52 += Vector512.Load(c + (5 * stride) + 16);
            c60 += Vector512.Load(c + (6 * stride));
            c61 += Vector512.Load(c + (6 * stride) + 8);
            c62 += Vector512.Load(c + (6 * stride) + 16);
            c70 += Vector512.Load(c + (7 * stride));
            c71 += Vector512.Load(c + (7 * stride) + 8);
            c72 += Vector512.Load(c + (7 * stride) + 16);
        }

        c00.Store(c + (0 * stride));
        c01.Store(c + (0 * stride) + 8);
        c02.Store(c + (0 * stride) + 16);
        c10.Store(c + (1 * stride));
        c11.Store(c + (1 * stride) + 8);
        c12.Store(c + (1 * stride) + 16);
        c20.Store(c + (2 * stride));
        c21.Store(c + (2 * stride) + 8);
        c22.Store(c + (2 * stride) + 16);
        c30.Store(c + (3 * stride));
        c31.Store(c + (3 * stride) + 8);
        c32.Store(c + (3 * stride) + 16);
        c40.Store(c + (4 * stride));
        c41.Store(c + (4 * stride) + 8);
        c42.Store(c + (4 * stride) + 16);
        c50.Store(c + (5 * stride));
        c51.Store(c + (5 * stride) + 8);
        c52.Store(c + (5 * stride) + 16);
        c60.Store(c + (6 * stride));
        c61.Store(c + (6 * stride) + 8);
        c62.Store(c + (6 * stride) + 16);
        c70.Store(c + (7 * stride));
        c71.Store(c + (7 * stride) + 8);
        c72.Store(c + (7 * stride) + 16);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run256(int k, double* a, double* b, double* c, nint stride, bool add)
    {
        Vector256<double> c00 = Vector256<double>.Zero, c01 = Vector256<double>.Zero, c02 = Vector256<double>.Zero;
        Vector256<double> c10 = Vector256<double>.Zero, c11 = Vector256<double>.Zero, c12 = Vector256<double>.Zero;
        Vector256<double> c20 = Vector256<double>.Zero, c21 = Vector256<double>.Zero, c22 = Vector256<double>.Zero;
        Vector256<double> c30 = Vector256<double>.Zero, c31 = Vector256<double>.Zero, c32 = Vector256<double>.Zero;
        for (int p = 0; p < k; p++)
        {
            Vector256<double> b0 = Vector256.Load(b);
            Vector256<double> b1 = Vector256.Load(b + 4);
            Vector256<double> b2 = Vector256.Load(b + 8);
            Vector256<double> a0 = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(a0, b2, c02);
            Vector256<double> a1 = Vector256.Create(a[1]);
            c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(a1, b2, c12);
            Vector256<double> a2 = Vector256.Create(a[2]);
            c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(a2, b2, c22);
            Vector256<double> a3 = Vector256.Create(a[3]);
            c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(a3, b2, c32);
            a += Height;
            b += Width;
        }

        if (add)
        {
            c00 += Vector256.Load(c + (0 * stride));
            c01 += Vector256.Load(c + (0 * stride) + 4);
            c02 += Vector256.Load(c + (0 * stride) + 8);
            c10 += Vector256.Load(c + (1 * stride));
            c11 += Vector256.Load(c + (1 * stride) + 4);
            c12 += Vector256.Load(c + (1 * stride) + 8);
            c20 += Vector256.Load(c + (2 * stride));
            c21 += Vector256.Load(c + (2 * stride) + 4);
            c22 += Vector256.Load(c + (2 * stride) + 8);
            c30 += Vector256.Load(c + (3 * stride));
            c31 += Vector256.Load(c + (3 * stride) + 4);
            c32 += Vector256.Load(c + (3 * stride) + 8);
        }

        c00.Store(c + (0 * stride));
        c01.Store(c + (0 * stride) + 4);
        c02.Store(c + (0 * stride) + 8);
        c10.Store(c + (1 * stride));
        c11.Store(c + (1 * stride) + 4);
        c12.Store(c + (1 * stride) + 8);
        c20.Store(c + (2 * stride));
        c21.Store(c + (2 * stride) + 4);
        c22.Store(c + (2 * stride) + 8);
        c30.Store(c + (3 * stride));
        c31.Store(c + (3 * stride) + 4);
        c32.Store(c + (3 * stride) + 8);
    }
}
