using System.Numerics;
using System.Runtime.CompilerServices;

namespace Linchpin.Supply.Kernels;

/// <summary>The element-wise parts of one ARIO step for one input sector: each span runs over the using industries.</summary>
/// <remarks>Lanes never mix, so the results are the same on every machine. A call reads and writes 24 to 56 bytes an element.</remarks>
internal static class StockMath
{
    private const double RelativeClose = 1e-5;
    private const double AbsoluteClose = 1e-8;

    /// <summary><c>least = min(least, stock / wanted)</c> where anything is wanted, with <c>wanted = coefficient * output * factor</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Limit(ReadOnlySpan<double> stock, ReadOnlySpan<double> coefficient, ReadOnlySpan<double> output, double factor, Span<double> least)
    {
        int width = Vector<double>.Count;
        var f = new Vector<double>(factor);
        int j = 0;
        for (; j <= least.Length - width; j += width)
        {
            Vector<double> wanted = new Vector<double>(coefficient[j..]) * new Vector<double>(output[j..]) * f;
            var before = new Vector<double>(least[j..]);
            Vector.ConditionalSelect(Vector.GreaterThan(wanted, Vector<double>.Zero), Vector.Min(before, new Vector<double>(stock[j..]) / wanted), before).CopyTo(least[j..]);
        }

        for (; j < least.Length; j++)
        {
            double wanted = coefficient[j] * output[j] * factor;
            least[j] = wanted > 0 ? Math.Min(least[j], stock[j] / wanted) : least[j];
        }
    }

    /// <summary><c>stock = max(least, stock - coefficient * output + received)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Restock(Span<double> stock, ReadOnlySpan<double> coefficient, ReadOnlySpan<double> output, ReadOnlySpan<double> received, double least)
    {
        int width = Vector<double>.Count;
        var floor = new Vector<double>(least);
        int j = 0;
        for (; j <= stock.Length - width; j += width)
        {
            Vector<double> left = new Vector<double>(stock[j..]) - (new Vector<double>(coefficient[j..]) * new Vector<double>(output[j..])) + new Vector<double>(received[j..]);
            Vector.Max(left, floor).CopyTo(stock[j..]);
        }

        for (; j < stock.Length; j++)
        {
            stock[j] = Math.Max(stock[j] - (coefficient[j] * output[j]) + received[j], least);
        }
    }

    /// <summary><c>order = (coefficient * output + max(coefficient * wished * days - stock, 0) * pace) / supply</c>, 0 where there is no
    /// supply: what is ordered for each unit of an initial flow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Order(
        ReadOnlySpan<double> stock, ReadOnlySpan<double> coefficient, ReadOnlySpan<double> output, ReadOnlySpan<double> wished, ReadOnlySpan<double> supply, double days, double pace, Span<double> order)
    {
        int width = Vector<double>.Count;
        var d = new Vector<double>(days);
        var p = new Vector<double>(pace);
        int j = 0;
        for (; j <= order.Length - width; j += width)
        {
            var a = new Vector<double>(coefficient[j..]);
            var s = new Vector<double>(supply[j..]);
            Vector<double> gap = Vector.Max((a * new Vector<double>(wished[j..]) * d) - new Vector<double>(stock[j..]), Vector<double>.Zero);
            Vector<double> need = (a * new Vector<double>(output[j..])) + (gap * p);
            Vector.ConditionalSelect(Vector.GreaterThan(s, Vector<double>.Zero), need / s, Vector<double>.Zero).CopyTo(order[j..]);
        }

        for (; j < order.Length; j++)
        {
            double gap = Math.Max((coefficient[j] * wished[j] * days) - stock[j], 0);
            order[j] = supply[j] > 0 ? ((coefficient[j] * output[j]) + (gap * pace)) / supply[j] : 0;
        }
    }

    /// <summary><c>product *= factor</c>, element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Multiply(Span<double> product, ReadOnlySpan<double> factor)
    {
        int width = Vector<double>.Count;
        int j = 0;
        for (; j <= product.Length - width; j += width)
        {
            (new Vector<double>(product[j..]) * new Vector<double>(factor[j..])).CopyTo(product[j..]);
        }

        for (; j < product.Length; j++)
        {
            product[j] *= factor[j];
        }
    }

    /// <summary>Whether <c>found</c> is within 1e-8 and 1e-5 of <c>coefficient * output * factor</c> in every element.</summary>
    internal static bool Close(ReadOnlySpan<double> found, ReadOnlySpan<double> coefficient, ReadOnlySpan<double> output, double factor)
    {
        for (int j = 0; j < found.Length; j++)
        {
            double wanted = coefficient[j] * output[j] * factor;
            if (!(Math.Abs(found[j] - wanted) <= AbsoluteClose + (RelativeClose * Math.Abs(wanted))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>a += x * row</c> and <c>b += y * row</c> in one reading of the row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddTwice(ReadOnlySpan<double> row, double x, Span<double> a, double y, Span<double> b)
    {
        int width = Vector<double>.Count;
        var vx = new Vector<double>(x);
        var vy = new Vector<double>(y);
        int j = 0;
        for (; j <= row.Length - width; j += width)
        {
            var z = new Vector<double>(row[j..]);
            Vector.FusedMultiplyAdd(vx, z, new Vector<double>(a[j..])).CopyTo(a[j..]);
            Vector.FusedMultiplyAdd(vy, z, new Vector<double>(b[j..])).CopyTo(b[j..]);
        }

        for (; j < row.Length; j++)
        {
            a[j] = Math.FusedMultiplyAdd(x, row[j], a[j]);
            b[j] = Math.FusedMultiplyAdd(y, row[j], b[j]);
        }
    }
}
