using System.Text.Json;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Lattices;

public sealed class FindingTests
{
    private const string Words = "India and South Korea agreed to build a chip line.";

    [Theory]
    [InlineData("in-progress", Finding.Covered)]
    [InlineData("delivered", Finding.Covered)]
    [InlineData("stated", Finding.PromisedNothingSince)]
    [InlineData(null, Finding.PromisedNothingSince)]
    [InlineData("lapsed", Finding.NoData)]
    [InlineData("superseded", Finding.NoData)]
    public void The_latest_state_decides_what_a_promise_comes_to(string? state, Finding finding)
    {
        using var record = new Record();
        record.Promise(record.Text(Words), "a", "IND,KOR", state: state);
        record.Cell("KOR+IND").Finding.ShouldBe(finding);
    }

    [Fact]
    public void Of_several_states_the_latest_holds()
    {
        using var record = new Record();
        Document text = record.Text(Words);
        record.Promise(text, "a", "IND,KOR")
            .Say(text, "commitment/a", "state", Record.Words("lapsed"), valid: "2024-06")
            .Say(text, "commitment/a", "state", Record.Words("in-progress"), valid: "2023");
        record.Cell("KOR+IND").Promises[0].State.ShouldBe(PromiseState.Lapsed);
    }

    [Fact]
    public void Of_states_that_two_documents_tell_of_one_promise_the_latest_holds()
    {
        using var record = new Record();
        Document one = record.Text(Words + " It lapsed.", "2020"), two = record.Text(Words + " It is done.", "2024", file: "two.txt");
        record.Promise(one, "a", "IND,KOR", what: Words).Say(one, "commitment/a", "state", Record.Words("lapsed"), valid: "2020")
            .Promise(two, "b", "IND,KOR", what: Words).Say(two, "commitment/b", "state", Record.Words("delivered"), valid: "2024");
        Promise promise = record.Cell("KOR+IND").Promises.ShouldHaveSingleItem();
        promise.Ids.Count.ShouldBe(2);
        promise.State.ShouldBe(PromiseState.Delivered);
        promise.StateClaim!.Subject.ShouldBe(EntityId.Parse("commitment/b"));
    }

    [Theory]
    [InlineData("intended")]
    [InlineData("negotiating")]
    public void An_aim_or_a_negotiation_is_no_promise(string act)
    {
        using var record = new Record();
        record.Promise(record.Text("India and South Korea aim to build a chip line."), "a", "IND,KOR", act: act);
        LatticeCell cell = record.Cell("KOR+IND");
        cell.Finding.ShouldBe(Finding.NoData);
        cell.Promises.Count.ShouldBe(1);
        cell.Sentence.ShouldContain("bind nobody");
    }

    [Fact]
    public void A_later_meeting_is_named_and_is_no_delivery()
    {
        using var record = new Record();
        Document text = record.Text(Words);
        record.Promise(text, "a", "IND,KOR", date: "2023", mechanism: "dialogue")
            .Say(text, "mechanism/dialogue", "name", Record.Words("Chip Dialogue"))
            .Say(text, "event/again", "mechanism", Record.Entity("mechanism/dialogue"))
            .Say(text, "event/again", "date", Record.On("2024-03"))
            .Say(text, "event/same-year", "mechanism", Record.Entity("mechanism/dialogue"))
            .Say(text, "event/same-year", "date", Record.On("2023-05"));
        LatticeCell cell = record.Cell("KOR+IND");
        cell.Promises[0].MetAgain!.Event.ShouldBe(EntityId.Parse("event/again"));
        cell.Finding.ShouldBe(Finding.PromisedNothingSince);
    }

    [Theory]
    [InlineData(0.0999, Finding.BelowThreshold)]
    [InlineData(0.1, Finding.ExposedWithoutPromise)]
    [InlineData(0.234, Finding.ExposedWithoutPromise)]
    public void An_exposure_counts_from_the_mark_on(double share, Finding finding)
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", share);
        record.Cell("KOR").Finding.ShouldBe(finding);
    }

    [Fact]
    public void The_sentence_on_an_exposure_names_share_year_and_basis_and_no_currency_and_no_table_code()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2341);
        record.Cell("KOR").Sentence.ShouldBe(
            "China supplied 23.4 % of all direct and indirect inputs of South Korea’s electrical and optical equipment sector in 2011 "
            + "(at basic prices, home supply in the base, row-sum basis), at or above the mark of 10 %; the record holds no promise that stands.");
    }

    [Fact]
    public void Partners_and_the_rest_of_the_world_are_shown_and_not_counted()
    {
        using var record = new Record();
        record.Exposure("KOR", "USA", 0.3).Exposure("KOR", "ROW", 0.4).Exposure("KOR", "CHN", 0.05);
        LatticeCell cell = record.Cell("KOR");
        cell.Finding.ShouldBe(Finding.BelowThreshold);
        cell.Exposures.Single(e => e.Supplier.Name == "USA").Place.ShouldBe(SupplierPlace.Partner);
        cell.Exposures.Single(e => e.Supplier.Name == "ROW").Place.ShouldBe(SupplierPlace.NotACountry);
    }

    [Fact]
    public void A_pair_shares_the_smallest_of_its_members_exposures_to_one_supplier()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.234).Exposure("USA", "CHN", 0.121).Exposure("USA", "DEU", 0.5);
        LatticeCell cell = record.Cell("USA+KOR");
        Exposure shared = cell.Exposures.ShouldHaveSingleItem();
        shared.Supplier.ShouldBe(EntityId.Country("CHN"));
        shared.Share.ShouldBe(0.121);
        cell.Finding.ShouldBe(Finding.ExposedWithoutPromise);
        record.Cell("USA+KOR+IND").Finding.ShouldBe(Finding.NoData);
    }

    [Fact]
    public void Shares_of_different_years_are_not_shared()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.234, year: 2011).Exposure("USA", "CHN", 0.121, year: 2008);
        record.Cell("USA+KOR").Exposures.ShouldBeEmpty();
    }

    [Fact]
    public void The_latest_year_that_one_table_has_for_all_is_used()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.3, year: 2014, table: "one").Exposure("USA", "CHN", 0.2, year: 2014, table: "other")
            .Exposure("KOR", "CHN", 0.234, year: 2011).Exposure("USA", "CHN", 0.121, year: 2011);
        record.Cell("USA+KOR").Exposures.ShouldHaveSingleItem().Year.ShouldBe(2011);
    }

    [Fact]
    public void The_latest_year_is_used_unless_one_is_asked_for()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2, year: 2011).Exposure("KOR", "CHN", 0.1, year: 2008);
        record.Cell("KOR").Exposures.ShouldHaveSingleItem().Year.ShouldBe(2011);
        record.Cell("KOR", settings: new LatticeSettings { Year = 2008 }).Exposures.ShouldHaveSingleItem().Year.ShouldBe(2008);
    }

    [Fact]
    public void An_exposure_is_answered_by_a_promise_of_a_wider_column_and_the_cell_says_so()
    {
        using var record = new Record();
        record.Promise(record.Text(Words), "a", "IND,KOR").Exposure("KOR", "CHN", 0.2);
        LatticeCell cell = record.Cell("KOR");
        cell.Finding.ShouldBe(Finding.PromisedNothingSince);
        cell.PromisedIn.ShouldBe(["KOR+IND"]);
        cell.Promises.ShouldBeEmpty();
    }

    [Fact]
    public void A_promise_of_one_partner_does_not_answer_what_the_pair_is_exposed_to()
    {
        using var record = new Record();
        record.Promise(record.Text("South Korea pledged to build a chip line."), "a", "KOR", act: "pledged").Exposure("KOR", "CHN", 0.2).Exposure("USA", "CHN", 0.2);
        record.Cell("USA+KOR").Finding.ShouldBe(Finding.ExposedWithoutPromise);
    }

    [Fact]
    public void A_sector_that_no_table_sector_comes_near_says_why()
    {
        using var record = new Record();
        LatticeRow row = record.Lattice().Rows.Single(r => r.Sector.Id == "cyber");
        row.WhyNoTable.ShouldNotBeNull();
        row.Cells.ShouldAllBe(c => c.Finding == Finding.NoData);
    }

    [Fact]
    public void The_json_names_each_claim_with_its_source()
    {
        using var record = new Record();
        record.Promise(record.Text(Words), "a", "IND,KOR", date: "2023", due: "2026").Exposure("KOR", "CHN", 0.2);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            record.Lattice().WriteJson(json);
        }

        JsonElement root = JsonDocument.Parse(stream.ToArray()).RootElement;
        root.GetProperty("partners").EnumerateArray().Select(p => p.GetString()).ShouldBe(["USA", "KOR", "IND"]);
        root.GetProperty("rows").GetArrayLength().ShouldBe(Vocabulary.Sectors.Count);
        JsonElement cell = root.GetProperty("rows")[0].GetProperty("cells")[5];
        cell.GetProperty("finding").GetString().ShouldBe("promised-nothing-since");
        JsonElement commitment = cell.GetProperty("commitments")[0];
        commitment.GetProperty("state").GetString().ShouldBe("unknown");
        foreach (JsonElement id in commitment.GetProperty("claims").EnumerateArray())
        {
            root.GetProperty("claims").GetProperty(id.GetString()!).GetProperty("source").GetProperty("end").GetInt32().ShouldBe(Words.Length);
        }
    }
}
