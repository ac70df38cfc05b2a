namespace Linchpin.Reading.Tests.Findings;

public class FindingTests
{
    [Theory]
    [InlineData("Japan and India discussed semiconductors and explored joint work on quantum computing.")]
    [InlineData("Japan and India considered a pact on data.")]
    [InlineData("Japan did not agree to share data with India.")]
    [InlineData("Japan and India may sign a ports agreement.")]
    [InlineData("India called for Japan to open its market.")]
    [InlineData("It is unlikely that Japan and India will build a fleet together.")]
    public void What_was_discussed_denied_hedged_or_wished_for_is_no_commitment(string text) => Files.Read(text).Of("commitment").ShouldBeEmpty();

    [Theory]
    [InlineData("Japan and India agreed to share data.", "agreed")]
    [InlineData("Japan pledged to fund ports in India.", "pledged")]
    [InlineData("Japan and India signed a memorandum of understanding on ports.", "signed")]
    [InlineData("Japan and India launched the India-Japan Ports Dialogue.", "launched")]
    [InlineData("Japan will fund a railway in India.", "agreed")]
    [InlineData("India intends to buy Japanese ships.", "intended")]
    [InlineData("Japan is committed to training Indian engineers.", "stated")]
    public void A_party_that_binds_itself_makes_a_commitment_and_the_verb_is_its_act(string text, string act) =>
        Files.Read(text).Of("commitment").ShouldHaveSingleItem().Act.ShouldBe(act);

    [Theory]
    [InlineData("Both countries should test the scheme.")]
    [InlineData("Japan must share stockpile data with India.")]
    [InlineData("India and Japan need to build more ports.")]
    [InlineData("It is vital for Japan and India to share data on ports.")]
    [InlineData("There is a pressing need for Japan and India to widen the pact.")]
    [InlineData("Now is the time to bring Japan and India closer in shipping.")]
    public void The_author_s_advice_to_parties_is_a_recommendation(string text)
    {
        ReadDocument read = Files.Read("Japan and India share many interests at sea. " + text);
        read.Of("recommendation").ShouldHaveSingleItem().WhoShould.ShouldContain("JPN");
        read.Of("commitment").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("The minister said that Japan should share its data.")]
    [InlineData("Should China take action against Japan, prices will rise.")]
    public void Advice_of_others_and_conditions_are_no_recommendations(string text) => Files.Read(text).Of("recommendation").ShouldBeEmpty();

    [Fact]
    public void A_news_report_has_no_recommendations() =>
        Files.Read("Japan and India should share data.", facts: new DocumentFacts(null, null, null, null, "news report")).Of("recommendation").ShouldBeEmpty();

    [Theory]
    [InlineData("Japan and India held talks in Tokyo on 3 May 2021. A week later, at a summit in Delhi, Japan and India met again.", "2021-05")]
    [InlineData("In March 2021 Japan and India held talks in Tokyo. A week later, at a summit in Delhi, Japan and India met again.", "2021-03")]
    [InlineData("In December 2021 Japan and India held talks in Tokyo. The following month, Japan and India held a summit in Delhi.", "2022-01")]
    [InlineData("In 2021 Japan and India held talks in Tokyo. Two years later, Japan and India held a summit in Delhi.", "2023")]
    public void A_relative_date_counts_from_the_event_told_before_and_is_no_more_precise(string text, string date) =>
        Files.Read(text).Of("event")[^1].Date.ShouldBe(date);

    [Fact]
    public void A_target_date_is_due_and_never_the_date_of_an_event()
    {
        Item found = Files.Read("Japan and India pledged to triple their trade by 2030.").Of("commitment").ShouldHaveSingleItem();
        (found.Date, found.Due).ShouldBe((null, "2030"));
    }

    [Fact]
    public void An_event_has_its_place_number_and_participants()
    {
        Item found = Files.Read("In June 2023, Japan and India held their 12th Joint Commission Meeting in Tokyo.").Of("event").ShouldHaveSingleItem();
        (found.Date, found.Precision, found.Place, found.Ordinal).ShouldBe(("2023-06", "month", "Tokyo", 12));
        found.Participants.ShouldBe(["JPN", "IND"]);
    }

    [Fact]
    public void Quoted_promises_carry_whose_words_they_are() =>
        Files.Read("According to a fact sheet issued by the White House in January 2023: “We are committed to fostering trade.” The United States and India issued it.")
            .Of("commitment").ShouldHaveSingleItem().Attribution.ShouldBe("a fact sheet issued by the White House in January 2023");

    [Fact]
    public void Furniture_lists_of_names_and_notes_are_not_mined()
    {
        const string text = "Ports and Power\n\nJapan and India have long coasts and short tempers when it comes to the price of shipping, as this paper sets out.\n\n1 Somebody, “Japan and India agreed to nothing,” 2021, https://example.org/a.\n\nDIRECTORS\n\nAnn Lee\n\nBo Chang\n\nJapan Tobacco\n\nCy Young\n\nDee Brown\n\nEd White\n";
        ReadDocument read = Files.Read(text);
        read.Of("commitment").ShouldBeEmpty();
        read.Zones.Select(z => z.Kind).ShouldContain("name-list");
        read.Zones.Select(z => z.Kind).ShouldContain("footnotes");
    }
}
