using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class JudgementTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void Accepting_marks_a_claim_and_rejecting_or_retracting_hides_it()
    {
        Claim[] claims = Claims("accepted", "rejected", "retracted", "left");
        Append(Judgement.Accept(claims[0].Id, Make.Analyst, "right", Make.Clear));
        Append(Judgement.Reject(claims[1].Id, Make.Analyst, "misread", Make.Clear));
        Append(Judgement.Retract(claims[2].Id, Make.Analyst, "withdrawn", Make.Clear));
        Shown().ShouldBe(["accepted Accepted", "left Unreviewed"]);
        _node.View.Search("rejected").ShouldNotContain(h => h.Claim.Claim.Id == claims[1].Id);
    }

    [Fact]
    public void An_undone_judgement_counts_no_more_and_an_undone_undo_lets_it_count_again()
    {
        Claim claim = Claims("claim")[0];
        Append(Judgement.Reject(claim.Id, Make.Analyst, "misread", Make.Clear));
        Shown().ShouldBeEmpty();
        Append(Judgement.Undo(Last(), Make.Analyst, "it was right", Make.Clear));
        Shown().ShouldBe(["claim Unreviewed"]);
        Append(Judgement.Undo(Last(), Make.Analyst, "no, it was not", Make.Clear));
        Shown().ShouldBeEmpty();
        Append(Judgement.Undo(Last(), Make.Analyst, "yes, it was", Make.Clear));
        Shown().ShouldBe(["claim Unreviewed"]);
        _node.View.Judgements().Select(j => j.Undone).ShouldBe([true, false, true, false]);
    }

    [Fact]
    public void The_last_judgement_that_counts_decides()
    {
        Claim claim = Claims("claim")[0];
        Append(Judgement.Reject(claim.Id, Make.Analyst, "misread", Make.Clear));
        Append(Judgement.Accept(claim.Id, Make.Analyst, "read again: right", Make.Clear));
        Shown().ShouldBe(["claim Accepted"]);
        Append(Judgement.Undo(Last(), Make.Analyst, "too soon", Make.Clear));
        Shown().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_judgement_again_adds_nothing_while_it_counts_and_counts_anew_after_it_was_undone()
    {
        Claim claim = Claims("claim")[0];
        Judgement reject = Judgement.Reject(claim.Id, Make.Analyst, "misread", Make.Clear);
        Append(reject).JudgementsAdded.ShouldBe(1);
        Append(reject).JudgementsAdded.ShouldBe(0);
        Append(Judgement.Undo(Last(), Make.Analyst, "right after all", Make.Clear));
        Append(reject).JudgementsAdded.ShouldBe(1);
        Shown().ShouldBeEmpty();
        _node.View.Judgements().Select(j => j.Id).Distinct().Count().ShouldBe(3);
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void Claims_of_what_was_merged_away_are_shown_under_the_id_that_is_kept()
    {
        Claims("one");
        Document document = Make.Document("Other.");
        _node.Ledger.Append(Deposit.Of(document,
            [Make.Claim(document, "body/b", "name", Make.Words("B")), Make.Claim(document, "event/e", "participant", Make.Entity("body/a"))]));
        Same("body/a", "body/b");
        View view = _node.View;
        view.Entities("body").Single().Id.ShouldBe(EntityId.Parse("body/b"));
        view.Entity(EntityId.Parse("body/a"))!.Claims.Count.ShouldBe(2);
        view.NameOf(EntityId.Parse("body/a")).ShouldBe("B");
        view.Entity(EntityId.Parse("event/e"))!.Linked("participant").ShouldBe([EntityId.Parse("body/b")]);
        view.Claims(new ClaimFilter(Names: EntityId.Parse("body/b"))).Single().Claim.Value.ShouldBe(Make.Entity("body/a"));

        Append(Judgement.Undo(view.Judgements()[^1].Id, Make.Analyst, "two bodies", Make.Clear));
        _node.View.Entities("body").Count.ShouldBe(2);
    }

    [Fact]
    public void Chains_end_in_the_id_kept_last_and_a_circle_in_the_one_that_its_last_judgement_keeps()
    {
        Mention("a", "b", "c", "d");
        Same("body/a", "body/b");
        Same("body/c", "body/d");
        Same("body/b", "body/c");
        Kept("a", "b", "c", "d").ShouldBe(["d", "d", "d", "d"]);
        Same("body/d", "body/a");
        Kept("a", "b", "c", "d").ShouldBe(["a", "a", "a", "a"]);
        Same("body/b", "body/d");
        Kept("a", "b", "c", "d").ShouldBe(["a", "a", "a", "a"]);
    }

    [Fact]
    public void An_id_merged_into_another_kind_is_listed_with_that_kind()
    {
        Mention("chip-forum");
        Document document = Make.Document("Forum.");
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "mechanism/chip-forum", "name", Make.Words("Chip Forum"))]));
        Same("body/chip-forum", "mechanism/chip-forum");
        _node.View.Entities("body").ShouldBeEmpty();
        _node.View.Entities("mechanism").Single().Claims.Count.ShouldBe(2);
        _node.View.Claims(new ClaimFilter(Kind: "mechanism")).Count.ShouldBe(2);
    }

    [Fact]
    public void A_same_as_judgement_recorded_later_does_not_merge_in_a_view_of_an_earlier_day()
    {
        Mention("a", "b");
        _node.Clock.Now = _node.Clock.Now.AddDays(2);
        Same("body/a", "body/b");
        _node.Ledger.View(Node.OwnerReader, new AsOf(KnownBy: new DateOnly(2025, 3, 2))).Entities("body").Count.ShouldBe(2);
        _node.View.Entities("body").Count.ShouldBe(1);
    }

    public static TheoryData<string, Judgement> Refused => new()
    {
        { "ledger.judgement-target", Judgement.Accept(new string('0', 32), Make.Analyst, "why", Make.Clear) },
        { "ledger.judgement-target", Judgement.Accept("'; DROP TABLE claim; --", Make.Analyst, "why", Make.Clear) },
        { "ledger.judgement-target", Judgement.Undo(new string('0', 32), Make.Analyst, "why", Make.Clear) },
        { "ledger.judgement", Judgement.SameAs(EntityId.Parse("body/a"), EntityId.Parse("body/a"), Make.Analyst, "why", Make.Clear) },
        { "ledger.judgement", Judgement.SameAs(EntityId.Parse("body/a"), EntityId.Parse("body/b"), Make.Analyst, "  ", Make.Clear) },
        { "claims.entity-id", new Judgement(JudgementAct.SameAs, "body/a", null, Make.Analyst, "why", Make.Clear) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_judgement_without_a_target_or_a_reason_is_refused(string code, Judgement judgement)
    {
        Should.Throw<FaultException>(() => Append(judgement)).Fault.Kind.Code.ShouldBe(code);
        _node.Ledger.Verify().Entries.ShouldBe(0);
    }

    [Fact]
    public void A_judgement_on_two_claims_and_its_undoing_are_seen_by_who_may_read_both_claims()
    {
        Document open = Make.Document("Open words."), closed = Make.Document("Closed words.", handling: new Handling(Node.Owner, Tlp.Red, ["KOR"]));
        Claim seen = Make.Claim(open, "body/a", "description", Make.Words("open")), hidden = Make.Claim(closed, "body/a", "description", Make.Words("closed"));
        _node.Ledger.Append(new Deposit([open, closed], [], [seen, hidden], []));
        Append(Judgement.Apparent(seen.Id, hidden.Id, Make.Analyst, "both hold", Make.Clear));
        Append(Judgement.Undo(Last(), Make.Analyst, "they do not", Make.Clear));
        _node.View.Judgements().Count.ShouldBe(2);
        _node.Ledger.View(new Reader("KOR", null, Owner: false, Community: false)).Judgements().Count.ShouldBe(2);
        _node.Ledger.View(Reader.Public).Judgements().ShouldBeEmpty();
    }

    private Claim[] Claims(params string[] words)
    {
        Document document = Make.Document("Source of " + string.Join(", ", words));
        Claim[] claims = [.. words.Select(w => Make.Claim(document, "body/a", "description", Make.Words(w)))];
        _node.Ledger.Append(Deposit.Of(document, claims));
        return claims;
    }

    private void Mention(params string[] names)
    {
        Document document = Make.Document("Mentions " + string.Join(", ", names));
        _node.Ledger.Append(Deposit.Of(document, [.. names.Select(n => Make.Claim(document, "body/" + n, "description", Make.Words(n)))]));
    }

    private Receipt Append(Judgement judgement) => _node.Ledger.Append(Deposit.Of(judgement));

    private void Same(string away, string kept) => Append(Judgement.SameAs(EntityId.Parse(away), EntityId.Parse(kept), Make.Analyst, "one body", Make.Clear));

    private string Last() => _node.View.Judgements()[^1].Id;

    private IEnumerable<string> Shown() => _node.View.Claims(new ClaimFilter(Kind: "body")).Select(c => $"{c.Value} {c.Standing}");

    private IEnumerable<string> Kept(params string[] names) => names.Select(n => _node.View.Entity(EntityId.Parse("body/" + n))!.Id.Name);
}

public sealed class JudgementInFileTests() : JudgementTests(Kept.InFile);

public sealed class JudgementOnServerTests() : JudgementTests(Kept.OnServer);
