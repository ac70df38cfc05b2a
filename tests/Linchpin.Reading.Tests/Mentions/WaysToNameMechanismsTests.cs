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
    [InlineData("Members of the Deep Sensing Development Group met again in Lima.", "Deep Sensing Development Group")]
    [InlineData("Kenya takes part in the Partnership for Atlantic Cooperation.", "Partnership for Atlantic Cooperation")]
    [InlineData("The Joint Economic Commission met for the ninth time.", "Joint Economic Commission")]
    [InlineData("Japan and Peru held their second 2+2 talks in Lima.", "2+2 talks")]
    [InlineData("The Agenda 2035 for their relations sets targets.", "Agenda 2035")]
    [InlineData("They share pictures through the Reef Early Warning System.", "Reef Early Warning System")]
    [InlineData("The patrol was flown under SEAWATCH, the maritime surveillance scheme of Kenya and Oman.", "SEAWATCH")]
    [InlineData("The trilateral “Bright Harbour” programme pays for sensors.", "Bright Harbour")]
    [InlineData("The initiative known as Clear Current was unveiled in Oslo.", "Clear Current")]
    [InlineData("The Cable Five agreed on fishing rules.", "Cable Five")]
    [InlineData("The Northern Triangle of Norway, Sweden and Finland met in Kiruna.", "Northern Triangle of Norway, Sweden and Finland")]
    [InlineData("Kenya and Norway upgraded their relationship to a comprehensive strategic partnership.", "comprehensive strategic partnership")]
    [InlineData("The logistics support agreement with Italy has never been used.", "logistics support agreement")]
    [InlineData("Ghana and Peru share intelligence under a 2016 information-sharing pact.", "information-sharing pact")]
    [InlineData("The science and technology agreement of 1987 was extended.", "science and technology agreement")]
    [InlineData("A mutual defence treaty binds Norway and Ghana.", "mutual defence treaty")]
    [InlineData("The Kenyan-Norwegian fisheries commission was set up in 1990.", "Kenyan-Norwegian fisheries commission")]
    [InlineData("The leaders established a trilateral hotline.", "trilateral hotline")]
    [InlineData("Italy and Oman signed a contract for eight frigates.", "contract for eight frigates")]
    [InlineData("The ministers signed two letters of intent on naval yards.", "letters of intent")]
    [InlineData("Three navies took part in the annual exercise Silver Tide.", "exercise Silver Tide")]
    [InlineData("They endorsed the Code of Conduct for Cable Layers.", "Code of Conduct for Cable Layers")]
    [InlineData("The leaders issued the Harbour Call to Action.", "Harbour Call to Action")]
    [InlineData("The Trade Facilitation Council was set up under the pact.", "Trade Facilitation Council")]
    [InlineData("They agreed on the establishment of an Innovation Centre for sonar.", "Innovation Centre")]
    [InlineData("The five-nation maritime task group sailed from Lamu.", "five-nation maritime task group")]
    [InlineData("The HyTide agreement pools test ranges.", "HyTide agreement")]
    [InlineData("Italy’s Volta Plan pays for it.", "Volta Plan")]
    [InlineData("They praised the Regional Vaccine Making Collaborative.", "Regional Vaccine Making Collaborative")]
    [InlineData("They agreed to launch a MIKTA Public Goods Exchange.", "MIKTA Public Goods Exchange")]
    [InlineData("They took note of the “MIKTA Young Sailors” programme.", "MIKTA Young Sailors")]
    [InlineData("They are expanding the Reef Transformation with Togo (RTT) initiative.", "Reef Transformation with Togo")]
    [InlineData("The Coral Sentry mission goes on.", "Coral Sentry mission")]
    [InlineData("They will open a Carbon Capture Testbed in Lima.", "Carbon Capture Testbed")]
    [InlineData("1. They met.\n\n2. The ministry of Peru launched “Bridge to Growth”, an accelerator for start-ups.", "Bridge to Growth")]
    [InlineData("The bloc spoke of our cable early warning initiative.", "cable early warning initiative")]
    public void What_names_a_mechanism_is_its_head_with_what_tells_it_apart(string text, string name) =>
        Files.Read(text).Of("mechanism").Select(m => m.Name).ShouldContain(name);

    [Theory]
    [InlineData("Such talks create a vital forum for discussing ports.")]
    [InlineData("Japan and Kenya should set up a working group on sonar standards.")]
    [InlineData("Japan and Kenya never signed a seabed mapping agreement.")]
    [InlineData("Marie Curie directs the Tides and Currents Project.")]
    [InlineData("The Minister of State for Science and Technology Policy spoke.")]
    [InlineData("The deepening partnership between Belarus and Iran worries its neighbours.")]
    [InlineData("We reached an understanding of the problem in the afternoon.")]
    [InlineData("The Joint Statement on the Visit of the President was issued in Lima.")]
    [InlineData("Its lack of a formal security alliance between the two countries is old.")]
    [InlineData("The network of suppliers in the region is thin.")]
    public void What_is_only_wished_for_denied_or_somebody_s_office_is_none(string text) =>
        Files.Read(text).Of("mechanism").ShouldBeEmpty();

    [Fact]
    public void A_name_and_the_noun_that_it_is_called_by_are_one_mechanism() =>
        Files.Read("Norway, Ghana and Peru launched TIDELINK, a data-sharing initiative for ports. TIDELINK has no staff.").Of("mechanism").ShouldHaveSingleItem().Aliases.ShouldContain("TIDELINK");

    [Fact]
    public void A_country_named_for_what_it_does_wrong_is_no_party() =>
        Files.Read("Norway, Iceland and Kenya agreed to set up an information-sharing arrangement, as concern grows over Russia's assertiveness.").Of("mechanism").ShouldHaveSingleItem().Members.ShouldBe(["ISL", "KEN", "NOR"]);

    [Fact]
    public void Whom_a_list_after_of_names_are_the_members() =>
        Files.Read("A sonar coalition of Japan, Kenya and Norway met in Bergen on 3 May 2021.").Of("mechanism").ShouldHaveSingleItem().Members.ShouldBe(["JPN", "KEN", "NOR"]);
}
