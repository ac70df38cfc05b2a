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
    [InlineData("Joint repair has been held back by rival permits.", "held back by rival permits")]
    [InlineData("Financing is the weakest link.", "weakest link")]
    [InlineData("There is no substitute for that engine.", "no substitute")]
    [InlineData("Without money of its own the office will remain a letterbox.", "Without money of its own")]
    [InlineData("There is a danger that the group spreads itself too thin.", "spreads itself too thin")]
    [InlineData("One firm dominates the market for sonar.", "dominates the market")]
    [InlineData("If the straits freeze, small ports will lose their trade.", "small ports will lose their trade")]
    [InlineData("Export bans harm fishermen on both coasts.", "harm fishermen")]
    [InlineData("There are two problems. First, the crews never train together.", "the crews never train together")]
    [InlineData("Critics say the list is so long that few ports will gain.", "the list is so long")]
    [InlineData("Analysts warn of idle yards next winter.", "idle yards")]
    [InlineData("Rival permits make any joint repair impossible.", "impossible")]
    [InlineData("If the straits do not open, trade will move south.", "the straits do not open")]
    [InlineData("Neither law can be enforced in any court.", "can be enforced")]
    [InlineData("The accord is not a treaty and binds nobody.", "is not a treaty")]
    [InlineData("There is no hotline between the two fleets.", "no hotline")]
    [InlineData("A new cabinet might walk away from the deal.", "might walk away")]
    [InlineData("The yards were caught short of welders in 2019.", "caught short")]
    [InlineData("That goodwill is wearing thin.", "wearing thin")]
    [InlineData("The longer the talks last, the more crews will look for other work.", "The longer the talks last")]
    [InlineData("Old law bars the office from sharing its charts.", "bars the office")]
    [InlineData("The next round has no date.", "has no date")]
    [InlineData("Customs officers struggle with the forms.", "struggle with")]
    [InlineData("While both changed their rules, gaps remain.", "gaps remain")]
    [InlineData("Smugglers carry parts across the ice.", "Smugglers carry")]
    [InlineData("The two do not agree on what a trawler is.", "do not agree")]
    [InlineData("Their rules were written apart and may diverge.", "may diverge")]
    [InlineData("Most of the magnets are refined in China.", "refined in China")]
    [InlineData("Building costs have doubled since the war.", "have doubled")]
    [InlineData("The permits take eight months.", "take eight months")]
    [InlineData("The office has yet to publish a chart.", "has yet to")]
    [InlineData("What was built in years can be undone in a week.", "can be undone")]
    [InlineData("The trouble is that nobody owns the cable.", "nobody owns the cable")]
    [InlineData("Small ports fear being left out.", "fear being left out")]
    [InlineData("The engines are too costly for small yards.", "too costly")]
    [InlineData("The pact leaves out the largest fleet.", "leaves out")]
    [InlineData("The summit produced no new money.", "no new money")]
    [InlineData("Policy swings have introduced uncertainty.", "uncertainty")]
    [InlineData("Rescue licences are not recognised across borders.", "are not recognised")]
    [InlineData("Their secrecy laws are weaker than those of the south.", "are weaker than")]
    [InlineData("Small yards hear about tenders late.", "late")]
    [InlineData("The old declaration promised much and funded nothing.", "funded nothing")]
    [InlineData("The group has no charter.", "has no charter")]
    [InlineData("All three fear tariffs, and none wants to be seen alone.", "none wants to be seen")]
    [InlineData("Yet no one has asked the yards.", "no one has asked")]
    [InlineData("In that council a rival can veto any chart.", "can veto")]
    [InlineData("Three years on, nobody has published a chart.", "nobody has published a chart")]
    public void A_danger_is_named_by(string text, string words) => Files.Read(Start + text).Of("risk").Select(r => r.Quote).ShouldContain(q => q.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("The two joined the Platform on Economic Coercion in May.")]
    [InlineData("Three weaknesses stand out.")]
    [InlineData("The new form will lower barriers to trade in fish.")]
    [InlineData("Ice charts are the building blocks of a rescue service.")]
    [InlineData("There is no doubt that both sides gain.")]
    [InlineData("The crews cannot be blamed for the weather.")]
    [InlineData("The list is not a secret.")]
    [InlineData("Trade between the two has doubled since 2015.")]
    [InlineData("The accord limits tariffs on lenses to three per cent.")]
    [InlineData("Their yards compete well abroad.")]
    [InlineData("The two differ in size but not in ambition.")]
    [InlineData("It is not only about ice.")]
    [InlineData("Iceland has no reason to refuse.")]
    [InlineData("The northern rescue group faces challenges.")]
    [InlineData("What can be done by those that have no rocket?")]
    public void No_danger_is_named_by(string text) => Files.Read(Start + text).Of("risk").ShouldBeEmpty();

    [Theory]
    [InlineData("They discussed the ties of the coast and the deepening partnership between Belarus and Iran.", "deepening partnership between Belarus and Iran")]
    [InlineData("They voiced concern over Iran's use of shell firms to pay for arms.", "use of shell firms")]
    [InlineData("Norway faces growing political pressure from its neighbour.", "growing political pressure")]
    [InlineData("Norway was short of fuel in 2021.", "short of fuel")]
    [InlineData("The talks came amid tensions over tariffs.", "tensions over tariffs")]
    [InlineData("They spoke of “nuclear and missile threats” from the north.", "nuclear and missile threats")]
    [InlineData("The envoy said that the shadow fleet was a threat to the environment.", "the shadow fleet was a threat")]
    public void A_statement_names_a_danger_by(string text, string words) =>
        Files.Read("Joint Statement of the Leaders of Norway and Iceland\n\n" + Start + text).Of("risk").Select(r => r.Quote).ShouldContain(q => q.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("This brief recommends that the two share their ice charts every week.", "the two share their ice charts every week")]
    [InlineData("Norway is advised to accept the permits of Iceland.", "Norway is advised to accept")]
    [InlineData("The partners would do well to decide now who pays.", "would do well to decide")]
    [InlineData("A joint reserve of fuel would be worth more than another plan.", "A joint reserve of fuel would be worth")]
    [InlineData("First, publish a list of ports that are open in winter.", "publish a list of ports")]
    [InlineData("To begin with, publish a list of ports.", "publish a list of ports")]
    [InlineData("Iceland, for its part, would be wise to publish its tariffs.", "would be wise to publish")]
    [InlineData("A joint fund would help small ports.", "A joint fund would help")]
    [InlineData("It would also make sense to stagger the repairs.", "make sense to stagger")]
    [InlineData("What the two need is an office with a budget.", "What the two need")]
    [InlineData("One way forward is to license the engines to a yard in Iceland.", "One way forward")]
    [InlineData("Safety has to be built in from the start.", "has to be built in")]
    [InlineData("Let Norway lead on fuel.", "Let Norway lead")]
    [InlineData("I would urge the two ministries to share their charts.", "urge the two ministries")]
    [InlineData("This brief argues for a pooled yard in the north.", "argues for a pooled yard")]
    [InlineData("Rotating the chair would reassure small ports.", "Rotating the chair")]
    [InlineData("Iceland might offer its yards in return for fuel.", "might offer its yards")]
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

    [Fact]
    public void Under_a_heading_about_what_can_go_wrong_a_plain_statement_is_a_risk()
    {
        const string text = "Norway and Iceland share the northern seas. They keep one chart.\n\nWhat could go wrong\n\nThe crews of the two coasts answer to different ministries.\n\n";
        Files.Read(text).Of("risk").ShouldHaveSingleItem().Quote.ShouldStartWith("The crews");
        Files.Read(text.Replace("What could go wrong", "How it works", StringComparison.Ordinal)).Of("risk").ShouldBeEmpty();
    }

    [Fact]
    public void Points_under_action_items_advise_even_without_a_verb()
    {
        const string text = "Norway and Iceland share the northern seas.\n\nRecommendations\n\nTwo fields come first.\n\nAction items:\n- Charts: Publish them in one format\n- A yearly review of all rescue bases\n- Regularly test the sirens\n\nConclusion\n\nThe sea is wide.\n\n- A wider sea than most\n";
        Files.Read(text).Of("recommendation").Select(r => r.Quote).ShouldBe(["Publish them in one format", "A yearly review of all rescue bases", "Regularly test the sirens"]);
    }

    [Fact]
    public void A_story_full_of_sayings_advises_nobody() =>
        Files.Read("Ports close early this year\n\n" + string.Concat(Enumerable.Repeat("The harbour master said the ice came early. Boats lay still. Crews went home. Norway should open a port. ", 4))).Of("recommendation").ShouldBeEmpty();
}
