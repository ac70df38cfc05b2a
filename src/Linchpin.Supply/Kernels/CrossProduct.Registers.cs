using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <content>The sums of 8, 4 and 1 suppliers, every one of them in a register of its own, written out: the compiler does not unroll.</content>
internal static unsafe partial class CrossProduct
{
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum512x8(double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        Vector512<double> c00 = Vector512<double>.Zero, c01 = Vector512<double>.Zero, c02 = Vector512<double>.Zero;
        Vector512<double> c10 = Vector512<double>.Zero, c11 = Vector512<double>.Zero, c12 = Vector512<double>.Zero;
        Vector512<double> c20 = Vector512<double>.Zero, c21 = Vector512<double>.Zero, c22 = Vector512<double>.Zero;
        Vector512<double> c30 = Vector512<double>.Zero, c31 = Vector512<double>.Zero, c32 = Vector512<double>.Zero;
        Vector512<double> c40 = Vector512<double>.Zero, c41 = Vector512<double>.Zero, c42 = Vector512<double>.Zero;
        Vector512<double> c50 = Vector512<double>.Zero, c51 = Vector512<double>.Zero, c52 = Vector512<double>.Zero;
        Vector512<double> c60 = Vector512<double>.Zero, c61 = Vector512<double>.Zero, c62 = Vector512<double>.Zero;
        Vector512<double> c70 = Vector512<double>.Zero, c71 = Vector512<double>.Zero, c72 = Vector512<double>.Zero;
        nint toNext = (rows - 1) * Height;
        while (from < to)
        {
            int stop = Math.Min(to, (from | (Height - 1)) + 1);
            for (; from < stop; from++)
            {
                Vector512<double> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 8), b2 = Vector512.Load(b + 16);
                Vector512<double> a0 = Vector512.Create(a[0]);
                c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
                c02 = Vector512.FusedMultiplyAdd(a0, b2, c02);
                Vector512<double> a1 = Vector512.Create(a[8]);
                c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
                c12 = Vector512.FusedMultiplyAdd(a1, b2, c12);
                Vector512<double> a2 = Vector512.Create(a[16]);
                c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
                c22 = Vector512.FusedMultiplyAdd(a2, b2, c22);
                Vector512<double> a3 = Vector512.Create(a[24]);
                c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
                c32 = Vector512.FusedMultiplyAdd(a3, b2, c32);
                Vector512<double> a4 = Vector512.Create(a[32]);
                c40 = Vector512.FusedMultiplyAdd(a4, b0, c40);
                c41 = Vector512.FusedMultiplyAdd(a4, b1, c41);
                c42 = Vector512.FusedMultiplyAdd(a4, b2, c42);
                Vector512<double> a5 = Vector512.Create(a[40]);
                c50 = Vector512.FusedMultiplyAdd(a5, b0, c50);
                c51 = Vector512.FusedMultiplyAdd(a5, b1, c51);
                c52 = Vector512.FusedMultiplyAdd(a5, b2, c52);
                Vector512<double> a6 = Vector512.Create(a[48]);
                c60 = Vector512.FusedMultiplyAdd(a6, b0, c60);
                c61 = Vector512.FusedMultiplyAdd(a6, b1, c61);
                c62 = Vector512.FusedMultiplyAdd(a6, b2, c62);
                Vector512<double> a7 = Vector512.Create(a[56]);
                c70 = Vector512.FusedMultiplyAdd(a7, b0, c70);
                c71 = Vector512.FusedMultiplyAdd(a7, b1, c71);
                c72 = Vector512.FusedMultiplyAdd(a7, b2, c72);
                a++;
                b += Width;
            }

            a += toNext;
        }

        if (add)
        {
            c00 += Vector512.Load(sums + 0);
            c01 += Vector512.Load(sums + 8);
            c02 += Vector512.Load(sums + 16);
            c10 += Vector512.Load(sums + 24);
            c11 += Vector512.Load(sums + 32);
            c12 += Vector512.Load(sums + 40);
            c20 += Vector512.Load(sums + 48);
            c21 += Vector512.Load(sums + 56);
            c22 += Vector512.Load(sums + 64);
            c30 += Vector512.Load(sums + 72);
            c31 += Vector512.Load(sums + 80);
            c32 += Vector512.Load(sums + 88);
            c40 += Vector512.Load(sums + 96);
            c41 += Vector512.Load(sums + 104);
            c42 += Vector512.Load(sums + 112);
            c50 += Vector512.Load(sums + 120);
            c51 += Vector512.Load(sums + 128);
            c52 += Vector512.Load(sums + 136);
            c60 += Vector512.Load(sums + 144);
            c61 += Vector512.Load(sums + 152);
            c62 += Vector512.Load(sums + 160);
            c70 += Vector512.Load(sums + 168);
            c71 += Vector512.Load(sums + 176);
            c72 += Vector512.Load(sums + 184);
        }

        c00.Store(sums + 0);
        c01.Store(sums + 8);
        c02.Store(sums + 16);
        c10.Store(sums + 24);
        c11.Store(sums + 32);
        c12.Store(sums + 40);
        c20.Store(sums + 48);
        c21.Store(sums + 56);
        c22.Store(sums + 64);
        c30.Store(sums + 72);
        c31.Store(sums + 80);
        c32.Store(sums + 88);
        c40.Store(sums + 96);
        c41.Store(sums + 104);
        c42.Store(sums + 112);
        c50.Store(sums + 120);
        c51.Store(sums + 128);
        c52.Store(sums + 136);
        c60.Store(sums + 144);
        c61.Store(sums + 152);
        c62.Store(sums + 160);
        c70.Store(sums + 168);
        c71.Store(sums + 176);
        c72.Store(sums + 184);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum512x4(double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        Vector512<double> c00 = Vector512<double>.Zero, c01 = Vector512<double>.Zero, c02 = Vector512<double>.Zero;
        Vector512<double> c10 = Vector512<double>.Zero, c11 = Vector512<double>.Zero, c12 = Vector512<double>.Zero;
        Vector512<double> c20 = Vector512<double>.Zero, c21 = Vector512<double>.Zero, c22 = Vector512<double>.Zero;
        Vector512<double> c30 = Vector512<double>.Zero, c31 = Vector512<double>.Zero, c32 = Vector512<double>.Zero;
        nint toNext = (rows - 1) * Height;
        while (from < to)
        {
            int stop = Math.Min(to, (from | (Height - 1)) + 1);
            for (; from < stop; from++)
            {
                Vector512<double> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 8), b2 = Vector512.Load(b + 16);
                Vector512<double> a0 = Vector512.Create(a[0]);
                c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
                c02 = Vector512.FusedMultiplyAdd(a0, b2, c02);
                Vector512<double> a1 = Vector512.Create(a[8]);
                c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
                c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
                c12 = Vector512.FusedMultiplyAdd(a1, b2, c12);
                Vector512<double> a2 = Vector512.Create(a[16]);
                c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
                c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
                c22 = Vector512.FusedMultiplyAdd(a2, b2, c22);
                Vector512<double> a3 = Vector512.Create(a[24]);
                c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
                c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
                c32 = Vector512.FusedMultiplyAdd(a3, b2, c32);
                a++;
                b += Width;
            }

            a += toNext;
        }

        if (add)
        {
            c00 += Vector512.Load(sums + 0);
            c01 += Vector512.Load(sums + 8);
            c02 += Vector512.Load(sums + 16);
            c10 += Vector512.Load(sums + 24);
            c11 += Vector512.Load(sums + 32);
            c12 += Vector512.Load(sums + 40);
            c20 += Vector512.Load(sums + 48);
            c21 += Vector512.Load(sums + 56);
            c22 += Vector512.Load(sums + 64);
            c30 += Vector512.Load(sums + 72);
            c31 += Vector512.Load(sums + 80);
            c32 += Vector512.Load(sums + 88);
        }

        c00.Store(sums + 0);
        c01.Store(sums + 8);
        c02.Store(sums + 16);
        c10.Store(sums + 24);
        c11.Store(sums + 32);
        c12.Store(sums + 40);
        c20.Store(sums + 48);
        c21.Store(sums + 56);
        c22.Store(sums + 64);
        c30.Store(sums + 72);
        c31.Store(sums + 80);
        c32.Store(sums + 88);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum512x1(double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        Vector512<double> c00 = Vector512<double>.Zero, c01 = Vector512<double>.Zero, c02 = Vector512<double>.Zero;
        nint toNext = (rows - 1) * Height;
        while (from < to)
        {
            int stop = Math.Min(to, (from | (Height - 1)) + 1);
            for (; from < stop; from++)
            {
                Vector512<double> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 8), b2 = Vector512.Load(b + 16);
                Vector512<double> a0 = Vector512.Create(a[0]);
                c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
                c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
                c02 = Vector512.FusedMultiplyAdd(a0, b2, c02);
                a++;
                b += Width;
            }

            a += toNext;
        }

        if (add)
        {
            c00 += Vector512.Load(sums + 0);
            c01 += Vector512.Load(sums + 8);
            c02 += Vector512.Load(sums + 16);
        }

        c00.Store(sums + 0);
        c01.Store(sums + 8);
        c02.Store(sums + 16);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum256x4(double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        Vector256<double> c00 = Vector256<double>.Zero, c01 = Vector256<double>.Zero, c02 = Vector256<double>.Zero;
        Vector256<double> c10 = Vector256<double>.Zero, c11 = Vector256<double>.Zero, c12 = Vector256<double>.Zero;
        Vector256<double> c20 = Vector256<double>.Zero, c21 = Vector256<double>.Zero, c22 = Vector256<double>.Zero;
        Vector256<double> c30 = Vector256<double>.Zero, c31 = Vector256<double>.Zero, c32 = Vector256<double>.Zero;
        nint toNext = (rows - 1) * Height;
        while (from < to)
        {
            int stop = Math.Min(to, (from | (Height - 1)) + 1);
            for (; from < stop; from++)
            {
                Vector256<double> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 4), b2 = Vector256.Load(b + 8);
                Vector256<double> a0 = Vector256.Create(a[0]);
                c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
                c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
                c02 = Vector256.FusedMultiplyAdd(a0, b2, c02);
                Vector256<double> a1 = Vector256.Create(a[8]);
                c10 = Vector256.FusedMultiplyAdd(a1, b0, c10);
                c11 = Vector256.FusedMultiplyAdd(a1, b1, c11);
                c12 = Vector256.FusedMultiplyAdd(a1, b2, c12);
                Vector256<double> a2 = Vector256.Create(a[16]);
                c20 = Vector256.FusedMultiplyAdd(a2, b0, c20);
                c21 = Vector256.FusedMultiplyAdd(a2, b1, c21);
                c22 = Vector256.FusedMultiplyAdd(a2, b2, c22);
                Vector256<double> a3 = Vector256.Create(a[24]);
                c30 = Vector256.FusedMultiplyAdd(a3, b0, c30);
                c31 = Vector256.FusedMultiplyAdd(a3, b1, c31);
                c32 = Vector256.FusedMultiplyAdd(a3, b2, c32);
                a++;
                b += Width;
            }

            a += toNext;
        }

        if (add)
        {
            c00 += Vector256.Load(sums + 0);
            c01 += Vector256.Load(sums + 4);
            c02 += Vector256.Load(sums + 8);
            c10 += Vector256.Load(sums + 24);
            c11 += Vector256.Load(sums + 28);
            c12 += Vector256.Load(sums + 32);
            c20 += Vector256.Load(sums + 48);
            c21 += Vector256.Load(sums + 52);
            c22 += Vector256.Load(sums + 56);
            c30 += Vector256.Load(sums + 72);
            c31 += Vector256.Load(sums + 76);
            c32 += Vector256.Load(sums + 80);
        }

        c00.Store(sums + 0);
        c01.Store(sums + 4);
        c02.Store(sums + 8);
        c10.Store(sums + 24);
        c11.Store(sums + 28);
        c12.Store(sums + 32);
        c20.Store(sums + 48);
        c21.Store(sums + 52);
        c22.Store(sums + 56);
        c30.Store(sums + 72);
        c31.Store(sums + 76);
        c32.Store(sums + 80);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum256x1(double* a, double* b, int from, int to, nint rows, double* sums, bool add)
    {
        Vector256<double> c00 = Vector256<double>.Zero, c01 = Vector256<double>.Zero, c02 = Vector256<double>.Zero;
        nint toNext = (rows - 1) * Height;
        while (from < to)
        {
            int stop = Math.Min(to, (from | (Height - 1)) + 1);
            for (; from < stop; from++)
            {
                Vector256<double> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 4), b2 = Vector256.Load(b + 8);
                Vector256<double> a0 = Vector256.Create(a[0]);
                c00 = Vector256.FusedMultiplyAdd(a0, b0, c00);
                c01 = Vector256.FusedMultiplyAdd(a0, b1, c01);
                c02 = Vector256.FusedMultiplyAdd(a0, b2, c02);
                a++;
                b += Width;
            }

            a += toNext;
        }

        if (add)
        {
            c00 += Vector256.Load(sums + 0);
            c01 += Vector256.Load(sums + 4);
            c02 += Vector256.Load(sums + 8);
        }

        c00.Store(sums + 0);
        c01.Store(sums + 4);
        c02.Store(sums + 8);
    }
}
