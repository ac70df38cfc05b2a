using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Exposures;

/// <summary>Miller and Blair (2009), Input-Output Analysis, 2nd ed., section 2.3: Z = [150 500; 200 100], f = [350; 1700], x = [1000; 2000]. Read as two countries with one sector each.</summary>
public sealed class ExposureByHandTests
{
    private static SmallTable TwoByTwo() => SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });

    [Fact]
    public void The_inverse_of_the_textbook_table_is_the_textbooks()
    {
        using SmallTable table = TwoByTwo();
        var model = table.Open().Model(Basis.RowSum);
        model.X.ShouldBe([1000, 2000]);
        model.L[0, 0].ShouldBe(1.2541, 0.00005);
        model.L[0, 1].ShouldBe(0.3300, 0.00005);
        model.L[1, 0].ShouldBe(0.2640, 0.00005);
        model.L[1, 1].ShouldBe(1.1221, 0.00005);
    }

    [Fact]
    public void Exposures_of_the_textbook_table_are_those_worked_by_hand()
    {
        using SmallTable table = TwoByTwo();
        Exposure row = Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN", "g").Rows[0];

        // det(I - A) = 0.85 * 0.95 - 0.25 * 0.20 = 0.7575; L = [0.95 0.25; 0.20 0.85] / 0.7575; v = [0.65; 0.70].
        row.FaceAll!.Value.ShouldBe(200.0 / 350, 1e-12);
        row.LookAll!.Value.ShouldBe(0.20 / (0.95 - 0.7575 + 0.20), 1e-12);
        row.LookCoef!.Value.ShouldBe(0.20 / 0.7575, 1e-12);
        row.VaShare!.Value.ShouldBe(0.70 * 0.20 / 0.7575, 1e-12);
        row.X.ShouldBe(1000);
    }

    [Fact]
    public void A_sector_without_output_has_unknown_shares_and_not_zero()
    {
        using SmallTable table = SmallTable.Of(
            ["KOR", "JPN"], ["g", "s"],
            new double[,] { { 10, 0, 5, 0 }, { 0, 0, 0, 0 }, { 4, 0, 20, 6 }, { 0, 0, 1, 2 } },
            new double[,] { { 50, 5 }, { 0, 0 }, { 3, 80 }, { 0, 30 } });
        Exposure idle = Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN", "s").Rows[0];
        idle.X.ShouldBe(0);
        new[] { idle.FaceAll, idle.LookAll, idle.FaceMan, idle.LookMan, idle.VaShare, idle.LookCoef }.ShouldAllBe(s => s == null);

        Deposit deposit = Supply.Publish(Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN"), Handling.Clear("here"));
        deposit.Claims.Single(c => c.Subject.Name == "three-countries-2020-rowsum-kor-s-jpn" && c.Property == "face-value-share").Value.ShouldBeOfType<UnknownValue>();
    }
}
