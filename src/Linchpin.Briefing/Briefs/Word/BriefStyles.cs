using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Linchpin.Briefing.Briefs.Word;

/// <summary>The styles of a brief's document: the built-in names where there are any, so that outline, contents and screen readers know them.</summary>
internal static class BriefStyles
{
    /// <summary>All of them. Letters of a script that is not the brief's own are English or, in an English brief, Korean, for the word processor's spelling and voice. Sizes in half points, spaces in twentieths of a point.</summary>
    /// <param name="close">Whether the text is set close, for a brief of two pages.</param>
    internal static Styles Make(bool close) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Georgia", HighAnsi = "Georgia", EastAsia = "Batang" }, new FontSize { Val = close ? "19" : "21" }, new Languages { Val = "en-GB", EastAsia = "ko-KR" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = close ? "50" : "110", Line = close ? "245" : "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", standard: true),
        Style("Title", "Title", size: close ? "30" : "38", bold: true, after: close ? "100" : "240"),
        Style("Heading1", "heading 1", size: close ? "23" : "27", bold: true, before: close ? "140" : "400", after: close ? "40" : "100", level: 0),
        Style("Heading2", "heading 2", size: "21", bold: true, before: "200", after: "60", level: 1, colour: "55524C"),
        Style("ContentsHeading", "TOC Heading", size: "24", bold: true, before: "300", after: "60"),
        Style("TOC1", "toc 1", after: "20"),
        Style("Facts", "Facts", size: close ? "17" : "19", after: close ? "10" : "40", colour: "55524C"),
        Style("Finding", "Finding", after: close ? "70" : "140"),
        Style("Item", "Item", after: close ? "40" : "110", indent: "284"),
        Style("Label", "Label", size: "17", bold: true, centred: true, after: "0"),
        Style("FootnoteText", "footnote text", size: close ? "14" : "17", after: close ? "0" : "30"),
        new Style(new StyleName { Val = "footnote reference" }, new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
        { Type = StyleValues.Character, StyleId = "FootnoteReference" });

    private static Style Style(
        string id, string name, string? size = null, bool bold = false, string before = "0", string after = "110", int? level = null, string? colour = null, string? indent = null,
        bool centred = false, bool standard = false)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = standard ? true : null };
        if (!standard)
        {
            style.Append(new BasedOn { Val = "Normal" });
        }

        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (level is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (indent is not null)
        {
            paragraph.Append(new Indentation { Left = indent, Hanging = indent });
        }

        if (centred)
        {
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        }

        if (level is { } outline)
        {
            paragraph.Append(new OutlineLevel { Val = outline });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (colour is not null)
        {
            run.Append(new Color { Val = colour });
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size });
        }

        style.Append(paragraph, run);
        return style;
    }
}
