using System.Net;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

public sealed class LanguageTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_page_in_Korean_says_so_names_countries_and_sectors_in_Korean_and_keeps_the_words_of_its_sources()
    {
        string page = await served.Text("/commitments?lang=ko");

        page.ShouldContain("<html lang=\"ko\">");
        page.ShouldContain("대한민국");
        page.ShouldContain("반도체");
        page.ShouldContain("share early warnings");
        page.ShouldNotContain(">South Korea<");
    }

    [Theory]
    [InlineData("/lattice/semiconductors/KOR?partners=KOR,IND,USA&lang=ko", "약속 1건")]
    [InlineData("/continuity?partners=KOR,IND,USA&on=2024-07-15&lang=ko", "이행되었다는 출처는 없습니다")]
    [InlineData("/mechanisms/chip-dialogue/agenda?on=2025-06-01&lang=ko", "이후 근거가 없습니다")]
    [InlineData("/documents?lang=ko", "등급 없음")]
    [InlineData("/lattice/semiconductors/KOR?partners=KOR,IND,USA&lang=ko", "다른 파트너와 함께한 것")]
    [InlineData("/jobs/" + SampleJobs.Done + "?lang=ko", "진술 12건 저장")]
    public async Task The_programs_own_sentences_are_Korean_on_a_Korean_page(string path, string said)
    {
        string page = await served.Text(path);

        page.ShouldContain(said);
        page.ShouldNotContain("the record");
        page.ShouldNotContain("claims stored");
        page.ShouldNotContain("not labelled");
    }

    [Fact]
    public async Task Every_link_of_a_page_keeps_its_language()
    {
        string page = await served.Text("/?lang=ko");

        string[] links = [.. Regex.Matches(page, "<a [^>]*href=\"(/[^\"]*)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => !l.StartsWith("/openapi", StringComparison.Ordinal))];
        links.Length.ShouldBeGreaterThan(20);
        links.Where(l => !l.Contains("lang=", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ko-KR,ko;q=0.9,en;q=0.8", "ko")]
    [InlineData("fr-FR, ko;q=0.5", "ko")]
    [InlineData("en-GB,ko;q=0.9", "en")]
    [InlineData("ko;q=0, en", "en")]
    [InlineData("hi", "en")]
    [InlineData(";;;=,", "en")]
    public async Task Without_a_language_in_the_address_the_browser_is_asked(string accepted, string shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sources", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using HttpResponseMessage answer = await served.Client.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldContain($"<html lang=\"{shown}\">");
    }

    [Fact]
    public async Task A_language_that_the_pages_do_not_have_is_refused_with_those_they_have()
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri("/?lang=xx", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Use one of: en, ko.");
    }
}
