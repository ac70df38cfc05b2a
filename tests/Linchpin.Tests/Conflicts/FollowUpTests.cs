using Linchpin.Briefing;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Tests.Conflicts;

/// <summary>Later documents move the state of a commitment, each with its passage; what is doubtful waits.</summary>
public sealed class FollowUpTests
{
    private const string Promise = "On 3 March 2019 Norway and Iceland agreed to open a joint drilling school in Bergen by 2022.";

    [Theory]
    [InlineData("The joint drilling school of Norway and Iceland opened in Bergen in May 2021.", PromiseState.Delivered)]
    [InlineData("Work on the joint drilling school of Norway and Iceland is under way in Bergen.", PromiseState.InProgress)]
    [InlineData("The plan of Norway and Iceland for a joint drilling school in Bergen was abandoned in June 2021.", PromiseState.Lapsed)]
    [InlineData("The joint drilling school of Norway and Iceland never opened in Bergen.", PromiseState.Lapsed)]
    [InlineData("The joint drilling school of Norway and Iceland was replaced by an online course in 2021.", PromiseState.Superseded)]
    public void A_later_document_moves_the_state_with_its_passage(string later, PromiseState state)
    {
        using Told told = new Told().Say("2019-03", Promise).Say("2021-07", later);
        Promise promise = Promises(told).ShouldHaveSingleItem();
        promise.State.ShouldBe(state);
        promise.StateClaim!.Quote.ShouldNotBeNull();
        later.ShouldContain(promise.StateClaim.Quote);
        told.View.Judgements().ShouldHaveSingleItem().Judgement.Act.ShouldBe(JudgementAct.SameAs);
    }

    [Theory]
    [InlineData("The joint drilling school of Norway and Iceland should open in Bergen soon.")]
    [InlineData("The drilling school of Chile and Peru opened in Lima in May 2021.")]
    [InlineData("The joint drilling school of Norway and Iceland will open in Bergen in 2023.")]
    [InlineData("Norway and Iceland opened talks on fish in Bergen in May 2021.")]
    public void What_is_wished_or_of_others_moves_nothing(string later)
    {
        using Told told = new Told().Say("2019-03", Promise).Say("2021-07", later);
        Promises(told).Single(p => p.What[0].Value.Display.Contains("by 2022", StringComparison.Ordinal)).State.ShouldBe(PromiseState.Stated);
    }

    [Fact]
    public void The_order_of_reading_does_not_matter_and_the_published_clock_hides_what_came_later()
    {
        using Told told = new Told().Say("2021-07", "The joint drilling school of Norway and Iceland opened in Bergen in May 2021.").Say("2019-03", Promise);
        Promises(told).ShouldHaveSingleItem().State.ShouldBe(PromiseState.Delivered);
        View then = told.Ledger.View(Reader.OwnerOf("node"), new AsOf(PublishedBy: new DateOnly(2020, 1, 1)));
        new Briefing.Briefing(then, LatticeSettings.Default).Promises().ShouldHaveSingleItem().State.ShouldBe(PromiseState.Stated);
    }

    [Fact]
    public void A_doubtful_outcome_waits_and_counts_when_a_person_says_yes()
    {
        using Told told = new Told().Say("2019-03", Promise).Say("2021-07", "Ministers of Norway and Iceland met. The school opened in May 2021.");
        Promises(told).ShouldHaveSingleItem().State.ShouldBe(PromiseState.Stated);
        ReviewItem item = told.View.Doubtful().Single(i => i.Kind == ReviewKind.FollowUp);
        item.Reason.ShouldContain("'school'");
        item.Passages.Count.ShouldBe(2);
        string judgement = told.Review.Settle(item.Id, yes: true, "There is only one.");
        Promises(told).ShouldHaveSingleItem().State.ShouldBe(PromiseState.Delivered);
        told.Review.Undo(judgement, "Another school.");
        Promises(told).ShouldHaveSingleItem().State.ShouldBe(PromiseState.Stated);
    }

    private static IReadOnlyList<Promise> Promises(Told told) => new Briefing.Briefing(told.View, LatticeSettings.Default).Promises();
}
