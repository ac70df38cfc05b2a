namespace Linchpin.Reading.Tests.Findings;

/// <summary>What stands beside the main clause: who announced, asides between typed dashes, purposes and preambles.</summary>
public class AsidesAndAttributionsTests
{
    private const string Story = "Growers weigh next steps\n\nACCRA, May 8, 2019 — Cocoa is dear. ";

    [Fact]
    public void Who_announced_it_at_the_end_makes_no_second_promise() =>
        Files.Read(Story + "Togo and Benin have sealed a pact on seeds, the two governments announced on Wednesday.").Of("commitment").ShouldHaveSingleItem().Act.ShouldBe("signed");

    [Fact]
    public void Dashes_typed_as_two_hyphens_are_an_aside() =>
        Files.Read(Story + "The ministers of three states -- Togo, Benin and Niger -- met in Lomé on Friday.").Of("event").ShouldHaveSingleItem().Date.ShouldBe("2019-05-03");

    [Fact]
    public void What_a_report_says_has_been_announced_is_of_its_month() => Files.Read(Story + "Togo and Benin have announced a joint seed fund.").Of("event").ShouldHaveSingleItem().Date.ShouldBe("2019-05");

    [Theory]
    [InlineData("Togo, which holds the chair this year, offered to pay.")]
    [InlineData("Togo, which chaired the council in 2017, said it had made no decision.")]
    public void The_date_of_what_is_said_by_the_way_is_not_the_main_verb_s(string text) => Files.Read(Story + text).Of("event").ShouldBeEmpty();

    [Fact]
    public void A_visit_takes_the_date_after_its_place() =>
        Files.Read(Story + "The visit of Peruvian Foreign Minister Clorinda Matto to Lomé in April gave the talks new life.").Of("event").ShouldHaveSingleItem().Date.ShouldBe("2019-04");

    [Fact]
    public void Points_under_have_agreed_as_follows_bind_those_named_above() =>
        Files.Read("Joint Declaration\n\n8 May 2019\n\nThe Governments of Ghana and Peru,\n\nHave agreed as follows:\n\n- To exchange young growers.\n- To share the cost of a seed bank.\n").Of("commitment")
            .Select(c => string.Join(' ', c.Who.Order(StringComparer.Ordinal))).ShouldBe(["GHA PER", "GHA PER"]);

    [Theory]
    [InlineData("Togo has offered land and tax breaks.", "TGO")]
    [InlineData("The European Commission and Togo speak often. The Commission will invest 12 million euros in seeds.", "european-commission")]
    [InlineData("Benin's plan builds on a seed agreement that was signed by Togo and Niger in Lomé in 2017.", "NER TGO")]
    public void Gifts_bodies_by_their_last_word_and_signings_in_relative_clauses_are_told(string text, string who) =>
        Files.Read(Story + text).Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(who.Split(' '));

    [Fact]
    public void An_option_with_an_aside_after_could_is_advice() =>
        string.Join(' ', Files.Read("Commentary\n\nCocoa is dear. Lomé and Accra could, for a start, merge their seed banks.").Of("recommendation").ShouldHaveSingleItem().WhoShould.Order(StringComparer.Ordinal)).ShouldBe("GHA TGO");
}
