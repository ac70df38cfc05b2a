namespace Linchpin.Reading.Tests.Mentions;

public class WaysToNameMechanismsTests
{
    [Theory]
    [InlineData("In May 2023 Japan and Kenya signed a seabed mapping agreement.", "seabed mapping agreement")]
    [InlineData("Ghana and Togo inked a cocoa data protocol in Accra.", "cocoa data protocol")]
    [InlineData("Chile and Peru exchanged a letter of intent on copper tracing in 2022.", "letter of intent on copper tracing")]
    [InlineData("Kenya signed a memorandum of cooperation with Norway on tide gauges in 2020.", "memorandum of cooperation")]
    [InlineData("Japan and Kenya agreed to set up a working group on sonar standards.", "working group on sonar standards")]
    [InlineData("Japan and Kenya established a dialogue on reefs and a joint task force on cable repair.", "joint task force on cable repair")]
    [InlineData("Kenya, Norway and Japan launched a fund for reef research.", "fund for reef research")]
    [InlineData("Canada and Peru launched the Copper Passport in Lima.", "Copper Passport")]
    [InlineData("Norway trains Kenyan pilots under the Fathom program.", "Fathom program")]
    [InlineData("Ships of Kenya and Norway met for Exercise Deep Echo off Lamu.", "Exercise Deep Echo")]
    [InlineData("Japan and Ghana spoke in their 2+2 Ministerial Dialogue.", "2+2 Ministerial Dialogue")]
    [InlineData("Ghana raised it in the Ghana-EU Digital Council.", "Ghana-EU Digital Council")]
    [InlineData("Ghana joined the Partnership for Quiet Seas.", "Partnership for Quiet Seas")]
    [InlineData("Japan and Ghana spoke in the Next Generation Reef Technologies (NRT) Dialogue.", "Next Generation Reef Technologies (NRT) Dialogue")]
    public void What_names_a_mechanism_is_its_head_with_what_tells_it_apart(string text, string name) =>
        Files.Read(text).Of("mechanism").Select(m => m.Name).ShouldContain(name);

    [Theory]
    [InlineData("Such talks create a vital forum for discussing ports.")]
    [InlineData("Japan and Kenya should set up a working group on sonar standards.")]
    [InlineData("Japan and Kenya never signed a seabed mapping agreement.")]
    [InlineData("Marie Curie directs the Tides and Currents Project.")]
    [InlineData("The Minister of State for Science and Technology Policy spoke.")]
    public void What_is_only_wished_for_denied_or_somebody_s_office_is_none(string text) =>
        Files.Read(text).Of("mechanism").ShouldBeEmpty();

    [Fact]
    public void Whom_a_list_after_of_names_are_the_members() =>
        Files.Read("A sonar coalition of Japan, Kenya and Norway met in Bergen on 3 May 2021.").Of("mechanism").ShouldHaveSingleItem().Members.ShouldBe(["JPN", "KEN", "NOR"]);
}
