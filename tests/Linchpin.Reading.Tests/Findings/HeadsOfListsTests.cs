namespace Linchpin.Reading.Tests.Findings;

/// <summary>Lines above a list that make promises of its points.</summary>
public class HeadsOfListsTests
{
    private const string Report = "Press Release\n\n12 March 2019\n\nGhana and Peru held talks in Accra.\n\n";

    [Theory]
    [InlineData("Ghana and Peru commit to\n\n- Exchange seeds of cocoa\n- Fund a school of surveyors\n")]
    [InlineData("Under this plan, Ghana and Peru will\n\n- map the river delta\n- pay for a dredger\n")]
    [InlineData("Ghana and Peru decided on the following measures:\n\n- Share the seed bank.\n- Name a contact point.\n")]
    [InlineData("The agreement includes:\n\n- a credit line of 20 million dollars for growers;\n- a shared school of surveyors.\n")]
    [InlineData("Outcomes of the talks:\n\n- Agreement to open a seed bank in Cusco.\n- Launch of a shared price register.\n")]
    [InlineData("Ghana and Peru agreed on these steps:\n\n1) Share the seed bank.\n\n2) Name a contact point.\n")]
    public void Each_point_under_a_head_that_binds_is_a_promise(string list)
    {
        IReadOnlyList<Item> found = [.. Files.Read(Report + list).Of("commitment")];
        found.Count.ShouldBe(2);
        found.ShouldAllBe(c => c.Who.Order(StringComparer.Ordinal).SequenceEqual(new[] { "GHA", "PER" }));
    }

    [Theory]
    [InlineData("Ghana and Peru discussed the following:\n\n- The price of cocoa.\n- The state of the roads.\n")]
    [InlineData("Participants:\n\n- The head of the cocoa board.\n- The chair of the growers.\n")]
    public void Points_of_what_was_discussed_or_who_came_are_none(string list) => Files.Read(Report + list).Of("commitment").ShouldBeEmpty();
}
