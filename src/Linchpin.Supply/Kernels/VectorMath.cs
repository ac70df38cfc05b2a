using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Linchpin.Supply.Kernels;

/// <summary>Sums over rows. Each has one order of addition, whatever the registers of the machine.</summary>
internal static class VectorMath
{
    /// <summary><c>sums += factor * row</c>, one fused multiply-add an element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled(ReadOnlySpan<double> row, double factor, Span<double> sums)
    {
        int width = Vector<double>.Count;
        var f = new Vector<double>(factor);
        int j = 0;
        for (; j <= row.Length - width; j += width)
        {
            Vector.FusedMultiplyAdd(f, new Vector<double>(row[j..]), new Vector<double>(sums[j..])).CopyTo(sums[j..]);
        }

        for (; j < row.Length; j++)
        {
            sums[j] = Math.FusedMultiplyAdd(factor, row[j], sums[j]);
        }
    }

    /// <summary><c>quotient = -(row / divisor)</c>, 0 where the divisor is 0.</summary>
    /// <returns>Whether a quotient was negative before its sign was turned.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool NegatedQuotient(ReadOnlySpan<double> row, ReadOnlySpan<double> divisor, Span<double> quotient)
    {
        int width = Vector<double>.Count;
        Vector<double> least = Vector<double>.Zero;
        int j = 0;
        for (; j <= row.Length - width; j += width)
        {
            var by = new Vector<double>(divisor[j..]);
            Vector<double> q = Vector.ConditionalSelect(Vector.Equals(by, Vector<double>.Zero), Vector<double>.Zero, new Vector<double>(row[j..]) / by);
            least = Vector.Min(least, q);
            (-q).CopyTo(quotient[j..]);
        }

        bool negative = Vector.LessThanAny(least, Vector<double>.Zero);
        for (; j < row.Length; j++)
        {
            double q = divisor[j] == 0 ? 0 : row[j] / divisor[j];
            negative |= q < 0;
            quotient[j] = -q;
        }

        return negative;
    }

    /// <summary>The sum of a vector: 32 chains in rising order, added in one fixed order at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Sum(ReadOnlySpan<double> row)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        int j = 0;
        for (; j <= row.Length - 32; j += 32)
        {
            s0 += Vector512.Create(row.Slice(j, 8));
            s1 += Vector512.Create(row.Slice(j + 8, 8));
            s2 += Vector512.Create(row.Slice(j + 16, 8));
            s3 += Vector512.Create(row.Slice(j + 24, 8));
        }

        double rest = 0;
        for (; j < row.Length; j++)
        {
            rest += row[j];
        }

        return Total(s0, s1, s2, s3, rest);
    }

    /// <summary>The product of two vectors, in the order of <see cref="Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
        int j = 0;
        for (; j <= a.Length - 32; j += 32)
        {
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(j, 8)), Vector512.Create(b.Slice(j, 8)), s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(j + 8, 8)), Vector512.Create(b.Slice(j + 8, 8)), s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(j + 16, 8)), Vector512.Create(b.Slice(j + 16, 8)), s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(j + 24, 8)), Vector512.Create(b.Slice(j + 24, 8)), s3);
        }

        double rest = 0;
        for (; j < a.Length; j++)
        {
            rest = Math.FusedMultiplyAdd(a[j], b[j], rest);
        }

        return Total(s0, s1, s2, s3, rest);
    }

    /// <summary>The lanes of four sums and a rest, added in one fixed order.</summary>
    internal static double Total(Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3, double rest)
    {
        // The platform's own Sum of lanes may add in another order on another machine.
        Vector512<double> s = (s0 + s1) + (s2 + s3);
        return (((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))) + rest;
    }
}
