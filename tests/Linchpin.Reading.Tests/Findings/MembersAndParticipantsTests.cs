namespace Linchpin.Reading.Tests.Findings;

public class MembersAndParticipantsTests
{
    [Theory]
    [InlineData("Japan and Kenya signed the Lamu Ports Charter in May 2021.")]
    [InlineData("The Lamu Ports Charter was signed by Japan and Kenya in May 2021.")]
    [InlineData("Japan concluded a Lamu Ports Charter with Kenya.")]
    [InlineData("In 2021, Kenya and Japan launched the Lamu Ports Charter.")]
    public void Who_made_a_mechanism_are_its_members_where_its_name_tells_none(string text) =>
        Files.Read(text).Of("mechanism").ShouldHaveSingleItem().Members.ShouldBe(["JPN", "KEN"]);

    [Fact]
    public void Who_denied_it_or_only_welcomed_it_is_no_member() =>
        Files.Read("Japan and Kenya welcomed the Lamu Ports Charter. Japan and Norway never signed the Lamu Ports Charter.").Of("mechanism").ShouldHaveSingleItem().Members.ShouldBeEmpty();

    [Theory]
    [InlineData("Norway published rules on exports to Kenya in May 2021.", "NOR")]
    [InlineData("Norway announced on 3 May 2021 a fund for Kenya.", "NOR")]
    [InlineData("Norway launched a buoy fund with Kenya in May 2021.", "NOR KEN")]
    [InlineData("Norway met Kenya in Bergen in May 2021.", "NOR KEN")]
    public void What_one_announces_has_no_part_for_those_it_is_about(string text, string who) =>
        Files.Read(text).Of("event").ShouldHaveSingleItem().Participants.ShouldBe(who.Split(' '));
}
