using Linchpin.Claims;

namespace Linchpin.Reading.Tests.Documents;

public class PdfTests
{
    [Fact]
    public void Two_columns_are_read_one_after_the_other_and_a_word_broken_between_lines_is_one()
    {
        ReadDocument read = Read(new PdfFile().Page()
            .Lines(60, 80, 24, "Ports and Chips")
            .Lines(60, 140, 11, "In March 2024 Japan and India agreed to estab-", "lish a joint office for semiconductors in", "Tokyo. The two governments have met often", "and their officials know one another well")
            .Lines(320, 140, 11, "from many years of trade. Korea and Japan", "should share data on the supply of chips", "with each other before the end of 2026.", "So much for what was said in the spring."));
        read.Document.Title.ShouldBe("Ports and Chips");
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        commitment.Quote.ShouldBe("Japan and India agreed to estab-\nlish a joint office for semiconductors in\nTokyo");
        commitment.What.ShouldBe("agreed to establish a joint office for semiconductors in Tokyo");
        read.Document.Text!.ShouldContain("know one another well\nfrom many years of trade");
        read.Of("recommendation").ShouldHaveSingleItem().WhoShould.ShouldBe(["JPN", "KOR"], ignoreOrder: true);
    }

    [Fact]
    public void Running_headers_page_numbers_and_notes_stand_apart_from_a_sentence_that_goes_over_the_page()
    {
        var file = new PdfFile();
        for (int page = 1; page <= 3; page++)
        {
            file.Page().Words(200, 40, "A Paper about Ports", 9).Words(290, 820, $"{page}", 9);
            file.Lines(60, 100, 11, "Officials have written about ports for a long time and many of them have read what", "the others wrote, which is why this paragraph is long enough to set the size of letters.");
            file.Lines(60, 160, 11, page == 2 ? "lanes of shipping that both of them use." : "Another paragraph that says nothing at all about anybody in particular.");
            if (page == 1)
            {
                file.Lines(60, 220, 11, "Trade has grown in each of the last ten years, by the figures of both governments, and", "in the end Japan and India agreed to share their data on the safety of ports and on the")
                    .Words(480, 229, "7", 6).Lines(60, 760, 8, "7 Ministry of Ports, \"Joint Statement\", 2021. Korea agreed to pay for all of it.");
            }
        }

        ReadDocument read = Read(file);
        string text = read.Document.Text!;
        text.IndexOf("A Paper about Ports", StringComparison.Ordinal).ShouldBeGreaterThan(text.IndexOf("Another paragraph", StringComparison.Ordinal));
        read.Zones.Count(z => z.Kind == "furniture").ShouldBe(1);
        read.Zones.Count(z => z.Kind == "footnotes").ShouldBe(1);
        read.Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["IND", "JPN"], ignoreOrder: true);
    }

    [Fact]
    public void Every_line_of_a_passage_has_its_page_and_box()
    {
        ReadDocument read = Read(new PdfFile().Page().Lines(60, 100, 11, "Nothing yet.").Page().Lines(72, 200, 12, "Japan and India agreed to share data on the", "safety of ports."));
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        MapLine[] lines = [.. read.Original!.Map.LinesOf(commitment.Start, commitment.End)];
        lines.Select(l => l.Page).ShouldBe([2, 2]);
        lines[0].Left.ShouldBe(72, 0.5);
        lines[0].Top.ShouldBeInRange(186, 193);
        lines[0].Bottom.ShouldBeInRange(200, 206);
        lines[1].Top.ShouldBe(lines[0].Top + 14.4, 0.1);
        read.Original.Map.Pages.ShouldBe([new MapPage(595, 842), new MapPage(595, 842)]);
    }

    [Fact]
    public void A_map_that_was_written_reads_the_held_text_as_it_was_first_read()
    {
        ReadDocument read = Read(new PdfFile().Page().Lines(60, 100, 11, "Japan and India agreed to estab-", "lish an office in Tokyo."));
        using var kept = new MemoryStream();
        read.Original!.Map.Write(kept);
        kept.Position = 0;
        PositionMap map = PositionMap.Read(kept, "map");
        ReadDocument again = Reading.ReadHeld(read.Document, map);
        again.Items.Select(i => i.ToJsonLine()).ShouldBe(read.Items.Select(i => i.ToJsonLine()));
        Files.FaultOf(() => Reading.ReadHeld(read.Document with { Text = "another text" }, map)).ShouldBe("reading.map");
    }

    [Fact]
    public void A_page_is_drawn_as_a_picture()
    {
        byte[] picture = new Reading().PictureOfPage(new PdfFile().Page().Words(60, 100, "Japan").Bytes(), 1, 300);
        picture.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
    }

    [Fact]
    public void A_missing_poppler_is_named_with_the_way_to_get_it()
    {
        Fault fault = Should.Throw<FaultException>(() => new Reading(poppler: Files.Path("BadInput", "")).Read(new MemoryStream(new PdfFile().Page().Words(60, 100, "Japan").Bytes()), "a.pdf")).Fault;
        fault.Kind.Code.ShouldBe("reading.program-missing");
        fault.Remedy.ShouldContain("apt-get install poppler-utils");
    }

    [Fact]
    public void A_pdf_without_text_or_without_its_end_or_with_a_password_is_refused_each_with_its_fault()
    {
        var page = new PdfFile().Page().Words(60, 100, "Japan and India agreed to share data.");
        FaultOf(new PdfFile().Page().Draw("100 100 200 200 re f").Bytes()).ShouldBe("reading.no-text");
        FaultOf(page.Bytes()[..^300]).ShouldBe("reading.truncated");
        FaultOf("%PDF-1.4 nothing more %%EOF"u8.ToArray()).ShouldBe("reading.damaged");
        string key = string.Concat(Enumerable.Repeat("3A", 32));
        FaultOf(page.Bytes($"/Encrypt 6 0 R/ID[<{key}><{key}>]", $"<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>")).ShouldBe("reading.encrypted");
    }

    [Fact]
    public void Words_in_white_on_white_are_no_part_of_the_text()
    {
        ReadDocument read = Read(new PdfFile().Page().Lines(60, 100, 11, "Japan and India agreed to share data.").Words(60, 140, "Korea agreed to pay for all of it.", grey: 1));
        read.Document.Text!.ShouldNotContain("Korea");
        read.Notes.ShouldHaveSingleItem().ShouldContain("8 words");
    }

    [Fact]
    public void A_cancelled_reading_ends_the_extractor()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => new Reading().Read(new MemoryStream(new PdfFile().Page().Words(60, 100, "Japan").Bytes()), "a.pdf", null, cancel.Token));
    }

    private static ReadDocument Read(PdfFile file) => new Reading().Read(new MemoryStream(file.Bytes()), "a.pdf");

    private static string FaultOf(byte[] file) => Files.FaultOf(() => new Reading().Read(new MemoryStream(file), "a.pdf"));
}
