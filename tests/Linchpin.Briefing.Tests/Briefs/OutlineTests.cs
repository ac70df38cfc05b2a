using System.Text;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests.Briefs;

public sealed class OutlineTests
{
    private static readonly DateOnly Today = new(2025, 2, 3);

    private static BriefNote Note(string? after, string text = "We should ask for a date.", string? tlp = "CLEAR") =>
        new() { After = after, Title = "Our view", By = "Ada Lovelace", Day = new DateOnly(1843, 7, 10), Tlp = tlp, Text = text };

    private static Brief Sample(Record record, BriefOutline? outline = null, Reader? reader = null) => record
        .Promise(record.Text("They agreed to build a chip line."), "a", "USA,KOR", sector: "semiconductors", date: "2023")
        .Promise(record.Text("They agreed to guard a cable."), "b", "USA,KOR", sector: "cyber", date: "2023")
        .Promise(record.Text("They agreed to plant a forest."), "c", "USA,KOR", sector: "climate", date: "2023").Briefing(reader).Brief(["USA", "KOR", "IND"], Today, new BriefWish { Length = BriefLength.Full, Outline = outline ?? BriefOutline.None });

    [Fact]
    public void Sections_named_come_first_in_their_order_and_the_others_follow_in_their_own()
    {
        using var record = new Record();
        Sample(record, new BriefOutline { Order = ["climate", "semiconductors"] }).Sections.Select(s => s.Id).Take(3).ShouldBe(["climate", "semiconductors", "cyber"]);
    }

    [Fact]
    public void A_section_left_out_is_named_at_the_end_and_its_references_are_not_listed()
    {
        using var record = new Record();
        using var same = new Record();
        Brief brief = Sample(same), arranged = Sample(record, new BriefOutline { LeaveOut = ["cyber", "climate"] });

        arranged.Sections.Select(s => s.Id).ShouldNotContain("climate");
        arranged.Closing[^1].Text.ShouldBe("Left out here by the author of the brief, whatever the record has on it: Cybersecurity, cyber-threat information; Climate.");
        arranged.References.SelectMany(r => r.Entries).Count().ShouldBeLessThan(brief.References.SelectMany(r => r.Entries).Count());
        arranged.Sentences.SelectMany(s => s.Cites).ShouldAllBe(c => arranged.References.SelectMany(r => r.Entries).Contains(c));
    }

    [Fact]
    public void A_paragraph_of_ones_own_stands_in_a_section_of_its_own_under_name_and_day_in_every_file()
    {
        using var record = new Record();
        Brief arranged = Sample(record, new BriefOutline { Notes = [Note("cyber", "We should ask for a date.\n\nBy <b>June</b>."), Note(null, "To begin with.")] });

        arranged.Sections[0].Parts.Single().Items.Single().Sentences.Single().Text.ShouldBe("To begin with.");
        BriefSection own = arranged.Sections[arranged.Sections.ToList().FindIndex(s => s.Id == "cyber") + 1];
        own.Own.ShouldBeTrue();
        own.Parts.ShouldHaveSingleItem().Title.ShouldBe("By Ada Lovelace, 10 July 1843: not from the record");
        own.Parts[0].Items.SelectMany(i => i.Sentences).ShouldAllBe(s => s.Kind == SentenceKind.Own && !s.Cites.Any());
        arranged.Sections.Where(s => !s.Own).SelectMany(s => s.Parts).SelectMany(p => p.Items).SelectMany(i => i.Sentences).ShouldAllBe(s => s.Kind != SentenceKind.Own);
        arranged.Html().ShouldContain("class=\"own\"");
        arranged.Html().ShouldContain("By &lt;b&gt;June&lt;/b&gt;.");
        arranged.Markdown().ShouldContain("### By Ada Lovelace, 10 July 1843: not from the record");
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(arranged.Docx()), false);
        word.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("By Ada Lovelace, 10 July 1843: not from the record");
    }

    [Fact]
    public void A_paragraph_tightens_the_label_and_one_without_a_label_makes_the_brief_unlabelled()
    {
        using var record = new Record();
        using var other = new Record();

        Sample(record, new BriefOutline { Notes = [Note(null, tlp: "AMBER")] }).Label.Tlp.ShouldBe(Tlp.Amber);
        Sample(other, new BriefOutline { Notes = [Note(null, tlp: null)] }).LabelText.ShouldBe("Not labelled: not for release");
    }

    [Fact]
    public void A_reader_sees_no_paragraph_that_its_label_keeps_back()
    {
        using var record = new Record();
        var outline = new BriefOutline { Notes = [Note(null, "ambermark", "AMBER"), Note(null, "nomark", null), Note(null, "clearmark")] };
        Brief arranged = Sample(record, outline, Reader.Public);

        arranged.Html().ShouldContain("clearmark");
        arranged.Html().ShouldNotContain("ambermark");
        arranged.Html().ShouldNotContain("nomark");
    }

    [Fact]
    public void An_outline_written_and_read_again_is_the_same()
    {
        var outline = new BriefOutline { Partners = ["KOR", "IND"], Saved = Today, Order = ["climate"], LeaveOut = ["cyber"], Notes = [Note("climate", "One.\n\n두 번째.")] };

        BriefOutline.Read(outline.Write(), "x").Write().ShouldBe(outline.Write());
        Encoding.UTF8.GetString(outline.Write()).ShouldContain("두 번째");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"leaveout\": [\"cyber\"]}")]
    [InlineData("{\"order\": [\"alchemy\"]}")]
    [InlineData("{\"order\": [\"cyber\"], \"leaveOut\": [\"cyber\"]}")]
    [InlineData("{\"order\": null}")]
    [InlineData("{\"notes\": [{\"text\": \"a\"}]}")]
    [InlineData("{\"notes\": [null]}")]
    [InlineData("{\"notes\": [{\"text\": \"\", \"by\": \"Ada\", \"day\": \"1843-07-10\"}]}")]
    [InlineData("{\"notes\": [{\"text\": \"a\", \"by\": \"Ada\", \"day\": \"soon\"}]}")]
    [InlineData("{\"notes\": [{\"text\": \"a\", \"by\": \"Ada\", \"day\": \"1843-07-10\", \"tlp\": \"PINK\"}]}")]
    public void What_is_no_outline_is_refused(string json) =>
        Should.Throw<FaultException>(() => BriefOutline.Read(Encoding.UTF8.GetBytes(json), "outline.json")).Fault.Kind.Code.ShouldBe("briefing.outline");

    [Fact]
    public void What_two_sectors_have_in_common_is_told_in_the_one_that_comes_first_in_the_outline()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.153);
        Brief brief = record.Briefing().Brief(["USA", "KOR", "IND"], Today, new BriefWish { Length = BriefLength.Full, Outline = new BriefOutline { Order = ["it-electronics"], LeaveOut = ["semiconductors"] } });

        brief.Sections[0].Id.ShouldBe("it-electronics");
        brief.Sections[0].Parts.SelectMany(p => p.Items).SelectMany(i => i.Sentences).ShouldContain(s => s.Text.StartsWith("China supplied 15.3 %", StringComparison.Ordinal) && s.Text.Contains("(at basic prices"));
        brief.Sentences.ShouldAllBe(s => !s.Text.Contains("told under “Semiconductors”"));
    }
}
