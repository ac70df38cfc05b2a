using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests.Documents;

public class BadInputTests
{
    [Theory]
    [InlineData("empty.txt", "reading.empty")]
    [InlineData("only-white-space.txt", "reading.empty")]
    [InlineData("nul-byte.txt", "reading.binary")]
    [InlineData("pdf-cut-off-named-as-text.txt", "reading.truncated")]
    [InlineData("mixed-encodings.txt", "reading.encoding")]
    [InlineData("utf-16-cut-in-half.txt", "reading.encoding")]
    public void A_document_that_is_no_text_is_refused_with_its_fault(string file, string code) =>
        Files.FaultOf(() => new Reading().ReadFile(Files.Path("BadInput", file))).ShouldBe(code);

    [Theory]
    [InlineData("index-without-file-column.csv")]
    [InlineData("index-row-without-file.csv")]
    public void An_index_that_names_no_files_is_refused(string file)
    {
        using FileStream csv = File.OpenRead(Files.Path("BadInput", file));
        Files.FaultOf(() => DocumentIndex.Read(csv, file)).ShouldBe("reading.index");
    }

    [Fact]
    public void A_missing_file_and_a_folder_are_two_faults()
    {
        Files.FaultOf(() => new Reading().ReadFile(Files.Path("BadInput", "not-there.txt"))).ShouldBe("reading.missing");
        Files.FaultOf(() => new Reading().ReadFile(AppContext.BaseDirectory)).ShouldBe("reading.folder");
    }

    [Fact]
    public void A_document_above_the_limit_is_refused_before_it_is_read()
    {
        using var endless = new Endless(200L << 20, canSeek: true);
        Files.FaultOf(() => new Reading().Read(endless, "large.txt")).ShouldBe("reading.too-large");
        endless.BytesRead.ShouldBe(0);
    }

    [Fact]
    public void A_stream_of_unknown_length_is_refused_as_soon_as_it_passes_the_limit()
    {
        using var endless = new Endless(long.MaxValue, canSeek: false);
        Files.FaultOf(() => new Reading(1 << 20).Read(endless, "endless.txt")).ShouldBe("reading.too-large");
        endless.BytesRead.ShouldBeLessThan(2 << 20);
    }

    [Fact]
    public void Nesting_above_the_limit_is_refused_and_never_overflows_the_stack() =>
        Files.FaultOf(() => Files.Read(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "text", "deep.html")).ShouldBe("reading.too-deep");

    [Fact]
    public void Scripts_comments_and_hidden_words_are_neither_found_nor_quoted()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("BadInput", "script-and-hidden.html"));
        read.Of("commitment").Count.ShouldBe(1);
        foreach (Item item in read.Items)
        {
            foreach (string unseen in new[] { "run this", "nothing", "stay hidden", "white words", "template" })
            {
                item.Quote.ShouldNotContain(unseen);
            }
        }
    }

    [Fact]
    public void A_day_that_no_calendar_has_dates_nothing()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("BadInput", "dates-that-no-calendar-has.txt"));
        foreach (Item item in read.Items.Where(i => i.Date is not null))
        {
            PartialDate.TryParse(item.Date, out PartialDate _).ShouldBeTrue(item.Date);
            item.Date.ShouldNotBeOneOf("2024-02-31", "2023-06-31");
        }
    }

    [Fact]
    public void One_line_of_two_megabytes_without_a_stop_is_read()
    {
        string line = string.Concat(Enumerable.Repeat("Japan and India and ", 100_000));
        Should.NotThrow(() => Files.Read(line));
        Should.NotThrow(() => Files.Read(new string('a', 2_000_000)));
        Should.NotThrow(() => Files.Read(new string('(', 200_000)));
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => new Reading().Read(new MemoryStream("Japan agreed to it."u8.ToArray()), "a.txt", null, cancel.Token));
    }

    /// <summary>A stream of letters that counts what was taken from it.</summary>
    private sealed class Endless(long length, bool canSeek) : Stream
    {
        internal long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            BytesRead += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
