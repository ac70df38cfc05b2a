using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class ReviewTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);
    private int _sources;

    private Review Review => new(_node.Ledger, Node.OwnerReader, Make.Analyst, Make.Clear);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_side_that_a_person_judged_to_hold_is_shown_with_the_author_and_can_be_undone()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Claim later = Say("mechanism/m", "established", Make.On("2023"));
        string id = _node.View.Conflicts().Single().Id;
        string judgement = Review.Decide(id, JudgementAct.Holds, 1, "The treaty text says so.");
        Conflict decided = _node.View.Conflicts().Single();
        decided.Id.ShouldBe(id);
        decided.Held!.Claims.Single().Claim.Id.ShouldBe(later.Id);
        (decided.Decided!.Judgement.By.Name, decided.Decided.Judgement.Reason, decided.Class).ShouldBe(("Analyst", "The treaty text says so.", "contradiction"));
        Review.Undo(judgement, "Too soon.");
        _node.View.Conflicts().Single().Decided.ShouldBeNull();
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void A_conflict_that_a_person_judged_apparent_is_a_contradiction_no_more_until_a_third_side_comes()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2023"));
        Review.Decide(_node.View.Conflicts().Single().Id, JudgementAct.Apparent, 0, "Announced, then launched.");
        Conflict conflict = _node.View.Conflicts().Single();
        (conflict.Class, conflict.Disagrees, conflict.Why).ShouldBe(("apparent", false, "Analyst judged so: Announced, then launched."));
        Say("mechanism/m", "established", Make.On("2019"));
        _node.View.Conflicts().Single().Class.ShouldBe("contradiction");
    }

    [Fact]
    public void Of_decisions_made_in_one_instant_the_one_recorded_last_decides()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2023"));
        string id = _node.View.Conflicts().Single().Id;
        foreach (int i in Enumerable.Range(0, 6))
        {
            Review.Decide(id, JudgementAct.Open, i % 2, $"Decision {i}.");
            Conflict decided = _node.View.Conflicts().Single();
            decided.Judgements.Select(j => j.Judgement.Reason).ShouldBe(Enumerable.Range(0, i + 1).Select(n => $"Decision {n}."));
        }
    }

    [Fact]
    public void A_decision_is_hidden_from_who_may_not_see_both_claims_that_it_is_on()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2023"), Handling.Unlabelled(Node.Owner));
        Review.Decide(_node.View.Conflicts().Single().Id, JudgementAct.Open, 0, "Asked the embassy.");
        _node.View.Judgements().ShouldHaveSingleItem();
        View others = _node.Ledger.View(Reader.Public);
        others.Conflicts().ShouldBeEmpty();
        others.Judgements().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_person_judged_distinct_no_program_brings_together_before_or_after()
    {
        var program = new Author(AuthorKind.Extractor, "reading", "1");
        Say("mechanism/a", "name", Make.Words("Alpha"));
        Say("mechanism/b", "name", Make.Words("Beta"));
        Judgement same = Judgement.SameAs(Id("mechanism/a"), Id("mechanism/b"), program, "alike", Make.Clear);
        _node.Ledger.Append(Deposit.Of(same));
        _node.View.Entities("mechanism").Count.ShouldBe(1);
        string apart = Review.KeepApart(Id("mechanism/a"), Id("mechanism/b"), "Two treaties.");
        _node.View.Entities("mechanism").Count.ShouldBe(2);
        _node.Ledger.Append(Deposit.Of(same with { Reason = "still alike" }));
        _node.View.Entities("mechanism").Count.ShouldBe(2);
        Review.Undo(apart, "One after all.");
        _node.View.Entities("mechanism").Count.ShouldBe(1);
    }

    [Fact]
    public void A_person_who_merges_after_another_kept_apart_has_the_last_word()
    {
        Say("mechanism/a", "name", Make.Words("Alpha"));
        Say("mechanism/b", "name", Make.Words("Beta"));
        Review.KeepApart(Id("mechanism/a"), Id("mechanism/b"), "Two treaties.");
        Review.Merge(Id("mechanism/a"), Id("mechanism/b"), "The annex shows that they are one.");
        _node.View.Entities("mechanism").Single().Id.ShouldBe(Id("mechanism/b"));
    }

    [Fact]
    public void What_waits_comes_in_the_order_of_what_it_would_change_and_goes_when_it_is_settled()
    {
        var program = new Author(AuthorKind.Extractor, "reading", "1");
        for (int i = 0; i < 3; i++)
        {
            Say("mechanism/a", "alias", Make.Words($"Alpha {i}"));
            Say("mechanism/b", "alias", Make.Words($"Beta {i}"));
        }

        Claim unsure = Say("risk/r", "what", Make.Words("a delay"), confidence: 0.4);
        _node.Ledger.Append(Deposit.Of(Judgement.Alike(Id("mechanism/a"), Id("mechanism/b"), program, "Both are trilateral.", Make.Clear)));
        IReadOnlyList<ReviewItem> waiting = Review.Queue();
        waiting.Select(w => (w.Kind, w.Changes)).ShouldBe([(ReviewKind.SameAs, 3), (ReviewKind.Claim, 1)]);
        waiting[0].Reason.ShouldBe("Both are trilateral.");
        waiting[0].Passages.Count.ShouldBe(2);
        waiting[1].Claim!.Relied.ShouldBeFalse();

        Review.Settle(waiting[0].Id, yes: false, "One has four members.");
        Review.Settle(waiting[1].Id, yes: true, "It says so.");
        Review.Queue().ShouldBeEmpty();
        _node.View.Claim(unsure.Id)!.Relied.ShouldBeTrue();
        _node.View.Entities("mechanism").Count.ShouldBe(2);
    }

    [Fact]
    public void A_correction_is_a_claim_of_the_persons_own_at_the_same_passage_beside_a_rejection()
    {
        Claim wrong = Say("mechanism/m", "established", Make.On("2021"));
        Review.Correct(wrong.Id, Make.On("2022"), "The passage has 2022.");
        HeldClaim right = _node.View.Claims(new ClaimFilter(Subject: Id("mechanism/m"))).Single();
        (right.Value.Display, right.Claim.Source, right.Standing, right.Claim.Author).ShouldBe(("2022", wrong.Source, Standing.Accepted, Make.Analyst));
    }

    [Fact]
    public void A_publisher_counts_once_and_so_does_a_text_that_two_print()
    {
        const string Words = "The two governments opened the centre in the harbour town on a wet morning in spring and said that work would begin within the year.";
        Claim[] claims = [.. new[] { ("Gazette", Words), ("Gazette", "Another day."), ("Herald", Words + " Agencies."), ("Monitor", "The centre opened."), (null, "They say it opened.") }
            .Select(p => Published(p.Item1, p.Item2))];
        Corroboration support = _node.View.Statements(Id("mechanism/m")).Single().Support;
        claims.Length.ShouldBe(5);
        support.ShouldBe(new Corroboration(2, 1));
        support.Display.ShouldBe("2 publishers, 1 document of unstated publisher");
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("nonsense")]
    public void What_this_reader_does_not_see_cannot_be_judged(string id)
    {
        Claim hidden = Say("mechanism/m", "name", Make.Words("Hidden"), Handling.Unlabelled(Node.Owner));
        var others = new Review(_node.Ledger, Reader.Public, Make.Analyst, Make.Clear);
        foreach (Action judge in (Action[])[() => others.Accept(id, "why"), () => others.Accept(hidden.Id, "why"), () => others.Merge(Id("mechanism/m"), Id("mechanism/n"), "why"),
            () => others.Decide(id, JudgementAct.Open, 0, "why"), () => others.Undo(id, "why"), () => others.Settle(id, true, "why")])
        {
            Should.Throw<FaultException>(judge).Fault.Kind.Code.ShouldBe("ledger.judgement-target");
        }
    }

    private Claim Published(string? publisher, string text)
    {
        Document document = Make.Document(text) with { Publisher = publisher };
        Claim claim = Make.Claim(document, "mechanism/m", "description", Make.Words("opened"));
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        return claim;
    }

    private Claim Say(string subject, string property, Value value, Handling? label = null, double? confidence = null)
    {
        Document document = Make.Document($"Source {_sources++}.");
        Claim made = Make.Claim(document, subject, property, value, handling: label);
        Claim claim = confidence is null ? made : new Claim(made.Subject, property, value, default, made.Source, new Author(AuthorKind.Extractor, "reading", "1"), made.Handling, confidence);
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        return claim;
    }

    private static EntityId Id(string id) => EntityId.Parse(id);
}

public sealed class ReviewInFileTests() : ReviewTests(Kept.InFile);

public sealed class ReviewOnServerTests() : ReviewTests(Kept.OnServer);
