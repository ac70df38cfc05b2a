using System.Net;
using System.Text.Json;

namespace Linchpin.Tests.Workbench;

public sealed class UploadTests(ServedEmpty served) : IClassFixture<ServedEmpty>
{
    private const string Text = "On {0} May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra. The two sides agreed to share data on cobalt by the end of 2022.";

    [Fact]
    public async Task Files_that_were_handed_in_are_read_under_their_label_with_the_titles_of_their_index()
    {
        using HttpResponseMessage answer = await served.HandIn(
            await served.Token(),
            [("index.csv", "file,title,publisher,date\nfirst.txt,The first readout,Sample office,2021-05-15\n"), ("../../first.txt", string.Format(null, Text, 1)), (".hidden", "x"), ("noise.bin", "\0\u0001\0\u0002")],
            ("tlp", "GREEN"), ("releasable-to", "JPN, AUS"));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        JsonElement job = await served.Ended(answer.Headers.Location!);
        job.GetProperty("state").GetString().ShouldBe("done");
        JsonElement[] items = [.. job.GetProperty("items").EnumerateArray()];
        items.Select(i => i.GetProperty("name").GetString()).ShouldBe(["index.csv", "first.txt", "noise.bin"]);
        items[2].GetProperty("fault").GetProperty("code").GetString().ShouldBe("reading.binary");
        JsonElement document = await served.Json("/api" + items[1].GetProperty("address").GetString());
        document.GetProperty("title").GetString().ShouldBe("The first readout");
        document.GetProperty("handling").GetProperty("display").GetString().ShouldBe("TLP:GREEN · releasable to AUS, JPN");
        (await served.Text(items[1].GetProperty("address").GetString() + "?reader=JPN")).ShouldContain("The first readout");
        (await served.Client.GetAsync(new Uri(items[1].GetProperty("address").GetString() + "?reader=KOR", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_label_nothing_that_was_handed_in_is_released()
    {
        using HttpResponseMessage answer = await served.HandIn(await served.Token(), [("unlabelled.txt", string.Format(null, Text, 2))], ("tlp", ""));
        JsonElement job = await served.Ended(answer.Headers.Location!);

        string document = job.GetProperty("items")[0].GetProperty("address").GetString()!;
        (await served.Json("/api" + document)).GetProperty("handling").GetProperty("display").GetString().ShouldBe("not labelled");
        (await served.Client.GetAsync(new Uri(document + "?reader=AUS", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_pasted_text_is_read_with_its_title_publisher_and_date()
    {
        using HttpResponseMessage answer = await served.HandIn(
            await served.Token(), [], ("text", string.Format(null, Text, 3)), ("title", "Notes of the talks"), ("publisher", "Sample office"), ("date", "2021-05"));
        JsonElement job = await served.Ended(answer.Headers.Location!);

        JsonElement document = await served.Json("/api" + job.GetProperty("items")[0].GetProperty("address").GetString());
        (document.GetProperty("title").GetString(), document.GetProperty("publisher").GetString(), document.GetProperty("published").GetString()).ShouldBe(("Notes of the talks", "Sample office", "2021-05"));
        document.GetProperty("fileName").GetString().ShouldBe("notes-of-the-talks.txt");
    }

    [Theory]
    [InlineData("date", "yesterday", "workbench.field")]
    [InlineData("tlp", "PURPLE", "workbench.field")]
    [InlineData("releasable-to", "KOR", "workbench.field")]
    [InlineData("hold-until", "soon", "workbench.field")]
    public async Task A_field_that_is_not_understood_is_named(string field, string value, string code)
    {
        using HttpResponseMessage answer = await served.HandIn(await served.Token(), [], ("text", "A text."), (field, value));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
    }

    [Fact]
    public async Task Nothing_is_kept_of_files_that_no_page_of_this_run_asked_for()
    {
        int before = (await served.Json("/api/jobs")).GetProperty("total").GetInt32();
        await served.Token();
        using HttpResponseMessage answer = await served.HandIn("made up", [("a.txt", "A text.")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("workbench.form");
        (await served.Json("/api/jobs")).GetProperty("total").GetInt32().ShouldBe(before);
    }

    [Fact]
    public async Task A_request_that_says_it_is_too_large_is_refused_before_it_is_sent()
    {
        // The body is never written: a server that waited for it would not answer.
        using var socket = new System.Net.Sockets.TcpClient(served.Address.Host, served.Address.Port);
        using var stream = socket.GetStream();
        byte[] head = System.Text.Encoding.ASCII.GetBytes(
            $"POST /documents/add HTTP/1.1\r\nHost: {served.Address.Authority}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {300L << 20}\r\n\r\n");
        await stream.WriteAsync(head);
        using var reader = new StreamReader(stream);

        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 413 Payload Too Large");
    }

    [Fact]
    public async Task Every_other_address_keeps_its_small_limit()
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await served.Token()), new("reason", new string('x', 2 << 20))]);
        using HttpResponseMessage answer = await served.Client.PostAsync(new Uri("/judgements", UriKind.Relative), form);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused_and_leaves_nothing()
    {
        string token = await served.Token();
        using var broken = new StringContent($"--x\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nA text that");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using HttpResponseMessage answer = await served.Client.PostAsync(new Uri("/documents/add", UriKind.Relative), broken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("workbench.request");
    }
}
