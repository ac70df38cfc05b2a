using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

public sealed class ApiTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task The_api_gives_the_commitments_that_the_page_shows()
    {
        string page = await served.Text("/commitments?sort=-made");
        JsonElement answer = await served.Json("/api/commitments?sort=-made");

        string[] listed = [.. answer.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("what").GetString()!)];
        listed.ShouldContain("host a working group on packaging");
        string[] shown = [.. Regex.Matches(page, "<th scope=\"row\" class=\"wide\"><a[^>]*><bdi>([^<]*)</bdi>").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];
        shown.ShouldBe(listed);
    }

    [Fact]
    public async Task The_api_gives_the_exposures_that_the_page_shows_and_ranks_no_region_as_a_country()
    {
        string page = await served.Text("/exposures?user=KOR");
        JsonElement answer = await served.Json("/api/exposures?user=KOR");

        JsonElement[] items = [.. answer.GetProperty("items").EnumerateArray()];
        double[] shown = [.. Regex.Matches(page, "data-value=\"([^\"]*)\"").Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        shown.ShouldBe([.. items.SelectMany(i => new[] { Share(i, "face-value-share"), Share(i, "look-through-share") })]);

        // The largest share of all belongs to the rest of the world, which is no country and comes last.
        items[^1].GetProperty("supplier").GetProperty("id").GetString().ShouldBe("country/ROW");
        items[^1].GetProperty("supplierIsCountry").GetBoolean().ShouldBeFalse();
        items[0].GetProperty("supplier").GetProperty("id").GetString().ShouldBe("country/CHN");

        static double Share(JsonElement item, string measure) => item.GetProperty("measures").GetProperty(measure).GetProperty("value").GetProperty("number").GetDouble();
    }

    [Fact]
    public async Task A_claim_of_the_api_carries_its_passage_word_for_word()
    {
        JsonElement document = await served.Json("/api/documents/" + SampleRecord.ReadoutDocument.Id.Name);
        string text = document.GetProperty("text").GetString()!;

        text.ShouldBe(SampleRecord.Readout);
        JsonElement[] claims = [.. document.GetProperty("claimsMade").EnumerateArray()];
        claims.ShouldNotBeEmpty();
        foreach (JsonElement source in claims.Select(c => c.GetProperty("source")))
        {
            text[source.GetProperty("start").GetInt32()..source.GetProperty("end").GetInt32()].ShouldBe(source.GetProperty("quote").GetString());
        }
    }

    [Fact]
    public async Task A_conflict_shows_both_sides_on_the_page_and_in_the_api()
    {
        JsonElement conflict = (await served.Json("/api/conflicts")).GetProperty("items").EnumerateArray().Single();
        conflict.GetProperty("property").GetString().ShouldBe("date");
        conflict.GetProperty("sides").EnumerateArray().Select(s => s.GetProperty("value").GetProperty("date").GetString()).ShouldBe(["2024-03-14", "2024-03-15"], ignoreOrder: true);

        string page = await served.Text("/conflicts");
        page.ShouldContain("Seoul, 14 March 2024");
        page.ShouldContain("Officials met in Seoul on 15 March 2024");
    }

    [Fact]
    public async Task A_long_list_comes_in_parts_that_together_are_the_whole()
    {
        JsonElement whole = await served.Json("/api/claims?most=500");
        int total = whole.GetProperty("total").GetInt32();
        var ids = new List<string>();
        for (int skip = 0; skip < total; skip += 7)
        {
            JsonElement part = await served.Json($"/api/claims?skip={skip}&most=7");
            part.GetProperty("total").GetInt32().ShouldBe(total);
            ids.AddRange(part.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
        }

        ids.ShouldBe(whole.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
    }

    [Theory]
    [InlineData("/api/lattice?partners=KOR,IND,USA")]
    [InlineData("/api/mechanisms")]
    [InlineData("/api/actors")]
    [InlineData("/api/people")]
    [InlineData("/api/views")]
    [InlineData("/api/mechanisms/chip-dialogue/agenda?on=2024-03-16")]
    [InlineData("/api/continuity?partners=KOR,IND,USA&on=2024-07-15")]
    [InlineData("/api/changes?from=2024-01-01&to=2025-02-03")]
    [InlineData("/api/search?q=gallium")]
    [InlineData("/api/brief?partners=KOR,IND,USA")]
    [InlineData("/api/entities/commitment")]
    [InlineData("/api/entities/commitment/packaging")]
    [InlineData("/api/datasets")]
    [InlineData("/api/datasets/sample-2011")]
    [InlineData("/healthz")]
    public async Task Every_address_of_the_api_answers_in_json(string path)
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        json.RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task The_api_description_lists_every_address_with_its_settings()
    {
        JsonElement description = await served.Json("/openapi/v1.json");
        JsonElement paths = description.GetProperty("paths");

        paths.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "/api/actors", "/api/brief", "/api/changes", "/api/chokepoints", "/api/claims", "/api/commitments", "/api/concentrations", "/api/conflicts", "/api/continuity", "/api/datasets", "/api/datasets/{name}", "/api/documents", "/api/documents/{name}", "/api/entities/{kind}",
            "/api/entities/{kind}/{name}", "/api/exposures", "/api/jobs", "/api/jobs/{id}", "/api/judgements", "/api/lattice", "/api/mechanisms", "/api/mechanisms/{name}/agenda", "/api/network", "/api/people", "/api/plans", "/api/plans/{name}", "/api/review", "/api/scenarios", "/api/scenarios/build", "/api/scenarios/{name}", "/api/search", "/api/trade", "/api/views", "/healthz",
        ]);
        foreach (JsonProperty path in paths.EnumerateObject().Where(p => p.Name != "/healthz"))
        {
            string[] settings = [.. path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];
            settings.ShouldContain("reader", path.Name);
            foreach (Match place in Regex.Matches(path.Name, "{(.*?)}"))
            {
                settings.ShouldContain(place.Groups[1].Value, path.Name);
            }
        }
    }

    [Theory]
    [InlineData("/api/nothing", 404, "workbench.not-found")]
    [InlineData("/api/documents/0000000000000000", 404, "workbench.not-found")]
    [InlineData("/api/commitments?reder=KOR", 400, "workbench.query")]
    [InlineData("/api/commitments?reader=KOR&reader=desk", 400, "workbench.query")]
    [InlineData("/api/commitments?as-of=2024-02-30", 400, "workbench.query")]
    [InlineData("/api/commitments?most=many", 400, "workbench.query")]
    [InlineData("/api/commitments?party=XYZ", 400, "claims.country-unknown")]
    [InlineData("/api/lattice?partners=KOR", 400, "workbench.partners")]
    [InlineData("/api/claims?subject=nonsense", 400, "claims.entity-id")]
    [InlineData("/api/commitments?reader=nobody-known", 404, "ledger.reader-unknown")]
    public async Task A_fault_of_the_api_is_problem_json_with_code_cause_and_remedy(string path, int status, string code)
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(path, UriKind.Relative));

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.RootElement.GetProperty("remedy").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task A_fault_page_shows_the_same_code_and_nothing_of_the_programs_inside()
    {
        string page = await served.Text("/commitments?as-of=yesterday");

        page.ShouldContain("workbench.query");
        page.ShouldContain("YYYY-MM-DD");
        page.ShouldNotContain("   at Linchpin");
        page.ShouldNotContain("Exception");
    }
}
