namespace Linchpin.Reading.Tests.Findings;

/// <summary>Whom "we" in quotation marks, "they", "its leaders" and a meeting without names stand for, and the dates of what is said now.</summary>
public class WhoIsMeantTests
{
    private static string Who(Item item) => string.Join(' ', (item.Kind == "event" ? item.Participants : item.Who).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("“We will open our ports,” Togo’s Fisheries Minister Paul Ahyi said.", "TGO")]
    [InlineData("\"We will open our ports,\" said Peruvian Industry Minister Clorinda Matto.", "PER")]
    [InlineData("Its cabinet approved its share of the fund.", "NOR")]
    [InlineData("They will open a seed bank.", "FJI JPN TON WSM")]
    [InlineData("A seed bank will be established.", "FJI JPN TON WSM")]
    public void Those_who_act_together_are_meant_before_those_named_last(string text, string who) =>
        Who(Files.Read($"Press Release\n\n8 May 2019\n\nJapan, Fiji, Samoa and Tonga met in Apia. Oslo and Lima have criticised the plan. Norway objects.\n\n{text}").Of("commitment").ShouldHaveSingleItem()).ShouldBe(who);

    [Fact]
    public void A_mechanism_s_members_are_those_listed_beside_its_name() =>
        Files.Read("The Reef Security Dialogue, which brings together Japan, Fiji, Samoa and Tonga, met in Apia.").Of("mechanism").ShouldHaveSingleItem().Members.Order(StringComparer.Ordinal).ShouldBe(["FJI", "JPN", "TON", "WSM"]);

    [Theory]
    [InlineData("Prime Minister Kristina Nilsson of Norway and President Clorinda Matto of Peru met on 7 May 2019.", "NOR PER clorinda-matto kristina-nilsson")]
    [InlineData("Kristina Nilsson, Norway’s prime minister, received her Peruvian counterpart Clorinda Matto in Oslo on 7 May 2019.", "NOR PER clorinda-matto kristina-nilsson")]
    [InlineData("The Prime Minister of Norway, Kristina Nilsson, paid an official visit to Peru from 2 to 4 May 2019.", "NOR PER kristina-nilsson")]
    public void People_come_with_their_states(string text, string who) => Who(Files.Read("Joint Statement\n\n8 May 2019\n\n" + text).Of("event").ShouldHaveSingleItem()).ShouldBe(who);

    [Fact]
    public void What_a_story_says_will_be_done_was_said_on_the_day_of_its_meeting() =>
        Files.Read("ACCRA, May 8, 2019 — Ghana and Peru held talks in Accra on Tuesday. Ghana will fund a seed bank, the minister said.").Of("commitment").ShouldHaveSingleItem().Date.ShouldBe("2019-05-07");

    [Fact]
    public void What_is_done_next_is_no_part_of_a_promise_with_its_date() =>
        Files.Read("Togo signed a ferry contract with Benin in July 2017, won a tender in Lomé, and sold a dock.").Of("commitment")[0].Quote.ShouldBe("Togo signed a ferry contract with Benin in July 2017");

    [Theory]
    [InlineData("Growers weigh next steps\n\nSource: Seed Weekly\nDate: May 8, 2019\nAuthor: Paul Ahyi\n\nGhana and Peru held talks in Accra on Tuesday.")]
    [InlineData("Joint statement by the Ministers of Ghana and Peru, Accra, 8 May 2019\n\nGhana and Peru held talks in Accra on Tuesday.")]
    public void A_text_is_dated_by_a_labelled_line_or_the_end_of_its_title(string text) => Files.Read(text).Of("event").ShouldContain(e => e.Date == "2019-05-07");

    [Fact]
    public void A_month_after_the_text_s_own_is_to_come_where_the_clause_looks_ahead() =>
        Files.Read("Joint Statement of Ghana and Peru\n\n8 May 2019\n\nGhana and Peru will open a seed bank in September.").Of("commitment").ShouldHaveSingleItem().Due.ShouldBe("2019-09");

    [Fact]
    public void In_the_words_of_another_paper_we_are_those_told_of_last() =>
        Files.Read("Three meet\n\nGhana, Peru and Togo met in Lima on 3 May 2019 and pledged to share seeds. Ghana, Peru and Togo also spoke of rain.\n\nBoth Ghana and Peru have raised their partnership with a Harvest Accord.\n\n"
            + "According to a fact sheet issued in 2018: “We are committed to fostering an open market for seeds.”")
            .Of("commitment").Single(c => c.Quote.Contains("open market", StringComparison.Ordinal)).Who.ShouldBe(["GHA", "PER"], ignoreOrder: true);
}
