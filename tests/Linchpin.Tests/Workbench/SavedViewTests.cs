using System.Net;
using System.Text.Json;

namespace Linchpin.Tests.Workbench;

public sealed class SavedViewTests : IAsyncLifetime
{
    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_view_is_saved_renamed_deleted_and_each_step_undone()
    {
        (await Post("/views", ("name", "Late promises"), ("address", "/commitments?party=KOR&due=past"))).ShouldBe(HttpStatusCode.SeeOther);
        JsonElement view = (await Views()).Single();
        view.GetProperty("address").GetString().ShouldBe("/commitments?party=KOR&due=past");
        string id = view.GetProperty("id").GetString()!;

        await Post($"/views/{id}/rename", ("name", "Korea is late"));
        (await Names()).ShouldBe(["Korea is late"]);
        await Post("/views/undo");
        (await Names()).ShouldBe(["Late promises"]);
        (await Post("/views/undo")).ShouldBe(HttpStatusCode.NotFound);

        await Post($"/views/{id}/delete");
        (await Names()).ShouldBeEmpty();
        (await _served.Text("/views")).ShouldContain("Deleted:");
        await Post("/views/undo");
        (await Names()).ShouldBe(["Late promises"]);

        await Post("/views", ("name", "Another"), ("address", "/people"));
        await Post("/views/undo");
        (await Names()).ShouldBe(["Late promises"]);
    }

    [Fact]
    public async Task The_page_offers_to_save_another_without_its_language_and_place_in_a_list()
    {
        string page = await _served.Text("/views?lang=ko&address=" + Uri.EscapeDataString("/claims?kind=event&lang=ko&skip=200"));

        page.ShouldContain("name=\"address\" value=\"/claims?kind=event\"");
        (await _served.Text("/commitments?party=KOR&lang=ko")).ShouldContain("href=\"/views?lang=ko&amp;address=%2Fcommitments%3Fparty%3DKOR%26lang%3Dko\"");
    }

    [Theory]
    [InlineData("", "/people")]
    [InlineData("x", "https://elsewhere.example/")]
    [InlineData("x", "//elsewhere.example/")]
    [InlineData("x", "/\\elsewhere.example")]
    [InlineData("x", "javascript:alert(1)")]
    public async Task A_view_without_a_name_or_of_another_place_is_refused(string name, string address)
    {
        (await Post("/views", ("name", name), ("address", address))).ShouldBe(HttpStatusCode.BadRequest);
        (await Views()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Views_are_bounded_in_number_and_in_length()
    {
        string token = await _served.Token();
        for (int i = 0; i < 200; i++)
        {
            (await Post(token, "/views", ("name", $"View {i}"), ("address", "/people"))).ShouldBe(HttpStatusCode.SeeOther);
        }

        (await Post(token, "/views", ("name", "One more"), ("address", "/people"))).ShouldBe(HttpStatusCode.Conflict);
        (await Post(token, $"/views/{(await Views())[0].GetProperty("id").GetString()}/rename", ("name", new string('x', 81)))).ShouldBe(HttpStatusCode.BadRequest);
        (await Views()).Length.ShouldBe(200);
    }

    [Fact]
    public async Task Another_reader_sees_none_of_the_owners_views()
    {
        await Post("/views", ("name", "Late promises"), ("address", "/commitments"));

        (await _served.Text("/views?reader=KOR")).ShouldNotContain("Late promises");
        (await _served.Json("/api/views?reader=KOR")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_people_who_share_a_home_each_sees_changes_and_undoes_their_own_views_alone()
    {
        const string other = "0123456789abcdef0123456789abcdef";
        await File.WriteAllTextAsync(Path.Combine(_served.Folder, "views.json"), $$"""
            {"views":[{"id":"{{other}}","name":"Another's view","address":"/people","by":"another officer","saved":"2025-01-01T00:00:00Z"}],
             "last":[{"act":"saved","id":"{{other}}","by":"another officer"}]}
            """);

        (await Views()).ShouldBeEmpty();
        (await _served.Text("/views")).ShouldNotContain("Another");
        (await Post($"/views/{other}/rename", ("name", "Mine"))).ShouldBe(HttpStatusCode.NotFound);
        (await Post($"/views/{other}/delete")).ShouldBe(HttpStatusCode.NotFound);
        (await Post("/views/undo")).ShouldBe(HttpStatusCode.NotFound);
        (await Post("/views", ("name", "Mine"), ("address", "/actors"))).ShouldBe(HttpStatusCode.SeeOther);
        (await Names()).ShouldBe(["Mine"]);
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_served.Folder, "views.json")));
        foreach (string list in new[] { "views", "last" })
        {
            file.RootElement.GetProperty(list).EnumerateArray().Select(v => v.GetProperty("by").GetString()).ShouldBe(["another officer", "desk officer"], ignoreOrder: true, list);
        }
    }

    [Theory]
    [InlineData("no list")]
    [InlineData("{\"views\":[{\"id\":\"a\",\"name\":\"x\",\"address\":\"//elsewhere.example\",\"by\":\"desk officer\",\"saved\":\"2025-01-01T00:00:00Z\"}],\"last\":[]}")]
    [InlineData("{\"views\":null,\"last\":[]}")]
    public async Task A_file_of_views_that_is_damaged_is_said_and_left_alone(string content)
    {
        string path = Path.Combine(_served.Folder, "views.json");
        await File.WriteAllTextAsync(path, content);

        (await _served.Text("/views")).ShouldContain("workbench.views");
        (await Post("/views", ("name", "x"), ("address", "/people"))).ShouldBe(HttpStatusCode.Conflict);
        (await File.ReadAllTextAsync(path)).ShouldBe(content);
    }

    private async Task<JsonElement[]> Views() => [.. (await _served.Json("/api/views")).GetProperty("items").EnumerateArray()];

    private async Task<string?[]> Names() => [.. (await Views()).Select(v => v.GetProperty("name").GetString())];

    private async Task<HttpStatusCode> Post(string path, params (string Name, string Value)[] fields) => await Post(await _served.Token(), path, fields);

    private async Task<HttpStatusCode> Post(string token, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        using HttpResponseMessage answer = await _served.Client.PostAsync(new Uri(path, UriKind.Relative), form);
        return answer.StatusCode;
    }
}
