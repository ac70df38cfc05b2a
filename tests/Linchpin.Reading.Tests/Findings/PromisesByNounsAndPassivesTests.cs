namespace Linchpin.Reading.Tests.Findings;

/// <summary>Promises told by nouns, passives, joinings and measures, and what looks like one of these and binds nobody.</summary>
public class PromisesByNounsAndPassivesTests
{
    private const string Report = "Joint Statement of Ghana and Peru\n\n12 March 2019\n\nGhana and Peru met in Accra. ";

    [Theory]
    [InlineData("Togo's pledge of 3 million dollars to the fund was read out.", "pledged", "TGO")]
    [InlineData("A promise by Togo to staff the archive was read out.", "pledged", "TGO")]
    [InlineData("The commitment of 12 million kroner by Denmark was read out.", "pledged", "DNK")]
    [InlineData("Togo's decision to open its archive was read out.", "announced", "TGO")]
    [InlineData("They welcomed Togo's decision to open its archive.", "announced", "TGO")]
    [InlineData("The ministers of Ghana and Peru took the decision to open an archive.", "stated", "GHA PER")]
    [InlineData("Togo put its name to the Lomé Charter.", "signed", "TGO")]
    [InlineData("Togo became the ninth member of the Lomé Charter Group.", "signed", "TGO")]
    [InlineData("Togo lifted its ban on timber exports.", "done", "TGO")]
    [InlineData("New projects on soil maps and seed banks were also announced.", "announced", "GHA PER")]
    [InlineData("The next ministerial meeting is planned for 2020 in Lima.", "intended", "GHA PER")]
    [InlineData("The accord obliges Togo and Benin to warn each other of floods.", "signed", "BEN TGO")]
    [InlineData("Togo is in talks with Benin on a shared ferry.", "negotiating", "BEN TGO")]
    [InlineData("Togo expressed its desire to join the Lomé Group comprising Ghana, Benin and Niger.", "stated", "TGO")]
    public void A_party_is_bound_without_a_promising_verb(string text, string act, string who)
    {
        Item commitment = Files.Read(Report + text).Of("commitment").ShouldHaveSingleItem();
        commitment.Act.ShouldBe(act);
        commitment.Who.Order(StringComparer.Ordinal).ShouldBe(who.Split(' '));
    }

    [Theory]
    [InlineData("Togo embarked on its journey to become a haven for trawlers.")]
    [InlineData("The minister said Togo would not sign the charter.")]
    [InlineData("Togo will not join the fund.")]
    [InlineData("Whether Togo and Benin will agree to a ferry is unclear.")]
    [InlineData("Prices rose when Togo restricted exports.")]
    [InlineData("Growers regret the lack of a commitment by Togo to pay.")]
    public void A_journey_a_refusal_a_doubt_and_what_is_told_by_the_way_bind_nobody(string text) => Files.Read(Report + text).Of("commitment").ShouldBeEmpty();

    [Fact]
    public void What_is_told_by_the_way_and_what_follows_are_two_promises()
    {
        IReadOnlyList<Item> found = [.. Files.Read("Togo, which joined in 2017 as the fifth signatory, will host the archive.").Of("commitment")];
        found.Select(c => c.Act).ShouldBe(["signed", "agreed"]);
        found.ShouldAllBe(c => c.Who.SequenceEqual(new[] { "TGO" }));
    }

    [Fact]
    public void The_council_that_said_it_would_is_bound_and_not_the_state_that_leads_it() =>
        Files.Read("The Gulf Fisheries Council, led by Ghana with Benin as deputy, said it would count every trawler.").Of("commitment").ShouldHaveSingleItem().Who.ShouldNotContain("BEN");

    [Fact]
    public void The_three_are_the_three_named_last() =>
        Files.Read(Report + "Togo, Benin and Niger share a river. The three agreed to dredge it.").Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["BEN", "NER", "TGO"]);
}
