using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

public sealed class PublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    [Fact]
    public void Every_published_number_says_its_table_version_year_unit_basis_and_cells()
    {
        InputOutputTable table = Golden.Table2008();
        Deposit deposit = Supply.Publish(Supply.Exposures(table, Basis.RowSum, "KOR", "CHN"), Label);
        Dataset dataset = deposit.Datasets.ShouldHaveSingleItem();
        dataset.Id.ToString().ShouldBe("dataset/wiod-2013-2008");
        dataset.Version.ShouldBe(table.Hash);
        dataset.Unit.ShouldBe("USD million");
        dataset.Citation.ShouldContain("Timmer");
        dataset.Report.ShouldContain("Rows:");

        Claim[] c14 = [.. deposit.Claims.Where(c => c.Subject.ToString() == "exposure/wiod-2013-2008-rowsum-kor-c14-chn")];
        c14.Select(c => c.Property).ShouldBe(
            ["name", "user", "user-sector", "supplier", "year", "face-value-share", "look-through-share", "face-value-manufactures-share", "look-through-manufactures-share", "value-added-share", "look-through-coefficient"]);
        c14.ShouldAllBe(c => c.Source is DatasetSource && ((DatasetSource)c.Source).Version == table.Hash && c.Valid.From == PartialDate.Of(2008));
        var face = (ShareValue)c14.Single(c => c.Property == "face-value-share").Value;
        foreach (string word in new[] { "2008", "USD million", "current, basic prices", "rowsum", "c14", "South Korea" })
        {
            face.Base.ShouldContain(word);
        }

        ((DatasetSource)c14.Single(c => c.Property == "look-through-share").Source).Derivation.ShouldContain("column KOR c14");
        deposit.Claims.Single(c => c.Subject.ToString() == "sector/wiod35:c14").Value.ShouldBe(new TextValue("Electrical and Optical Equipment"));
    }

    [Fact]
    public void Neither_home_nor_the_rest_of_the_world_nor_all_abroad_is_published_as_a_supplier()
    {
        ExposureSet set = Supply.Exposures(Golden.Table2008(), Basis.RowSum, "KOR", "KOR,ROW,foreign,CHN");
        set.Rows.Select(r => r.Kind).Distinct().Order().ShouldBe([SourceKind.Country, SourceKind.Home, SourceKind.RestOfWorld, SourceKind.ForeignTotal]);
        Supply.Publish(set, Label).Claims.Where(c => c.Property == "supplier").Select(c => c.Value).Distinct().ShouldBe([new EntityValue(EntityId.Country("CHN"))]);
    }

    [Fact]
    public void A_floor_keeps_what_reaches_it_in_one_share_and_nothing_else()
    {
        ExposureSet set = Supply.Exposures(Golden.Table2008(), Basis.RowSum, "KOR", "all");
        int expected = set.Rows.Count(r => r.Kind == SourceKind.Country && new[] { r.FaceAll, r.LookAll, r.FaceMan, r.LookMan }.Max() >= 0.01);
        Exposures(Supply.Publish(set, Label)).ShouldBe(expected);
        Exposures(Supply.Publish(set, Label, floor: 0)).ShouldBe(39 * 36);
        Should.Throw<FaultException>(() => Supply.Publish(set, Label, floor: 1.5)).Fault.Kind.Code.ShouldBe("supply.floor");
        Should.Throw<FaultException>(() => Supply.Publish(set, Label, floor: double.NaN)).Fault.Kind.Code.ShouldBe("supply.floor");

        static int Exposures(Deposit deposit) => deposit.Claims.Count(c => c.Property == "supplier");
    }

    [Fact]
    public void The_same_exposures_published_twice_are_the_same_claims()
    {
        ExposureSet set = Supply.Exposures(Golden.Table2008(), Basis.Reported, "USA", "CHN,JPN", "c14");
        Supply.Publish(set, Label).Claims.Select(c => c.Id).ShouldBe(Supply.Publish(set, Label).Claims.Select(c => c.Id));
    }

    [Fact]
    public void A_share_that_negative_cells_push_out_of_range_is_unknown_with_its_reason()
    {
        using SmallTable table = SmallTable.Of(["KOR", "JPN"], ["g"], new double[,] { { 10, 2 }, { -4, 3 } }, new double[,] { { 20, 9 }, { 30, 30 } });
        Deposit deposit = Supply.Publish(Supply.Exposures(table.Open(), Basis.RowSum, "KOR", "JPN"), Label);
        Claim claim = deposit.Claims.First(c => c.Property == "face-value-share");
        claim.Value.ShouldBeOfType<UnknownValue>().Why.ShouldContain("negative");
    }
}
