namespace Linchpin.Reading.Tests.Findings;

/// <summary>Promises told by money, by what is under way, by nouns, and by what an agreement lays down.</summary>
public class PromisesWithoutAPromisingVerbTests
{
    private const string Start = "Norway and Iceland share the northern seas. ";

    [Theory]
    [InlineData("Norway has committed NOK 30 million to a rescue base.", "pledged")]
    [InlineData("Iceland set aside $9 million in grants for pilots.", "pledged")]
    [InlineData("The two countries have earmarked five harbours for joint repair.", "done")]
    [InlineData("Iceland rolled out a scheme for new trawlers.", "launched")]
    [InlineData("Norway offered to open its charts to the partners.", "stated")]
    [InlineData("Norway is set to join the ice patrol.", "agreed")]
    [InlineData("The two countries look forward to concluding a treaty on fuel.", "intended")]
    [InlineData("Norway and Iceland are in talks to widen the patrol.", "negotiating")]
    [InlineData("The memorandum commits both sides to weekly reports.", "signed")]
    [InlineData("The ministers reiterated their resolve to keep the sea lanes open.", "stated")]
    [InlineData("Norway has made the rescue of crews a priority.", "stated")]
    [InlineData("Construction of the base is due to begin in May.", "agreed")]
    [InlineData("Under the deal, Norway would pay for the fuel.", "announced")]
    [InlineData("Norway would pay for the fuel, the ministry said.", "announced")]
    [InlineData("Norway currently plans to send two ships.", "intended")]
    [InlineData("The two neighbours last month signed a new pact on cod.", "signed")]
    [InlineData("Norway passed a law in March that frees the charts.", "done")]
    [InlineData("The two countries have put in place a radio link.", "done")]
    [InlineData("Harstad and Bergen have agreed to exchange pilots.", "agreed")]
    [InlineData("The ministers noted the cold, recalled the past and agreed to share fuel.", "agreed")]
    public void A_promise_is_also_told_by(string text, string act)
    {
        Item found = Files.Read(Start + text).Of("commitment").ShouldHaveSingleItem();
        (found.Act is not null).ShouldBeTrue();
        if (act != "stated")
        {
            found.Act.ShouldBe(act);
        }
    }

    [Theory]
    [InlineData("The two countries look forward to a mild winter.")]
    [InlineData("Norway is expected to feel the cold.")]
    [InlineData("Norway has invested much thought in this.")]
    [InlineData("The agreement expands to nine pages.")]
    [InlineData("Their trade is guided by a shared commitment to open seas.")]
    [InlineData("The minister spoke for a reformed and expanded council of ports.")]
    public void Hopes_weather_and_length_bind_nobody(string text) => Files.Read(Start + text).Of("commitment").ShouldBeEmpty();

    [Fact]
    public void In_a_fact_sheet_a_point_that_names_a_sum_or_a_new_thing_is_announced() =>
        Files.Read("FACT SHEET: Norway and Iceland at Sea\n\nNorway and Iceland announced new steps.\n\n- $40 million in new money for rescue at sea.\n- Geologists of the two countries are sharing charts of the sea floor.\n- A new school for pilots in Tromsø.\n")
            .Of("commitment").Count.ShouldBe(4);

    [Fact]
    public void In_a_report_what_a_party_is_at_work_on_binds_and_in_an_essay_it_does_not()
    {
        const string text = "Norway and Iceland met on 3 May 2021. Norway is helping both coasts with fuel.";
        Files.Read("Joint Statement of Norway and Iceland\n\n" + text).Of("commitment").ShouldHaveSingleItem();
        Files.Read("Commentary\n\n" + text).Of("commitment").ShouldBeEmpty();
    }

    [Fact]
    public void What_a_statement_promises_without_a_date_is_promised_on_its_day()
    {
        const string text = "Norway and Iceland met in Oslo on 3 May 2021. They spoke of fish. Nets are dear. Ice is thick. Fuel is dear too. Crews are few. Norway will open its charts.";
        Files.Read("Joint Statement of Norway and Iceland\n\n" + text).Of("commitment").ShouldHaveSingleItem().Date.ShouldBe("2021-05-03");
        Files.Read("Commentary\n\n" + text).Of("commitment").ShouldHaveSingleItem().Date.ShouldBeNull();
    }

    [Fact]
    public void Who_signs_with_whom_is_bound_too() =>
        Files.Read("Norway signed a treaty on cod with Iceland and Denmark.").Of("commitment").ShouldHaveSingleItem().Who.Order(StringComparer.Ordinal).ShouldBe(["DNK", "ISL", "NOR"]);

    [Fact]
    public void With_whom_something_is_to_be_shared_is_not_bound() =>
        Files.Read("Norway agreed to share charts with Iceland.").Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["NOR"]);

    [Fact]
    public void A_promise_that_names_no_sector_has_the_one_that_the_text_is_about() =>
        Files.Read("Norway and Iceland met to speak of lithium. Lithium is scarce, and cobalt is too. Rare earths are refined far away. They agreed to meet every month.")
            .Of("commitment").Last().Sectors.ShouldBe(["critical-minerals"]);

    [Fact]
    public void A_hint_of_a_sector_counts_only_where_nothing_names_one()
    {
        Files.Read(Start + "Norway and Iceland agreed to fund research on quantum clocks.").Of("commitment").ShouldHaveSingleItem().Sectors.ShouldBe(["quantum"]);
        Files.Read(Start + "Norway and Iceland agreed to fund research.").Of("commitment").ShouldHaveSingleItem().Sectors.ShouldBe(["innovation-st"]);
    }
}
