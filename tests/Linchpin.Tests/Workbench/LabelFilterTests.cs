using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

/// <summary>Pages narrowed to what is under some labels.</summary>
public sealed class LabelFilterTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("/api/mechanisms?label=clear", "Trilateral Chip Dialogue")]
    [InlineData("/api/mechanisms?label=red", "zugzwang round")]
    [InlineData("/api/mechanisms?label=clear,red", "Trilateral Chip Dialogue,zugzwang round")]
    [InlineData("/api/mechanisms?label=clear&label=red", "Trilateral Chip Dialogue,zugzwang round")]
    [InlineData("/api/mechanisms?label=green", "")]
    [InlineData("/api/mechanisms?releasable-to=desk", "zugzwang round")]
    [InlineData("/api/mechanisms?label=red&reader=KOR", "")]
    public async Task A_list_has_what_is_under_the_labels_asked_for_as_far_as_the_reader_may_see_it(string path, string names)
    {
        string.Join(',', (await served.Json(path)).GetProperty("items").EnumerateArray().Select(m => m.GetProperty("name").GetString())).ShouldBe(names);
    }

    [Fact]
    public async Task The_lattice_counts_only_what_is_under_the_label()
    {
        // The red paper adds a mechanism to the cell of Korea and India on semiconductors.
        JsonElement clear = await served.Json("/api/lattice?partners=KOR,IND,USA&label=clear"), red = await served.Json("/api/lattice?partners=KOR,IND,USA&label=red");

        clear.ToString().ShouldNotContain("zugzwang");
        clear.ToString().ShouldContain("early-warning");
        red.ToString().ShouldContain("zugzwang");
        red.ToString().ShouldNotContain("early-warning");
    }

    [Fact]
    public async Task A_page_says_what_it_is_narrowed_to_keeps_it_in_its_links_and_offers_no_change()
    {
        string page = await served.Text("/documents?label=red");

        page.ShouldContain("<b class=\"asked\">TLP:RED</b>");
        page.ShouldContain("href=\"/documents/" + SampleRecord.PaperDocument.Id.Name + "?label=red\"");
        page.ShouldNotContain(SampleRecord.ReadoutDocument.Id.Name);
        page.ShouldNotContain("method=\"post\"");
        Regex.Match(await served.Text("/mechanisms.csv?label=clear"), "only under clear").Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_level_that_there_is_not_is_refused_with_those_there_are()
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri("/?label=white", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("none, clear, green, amber, amber-strict, red");
    }
}
