using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Tests.Indicators;

public sealed class SharedTablesTests
{
    [SharedDataFact("")]
    public void Every_shared_table_of_indicators_is_known_by_its_layout_and_read_whole()
    {
        IReadOnlyList<DescribedFile> files = IndicatorFolder.Find(SharedData.Folder("")!, IndicatorLimits.Standard);
        Dictionary<string, int> rows = files.ToDictionary(f => Path.GetFileName(f.Path), f => IndicatorReader.Read(f.Path, f.Descriptor, null, IndicatorLimits.Standard, default).Count);
        // Rows as the README of each folder counts them.
        rows["mcs2025_world.csv"].ShouldBe(2844);
        rows["mcs2026_world.csv"].ShouldBe(3303);
        rows["mcs2026_us_import_sources.csv"].ShouldBe(720);
        rows["mcs2026_us_salient.csv"].ShouldBe(4863);
        rows["us_critical_minerals_2025_in_mcs2026.csv"].ShouldBe(65);
        rows["bgs_production.csv.gz"].ShouldBe(27298);
        rows["eu_2024.csv"].ShouldBe(51);
        rows["agreement_2000_2019.csv.gz"].ShouldBe(29700);
        rows["protee_hs6_rev2007.csv"].ShouldBe(5050);
        rows["broda_weinstein_hs3_by_importer.csv.gz"].ShouldBe(11293);
        rows["hs2017_descriptions.csv.gz"].ShouldBe(6708);
        rows["hs6_to_wiod2013_sector.csv"].ShouldBe(5648);
        rows["strategic_goods.csv"].ShouldBe(52);
        rows["dist.csv.gz"].ShouldBe(50176);
    }
}
