using Linchpin.Briefing.Briefs;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Briefs;

/// <summary>A brief tells a thing in full once; later sections say where, and keep its citations.</summary>
public sealed class ToldOnceTests
{
    private static BriefPart Part(Brief brief, string section, string title) =>
        brief.Sections.Single(s => s.Id == section).Parts.Single(p => p.Title.StartsWith(title, StringComparison.Ordinal));

    /// <summary>The line of a sector of which everything is told under others.</summary>
    private static BriefItem Elsewhere(Brief brief, string sector) => brief.Sections.Single(s => s.Id == "told-elsewhere").Parts.Single().Items.Single(i => i.Marker == sector + ":");

    [Fact]
    public void The_exposure_of_a_table_sector_is_told_in_full_in_the_first_section_and_referred_to_with_its_shares_and_citations_after_that()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.153, face: 0.08).Exposure("USA", "CHN", 0.151, face: 0.07);
        Brief brief = record.Brief();
        Sentence full = Part(brief, "semiconductors", "What the exposure is").Items[0].Sentences[0];
        full.Text.ShouldBe(
            "China’s share of all direct and indirect inputs of the electrical and optical equipment sector in 2011 was 15.3 % in South Korea and 15.1 % in the United States (at basic prices, home supply in the base, row-sum basis); of direct inputs alone it was 8.0 % and 7.0 % in that order.");
        IReadOnlyList<Sentence> later = Part(brief, "it-electronics", "What the exposure is").Items[0].Sentences;
        later[0].Text.ShouldBe("The exposure of the electrical and optical equipment sector is told under “Semiconductors”: China 15.3 % in South Korea and 15.1 % in the United States in 2011.");
        later[0].Cites.ShouldBeSubsetOf(full.Cites);
        later[1].Text.ShouldContain("computers and electronics are in this table sector");
    }

    [Fact]
    public void A_second_supplier_in_the_same_item_stands_on_the_base_told_before_it()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.3, code: "c24").Exposure("KOR", "DEU", 0.2, code: "c24");
        IReadOnlyList<Sentence> told = Part(record.Brief(), "shipping", "What the exposure is").Items[0].Sentences;
        told[0].Text.ShouldEndWith("in 2011 (at basic prices, home supply in the base, row-sum basis).");
        told[1].Text.ShouldBe("Germany supplied 20.0 % of all direct and indirect inputs of South Korea’s water transport sector in 2011 on the same base.");
    }

    [Fact]
    public void One_calculation_on_one_table_is_one_reference_that_lists_the_rows_and_columns_used_and_the_tables_unit()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.153).Exposure("USA", "CHN", 0.151).Exposure("KOR", "CHN", 0.2, code: "c24").Exposure("KOR", "CHN", 0.2, code: "c9");
        Brief brief = record.Brief();
        ReferenceGroup table = brief.References.Single(g => g.Title.Contains("A table", StringComparison.Ordinal));
        table.Title.ShouldEndWith("USD million, current, basic prices. Sectors: c9 chemicals; c14 electrical and optical equipment; c24 water transport");
        table.Entries.ShouldHaveSingleItem().Place.ShouldBe(
            "Calculation: H, rows of the supplier, column of the using sector; basis rowsum. Rows and columns used: CHN to KOR c9, c14, c24; CHN to USA c14");
    }

    [Fact]
    public void A_passage_inside_another_that_shows_it_is_no_reference_of_its_own()
    {
        using var record = new Record();
        Document text = record.Text("In Seoul they agreed to build a chip line.");
        record.Promise(text, "a", "USA,KOR").Say(text, "event/e", "type", Record.Words("meeting"), "In Seoul").Say(text, "event/e", "participant", Record.Entity("country/KOR"), "In Seoul")
            .Say(text, "event/e", "sector", Record.Entity("sector/climate"), "In Seoul");
        Brief brief = record.Brief();
        brief.References.Single(g => g.Title.Contains("readout", StringComparison.Ordinal)).Entries.ShouldHaveSingleItem().Quote.ShouldBe("“In Seoul they agreed to build a chip line”");
        brief.Sentences.Where(s => s.Kind == SentenceKind.Fact).ShouldAllBe(s => s.Cites.Any() && s.Cites.All(c => c.Number > 0));
    }

    [Fact]
    public void A_promise_on_two_sectors_is_told_once_with_what_came_of_it()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR", sector: "semiconductors,climate", date: "2023");
        Brief brief = record.Brief();
        Sentence full = Part(brief, "semiconductors", "What was agreed").Items[0].Sentences[0];
        Sentence later = Elsewhere(brief, "Climate").Sentences[0];
        full.Text.ShouldBe("In 2023, South Korea and the United States agreed “to build a chip line”.");
        later.Text.ShouldBe("A promise that bears on this too is told under “Semiconductors”.");
        later.Cites.ShouldBe(full.Cites);
        brief.Sections.Count(s => s.Parts.Any(p => p.Title == "What came of it")).ShouldBe(1);
    }

    [Fact]
    public void A_meeting_on_two_sectors_and_advice_on_two_sectors_are_told_once()
    {
        using var record = new Record();
        Document text = record.Text("The two met in March 2024. Seoul should build a chip line.");
        foreach (string sector in new[] { "sector/semiconductors", "sector/climate" })
        {
            record.Say(text, "event/e", "sector", Record.Entity(sector), "The two met in March 2024.").Say(text, "recommendation/r", "sector", Record.Entity(sector), "Seoul should build a chip line.");
        }

        record.Say(text, "event/e", "type", Record.Words("meeting"), "The two met in March 2024.").Say(text, "event/e", "date", Record.On("2024-03"), "The two met in March 2024.")
            .Say(text, "event/e", "participant", Record.Entity("country/KOR"), "The two met in March 2024.").Say(text, "recommendation/r", "what", Record.Words("build a chip line"), "Seoul should build a chip line.");
        Brief brief = record.Brief();
        BriefItem climate = Elsewhere(brief, "Climate");
        climate.Sentences[0].Text.ShouldBe("The record holds no promise of these partners on climate.");
        climate.Sentences[1].Text.ShouldBe("A meeting or event on this too is told under “Semiconductors”.");
        climate.Sentences[1].Cites.ShouldBeSubsetOf(Part(brief, "semiconductors", "Meetings").Items[0].Sentences.SelectMany(x => x.Cites));
    }

    [Fact]
    public void A_summary_is_ascribed_to_its_author_by_name_and_to_nobody_where_all_words_are_the_sources()
    {
        using var record = new Record();
        record.Promise(record.Text("The two will do more."), "a", "KOR,IND", what: "to widen work", by: Record.Analyst);
        Brief brief = record.Brief();
        brief.References[0].Title.ShouldEndWith("file readout.txt; summary: Analyst");
        brief.Closing.ShouldContain(s => s.Text.Contains("by the author whom the references name"));

        using var own = new Record();
        own.Promise(own.Text("They agreed to build a chip line."), "a", "USA,KOR");
        own.Brief().References[0].Title.ShouldEndWith("file readout.txt");
        own.Brief().Closing.ShouldContain(s => s.Text == "Words in quotation marks are the source’s own.");
    }

    [Theory]
    [InlineData("The two countries should also build a chip line.", "to “build a chip line”.")]
    [InlineData("Special attention to lines should build a chip line.", "; in the source’s words: “Special attention to lines should build a chip line”.")]
    public void Advice_reads_on_from_the_advised_only_where_the_passage_has_states_as_its_subject(string passage, string end)
    {
        using var record = new Record();
        Document text = record.Text(passage);
        record.Say(text, "recommendation/a", "what", Record.Words("build a chip line")).Say(text, "recommendation/a", "who-should", Record.Entity("country/KOR"))
            .Say(text, "recommendation/a", "sector", Record.Entity("sector/semiconductors"));
        record.Brief().Sentences.Single(s => s.Text.Contains("advises")).Text.ShouldEndWith(end);
    }

    [Fact]
    public void The_words_on_a_meeting_end_before_the_clause_in_which_the_source_turns_to_advice()
    {
        using var record = new Record();
        Document text = record.Text("Building on the line dialogue last held in March 2023, the two countries should build a chip line.");
        record.Say(text, "event/a", "type", Record.Words("meeting")).Say(text, "event/a", "participant", Record.Entity("country/KOR")).Say(text, "event/a", "sector", Record.Entity("sector/semiconductors"));
        Part(record.Brief(), "semiconductors", "Meetings").Items[0].Sentences[1].Text.ShouldBe("In the source’s words: “Building on the line dialogue last held in March 2023 …”.");
    }

    [Fact]
    public void Advice_out_of_a_long_passage_keeps_to_its_own_words()
    {
        using var record = new Record();
        string passage = "Attention to lines" + string.Concat(Enumerable.Repeat(" and to yet more lines", 20)) + " should build a chip line.";
        Document text = record.Text(passage);
        record.Say(text, "recommendation/a", "what", Record.Words("build a chip line")).Say(text, "recommendation/a", "sector", Record.Entity("sector/semiconductors"));
        record.Brief().Sentences.Single(s => s.Text.Contains("advises")).Text.ShouldEndWith("advises, without naming whom; in the source’s words: “… build a chip line”.");
    }

    [Fact]
    public void An_exposure_that_a_finding_told_is_not_told_by_a_later_finding()
    {
        using var record = new Record();
        record.Exposure("USA", "CHN", 0.2).Exposure("KOR", "CHN", 0.3)
            .Promise(record.Text("Seoul agreed to build a chip line."), "a", "KOR", sector: "it-electronics");
        record.Brief().Findings.Count(f => f.Sentences[0].Text.Contains("electrical and optical equipment")).ShouldBe(1);
    }

    [Fact]
    public void A_disagreement_is_told_once_however_many_sectors_it_bears_on()
    {
        using var record = new Record();
        Document one = record.Text("They agreed to build a chip line in Seoul."), other = record.Text("They agreed to build a chip line in Delhi.");
        foreach (Document text in new[] { one, other })
        {
            record.Promise(text, "a", "USA,KOR", sector: "semiconductors,climate,cyber", date: text == one ? "2023" : "2022");
        }

        record.Brief().Sections.SelectMany(s => s.Parts).SelectMany(p => p.Items).SelectMany(i => i.Sentences).Count(s => s.Text.StartsWith("Sources differ on", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void An_exposure_below_the_mark_is_one_sentence_with_the_largest_share()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.07).Exposure("USA", "CHN", 0.05);
        Sentence told = Part(record.Brief(), "semiconductors", "What the exposure is").Items.ShouldHaveSingleItem().Sentences.ShouldHaveSingleItem();

        told.Text.ShouldBe("No partner gets 10 % from one supplier country: the largest share is China’s, 7.0 % of all direct and indirect inputs of South Korea’s electrical and optical equipment sector in 2011; that table sector fits in part.");
        told.Cites.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_header_says_in_short_what_it_comes_to()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.153).Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR", sector: "climate", date: "2023");

        record.Brief().Header.Single(l => l.Name == "In short").Text.ShouldBe(
            "One promise stands: work or delivery is on record for none, a day by which it is due for none; in four sectors a partner is exposed and no promise answers it.");
    }
}
