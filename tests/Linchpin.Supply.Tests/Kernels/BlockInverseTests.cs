using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tests.Kernels;

public sealed class BlockInverseTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(119)]
    [InlineData(121)]
    [InlineData(250)]
    public void The_product_of_a_matrix_and_its_inverse_is_the_identity(int n)
    {
        Matrix matrix = Productive(n, seed: n);
        Matrix inverse = Productive(n, seed: n);
        BlockInverse.Invert(inverse, TileProduct.Widest, 2).ShouldBe(-1);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int k = 0; k < n; k++)
                {
                    sum += matrix[i, k] * inverse[k, j];
                }

                sum.ShouldBe(i == j ? 1 : 0, 1e-12);
            }
        }
    }

    [Fact]
    public void Threads_and_registers_change_no_bit()
    {
        const int N = 333;
        Matrix first = Productive(N, 1);
        BlockInverse.Invert(first, Lanes.Plain, 1);
        foreach ((Lanes lanes, int threads) in new[] { (Lanes.Vector256, 1), (Lanes.Vector512, 1), (Lanes.Vector512, 2), (Lanes.Vector256, 5), (Lanes.Plain, 3) })
        {
            Matrix other = Productive(N, 1);
            BlockInverse.Invert(other, lanes, threads);
            for (int i = 0; i < N; i++)
            {
                first.Row(i).SequenceEqual(other.Row(i)).ShouldBeTrue($"{lanes} with {threads} threads, row {i}");
            }
        }
    }

    [Fact]
    public void A_pivot_that_is_not_positive_names_its_row()
    {
        Matrix matrix = Productive(60, 2);
        for (int j = 0; j < 60; j++)
        {
            matrix[41, j] = matrix[40, j];
        }

        BlockInverse.Invert(matrix, TileProduct.Widest, 1).ShouldBe(41);
    }

    private static Matrix Productive(int n, int seed)
    {
        var random = new Random(seed);
        var matrix = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[i, j] = (i == j ? 1 : 0) - (0.7 * random.NextDouble() / n);
            }
        }

        return matrix;
    }
}
