using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Lattices;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("USA,KOR", "USA,KOR,USA+KOR")]
    [InlineData("USA,KOR,IND", "USA,KOR,IND,USA+KOR,USA+IND,KOR+IND,USA+KOR+IND")]
    [InlineData("USA,KOR,IND,JPN", "USA,KOR,IND,JPN,USA+KOR,USA+IND,USA+JPN,KOR+IND,KOR+JPN,IND+JPN,USA+KOR+IND+JPN")]
    public void Columns_are_partners_their_pairs_and_the_whole_group(string partners, string columns)
    {
        using var record = new Record();
        record.Lattice(partners).Columns.Select(c => c.Id).ShouldBe(columns.Split(','));
    }

    [Fact]
    public void Rows_are_all_sectors_of_co_operation_in_the_lists_order()
    {
        using var record = new Record();
        record.Lattice().Rows.Select(r => r.Sector.Id).ShouldBe(Vocabulary.Sectors.Select(s => s.Id));
        record.Lattice().Rows.ShouldAllBe(r => r.Cells.Count == 7);
    }

    [Theory]
    [InlineData("USA", "briefing.too-few-partners")]
    [InlineData("", "briefing.partner-unknown")]
    [InlineData("USA,KOR,IND,JPN,AUS,GBR,FRA", "briefing.too-many-partners")]
    [InlineData("USA,ROW", "briefing.partner-unknown")]
    [InlineData("USA,usa", "briefing.same-partner-twice")]
    public void Partners_that_make_no_lattice_are_refused(string partners, string code)
    {
        using var record = new Record();
        Should.Throw<FaultException>(() => record.Lattice(partners)).Fault.Kind.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_mark_that_no_share_can_be_held_to_is_refused(double mark) =>
        Should.Throw<FaultException>(() => new LatticeSettings { Threshold = mark }).Fault.Kind.Code.ShouldBe("briefing.threshold");
}
