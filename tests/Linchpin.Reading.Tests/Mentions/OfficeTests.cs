namespace Linchpin.Reading.Tests.Mentions;

/// <summary>Who holds which office, as reports name it.</summary>
public class OfficeTests
{
    [Theory]
    [InlineData("Chile's acting science envoy, Sir Bernardo O'Higgins, spoke of ice.", "Bernardo O'Higgins", "acting science envoy")]
    [InlineData("Peru's Minister of Trade, Industry, and Energy Francisco Pizarro spoke of copper.", "Francisco Pizarro", "Minister of Trade, Industry, and Energy")]
    [InlineData("Francisco Pizarro, executive vice president of Andean Motors, spoke of copper.", "Francisco Pizarro", "executive vice president")]
    [InlineData("Secretary Defence Production Francisco Pizarro from Peru spoke of guns.", "Francisco Pizarro", "Secretary Defence Production")]
    [InlineData("The protocol was signed by the Vice-Minister of Economy, Trade and Industry, Francisco Pizarro.", "Francisco Pizarro", "Vice-Minister of Economy, Trade and Industry")]
    [InlineData("Peru's Minister of Education, Culture, Sports, Science and Technology (MECS) Francisco Pizarro attended.", "Francisco Pizarro", "Minister of Education, Culture, Sports, Science and Technology (MECS)")]
    [InlineData("First Lady Francisca Pizarro opened the hall.", "Francisca Pizarro", "First Lady")]
    [InlineData("Francisco Pizarro, who directs the Copper Project, disagreed.", "Francisco Pizarro", "directs the Copper Project")]
    [InlineData("Francisco Pizarro is a sea lawyer and a visiting fellow.", "Francisco Pizarro", "sea lawyer and a visiting fellow")]
    [InlineData("The author, Francisco Pizarro, is a visiting scholar.", "Francisco Pizarro", "visiting scholar")]
    [InlineData("Francisco Pizarro is director of mines.", "Francisco Pizarro", "director")]
    public void A_person_has_an_office(string text, string person, string role)
    {
        Item found = Files.Read("Peru and Chile trade in copper. " + text).Of("person-role").ShouldHaveSingleItem();
        (found.Person, found.Role).ShouldBe((person, role));
    }

    [Fact]
    public void Two_people_share_an_office_in_the_plural() =>
        Files.Read("They were met by European Commission Executive Vice Presidents Jean Monnet and Paul Spaak in Lima.").Of("person-role").Select(r => r.Person).ShouldBe(["Jean Monnet", "Paul Spaak"]);

    [Fact]
    public void Two_people_share_an_office_in_lower_case() =>
        Files.Read("Foreign ministers Jean Monnet and Paul Spaak met in Lima.").Of("person-role").Select(r => r.Person).ShouldBe(["Jean Monnet", "Paul Spaak"]);

    [Fact]
    public void An_office_told_again_in_fewer_words_is_told_once() =>
        Files.Read("Peruvian Foreign Minister Francisco Pizarro came to Lima. Minister Pizarro spoke of copper.").Of("person-role").Count.ShouldBe(1);

    [Fact]
    public void A_capital_with_its_stops_ends_a_sentence_before_an_office() =>
        Files.Read("Peru and Chile held talks in Washington, D.C. Foreign Minister Francisco Pizarro spoke of copper.").Of("person-role").ShouldHaveSingleItem().Role.ShouldBe("Foreign Minister");
}
