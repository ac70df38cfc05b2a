using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.LinearProgrammes;

/// <summary>The inverse of a simplex basis, held whole and changed by one column at a time.</summary>
/// <remarks>
/// <para><b>Layout:</b> transposed: row r holds column r of the inverse, so that both products and the exchange of a column run along rows.</para>
/// <para><b>Cost:</b> an exchange reads and writes at most 16 m^2 bytes; rows in which the leaving position is 0 are left alone, which most are
/// at the start.</para>
/// </remarks>
internal sealed class BasisInverse
{
    private readonly Matrix _columns;

    internal BasisInverse(int rows)
    {
        _columns = new Matrix(rows, rows);
        Reset();
    }

    /// <summary>Makes it the identity: the basis of all logical variables.</summary>
    internal void Reset()
    {
        for (int r = 0; r < _columns.Rows; r++)
        {
            _columns.Row(r).Clear();
            _columns[r, r] = 1;
        }
    }

    /// <summary>alpha = inverse times a column given by its rows and values.</summary>
    internal void Times(ReadOnlySpan<int> rows, ReadOnlySpan<double> values, Span<double> alpha)
    {
        alpha.Clear();
        for (int k = 0; k < rows.Length; k++)
        {
            if (values[k] != 0)
            {
                VectorMath.AddScaled(_columns.Row(rows[k]), values[k], alpha);
            }
        }
    }

    /// <summary>price = cost' inverse.</summary>
    internal void Price(ReadOnlySpan<double> cost, Span<double> price)
    {
        for (int r = 0; r < price.Length; r++)
        {
            price[r] = VectorMath.Dot(_columns.Row(r), cost);
        }
    }

    /// <summary>A row of the inverse.</summary>
    internal void RowOf(int position, Span<double> row)
    {
        for (int r = 0; r < row.Length; r++)
        {
            row[r] = _columns[r, position];
        }
    }

    /// <summary>Puts the column whose product with the inverse is alpha at a position of the basis.</summary>
    internal void Exchange(ReadOnlySpan<double> alpha, int position)
    {
        double pivot = alpha[position];
        for (int r = 0; r < _columns.Rows; r++)
        {
            Span<double> row = _columns.Row(r);
            double share = row[position] / pivot;
            if (share != 0)
            {
                VectorMath.AddScaled(alpha, -share, row);
                row[position] = share;
            }
        }
    }
}
