using Linchpin.Claims;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Tests.Leontief;

public sealed class InverseKernelTests
{
    [Fact]
    public void One_two_and_three_threads_give_the_same_bits()
    {
        LeontiefModel first = Model(Golden.Table2011(), InverseKernel.Managed, 1);
        foreach (int threads in new[] { 2, 3 })
        {
            LeontiefModel other = Model(Golden.Table2011(), InverseKernel.Managed, threads);
            for (int i = 0; i < first.X.Length; i++)
            {
                first.L.Row(i).SequenceEqual(other.L.Row(i)).ShouldBeTrue($"{threads} threads, row {i}");
            }
        }
    }

    [OpenBlasFact]
    public void OpenBLAS_agrees_within_1e_12()
    {
        LeontiefModel managed = Model(Golden.Table2011(), InverseKernel.Managed, 2);
        managed.Kernel.ShouldBe("managed");
        foreach (int threads in new[] { 1, 2, 3 })
        {
            LeontiefModel native = Model(Golden.Table2011(), InverseKernel.OpenBlas, threads);
            native.Kernel.ShouldStartWith("openblas ");
            for (int i = 0; i < managed.X.Length; i++)
            {
                for (int j = 0; j < managed.X.Length; j++)
                {
                    // Relative to the element, or to one where the element is far below it.
                    Math.Abs(native.L[i, j] - managed.L[i, j]).ShouldBeLessThanOrEqualTo(1e-12 * Math.Max(1, Math.Abs(managed.L[i, j])));
                }
            }
        }
    }

    [OpenBlasFact]
    public void A_table_without_an_inverse_is_refused_alike_by_both_kernels()
    {
        using SmallTable uses = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 1, 80 }, { 80, 1 } }, new double[,] { { -20, -10 }, { -20, -10 } });
        using SmallTable all = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 10, 0 }, { 2, 3 } }, new double[,] { { 0, 0 }, { 5, 5 } });
        foreach (InverseKernel kernel in Enum.GetValues<InverseKernel>())
        {
            Should.Throw<FaultException>(() => Model(uses.Open(), kernel, 2)).Fault.Kind.Code.ShouldBe("supply.spectral-radius");
            Should.Throw<FaultException>(() => Model(all.Open(), kernel, 2)).Fault.Kind.Code.ShouldBe("supply.singular");
        }
    }

    [Fact]
    public void An_inverse_that_has_lost_its_digits_is_refused()
    {
        // Of a thousand million, all but one is used up again: 1 - a has eight digits fewer than a.
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 999_999_998, 0 }, { 0, 0 } }, new double[,] { { 1, 0 }, { 0, 100 } });
        Fault fault = Should.Throw<FaultException>(() => Model(table.Open(), InverseKernel.Managed, 1)).Fault;
        fault.Kind.Code.ShouldBe("supply.inverse-inaccurate");
        fault.Cause.ShouldContain("KOR g");
    }

    [Theory]
    [InlineData(null, InverseKernel.Managed)]
    [InlineData("", InverseKernel.Managed)]
    [InlineData("Managed", InverseKernel.Managed)]
    [InlineData(" openblas ", InverseKernel.OpenBlas)]
    public void The_setting_names_a_kernel(string? word, object kernel) => InverseSetting.Parse(word).ShouldBe((InverseKernel)kernel);

    [Fact]
    public void A_setting_that_names_none_is_refused() =>
        Should.Throw<FaultException>(() => InverseSetting.Parse("mkl")).Fault.Kind.Code.ShouldBe("supply.blas-unknown");

    private static LeontiefModel Model(InputOutputTable table, InverseKernel kernel, int threads) =>
        LeontiefModel.Of(table, Basis.RowSum, kernel, TileProduct.Widest, threads, CancellationToken.None);
}

/// <summary>A test of the native library, on machines that have it.</summary>
public sealed class OpenBlasFactAttribute : FactAttribute
{
    public OpenBlasFactAttribute() => Skip = OpenBlas.Version is null ? "needs libopenblas0" : null;
}
