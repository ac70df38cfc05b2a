using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Lattices;

public sealed class PlacingTests
{
    [Theory]
    [InlineData("KOR", "KOR")]
    [InlineData("KOR,IND", "KOR+IND")]
    [InlineData("IND,KOR,USA", "USA+KOR+IND")]
    public void A_commitment_stands_in_the_column_that_equals_its_parties(string who, string column)
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line."), "a", who);
        LatticeRow row = record.Lattice().Rows.Single(r => r.Sector.Id == "semiconductors");
        row.Cells.Where(c => c.Promises.Count > 0).Select(c => c.Column.Id).ShouldBe([column]);
    }

    [Fact]
    public void Parties_outside_the_choice_are_named_beside_it()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR,JPN,AUS");
        Promise promise = record.Cell("USA+KOR").Promises.ShouldHaveSingleItem();
        promise.Outside.Select(o => o.Name).ShouldBe(["AUS", "JPN"]);
    }

    [Fact]
    public void A_body_or_person_counts_for_the_country_that_the_record_says_it_belongs_to()
    {
        using var record = new Record();
        Document text = record.Text("The agency, the minister and a stranger agreed to build a chip line.");
        record.Promise(text, "a", "body/agency,person/minister,person/stranger")
            .Say(text, "body/agency", "country", Record.Entity("country/USA"))
            .Say(text, "body/ministry", "country", Record.Entity("country/KOR"))
            .Say(text, "role/minister-in-office", "person", Record.Entity("person/minister"))
            .Say(text, "role/minister-in-office", "body", Record.Entity("body/ministry"));
        record.Cell("USA+KOR").Promises.ShouldHaveSingleItem().Parties.Count.ShouldBe(3);
    }

    [Fact]
    public void A_commitment_whose_parties_are_not_stated_stands_in_no_column_and_is_not_lost()
    {
        using var record = new Record();
        record.Promise(record.Text("It was agreed to build a chip line."), "a", "");
        Lattice lattice = record.Lattice();
        lattice.Rows.SelectMany(r => r.Cells).ShouldAllBe(c => c.Promises.Count == 0);
        lattice.WithoutParties.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_commitment_without_a_sector_stands_in_no_row_and_is_not_lost()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to work together."), "a", "USA,KOR", sector: null);
        record.Lattice().WithoutSector.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_three_of_four_promised_is_shown_with_the_group_and_does_not_decide_its_finding()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR,IND");
        LatticeCell cell = record.Cell("USA+KOR+IND+JPN", partners: "USA,KOR,IND,JPN");
        cell.PromisesOfSome.ShouldHaveSingleItem();
        cell.Finding.ShouldBe(Finding.NoData);
        cell.Sentence.ShouldContain("by some of the group but not all");
    }

    [Fact]
    public void A_mechanism_stands_in_the_column_of_its_members_among_the_chosen_partners()
    {
        using var record = new Record();
        Document text = record.Text("The dialogue of the United States, Japan and South Korea met on chips.");
        record.Say(text, "mechanism/dialogue", "name", Record.Words("Chip Dialogue"))
            .Say(text, "mechanism/dialogue", "member", Record.Entity("country/USA"))
            .Say(text, "mechanism/dialogue", "member", Record.Entity("country/KOR"))
            .Say(text, "mechanism/dialogue", "member", Record.Entity("country/JPN"))
            .Say(text, "mechanism/dialogue", "sector", Record.Entity("sector/semiconductors"));
        CellMechanism mechanism = record.Cell("USA+KOR").Mechanisms.ShouldHaveSingleItem();
        mechanism.Name.ShouldBe("Chip Dialogue");
        mechanism.Outside.ShouldBe([EntityId.Country("JPN")]);
    }

    [Fact]
    public void The_same_promise_told_by_two_documents_is_one_promise_with_both_sources()
    {
        using var record = new Record();
        record.Promise(record.Text("India and South Korea agreed to widen the scope of supply chain work on chips."), "a", "IND,KOR")
            .Promise(record.Text("India and South Korea agreed to widen the scope of supply chain work on chips"), "b", "IND,KOR");
        Promise promise = record.Cell("KOR+IND").Promises.ShouldHaveSingleItem();
        promise.Ids.Count.ShouldBe(2);
        promise.Claims.Select(c => c.Claim.Source.Of).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Two_promises_with_different_words_stay_two()
    {
        using var record = new Record();
        record.Promise(record.Text("India and South Korea agreed to widen the scope of supply chain work."), "a", "IND,KOR")
            .Promise(record.Text("India and South Korea agreed to train engineers for packaging plants."), "b", "IND,KOR");
        record.Cell("KOR+IND").Promises.Count.ShouldBe(2);
    }

    [Fact]
    public void A_promise_merged_by_judgement_is_one()
    {
        using var record = new Record();
        record.Promise(record.Text("India and South Korea agreed to widen the scope of supply chain work."), "a", "IND,KOR")
            .Promise(record.Text("The two will do more on chips, they agreed."), "b", "IND,KOR").SameAs("commitment/b", "commitment/a");
        record.Cell("KOR+IND").Promises.ShouldHaveSingleItem().What.Count.ShouldBe(2);
    }
}
