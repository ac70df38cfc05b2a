using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Linchpin.Tests.Workbench;

/// <summary>What the workbench bears from clients that send too much or too slowly.</summary>
public sealed class LimitTests(ServedStrict served) : IClassFixture<ServedStrict>
{
    private const int MiB = 1 << 20;

    [Fact]
    public async Task A_file_over_the_limit_is_refused_by_itself_and_one_of_just_the_limit_is_read()
    {
        using HttpResponseMessage answer = await served.HandIn(await served.Token(), [("just.txt", new string('a', MiB)), ("over.txt", new string('b', MiB + 1)), ("small.txt", "A text.")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        JsonElement[] items = [.. (await served.Ended(answer.Headers.Location!)).GetProperty("items").EnumerateArray()];
        items.Select(i => i.GetProperty("name").GetString()).ShouldBe(["just.txt", "over.txt", "small.txt"]);
        items.Select(i => i.TryGetProperty("fault", out JsonElement fault) && fault.ValueKind == JsonValueKind.Object ? fault.GetProperty("code").GetString() : null).ShouldBe([null, "workbench.too-large", null]);
        items[1].GetProperty("fault").GetProperty("cause").GetString().ShouldBe("The file is larger than 1 MiB.");
        Directory.EnumerateFiles(served.Folder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("ledger.db", StringComparison.Ordinal) && new FileInfo(f).Length > MiB).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_say_how_large_it_is_and_comes_to_too_much_is_refused_and_nothing_of_it_is_kept()
    {
        int before = Directory.GetDirectories(Path.Combine(served.Folder, "jobs")).Length;
        string token = await served.Token();
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        for (int i = 0; i < 4; i++)
        {
            form.Add(new ByteArrayContent(new byte[MiB]), "files", $"{i}.txt");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents/add") { Content = form };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("More was handed in than said.");
        Directory.GetDirectories(Path.Combine(served.Folder, "jobs")).Length.ShouldBe(before);
    }

    [Fact]
    public async Task A_file_without_end_is_cut_off()
    {
        var endless = new Endless();
        string token = await served.Token();
        using var form = new MultipartFormDataContent("x") { { new StringContent(token), "__RequestVerificationToken" }, { new StreamContent(endless), "files", "endless.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents/add") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        // The answer comes while the client still writes: it may see it, or only that the connection has gone.
        try
        {
            using HttpResponseMessage answer = await served.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
        }

        endless.Position.ShouldBeLessThan(64 * MiB);
        (await served.Client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("POST /documents/add HTTP/1.1\r\nHost: {0}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n")]
    [InlineData("POST /judgements HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nreason=")]
    [InlineData("GET / HTTP/1.1\r\nHost: {0}\r\nX-Slow: ")]
    public async Task A_request_that_does_not_go_on_is_cut_off_and_others_are_served(string begun)
    {
        using var slow = new TcpClient(served.Address.Host, served.Address.Port);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Format(null, begun, served.Address.Authority)));
        (await served.Client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var reader = new StreamReader(slow.GetStream(), Encoding.ASCII);
        string said = await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
        said.ShouldStartWith("HTTP/1.1 4");
    }

    private sealed class Endless : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            _read += count;
            return _read < 1L << 28 ? count : 0;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
