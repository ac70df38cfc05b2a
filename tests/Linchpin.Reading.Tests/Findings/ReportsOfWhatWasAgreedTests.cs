namespace Linchpin.Reading.Tests.Findings;

/// <summary>In statements, releases and reports: what shall or will be done, what a council aims at, what is under way, and deeds told by a noun.</summary>
public class ReportsOfWhatWasAgreedTests
{
    private const string Story = "Growers weigh next steps\n\nACCRA, May 8, 2019 — Rain fell.\n\n";

    [Theory]
    [InlineData("Findings on seeds shall be filed within 72 hours with both banks.")]
    [InlineData("A joint seed bank, linking Accra with Lima, will be commissioned by March 2021.")]
    [InlineData("The first joint tender is to be issued by July next year.")]
    [InlineData("A Joint Harvest Committee, chaired by the two ministers, shall meet twice a year.")]
    [InlineData("The Harvest Council aims to open new seed banks.")]
    [InlineData("Ghana offered twenty places a year for growers at its seed bank.")]
    [InlineData("Ghana and Peru also are deepening their cooperation on food aid.")]
    public void What_is_to_be_done_is_a_commitment(string text) => Files.Read(Story + text).Of("commitment").ShouldHaveSingleItem();

    [Theory]
    [InlineData("Growers will be affected by the drought next year.")]
    [InlineData("More will be needed by March 2021.")]
    [InlineData("Ministers will meet on Friday.")]
    public void What_befalls_is_none(string text) => Files.Read(Story + text).Of("commitment").ShouldBeEmpty();

    [Theory]
    [InlineData("The growers recall the successful launch of the Soil Protection Network.", "the successful launch of the Soil Protection Network")]
    [InlineData("They praised the completion of a Strategic Framework for Harvest Cooperation.", "the completion of a Strategic Framework for Harvest Cooperation")]
    [InlineData("They praised the first trilateral meeting between their farm ministries.", "the first trilateral meeting between their farm ministries")]
    public void A_deed_told_by_a_noun_is_an_event(string text, string quote) => Files.Read(Story + text).Of("event").ShouldHaveSingleItem().Quote.ShouldBe(quote);

    [Theory]
    [InlineData("They are working toward the launch of the Soil Protection Network.")]
    [InlineData("They discussed the adoption of the Soil Protection Network.")]
    public void A_deed_not_yet_done_is_none(string text) => Files.Read(Story + text).Of("event").ShouldBeEmpty();

    [Fact]
    public void A_point_may_be_marked_in_many_ways() =>
        Files.Read("Fact Sheet: Harvest Dialogue\n\nGhana and Peru agreed to:\n\n» open a seed bank in Lima.\n\n■ share maps of soils.\n\n✓ fund a school for growers.").Of("commitment").Count.ShouldBe(3);
}
