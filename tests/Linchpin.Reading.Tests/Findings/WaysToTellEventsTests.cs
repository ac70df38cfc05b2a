namespace Linchpin.Reading.Tests.Findings;

public class WaysToTellEventsTests
{
    [Theory]
    [InlineData("Japan and Kenya on Monday signed a ports charter.", "Japan and Kenya on Monday signed a ports charter", "2024-06-10")]
    [InlineData("Peru and Chile last month signed a new fisheries pact.", "Peru and Chile last month signed a new fisheries pact", "2024-05")]
    [InlineData("Defence chiefs of Kenya and Norway vowed to share data during a meeting in Bergen on Sunday.", "Defence chiefs of Kenya and Norway vowed to share data during a meeting in Bergen on Sunday", "2024-06-09")]
    [InlineData("In a joint statement Sunday, Kenya and Norway praised the crews.", "In a joint statement Sunday, Kenya and Norway praised the crews", "2024-06-09")]
    [InlineData("The Lamu Quiet Seas Arrangement, which dates from April 2019, binds four states.", "The Lamu Quiet Seas Arrangement, which dates from April 2019", "2019-04")]
    [InlineData("Ships follow the Bergen Compact, which was signed in January 2020 and covers four seas.", "the Bergen Compact, which was signed in January 2020 and covers four seas", "2020-01")]
    [InlineData("The Kenya-Norway Tide Deal was signed by Marie Curie of Kenya.", "The Kenya-Norway Tide Deal was signed by Marie Curie of Kenya", null)]
    [InlineData("Today, we, the leaders of Kenya and Norway, mark the third anniversary of the Sonar Compact.", "Today, we, the leaders of Kenya and Norway, mark the third anniversary of the Sonar Compact", "2024-06-12")]
    [InlineData("The ransomware attack that closed the port of Lamu in July 2022 cost millions.", "The ransomware attack that closed the port of Lamu in July 2022", "2022-07")]
    [InlineData("Kenya and Norway held a video call last week.", "Kenya and Norway held a video call last week", "2024-06")]
    [InlineData("The accord comes nearly two years after a landmark summit of the two in Lamu.", "nearly two years after a landmark summit of the two in Lamu", "2022")]
    public void An_event_is_told_in_each_of_these_ways(string text, string quote, string? date)
    {
        Item found = Files.Read("12 June 2024\n\n" + text).Of("event").ShouldHaveSingleItem();
        (found.Quote, found.Date).ShouldBe((quote, date));
    }

    [Fact]
    public void What_has_a_date_of_its_own_is_an_event_of_its_own()
    {
        const string text = "Norway signed a repair contract in July 2022, won the overhaul of two tugs the month after, and in December its navy completed the purchase of a dock. Ghana followed in February 2023, Togo in April, and Benin's own order took effect on 20 July 2023.";
        Files.Read(text).Of("event").Select(e => e.Date).ShouldBe(["2022-07", "2022-08", "2022-12", "2023-02", "2023-04", "2023-07-20"]);
    }

    [Theory]
    [InlineData("No agreement was signed in 2021.")]
    [InlineData("The talks, had they been held in 2020, would have failed.")]
    [InlineData("A meeting is held every year in May 2019.")]
    [InlineData("The lists are to be shared before they are adopted, not after May 2019.")]
    [InlineData("If signed in 2025, the pact would help Kenya.")]
    [InlineData("Japan and Kenya will meet in Lamu next month.")]
    public void What_did_not_take_place_recurs_or_is_yet_to_come_is_none(string text) => Files.Read("12 June 2026\n\n" + text).Of("event").ShouldBeEmpty();
}
