using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Linchpin.Briefing.Briefs.Word;

/// <summary>The parts of the file around the body: styles, header and footer with the label, properties, settings.</summary>
internal static class BriefParts
{
    // The property set of custom properties (ECMA-376, part 1, 22.3.2.1).
    private const string CustomProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    /// <summary>The whole file.</summary>
    internal static byte[] Package(Brief brief, Body body, Footnotes footnotes)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            // Every part is given its relationship: ids that the library makes up differ from run to run.
            MainDocumentPart main = word.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = BriefStyles.Make(brief.Length == BriefLength.Short);
            main.AddNewPart<FootnotesPart>("footnotes").Footnotes = footnotes;
            main.AddNewPart<HeaderPart>("header").Header = new Header(Line(brief.LabelText));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(Line(brief.AsOfText), Line(brief.LabelText), PageNumber());
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(
                new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }));
            main.Document = new Document(body);
            Core(word, brief);
            word.AddNewPart<CustomFilePropertiesPart>("custom").Properties = new Properties(
                Property(2, "Handling", brief.LabelText), Property(3, "Record", brief.AsOfText));
        }

        return FixedTime.Rewrite(file.ToArray());
    }

    /// <summary>A4 with the label in header and footer.</summary>
    /// <param name="close">Whether with narrow margins, for a brief of two pages.</param>
    internal static SectionProperties Page(bool close) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = "header" },
        new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = close ? 1134 : 1418, Right = close ? 1134U : 1418U, Bottom = close ? 1134 : 1418, Left = close ? 1134U : 1418U, Header = close ? 567U : 709U, Footer = close ? 454U : 567U, Gutter = 0 });

    /// <summary>A bookmark's name: letters, digits and underscores, at most 40 (ECMA-376, part 1, 17.13.6.2).</summary>
    internal static string Bookmark(string kind, string id)
    {
        string name = kind + "_" + string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return name.Length <= 40 ? name : name[..40];
    }

    /// <summary>Text as it stands; what XML cannot hold becomes U+FFFD.</summary>
    internal static Text Words(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }

    /// <summary>Title and label as core properties, written by hand: the library gives that part a name by chance.</summary>
    private static void Core(WordprocessingDocument word, Brief brief)
    {
        using Stream part = word.AddNewPart<CoreFilePropertiesPart>("core").GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
        xml.WriteElementString("dc", "title", "http://purl.org/dc/elements/1.1/", Clean(brief.Title));
        xml.WriteElementString("cp", "keywords", null, Clean(brief.LabelText));
        xml.WriteElementString("cp", "category", null, "Brief");
        xml.WriteEndElement();
    }

    private static Paragraph Line(string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = "Label" }), new Run(Words(text)));

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new ParagraphStyleId { Val = "Label" }), new SimpleField(new Run(Words("1"))) { Instruction = " PAGE " });

    private static CustomDocumentProperty Property(int id, string name, string value) => new(new VTLPWSTR(Clean(value))) { FormatId = CustomProperties, PropertyId = id, Name = name };
}
