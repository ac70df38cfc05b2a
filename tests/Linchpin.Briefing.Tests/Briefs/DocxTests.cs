using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Linchpin.Briefing.Briefs;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Briefs;

public sealed class DocxTests
{
    [Fact]
    public void The_word_processors_file_has_every_sentence_and_breaks_no_rule_of_the_format()
    {
        using var record = new Record();
        Brief brief = Sample(record);

        using WordprocessingDocument word = Open(brief);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(word).Select(e => e.Path?.XPath + ": " + e.Description).ShouldBeEmpty();
        string text = Text(word);
        foreach (Sentence sentence in brief.Sentences)
        {
            // Between the words stand the marks of notes, which are no text of the body but for cross-references.
            foreach (Phrase phrase in sentence.Phrases)
            {
                text.ShouldContain(phrase.Text);
            }
        }
    }

    [Fact]
    public void Headings_footnotes_contents_and_the_label_are_what_a_word_processor_takes_them_for()
    {
        using var record = new Record();
        Brief brief = Sample(record);

        using WordprocessingDocument word = Open(brief);
        MainDocumentPart main = word.MainDocumentPart!;

        main.Document.Descendants<ParagraphStyleId>().Count(s => s.Val == "Heading1").ShouldBe(brief.Sections.Count + 2);
        Footnote[] notes = [.. main.FootnotesPart!.Footnotes.Elements<Footnote>().Where(n => n.Type is null)];
        notes.Length.ShouldBe(brief.Sentences.SelectMany(s => s.Cites).DistinctBy(c => c.Number).Count());
        notes.ShouldContain(n => n.InnerText.Contains("they agreed to map supply", StringComparison.Ordinal));
        string[] anchors = [.. main.Document.Descendants<Hyperlink>().Select(h => h.Anchor!.Value!)];
        anchors.Length.ShouldBe(brief.Sections.Count + 2);
        anchors.Except(main.Document.Descendants<BookmarkStart>().Select(b => b.Name!.Value!)).ShouldBeEmpty();
        main.HeaderParts.Single().Header.InnerText.ShouldContain(brief.LabelText);
        main.FooterParts.Single().Footer.InnerText.ShouldContain(brief.LabelText);
        word.CustomFilePropertiesPart!.Properties.InnerText.ShouldContain(brief.LabelText);
        word.PackageProperties.Title.ShouldBe(brief.Title);
    }

    [Fact]
    public void Made_twice_it_is_the_same_file()
    {
        using var record = new Record();
        Brief brief = Sample(record);

        brief.Docx().ShouldBe(brief.Docx());
    }

    [Fact]
    public void What_xml_cannot_hold_and_what_looks_like_a_field_stays_text()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to map \u0001\uFFFE { HYPERLINK \"http://192.0.2.1\" } <w:p/> supply."), "a", "KOR,IND", act: "agreed", what: "map \u0001\uFFFE { HYPERLINK \"http://192.0.2.1\" } <w:p/> supply", by: Record.Analyst);

        using WordprocessingDocument word = Open(record.Brief());

        Text(word).ShouldContain("<w:p/>");
        word.MainDocumentPart!.Document.Descendants<FieldCode>().ShouldNotContain(f => f.InnerText.Contains("HYPERLINK", StringComparison.Ordinal));
        word.MainDocumentPart.ExternalRelationships.ShouldBeEmpty();
        word.MainDocumentPart.HyperlinkRelationships.ShouldBeEmpty();
    }

    [Fact]
    public void What_changed_since_an_earlier_brief_stands_first_with_what_is_no_longer_said()
    {
        using var earlier = new Record();
        earlier.Promise(earlier.Text("They agreed to map supply."), "a", "KOR,IND", what: "map supply", by: Record.Analyst, date: "2024-01-05");
        using var now = new Record();
        now.Promise(now.Text("They agreed to store gallium."), "b", "KOR,IND", what: "store gallium", by: Record.Analyst, date: "2024-02-05");

        BriefSection changes = now.Brief().Since(earlier.Brief(), new DateOnly(2024, 1, 31)).Sections[0];

        changes.Title.ShouldBe("What changed since 2024-01-31");
        Words(changes, "New since then").ShouldContain("store gallium");
        Words(changes, "New since then").ShouldNotContain("map supply");
        Words(changes, "No longer said").ShouldContain("map supply");
        now.Brief().Since(now.Brief(), Record.Day).Sections[0].Parts.Single().Items.Single().Sentences.Single().Text.ShouldBe("The record gives the same sentences as on that day.");

        static string Words(BriefSection section, string part) => string.Join(' ', section.Parts.Single(p => p.Title == part).Items.SelectMany(i => i.Sentences).Select(s => s.Text));
    }

    private static Brief Sample(Record record)
    {
        record.Promise(record.Text("In Seoul they agreed to map supply of gallium."), "a", "KOR,IND", quote: "they agreed to map supply of gallium", date: "2024-01");
        record.Promise(record.Text("They pledged to keep a stockpile."), "b", "KOR,IND", act: "pledged", what: "keep a stockpile", by: Record.Analyst, date: "2024-02");
        return record.Brief();
    }

    private static WordprocessingDocument Open(Brief brief) => WordprocessingDocument.Open(new MemoryStream(brief.Docx()), isEditable: false);

    private static string Text(WordprocessingDocument word)
    {
        var text = new StringBuilder();
        foreach (Text t in word.MainDocumentPart!.Document.Descendants<Text>())
        {
            text.Append(t.Text);
        }

        return text.ToString();
    }
}
