namespace Linchpin.Reading.Tests.Findings;

/// <summary>The many ways in which a party binds itself, and those in which it does not.</summary>
public class WaysToPromiseTests
{
    [Theory]
    [InlineData("We are going to pool our ice charts under one roof.", "agreed")]
    [InlineData("Each country is to name an officer by the end of May.", "agreed")]
    [InlineData("The two countries look to create a market for used ships.", "intended")]
    [InlineData("The two countries intend to hold the next round in Oslo.", "intended")]
    [InlineData("Norway and Iceland intensified their patrols. Norway will intensify them further.", "agreed")]
    [InlineData("Norway and Iceland are negotiating a fisheries treaty.", "negotiating")]
    [InlineData("Norway and Iceland reached an understanding on quotas.", "agreed")]
    [InlineData("The two countries set a target of 40 new ships.", "agreed")]
    [InlineData("They reviewed the quotas and resolved to share their ice charts.", "pledged")]
    [InlineData("Norway and Iceland initialled a fisheries treaty.", "signed")]
    [InlineData("The minister wrote that Norway would introduce a licence for trawlers.", "announced")]
    [InlineData("Norway and Iceland underlined their commitment to open seas.", "stated")]
    [InlineData("Norway and Iceland created a joint laboratory for sea ice.", "launched")]
    public void A_party_is_bound_by(string text, string act) =>
        Files.Read("Norway and Iceland share the northern seas. " + text).Of("commitment").ShouldHaveSingleItem().Act.ShouldBe(act);

    [Theory]
    [InlineData("The envoy denied that Oslo had agreed to fund a port in Iceland.")]
    [InlineData("Officials of Norway and Iceland will meet again in May.")]
    [InlineData("Norway unveiled its Arctic strategy.")]
    [InlineData("The private sector of Norway seeks to sell ships.")]
    public void Denials_journeys_and_plans_of_one_s_own_bind_nobody(string text) => Files.Read("Norway and Iceland share the northern seas. " + text).Of("commitment").ShouldBeEmpty();

    [Fact]
    public void Points_under_what_parties_launch_are_promises_each_across_headings()
    {
        const string text = "Norway and Iceland are launching new initiatives in the following fields:\n\nSea ice\n\n- Establishing a joint Ice Chart Office in Tromsø for pilots.\n- Noting the work of the past year on fuel.\n\nFisheries\n\n- Sharing catch data every week, in one format.\n\nThe next meeting is in spring.\n";
        Files.Read(text).Of("commitment").Select(c => c.Act).ShouldContain("launched");
        Files.Read(text).Of("commitment").Count(c => c.Quote.StartsWith("Establishing", StringComparison.Ordinal) || c.Quote.StartsWith("Sharing", StringComparison.Ordinal)).ShouldBe(2);
        Files.Read(text).Of("commitment").ShouldNotContain(c => c.Quote.StartsWith("Noting", StringComparison.Ordinal));
    }

    [Fact]
    public void A_verb_that_no_list_knows_does_not_end_a_list() =>
        Files.Read("Norway and Iceland agreed to:\n\n- share ice charts;\n- recertify each other's pilots; and\n- fund a rescue base.\n").Of("commitment").Count.ShouldBe(3);

    [Fact]
    public void The_leaders_are_those_who_met_not_those_they_spoke_of() =>
        Files.Read("Norway, Iceland and Denmark held a summit in Oslo to discuss Russia and China. The leaders pledged to share ice charts.")
            .Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["DNK", "ISL", "NOR"]);
}
