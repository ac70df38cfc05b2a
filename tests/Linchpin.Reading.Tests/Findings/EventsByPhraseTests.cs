namespace Linchpin.Reading.Tests.Findings;

/// <summary>Events told by set phrases, of talks between states, of two places at once; what was planned, cancelled or refused is none.</summary>
public class EventsByPhraseTests
{
    private const string Story = "Growers weigh next steps\n\nACCRA, May 8, 2019 — ";

    [Theory]
    [InlineData("The two ministers spoke by phone on Sunday.", "meeting", "2019-05-05")]
    [InlineData("Talks between Peru and Chile opened in Lima on Monday.", "meeting", "2019-05-06")]
    [InlineData("The exercise kicked off in the Gulf of Guinea on 3 May.", "exercise", "2019-05-03")]
    [InlineData("The two navies conducted a joint search drill off Accra on 1 May.", "exercise", "2019-05-01")]
    [InlineData("Envoys wrapped up two days of talks in Vilnius on Thursday.", "meeting", "2019-05-02")]
    [InlineData("The probe lifted off from Kourou on 3 March 2019.", "launch", "2019-03-03")]
    [InlineData("Nine states put their names to the Lomé Charter on 3 March 2017.", "signing", "2017-03-03")]
    [InlineData("Togo became the ninth member of the Lomé Charter Group in April.", "accession", "2019-04")]
    [InlineData("Togo and Benin applied to join the Lomé Charter Group in 2017.", "announcement", "2017")]
    [InlineData("Togo and Benin agreed in Lomé on 4 May to share a ferry.", "announcement", "2019-05-04")]
    [InlineData("The Togolese minister paid a three-day visit to Peru on Friday.", "visit", "2019-05-03")]
    public void A_phrase_tells_of_an_event(string text, string sort, string date)
    {
        Item told = Files.Read(Story + text).Of("event").ShouldHaveSingleItem();
        told.EventType.ShouldBe(sort);
        told.Date.ShouldBe(date);
    }

    [Theory]
    [InlineData("The fourth ministerial meeting is to be held in Lima.")]
    [InlineData("No meeting took place in 2017.")]
    [InlineData("The meeting planned for March was cancelled.")]
    [InlineData("Togo, which chairs the council, said it had made no decision.")]
    [InlineData("They will hold a drill before the end of 2019.")]
    public void What_is_to_come_or_never_was_is_none(string text) => Files.Read(Story + text).Of("event").ShouldBeEmpty();

    [Fact]
    public void Two_places_with_two_days_are_two_events() =>
        Files.Read(Story + "We note the letters of intent signed by envoys of Togo and Peru in Recife, Brazil, on 4 March 2017 and in Turku, Finland, on 11 June 2017.")
            .Of("event").Select(e => e.Date).ShouldBe(["2017-03-04", "2017-06-11"]);

    [Fact]
    public void A_visit_named_by_a_noun_needs_no_date() => Files.Read(Story + "The visit of Peruvian Foreign Minister Clorinda Matto to Ghana gave the talks new life.").Of("event").ShouldContain(e => e.EventType == "visit" && e.Date == null);

    [Fact]
    public void The_first_day_of_the_next_is_counted_once() =>
        Files.Read("The ministers of Togo and Peru met in Lomé on 12 June 2017. The next day they signed a charter.").Of("commitment").ShouldHaveSingleItem().Date.ShouldBe("2017-06-13");
}
