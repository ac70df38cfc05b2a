using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests.Documents;

public class MailTests
{
    [Fact]
    public void The_head_gives_title_date_and_sender_and_the_plain_text_is_read_rather_than_the_html()
    {
        ReadDocument read = Read("""
            From: =?utf-8?Q?Ministry_of_Ports=2C_T=C5=8Dky=C5=8D?= <press@example.org>
            To: readers@example.org
            Subject: =?utf-8?B?UG9ydHMg?= =?utf-8?B?YW5kIGNoaXBz?=
            Date: Tue, 12 Mar 2024 23:30:00 +0900
            Content-Type: multipart/alternative; boundary="=_b"

            --=_b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            Japan and India agreed to share data on the caf=C3=A9s of their ports and to=
             build one more.

            --=_b
            Content-Type: text/html; charset=utf-8

            <p>Korea agreed to pay for all of it.</p>
            --=_b--
            """);
        (read.Document.Title, read.Document.Publisher, read.Document.Published?.ToString()).ShouldBe(("Ports and chips", "Ministry of Ports, Tōkyō <press@example.org>", "2024-03-12"));
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        commitment.Quote.ShouldBe("Japan and India agreed to share data on the cafés of their ports and to build one more");
        read.Document.Text![commitment.Start..commitment.End].ShouldBe(commitment.Quote);
        read.Document.Text.ShouldNotContain("Korea");
        read.Document.MediaType.ShouldBe("message/rfc822");
    }

    [Fact]
    public void What_is_replied_to_is_a_zone_and_attachments_are_named_and_not_opened()
    {
        ReadDocument read = Read("""
            From: press@example.org
            Subject: Re: Ports
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Japan agreed to share data with India.

            > Korea agreed to pay for it.

            On Tue, 12 Mar 2024, the Ministry wrote:

            Norway agreed to build a port.
            --b
            Content-Type: text/plain; name="note.txt"
            Content-Disposition: attachment; filename="note.txt"

            Canada agreed to build a road.
            --b--
            """);
        read.Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["JPN"]);
        read.Zones.Count(z => z.Kind == "quotation").ShouldBe(3);
        read.Notes.ShouldHaveSingleItem().ShouldContain("note.txt");
        read.Document.Text!.ShouldNotContain("Canada");
    }

    [Fact]
    public void Html_in_base64_is_read_without_its_hidden_words_and_a_korean_character_set_is_known()
    {
        string html = Convert.ToBase64String(Encoding.UTF8.GetBytes("<p>Japan and India agreed to share data.</p><p style='display:none'>Korea agreed to pay.</p>"));
        ReadDocument read = Read($"From: a@example.org\nSubject: Ports\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{html}\n");
        read.Of("commitment").ShouldHaveSingleItem();
        read.Document.Text!.ShouldNotContain("Korea");
        byte[] korean = [.. "From: a@example.org\nSubject: x\nContent-Type: text/plain; charset=euc-kr\n\n"u8, 0xC7, 0xD1, 0xB1, 0xB9];
        new Reading().Read(new MemoryStream(korean), "a.eml").Document.Text!.ShouldEndWith("한국");
    }

    [Theory]
    [InlineData("no head at all, just words in a file", "reading.damaged")]
    [InlineData("From: a@example.org\nContent-Type: text/plain; charset=klingon\n\nwords", "reading.encoding")]
    [InlineData("From: a@example.org\nDate: 31 Feb 2024\n\nwords", null)]
    public void Mail_that_cannot_be_read_is_a_fault_and_a_day_that_no_calendar_has_is_no_date(string mail, string? code)
    {
        if (code is not null)
        {
            Files.FaultOf(() => Read(mail)).ShouldBe(code);
            return;
        }

        Read(mail).Document.Published.ShouldBeNull();
    }

    [Fact]
    public void Parts_nested_above_the_limit_and_more_parts_than_the_limit_are_refused()
    {
        var deep = new StringBuilder("From: a@example.org\nContent-Type: multipart/mixed; boundary=b0\n\n");
        for (int i = 0; i < 100; i++)
        {
            deep.Append(System.Globalization.CultureInfo.InvariantCulture, $"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n");
        }

        Files.FaultOf(() => Read(deep.ToString())).ShouldBe("reading.too-deep");
        Files.FaultOf(() => Read("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 5000)))).ShouldBe("reading.too-large");
    }

    private static ReadDocument Read(string mail) => new Reading().Read(new MemoryStream(Encoding.UTF8.GetBytes(mail)), "a.eml");
}
