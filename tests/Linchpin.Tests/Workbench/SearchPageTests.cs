using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

public sealed class SearchPageTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_search_tells_what_it_may_be_narrowed_to_and_each_choice_leaves_as_many_things_as_it_says()
    {
        JsonElement whole = await served.Json("/api/search?q=packaging&most=500");
        int followed = 0;
        foreach (JsonProperty facet in whole.GetProperty("facets").EnumerateObject())
        {
            foreach (JsonElement choice in facet.Value.EnumerateArray())
            {
                JsonElement narrow = await served.Json($"/api/search?q=packaging&most=500&{facet.Name}={Uri.EscapeDataString(choice.GetProperty("value").GetString()!)}");
                narrow.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("subject").GetProperty("id").GetString()).Distinct().Count()
                    .ShouldBe(choice.GetProperty("entities").GetInt32(), $"{facet.Name} {choice}");
                followed++;
            }
        }

        followed.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task A_choice_is_a_link_that_keeps_the_words_and_a_chosen_one_takes_itself_away()
    {
        string page = WebUtility.HtmlDecode(await served.Text("/search?q=packaging&kind=person"));

        page.ShouldContain("<a href=\"/search?q=packaging\" aria-current=\"true\">");
        page.ShouldContain("<mark>Packaging</mark>");
        page.ShouldContain("href=\"/people/emmy-noether\"");
        page.ShouldNotContain("href=\"/entities/commitment/packaging\"");
    }

    [Fact]
    public async Task Filters_that_leave_nothing_say_so_and_lead_back()
    {
        string page = WebUtility.HtmlDecode(await served.Text("/search?q=packaging&year=1999"));

        page.ShouldContain("class=\"empty\"");
        Regex.Match(page, "<a href=\"([^\"]*)\">Search without them").Groups[1].Value.ShouldBe("/search?q=packaging");
    }

    [Fact]
    public async Task A_long_answer_is_shown_in_parts_that_join_without_a_gap()
    {
        async Task<string[]> Ids(string more) => [.. (await served.Json("/api/search?q=packaging" + more)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("claim").GetProperty("id").GetString()!)];

        string[] whole = await Ids("&most=500");
        whole.Length.ShouldBeGreaterThanOrEqualTo(6);
        (await Ids("&most=3")).Concat(await Ids("&most=3&skip=3")).ShouldBe(whole[..6]);
        (await served.Text("/search?q=packaging&most=3&skip=3")).ShouldContain("rel=\"prev\"");
    }

    [Fact]
    public async Task A_passage_stands_once_however_many_claims_rest_on_it_and_every_thing_found_in_it_is_named()
    {
        string page = WebUtility.HtmlDecode(await served.Text("/search?q=packaging"));
        JsonElement[] hits = [.. (await served.Json("/api/search?q=packaging&most=50")).GetProperty("items").EnumerateArray()];

        string[] excerpts = [.. Regex.Matches(page, "<p class=\"excerpt\"[^>]*>(.*?)</p>", RegexOptions.Singleline).Select(m => Regex.Replace(m.Groups[1].Value, "<[^>]+>", "").Trim())];
        hits.Select(h => h.GetProperty("excerpt").GetString()).Distinct().Count().ShouldBeLessThan(hits.Length, "the sample has passages that several claims rest on");
        excerpts.Length.ShouldBeLessThan(hits.Length);
        string[] links = [.. Regex.Matches(page, "<li class=\"card hit\".*?</li>", RegexOptions.Singleline).SelectMany(m => Regex.Matches(m.Value, "<a href=\"([^\"]*)\"").Select(l => l.Groups[1].Value))];
        foreach (string subject in hits.Select(h => h.GetProperty("subject").GetProperty("id").GetString()!).Distinct())
        {
            string name = subject[subject.IndexOf('/', StringComparison.Ordinal)..];
            links.ShouldContain(l => l.EndsWith(name, StringComparison.Ordinal), subject);
        }
    }
}
