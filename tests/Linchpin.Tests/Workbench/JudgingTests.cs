using System.Net;
using System.Text.Json;

namespace Linchpin.Tests.Workbench;

public sealed class JudgingTests : IAsyncLifetime
{
    private readonly Served _served = new();

    public Task InitializeAsync() => _served.InitializeAsync();

    public Task DisposeAsync() => _served.DisposeAsync();

    [Fact]
    public async Task A_claim_is_rejected_with_a_reason_and_comes_back_when_that_is_undone()
    {
        string claim = await ClaimOf("/api/entities/commitment/packaging", "act");
        (await Judge("reject " + claim, ("reason", "It only considers it."), ("back", "/entities/commitment/packaging"))).ShouldBe("/entities/commitment/packaging");

        (await Claims()).ShouldNotContain(claim);
        JsonElement last = (await _served.Json("/api/judgements")).GetProperty("items")[0];
        (last.GetProperty("act").GetString(), last.GetProperty("by").GetString(), last.GetProperty("reason").GetString()).ShouldBe(("reject", "desk officer", "It only considers it."));
        (await _served.Text("/judgements")).ShouldContain("pledged");
        await Judge("undo " + last.GetProperty("id").GetString(), ("unsaid", "Read again."));
        (await Claims()).ShouldContain(claim);
    }

    [Fact]
    public async Task A_corrected_claim_gives_its_place_to_one_of_the_person_at_the_same_passage()
    {
        string claim = await ClaimOf("/api/entities/commitment/packaging", "act");
        await Judge("correct " + claim, ("value-" + claim, "announced"), ("unsaid", "Read against the passage."));

        JsonElement act = (await _served.Json("/api/entities/commitment/packaging")).GetProperty("claims").EnumerateArray().Single(c => c.GetProperty("property").GetString() == "act");
        act.GetProperty("value").GetProperty("text").GetString().ShouldBe("announced");
        (act.GetProperty("author").GetString(), act.GetProperty("standing").GetString()).ShouldBe(("desk officer", "accepted"));
    }

    [Fact]
    public async Task Two_things_are_merged_and_parted_again()
    {
        await Judge("same-as commitment/packaging commitment/contact", ("reason", "One promise in two sentences."));
        (await _served.Json("/api/entities/commitment")).GetProperty("total").GetInt32().ShouldBe(2);
        string id = (await _served.Json("/api/judgements")).GetProperty("items")[0].GetProperty("id").GetString()!;
        await Judge("undo " + id, ("unsaid", "Two sentences, two promises."));
        (await _served.Json("/api/entities/commitment")).GetProperty("total").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("praise 0123", "workbench.field")]
    [InlineData("accept 00000000000000000000000000000000", "ledger.judgement-target")]
    [InlineData("undo 00000000000000000000000000000000", "ledger.judgement-target")]
    [InlineData("holds-9 0123456789abcdef", "ledger.judgement-target")]
    [InlineData("same-as nonsense commitment/contact", "claims.entity-id")]
    public async Task A_judgement_on_what_is_not_there_is_refused(string act, string code)
    {
        using HttpResponseMessage answer = await Post(("act", act), ("unsaid", "Because."));
        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(code);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("evil")]
    public async Task After_a_change_no_form_leads_anywhere_but_to_the_workbench(string back)
    {
        string claim = await ClaimOf("/api/entities/commitment/packaging", "act");
        (await Judge("accept " + claim, ("unsaid", "So it says."), ("back", back))).ShouldBe("/judgements");
    }

    [Fact]
    public async Task What_a_reader_sees_is_not_changed_by_a_judgement_that_the_reader_may_not_read()
    {
        string claim = await ClaimOf("/api/entities/commitment/packaging", "act");
        await Judge("reject " + claim, ("unsaid", "No."));
        (await _served.Text("/api/entities/commitment/packaging?reader=KOR")).ShouldContain(claim);
        (await _served.Text("/judgements?reader=KOR")).ShouldNotContain("desk officer");

        await Judge("undo " + (await _served.Json("/api/judgements")).GetProperty("items")[0].GetProperty("id").GetString(), ("unsaid", "Once more."));
        await Judge("reject " + claim, ("unsaid", "No, and all may know."), ("tlp", "CLEAR"));
        (await _served.Text("/api/entities/commitment/packaging?reader=KOR")).ShouldNotContain(claim);
    }

    private async Task<string> ClaimOf(string path, string property) =>
        (await _served.Json(path)).GetProperty("claims").EnumerateArray().First(c => c.GetProperty("property").GetString() == property).GetProperty("id").GetString()!;

    private async Task<string> Claims() => await _served.Text("/api/entities/commitment/packaging");

    private async Task<string> Judge(string act, params (string Name, string Value)[] fields)
    {
        using HttpResponseMessage answer = await Post([("act", act), .. fields]);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields) => await _served.Client.PostAsync(
        new Uri("/judgements", UriKind.Relative),
        new FormUrlEncodedContent([new("__RequestVerificationToken", await _served.Token()), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
}
