using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class ConflictTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);
    private int _sources;

    public void Dispose() => _node.Dispose();

    [Fact]
    public void Two_sources_with_two_dates_are_shown_with_both_sides()
    {
        Say("mechanism/m", "established", Make.On("2022-05"));
        Say("mechanism/m", "established", Make.On("2023"));
        Say("mechanism/m", "established", Make.On("2022-05-20"));
        Conflict conflict = _node.View.Conflicts().Single();
        conflict.Class.ShouldBe("contradiction");
        conflict.Property.Id.ShouldBe("established");
        Sides(conflict).ShouldBe(["2022-05-20 ×2", "2023 ×1"]);
    }

    [Fact]
    public void Dates_that_agree_as_far_as_they_are_stated_are_no_conflict()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2022-05"));
        Say("mechanism/m", "established", Make.On("2022-05-20"));
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void A_vague_date_takes_no_side_between_two_that_it_agrees_with()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2022-05"));
        Say("mechanism/m", "established", Make.On("2022-06"));
        Sides(_node.View.Conflicts().Single()).ShouldBe(["2022-05 ×1", "2022-06 ×1"]);
    }

    [Theory]
    [InlineData("Chips Four", "chips  four", false)]
    [InlineData("U.S.-Japan Forum", "US Japan Forum", false)]
    [InlineData("Chip 4", "Chip 5", true)]
    [InlineData("한미 대화", "한미대화", false)]
    public void Names_that_differ_only_in_case_spaces_or_punctuation_are_no_conflict(string one, string other, bool conflict)
    {
        Say("mechanism/m", "name", Make.Words(one));
        Say("mechanism/m", "name", Make.Words(other));
        _node.View.Conflicts().Select(c => c.Class).ShouldBe(conflict ? ["name"] : []);
    }

    [Theory]
    [InlineData("Lima", "Lima, Peru", null)]
    [InlineData("Lima", "Cusco", "contradiction")]
    public void A_place_with_its_country_is_the_same_place(string one, string other, string? kind)
    {
        Say("event/e", "place", Make.Words(one));
        Say("event/e", "place", Make.Words(other));
        _node.View.Conflicts().Select(c => c.Class).ShouldBe(kind is null ? [] : [kind]);
    }

    [Fact]
    public void Types_that_differ_are_a_conflict_and_descriptions_are_not()
    {
        Say("mechanism/m", "type", Make.Words("dialogue"));
        Say("mechanism/m", "type", Make.Words("treaty"));
        Say("mechanism/m", "description", Make.Words("one"));
        Say("mechanism/m", "description", Make.Words("two"));
        _node.View.Conflicts().Single().Property.Id.ShouldBe("type");
    }

    [Fact]
    public void Unknown_and_not_applicable_contradict_nothing()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", new UnknownValue("not said"));
        Say("mechanism/m", "established", new NotApplicableValue("informal"));
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2010", "2014", "2015", null, false)]
    [InlineData(null, "2015", "2015", null, false)]
    [InlineData("2010", "2016", "2015", null, true)]
    [InlineData("2010", null, "2015", null, true)]
    [InlineData(null, null, "2015", "2016", true)]
    public void Values_that_held_one_after_the_other_changed_over_time_and_contradict_nothing(string? from, string? to, string? from2, string? to2, bool conflict)
    {
        Say("person/p", "body", Make.Entity("body/a"), from, to);
        Say("person/p", "body", Make.Entity("body/b"), from2, to2);
        _node.View.Conflicts().Single().Class.ShouldBe(conflict ? "contradiction" : "changed-over-time");
    }

    [Fact]
    public void Merging_ids_can_make_a_conflict_and_end_one()
    {
        Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/n", "established", Make.On("2023"));
        Say("person/p", "body", Make.Entity("body/a"));
        Say("person/p", "body", Make.Entity("body/b"));
        _node.View.Conflicts().Select(c => c.Subject.ToString()).ShouldBe(["person/p"]);
        Same("mechanism/n", "mechanism/m");
        Same("body/a", "body/b");
        _node.View.Conflicts().Select(c => c.Subject.ToString()).ShouldBe(["mechanism/m"]);
    }

    [Fact]
    public void A_rejected_claim_is_no_side()
    {
        Claim wrong = Say("mechanism/m", "established", Make.On("2022"));
        Say("mechanism/m", "established", Make.On("2023"));
        _node.Ledger.Append(Deposit.Of(Judgement.Reject(wrong.Id, Make.Analyst, "misread", Make.Clear)));
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void Conflicts_stand_in_the_order_of_subject_and_property_and_sides_by_their_claims()
    {
        Say("mechanism/z", "established", Make.On("2022"));
        Say("mechanism/z", "established", Make.On("2023"));
        Say("mechanism/a", "type", Make.Words("treaty"));
        Say("mechanism/a", "type", Make.Words("dialogue"));
        Say("mechanism/a", "type", Make.Words("dialogue"));
        Say("mechanism/a", "established", Make.On("2021"));
        Say("mechanism/a", "established", Make.On("2020"));
        IReadOnlyList<Conflict> conflicts = _node.View.Conflicts();
        conflicts.Select(c => $"{c.Subject.Name} {c.Property.Id}").ShouldBe(["a established", "a type", "z established"]);
        Sides(conflicts[1]).ShouldBe(["dialogue ×2", "treaty ×1"]);
        Sides(conflicts[0]).ShouldBe(["2020 ×1", "2021 ×1"]);
    }

    [Fact]
    public void Types_that_an_extractor_gave_are_its_own_sorting_and_no_conflict_of_sources()
    {
        foreach (string type in new[] { "dialogue", "minilateral" })
        {
            Document document = Make.Document($"Read as {type}.");
            Claim said = Make.Claim(document, "mechanism/m", "type", Make.Words(type));
            _node.Ledger.Append(Deposit.Of(document, [new Claim(said.Subject, "type", said.Value, default, said.Source, new Author(AuthorKind.Extractor, "reader", "1"), Make.Clear)]));
        }

        _node.View.Conflicts().ShouldBeEmpty();
        Say("mechanism/m", "type", Make.Words("dialogue"));
        Say("mechanism/m", "type", Make.Words("treaty"));
        Sides(_node.View.Conflicts().Single()).ShouldBe(["dialogue ×1", "treaty ×1"]);
    }

    private Claim Say(string subject, string property, Value value, string? from = null, string? to = null)
    {
        Document document = Make.Document($"Source {_sources++}.");
        Claim claim = Make.Claim(document, subject, property, value, valid: from, until: to);
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        return claim;
    }

    private void Same(string away, string kept) =>
        _node.Ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse(away), EntityId.Parse(kept), Make.Analyst, "one", Make.Clear)));

    private static IEnumerable<string> Sides(Conflict conflict) => conflict.Sides.Select(s => $"{s.Value} ×{s.Claims.Count}");
}

public sealed class ConflictInFileTests() : ConflictTests(Kept.InFile);

public sealed class ConflictOnServerTests() : ConflictTests(Kept.OnServer);
