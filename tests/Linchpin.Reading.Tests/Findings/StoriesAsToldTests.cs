namespace Linchpin.Reading.Tests.Findings;

/// <summary>Ways of news stories and briefs: contractions, exchanges of letters, instruments that call for things, asides with dates, lists under "should:", and what only looks like them.</summary>
public class StoriesAsToldTests
{
    private const string Story = "ACCRA, May 8, 2019 — Ghana and Peru held talks in Accra on Tuesday. ";

    [Theory]
    [InlineData("They’ve signed a memorandum on cocoa.", "signed", "GHA PER")]
    [InlineData("\"We'll share our seeds,\" Ghana's Farm Minister Paul Ahyi said.", "agreed", "GHA")]
    [InlineData("They exchanged letters on a shared register.", "signed", "GHA PER")]
    [InlineData("The memorandum calls for yearly visits by growers.", "signed", "GHA PER")]
    [InlineData("The ministers directed officials to draft a form.", "agreed", "GHA PER")]
    [InlineData("Ghana is in discussions with Peru on a seed bank.", "negotiating", "GHA PER")]
    [InlineData("Togo pledges 15 million dollars to the seed bank.", "pledged", "TGO")]
    [InlineData("Officials from Togo said they would send thirty growers.", "agreed", "TGO")]
    [InlineData("Togo committed ships to the scheme.", "pledged", "TGO")]
    [InlineData("Togo doubled its contribution to the seed bank.", "done", "TGO")]
    [InlineData("Ghana welcomes Togo's offer to train its growers.", "pledged", "TGO")]
    public void A_story_tells_promises_in_many_ways(string text, string act, string who)
    {
        Item commitment = Files.Read(Story + text).Of("commitment").ShouldHaveSingleItem();
        commitment.Act.ShouldBe(act);
        commitment.Who.Order(StringComparer.Ordinal).ShouldBe(who.Split(' '));
    }

    [Theory]
    [InlineData("Growers demanded that Togo sign the charter.")]
    [InlineData("Lomé will soon discover that seeds are cheap.")]
    [InlineData("Their cooperation is set to enter a new stage.")]
    [InlineData("Togo won’t join the fund.")]
    public void What_others_ask_for_or_foresee_binds_nobody(string text) => Files.Read(Story + text).Of("commitment").ShouldBeEmpty();

    [Fact]
    public void Those_who_held_talks_are_bound_by_what_they_agreed_there() =>
        Files.Read(Story + "Earlier this year, Togo and Benin held talks in Lomé and agreed to share a ferry.").Of("commitment").ShouldHaveSingleItem().Date.ShouldBe("2019");

    [Fact]
    public void What_was_signed_by_some_is_not_what_the_last_of_them_does() =>
        Files.Read(Story + "The memorandum signed by Togo, Benin and Niger aims to open a ferry.").Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["BEN", "NER", "TGO"]);

    [Fact]
    public void The_union_is_one_of_the_three_partners() =>
        Files.Read("Ghana, Peru and the European Union agreed on a seed bank. The three partners will open it in Accra.").Of("commitment")[^1].Who.Order(StringComparer.Ordinal).ShouldBe(["GHA", "PER", "eu"]);

    [Theory]
    [InlineData("On Monday, the Deputy Secretary met with Peruvian Energy Minister Clorinda Matto in Washington.", "2019-05-06")]
    [InlineData("During a call on Monday, the Ghanaian and Peruvian ministers discussed cocoa.", "2019-05-06")]
    [InlineData("The alliance was born in Lisbon in 1998.", "1998")]
    public void Events_of_people_without_a_state_and_of_calls_and_births_are_told(string text, string date) => Files.Read("ACCRA, May 8, 2019 — Cocoa is dear. " + text).Of("event").ShouldHaveSingleItem().Date.ShouldBe(date);

    [Theory]
    [InlineData("Talks resume in Geneva next week.")]
    [InlineData("Peru proposed holding a summit in Lima in October.")]
    [InlineData("Growers look forward to organised and effective drills.")]
    public void What_is_proposed_or_next_is_no_event(string text) => Files.Read("ACCRA, May 8, 2019 — Cocoa is dear. " + text).Of("event").ShouldBeEmpty();

    [Fact]
    public void Points_under_should_are_advice_to_its_subject()
    {
        IReadOnlyList<Item> found = [.. Files.Read("Commentary\n\nPolicy recommendations\n\nGhana and Peru should:\n\n- Cooperate on: (i) seeds; and (ii) soil maps.\n- Reach a common view on prices.\n").Of("recommendation")];
        found.Count.ShouldBe(2);
        found.ShouldAllBe(r => r.WhoShould.Order(StringComparer.Ordinal).SequenceEqual(new[] { "GHA", "PER" }));
    }

    [Theory]
    [InlineData("It should be said that Ghana has tried.")]
    [InlineData("The cable should last thirty years.")]
    [InlineData("Ghana should know: it lost two harvests.")]
    [InlineData("Storms must be expected.")]
    public void Said_expected_or_known_is_not_advised(string text) => Files.Read("Commentary\n\nGhana and Peru grow cocoa. " + text).Of("recommendation").ShouldBeEmpty();

    [Theory]
    [InlineData("Policymakers in Accra should publish their tables.", "GHA")]
    [InlineData("We recommend that Ghana appoint an envoy.", "GHA")]
    [InlineData("Washington could do more to reassure growers.", "USA")]
    [InlineData("Start with seeds, not with soil.", "")]
    [InlineData("Ghana should, where possible, buy at home.", "GHA")]
    public void Advice_in_a_few_words_is_advice(string text, string who) => string.Join(' ', Files.Read("Commentary\n\nCocoa is dear. " + text).Of("recommendation").ShouldHaveSingleItem().WhoShould).ShouldBe(who);

    [Fact]
    public void A_report_without_a_date_counts_from_the_day_it_opens_with() =>
        Files.Read("The third Ghana-Peru Cocoa Forum took place in Lima on Thursday 20 December 2018. The ministers met today and praised the growers. Ghana and Peru signed a seed charter in Lima last month. The sides had tea. The day was hot.")
            .Of("event").Select(e => e.Date).ShouldBe(["2018-12-20", "2018-12-20", "2018-11"]);

    [Fact]
    public void A_line_of_labels_between_bars_states_the_date() =>
        Files.Read("Prime ministers speak of seeds\n\nNews story | Date: 13/05/2022 | Office of the Prime Minister\n\nGhana and Peru held talks in Accra on Friday.").Of("event").ShouldContain(e => e.Date == "2022-05-13");

    [Theory]
    [InlineData("The two sides would jointly breed seeds for the delta.", "GHA PER")]
    [InlineData("Ghana is gearing up for more, aiming to sell to Togo and Benin.", "")]
    public void What_both_sides_would_do_is_agreed_and_a_loose_aim_is_of_nobody(string text, string who) =>
        string.Join(' ', Files.Read(Story + text).Of("commitment").SelectMany(c => c.Who).Order(StringComparer.Ordinal)).ShouldBe(who);

    [Fact]
    public void A_round_of_funding_is_no_meeting() => Files.Read("ACCRA, May 8, 2019 — Cocoa is dear. The first round of funding closed in June 2017.").Of("event").ShouldBeEmpty();

    [Theory]
    [InlineData("- Staff the Treasury of the United States and the U.S. Department of Agriculture well.", "USA")]
    [InlineData("- Convene Ghana-Peru-Togo consortia on seeds.", "GHA PER TGO")]
    public void Points_advise_those_they_join_else_the_one_state_whose_ministries_are_named(string point, string who) =>
        string.Join(' ', Files.Read("Commentary\n\nThe U.S. Department of Agriculture buys seeds. The United States and the U.S. Department of Agriculture store them. China sells them.\n\nRecommendations\n\n" + point + "\n").Of("recommendation").ShouldHaveSingleItem().WhoShould.Order(StringComparer.Ordinal)).ShouldBe(who);

    [Fact]
    public void A_list_of_members_between_commas_does_not_hide_the_council_that_acts() =>
        Files.Read("The Volta Data Council, made up of Ghana, Togo and Benin, adopted a common seed standard in Accra on 6 May 2019.").Of("commitment").ShouldHaveSingleItem().Quote.ShouldStartWith("The Volta Data Council");

    [Theory]
    [InlineData("They held a summit in Lima with a pledge to cut fees by half.", 1)]
    [InlineData("Togo joined a coastal project to store seeds.", 1)]
    [InlineData("They looked forward to the signing of an air services agreement.", 0)]
    public void A_pledge_beside_a_meeting_and_a_joining_bind_and_what_is_looked_forward_to_does_not(string text, int promises) => Files.Read(Story + text).Of("commitment").Count.ShouldBe(promises);

    [Fact]
    public void This_autumn_is_to_come_in_May() => Files.Read("ACCRA, May 8, 2019 — Cocoa is dear. Growers hold a table-top exercise this autumn.").Of("event").ShouldBeEmpty();
}
