using System.Numerics;
using System.Runtime.CompilerServices;

namespace Linchpin.Supply.Kernels;

/// <summary>Sums over rows. Lanes of <see cref="AddScaled"/> never mix, so its result is the same on every machine; the order of <see cref="Sum"/> is fixed.</summary>
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

    /// <summary>The sum in eight interleaved chains, added pairwise at the end: the same order whatever the registers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Sum(ReadOnlySpan<double> row)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        int j = 0;
        for (; j <= row.Length - 8; j += 8)
        {
            for (int l = 0; l < 8; l++)
            {
                lanes[l] += row[j + l];
            }
        }

        for (int l = 0; j < row.Length; j++, l++)
        {
            lanes[l] += row[j];
        }

        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }

    /// <summary>The product of two vectors, in the order of <see cref="Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Span<double> lanes = stackalloc double[8];
        lanes.Clear();
        int j = 0;
        for (; j <= a.Length - 8; j += 8)
        {
            for (int l = 0; l < 8; l++)
            {
                lanes[l] = Math.FusedMultiplyAdd(a[j + l], b[j + l], lanes[l]);
            }
        }

        for (int l = 0; j < a.Length; j++, l++)
        {
            lanes[l] = Math.FusedMultiplyAdd(a[j], b[j], lanes[l]);
        }

        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }
}
