using System.Net;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

public sealed class CellPageTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_cell_leads_to_the_cells_in_which_its_partners_stand_together_with_others_and_to_no_others()
    {
        // The dialogue of the three is about semiconductors, and so is the round of Korea and India.
        const string settings = "?partners=KOR,IND,USA";
        async Task<string[]> Wider(string cell) =>
            [.. Regex.Matches(Regex.Match(WebUtility.HtmlDecode(await served.Text("/lattice/semiconductors/" + cell + settings)), "Together with other partners:</p>(.*?)</ul>", RegexOptions.Singleline).Value, "href=\"/lattice/semiconductors/([^?\"]*)").Select(m => m.Groups[1].Value.Replace("%2B", "+", StringComparison.Ordinal))];

        (await Wider("KOR")).ShouldBe(["KOR+IND", "KOR+IND+USA"]);
        (await Wider("KOR+IND")).ShouldBe(["KOR+IND+USA"]);
        (await Wider("KOR+IND+USA")).ShouldBeEmpty();
        (await Wider("USA")).ShouldBe(["KOR+IND+USA"]);
    }
}
