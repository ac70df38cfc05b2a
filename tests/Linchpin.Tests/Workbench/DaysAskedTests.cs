using System.Text.Json;

namespace Linchpin.Tests.Workbench;

/// <summary>What the pages of changes and of continuity make of the days and kinds that their address asks for.</summary>
public sealed class DaysAskedTests(ServedOverDays served) : IClassFixture<ServedOverDays>
{
    [Fact]
    public async Task Each_clock_tells_of_its_own_days()
    {
        // All was published in 2024 or before; this node had the readout on 10 January 2025 and the rest on 3 February.
        (await Changes("clock=published&from=2025-01-10&to=2025-02-03")).ShouldBeEmpty();
        (await Changes("clock=published&from=2024-03-15&to=2024-06-30")).ShouldNotBeEmpty();
        (await Changes("clock=recorded&from=2024-03-15&to=2024-06-30")).ShouldBeEmpty();
        JsonElement[] recorded = await Changes("clock=recorded&from=2025-01-10&to=2025-02-03");
        recorded.ShouldNotBeEmpty();
        recorded.ShouldAllBe(l => l.GetProperty("kind").GetString() != "ended");
        (await Changes("clock=recorded&from=2025-01-01&to=2025-01-10")).Length.ShouldNotBe(recorded.Length);
    }

    [Fact]
    public async Task The_lines_of_one_kind_and_of_one_kind_of_thing_are_those_of_the_whole()
    {
        const string days = "clock=recorded&from=2025-01-01&to=2025-02-03";
        JsonElement[] all = await Changes(days);
        string[] kinds = [.. all.Select(l => l.GetProperty("kind").GetString()!).Distinct()], things = [.. all.Select(Thing).OfType<string>().Distinct()];

        things.Length.ShouldBeGreaterThan(1);
        foreach (string kind in kinds)
        {
            (await Changes($"{days}&kind={kind}")).Length.ShouldBe(all.Count(l => l.GetProperty("kind").GetString() == kind), kind);
        }

        foreach (string thing in things)
        {
            (await Changes($"{days}&of={thing}")).Length.ShouldBe(all.Count(l => Thing(l) == thing), thing);
        }

        all.Where(l => l.GetProperty("kind").GetString() == "moved").ShouldAllBe(l => l.GetProperty("from").GetString() != l.GetProperty("to").GetString());
        (await Changes($"{days}&kind=moved")).Length.ShouldBe(all.Count(l => l.GetProperty("kind").GetString() == "moved"));
    }

    [Fact]
    public async Task Continuity_on_a_day_rests_on_what_had_been_published_by_it()
    {
        foreach (string on in new[] { "2024-03-15", "2024-03-16", "2024-06-04", "2025-02-03" })
        {
            JsonElement[] lines = await Items($"/api/continuity?partners=KOR,IND,USA&on={on}");
            lines.SelectMany(l => l.GetProperty("claims").EnumerateArray()).Select(c => c.GetProperty("source"))
                .Where(s => s.TryGetProperty("published", out JsonElement day) && string.CompareOrdinal(day.GetString(), on) > 0).ShouldBeEmpty(on);
        }


        // The readout is of 15 March; the day before, only a paper without a date had said anything.
        (await Items("/api/continuity?partners=KOR,IND,USA&on=2024-03-14")).Length.ShouldBeLessThan((await Items("/api/continuity?partners=KOR,IND,USA&on=2024-03-15")).Length);
    }

    [Fact]
    public async Task The_lines_of_one_kind_of_continuity_are_those_of_the_whole()
    {
        const string asked = "/api/continuity?partners=KOR,IND,USA&on=2024-07-15";
        JsonElement[] all = await Items(asked);
        string[] kinds = [.. all.Select(l => l.GetProperty("kind").GetString()!).Distinct()];

        kinds.Length.ShouldBeGreaterThan(1);
        foreach (string kind in kinds)
        {
            (await Items($"{asked}&kind={kind}")).Length.ShouldBe(all.Count(l => l.GetProperty("kind").GetString() == kind), kind);
        }
    }

    private static string? Thing(JsonElement line) => line.TryGetProperty("subject", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString()!.Split('/')[0] : null;

    private async Task<JsonElement[]> Changes(string query) => await Items("/api/changes?" + query);

    private async Task<JsonElement[]> Items(string path) => [.. (await served.Json(path + "&most=500")).GetProperty("items").EnumerateArray()];
}
