namespace Linchpin.Supply.LinearProgrammes;

/// <summary>Factors for rows and columns that bring coefficients near one: the geometric mean of the largest and the smallest, in powers of
/// two, so that no digit is lost.</summary>
internal sealed class Scaling
{
    private const int Passes = 4;

    internal Scaling(LinearProgramme programme)
    {
        Row = Ones(programme.Rows);
        Column = Ones(programme.Columns);
        for (int pass = 0; pass < Passes; pass++)
        {
            Balance(programme, Row, Column, byRow: true);
            Balance(programme, Column, Row, byRow: false);
        }

        for (int r = 0; r < Row.Length; r++)
        {
            Row[r] = Power(Row[r]);
        }

        double most = 0;
        for (int j = 0; j < Column.Length; j++)
        {
            Column[j] = Power(Column[j]);
            most = Math.Max(most, Math.Abs(programme.Cost[j] * Column[j]));
        }

        Cost = most == 0 ? 1 : Power(1 / most);
    }

    internal double[] Row { get; }

    internal double[] Column { get; }

    /// <summary>Factor of the costs.</summary>
    internal double Cost { get; }

    private static double[] Ones(int count)
    {
        double[] ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    private static void Balance(LinearProgramme programme, double[] scaled, double[] fixedSide, bool byRow)
    {
        double[] least = new double[scaled.Length];
        double[] most = new double[scaled.Length];
        Array.Fill(least, double.PositiveInfinity);
        for (int j = 0; j < programme.Columns; j++)
        {
            for (int k = programme.Start[j]; k < programme.Start[j + 1]; k++)
            {
                (int to, int by) = byRow ? (programme.EntryRow[k], j) : (j, programme.EntryRow[k]);
                double size = Math.Abs(programme.EntryValue[k]) * fixedSide[by];
                least[to] = Math.Min(least[to], size);
                most[to] = Math.Max(most[to], size);
            }
        }

        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = most[i] > 0 ? 1 / Math.Sqrt(least[i] * most[i]) : 1;
        }
    }

    private static double Power(double value) => Math.ScaleB(1, Math.Clamp((int)Math.Round(Math.Log2(value)), -60, 60));
}
