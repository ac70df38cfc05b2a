using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

/// <summary>The files that each page offers of what it shows.</summary>
public sealed class PageFilesTests(Served served) : IClassFixture<Served>
{
    /// <summary>Pages of the work itself, not of the record; and lists that show nothing.</summary>
    private static readonly string[] Without =
        ["/views", "/jobs", "/documents/add", "/publish", "/entities", "/scenarios/build", "/search", "/search?q=nowhere", "/nothing-here"];

    [Fact]
    public async Task Every_page_that_shows_the_record_offers_files_and_each_of_them_opens()
    {
        int opened = 0;
        foreach (string path in PageAddresses.All)
        {
            string[] files = await Offered(path);
            if (files.Length == 0)
            {
                string shown = await served.Text(path);
                (Without.Any(w => path == w || path.StartsWith(w + "?", StringComparison.Ordinal) || path.StartsWith(w + "/", StringComparison.Ordinal)) || shown.Contains("class=\"empty\"", StringComparison.Ordinal)).ShouldBeTrue(path);
            }

            foreach (string file in files)
            {
                using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(file, UriKind.Relative));
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
                answer.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment", file);
                (await answer.Content.ReadAsByteArrayAsync()).Length.ShouldBeGreaterThan(0, file);
                opened++;
            }
        }

        opened.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("/commitments?state=in-progress")]
    [InlineData("/exposures?user=KOR&sort=supplier")]
    [InlineData("/chokepoints?partners=KOR,IND,USA&rank=KOR")]
    [InlineData("/trade?importers=partners")]
    [InlineData("/scenarios?type=extraction")]
    [InlineData("/entities/commitment?q=pack")]
    [InlineData("/search?q=packaging&kind=person")]
    [InlineData("/lattice/semiconductors/KOR?partners=KOR,IND,USA")]
    [InlineData("/?partners=KOR,IND,USA&sector=found")]
    public async Task A_file_has_the_settings_of_its_page(string path)
    {
        string[] files = await Offered(path);

        files.Length.ShouldBeGreaterThanOrEqualTo(4);
        string asked = path[path.IndexOf('?', StringComparison.Ordinal)..];
        files.Where(f => !Uri.UnescapeDataString(f).EndsWith(asked, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/entities/commitment/packaging")]
    [InlineData("/mechanisms/chip-dialogue")]
    [InlineData("/actors/KOR")]
    [InlineData("/people/emmy-noether")]
    [InlineData("/lattice/semiconductors/KOR?partners=KOR,IND,USA")]
    [InlineData("/search?q=packaging")]
    [InlineData("/sources/sample-2011")]
    [InlineData("/commitments")]
    [InlineData("/exposures?user=KOR")]
    public async Task The_linked_data_of_a_page_has_every_claim_with_its_source_and_the_bibliography_the_same_sources(string path)
    {
        string[] files = await Offered(path);
        JsonElement graph = (await served.Json(files.Single(f => f.Split('?')[0].EndsWith(".jsonld", StringComparison.Ordinal)))).GetProperty("@graph");
        string entries = await served.Text(files.Single(f => f.Split('?')[0].EndsWith(".bib", StringComparison.Ordinal)));
        string csv = await served.Text(files.Single(f => f.Split('?')[0].EndsWith(".csv", StringComparison.Ordinal)));

        JsonElement[] claims = [.. graph.EnumerateArray().Where(n => Types(n).Contains("rdf:Statement"))];
        string[] sources = [.. graph.EnumerateArray().Where(n => Types(n).Any(t => t is "lp:Document" or "lp:Dataset")).Select(n => n.GetProperty("@id").GetString()!)];
        claims.ShouldNotBeEmpty();
        claims.Select(c => c.GetProperty("prov:wasDerivedFrom").GetProperty("@id").GetString()!).Distinct().ShouldBe(sources, ignoreOrder: true);
        claims.Select(c => c.GetProperty("@id").GetString()).ShouldBeUnique();
        claims.ShouldAllBe(c => c.GetProperty("lp:handling").GetProperty("lp:tlp").GetString() != "");
        Regex.Count(entries, "^@misc{", RegexOptions.Multiline).ShouldBe(sources.Length);
        csv.Split("\r\n")[0].Split(',').ShouldContain("sources");
    }

    [Theory]
    [InlineData("KOR")]
    [InlineData("public")]
    public async Task No_file_of_any_page_shows_a_reader_what_its_page_may_not(string reader)
    {
        int opened = 0;
        foreach (string path in PageAddresses.All.Where(p => !p.Contains("reader=", StringComparison.Ordinal)))
        {
            string seen = path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "reader=" + reader;
            foreach (string file in (await Offered(seen)).Where(f => f.Split('?')[0].Split('.')[^1] is "csv" or "jsonld" or "bib"))
            {
                file.ShouldContain("reader=" + reader);
                (await served.Text(file)).ShouldNotContain(SampleRecord.SecretWord, Case.Insensitive, file);
                opened++;
            }
        }

        opened.ShouldBeGreaterThan(50);
    }

    private async Task<string[]> Offered(string path) =>
        [.. Regex.Matches(await served.Text(path), "<a [^>]*?href=\"([^\"]*)\"[^>]* download[ >]").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct()];

    private static IEnumerable<string?> Types(JsonElement node) => node.GetProperty("@type").EnumerateArray().Select(t => t.GetString());
}
