using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Mechanisms;
using Linchpin.Workbench.Networks;

namespace Linchpin.Tests.Workbench;

public sealed class NetworkTests
{
    [Fact]
    public void A_star_is_a_hub_and_a_triangle_a_lattice()
    {
        // Freeman (1979): a star of four has one country with three ties and three with one: (0 + 2 + 2 + 2) / (3 * 2) = 1.
        MechanismNetwork star = Of("KOR-USA", "JPN-USA", "IND-USA");
        star.Countries.ShouldBe(4);
        star.Centralisation.ShouldBe(1);
        star.Density.ShouldBe(0.5);
        star.Hubs.ShouldBe([EntityId.Country("USA")]);

        MechanismNetwork triangle = Of("KOR-USA", "JPN-USA", "JPN-KOR");
        triangle.Centralisation.ShouldBe(0);
        triangle.Density.ShouldBe(1);

        // One spoke more: degrees 3, 2, 2, 1, so (0 + 1 + 1 + 2) / 6.
        Of("KOR-USA", "JPN-USA", "IND-USA", "JPN-KOR").Centralisation!.Value.ShouldBe(4.0 / 6, 1e-12);
    }

    [Fact]
    public void Centralisation_of_two_countries_does_not_apply() => Of("KOR-USA").Centralisation.ShouldBeNull();

    private static MechanismNetwork Of(params string[] pairs) => new(
        2024, [.. pairs.Select(p => p.Split('-')).Select(p => new MechanismTie(EntityId.Country(p[0]), EntityId.Country(p[1]), []))], pairs.Length);
}

public sealed class TwoDaysTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_cell_says_what_it_was_on_the_other_day()
    {
        // The page of 4 June 2024 shows the packaging group in progress; before it, nothing.
        string page = await served.Text("/?partners=KOR,IND,USA&against=2024-05-01&only=changed");
        page.ShouldContain("What changed");
        page.ShouldContain("in progress");
        page.ShouldContain("host a working group on packaging");

        string none = await served.Text("/?partners=KOR,IND,USA&against=2025-01-01");
        none.ShouldContain("No cell is other than it was");
    }

    [Fact]
    public async Task A_day_that_the_calendar_does_not_have_is_refused() => (await served.Text("/?against=2024-02-30")).ShouldContain("workbench.query");
}
