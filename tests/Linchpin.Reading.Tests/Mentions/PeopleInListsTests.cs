namespace Linchpin.Reading.Tests.Mentions;

/// <summary>People on lines of their own, in rows of names, with particles in their names, and by what they direct.</summary>
public class PeopleInListsTests
{
    private const string Story = "Growers weigh next steps\n\nACCRA, May 8, 2019 — Rain fell.\n\n";

    [Theory]
    [InlineData("Also present were:\n\nMary Somerville, associate administrator for ESA’s Office of External Relations", "Mary Somerville", "associate administrator", "ESA")]
    [InlineData("Also present were:\n\nMary Somerville, U.S. Department of State deputy assistant secretary", "Mary Somerville", "deputy assistant secretary", "Department of State")]
    [InlineData("Oman's energy minister, Omar al-Khayyam, spoke to reporters.", "Omar al-Khayyam", "energy minister", "Oman")]
    [InlineData("Laura van der Waals, President of the European Commission, spoke.", "Laura van der Waals", "President", "European Commission")]
    [InlineData("Ada Lovelace directs the Tides Programme at the Harbour Institute.", "Ada Lovelace", "directs the Tides Programme", "Harbour Institute")]
    [InlineData("Tonga's then communications minister, Mary Anning, left.", "Mary Anning", "then communications minister", "Tonga")]
    [InlineData("His Brazilian counterpart, Carl Gauss, agreed.", "Carl Gauss", "counterpart", "Brazil")]
    [InlineData("Mary Anning, a marine biologist at the University of Lima, agreed.", "Mary Anning", "marine biologist", "University of Lima")]
    [InlineData("U.S. Principal Deputy National Security Advisor (PDNSA) Carl Gauss spoke.", "Carl Gauss", "Principal Deputy National Security Advisor (PDNSA)", "United States")]
    public void A_person_stands_with_the_office(string text, string person, string role, string body)
    {
        Item told = Files.Read(Story + text + "\n\nMore rain fell on the town, and the growers were glad.").Of("person-role").ShouldHaveSingleItem();
        (told.Person, told.Role, told.Body).ShouldBe((person, role, body));
    }

    [Theory]
    [InlineData("The treaty was signed by Ada Lovelace, Carl Gauss and Emmy Noether in Tokyo.", "Ada Lovelace, Carl Gauss, Emmy Noether")]
    [InlineData("Carl Gauss and Emmy Noether met in Rome.", "Carl Gauss, Emmy Noether")]
    public void Names_in_a_row_that_somebody_acts_by_are_people(string text, string people) =>
        string.Join(", ", Files.Read(Story + text).Of("actor").Where(a => a.Type == "person").Select(a => a.Name)).ShouldBe(people);

    [Fact]
    public void Names_in_a_row_that_nobody_acts_by_are_none() =>
        Files.Read(Story + "Shops in Silver Lane and Copper Row stay open.").Of("actor").Where(a => a.Type == "person").ShouldBeEmpty();

    [Fact]
    public void A_line_about_the_author_is_read_though_it_disclaims() =>
        Files.Read("Soil and Seeds\n\nBy Mary Anning\n\nGhana and Peru met in Lima in May 2019 to talk about soil and rain and how to keep both for the growers of the two countries and their neighbours.\n\n"
            + "Mary Anning is a Senior Fellow with the Tides Programme at the Harbour Forum. The views expressed are the author's own.")
            .Of("person-role").ShouldHaveSingleItem().Person.ShouldBe("Mary Anning");
}
