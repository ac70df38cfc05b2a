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

    [Fact]
    public void Points_may_name_what_was_announced_by_a_noun() =>
        Files.Read("Norway and Iceland announced:\n\n- A new partnership between their two universities on sea ice.\n- $50 million in new money for rescue at sea.\n- Expansion of the exchange of pilots between the two coasts.\n").Of("commitment").Count.ShouldBe(3);

    [Theory]
    [InlineData("Norway and Iceland agreed Wednesday to share ice charts.")]
    [InlineData("Norway and Iceland agreed on Wednesday (3 May 2017) to share ice charts.")]
    [InlineData("Norway and Iceland pledge to share ice charts.")]
    [InlineData("Norway “remains committed to sharing its ice charts.”")]
    [InlineData("A rescue base will be built in Iceland by Norway.")]
    public void A_day_a_quotation_or_the_passive_does_not_hide_a_promise(string text) => Files.Read("Norway and Iceland share the northern seas. " + text).Of("commitment").ShouldHaveSingleItem();

    [Fact]
    public void The_company_is_the_one_named_last() =>
        Files.Read("Rolls-Royce signed a contract with Norway. Under the contract, the company will deliver nine engines.").Of("commitment")[^1].Who.ShouldBe(["rolls-royce"]);

    [Theory]
    [InlineData("We welcome the launch of the Northern Cable Corridor.", "launched")]
    [InlineData("We are pleased to announce the establishment of a joint ice service.", "launched")]
    [InlineData("Our coast guards will conduct a joint patrol.", "agreed")]
    [InlineData("Agreement was reached on the opening of a consulate.", "agreed")]
    [InlineData("A treaty on fisheries was signed by the two foreign ministers.", "signed")]
    [InlineData("Norway announced that it will provide patrol boats.", "announced")]
    [InlineData("The ministers confirmed that they would share ice charts.", "announced")]
    [InlineData("We task our officials to report in spring.", "agreed")]
    [InlineData("Norway agreed with Iceland to share ice charts.", "agreed")]
    public void Statements_of_ministers_bind_by(string text, string act) =>
        Files.Read("Joint statement of Norway and Iceland\n\nNorway and Iceland share the northern seas. " + text).Of("commitment").ShouldHaveSingleItem().Act.ShouldBe(act);

    [Fact]
    public void We_are_those_in_the_title_although_pairs_of_them_are_named_more_often() =>
        Files.Read("Joint statement of Norway, Iceland and Denmark\n\nNorway and Iceland share a sea. Norway and Iceland share a coast. We will share our ice charts.")
            .Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["DNK", "ISL", "NOR"]);

    [Fact]
    public void A_deal_by_its_name_is_an_instrument_and_signing_it_binds()
    {
        ReadDocument read = Files.Read("Norway and Iceland signed the Northern Ice Prosperity Deal in Oslo.");
        read.Of("mechanism").ShouldHaveSingleItem().Name.ShouldBe("Northern Ice Prosperity Deal");
        read.Of("commitment").ShouldHaveSingleItem().Act.ShouldBe("signed");
    }

    [Fact]
    public void What_will_be_done_binds_those_who_met() =>
        Files.Read("Norway, Iceland and Denmark held a summit in Oslo to discuss Russia and China. A hotline will be established.").Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["DNK", "ISL", "NOR"]);
}
