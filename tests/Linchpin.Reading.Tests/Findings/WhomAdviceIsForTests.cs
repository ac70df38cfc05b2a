namespace Linchpin.Reading.Tests.Findings;

/// <summary>Whom advice is for, and what is foreseen, supposed or said to the reader and advises nobody.</summary>
public class WhomAdviceIsForTests
{
    private const string Commentary = "Commentary\n\nGhana, Peru and Norway share an interest in cocoa, and Ghana, Peru and Norway say so. ";

    [Theory]
    [InlineData("It is time for Chile to name an envoy for cocoa.", "CHL")]
    [InlineData("We urge Chile to fund a seed bank.", "CHL")]
    [InlineData("It falls to Chile to make the first offer.", "CHL")]
    [InlineData("There is a strong case for Chile to sign a longer contract.", "CHL")]
    [InlineData("Chile can help by opening its register of growers.", "CHL")]
    [InlineData("The next step is for Chile to name a lead ministry.", "CHL")]
    [InlineData("Chile's task is to keep the seed bank open.", "CHL")]
    [InlineData("My advice to Chile is to sign the contract.", "CHL")]
    [InlineData("If the fund is dropped, let Chile say what replaces it.", "CHL")]
    [InlineData("Chile could and should share its seeds.", "CHL")]
    [InlineData("Recommendation 1: Create a shared register of growers.", "GHA NOR PER")]
    [InlineData("The three should found a seed bank.", "GHA NOR PER")]
    public void Advice_is_for_those_named_beside_it(string text, string who) =>
        Files.Read(Commentary + "\n\n" + text).Of("recommendation").ShouldHaveSingleItem().WhoShould.Order(StringComparer.Ordinal).ShouldBe(who.Split(' '));

    [Theory]
    [InlineData("Recommendations for Chile\n\n- Share the seed bank with growers.\n- Fund a second register of prices.\n")]
    [InlineData("What Chile should do\n\n- Open the seed bank to growers.\n- Fund a second register of prices.\n")]
    [InlineData("Recommendations\n\nFor Chile:\n\n- Open the seed bank to growers.\n- Fund a second register of prices.\n")]
    public void The_heading_above_a_list_says_whom_its_points_advise(string list)
    {
        IReadOnlyList<Item> found = [.. Files.Read(Commentary + "\n\n" + list).Of("recommendation")];
        found.Count.ShouldBe(2);
        found.ShouldAllBe(r => r.WhoShould.SequenceEqual(new[] { "CHL" }));
    }

    [Theory]
    [InlineData("Prices should fall next year.")]
    [InlineData("Chile should have acted in 2009.")]
    [InlineData("The talks must have seemed endless.")]
    [InlineData("Readers should note that the tables end in 2016.")]
    [InlineData("If the seed bank must go, growers will suffer.")]
    public void What_is_foreseen_supposed_or_past_advises_nobody(string text) => Files.Read(Commentary + "\n\n" + text).Of("recommendation").ShouldBeEmpty();
}
