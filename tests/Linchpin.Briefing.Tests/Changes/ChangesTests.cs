using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests.Changes;

public sealed class ChangesTests : IDisposable
{
    private readonly Record _record = new();

    [Fact]
    public void What_a_later_source_adds_is_told_apart_from_what_it_only_says_again()
    {
        Document first = _record.Text("The Chip Forum of Korea met.", "2023-01");
        Document later = _record.Text("The Chip Forum of Korea and India met in Busan.", "2024-01", file: "later.txt");
        Member(first, "forum", "KOR");
        Member(later, "forum", "KOR");
        Member(later, "forum", "IND");
        Member(first, "pact", "KOR");
        Member(later, "pact", "KOR");

        RecordChanges changes = Published(2023, 2024);
        ChangeLine added = changes.Lines.Single(l => l.Kind == ChangeKind.Added);
        added.Subject!.Value.Name.ShouldBe("forum");
        added.Facts.ShouldHaveSingleItem().Property.ShouldBe("member");
        added.Facts[0].Values.ShouldBe([Record.Entity("country/IND")]);
        changes.Lines.Single(l => l.Kind == ChangeKind.Repeated).Subject!.Value.Name.ShouldBe("pact");
        changes.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public void A_commitment_that_a_later_source_shows_delivered_has_moved_with_the_claim_that_shows_it()
    {
        Document first = _record.Text("They agreed to open a school.", "2023-01");
        Document later = _record.Text("The school opened.", "2024-01", file: "later.txt");
        _record.Promise(first, "school", "KOR,IND", quote: "They agreed to open a school", state: "stated").Say(later, "commitment/school", "state", Record.Words("delivered"), "The school opened", valid: "2024-01");

        ChangeLine moved = Published(2023, 2024).Lines.First();
        (moved.Kind, moved.From, moved.To).ShouldBe((ChangeKind.Moved, PromiseState.Stated, PromiseState.Delivered));
        moved.Claims.ShouldHaveSingleItem().Quote.ShouldBe("The school opened");
    }

    [Fact]
    public void Commitments_stand_before_mechanisms_and_names_of_people_last()
    {
        Document text = _record.Text("They agreed to open a school.", "2024-01");
        _record.Say(text, "person/ada-lovelace", "name", Record.Words("Ada Lovelace")).Promise(text, "school", "KOR,IND");
        Member(text, "forum", "KOR");
        Published(2023, 2024).Lines.Select(l => l.Subject!.Value.Kind).ShouldBe(["commitment", "mechanism", "person"]);
    }

    [Fact]
    public void What_stands_under_another_name_after_a_merge_neither_came_nor_went()
    {
        Document text = _record.Text("The Chip Forum, or Forum on Chips, met.", "2023-01");
        Member(text, "forum", "KOR");
        Member(text, "other-forum", "IND");
        View before = _record.View();
        _record.SameAs("mechanism/other-forum", "mechanism/forum");

        RecordChanges changes = Linchpin.Briefing.Briefing.Between(before, _record.View(), valid: false);
        changes.Lines.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Judged);
    }

    [Fact]
    public void A_commitment_that_a_new_source_tells_of_under_an_id_that_comes_first_has_moved_all_the_same()
    {
        Document first = _record.Text("They agreed to open a school for welders in the harbour.", "2023-01");
        Document later = _record.Text("They agreed to open a school for welders in the harbour; it opened.", "2024-01", file: "later.txt");
        const string What = "They agreed to open a school for welders in the harbour";
        _record.Promise(first, "z-school", "KOR,IND", quote: What, state: "stated").Promise(later, "a-school", "KOR,IND", quote: What, state: "delivered");
        ChangeLine moved = Published(2023, 2024).Lines.First();
        (moved.Kind, moved.From, moved.To).ShouldBe((ChangeKind.Moved, PromiseState.Stated, PromiseState.Delivered));
    }

    [Fact]
    public void What_is_in_a_line_is_not_listed_as_undated_too()
    {
        Document text = _record.Text("The Chip Forum met.", published: null), more = _record.Text("India joined the Chip Forum.", published: null, file: "more.txt");
        Member(text, "forum", "KOR");
        View before = _record.View();
        Member(more, "forum", "IND");
        RecordChanges changes = Linchpin.Briefing.Briefing.Between(before, _record.View(), valid: false);
        changes.Lines.ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Added);
        changes.Undated.ShouldBeEmpty();
    }

    [Fact]
    public void What_no_source_dates_is_listed_as_undated_and_is_no_change()
    {
        Document text = _record.Text("The Chip Forum met.", published: null);
        Member(text, "forum", "KOR");
        RecordChanges changes = Published(2023, 2024);
        changes.Lines.ShouldBeEmpty();
        changes.Undated.ShouldHaveSingleItem().Name.ShouldBe("forum");
    }

    private void Member(Document from, string mechanism, string country) => _record.Say(from, "mechanism/" + mechanism, "member", Record.Entity("country/" + country));

    private RecordChanges Published(int from, int to) => Linchpin.Briefing.Briefing.Between(
        _record.View(asOf: new AsOf(PublishedBy: new DateOnly(from, 6, 1))), _record.View(asOf: new AsOf(PublishedBy: new DateOnly(to, 6, 1))), valid: false);

    public void Dispose() => _record.Dispose();
}
