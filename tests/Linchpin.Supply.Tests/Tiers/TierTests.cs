namespace Linchpin.Supply.Tests.Tiers;

public sealed class TierTests
{
    /// <summary>Miller and Blair (2009), section 2.3: Z = [150 500; 200 100], f = (350, 1700), x = (1000, 2000); here each industry is a country of its own.</summary>
    private static SmallTable TwoIndustries() => SmallTable.Of(["KOR", "JPN"], ["one"], new double[,] { { 150, 500 }, { 200, 100 } }, new double[,] { { 350, 0 }, { 0, 1700 } });

    [Fact]
    public void Two_tiers_of_the_textbooks_table_are_those_worked_by_hand()
    {
        using SmallTable table = TwoIndustries();
        SupplyTiers tiers = Supply.Tiers(table.Open(), Basis.RowSum, "KOR");

        // Inputs of KOR: 150 from KOR, 200 from JPN.
        tiers.First.Select(f => f.Amount).ShouldBe([150, 200]);
        tiers.Inputs.ShouldBe(350);

        // Through KOR: 150/1000 of (150, 200); through JPN: 200/2000 of (500, 100).
        tiers.Second.ShouldBe([new("KOR", "KOR", 22.5), new("KOR", "JPN", 50), new("JPN", "KOR", 30), new("JPN", "JPN", 10)]);

        // What is left of tier 1 is value added: 150 - 52.5, 200 - 60.
        tiers.First.Select(f => f.ValueAdded).ShouldBe([97.5, 140]);
    }

    [Fact]
    public void Tier_1_has_the_face_value_shares_of_the_exposures()
    {
        using SmallTable small = SmallTable.Good();
        InputOutputTable table = small.Open();
        SupplyTiers tiers = Supply.Tiers(table, Basis.RowSum, "KOR", "g");
        foreach (Exposure exposure in Supply.Exposures(table, Basis.RowSum, "KOR", "all", "g").Rows.Where(r => r.Sector == "g" && r.Source != "foreign"))
        {
            (tiers.First.Single(f => f.Country == exposure.Source).Amount / tiers.Inputs).ShouldBe(exposure.FaceAll!.Value, 1e-12);
        }
    }
}
