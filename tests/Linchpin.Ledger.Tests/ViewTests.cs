using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class ViewTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_view_as_of_a_valid_day_leaves_out_only_what_certainly_did_not_hold()
    {
        Document document = Make.Document("Text.");
        _node.Ledger.Append(Deposit.Of(document,
        [
            Make.Claim(document, "body/a", "description", Make.Words("undated")),
            Make.Claim(document, "body/a", "description", Make.Words("since 2020"), valid: "2020"),
            Make.Claim(document, "body/a", "description", Make.Words("since May 2022"), valid: "2022-05"),
            Make.Claim(document, "body/a", "description", Make.Words("2019 to 2021"), valid: "2019", until: "2021"),
            Make.Claim(document, "body/a", "description", Make.Words("2019 to 2022"), valid: "2019", until: "2022"),
            Make.Claim(document, "body/a", "description", Make.Words("until 10 May 2022"), until: "2022-05-10"),
            Make.Claim(document, "body/a", "description", Make.Words("since 2023"), valid: "2023"),
        ]));
        string[] held = [.. Held(new AsOf(Valid: new DateOnly(2022, 5, 11)))];
        held.ShouldBe(["undated Uncertain", "since 2020 Yes", "since May 2022 Uncertain", "2019 to 2022 Uncertain"]);
        Held(new AsOf(Valid: new DateOnly(2022, 5, 10))).ShouldContain("until 10 May 2022 Uncertain");
        Held(default).Count().ShouldBe(7);
        Held(default).ShouldAllBe(h => h.EndsWith("Yes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_with_more_claims_than_are_read_at_a_time_is_listed_whole_and_in_order()
    {
        Document document = Make.Document("Text.");
        _node.Ledger.Append(Deposit.Of(document, [.. Enumerable.Range(0, 2345).Select(i => Make.Claim(document, i % 3 == 0 ? "body/a" : $"body/b{i}", "description", Make.Words($"number {i}")))]));
        View view = _node.Ledger.View(Node.OwnerReader);
        view.Claims(new ClaimFilter(Kind: "body")).Select(c => c.Value.Display).ShouldBe(Enumerable.Range(0, 2345).Select(i => $"number {i}"));
        view.Entity(EntityId.Parse("body/a"))!.Claims.Count.ShouldBe(782);
        view.Claims(new ClaimFilter(Kind: "body", Skip: 1500, Most: 2)).Select(c => c.Value.Display).ShouldBe(["number 1500", "number 1501"]);
    }

    [Fact]
    public void A_view_as_of_a_published_day_goes_by_the_sources_own_date()
    {
        foreach (string? date in (string?[])["2023-06-30", "2023-07", "2023", "2024", null])
        {
            Document document = Make.Document($"Published {date}.", date);
            _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/a", "description", Make.Words(date ?? "undated"))]));
        }

        Held(new AsOf(PublishedBy: new DateOnly(2023, 7, 15))).ShouldBe(["2023-06-30 Yes", "2023-07 Uncertain", "2023 Uncertain", "undated Uncertain"]);
        Held(new AsOf(PublishedBy: new DateOnly(2023, 12, 31))).ShouldBe(["2023-06-30 Yes", "2023-07 Yes", "2023 Yes", "undated Uncertain"]);
        View view = _node.Ledger.View(Node.OwnerReader, new AsOf(PublishedBy: new DateOnly(2023, 6, 30)));
        view.Documents().Select(d => d.Published?.ToString()).ShouldBe(["2023", "2023-06-30", null]);
    }

    [Fact]
    public void A_view_as_of_a_recorded_day_knows_what_was_stored_by_its_last_moment()
    {
        string[] days = ["2025-01-01T23:59:59.999Z", "2025-01-02T00:00:00.000Z"];
        var claims = new List<Claim>();
        foreach (string day in days)
        {
            _node.Clock.Now = DateTimeOffset.Parse(day);
            Document document = Make.Document(day);
            claims.Add(Make.Claim(document, "body/a", "description", Make.Words(day)));
            _node.Ledger.Append(Deposit.Of(document, [claims[^1]]));
        }

        _node.Clock.Now = DateTimeOffset.Parse("2025-01-03T10:00Z");
        _node.Ledger.Append(Deposit.Of(Judgement.Reject(claims[0].Id, Make.Analyst, "misread", Make.Clear)));

        Held(new AsOf(KnownBy: new DateOnly(2025, 1, 1))).ShouldBe([days[0] + " Yes"]);
        Held(new AsOf(KnownBy: new DateOnly(2025, 1, 2))).Count().ShouldBe(2);
        Held(new AsOf(KnownBy: new DateOnly(2025, 1, 3))).ShouldBe([days[1] + " Yes"]);
        View view = _node.Ledger.View(Node.OwnerReader, new AsOf(KnownBy: new DateOnly(2025, 1, 1)));
        view.Documents().Count.ShouldBe(1);
        view.Judgements().ShouldBeEmpty();
        view.Search("2025").Count.ShouldBe(1);
        view.Claims(new ClaimFilter()).Single().Recorded.ShouldBe(DateTimeOffset.Parse(days[0]));
    }

    [Fact]
    public void A_view_does_not_change_when_more_is_appended()
    {
        Document first = Make.Document("First."), second = Make.Document("Second.");
        Claim claim = Make.Claim(first, "body/a", "name", Make.Words("A"));
        _node.Ledger.Append(Deposit.Of(first, [claim]));
        View view = _node.View;
        _node.Ledger.Append(Deposit.Of(second, [Make.Claim(second, "body/a", "name", Make.Words("B"))]));
        _node.Ledger.Append(Deposit.Of(Judgement.Reject(claim.Id, Make.Analyst, "wrong", Make.Clear)));
        _node.Ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse("body/a"), EntityId.Parse("body/b"), Make.Analyst, "same", Make.Clear)));

        view.Entities("body").Single().Claims.Single().Claim.Id.ShouldBe(claim.Id);
        view.Entities("body").Single().Id.ShouldBe(EntityId.Parse("body/a"));
        view.Documents().Count.ShouldBe(1);
        view.Search("second").ShouldBeEmpty();
        view.Conflicts().ShouldBeEmpty();
        view.Judgements().ShouldBeEmpty();
        _node.View.Entities("body").Single().Name.ShouldBe("B");
    }

    [Fact]
    public void A_filter_takes_all_its_fields_together_and_pages_in_the_order_of_recording()
    {
        Document one = Make.Document("One."), two = Make.Document("Two.");
        _node.Ledger.Append(new Deposit([one, two], [],
        [
            Make.Claim(one, "event/a", "participant", Make.Entity("country/KOR")),
            Make.Claim(two, "event/a", "participant", Make.Entity("country/JPN")),
            Make.Claim(two, "event/b", "participant", Make.Entity("country/KOR")),
            Make.Claim(two, "mechanism/m", "member", Make.Entity("country/KOR")),
        ], []));
        View view = _node.View;
        string[] Listed(ClaimFilter filter) => [.. view.Claims(filter).Select(c => $"{c.Subject.Name} {c.Claim.Property} {c.Value}")];

        Listed(new ClaimFilter(Kind: "event")).Length.ShouldBe(3);
        Listed(new ClaimFilter(Names: EntityId.Country("KOR"))).ShouldBe(["a participant country/KOR", "b participant country/KOR", "m member country/KOR"]);
        Listed(new ClaimFilter(Names: EntityId.Country("KOR"), Kind: "event", Source: two.Id)).ShouldBe(["b participant country/KOR"]);
        Listed(new ClaimFilter(Subject: EntityId.Parse("event/a"), Property: "participant", Source: one.Id)).ShouldBe(["a participant country/KOR"]);
        Listed(new ClaimFilter(Skip: 1, Most: 2)).ShouldBe(["a participant country/JPN", "b participant country/KOR"]);
        Listed(new ClaimFilter(Property: "name")).ShouldBeEmpty();
        Listed(new ClaimFilter(Kind: "no-such-kind")).ShouldBeEmpty();
    }

    [Fact]
    public void What_nobody_speaks_of_is_not_there()
    {
        _node.View.Entity(EntityId.Country("KOR")).ShouldBeNull();
        _node.View.Document(EntityId.Parse("document/0000000000000000")).ShouldBeNull();
        _node.View.Dataset(EntityId.Parse("dataset/none")).ShouldBeNull();
    }

    [Fact]
    public void A_hold_ends_on_its_day_and_not_on_the_day_that_the_view_looks_back_to()
    {
        Document document = Make.Document("Held.", handling: new Handling(Node.Owner, Tlp.Clear, null, new DateOnly(2025, 4, 1)));
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/a", "name", Make.Words("A"))]));
        _node.Ledger.View(Reader.Public).Documents().ShouldBeEmpty();
        _node.Clock.Now = new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero);
        _node.Ledger.View(Reader.Public, new AsOf(KnownBy: new DateOnly(2025, 3, 2))).Documents().Count.ShouldBe(1);
    }

    private IEnumerable<string> Held(AsOf asOf) => _node.Ledger.View(Node.OwnerReader, asOf).Claims(new ClaimFilter(Kind: "body")).Select(c => $"{c.Value} {c.Dated}");
}

public sealed class ViewInFileTests() : ViewTests(Kept.InFile);

public sealed class ViewOnServerTests() : ViewTests(Kept.OnServer);
