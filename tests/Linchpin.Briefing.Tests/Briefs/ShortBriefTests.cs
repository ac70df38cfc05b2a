using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Briefs.Short;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Briefs;

public sealed class ShortBriefTests
{
    private static Brief Short(Record record, string language = "en", params string[] sectors) => record.Brief(length: BriefLength.Short, language: language, sectors: sectors);

    private static string Text(Brief brief) => string.Join('\n', brief.Sentences.Select(s => s.Text));

    [Fact]
    public void The_bottom_line_says_what_holds_what_is_exposed_and_what_is_missing()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.15).Promise(record.Text("They agreed to build a ship."), "a", "USA,KOR", sector: "climate", date: "2023-05");
        Brief brief = Short(record);
        brief.BottomLine.Select(s => s.Text).ShouldBe(
        [
            "One promise of these partners stands; no source shows work on it, and no source states by when it is due.",
            "The largest exposure that no promise answers is South Korea’s to China: 15.0 % of all direct and indirect inputs of South Korea’s electrical and optical equipment sector in 2011.",
            "The record holds no promise that answers an exposure on semiconductors (South Korea); telecommunications and 5G/6G (South Korea); electric vehicles and batteries (South Korea); or IT and electronics (South Korea).",
            "The record does not say what came of one promise.",
        ]);
        brief.Html().ShouldContain("<h2>Bottom line</h2>");
    }

    [Fact]
    public void A_brief_on_one_sector_does_not_count_its_silent_sectors()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a ship."), "a", "USA,KOR", sector: "climate", date: "2023-05");
        Text(Short(record, sectors: "semiconductors")).ShouldNotContain("sectors of co-operation the record holds");
        Short(record, sectors: "semiconductors").Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Findings_stand_by_the_percentage_points_that_the_partners_have_together()
    {
        using var record = new Record();

        // 30 points for one partner come after 16 + 15 = 31 for two.
        record.Exposure("KOR", "DEU", 0.3, code: "c24").Exposure("KOR", "CHN", 0.16).Exposure("USA", "CHN", 0.15);
        IReadOnlyList<BriefFinding> findings = Short(record).Findings;
        findings[0].Sentences[0].Text.ShouldContain("16.0 % in South Korea and 15.0 % in the United States");
        findings[1].Sentences[0].Text.ShouldContain("30.0 %");
        Short(record).Order.ShouldContain("by percentage points added over the partners");
    }

    [Fact]
    public void What_was_agreed_lately_what_is_due_what_is_disputed_and_what_to_decide_each_has_its_place()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.15).Promise(record.Text("They agreed to staff a mill."), "old", "USA,KOR", sector: "climate", date: "2019", due: "2022")
            .Promise(record.Text("They agreed to open a port."), "new", "USA,KOR", sector: "climate", date: "2024-05")
            .Promise(record.Text("They agreed to dig a mine in June 2023."), "d", "KOR,IND", sector: "climate", date: "2023-06")
            .Say(record.Text("The mine was agreed in March 2022.", title: "Another"), "commitment/d", "date", Record.On("2022-03"));
        Brief brief = Short(record);
        brief.Sections.Select(s => s.Id).ShouldBe(["agreed", "due", "disputed", "decide"]);
        string Section(string id) => string.Join('\n', brief.Sections.Single(s => s.Id == id).Parts.SelectMany(p => p.Items).SelectMany(i => i.Sentences).Select(s => s.Text));
        Section("agreed").ShouldContain("In May 2024, South Korea and the United States agreed “to open a port”.");
        Section("due").ShouldContain("It was due by the end of 2022; the record does not say whether it was met.");
        Section("disputed").ShouldContain("March 2022 against June 2023");
        Section("decide").ShouldContain("Whether, and with whom, to answer South Korea’s exposure to China in electrical and optical equipment.");
        Section("decide").ShouldContain("Whether to close, extend or drop what South Korea and the United States promised and was due 2022");
    }

    [Fact]
    public void What_is_left_out_is_counted_and_nothing_that_the_reader_may_not_see_is()
    {
        using var record = new Record();
        for (int i = 0; i < 9; i++)
        {
            string words = $"They agreed to open plant{i} near harbour{i} with partner{i}.";
            record.Promise(record.Text(words, file: $"{i}.txt"), $"p{i}", "KOR,IND", date: $"20{i + 10}");
        }

        Document advice = record.Text("Seoul should build a line.");
        record.Say(advice, "recommendation/a", "what", Record.Words("Seoul should build a line.")).Say(advice, "recommendation/a", "sector", Record.Entity("sector/semiconductors"));
        Brief brief = Short(record);
        int told = Enumerable.Range(0, 9).Count(i => Text(brief).Contains($"plant{i} ", StringComparison.Ordinal));
        told.ShouldBeInRange(2, 8);
        string left = brief.Closing[0].Text;
        left.ShouldContain($"{(9 - told) switch { 1 => "one promise", var n => Words(n) + " promises" }}");
        left.ShouldContain("one piece of advice");
        left.ShouldContain("full brief");

        Short(record).Markdown().ShouldBe(brief.Markdown());
        Handling secret = new(Record.Node, Tlp.Red, ["JPN"]);
        Brief before = record.Brief(reader: new("KOR", "KOR", false, true), length: BriefLength.Short);
        record.Promise(record.Text("Hidden: they agreed to sink a ship.", handling: secret), "h", "USA,KOR", date: "2024", handling: secret);
        record.Brief(reader: new("KOR", "KOR", false, true), length: BriefLength.Short).Html().ShouldBe(before.Html());

        static string Words(int n) => new[] { "no", "one", "two", "three", "four", "five", "six", "seven" }[n];
    }

    [Fact]
    public void On_chosen_sectors_nothing_of_another_is_told_or_counted()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.15).Exposure("KOR", "CHN", 0.3, code: "c24").Promise(record.Text("They agreed to build a ship."), "a", "USA,KOR", sector: "climate", date: "2023")
            .Promise(record.Text("They agreed to build a line."), "b", "USA,KOR", date: "2023").Promise(record.Text("They agreed to build a road."), "c", "USA,KOR", sector: null, date: "2023");
        Brief brief = Short(record, "en", "semiconductors");
        Text(brief).ShouldContain("build a line");
        Text(brief).ShouldNotContain("build a ship");
        Text(brief).ShouldNotContain("build a road");
        Text(brief).ShouldNotContain("30.0 %");
        brief.Header.ShouldContain(l => l.Name == "Sectors" && l.Text == "Semiconductors");
        brief.BottomLine[0].Text.ShouldStartWith("One promise");
        Should.Throw<FaultException>(() => Short(record, "en", "semiconductor")).Fault.Kind.Code.ShouldBe("briefing.sector-unknown");
    }

    [Fact]
    public void However_much_the_record_holds_the_text_is_made_to_fit_two_pages()
    {
        using var record = new Record();
        for (int i = 0; i < 60; i++)
        {
            string words = $"They agreed to open plant{i} near harbour{i} with partner{i}, to staff it in the course of the coming years, and to tell each other of whatever hinders the work at once and in full.";
            record.Promise(record.Text(words, file: $"a-file-with-a-name-that-takes-some-room-{i}.txt", title: $"An account, number {i}, of what was spoken of between delegations"), $"p{i}", i % 2 == 0 ? "KOR,IND" : "USA,KOR,IND", sector: "climate,space,ai", date: $"20{i % 20 + 10}-05", due: $"20{i % 10 + 30}");
        }

        foreach (string code in new[] { "c14", "c24", "c27", "c9", "c12" })
        {
            record.Exposure("KOR", "CHN", 0.4, code).Exposure("USA", "CHN", 0.3, code).Exposure("IND", "CHN", 0.2, code);
        }

        foreach (string language in new[] { "en", "ko" })
        {
            Brief brief = Short(record, language);
             
            PrintedLength.Of(brief).ShouldBeLessThanOrEqualTo(PrintedLength.TwoPages, language);
            PrintedLength.Of(record.Brief(language: language)).ShouldBeGreaterThan(PrintedLength.TwoPages * 2);
            brief.Findings.Count.ShouldBeGreaterThanOrEqualTo(3);
        }
    }

    [Fact]
    public void A_sector_that_the_outline_leaves_out_is_left_out_and_named()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to build a ship."), "a", "USA,KOR", sector: "climate", date: "2023").Promise(record.Text("They agreed to build a line."), "b", "USA,KOR", date: "2023");
        Brief brief = record.Briefing().Brief(["USA", "KOR"], Record.Day, new BriefWish { Outline = new BriefOutline { LeaveOut = ["climate"] } });
        Text(brief).ShouldNotContain("build a ship");
        brief.Closing.ShouldContain(s => s.Text.Contains("Left out here by the author of the brief, whatever the record has on it: Climate", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_lengths_say_what_changed_since_an_earlier_day()
    {
        using var record = new Record();
        Brief before = Short(record);
        record.Promise(record.Text("They agreed to build a line."), "b", "USA,KOR", date: "2023");
        BriefSection changes = Short(record).Since(before, new DateOnly(2024, 1, 1)).Sections[0];
        changes.Title.ShouldBe("What changed since 2024-01-01");
        changes.Parts[0].Title.ShouldBe("New since then");
    }
}
