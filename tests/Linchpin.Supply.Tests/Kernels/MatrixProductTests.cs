using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Tests.Kernels;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 130, 25)]
    [InlineData(50, 24, 3)]
    [InlineData(121, 241, 49)]
    public void A_product_is_the_sum_of_products(int rows, int inner, int columns)
    {
        (Matrix a, Matrix b) = (Chance(rows, inner, 1), Chance(inner, columns, 2));
        Matrix c = MatrixProduct.Of(a, b);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                c[i, j].ShouldBe(Enumerable.Range(0, inner).Sum(k => a[i, k] * b[k, j]), 1e-12);
            }
        }
    }

    [Fact]
    public void Threads_and_registers_change_no_bit_of_a_product()
    {
        (Matrix a, Matrix b) = (Chance(150, 333, 3), Chance(333, 90, 4));
        Matrix first = MatrixProduct.Of(a, b, Lanes.Plain, 1);
        foreach ((Lanes lanes, int threads) in new[] { (Lanes.Vector256, 1), (Lanes.Vector512, 2), (Lanes.Vector512, 3), (Lanes.Plain, 3) })
        {
            Matrix other = MatrixProduct.Of(a, b, lanes, threads);
            for (int i = 0; i < 150; i++)
            {
                first.Row(i).SequenceEqual(other.Row(i)).ShouldBeTrue($"{lanes} with {threads} threads, row {i}");
            }
        }
    }

    [Fact]
    public void A_system_gives_back_its_right_sides_and_a_singular_one_gives_nothing()
    {
        Matrix right = MatrixProduct.Of(Chance(30, 30, 5), Chance(30, 4, 6));
        Matrix found = DenseSystem.Solve(Chance(30, 30, 5), right)!;
        for (int i = 0; i < 30; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                found[i, j].ShouldBe(Chance(30, 4, 6)[i, j], 1e-10);
            }
        }

        DenseSystem.Solve(new Matrix(3, 3), new Matrix(3, 1)).ShouldBeNull();
    }

    private static Matrix Chance(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        var matrix = new Matrix(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                matrix[i, j] = random.NextDouble() - 0.5;
            }
        }

        return matrix;
    }
}
