using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Linchpin.Briefing.Briefs.Word;

/// <summary>Writes a brief as a WordprocessingML document (ISO/IEC 29500) with the same sentences as the HTML: real headings, footnotes, a table of contents, the label in header, footer and properties.</summary>
/// <remarks>
/// The first citation of a reference is a footnote with the passage; later ones are cross-references to it. Text from the record becomes text of the document, never a field or a link.
/// Made twice from the same brief, the file is the same byte for byte (<see cref="FixedTime"/>).
/// </remarks>
internal sealed class BriefDocx(Brief brief)
{
    private const string Contents = "contents";

    private readonly Body _body = new();
    private readonly BriefNotes _notes = new(brief);
    private uint _bookmark;

    internal byte[] Write()
    {
        Front();
        foreach (BriefSection section in brief.Sections)
        {
            Section(section);
        }

        Add(Heading("Heading1", brief.Say(brief.ClosingTitle), "closing"));
        foreach (Sentence sentence in brief.Closing)
        {
            Add(Styled("Normal", Runs([sentence])));
        }

        _body.Append(BriefParts.Page(brief.Length == BriefLength.Short));
        return BriefParts.Package(brief, _body, _notes.Footnotes);
    }

    private void Front()
    {
        Add(Styled("Title", [Text(brief.Title)]));
        foreach (BriefLine line in brief.Header)
        {
            Add(Styled("Facts", [new Run(new RunProperties(new Bold()), Words(line.Name + ": ")), Text(line.Text)]));
        }

        if (brief.BottomLine.Count > 0)
        {
            Add(Heading("Heading1", brief.Say("brief.bottom-line"), "bottom-line"));
            Add(Styled("Normal", Runs(brief.BottomLine)));
        }

        if (brief.Findings.Count > 0)
        {
            Findings();
        }

        if (brief.Length == BriefLength.Full)
        {
            Table();
        }
    }

    private void Findings()
    {
        Add(Heading("Heading1", brief.Say("brief.findings"), "findings"));
        foreach (BriefFinding finding in brief.Findings)
        {
            Add(Styled("Finding", [new Run(new RunProperties(new Bold()), Words(brief.Say(finding.Kind.Heading()) + ". ")), .. Runs(finding.Sentences)]));
        }

        Add(Styled("Facts", [Text(brief.Order)]));
    }

    /// <summary>The table of contents: a field with its result written out, so that it reads without being updated; without page numbers, which only a word processor knows.</summary>
    private void Table()
    {
        Add(Styled("ContentsHeading", [Text(brief.Say("brief.contents"))]));
        string[] first = brief.Findings.Count > 0 ? ["findings"] : [];
        string[] titles = [.. first.Select(f => brief.Say("brief." + f)), .. brief.Sections.Select(s => s.Title), brief.Say(brief.ClosingTitle)];
        string[] anchors = [.. first, .. brief.Sections.Select(s => s.Id), "closing"];
        for (int i = 0; i < titles.Length; i++)
        {
            var line = Styled("TOC1", []);
            if (i == 0)
            {
                line.Append(Char(FieldCharValues.Begin), new Run(new FieldCode(" TOC \\o \"1-1\" \\n \\h ") { Space = SpaceProcessingModeValues.Preserve }), Char(FieldCharValues.Separate));
            }

            line.Append(new Hyperlink(Text(titles[i])) { Anchor = BriefParts.Bookmark(Contents, anchors[i]), History = true });
            if (i == titles.Length - 1)
            {
                line.Append(Char(FieldCharValues.End));
            }

            Add(line);
        }
    }

    private void Section(BriefSection section)
    {
        Add(Heading("Heading1", section.Title, section.Id));
        foreach (BriefPart part in section.Parts)
        {
            if (part.Title.Length > 0)
            {
                Add(Styled("Heading2", [Text(part.Title)]));
            }

            foreach (BriefItem item in part.Items)
            {
                Add(Styled("Item", [.. item.Marker is { } marker ? new[] { Text(marker + " ") } : [], .. Runs(item.Sentences)]));
            }
        }
    }

    private List<OpenXmlElement> Runs(IReadOnlyList<Sentence> sentences)
    {
        List<OpenXmlElement> runs = [];
        for (int i = 0; i < sentences.Count; i++)
        {
            if (i > 0)
            {
                runs.Add(Text(" "));
            }

            foreach (Phrase phrase in sentences[i].Phrases)
            {
                runs.Add(Text(phrase.Text));
                for (int c = 0; c < phrase.Cites.Count; c++)
                {
                    if (c > 0)
                    {
                        runs.Add(new Run(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), Words(",")));
                    }

                    runs.AddRange(_notes.Cite(phrase.Cites[c], ref _bookmark));
                }
            }
        }

        return runs;
    }

    private Paragraph Heading(string style, string title, string anchor)
    {
        string id = Next();
        Paragraph heading = Styled(style, [new BookmarkStart { Id = id, Name = BriefParts.Bookmark(Contents, anchor) }, Text(title), new BookmarkEnd { Id = id }]);
        return heading;
    }

    private string Next() => (++_bookmark).ToString(CultureInfo.InvariantCulture);

    private static Paragraph Styled(string style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    private static Run Char(FieldCharValues type) => new(new FieldChar { FieldCharType = type });

    private static Run Text(string text) => new(Words(text));

    private static Text Words(string text) => BriefParts.Words(text);

    private void Add(Paragraph paragraph) => _body.Append(paragraph);
}
