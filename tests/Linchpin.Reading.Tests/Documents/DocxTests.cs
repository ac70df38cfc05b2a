using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Linchpin.Reading.Tests.Documents;

public class DocxTests
{
    private const string Space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Headings_lists_tables_and_notes_are_read_and_comments_are_not()
    {
        using var file = new MemoryStream();
        using (WordprocessingDocument document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new Style(new StyleName { Val = "Title" }) { StyleId = "T", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "heading 1" }) { StyleId = "H", Type = StyleValues.Paragraph },
                new Style(new StyleName { Val = "My heading" }, new BasedOn { Val = "H" }) { StyleId = "M", Type = StyleValues.Paragraph });
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(Words("separator")) { Type = FootnoteEndnoteValues.Separator, Id = 0 },
                new Footnote(Words("Korea agreed to pay for all of it.")) { Id = 1 });
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new Comments(new Comment(Words("Norway agreed to build a road.")) { Id = "1" });
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(new Body(
                Styled("T", "Ports and Chips"),
                Styled("M", "What was agreed"),
                new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                    new CommentRangeStart { Id = "1" },
                    new Run(new Text("Japan and India agreed to share data on ports in ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FootnoteReference { Id = 1 }),
                    new Run(new Text("Tokyo.")),
                    new CommentRangeEnd { Id = "1" }),
                new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new ParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 })), new Run(new Text("India should join the forum."))),
                new Table(new TableRow(new TableCell(Words("Country")), new TableCell(Words("Share"))), new TableRow(new TableCell(Words("Japan")), new TableCell(Words("12.5"))))));
            main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://192.0.2.1/template.dotx"));
        }

        ReadDocument read = Read(file.ToArray());
        read.Document.Title.ShouldBe("Ports and Chips");
        read.Document.Text.ShouldBe("Ports and Chips\n\nWhat was agreed\n\nJapan and India agreed to share data on ports in Tokyo.\n\nIndia should join the forum.\n\nCountry\tShare\n\nJapan\t12.5\n\nKorea agreed to pay for all of it.");
        read.Zones.Select(z => z.Kind).ShouldBe(["title", "heading", "table", "table", "footnotes"]);
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        commitment.Quote.ShouldEndWith("agreed to share data on ports in Tokyo");
        read.Original!.Map.Parts.Where(p => p.End > commitment.Start && p.Start < commitment.End).ShouldHaveSingleItem().Number.ShouldBe(3);
    }

    [Fact]
    public void Deleted_hidden_and_white_words_are_left_out_and_inserted_words_are_kept()
    {
        ReadDocument read = Body("""
            <w:p><w:r><w:t xml:space="preserve">Japan and </w:t></w:r><w:del><w:r><w:delText>Korea</w:delText></w:r></w:del><w:ins><w:r><w:t>India</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> agreed to share data.</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Norway agreed to pay.</w:t></w:r></w:p>
            <w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Canada agreed to pay.</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr><w:r><w:t>Chile agreed to pay.</w:t></w:r></w:p>
            <w:p><w:pPr><w:shd w:fill="000080"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>White words on blue are read.</w:t></w:r></w:p>
            <w:p><w:moveFrom><w:r><w:t>Peru agreed to pay.</w:t></w:r></w:moveFrom><w:r><w:fldChar/></w:r><w:r><w:instrText>INCLUDETEXT "http://192.0.2.1/"</w:instrText></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">France and Spain agreed </w:t></w:r></w:p><w:p><w:r><w:t>to build a port.</w:t></w:r></w:p>
            """, $"""<w:styles xmlns:w="{Space}"><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>""");
        read.Document.Text.ShouldBe("Japan and India agreed to share data.\n\nWhite words on blue are read.\n\nFrance and Spain agreed to build a port.");
        read.Of("commitment").Count.ShouldBe(2);
        read.Notes.ShouldHaveSingleItem().ShouldContain("hidden");
    }

    [Fact]
    public void A_text_box_is_read_once_and_beside_the_paragraph_that_holds_it()
    {
        ReadDocument read = Body("""
            <w:p><w:r><w:t xml:space="preserve">Japan and India </w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>agreed to share data.</w:t></w:r></w:p>
            """);
        read.Document.Text.ShouldBe("Japan and India agreed to share data.\n\nIn the box.");
    }

    [Fact]
    public void Entities_are_never_expanded() => FaultOf(Zip(("word/document.xml",
        $"""<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{Space}"><w:p><w:r><w:t>&b;&f;</w:t></w:r></w:p></w:document>"""))).ShouldBe("reading.damaged");

    [Fact]
    public void Nesting_above_the_limit_is_refused() => FaultOf(Document(string.Concat(Enumerable.Repeat("<w:sdt>", 100_000)))).ShouldBe("reading.too-deep");

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        byte[] many = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 100_000)));
        byte[] bomb = ZipOf("word/document.xml", to =>
        {
            to.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Space}\">"));
            for (int i = 0; i < 1_000; i++)
            {
                to.Write(many);
            }
        });
        bomb.Length.ShouldBeLessThan(8 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        FaultOf(bomb).ShouldBe("reading.too-large");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L << 20);
    }

    [Fact]
    public void An_archive_that_lies_about_the_length_of_a_part_is_never_unpacked_beyond_it()
    {
        byte[] lie = ZipOf("word/document.xml", to => to.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Space}\">" + string.Concat(Enumerable.Repeat("<w:p/>", 4_000_000)))));
        int entry = lie.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 0x01, 0x02]);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(lie.AsSpan(entry + 24), 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        FaultOf(lie).ShouldBe("reading.damaged");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(16L << 20);
    }

    [Fact]
    public void A_tag_or_a_text_without_end_is_refused()
    {
        FaultOf(ZipOf("word/document.xml", to => to.Write(Encoding.UTF8.GetBytes("<w:document a=\"" + new string('a', 8 << 20))))).ShouldBe("reading.too-large");
        FaultOf(ZipOf("word/document.xml", to => to.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Space}\"><w:p><w:r><w:t>" + new string('a', 8 << 20))))).ShouldBe("reading.too-large");
    }

    [Fact]
    public void An_archive_that_is_no_docx_or_is_cut_off_or_encrypted_or_old_is_refused_each_with_its_fault()
    {
        byte[] good = Document("<w:p><w:r><w:t>Japan and India agreed to share data.</w:t></w:r></w:p>");
        FaultOf(Zip(("a.txt", "words"))).ShouldBe("reading.binary");
        FaultOf(good[..^40]).ShouldBe("reading.truncated");
        FaultOf([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).ShouldBe("reading.encrypted");
        FaultOf([0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("WordDocument")]).ShouldBe("reading.binary");
        FaultOf(Document("<w:p></w:r>")).ShouldBe("reading.damaged");
        FaultOf(Document("<w:p/>")).ShouldBe("reading.empty");
    }

    [Fact]
    public void More_entries_than_the_limit_are_refused_before_the_archive_is_opened()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < 10_001; i++)
            {
                archive.CreateEntry($"{i}");
            }
        }

        FaultOf(file.ToArray()).ShouldBe("reading.too-large");
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Words(string words) => new(new Run(new Text(words)));

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Styled(string style, string words) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(words)));

    private static ReadDocument Body(string body, string? styles = null) => Read(styles is null ? Document(body) : Zip(("word/document.xml", Xml(body)), ("word/styles.xml", styles)));

    private static byte[] Document(string body) => Zip(("word/document.xml", Xml(body)));

    private static string Xml(string body) => $"""<w:document xmlns:w="{Space}"><w:body>{body}</w:body></w:document>""";

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string content) in parts)
            {
                using Stream to = archive.CreateEntry(name).Open();
                to.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static byte[] ZipOf(string name, Action<Stream> write)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream to = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            write(to);
        }

        return file.ToArray();
    }

    private static ReadDocument Read(byte[] file) => new Reading().Read(new MemoryStream(file), "a.docx");

    private static string FaultOf(byte[] file) => Files.FaultOf(() => Read(file));
}
