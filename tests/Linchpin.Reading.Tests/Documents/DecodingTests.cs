using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests.Documents;

public class DecodingTests
{
    private const string Words = "Côte d’Ivoire and Japan agreed to share data in Seoul.";

    [Fact]
    public void The_same_words_in_five_encodings_give_the_same_passages()
    {
        byte[] windows = [.. Words.Select(c => c == '’' ? (byte)0x92 : (byte)c)];
        (byte[] Bytes, string Name)[] all =
        [
            (Encoding.UTF8.GetBytes(Words), "UTF-8"),
            ([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Words)], "UTF-8 with a byte order mark"),
            ([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Words)], "UTF-16, little endian"),
            ([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Words)], "UTF-16, big endian"),
            (windows, "Windows-1252"),
        ];
        string[] expected = [.. Read(all[0].Bytes).Items.Select(i => i.ToJsonLine())];
        expected.Length.ShouldBeGreaterThan(2);
        foreach ((byte[] bytes, string name) in all)
        {
            ReadDocument read = Read(bytes);
            read.Encoding.ShouldBe(name);
            read.Items.Select(i => i.ToJsonLine()).ShouldBe(expected);
        }

        static ReadDocument Read(byte[] bytes) => new Reading().Read(new MemoryStream(bytes), "a.txt");
    }

    [Fact]
    public void The_same_bytes_under_two_names_are_one_document() =>
        Files.Read(Words, "a.txt").Document.Id.ShouldBe(Files.Read(Words, "b.txt").Document.Id);

    [Fact]
    public void A_passage_across_inline_markup_and_entities_is_exact_in_the_source()
    {
        const string html = "<p>Japan&nbsp;&amp; <b>India</b> agreed to <i>share</i> data.</p>";
        Item commitment = Files.Read(html, "a.html").Of("commitment").ShouldHaveSingleItem();
        commitment.Quote.ShouldBe(html[commitment.Start..commitment.End]);
        commitment.Quote.ShouldEndWith("<i>share</i> data");
        commitment.What.ShouldBe("agreed to share data");
    }

    [Fact]
    public void Markdown_passages_count_the_source_with_its_marks()
    {
        const string markdown = "# Meeting\n\nJapan and India **agreed to** [share data](https://example.org/a) on chips.\n";
        Item commitment = Files.Read(markdown, "a.md").Of("commitment").ShouldHaveSingleItem();
        markdown[commitment.Start..commitment.End].ShouldBe(commitment.Quote);
        commitment.Sectors.ShouldBe(["semiconductors"]);
    }

    [Fact]
    public void A_sentence_goes_on_after_a_footnote_and_a_running_header()
    {
        const string text = "A paper about ports\n\nJapan and India have met often in recent years and in the end the two countries agreed to share their data on the\n\n1 Somebody, “A Note,” 2021, https://example.org/a.\n\nA paper about ports\n\nsafety of ports and of shipping lanes.\n";
        Item commitment = Files.Read(text).Of("commitment").ShouldHaveSingleItem();
        commitment.Segments.Count.ShouldBe(2);
        commitment.What!.ShouldEndWith("data on the safety of ports and of shipping lanes");
    }

    [Theory]
    [InlineData("Ports of Call\n\nDECEMBER 2022\n\nJapan and India met in Tokyo and spoke about their ports for a whole day, as they had the year before and the year before that one too, at length.", "2022-12", "line of the title block")]
    [InlineData("SEOUL, August 28, 2024 — Korea and India held their first forum on ports in the capital on Wednesday.", "2024-08-28", "dateline")]
    [InlineData("In March 2024 Korea and India held a forum on ports.", null, null)]
    public void A_document_is_dated_by_what_stands_in_it_as_its_own_date_only(string text, string? date, string? basis)
    {
        Document document = Files.Read(text).Document;
        document.Published?.ToString().ShouldBe(date);
        document.PublishedBasis.ShouldBe(basis);
    }

    [Fact]
    public void An_index_gives_dates_with_their_basis_and_is_no_document()
    {
        const string csv = "file,publisher,title,date,kind\na.txt,\"A House, Seoul\",Ports,2024-03 (inferred from the meeting),news report\nb.txt,not stated,no title in the text,,brief\n";
        DocumentIndex.IsIndex("index.csv", csv.Split('\n')[0]).ShouldBeTrue();
        DocumentIndex.IsIndex("data.csv", "year,value").ShouldBeFalse();
        DocumentIndex index = DocumentIndex.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "index.csv");
        DocumentFacts a = index.For("/somewhere/a.txt")!;
        (a.Publisher, a.Published?.ToString(), a.PublishedBasis).ShouldBe(("A House, Seoul", "2024-03", "inferred from the meeting, by the index"));
        DocumentFacts b = index.For("b.txt")!;
        (b.Publisher, b.Title, b.Published).ShouldBe((null, null, null));
        index.For("c.txt").ShouldBeNull();
    }
}
