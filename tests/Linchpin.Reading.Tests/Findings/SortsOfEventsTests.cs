using Linchpin.Reading.Words;

namespace Linchpin.Reading.Tests.Findings;

/// <summary>An event's sort is a noun of the field, whatever else its verb says.</summary>
public class SortsOfEventsTests
{
    private static readonly string[] Nouns = ["meeting", "visit", "signing", "launch", "announcement", "publication", "exercise", "anniversary", "election", "conflict", "accession"];

    [Fact]
    public void Every_verb_that_tells_of_events_names_its_sort_by_a_noun() =>
        Lexicon.Rows("verbs.csv").Where(r => r[1] == "event").SelectMany(r => new[] { r[0], r[0] + "ed", r[0] + "d" })
            .Select(Lexicon.Shared.VerbOf).OfType<VerbForm>().Where(v => (v.Class & VerbClass.Event) != 0).Select(v => v.Detail).Distinct(StringComparer.Ordinal).ShouldBeSubsetOf(Nouns);

    [Theory]
    [InlineData("Togo joined the Lomé Seed Partnership in March 2017.", "accession")]
    [InlineData("Ghana and Peru elevated their ties to a strategic partnership in March 2017.", "announcement")]
    [InlineData("Ghana and Peru signed the Lomé Seed Charter in March 2017.", "signing")]
    public void What_binds_as_well_is_still_an_event_of_its_sort(string text, string sort) => Files.Read(text).Of("event").ShouldHaveSingleItem().EventType.ShouldBe(sort);
}
