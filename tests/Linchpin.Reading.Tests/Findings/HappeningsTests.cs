namespace Linchpin.Reading.Tests.Findings;

/// <summary>What a party did or a mechanism saw at a stated time, told by a verb that no list has; what lasts, is said or is measured is none.</summary>
public class HappeningsTests
{
    private const string Story = "Growers weigh next steps\n\nACCRA, May 8, 2019 — ";

    [Theory]
    [InlineData("Togo repealed its seed levy in March 2017.", "2017-03")]
    [InlineData("In June 2018 Benin scrapped the ferry tax.", "2018-06")]
    [InlineData("Traders praise the Lomé Charter Agreement that took effect in May 2016.", "2016-05")]
    [InlineData("The definitive phase of the Lomé Charter Agreement begins in January 2020.", "2020-01")]
    public void A_dated_deed_is_an_event(string text, string date) => Files.Read(Story + text).Of("event").ShouldHaveSingleItem().Date.ShouldBe(date);

    [Theory]
    [InlineData("Togo relied on the ferry in March 2017.")]
    [InlineData("Exports of Benin rose in June 2018.")]
    [InlineData("Togo explained the levy in March 2017.")]
    public void What_lasts_is_measured_or_explained_is_none(string text) => Files.Read(Story + text).Of("event").ShouldBeEmpty();

    [Fact]
    public void A_file_name_tells_the_year_of_a_dateline_without_one()
    {
        const string Text = "OSLO, March 4 (Fjord Wire) - Norway and Kenya signed a cable agreement in Oslo on Monday.";
        Files.Read(Text, "2019-03-cables.txt").Document.PublishedBasis.ShouldBe("dateline, its year from the file name");
        Files.Read(Text, "2019-03-cables.txt").Of("event").ShouldHaveSingleItem().Date.ShouldBe("2019-03-04");
        Files.Read(Text, "2019-05-cables.txt").Document.Published.ShouldBeNull();
        Files.Read(Text, "cables-2019.txt").Document.Published.ShouldBeNull();
    }

    [Fact]
    public void A_weekday_is_the_day_that_was_stated_with_it_a_few_sentences_before() =>
        Files.Read("Harbour notes\n\nThe two ministers met on Thursday, May 9, 2019, in Lomé. Grain was loaded. Ferries ran. Crowds came. In Lomé Thursday, Togo repealed its seed levy.")
            .Of("event").ShouldContain(e => e.Quote.Contains("repealed", StringComparison.Ordinal) && e.Date == "2019-05-09");

    [Fact]
    public void To_become_the_next_country_to_sign_is_an_event_and_a_commitment()
    {
        ReadDocument read = Files.Read(Story + "In March 2019 Togo became the ninth country to sign the Lomé Charter.");
        read.Of("event").ShouldHaveSingleItem().Date.ShouldBe("2019-03");
        read.Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["TGO"]);
    }
}
