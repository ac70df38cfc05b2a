using System.Numerics;

namespace Linchpin.Supply.Kernels;

/// <summary>Sums over rows. Lanes of <see cref="AddScaled"/> never mix, so its result is the same on every machine; the order of <see cref="Sum"/> is fixed.</summary>
internal static class VectorMath
{
    /// <summary><c>sums += factor * row</c>, one fused multiply-add an element.</summary>
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

    /// <summary>The sum in eight interleaved chains, added pairwise at the end: the same order whatever the registers.</summary>
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
