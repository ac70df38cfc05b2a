namespace Linchpin.Reading.Tests.Mentions;

public class NameTests
{
    [Fact]
    public void A_capital_is_its_government_when_it_acts_and_a_place_when_something_happens_there()
    {
        ReadDocument read = Files.Read("Tokyo agreed to share data with Canberra. The talks were held in Paris.");
        read.Of("actor").Select(a => a.Canonical).ShouldBe(["JPN", "AUS"], ignoreOrder: true);
    }

    [Fact]
    public void An_acronym_that_the_text_defines_names_the_same_mechanism_later()
    {
        ReadDocument read = Files.Read("Japan and India set up the Port Security Initiative (PSIX) in 2021. The PSIX met again in 2022.");
        Item mechanism = read.Of("mechanism").ShouldHaveSingleItem();
        mechanism.Aliases.ShouldBe(["Port Security Initiative", "PSIX"]);
        mechanism.Mentions.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("In an interview, Foreign Minister Cho Tae-yul spoke first.", "Cho Tae-yul", "Foreign Minister", null)]
    [InlineData("Talks were led by U.S. Secretary of State Antony Blinken.", "Antony Blinken", "Secretary of State", "United States")]
    [InlineData("The speaker was Penny Wong, Minister for Foreign Affairs of Australia.", "Penny Wong", "Minister for Foreign Affairs of Australia", null)]
    [InlineData("Senior Director Tarun Chhabra of the US National Security Council led the talks.", "Tarun Chhabra", "Senior Director", "US National Security Council")]
    public void A_name_with_an_office_beside_it_is_a_person_role(string text, string person, string role, string? body)
    {
        Item found = Files.Read(text).Of("person-role").ShouldHaveSingleItem();
        (found.Person, found.Role).ShouldBe((person, role));
        found.Body.ShouldBe(body);
    }

    [Fact]
    public void An_office_never_reaches_into_the_next_block()
    {
        ReadDocument read = Files.Read("A long paragraph about ports and shipping that has no stop at its end but names President Penny Wong of\n\nJapan and the Sea\n\nAnother long paragraph about ports follows here, and it ends as a paragraph should, with a stop.\n");
        read.Of("person-role").ShouldHaveSingleItem().Quote.ShouldEndWith("Penny Wong");
    }

    [Fact]
    public void The_trio_and_the_four_nation_group_stand_for_their_members()
    {
        ReadDocument read = Files.Read("The United States, Japan and India held a trilateral ports dialogue in Tokyo in May 2023. The trio pledged to share data on ports.");
        read.Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["IND", "JPN", "USA"], ignoreOrder: true);
    }

    [Fact]
    public void Two_and_three_members_make_two_mechanisms()
    {
        ReadDocument read = Files.Read("The US-Japan alliance is old. The US-ROK alliance is younger. The US-ROK-Japan trilateral partnership is new.");
        read.Of("mechanism").Select(m => string.Join(' ', m.Members)).ShouldBe(["JPN USA", "KOR USA", "JPN KOR USA"], ignoreOrder: true);
    }

    [Fact]
    public void Seas_and_newspapers_are_not_countries() =>
        Files.Read("The South China Sea was in the Japan Times, and the Indian Ocean too.").Of("actor").ShouldBeEmpty();
}
