using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Tables;

public sealed class RequestTests
{
    [Theory]
    [InlineData("KRO", "KOR")]
    [InlineData("korea", "KOR (Korea, Republic of)")]
    [InlineData("", "It has KOR to ROW")]
    [InlineData("ROWS", "ROW")]
    public void A_country_that_the_table_lacks_is_refused_with_the_nearest(string asked, string near)
    {
        using SmallTable table = SmallTable.Good();
        Fault fault = Should.Throw<FaultException>(() => Supply.Exposures(table.Open(), Basis.RowSum, asked, "JPN")).Fault;
        fault.Kind.Code.ShouldBe("supply.country-unknown");
        fault.Cause.ShouldContain(near);
    }

    [Fact]
    public void A_country_inside_the_rest_of_the_world_is_said_to_be_there()
    {
        using SmallTable table = SmallTable.Good();
        Should.Throw<FaultException>(() => Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "VNM")).Fault.Cause.ShouldContain("inside ROW");
    }

    [Fact]
    public void An_alias_and_another_case_mean_the_same_country()
    {
        using SmallTable table = SmallTable.Good();
        InputOutputTable open = table.Open();
        Supply.Exposures(open, Basis.RowSum, "kor", "RoW").Rows.ShouldBe(Supply.Exposures(open, Basis.RowSum, "KOR", "ROW").Rows);
    }

    [Theory]
    [InlineData("c3-c5,c20", 4)]
    [InlineData("c14", 1)]
    [InlineData(null, 35)]
    [InlineData(" c3 - c3 ", 1)]
    public void Sectors_are_named_by_code_or_range(string? asked, int count) =>
        Supply.Exposures(Golden.Table2008(), Basis.RowSum, "KOR", "CHN", asked).Rows.Count(r => r.Sector != "MANUF").ShouldBe(count);

    [Theory]
    [InlineData("c36")]
    [InlineData("c5-c3")]
    [InlineData("electronics-c4")]
    [InlineData("-")]
    [InlineData(",")]
    public void A_sector_that_the_table_lacks_is_refused(string asked) =>
        Should.Throw<FaultException>(() => Supply.Exposures(Golden.Table2008(), Basis.RowSum, "KOR", "CHN", asked)).Fault.Kind.Code.ShouldBe("supply.sector-unknown");

    [Fact]
    public void A_basis_is_one_of_two_words()
    {
        BasisText.Parse(" RowSum ").ShouldBe(Basis.RowSum);
        BasisText.Parse("reported").ShouldBe(Basis.Reported);
        Should.Throw<FaultException>(() => BasisText.Parse("both")).Fault.Kind.Code.ShouldBe("supply.basis-unknown");
    }
}
