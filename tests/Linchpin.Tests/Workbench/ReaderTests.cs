using System.Net;

namespace Linchpin.Tests.Workbench;

public sealed class ReaderTests(Served served) : IClassFixture<Served>
{
    private static readonly string[] Api =
    [
        "/api/lattice?partners=KOR,IND,USA", "/api/claims?most=500", "/api/entities/mechanism", "/api/entities/risk", "/api/documents", "/api/mechanisms", "/api/actors", "/api/people", "/api/commitments", "/api/conflicts",
        "/api/search?q=round", "/api/brief?partners=KOR,IND,USA",
    ];

    [Fact]
    public async Task No_page_and_no_answer_for_a_reader_holds_what_the_reader_may_not_see()
    {
        (await served.Text("/mechanisms")).ShouldContain(SampleRecord.SecretWord);
        foreach (string path in PageAddresses.All.Concat(Api).Concat(["/search?q=round", "/mechanisms?sort=members"]))
        {
            foreach (string reader in new[] { "KOR", "public" })
            {
                string page = await served.Text(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "reader=" + reader);

                page.ShouldNotContain(SampleRecord.SecretWord, Case.Insensitive, path);
                page.ShouldNotContain(SampleRecord.PaperDocument.Id.Name, Case.Insensitive, path);
            }
        }
    }

    [Fact]
    public async Task What_a_reader_may_not_see_and_what_is_not_there_are_answered_alike()
    {
        async Task<(HttpStatusCode, string)> Answer(string name)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(new Uri($"/mechanisms/{name}?reader=KOR", UriKind.Relative));
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace(name, "", StringComparison.Ordinal));
        }

        (await Answer(SampleRecord.SecretWord)).ShouldBe(await Answer("never-there"));
    }

    [Fact]
    public async Task Links_of_a_readers_page_keep_the_reader()
    {
        string page = await served.Text("/mechanisms?reader=KOR");

        page.ShouldContain("href=\"/mechanisms/chip-dialogue?reader=KOR\"");
        page.ShouldContain("href=\"/commitments?reader=KOR\"");
    }
}

public sealed class ShelfTests : IAsyncLifetime
{
    private readonly ServedEmpty _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task What_is_stored_between_two_requests_shows_in_the_second_to_whom_it_may_be_shown()
    {
        (await _served.Text("/mechanisms")).ShouldContain("class=\"empty\"");
        (await _served.Text("/mechanisms?reader=KOR")).ShouldContain("class=\"empty\"");
        foreach (Linchpin.Claims.Deposit deposit in SampleRecord.Deposits())
        {
            _served.Append(deposit);
        }

        (await _served.Text("/mechanisms")).ShouldContain(SampleRecord.SecretWord);
        string korean = await _served.Text("/mechanisms?reader=KOR");
        korean.ShouldContain("Trilateral Chip Dialogue");
        korean.ShouldNotContain(SampleRecord.SecretWord);
        (await _served.Text("/mechanisms")).ShouldContain(SampleRecord.SecretWord);
    }
}

public sealed class EmptyRecordTests(ServedEmpty served) : IClassFixture<ServedEmpty>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/commitments")]
    [InlineData("/mechanisms")]
    [InlineData("/actors")]
    [InlineData("/people")]
    [InlineData("/views")]
    [InlineData("/exposures")]
    [InlineData("/chokepoints")]
    [InlineData("/scenarios")]
    [InlineData("/trade")]
    [InlineData("/conflicts")]
    [InlineData("/documents")]
    [InlineData("/sources")]
    [InlineData("/brief")]
    [InlineData("/search?q=anything")]
    [InlineData("/claims")]
    [InlineData("/entities/risk")]
    public async Task A_page_over_an_empty_record_says_what_to_do(string path)
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("class=\"empty\"");
    }
}
