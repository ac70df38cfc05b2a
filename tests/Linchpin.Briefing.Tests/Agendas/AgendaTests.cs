using Linchpin.Briefing.Agendas;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests.Agendas;

public sealed class AgendaTests : IDisposable
{
    private static readonly DateOnly Round = new(2024, 6, 1);
    private static readonly EntityId Forum = EntityId.Parse("mechanism/forum");

    private readonly Record _record = new();

    public AgendaTests()
    {
        Document first = _record.Text(
            "The Chip Forum of Korea and India met in Busan on 2 May 2023. Minister Lise Meitner of Korea came. They agreed to open a foundry. They agreed to open a school. They agreed to share maps. They opened a port. They aim to share fabs. They talked about quantum.", "2023-05-03");
        foreach (string country in new[] { "KOR", "IND" })
        {
            _record.Say(first, "mechanism/forum", "member", Record.Entity("country/" + country), "The Chip Forum of Korea and India").Say(first, "event/one", "participant", Record.Entity("country/" + country), "The Chip Forum of Korea and India met");
        }

        _record.Say(first, "mechanism/forum", "name", Record.Words("Chip Forum"), "The Chip Forum").Say(first, "mechanism/forum", "topic", Record.Entity("sector/quantum"), "They talked about quantum")
            .Say(first, "event/one", "mechanism", Record.Entity("mechanism/forum"), "The Chip Forum").Say(first, "event/one", "date", Record.On("2023-05-02"), "2 May 2023").Say(first, "event/one", "place", Record.Words("Busan"), "Busan")
            .Say(first, "event/one", "type", Record.Words("meeting"), "met").Say(first, "event/one", "participant", Record.Entity("person/lise-meitner"), "Minister Lise Meitner of Korea")
            .Say(first, "person/lise-meitner", "name", Record.Words("Lise Meitner"), "Lise Meitner").Say(first, "role/meitner", "person", Record.Entity("person/lise-meitner"), "Minister Lise Meitner of Korea")
            .Say(first, "role/meitner", "title", Record.Words("Minister of Science"), "Minister").Say(first, "role/meitner", "body", Record.Entity("country/KOR"), "Korea")
            .Promise(first, "foundry", "KOR,IND", quote: "They agreed to open a foundry", due: "2024-03", mechanism: "forum").Promise(first, "school", "KOR,IND", sector: "mobility", quote: "They agreed to open a school", due: "2024-08", mechanism: "forum")
            .Promise(first, "maps", "KOR,IND", sector: null, quote: "They agreed to share maps").Promise(first, "port", "KOR,IND", sector: null, quote: "They opened a port", act: "done", mechanism: "forum")
            .Promise(first, "fabs", "KOR,IND", quote: "They aim to share fabs", act: "intended", mechanism: "forum");
    }

    [Fact]
    public void What_is_open_is_parted_by_why_and_numbered_through()
    {
        Agenda agenda = Make();
        agenda.Items.Select(i => (i.Number, i.Kind, i.What)).ShouldBe(
        [
            (1, AgendaKind.DueBefore, "They agreed to open a foundry"), (2, AgendaKind.DueAfter, "They agreed to open a school"), (3, AgendaKind.Silent, "They agreed to share maps"),
            (4, AgendaKind.Undecided, "They aim to share fabs"), (5, AgendaKind.Undecided, "Quantum"),
        ]);

        // Due by 31 March 2024 is 62 days before 1 June; by 31 August is 91 days after it.
        agenda.Items.Select(i => Phrases.English.Say(i.Why, id => id.Name)).Take(3).ShouldBe(
        [
            "Due 2024-03, 2 months before the round; no source says that it was done.", "Due 2024-08, 3 months after the round; no source says that it was done.",
            "Undated, told of in 2023-05-03; no later evidence. The source ties it to no mechanism.",
        ]);
        agenda.Items.ShouldAllBe(i => i.Claims.Count > 0 && i.Outcome == null);
        agenda.After.ShouldBeNull();
    }

    [Fact]
    public void Who_came_last_time_is_told_with_office_and_with_who_is_named_in_it_since()
    {
        Document later = _record.Text("Minister Emmy Noether of Korea spoke.", "2024-01-10", file: "later.txt");
        _record.Say(later, "role/noether", "person", Record.Entity("person/emmy-noether"), "Minister Emmy Noether of Korea").Say(later, "role/noether", "title", Record.Words("Minister of Science"), "Minister")
            .Say(later, "role/noether", "body", Record.Entity("country/KOR"), "Korea").Say(later, "person/emmy-noether", "name", Record.Words("Emmy Noether"), "Emmy Noether");
        Round last = Make().Last!;
        (last.On.ToString(), last.Place).ShouldBe(("2023-05-02", "Busan"));
        last.Came.Select(c => c.Who.ToString()).ShouldBe(["country/IND", "country/KOR", "person/lise-meitner"]);
        last.Came[2].Office.ShouldBe("Minister of Science, South Korea");
        Phrases.English.Say(last.Came[2].PassedOn!, id => id.Name).ShouldBe("Emmy Noether is told of in the office in 2024-01-10");
    }

    [Fact]
    public void A_readout_closes_what_it_shows_done_leaves_what_it_is_silent_on_and_adds_what_was_new()
    {
        Document readout = _record.Text("The Chip Forum met again. The foundry opened. The school is being built. They agreed to share quantum chips.", "2024-06-02", file: "readout-2.txt");
        _record.Say(readout, "commitment/foundry", "state", Record.Words("delivered"), "The foundry opened").Say(readout, "commitment/school", "state", Record.Words("in-progress"), "The school is being built")
            .Say(readout, "event/two", "mechanism", Record.Entity("mechanism/forum"), "The Chip Forum").Say(readout, "event/two", "date", Record.On("2024-06-01"), "The Chip Forum met again")
            .Promise(readout, "chips", "KOR,IND", sector: "quantum", quote: "They agreed to share quantum chips", mechanism: "forum");
        Agenda agenda = Make();
        agenda.Items.Select(i => (i.What, i.Outcome!.Kind, i.Outcome.Claims.FirstOrDefault()?.Quote)).ShouldBe(
        [
            ("They agreed to open a foundry", OutcomeKind.Closed, "The foundry opened"), ("They agreed to open a school", OutcomeKind.Moved, "The school is being built"), ("They agreed to share maps", OutcomeKind.Stays, null),
            ("They aim to share fabs", OutcomeKind.Stays, null), ("Quantum", OutcomeKind.Closed, "They agreed to share quantum chips"),
        ]);
        agenda.After!.New.ShouldHaveSingleItem().Ids[0].Name.ShouldBe("chips");
        agenda.After.Held!.On.ToString().ShouldBe("2024-06-01");

        // The record as published before the round knows nothing of it.
        Linchpin.Briefing.Briefing.Agenda(new AsOf(PublishedBy: new DateOnly(2024, 5, 31)), c => _record.Briefing(asOf: c), Forum, Round, 180).After.ShouldBeNull();
    }

    [Fact]
    public void What_was_told_between_the_rounds_is_told_as_changed_and_the_last_readout_is_not()
    {
        Make().Since.ShouldBeEmpty();
        Document between = _record.Text("The foundry of the Chip Forum is being built.", "2024-01", file: "between.txt");
        _record.Say(between, "commitment/foundry", "state", Record.Words("in-progress"), "The foundry of the Chip Forum is being built");
        ChangeLine line = Make().Since.First();
        (line.Kind, line.To, line.Claims[0].Quote).ShouldBe((ChangeKind.Moved, PromiseState.InProgress, "The foundry of the Chip Forum is being built"));
    }

    [Fact]
    public void An_exposure_of_the_members_without_a_promise_is_a_gap_that_closes_with_a_promise()
    {
        _record.Exposure("KOR", "CHN", 0.3, code: "c12").Exposure("IND", "CHN", 0.2, code: "c12");
        Make().Gaps.ShouldBeEmpty("the forum is not about it");
        _record.Say(_record.Text("The Chip Forum is about minerals too.", "2023-06", file: "about.txt"), "mechanism/forum", "sector", Record.Entity("sector/critical-minerals"));
        AgendaGap gap = Make().Gaps.ShouldHaveSingleItem();
        (gap.Sector.Id, gap.Cell.Exposures[0].Share, gap.Outcome).ShouldBe(("critical-minerals", 0.2, null));

        Document readout = _record.Text("They agreed to stock gallium.", "2024-06-02", file: "readout-2.txt");
        _record.Promise(readout, "gallium", "KOR,IND", sector: "critical-minerals", mechanism: "forum");
        AgendaOutcome outcome = Make().Gaps.ShouldHaveSingleItem().Outcome!;
        (outcome.Kind, outcome.Claims[0].Quote).ShouldBe((OutcomeKind.Closed, "They agreed to stock gallium."));
    }

    [Fact]
    public void The_document_has_every_item_with_a_reference_and_no_findings()
    {
        Agenda agenda = Make();
        Brief document = _record.Briefing().Document(agenda, Record.Day);
        string markdown = document.Markdown();
        foreach (AgendaItem item in agenda.Items)
        {
            markdown.ShouldContain(item.What);
        }

        document.Sentences.Where(s => s.Kind == SentenceKind.Fact).ShouldAllBe(s => s.Cites.Any());
        markdown.ShouldNotContain("## Findings");
        document.Html().ShouldContain("They agreed to open a foundry");
        document.Docx().ShouldBe(document.Docx());
    }

    [Fact]
    public void A_mechanism_of_one_known_member_says_why_no_exposures_are_laid_beside_its_promises()
    {
        Document text = _record.Text("The Solo Forum of Korea met.", "2023-01", file: "solo.txt");
        _record.Say(text, "mechanism/solo", "member", Record.Entity("country/KOR"));
        Agenda agenda = Linchpin.Briefing.Briefing.Agenda(default, c => _record.Briefing(asOf: c), EntityId.Parse("mechanism/solo"), Round, 180);
        agenda.WithoutGaps!.Key.ShouldBe("agenda.no-members");
        (agenda.Items.Count, agenda.Last).ShouldBe((0, null));
    }

    [Fact]
    public void In_Korean_it_has_the_same_sentences_with_the_same_sources_and_none_of_its_own_words_is_English()
    {
        _record.Exposure("KOR", "CHN", 0.4, code: "c27").Exposure("IND", "CHN", 0.3, code: "c27");
        Agenda agenda = Make();
        Brief english = _record.Briefing().Document(agenda, Record.Day), korean = _record.Briefing().Document(agenda, Record.Day, "ko");
        korean.Sentences.Select(s => (s.Kind, string.Join(' ', s.Cites.Select(c => c.Number)))).ShouldBe(english.Sentences.Select(s => (s.Kind, string.Join(' ', s.Cites.Select(c => c.Number)))));
        korean.Title.ShouldBe("Chip Forum: 2024년 6월 1일 의제");
        IEnumerable<string> own =
        [
            .. korean.Header.SelectMany(l => new[] { l.Name, l.Text }), .. korean.Sections.Select(s => s.Title), .. korean.Sections.SelectMany(s => s.Parts).Select(p => p.Title),
            .. korean.Sentences.Where(s => s.Kind != SentenceKind.Fact).Select(s => s.Text), korean.LabelText, korean.AsOfText,
        ];
        own.Where(t => System.Text.RegularExpressions.Regex.IsMatch(t, "[A-Za-z]{2,}[ ,]+[a-z]{2,}")).ShouldBeEmpty();
        korean.Sentences.ShouldContain(s => s.Text == "양자.");
        korean.Html().ShouldContain("<html lang=\"ko\">");
    }

    private Agenda Make() => Linchpin.Briefing.Briefing.Agenda(default, c => _record.Briefing(asOf: c), Forum, Round, 180);

    public void Dispose() => _record.Dispose();
}
