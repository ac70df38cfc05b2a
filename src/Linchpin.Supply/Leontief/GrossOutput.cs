using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Leontief;

/// <summary>Gross output by basis, and the sums of the matrices.</summary>
internal static class GrossOutput
{
    internal static double[] Of(InputOutputTable table, Basis basis) => basis == Basis.RowSum ? RowSums(table)
        : table.Output ?? throw SupplyFaults.BasisUnavailable.Because($"{table.Descriptor.Title} has no file of published output.");

    /// <summary>Sum of each row of Z and Y, negative cells kept.</summary>
    internal static double[] RowSums(InputOutputTable table)
    {
        double[] sums = new double[table.Industries];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = VectorMath.Sum(table.Z.Row(i)) + VectorMath.Sum(table.Y.Row(i));
        }

        return sums;
    }

    internal static double[] ColumnSums(Matrix matrix)
    {
        double[] sums = new double[matrix.Columns];
        for (int i = 0; i < matrix.Rows; i++)
        {
            VectorMath.AddScaled(matrix.Row(i), 1, sums);
        }

        return sums;
    }
}
