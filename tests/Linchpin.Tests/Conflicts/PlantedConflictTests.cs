using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Tests.Conflicts;

/// <summary>Contradictions and look-alikes planted in texts of our own, read as any text is.</summary>
public sealed class PlantedConflictTests
{
    /// <summary>Property that the two contradict each other on, and two texts of one month.</summary>
    public static TheoryData<string, string, string> Contradictions => new()
    {
        { "established", "The Nordic-Baltic Battery Dialogue was launched in March 2019.", "Finland, Sweden and Estonia launched the Nordic-Baltic Battery Dialogue in October 2020." },
        { "announced", "In 2018, Chile unveiled its Chile Lithium Strategy.", "Chile announced the Chile Lithium Strategy in May 2020." },
        { "signed", "Norway and Iceland signed the Norway-Iceland Geothermal Agreement in June 2017.", "The Norway-Iceland Geothermal Agreement was signed in April 2019." },
        { "in-force", "The Chile-Peru Copper Agreement entered into force in January 2016.", "The Chile-Peru Copper Agreement took effect in July 2018." },
        { "expires", "The Norway-Iceland Geothermal Agreement expires in 2027.", "The Norway-Iceland Geothermal Agreement is in force until 2031." },
        { "composition", "The Andean Lithium Forum, a grouping comprising Chile, Argentina and Bolivia, met in Lima in May 2021.", "The Andean Lithium Forum, a grouping comprising Chile, Argentina, Bolivia and Peru, met in Lima in May 2021." },
        { "member-count", "Ministers praised the 12-member Pacific Cable Partnership.", "Delegates spoke of the 15-member Pacific Cable Partnership." },
        { "place", "The 3rd Chile-Peru Mining Dialogue was held in Lima in May 2021.", "Chile and Peru held the 3rd Chile-Peru Mining Dialogue in Santiago in May 2021." },
        { "date", "The 3rd Chile-Peru Mining Dialogue was held in Lima in May 2021.", "Chile and Peru held the 3rd Chile-Peru Mining Dialogue in Lima in September 2020." },
        { "what", "Norway pledged 300 million euros to a hydrogen terminal in Bergen in May 2021.", "In May 2021, Norway pledged 500 million euros to a hydrogen terminal in Bergen." },
        { "formality", "The Chile-Peru Mining Dialogue is one of the first agreements on mining signed by Lima.", "At the Chile-Peru Mining Dialogue, Chile and Peru discussed safety. No agreement was signed at the Chile-Peru Mining Dialogue." },
    };

    /// <summary>Two texts that look opposed and are not, with the days they were published.</summary>
    public static TheoryData<string, string, string, string> LookAlikes => new()
    {
        { "2021-06", "Norway announced the Nordic Hydrogen Partnership in 2018.", "2021-06", "The Nordic Hydrogen Partnership was launched in March 2019." },
        { "2021-06", "The Nordic Hydrogen Partnership was launched in 2019.", "2021-06", "The Nordic Hydrogen Partnership was launched in March 2019." },
        { "2021-06", "The Norway-Iceland Geothermal Agreement was signed in 2017.", "2021-06", "The Norway-Iceland Geothermal Agreement entered into force in January 2018." },
        { "2019-06", "Ministers praised the 12-member Pacific Cable Partnership.", "2022-06", "Delegates spoke of the 15-member Pacific Cable Partnership." },
        { "2021-06", "The 3rd Chile-Peru Mining Dialogue was held in Lima in May 2021.", "2021-06", "The 4th Chile-Peru Mining Dialogue was held in Santiago in May 2022." },
        { "2021-06", "The Chile-Peru Mining Dialogue was launched in 2015.", "2021-06", "The Chile-Bolivia Mining Dialogue was launched in 2018." },
        { "2021-06", "Norway and Iceland pledged to open a drilling school by 2020.", "2021-06", "The drilling school of Norway and Iceland opened in May 2021." },
        { "2019-06", "Chile and Peru discussed a safety pact at the Chile-Peru Mining Dialogue.", "2021-06", "The Chile-Peru Mining Dialogue is among the agreements on mining signed by Lima." },
        { "2021-06", "At the Chile-Peru Mining Dialogue, talks covered semiconductors, space, and cybersecurity.", "2021-06", "At the Chile-Peru Mining Dialogue, talks covered semiconductors, space, cybersecurity, quantum computing and clean energy." },
        { "2021-06", "Norway should sign the Nordic Hydrogen Partnership in 2022.", "2021-06", "Norway will sign the Nordic Hydrogen Partnership in 2024." },
        { "2021-06", "Norway pledged 300 million euros to a hydrogen terminal in Bergen.", "2021-06", "Norway pledged about 320 million euros to a hydrogen terminal in Bergen." },
        { "2021-06", "Norway pledged 300 million euros to a hydrogen terminal in Bergen.", "2021-06", "Norway pledged 500 million euros to a hydrogen terminal in Stavanger." },
        { "2019-06", "Norway pledged 300 million euros to a hydrogen terminal in Bergen.", "2021-06", "Norway pledged 500 million euros to a hydrogen terminal in Bergen." },
        { "2021-06", "The Nordic Hydrogen Partnership was not launched in 2018, as had been hoped.", "2021-06", "The Nordic Hydrogen Partnership was launched in March 2019." },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_planted_contradiction_is_found_with_both_passages(string property, string one, string other)
    {
        using Told told = new Told().Say("2021-06", one).Say("2021-06", other);
        Conflict conflict = told.View.Conflicts().Where(c => c.Kind == ConflictClass.Contradiction).ShouldHaveSingleItem();
        conflict.Property.Id.ShouldBe(property);
        conflict.Sides.Count.ShouldBe(2);
        conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source.Of).Distinct().Count().ShouldBe(2);
        conflict.Sides.ShouldAllBe(s => s.Support == new Corroboration(1, 0));
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void What_only_looks_opposed_is_no_contradiction(string day, string one, string otherDay, string other)
    {
        using Told told = new Told().Say(day, one).Say(otherDay, other);
        told.View.Conflicts().Where(c => c.Disagrees).Select(c => $"{c.Class} {c.Property.Id}: {string.Join(" / ", c.Sides.Select(s => s.Value.Display))}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Norway should fund a joint hydrogen terminal in the harbour of Bergen.", "Norway should not fund a joint hydrogen terminal in Bergen.")]
    [InlineData("Iceland should host the secretariat of the geothermal research network.", "Norway should host the secretariat of the geothermal research network.")]
    public void Advice_that_pulls_opposite_ways_is_a_class_of_its_own(string one, string other)
    {
        using Told told = new Told().Say("2021-06", one).Say("2021-06", other);
        Conflict conflict = told.View.Conflicts().Where(c => c.Disagrees).ShouldHaveSingleItem();
        conflict.Class.ShouldBe("recommendation");
        conflict.Sides.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Norway should fund a joint hydrogen terminal in Bergen.", "Norway should also fund a joint hydrogen terminal in Bergen and should not forget the hydrogen terminal workers.")]
    [InlineData("Norway should host the hydrogen school.", "Iceland should host the geothermal fair.")]
    public void Advice_that_goes_together_is_no_conflict(string one, string other)
    {
        using Told told = new Told().Say("2021-06", one).Say("2021-06", other);
        told.View.Conflicts().Where(c => c.Disagrees).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_against_itself_is_not_two_sources_that_disagree()
    {
        using Told told = new Told().Say("2021-06", "The Nordic Hydrogen Partnership was launched in March 2019. Ministers met often. Critics recall that the Nordic Hydrogen Partnership was launched in May 2017.");
        told.View.Conflicts().Single(c => c.Property.Id == "established").Class.ShouldBe("self-tension");
    }
}
