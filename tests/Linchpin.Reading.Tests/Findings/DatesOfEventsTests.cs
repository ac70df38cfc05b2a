namespace Linchpin.Reading.Tests.Findings;

public class DatesOfEventsTests
{
    private const string Head = "12 June 2024\n\n";

    [Theory]
    [InlineData("TOKYO, June 12, 2024 (Tide Agency) -- Japan and Kenya signed a charter of ports on Tuesday.", "2024-06-11")]
    [InlineData("NAIROBI, 12 June 2024 (Lamu Wire) - Kenya and Norway held talks on buoys in Nairobi last week.", "2024-06")]
    [InlineData("New Delhi: 12 June 2024 - The foreign ministers of India and Chile met in Santiago last month.", "2024-05")]
    [InlineData("Ottawa – March 4, 2024 – Canada and Peru announced the Copper Passport on February 20.", "2024-02-20")]
    [InlineData("Posted On: 12 JUN 2024 6:05PM by PIB Delhi\n\nIndia and Chile held talks on lithium in Santiago yesterday.", "2024-06-11")]
    [InlineData("Summary of the talks\n\n2024.06.12.\n\nKorea and Vietnam held a meeting in Hanoi on Monday.", "2024-06-10")]
    [InlineData("Date: 14/05/2024\n\nPortugal and Ghana met in Lisbon yesterday.", "2024-05-13")]
    [InlineData("For Immediate Release\n\nJune 12, 2024\n\nCanada and Peru held talks on copper in Lima the day before yesterday.", "2024-06-10")]
    public void A_day_of_the_week_or_month_counts_from_the_dateline_in_each_house_style(string text, string date) =>
        Files.Read(text).Of("event").ShouldHaveSingleItem().Date.ShouldBe(date);

    [Theory]
    [InlineData("Date: 03/04/2024\n\nPortugal and Ghana met in Lisbon yesterday.")]
    [InlineData("OSLO, March 4 (Fjord Wire) - Norway and Kenya signed a cable agreement in Oslo on Monday.")]
    public void A_date_that_two_readers_would_read_as_two_days_or_that_has_no_year_dates_nothing(string text)
    {
        ReadDocument read = Files.Read(text);
        read.Document.Published.ShouldBeNull();
        read.Of("event").ShouldHaveSingleItem().Date.ShouldBeNull();
    }

    [Theory]
    [InlineData("The ministers of Japan and Kenya met in Nairobi earlier this week.", "2024-06")]
    [InlineData("Japan hosted the Kenyan president in Osaka last December.", "2023-12")]
    [InlineData("Japan and Kenya signed a ports treaty in April last year.", "2023-04")]
    [InlineData("Three months ago Japan and Kenya held a first round of talks.", "2024-03")]
    [InlineData("Japan and Kenya met in Nairobi a decade ago.", "2014")]
    [InlineData("Norway and Kenya signed a charter late last month.", "2024-05")]
    [InlineData("A summit of Japan and Kenya was held in Oslo last summer.", "2023")]
    [InlineData("Last Friday, Kenya and Norway conducted a joint exercise off Mombasa.", "2024-06-07")]
    [InlineData("Kenya and Norway met in Mombasa over the weekend.", "2024-06")]
    [InlineData("Kenya and Norway met in Mombasa in the first half of 2023.", "2023")]
    [InlineData("In early May the two ministers of Kenya and Norway met in Kobe.", "2024-05")]
    public void A_distance_from_the_document_is_no_more_precise_than_its_words(string text, string date) =>
        Files.Read(Head + text).Of("event").ShouldHaveSingleItem().Date.ShouldBe(date);

    [Theory]
    [InlineData("Later that year, Finland and Chile held talks in Turku.", "2019")]
    [InlineData("The same month, Finland and Chile held talks in Turku.", "2019-05")]
    [InlineData("The following spring, Finland and Chile held talks in Turku.", "2020")]
    [InlineData("That October, Finland and Chile held talks in Turku.", "2019-10")]
    [InlineData("In March of the following year, Finland and Chile held talks in Turku.", "2020-03")]
    [InlineData("A year earlier, Finland and Chile had held talks in Turku.", "2018")]
    public void A_distance_from_what_was_told_counts_in_its_own_unit(string text, string date) =>
        Files.Read("In May 2019, Finland and Chile held talks in Santiago. " + text).Of("event")[^1].Date.ShouldBe(date);

    [Theory]
    [InlineData("from May 28 to June 1, 2023", "2023-05-28")]
    [InlineData("from 12 September to 3 October 2023", "2023-09-12")]
    [InlineData("between 3 and 5 April 2024", "2024-04-03")]
    [InlineData("on 4, 5 and 6 March 2024", "2024-03-04")]
    [InlineData("on May 30–June 1, 2024", "2024-05-30")]
    [InlineData("on the 12th of August, 2024", "2024-08-12")]
    public void Of_a_range_of_days_the_first_counts(string when, string date) =>
        Files.Read($"Kenya and Norway held talks in Bergen {when}.").Of("event").ShouldHaveSingleItem().Date.ShouldBe(date);
}
