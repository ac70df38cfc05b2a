namespace Linchpin.Reading.Tests.Findings;

/// <summary>What took place, however a sentence tells it.</summary>
public class ThingsDoneTests
{
    [Theory]
    [InlineData("President Kekkonen of Finland hosted Prime Minister Gerhardsen of Norway at the Presidential Palace.")]
    [InlineData("Leaders of Peru, Chile and Ecuador met in Quito for the Andean Ports Forum.")]
    [InlineData("Officials of Peru and Chile have since held two rounds of talks on tariffs.")]
    [InlineData("Peru and Chile used the margins of the fair to sign a memorandum of understanding on fisheries.")]
    [InlineData("Chile's Ministry of Mining added nine metals to its export list on 4 May 2019.")]
    [InlineData("The Lithium Accord entered into force on 1 March 2019.")]
    [InlineData("Peru and Chile initialled a Lithium Accord in Lima.")]
    [InlineData("The two sides met in the Andean Mining Dialogue, which began in 2019, and spoke of copper.")]
    [InlineData("Peru and Chile welcomed the signing of the Pacific Copper Agreement.")]
    public void What_parties_did_is_an_event(string text) => Files.Read("Peru and Chile trade in copper. " + text).Of("event").ShouldNotBeEmpty();

    [Theory]
    [InlineData("Peru imported 40 percent of its diesel in 2019.")]
    [InlineData("Chile's minister welcomed the pledge of Peru.")]
    [InlineData("Ahead of the launch of the Pacific Copper Agreement, prices rose.")]
    [InlineData("Peru has relied on one port since 2019.")]
    public void A_figure_a_courtesy_or_a_span_of_time_is_none(string text) => Files.Read(text).Of("event").ShouldBeEmpty();

    [Theory]
    [InlineData("Peru and Chile held talks in Lima on 5 June 2019. The previous day, Peru and Chile signed a ports agreement in Lima.", "2019-06-04")]
    [InlineData("Peru and Chile held talks in Lima on 5 June 2019. On Tuesday, Peru and Chile signed a ports agreement.", "2019-06-04")]
    [InlineData("On 5 June 2019 Peru and Chile held talks in Lima. On July 9, Peru and Chile held talks in Santiago.", "2019-07-09")]
    [InlineData("Peru and Chile held the Andean Ports Forum in Lima on June 5-6, 2019.", "2019-06-05")]
    [InlineData("Peru and Chile held the Andean Ports Forum in Lima on 5-6 June 2019.", "2019-06-05")]
    [InlineData("Peru and Chile met in Lima in fiscal year 2019-20 for the Andean Ports Forum.", "2019")]
    public void A_day_is_found_by_what_was_said_before_it(string text, string date) => Files.Read(text).Of("event")[^1].Date.ShouldBe(date);

    [Fact]
    public void A_day_whose_year_nothing_tells_has_no_date() =>
        Files.Read("On August 18, Peru and Chile held talks in Lima.").Of("event").ShouldHaveSingleItem().Date.ShouldBeNull();

    [Fact]
    public void Who_acts_for_the_parties_belongs_to_the_passage() =>
        Files.Read("The leaders of Peru, Chile and Ecuador held a summit in Quito.").Of("event").ShouldHaveSingleItem().Quote.ShouldStartWith("The leaders of Peru");

    [Fact]
    public void The_date_of_an_older_contract_is_not_that_of_the_new_one() =>
        Files.Read("Peru signed a new ports agreement with Chile in a follow-up to the agreement signed in 2017.").Of("event").ShouldContain(e => e.Date == null && e.Quote.StartsWith("Peru signed", StringComparison.Ordinal));

    [Fact]
    public void What_is_held_belongs_to_the_round_and_not_to_the_dialogue_alone() =>
        Files.Read("The second round of the Peru-Chile Copper Dialogue was held in Lima on 3 May 2017.").Of("event").ShouldHaveSingleItem().Quote.ShouldStartWith("The second round");
}
