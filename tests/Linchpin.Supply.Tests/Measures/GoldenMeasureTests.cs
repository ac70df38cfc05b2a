namespace Linchpin.Supply.Tests.Measures;

public sealed class GoldenMeasureTests
{
    [Fact]
    public void Value_added_by_origin_in_exports_agrees_with_the_reference_to_nine_digits()
    {
        string[] exporters = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "va_origin_in_exports_2008_rowsum.csv")).First().Split(',').Skip(1)
            .Select(c => c == "RoW" ? "ROW" : c == "ROM" ? "ROU" : c)];
        var found = Supply.ValueAdded(Golden.Table2008(), Basis.RowSum, string.Join(',', exporters));
        foreach (string[] cells in Golden.Rows("va_origin_in_exports_2008_rowsum.csv"))
        {
            for (int c = 0; c < exporters.Length; c++)
            {
                found[c].Exporter.ShouldBe(exporters[c]);
                ((double?)found[c].ByOrigin.Single(o => o.Origin == cells[0]).Amount).ShouldAgree(Golden.Number(cells[c + 1]), $"{cells[0]} in exports of {exporters[c]}");
            }
        }
    }

    [Fact]
    public void Positions_agree_with_the_reference_to_nine_digits()
    {
        var found = Supply.Positions(Golden.Table2008(), Basis.RowSum).Rows.ToDictionary(r => (r.Country, r.Sector));
        foreach (string[] cells in Golden.Rows("upstreamness_2008_rowsum.csv"))
        {
            IndustryPosition row = found[(cells[0], cells[1])];
            row.X.ShouldBe(Golden.Number(cells[2]));
            if (cells[3].Length == 0)
            {
                row.Upstreamness.ShouldBeNull();
                row.Downstreamness.ShouldBeNull();
                continue;
            }

            row.Upstreamness.ShouldAgree(Golden.Number(cells[3]), $"U of {cells[0]} {cells[1]}");
            row.Downstreamness.ShouldAgree(Golden.Number(cells[4]), $"D of {cells[0]} {cells[1]}");

            // Some coefficients are differences of nearly equal numbers and have fewer than nine digits.
            row.ValueAddedCoefficient!.Value.ShouldBe(Golden.Number(cells[5]), 1e-9);
        }
    }

    [Fact]
    public void Extraction_agrees_with_the_reference_to_nine_digits()
    {
        HypotheticalExtraction found = Supply.Extract(Golden.Table2008(), Basis.RowSum, "CHN:c14", "KOR,JPN,USA,IND");
        foreach (string[] cells in Golden.Rows("hem_both_2008_rowsum.csv"))
        {
            RegionLoss loss = found.ByRegion.Single(r => r.Region == cells[0]);
            ((double?)loss.Output).ShouldAgree(Golden.Number(cells[1]), $"dx of {cells[0]}");
            ((double?)loss.Gdp).ShouldAgree(Golden.Number(cells[2]), $"dgdp of {cells[0]}");
            loss.GdpPercent.ShouldAgree(Golden.Number(cells[3]), $"dgdp_pct of {cells[0]}");
        }
    }
}
