namespace Linchpin.Supply.Tests.Exposures;

public sealed class GoldenExposureTests
{
    [Fact]
    public void Exposures_of_2008_agree_with_the_reference_to_nine_digits()
    {
        int rows = 0;
        foreach (var pair in Golden.Rows("exposure_2008_rowsum.csv").GroupBy(c => (User: c[0], Source: c[2])))
        {
            ExposureSet set = Supply.Exposures(Golden.Table2008(), Basis.RowSum, pair.Key.User, pair.Key.Source, "c3-c16");
            foreach (string[] cells in pair)
            {
                Exposure found = set.Rows.Single(r => r.Sector == cells[1]);
                double?[] numbers = [found.X, found.FaceAll, found.LookAll, found.FaceMan, found.LookMan, found.VaShare, found.LookCoef];
                for (int i = 0; i < numbers.Length; i++)
                {
                    numbers[i].ShouldAgree(Golden.Number(cells[3 + i]), $"{cells[0]} {cells[1]} {cells[2]} column {i + 3}");
                }

                rows++;
            }
        }

        rows.ShouldBe(120);
    }

    [Fact]
    public void One_pass_over_all_users_and_suppliers_gives_the_numbers_of_each_pair_alone()
    {
        ExposureSet all = Supply.Exposures(Golden.Table2008(), Basis.RowSum, "all", "all");
        ExposureSet one = Supply.Exposures(Golden.Table2008(), Basis.RowSum, "JPN", "CHN,foreign");
        all.Rows.Where(r => r.User == "JPN" && (r.Source is "CHN" or "foreign")).ShouldBe(one.Rows);
        all.Rows.Count.ShouldBe(41 * 42 * 36);
    }

    [Fact]
    public void The_starter_table_and_the_bare_folder_are_the_same_table_under_the_same_words()
    {
        TableDescriptor own = Supply.Describe(Golden.StarterFolder);
        TableDescriptor known = Supply.Describe(Golden.Folder);
        own.Origin.ShouldBe("table.json");
        known.Origin.ShouldBe("built in: wiod2013");
        own.Unit.ShouldBe(known.Unit);
        own.Prices.ShouldBe(known.Prices);
        own.Files.ShouldBe(known.Files);
        own.Manufacturing.ShouldBe(known.Manufacturing);
        own.Citation.ShouldBe(known.Citation);
        own.ClassificationId.ShouldBe(known.ClassificationId);
        Supply.Years(Golden.StarterFolder).ShouldBe([2000, 2011]);
    }
}
