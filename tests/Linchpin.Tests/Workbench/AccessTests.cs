using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Linchpin.Tests.Workbench;

public sealed class AccessTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1.evil.example:80")]
    [InlineData("localhost.evil.example")]
    public async Task A_request_for_another_host_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        string page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("workbench.host");
        page.ShouldNotContain("Trilateral Chip Dialogue");
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/jobs/" + SampleJobs.Done + "/events")]
    [InlineData("POST", "/judgements")]
    [InlineData("POST", "/documents/add")]
    public async Task A_page_whose_name_was_rebound_to_this_machine_neither_reads_nor_changes(string method, string path)
    {
        // To the browser it is all one origin: only the name in the request tells.
        string name = "rebound.example:" + served.Address.Port;
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = name;
        request.Headers.Add("Origin", "http://" + name);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_other_names_of_loopback_are_served()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz");
        request.Headers.Host = "localhost:" + served.Address.Port;
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_change_that_another_site_asks_for_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/claims") { Content = new StringContent("x") };
        request.Headers.Add(header, value);
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("workbench.origin");
    }

    [Fact]
    public async Task Every_change_is_refused_without_the_token_of_a_page_and_as_another_reader()
    {
        served.Changes.Count.ShouldBeGreaterThan(1);
        foreach (string path in served.Changes)
        {
            using HttpResponseMessage bare = await served.Client.PostAsync(path, new FormUrlEncodedContent([new("back", "/")]));
            bare.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            (await bare.Content.ReadAsStringAsync()).ShouldContain("workbench.form");

            using HttpResponseMessage other = await served.Client.PostAsync(path + "?reader=KOR", new FormUrlEncodedContent([new("back", "/")]));
            other.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task No_page_seen_as_another_reader_or_on_an_earlier_day_offers_a_change()
    {
        (await served.Text("/jobs/" + SampleJobs.Interrupted)).ShouldContain("method=\"post\"");
        foreach (string path in PageAddresses.All)
        {
            string more = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            (await served.Text(path + more + "reader=KOR")).ShouldNotContain("method=\"post\"", customMessage: path);
            (await served.Text(path + more + "known-by=2025-02-03")).ShouldNotContain("method=\"post\"", customMessage: path);
        }
    }

    [Fact]
    public async Task A_head_of_every_page_is_answered_like_the_page()
    {
        foreach (string path in PageAddresses.All.Append("/api/lattice?partners=KOR,IND").Append("/healthz").Append($"/jobs/{SampleJobs.Done}/events"))
        {
            using HttpResponseMessage page = await served.Client.GetAsync(new Uri(path, UriKind.Relative));
            using HttpResponseMessage head = await served.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

            head.StatusCode.ShouldBe(page.StatusCode, path);
            (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Every_page_forbids_the_browser_to_run_or_load_anything_but_the_workbenchs_own_files()
    {
        foreach (string path in PageAddresses.All)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(path, UriKind.Relative));

            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'", customMessage: path);
            policy.ShouldContain("script-src 'self';");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
            answer.Headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue(path);
            string page = await answer.Content.ReadAsStringAsync();
            page.ShouldNotContain(" style=\"", customMessage: path);
            page.ShouldNotContain("<style", customMessage: path);
            page.ShouldNotContain("<script>", customMessage: path);
            page.ShouldNotContain("javascript:", customMessage: path);
        }
    }

    [Fact]
    public async Task A_document_full_of_scripts_reaches_the_page_as_text()
    {
        string page = (await served.Text("/documents/" + SampleRecord.ReadoutDocument.Id.Name)).Replace("&#x2B;", "+", StringComparison.Ordinal);

        page.ShouldContain("&lt;script&gt;window.stolen");
        page.ShouldContain("&lt;img src=x onerror=");
        page.ShouldContain("U+202E");
        page.ShouldContain("U+200B");
        page.ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task Of_an_html_document_the_markup_is_left_out_and_the_passage_is_marked()
    {
        string page = await served.Text("/documents/" + SampleRecord.PageDocument.Id.Name);

        page.ShouldContain("held its first meeting in Busan &amp; Ulsan on 3 June 2024");
        page.ShouldNotContain("window.stolen");
        page.ShouldNotContain("color:red");
        page.ShouldNotContain("hidden title");
    }

    [Fact]
    public async Task A_request_with_too_long_an_address_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?q=" + new string('x', 20_000));
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestUriTooLong);
    }

    [Fact]
    public async Task No_answer_to_a_bad_request_shows_the_inside_of_the_program()
    {
        foreach (string path in new[] { "/?partners=QQ", "/documents/%00", "/jobs/../../etc/passwd", "/jobs/%2e%2e", "/documents/x/pages/1.png", "/conflicts?class=none", "/nothing" })
        {
            string page = await served.Text(path);
            page.ShouldNotContain("   at Linchpin", customMessage: path);
            page.ShouldNotContain("Exception", customMessage: path);
            page.ShouldNotContain(".cs:line", customMessage: path);
        }
    }

    [Fact]
    public async Task An_asset_is_kept_by_the_browser_under_the_address_of_its_hash()
    {
        string page = await served.Text("/");
        string address = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/assets/style.css\\?v=[0-9a-f]+)\"").Groups[1].Value;
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(address, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
    }
}

public sealed class ConnectionTests(ServedNarrow served) : IClassFixture<ServedNarrow>
{
    [Fact]
    public async Task Connections_over_the_limit_are_closed_and_those_within_it_go_on()
    {
        // Clients that connect and say nothing hold their place; the next finds the door shut and not the workbench stopped.
        List<TcpClient> idle = [];
        for (int i = 0; i < ServedNarrow.Most; i++)
        {
            idle.Add(await Answered());
        }

        using (var over = new TcpClient(served.Address.Host, served.Address.Port))
        {
            (await Rest(over)).ShouldBeEmpty();
        }

        (await Rest(idle[0])).ShouldStartWith("HTTP/1.1 200");
        idle.ForEach(i => i.Dispose());
    }

    // Answered once, so that the server has the connection before the next one comes.
    private async Task<TcpClient> Answered()
    {
        var client = new TcpClient(served.Address.Host, served.Address.Port);
        await client.GetStream().WriteAsync(Ask(""));
        byte[] some = new byte[4096];
        var said = new StringBuilder();
        while (!said.ToString().Contains('}', StringComparison.Ordinal))
        {
            said.Append(Encoding.ASCII.GetString(some, 0, await client.GetStream().ReadAsync(some)));
        }

        return client;
    }

    private async Task<string> Rest(TcpClient client)
    {
        try
        {
            await client.GetStream().WriteAsync(Ask("Connection: close\r\n"));
            using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
            return await reader.ReadToEndAsync();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private byte[] Ask(string more) => Encoding.ASCII.GetBytes($"GET /healthz HTTP/1.1\r\nHost: {served.Address.Authority}\r\n{more}\r\n");
}
