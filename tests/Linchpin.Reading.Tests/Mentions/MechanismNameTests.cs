namespace Linchpin.Reading.Tests.Mentions;

public class MechanismNameTests
{
    [Theory]
    [InlineData("US-ROK Next Generational Critical and Emerging Technology Dialogue", "South Korea-U.S. Next Generation Critical and Emerging Technologies Dialogue")]
    [InlineData("Quad", "Quadrilateral Security Dialogue")]
    [InlineData("Mineral Security Partnership", "Minerals Security Partnership")]
    [InlineData("7th US-ROK Cyber Policy Consultations", "US-ROK Cyber Policy Consultation")]
    [InlineData("Defence Industrial Cooperation", "Defense Industrial Co-operation")]
    public void One_mechanism_under_two_spellings_has_one_id(string one, string other)
    {
        string[] members = ["USA", "KOR"];
        MechanismName.IdFor(one, members).ShouldBe(MechanismName.IdFor(other, [.. members.Reverse()]));
    }

    [Fact]
    public void Look_alikes_have_ids_of_their_own()
    {
        MechanismName.IdFor("trilateral dialogue", ["USA", "KOR"]).ShouldNotBe(MechanismName.IdFor("trilateral dialogue", ["USA", "KOR", "JPN"]));
        MechanismName.IdFor("Initiative on Critical and Emerging Technologies", ["USA", "IND"])
            .ShouldNotBe(MechanismName.IdFor("Next Generation Critical and Emerging Technologies Dialogue", ["USA", "KOR"]));
    }

    [Fact]
    public void An_id_is_the_members_and_the_significant_words_in_order() =>
        MechanismName.IdFor("the inaugural Japan-Australia Dialogue on Ports and Cables", ["JPN", "AUS"]).ToString().ShouldBe("mechanism/aus-jpn-cable-dialogue-port");
}
