using FsCheck;
using FsCheck.Fluent;
using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tests.Kernels;

public sealed class PackedRowsTests
{
    [Fact]
    public void Packed_rows_add_up_to_the_same_bits_as_whole_rows() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        int n = random.Next(32, 150);
        Matrix matrix = Sparse(random, n);
        PackedRows packed = PackedRows.Of(matrix).ShouldNotBeNull();
        double[] vector = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())];
        double[] a = [.. vector], b = [.. vector], c = [.. vector], a2 = [.. vector], b2 = [.. vector], c2 = [.. vector];
        for (int i = 0; i < n; i++)
        {
            packed.AddTwice(i, 0.7, a, 1.3, b);
            StockMath.AddTwice(matrix.Row(i), 0.7, a2, 1.3, b2);
            packed.AddScaled(i, -0.3, c);
            VectorMath.AddScaled(matrix.Row(i), -0.3, c2);
            packed.Dot(i, vector).ShouldBe(VectorMath.Dot(matrix.Row(i), vector));
        }

        a.ShouldBe(a2);
        b.ShouldBe(b2);
        c.ShouldBe(c2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_full_matrix_is_not_packed()
    {
        var full = new Matrix(20, 40);
        for (int i = 0; i < 20; i++)
        {
            full.Row(i).Fill(1);
        }

        PackedRows.Of(full).ShouldBeNull();
        PackedRows.Of(new Matrix(20, 31)).ShouldBeNull();
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        PackedRows packed = PackedRows.Of(Sparse(new System.Random(1), 40))!;
        Should.Throw<ArgumentOutOfRangeException>(() => packed.Dot(0, new double[16]));
        Should.Throw<ArgumentOutOfRangeException>(() => packed.AddTwice(0, 1, new double[40], 1, new double[39]));
    }

    /// <summary>Three blocks of eight in ten hold something; the last columns too.</summary>
    private static Matrix Sparse(System.Random random, int n)
    {
        var matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j += 8)
            {
                for (int k = j; k < Math.Min(n, j + 8) && random.Next(10) < 3; k++)
                {
                    matrix[i, k] = random.NextDouble() - 0.2;
                }
            }
        }

        return matrix;
    }
}
