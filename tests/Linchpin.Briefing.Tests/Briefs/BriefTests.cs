using Linchpin.Briefing.Briefs;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests.Briefs;

public sealed class BriefTests
{
    private static string Text(Brief brief) => string.Join('\n', brief.Sentences.Select(s => s.Text));

    [Fact]
    public void The_sources_own_words_stand_in_quotation_marks_after_the_verb_of_the_act()
    {
        using var record = new Record();
        record.Promise(record.Text("Acknowledging this, they agreed to further broaden the\nscope of supply chain work."), "a", "KOR,IND", quote: "they agreed to further broaden the\nscope of supply chain work", date: "2023");
        Text(record.Brief()).ShouldContain("In 2023, India and South Korea agreed “to further broaden the scope of supply chain work”.");
    }

    [Theory]
    [InlineData("semiconductors", 26, false)]
    [InlineData("semiconductors", 29, true)]
    [InlineData(null, 29, true)]
    public void Of_more_promises_than_there_are_letters_the_rest_are_counted_and_not_told(string? sector, int promises, bool cut)
    {
        using var record = new Record();
        for (int i = 0; i < promises; i++)
        {
            string words = $"They agreed to open plant{i} near harbour{i} with partner{i}.";
            record.Promise(record.Text(words, file: $"{i}.txt"), $"p{i}", "KOR,IND", sector: sector, quote: words, date: $"20{i + 10:00}");
        }

        string text = string.Join('\n', record.Brief().Sections.SelectMany(s => s.Parts).Where(p => p.Title == "What was agreed").SelectMany(p => p.Items).SelectMany(i => i.Sentences).Select(x => x.Text));
        Enumerable.Range(0, promises).Count(i => text.Contains($"plant{i} ", StringComparison.Ordinal)).ShouldBe(Math.Min(promises, 26));
        text.Contains("Left out here: three more promises of the record on this.", StringComparison.Ordinal).ShouldBe(cut);
    }

    [Fact]
    public void A_summary_by_a_person_stands_without_quotation_marks()
    {
        using var record = new Record();
        record.Promise(record.Text("The two will do more."), "a", "KOR,IND", what: "to widen supply chain work", by: Record.Analyst, date: "2024-03-05");
        Text(record.Brief()).ShouldContain("On 5 March 2024, India and South Korea agreed to widen supply chain work.");
    }

    [Theory]
    [InlineData("The two have not agreed to build a chip line.")]
    [InlineData("It was said that the two agreed to build a chip line.")]
    [InlineData("A chip line was agreed to by the two sides today.")]
    public void A_verb_that_is_denied_reported_or_passive_is_not_taken_out_of_its_sentence(string words)
    {
        using var record = new Record();
        record.Promise(record.Text(words), "a", "KOR,IND");
        string text = Text(record.Brief());
        text.ShouldContain("India and South Korea reached an agreement; the source, of March 2024, gives no date: “" + words.TrimEnd('.') + "”.");
    }

    [Fact]
    public void Words_that_do_not_stand_in_the_passage_are_never_quoted()
    {
        using var record = new Record();
        record.Promise(record.Text("The two pledged to do more on chips."), "a", "KOR,IND", act: "pledged", what: "build ten plants");
        string text = Text(record.Brief());
        text.ShouldNotContain("ten plants");
        text.ShouldContain("“to do more on chips”");
    }

    [Fact]
    public void Advice_is_given_as_advice_by_its_author_and_never_as_agreed()
    {
        using var record = new Record();
        Document text = record.Text("Seoul should build a chip line.", title: "An agenda");
        record.Say(text, "recommendation/a", "what", Record.Words("Seoul should build a chip line."))
            .Say(text, "recommendation/a", "who-should", Record.Entity("country/KOR"))
            .Say(text, "recommendation/a", "sector", Record.Entity("sector/semiconductors"));
        Brief brief = record.Brief();
        Text(brief).ShouldContain("The readout “An agenda” advises");
        Text(brief).ShouldContain("The record holds no promise of these partners on semiconductors.");
        brief.Sections.SelectMany(s => s.Parts).Single(p => p.Title.StartsWith("Advice", StringComparison.Ordinal)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public void A_topic_that_was_talked_about_is_no_promise()
    {
        using var record = new Record();
        Document text = record.Text("The three explored possibilities on chips in Seoul.");
        record.Say(text, "event/a", "type", Record.Words("meeting")).Say(text, "event/a", "participant", Record.Entity("country/KOR"))
            .Say(text, "event/a", "participant", Record.Entity("country/USA")).Say(text, "event/a", "sector", Record.Entity("sector/semiconductors"))
            .Say(text, "event/a", "place", Record.Words("Seoul"), "Seoul");
        Brief brief = record.Brief();
        brief.Sections.SelectMany(s => s.Parts).Single(p => p.Title.StartsWith("Meetings", StringComparison.Ordinal)).Items.ShouldHaveSingleItem().Sentences.Select(s => s.Text)
            .ShouldBe(["South Korea and the United States met in Seoul; the source, of March 2024, gives no date.", "In the source’s words: “The three explored possibilities on chips in Seoul”."]);
        brief.Findings.ShouldNotContain(f => f.Kind == FindingKind.PromisedNothingSince);
    }

    [Fact]
    public void A_conflict_on_what_is_used_is_shown_with_both_sides_and_their_sources()
    {
        using var record = new Record();
        record.Promise(record.Text("The two agreed to build a chip line in June 2023."), "a", "KOR,IND", date: "2023-06")
            .Say(record.Text("The agreement dates from March 2024.", title: "Another"), "commitment/a", "date", Record.On("2024-03"));
        Brief brief = record.Brief();
        Sentence sentence = brief.Sections.SelectMany(s => s.Parts).Single(p => p.Title == "Where sources differ").Items[0].Sentences[0];
        sentence.Text.ShouldContain("March 2024");
        sentence.Text.ShouldContain("June 2023");
        sentence.Phrases.Count(p => p.Cites.Count > 0).ShouldBe(2);
        brief.Findings.ShouldContain(f => f.Kind == FindingKind.SourcesDiffer);
    }

    [Fact]
    public void Findings_stand_by_stated_numbers_exposures_first()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.15).Exposure("KOR", "DEU", 0.3, code: "c24").Promise(record.Text("They agreed to build a ship."), "a", "USA,KOR", sector: "climate");
        IReadOnlyList<BriefFinding> findings = record.Brief().Findings;
        findings.Select(f => f.Kind).ShouldBe([FindingKind.ExposedWithoutPromise, FindingKind.ExposedWithoutPromise, FindingKind.PromisedNothingSince]);
        findings[0].Sentences[0].Text.ShouldContain("30.0 %");
    }

    [Fact]
    public void A_brief_on_an_empty_record_has_three_findings_that_say_what_is_not_there()
    {
        using var record = new Record();
        Brief brief = record.Brief();
        brief.Findings.Count.ShouldBe(3);
        brief.Sentences.ShouldAllBe(s => s.Kind != SentenceKind.Fact);
        brief.LabelText.ShouldBe("Not labelled: not for release");
        Text(brief).ShouldContain("The record says nothing on semiconductors");
    }

    [Fact]
    public void The_label_is_the_strictest_of_all_that_is_used()
    {
        using var record = new Record();
        Handling amber = new(Record.Node, Tlp.Amber, ["KOR", "JPN"]);
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR")
            .Promise(record.Text("They agreed to build a second line.", handling: amber), "b", "USA,KOR", handling: amber);
        Brief brief = record.Brief();
        brief.LabelText.ShouldBe("TLP:AMBER · releasable to JPN, KOR");
        brief.Html().Split(brief.LabelText.Replace("·", "·", StringComparison.Ordinal)).Length.ShouldBeGreaterThan(2);
        brief.Markdown().ShouldStartWith("**TLP:AMBER");
    }

    [Fact]
    public void A_brief_for_one_partner_never_shows_or_counts_what_that_partner_may_not_see()
    {
        using var open = new Record();
        using var both = new Record();
        open.Promise(open.Text("They agreed to build a chip line."), "a", "USA,KOR");
        both.Promise(both.Text("They agreed to build a chip line."), "a", "USA,KOR");
        Handling secret = new(Record.Node, Tlp.Red, ["JPN"]);
        Document hidden = both.Text("Hidden: they agreed to sink a ship.", handling: secret);
        both.Promise(hidden, "b", "USA,KOR", sector: "climate", handling: secret)
            .Say(hidden, "commitment/a", "date", Record.On("2020"), handling: secret)
            .Say(hidden, "mechanism/m", "name", Record.Words("Hidden Dialogue"), handling: secret)
            .Say(hidden, "mechanism/m", "member", Record.Entity("country/KOR"), handling: secret)
            .Say(hidden, "mechanism/m", "sector", Record.Entity("sector/space"), handling: secret)
            .Say(hidden, "recommendation/r", "what", Record.Words("Hidden advice"), handling: secret)
            .Say(hidden, "recommendation/r", "sector", Record.Entity("sector/space"), handling: secret)
            .Say(hidden, "commitment/a", "act", Record.Words("announced"), handling: secret)
            .Say(hidden, "commitment/a", "state", Record.Words("delivered"), handling: secret)
            .Exposure("KOR", "CHN", 0.4, handling: secret);
        var korea = new Reader("KOR", "KOR", false, true);
        both.Brief(reader: korea).Html().ShouldBe(open.Brief(reader: korea).Html());
        both.Brief(reader: korea).Markdown().ShouldBe(open.Brief(reader: korea).Markdown());
        both.Brief().Html().ShouldContain("sink a ship");
        both.Lattice(reader: korea).Rows.SelectMany(r => r.Cells).Select(c => (c.Finding, c.Sentence))
            .ShouldBe(open.Lattice(reader: korea).Rows.SelectMany(r => r.Cells).Select(c => (c.Finding, c.Sentence)));
    }

    [Fact]
    public void A_brief_made_twice_from_the_same_record_is_the_same_file()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR").Exposure("KOR", "CHN", 0.2).Exposure("USA", "CHN", 0.2);
        record.Brief().Html().ShouldBe(record.Brief().Html());
        record.Brief().Markdown().ShouldBe(record.Brief().Markdown());
    }

    [Fact]
    public void The_header_names_partners_reader_day_clocks_and_mark()
    {
        using var record = new Record();
        Brief brief = record.Brief(reader: new Reader("KOR", "KOR", false, true), asOf: new AsOf(new DateOnly(2024, 1, 2), new DateOnly(2024, 2, 3)));
        brief.Title.ShouldBe("India, South Korea and the United States: promises and exposures");
        brief.Header.Select(l => $"{l.Name}: {l.Text}").ShouldBe(
        [
            "Partners: India, South Korea and the United States",
            "Made for: South Korea",
            "Record as of: 1 March 2025",
            "What held on: 2 January 2024",
            "Sources published by: 3 February 2024",
            "Exposure counts from: 10 % of direct and indirect inputs from one supplier country",
        ]);
    }

    [Fact]
    public void What_was_due_and_is_not_shown_as_met_is_called_open_and_not_broken()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a chip line by 2022."), "a", "USA,KOR", due: "2022");
        Text(record.Brief()).ShouldContain("It was due by the end of 2022; the record does not say whether it was met.");
    }

    [Fact]
    public void References_name_the_document_its_date_and_basis_and_the_characters_of_the_passage()
    {
        using var record = new Record();
        record.Promise(record.Text("Before. They agreed to build a chip line. After."), "a", "USA,KOR", quote: "They agreed to build a chip line.");
        ReferenceGroup group = record.Brief().References.ShouldHaveSingleItem();
        group.Title.ShouldBe("A ministry, “A readout”, March 2024 (stated); readout; file readout.txt");
        Reference reference = group.Entries.ShouldHaveSingleItem();
        (reference.Number, reference.Place, reference.Quote).ShouldBe((1, "Characters 8–41", "“They agreed to build a chip line”"));
    }

    [Fact]
    public void A_passage_whose_text_is_not_held_is_cited_by_place_and_hash()
    {
        using var record = new Record();
        const string words = "They agreed to build a chip line.";
        Document text = record.Text(words, held: false);
        record.Say(text, "commitment/a", "what", Record.Words("build a chip line together"), text: words, by: Record.Analyst)
            .Say(text, "commitment/a", "who", Record.Entity("country/USA"), text: words).Say(text, "commitment/a", "who", Record.Entity("country/KOR"), text: words)
            .Say(text, "commitment/a", "act", Record.Words("agreed"), text: words);
        Reference reference = record.Brief().References[0].Entries[0];
        reference.Quote.ShouldBeNull();
        reference.Place.ShouldBe($"Characters 0–{words.Length}; SHA-256 begins {Passage.HashOf(words)[..12]}");
    }

    [Fact]
    public void Promises_of_the_same_parties_day_and_mechanism_share_one_finding()
    {
        using var record = new Record();
        Document text = record.Text("The three met and pledged two things.");
        record.Promise(text, "a", "USA,KOR,IND", act: "pledged", date: "2024-03", what: "Push innovation forward.", by: Record.Analyst)
            .Promise(text, "b", "USA,KOR,IND", act: "pledged", date: "2024-03", sector: "climate", what: "Guard sensitive technology.", by: Record.Analyst);
        BriefFinding finding = record.Brief().Findings.Single(f => f.Kind == FindingKind.PromisedNothingSince);
        finding.Sentences[0].Text.ShouldBe("In March 2024, India, South Korea and the United States pledged to push innovation forward and to guard sensitive technology.");
    }

    [Theory]
    [InlineData("agreed", "Build a line.", "South Korea agreed to build a line.")]
    [InlineData("announced", "Build a line.", "South Korea announced that it would build a line.")]
    [InlineData("stated", "build a line", "South Korea stated that it would build a line.")]
    [InlineData("signed", "Build a line.", "South Korea signed an undertaking to build a line.")]
    [InlineData("done", "Build a line.", "South Korea is reported to build a line.")]
    [InlineData("intended", "Build a line.", "South Korea stated the aim to build a line.")]
    [InlineData("negotiating", "Build a line.", "South Korea is reported to be in talks to build a line.")]
    [InlineData("agreed", "joint work on lines", "South Korea agreed on joint work on lines.")]
    [InlineData("launched", "a training programme", "South Korea launched a training programme.")]
    [InlineData("signed", "entry into a club", "South Korea signed entry into a club.")]
    [InlineData("stated", "to build a line", "South Korea stated that it would build a line.")]
    [InlineData(null, "Build a line.", "South Korea made a commitment to build a line.")]
    public void The_verb_comes_from_the_act_and_is_never_stronger(string? act, string what, string sentence)
    {
        using var record = new Record();
        record.Promise(record.Text("Words on a line."), "a", "KOR", act: act, what: what, by: Record.Analyst, date: "2023");
        Text(record.Brief()).ShouldContain("In 2023, " + sentence);
    }

    [Fact]
    public void Words_attributed_to_somebody_stay_attributed_and_a_later_states_attribution_is_not_mixed_in()
    {
        using var record = new Record();
        Document text = record.Text("The envoy said Seoul pledged to build a line. The secretary saw progress.");
        record.Promise(text, "a", "KOR", act: "pledged", quote: "Seoul pledged to build a line")
            .Say(text, "commitment/a", "attribution", Record.Words("the secretary"), "The secretary saw progress.")
            .Say(text, "commitment/a", "attribution", Record.Words("the envoy"), "The envoy said Seoul pledged to build a line.");
        Text(record.Brief()).ShouldContain("South Korea pledged “to build a line”, according to the envoy; the source, of March 2024, gives no date.");
    }

    [Fact]
    public void Sectors_of_one_exposure_are_named_for_the_partner_for_whom_they_are_open_only()
    {
        using var record = new Record();
        record.Exposure("USA", "CHN", 0.2).Exposure("KOR", "CHN", 0.3)
            .Promise(record.Text("Washington agreed to build a chip line."), "a", "USA,IND", sector: "semiconductors");
        BriefFinding finding = record.Brief().Findings[0];
        finding.Sentences[0].Text.ShouldStartWith("China’s share of all direct and indirect inputs of the electrical and optical equipment sector in 2011 was 30.0 % in South Korea and 20.0 % in the United States");
        finding.Sentences[1].Text.ShouldBe(
            "The record holds no promise that answers it, alone or with the other partners: none by South Korea on semiconductors; none by South Korea or the United States on telecommunications and 5G/6G, on electric vehicles and batteries, or on IT and electronics.");
    }

    [Fact]
    public void A_disagreement_on_a_body_that_is_only_named_is_shown_too()
    {
        using var record = new Record();
        Document text = record.Text("The agency of Seoul agreed to build a line.");
        record.Promise(text, "a", "USA,body/agency").Say(text, "body/agency", "name", Record.Words("Agency"))
            .Say(text, "body/agency", "country", Record.Entity("country/KOR"))
            .Say(record.Text("The agency of Delhi."), "body/agency", "country", Record.Entity("country/IND"));
        Text(record.Brief()).ShouldContain("Sources differ on which country the Agency belongs to: ");
    }

    [Fact]
    public void No_table_code_and_no_id_stands_in_a_sentence()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2, face: 0.1).Exposure("USA", "CHN", 0.2, code: "c9")
            .Promise(record.Text("They agreed to build a line."), "a", "KOR,USA,body/0123456789abcdef", mechanism: "fedcba9876543210");
        string text = Text(record.Brief());
        text.ShouldNotMatch(@"\bc(9|14)\b");
        text.ShouldNotContain("01234567");
        text.ShouldNotContain("fedcba98");
        text.ShouldNotContain("wiod");
    }

    [Theory]
    [InlineData("done", "export of howitzers", "In 2023, South Korea took a step that is reported as done: export of howitzers.")]
    [InlineData("agreed", "The two sides will build a line.", "In 2023, South Korea reached an agreement: The two sides will build a line.")]
    public void A_summary_that_fits_no_verb_stands_apart(string act, string what, string sentence)
    {
        using var record = new Record();
        record.Promise(record.Text("Words on a line."), "a", "KOR", act: act, what: what, by: Record.Analyst, date: "2023");
        Text(record.Brief()).ShouldContain(sentence);
    }

    [Theory]
    [InlineData("done")]
    [InlineData("other")]
    public void An_event_of_no_sort_is_an_event(string type)
    {
        using var record = new Record();
        Document text = record.Text("Korea opened a line of chips in May 2023.");
        record.Say(text, "event/a", "type", Record.Words(type)).Say(text, "event/a", "what", Record.Words("Korea opened a line of chips")).Say(text, "event/a", "date", Record.On("2023-05"))
            .Say(text, "event/a", "participant", Record.Entity("country/KOR")).Say(text, "event/a", "sector", Record.Entity("sector/semiconductors"));
        Text(record.Brief()).ShouldContain("an event involving South Korea is on record");
    }

    [Theory]
    [InlineData("stated", "committed to build a line with others", "South Korea “committed to build a line with others”; the source, of March 2024, gives no date.")]
    [InlineData("done", "opened a line with others", "South Korea “opened a line with others”, a step reported as done; the source, of March 2024, gives no date.")]
    [InlineData("intended", "aims to build a line", "South Korea “aims to build a line”; the source, of March 2024, gives no date.")]
    public void The_sources_verb_reads_on_from_the_party(string act, string quote, string sentence)
    {
        using var record = new Record();
        record.Promise(record.Text($"Seoul {quote}, it said."), "a", "KOR", act: act, quote: quote);
        Text(record.Brief()).ShouldContain(sentence);
    }

    [Theory]
    [InlineData("seek common ground on chips", "to “seek common ground on chips”.")]
    [InlineData("be given to common ground on chips", "; in the source’s words: “be given to common ground on chips”.")]
    [InlineData(", additionally, expand common ground", "to “expand common ground”.")]
    [InlineData("Chips need common ground", "; in the source’s words: “Chips need common ground”.")]
    public void Quoted_advice_reads_on_only_where_the_advised_are_its_subject(string quote, string end)
    {
        using var record = new Record();
        Document text = record.Text($"They should {quote} now.");
        record.Say(text, "recommendation/a", "what", Record.Words(quote), quote).Say(text, "recommendation/a", "who-should", Record.Entity("country/KOR"))
            .Say(text, "recommendation/a", "sector", Record.Entity("sector/semiconductors"));
        record.Brief().Sentences.Single(s => s.Text.Contains("advises")).Text.ShouldEndWith(end);
    }

    [Fact]
    public void Two_readings_of_one_passage_are_not_called_a_disagreement_of_sources()
    {
        using var record = new Record();
        Document text = record.Text("Seoul agreed to build a line.");
        record.Promise(text, "a", "KOR,USA").Say(text, "commitment/a", "act", Record.Words("announced"), by: Record.Analyst);
        Brief brief = record.Brief();
        IReadOnlyList<Sentence> told = brief.Sections.Single(s => s.Id == "differences").Parts.Single(p => p.Title == "Passages read in more than one way").Items.ShouldHaveSingleItem().Sentences;
        told[0].Text.ShouldBe("Passages of “A readout” have been read in more than one way, which a person may judge.");
        told.Skip(1).ShouldHaveSingleItem().Text.ShouldBe("On how the commitment “Seoul agreed to build a line” was bound: “agreed” against “announced”.");
        brief.Findings.ShouldNotContain(f => f.Kind == FindingKind.SourcesDiffer);
    }

    [Fact]
    public void A_name_that_is_printed_counts_for_the_label()
    {
        using var record = new Record();
        var amber = new Handling(Record.Node, Tlp.Amber);
        record.Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR", mechanism: "m")
            .Say(record.Text("The Quiet Dialogue exists.", handling: amber), "mechanism/m", "name", Record.Words("Quiet Dialogue"), handling: amber);
        record.Brief().LabelText.ShouldBe("TLP:AMBER");
    }

    [Fact]
    public void What_was_promised_after_the_day_asked_for_is_not_there()
    {
        using var record = new Record();
        Document text = record.Text("They agreed to build a chip line.", published: "2024");
        foreach ((string property, Value value) in new[]
            { ("what", Record.Words("They agreed to build a chip line.")), ("act", Record.Words("agreed")), ("who", Record.Entity("country/KOR")), ("sector", Record.Entity("sector/semiconductors")) })
        {
            record.Say(text, "commitment/a", property, value, valid: "2024-03");
        }

        Text(record.Brief(asOf: new AsOf(Valid: new DateOnly(2024, 2, 1)))).ShouldNotContain("chip line");
        Text(record.Brief(asOf: new AsOf(PublishedBy: new DateOnly(2023, 12, 31)))).ShouldNotContain("chip line");
        Text(record.Brief(asOf: new AsOf(Valid: new DateOnly(2024, 4, 1)))).ShouldContain("chip line");
    }
}
