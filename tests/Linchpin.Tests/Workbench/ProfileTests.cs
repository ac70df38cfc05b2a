using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Claims;

namespace Linchpin.Tests.Workbench;

/// <summary>Pages of mechanisms, actors and people, over a record of one mechanism that met in three years.</summary>
public sealed class ProfileTests(ServedYears served) : IClassFixture<ServedYears>
{
    [Fact]
    public async Task Members_over_time_count_the_dated_meetings_of_each_year_that_name_them()
    {
        string table = Part(await served.Text("/mechanisms/quartz-talks"), "<table id=\"members-by-year\">", "</table>");

        // By hand: 2021 one meeting with Australia and Japan; 2023 two, Japan at both; 2024 one, with Japan and Chile, whom nobody calls a member.
        Regex.Matches(table, "data-series=\"([0-9]+)\"").Select(m => m.Groups[1].Value).ShouldBe(["2021", "2023", "2024"]);
        Row(table, "Japan").ShouldBe(["1", "2", "1"]);
        Row(table, "Australia").ShouldBe(["1", "1", "0"]);
        Row(table, "Chile").ShouldBe(["0", "0", "1"]);
        Cells(table, "Chile").ShouldContain("took part");
        Cells(table, "Japan").ShouldContain("2021-05");
        Cells(table, "Australia").ShouldContain("not stated");
    }

    [Fact]
    public async Task A_promise_that_was_due_and_is_not_shown_done_is_told_first_and_one_that_was_done_is_not()
    {
        string page = await served.Text("/mechanisms/quartz-talks");

        // The day is 3 February 2025; what was due by the end of 2023 is 400 days late, which is 13 months of 30 days.
        string lapses = Part(page, "<h2 id=\"lapses\">", "</ul>");
        lapses.ShouldContain("due 13 months ago");
        lapses.ShouldContain("ends in 3 months");
        Regex.Count(lapses, "<li").ShouldBe(2);
        page.IndexOf("id=\"lapses\"", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("id=\"promises\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neighbours_of_a_country_are_counted_by_mechanisms_and_by_meetings()
    {
        string table = Part(await served.Text("/actors/JPN"), "id=\"neighbours\"", "</table>");

        Row(table, "Australia").ShouldBe(["1", "2"]);
        Row(table, "Chile").ShouldBe(["0", "1"]);
    }

    [Fact]
    public async Task An_office_says_when_it_was_held_apart_from_when_it_was_told_of()
    {
        JsonElement person = (await served.Json("/api/people")).GetProperty("items").EnumerateArray().Single();
        JsonElement office = person.GetProperty("offices").EnumerateArray().Single();

        office.GetProperty("from").GetString().ShouldBe("2020");
        office.TryGetProperty("to", out JsonElement to).ShouldBe(to.ValueKind != JsonValueKind.Undefined);
        office.GetProperty("toldFirst").GetString().ShouldBe("2024-06-01");
        person.GetProperty("countries").EnumerateArray().Single().GetProperty("name").GetString().ShouldBe("Australia");
        (await served.Text("/actors/survey-office")).ShouldContain("/people/mary-anning");
        (await served.Text("/actors/AUS")).ShouldContain("/people/mary-anning");
    }

    [Fact]
    public async Task Every_line_of_a_profile_leads_to_its_passage()
    {
        int lines = 0;
        foreach (string path in new[] { "/mechanisms/quartz-talks", "/actors/JPN", "/actors/survey-office", "/people/mary-anning" })
        {
            // Who the neighbours are is counted from the meetings and mechanisms that the line names; each of these has its own page.
            foreach (string part in (await served.Text(path)).Split("<h2 id=").Skip(1).Where(p => !p.StartsWith("\"neighbours", StringComparison.Ordinal)))
            {
                foreach (string line in Regex.Split(part, "<(?:tr|li) data-stop").Skip(1))
                {
                    line.ShouldContain("?at=", customMessage: $"{path} {part[..20]}");
                    lines++;
                }
            }
        }

        lines.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task An_actor_or_person_asked_for_as_an_entity_is_led_to_the_one_page()
    {
        foreach ((string old, string own) in new[] { ("/entities/country/JPN", "/actors/JPN"), ("/entities/body/survey-office", "/actors/survey-office"), ("/entities/person/mary-anning?lang=ko", "/people/mary-anning?lang=ko"), ("/entities/mechanism/quartz-talks", "/mechanisms/quartz-talks") })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(old, UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            answer.Headers.Location!.ToString().ShouldBe(own);
        }
    }

    [Theory]
    [InlineData("/api/actors?sort=name", "Australia,Chile,Japan,Survey Office")]
    [InlineData("/api/actors?sort=-name", "Survey Office,Japan,Chile,Australia")]
    [InlineData("/api/actors", "Japan,Australia,Chile,Survey Office")]
    [InlineData("/api/actors?country=AUS&sort=name", "Australia,Survey Office")]
    [InlineData("/api/actors?type=country&q=a&sort=-meetings", "Australia,Japan")]
    [InlineData("/api/people?body=body/survey-office", "Mary Anning")]
    [InlineData("/api/people?q=surveyor", "Mary Anning")]
    [InlineData("/api/people?country=JPN", "")]
    [InlineData("/api/commitments?due=past", "map the quartz veins")]
    [InlineData("/api/commitments?due=none", "publish the samples")]
    [InlineData("/api/commitments?silent=365", "map the quartz veins")]
    [InlineData("/api/commitments?party=body/survey-office", "publish the samples")]
    public async Task A_list_has_what_the_address_asks_for_in_its_order(string path, string names)
    {
        IEnumerable<JsonElement> items = (await served.Json(path)).GetProperty("items").EnumerateArray();

        string.Join(',', items.Select(i => i.TryGetProperty("name", out JsonElement name) ? name.GetString() : i.GetProperty("what").GetString())).ShouldBe(names);
    }

    [Fact]
    public async Task A_way_to_sort_that_a_list_does_not_have_is_refused()
    {
        using HttpResponseMessage answer = await served.Client.GetAsync(new Uri("/people?sort=size", UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("name, told, meetings");
    }

    private static string Part(string page, string from, string to) => page[page.IndexOf(from, StringComparison.Ordinal)..] is var rest && rest.IndexOf(to, StringComparison.Ordinal) is > 0 and int end ? rest[..end] : rest;

    private static string Cells(string table, string name) => WebUtility.HtmlDecode(table.Split("<tr").Single(r => r.Contains($">{name}<", StringComparison.Ordinal) && r.IndexOf($">{name}<", StringComparison.Ordinal) < r.IndexOf("</th>", StringComparison.Ordinal)));

    private static string[] Row(string table, string name) => [.. Regex.Matches(Cells(table, name), "<td class=\"numeric\"[^>]*>([0-9]+)</td>").Select(m => m.Groups[1].Value)];
}

/// <summary>The workbench over a record of talks that met in 2021, 2023 and 2024.</summary>
public sealed class ServedYears : Served
{
    private const string Words = "The quartz talks of Australia and Japan: members, meetings, promises and the surveyor who led them.";

    private protected override void Fill(Ledger.Ledger ledger)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words)));
        var document = new Document(Document.IdOf(hash), hash, "quartz.txt", "text/plain", "The quartz talks", "Sample office", PartialDate.Of(2024, 6, 1), "stated in the text", "report", Words, Handling.Clear("desk"));
        ledger.Append(Deposit.Of(document, [.. Facts().Select((f, i) => new Claim(
            EntityId.Parse(f.Subject), f.Property, f.Value, f.From is { } from ? new ValidTime(PartialDate.Parse(from)) : ValidTime.Undated,
            new DocumentSource(document.Id, Passage.In(Words, 0, 20 + (i % 40))), Author.Person("desk"), Handling.Clear("desk")))]));
    }

    private static IEnumerable<(string Subject, string Property, Value Value, string? From)> Facts()
    {
        yield return ("mechanism/quartz-talks", "name", new TextValue("Quartz Talks"), null);
        yield return ("mechanism/quartz-talks", "expires", Day("2025-05-10"), null);
        yield return ("mechanism/quartz-talks", "member", Id("country/JPN"), "2021-05");
        yield return ("mechanism/quartz-talks", "member", Id("country/AUS"), null);
        foreach ((string name, string date, string[] who) in new (string, string, string[])[]
        {
            ("first", "2021-05-02", ["country/AUS", "country/JPN"]), ("second", "2023-03", ["country/JPN"]), ("third", "2023-09-09", ["country/JPN", "country/AUS"]), ("fourth", "2024", ["country/JPN", "country/CHL"]),
        })
        {
            yield return ("event/" + name, "date", Day(date), null);
            yield return ("event/" + name, "mechanism", Id("mechanism/quartz-talks"), null);
            foreach (string one in who)
            {
                yield return ("event/" + name, "participant", Id(one), null);
            }
        }

        foreach ((string id, string what, string who, string? due, string state) in new[] { ("map", "map the quartz veins", "country/JPN", "2023", "stated"), ("open", "open the archive", "country/JPN", "2023-06", "delivered"), ("samples", "publish the samples", "body/survey-office", null, "in-progress") })
        {
            yield return ("commitment/" + id, "what", new TextValue(what), null);
            yield return ("commitment/" + id, "who", Id(who), null);
            yield return ("commitment/" + id, "mechanism", Id("mechanism/quartz-talks"), null);
            yield return ("commitment/" + id, "date", Day("2021-05-02"), null);
            yield return ("commitment/" + id, "state", new TextValue(state), null);
            if (due is not null)
            {
                yield return ("commitment/" + id, "due", Day(due), null);
            }
        }

        yield return ("body/survey-office", "name", new TextValue("Survey Office"), null);
        yield return ("body/survey-office", "country", Id("country/AUS"), null);
        yield return ("person/mary-anning", "name", new TextValue("Mary Anning"), null);
        yield return ("role/mary-anning-surveyor", "person", Id("person/mary-anning"), "2020");
        yield return ("role/mary-anning-surveyor", "title", new TextValue("chief surveyor"), null);
        yield return ("role/mary-anning-surveyor", "body", Id("body/survey-office"), null);
    }

    private static DateValue Day(string date) => new(PartialDate.Parse(date));

    private static EntityValue Id(string id) => new(EntityId.Parse(id));
}
