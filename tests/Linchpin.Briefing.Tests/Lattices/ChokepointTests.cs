using System.Text;
using System.Text.Json;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests.Lattices;

/// <summary>Chokepoints in the lattice, numbers made by hand.</summary>
public sealed class ChokepointTests
{
    [Fact]
    public void A_cell_ranks_the_supplier_industries_of_its_table_sectors_by_what_its_members_lose_together()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "USA:100:0.1 KOR:900:0.9").Chokepoint("TWN", "USA:950:0.95 KOR:20:0.02").Chokepoint("DEU", "USA:9999:9 KOR:9999:9", code: "c15");
        record.Cell("KOR").Chokepoints.Select(c => c.Supplier.Name).ShouldBe(["CHN", "TWN"]);
        record.Cell("USA").Chokepoints.Select(c => c.Supplier.Name).ShouldBe(["TWN", "CHN"]);
        record.Cell("USA+KOR").Chokepoints.Select(c => (c.Supplier.Name, c.Loss)).ShouldBe([("CHN", 1_000_000_000m), ("TWN", 970_000_000m)]);
    }

    [Fact]
    public void A_chokepoint_without_a_loss_of_each_member_is_left_out_of_their_column_and_is_no_loss_of_nothing()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "USA:100:0.1 KOR:900:0.9");
        record.Cell("USA+KOR").Chokepoints.Count.ShouldBe(1);
        record.Cell("USA+KOR+IND").Chokepoints.ShouldBeEmpty();
    }

    [Fact]
    public void A_partners_own_industry_is_shown_as_a_partners_and_what_it_loses_itself_is_not_counted()
    {
        using var record = new Record();
        record.Chokepoint("KOR", "USA:100:0.1 IND:50:0.5").Exposure("USA", "CHN", 0.2).Exposure("IND", "CHN", 0.2).Exposure("KOR", "CHN", 0.2);
        LatticeCell group = record.Cell("USA+KOR+IND");
        group.Chokepoints.ShouldHaveSingleItem().Place.ShouldBe(SupplierPlace.Partner);
        group.Chokepoints[0].Members.Select(m => m.Partner.Name).ShouldBe(["USA", "IND"]);
        group.Sentence.ShouldNotContain("linchpin");
        record.Cell("KOR").Chokepoints.ShouldBeEmpty();
    }

    [Fact]
    public void The_latest_table_is_shown_or_the_year_asked_for()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "KOR:10:0.1", year: 2000).Chokepoint("JPN", "KOR:900:0.9", year: 2000).Chokepoint("CHN", "KOR:20:0.2", year: 2011);
        record.Cell("KOR").Chokepoints.Select(c => (c.Supplier.Name, c.Year)).ShouldBe([("CHN", 2011)]);
        record.Cell("KOR", settings: new LatticeSettings { Year = 2000 }).Chokepoints.Select(c => c.Supplier.Name).ShouldBe(["JPN", "CHN"]);
    }

    [Fact]
    public void One_industry_on_two_bases_stands_once()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "KOR:10:0.1", basis: "reported").Chokepoint("CHN", "KOR:20:0.2");
        record.Cell("KOR").Chokepoints.Count.ShouldBe(1);
    }

    [Fact]
    public void The_sentence_of_a_gap_names_the_linchpin_with_its_cost_and_table()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2).Chokepoint("TWN", "KOR:19200:1.6").Chokepoint("CHN", "KOR:900:0.075");
        LatticeCell cell = record.Cell("KOR");
        cell.Finding.ShouldBe(Finding.ExposedWithoutPromise);
        cell.Sentence.ShouldEndWith(
            "The linchpin is Taiwan’s electrical and optical equipment industry: a stop of its deliveries abroad would take 1.60 % of South Korea’s value added (USD 19.2 billion), by extraction on the table “A table, 2011”, row-sum basis.");
    }

    [Theory]
    [InlineData(0.05, Finding.BelowThreshold)]
    [InlineData(0.2, Finding.ExposedWithoutPromise)]
    public void However_costly_a_chokepoint_it_decides_no_finding(double share, Finding finding)
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", share);
        record.Cell("KOR").Finding.ShouldBe(finding);
        record.Chokepoint("CHN", "KOR:900000:75 USA:900000:75 IND:90000:75");
        record.Cell("KOR").Finding.ShouldBe(finding);
        record.Cell("USA").Finding.ShouldBe(Finding.NoData);
    }

    [Fact]
    public void What_a_reader_may_not_see_is_no_chokepoint_to_that_reader()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "KOR:20:0.2", handling: new Handling("here", Tlp.Red, ["KOR"]));
        record.Cell("KOR").Chokepoints.Count.ShouldBe(1);
        record.Lattice(reader: Reader.Public).Rows.SelectMany(r => r.Cells).SelectMany(c => c.Chokepoints).ShouldBeEmpty();
    }

    [Fact]
    public void The_lattice_as_JSON_has_each_chokepoint_with_the_claims_behind_it()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "USA:100:0.1 KOR:900:0.9 IND:-5");
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            record.Lattice().WriteJson(json);
        }

        using JsonDocument written = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        JsonElement chokepoint = written.RootElement.GetProperty("chokepoints")[0];
        chokepoint.GetProperty("valueAddedLoss").GetDecimal().ShouldBe(995_000_000m);
        chokepoint.GetProperty("currency").GetString().ShouldBe("USD");
        JsonElement[] members = [.. chokepoint.GetProperty("members").EnumerateArray()];
        members.Select(m => m.GetProperty("partner").GetString()).ShouldBe(["USA", "KOR", "IND"]);
        members[2].TryGetProperty("valueAddedLossShare", out JsonElement _).ShouldBeFalse();
        JsonElement claims = written.RootElement.GetProperty("claims");
        foreach (JsonElement claim in members.SelectMany(m => m.GetProperty("claims").EnumerateArray()))
        {
            claims.TryGetProperty(claim.GetString()!, out JsonElement _).ShouldBeTrue();
        }

        written.RootElement.GetProperty("rows").EnumerateArray().SelectMany(r => r.GetProperty("cells").EnumerateArray())
            .Count(c => c.GetProperty("chokepoints").GetArrayLength() > 0).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_brief_tells_the_chokepoints_of_the_group_with_their_reference_and_where_no_promise_stands()
    {
        using var record = new Record();
        record.Chokepoint("CHN", "USA:24700:0.16 KOR:19200:1.6 IND:2000:0.11").Chokepoint("TWN", "USA:900:0.06 KOR:300:0.44 IND:20:0.001");
        var brief = record.Brief();
        var section = brief.Sections.Single(s => s.Id == "chokepoints");
        string[] told = [.. section.Parts[0].Items.SelectMany(i => i.Sentences).Select(s => s.Text)];
        told[0].ShouldBe("A stop of the deliveries abroad of China’s electrical and optical equipment industry would take USD 45.9 billion from India, South Korea and the United States together "
            + "(0.16 % of the United States’, 1.60 % of South Korea’s and 0.11 % of India’s value added), in 2011, by extraction on the table “A table, 2011”, row-sum basis.");
        told[1].ShouldContain("semiconductors");
        told[1].ShouldContain("the record holds no promise of these partners that stands");
        told[2].ShouldContain("less than 0.01 % of India’s value added), on the same terms.");
        section.Parts[0].Items[0].Sentences[0].Cites.ShouldHaveSingleItem().Place.ShouldContain("CHN c14 in IND, KOR, USA");
    }

    [Fact]
    public void Without_chokepoints_there_is_no_section_of_them()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2).Brief().Sections.ShouldAllBe(s => s.Id != "chokepoints");
    }
}
