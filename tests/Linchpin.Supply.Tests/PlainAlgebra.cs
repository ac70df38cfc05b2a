using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Supply.Tests;

/// <summary>Small tables by chance, and matrix algebra as it is written on paper, to hold the measures against.</summary>
internal static class PlainAlgebra
{
    internal static readonly string[] Countries = ["KOR", "JPN", "USA"];
    internal static readonly string[] Sectors = ["g", "s"];

    /// <summary>Tables of three countries and two sectors that have an inverse: every industry sells more than it uses.</summary>
    internal static Arbitrary<Numbers> AnyTable => ArbMap.Default.GeneratorFor<int>().Select(Numbers.Of).ToArbitrary();

    internal static double[,] Identity(int n) => Fill(n, n, (i, j) => i == j ? 1 : 0);

    internal static double[,] Fill(int rows, int columns, Func<int, int, double> cell)
    {
        double[,] m = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                m[i, j] = cell(i, j);
            }
        }

        return m;
    }

    internal static double[,] Times(double[,] a, double[,] b) =>
        Fill(a.GetLength(0), b.GetLength(1), (i, j) => Enumerable.Range(0, b.GetLength(0)).Sum(k => a[i, k] * b[k, j]));

    internal static double[,] Less(double[,] a, double[,] b) => Fill(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] - b[i, j]);

    internal static double[,] Inverse(double[,] of)
    {
        int n = of.GetLength(0);
        double[,] m = (double[,])of.Clone();
        double[,] inverse = Identity(n);
        for (int k = 0; k < n; k++)
        {
            double pivot = m[k, k];
            for (int j = 0; j < n; j++)
            {
                m[k, j] /= pivot;
                inverse[k, j] /= pivot;
            }

            for (int i = 0; i < n; i++)
            {
                double factor = m[i, k];
                for (int j = 0; j < n && i != k; j++)
                {
                    m[i, j] -= factor * m[k, j];
                    inverse[i, j] -= factor * inverse[k, j];
                }
            }
        }

        return inverse;
    }
}

/// <summary>The matrices of one small table.</summary>
internal sealed record Numbers(int Seed, double[,] Z, double[,] Y)
{
    internal double[] X { get; } = [.. Enumerable.Range(0, 6).Select(i => Enumerable.Range(0, 6).Sum(j => Z[i, j]) + Enumerable.Range(0, 3).Sum(c => Y[i, c]))];

    internal double[,] A => PlainAlgebra.Fill(6, 6, (i, j) => Z[i, j] / X[j]);

    internal double[,] L => PlainAlgebra.Inverse(PlainAlgebra.Less(PlainAlgebra.Identity(6), A));

    internal double[] V => [.. Enumerable.Range(0, 6).Select(j => 1 - Enumerable.Range(0, 6).Sum(i => A[i, j]))];

    internal SmallTable Table() => SmallTable.Of(PlainAlgebra.Countries, PlainAlgebra.Sectors, Z, Y);

    internal static Numbers Of(int seed)
    {
        var random = new System.Random(seed);
        return new Numbers(
            seed,
            PlainAlgebra.Fill(6, 6, (_, _) => random.Next(4) == 0 ? 0 : Math.Round(random.NextDouble() * 20, 2)),
            PlainAlgebra.Fill(6, 3, (_, _) => Math.Round(50 + (random.NextDouble() * 100), 2)));
    }

    public override string ToString() => $"table of seed {Seed}";
}
