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

    [Fact]
    public void Points_numbered_within_one_sentence_are_promises_each() =>
        Files.Read("Joint Statement of Ghana and Peru\n\n8 May 2019\n\nWe will: (i) share our soil maps; (ii) co-finance two seed banks; and (iii) report every spring.").Of("commitment").Count.ShouldBe(3);

    [Theory]
    [InlineData("Togo has become the fourth country to sign the Lomé Seed Charter.")]
    [InlineData("Togo joined the regional seed exchange in 2017.")]
    public void To_sign_after_others_or_join_what_they_run_binds(string text) => Files.Read(Story + text).Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["TGO"]);

    [Theory]
    [InlineData("Togo and Benin signed a seed deal in Lomé on Tuesday, capping months of talks.")]
    [InlineData("The Lomé Seed Partnership today released its first joint work plan.")]
    public void A_day_belongs_to_its_verb_alone(string text) => Files.Read(Story + text).Of("event").Count.ShouldBeLessThan(2);

    [Fact]
    public void The_trilateral_group_is_its_three_states_and_not_the_rival_named_beside_it() =>
        Files.Read("Commentary\n\nGhana, Peru and Norway share an interest in cocoa. Ghana, Peru and Norway should not wait for China. The trilateral group on China should publish its tables.").Of("recommendation")[^1].WhoShould.ShouldNotContain("CHN");
}
