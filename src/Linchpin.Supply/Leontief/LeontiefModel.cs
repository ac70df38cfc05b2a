using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Leontief;

/// <summary>The Leontief model of a table on a basis: output x, value added va and its coefficient v, the inverse L.</summary>
/// <remarks>
/// <para><b>Equations</b> (Miller and Blair 2009, ch. 2): <c>A = Z diag(1/x)</c>, <c>L = inv(I - A)</c>, <c>va = x - column sums of Z</c>,
/// <c>v = va / x</c>.
/// Where x is 0 the column of A and v are 0.</para>
/// <para><b>Check:</b> 1'(I - A) L = 1' whatever the basis, so a column of the inverse that misses it is found and refused.</para>
/// </remarks>
internal sealed class LeontiefModel
{
    private readonly Lock _lock = new();
    private Exposures.SourceSums? _sources;
    private Matrix? _absorbed;

    private const double WorstResidual = 1e-9;

    private LeontiefModel(InputOutputTable table, Basis basis, double[] x, double[] va, double[] v, double[] used, Matrix inverse, string kernel)
    {
        Kernel = kernel;
        Table = table;
        Basis = basis;
        X = x;
        ValueAdded = va;
        V = v;
        Used = used;
        L = inverse;
    }

    internal InputOutputTable Table { get; }

    internal Basis Basis { get; }

    /// <summary>Gross output by industry.</summary>
    internal double[] X { get; }

    /// <summary>Value added by industry: the residual x less column sum of Z.</summary>
    internal double[] ValueAdded { get; }

    /// <summary>Value added in one unit of output; 0 where there is no output.</summary>
    internal double[] V { get; }

    /// <summary>All intermediate inputs by using industry: the column sums of Z.</summary>
    internal double[] Used { get; }

    /// <summary>The Leontief inverse; rows = supplying industry, columns = using industry.</summary>
    internal Matrix L { get; }

    /// <summary>What inverted I - A: <c>managed</c>, or the native library with its version.</summary>
    internal string Kernel { get; }

    /// <summary>Output by industry (rows) that the final demand of each country (columns) calls forth, X = L Y with the columns of Y summed by
    /// country; made once. Rows add up to L f.</summary>
    internal Matrix Absorbed(CancellationToken cancel)
    {
        lock (_lock)
        {
            return _absorbed ??= MatrixProduct.Of(L, FinalDemand(), cancel);
        }
    }

    /// <summary>Z and L summed over the rows of each country, made once.</summary>
    internal Exposures.SourceSums Sources(CancellationToken cancel)
    {
        lock (_lock)
        {
            return _sources ??= Exposures.SourceSums.Of(this, cancel);
        }
    }

    /// <summary>x0 = L f: the output that final demand calls forth. On the basis rowsum it is x; on the other it differs by the table's
    /// gaps.</summary>
    internal double[] Demanded()
    {
        double[] f = [.. Enumerable.Range(0, X.Length).Select(i => VectorMath.Sum(Table.Y.Row(i)))];
        return [.. Enumerable.Range(0, X.Length).Select(i => VectorMath.Dot(L.Row(i), f))];
    }

    /// <summary>Final demand for each industry's products (rows) by country (columns), every category added up.</summary>
    internal Matrix FinalDemand()
    {
        int categories = Table.Categories.Count;
        var demand = new Matrix(Table.Industries, Table.Countries.Count);
        for (int i = 0; i < demand.Rows; i++)
        {
            for (int c = 0; c < demand.Columns; c++)
            {
                demand[i, c] = VectorMath.Sum(Table.Y.Row(i).Slice(c * categories, categories));
            }
        }

        return demand;
    }

    internal static LeontiefModel Of(InputOutputTable table, Basis basis, CancellationToken cancel) =>
        Of(table, basis, InverseSetting.Read(), TileProduct.Widest, Environment.ProcessorCount, cancel);

    internal static LeontiefModel Of(InputOutputTable table, Basis basis, InverseKernel want, Lanes lanes, int threads, CancellationToken cancel)
    {
        int n = table.Industries;
        double[] x = GrossOutput.Of(table, basis);
        double[] used = GrossOutput.ColumnSums(table.Z);
        double[] va = new double[n];
        double[] v = new double[n];
        double[] share = new double[n];
        for (int j = 0; j < n; j++)
        {
            va[j] = x[j] - used[j];
            v[j] = x[j] == 0 ? 0 : va[j] / x[j];
            share[j] = x[j] == 0 ? 0 : 1 / x[j];
        }

        var inverse = new Matrix(n, n);
        bool negative = Fill();
        double radius = negative ? SpectralRadius.Of(table.Z, share) : 0;
        (int bad, string kernel) = InverseSetting.Invert(inverse, () => Fill(), want, lanes, threads, cancel);
        if (bad >= 0 || radius >= 1)
        {
            throw NoInverse(table, x, share, bad, radius, basis);
        }

        Verify(table, inverse, x, used);
        return new LeontiefModel(table, basis, x, va, v, used, inverse, kernel);

        // I - A; whether a cell of A is negative.
        bool Fill()
        {
            bool found = false;
            for (int i = 0; i < n; i++)
            {
                found |= VectorMath.NegatedQuotient(table.Z.Row(i), x, inverse.Row(i));
                inverse[i, i] += 1;
            }

            return found;
        }
    }

    private static Claims.FaultException NoInverse(InputOutputTable table, double[] x, double[] share, int bad, double radius, Basis basis)
    {
        double found = radius > 0 ? radius : SpectralRadius.Of(table.Z, share);
        string where = bad >= 0 ? $" Elimination stops at {table.NameOf(Math.Min(bad, table.Industries - 1))}." : "";
        int own = bad >= 0 && bad < x.Length ? bad : -1;
        return own >= 0 && x[own] != 0 && table.Z[own, own] == x[own]
            ? SupplyFaults.Singular.Because($"On {basis.Words()}, {table.NameOf(own)} uses all of its own output: I - A is singular.")
            : SupplyFaults.SpectralRadius.Because(FormattableString.Invariant($"On {basis.Words()}, the spectral radius of A is about {found:0.######}.{where}"));
    }

    /// <summary>Holds 1'(I - A) L to 1' in every column.</summary>
    private static void Verify(InputOutputTable table, Matrix inverse, double[] x, double[] used)
    {
        int n = x.Length;
        double[] sums = new double[n];
        for (int i = 0; i < n; i++)
        {
            double left = x[i] == 0 ? 1 : (x[i] - used[i]) / x[i];
            VectorMath.AddScaled(inverse.Row(i), left, sums);
        }

        for (int j = 0; j < n; j++)
        {
            if (!(Math.Abs(sums[j] - 1) <= WorstResidual))
            {
                throw SupplyFaults.Inaccurate.Because(FormattableString.Invariant($"The accounts of {table.NameOf(j)} add up to {sums[j]:R} instead of 1."));
            }
        }
    }
}
