namespace Linchpin.Reading.Tests.Findings;

/// <summary>Ways to name a danger and to give advice, and what only looks like either.</summary>
public class RisksAndAdviceTests
{
    private const string Start = "Norway and Iceland share the northern seas. ";

    [Theory]
    [InlineData("A storm in the strait could cut off both islands from their fuel.", "cut off both islands")]
    [InlineData("A change of mood in one capital may yet undo the work of years.", "undo the work of years")]
    [InlineData("The arrangement risks becoming a talking shop.", "risks becoming a talking shop")]
    [InlineData("Both fleets remain dependent on one maker of engines.", "dependent on one maker of engines")]
    [InlineData("The joint office has no budget of its own.", "has no budget")]
    [InlineData("Their rules for icebreakers are fragmented.", "are fragmented")]
    [InlineData("The first danger is delay. A second is that crews will leave for better pay.", "crews will leave for better pay")]
    public void A_danger_is_named_by(string text, string words) => Files.Read(Start + text).Of("risk").Select(r => r.Quote).ShouldContain(q => q.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("The two joined the Platform on Economic Coercion in May.")]
    [InlineData("Three weaknesses stand out.")]
    [InlineData("The new form will lower barriers to trade in fish.")]
    public void No_danger_is_named_by(string text) => Files.Read(Start + text).Of("risk").ShouldBeEmpty();

    [Theory]
    [InlineData("This brief recommends that the two share their ice charts every week.", "the two share their ice charts every week")]
    [InlineData("Norway is advised to accept the permits of Iceland.", "Norway is advised to accept")]
    [InlineData("The partners would do well to decide now who pays.", "would do well to decide")]
    [InlineData("A joint reserve of fuel would be worth more than another plan.", "A joint reserve of fuel would be worth")]
    [InlineData("First, publish a list of ports that are open in winter.", "publish a list of ports")]
    public void Advice_is_given_by(string text, string words) => Files.Read(Start + text).Of("recommendation").ShouldHaveSingleItem().Quote.ShouldContain(words);

    [Theory]
    [InlineData("What, then, should be done?")]
    [InlineData("The council, in which such lists ought to be agreed, works by consensus.")]
    public void No_advice_is_given_by(string text) => Files.Read(Start + text).Of("recommendation").ShouldBeEmpty();

    [Fact]
    public void What_should_be_done_with_a_party_is_for_the_others_to_do() =>
        Files.Read("Norway, Iceland and Denmark share the northern seas. Norway, Iceland and Denmark should agree on one chart. Greenland should be brought in early.")
            .Of("recommendation").Last().WhoShould.Order(StringComparer.Ordinal).ShouldBe(["DNK", "ISL", "NOR"]);

    [Fact]
    public void A_forum_that_should_do_something_is_named_as_itself() =>
        Files.Read("Norway and Iceland share the northern seas. The G7 should settle on a floor for prices.").Of("recommendation").ShouldHaveSingleItem().WhoShould.ShouldBe(["g7"]);

    [Theory]
    [InlineData("FACT SHEET: Cooperation in the North\n\n")]
    [InlineData("Joint Statement of the Leaders of Norway and Iceland\n\n")]
    [InlineData("OSLO, 3 May 2021 — ")]
    public void A_text_that_calls_itself_a_report_advises_nobody(string head) =>
        Files.Read(head + "Norway and Iceland met. All ships should be built to one standard, they noted.").Of("recommendation").ShouldBeEmpty();
}
