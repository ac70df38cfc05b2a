using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>One pledge told with two sums of money. Bounds are worked out by hand: a number is rounded to its last digit that is no zero.</summary>
public sealed class SumConflictTests : IDisposable
{
    private readonly Node _node = new();
    private int _pledges;

    public void Dispose() => _node.Dispose();

    [Theory]
    [InlineData("Norway pledged 300 million euros to a ferry terminal in Bergen.", "Norway pledged €500 million to a ferry terminal in Bergen.")]
    [InlineData("Norway pledged USD 1.2 billion to a ferry terminal in Bergen.", "In May, Norway pledged 2.5 billion U.S. dollars to a ferry terminal in Bergen.")]
    [InlineData("Norway pledged A$40m to a ferry terminal in Bergen.", "Norway pledged more than 60 million Australian dollars to a ferry terminal in Bergen.")]
    [InlineData("Norway pledged $1,200,000 to a ferry terminal in Bergen.", "Norway pledged up to 800 thousand dollars to a ferry terminal in Bergen.")]
    public void Two_documents_that_give_one_pledge_two_sums_contradict_each_other(string one, string other)
    {
        Pledge("2021-05", one);
        Pledge("2021-06", other);
        Conflict conflict = _node.View.Conflicts().ShouldHaveSingleItem();
        (conflict.Class, conflict.Property.Id).ShouldBe(("contradiction", "what"));
        conflict.Sides.Select(s => s.Value.Display).ShouldBe([one, other], ignoreOrder: true);
    }

    [Theory]
    [InlineData("€300 million to a ferry terminal in Bergen", "€312 million to a ferry terminal in Bergen")]
    [InlineData("€1 billion to a ferry terminal in Bergen", "€1.4 billion to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "more than €200 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "up to €500 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "an additional €500 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "€500–900 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "€500 million to a ferry terminal in Bergen, €200 million of it at once")]
    [InlineData("€300 million to a ferry terminal in Bergen", "€60 million a year to a ferry terminal in Bergen")]
    [InlineData("$300 million to a ferry terminal in Bergen", "US$500 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "$500 million to a ferry terminal in Bergen")]
    [InlineData("€300 million to a ferry terminal in Bergen", "€500 million to a ferry terminal in Tromsø")]
    [InlineData("€300 million to a ferry terminal in Bergen", "€500 million to schools for welders and their teachers in Bergen")]
    [InlineData("300 million to a ferry terminal in Bergen", "in 2019 won 500 votes for a ferry terminal in Bergen")]
    public void What_may_be_one_sum_or_another_pledge_is_no_conflict(string one, string other)
    {
        Pledge("2021-05", $"Norway pledged {one}.");
        Pledge("2021-06", $"Norway pledged {other}.");
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void A_sum_told_in_another_year_changed_over_time_unless_both_tell_of_the_same_day()
    {
        Pledge("2021-05", "Norway pledged €300 million to a ferry terminal in Bergen.");
        Pledge("2023-05", "Norway pledged €500 million to a ferry terminal in Bergen.");
        Conflict conflict = _node.View.Conflicts().ShouldHaveSingleItem();
        conflict.Class.ShouldBe("changed-over-time");
        conflict.Sides[0].Claims[0].Published!.Value.Year.ShouldBe(2021);
    }

    [Fact]
    public void Two_documents_of_different_years_that_tell_of_one_day_contradict_each_other()
    {
        Pledge("2021-05", "Norway pledged €300 million to a ferry terminal in Bergen.", made: "2021-04");
        Pledge("2023-05", "Norway pledged €500 million to a ferry terminal in Bergen.", made: "2021");
        _node.View.Conflicts().ShouldHaveSingleItem().Class.ShouldBe("contradiction");
    }

    [Fact]
    public void Another_party_makes_another_pledge()
    {
        Pledge("2021-05", "Norway pledged €300 million to a ferry terminal in Bergen.");
        Pledge("2021-06", "Iceland pledged €500 million to a ferry terminal in Bergen.", who: "ISL");
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void A_document_that_tells_of_both_sums_tells_of_two_pledges()
    {
        Pledge("2021-05", "Norway pledged €300 million to a ferry terminal in Bergen.");
        Document both = Make.Document("Norway pledged €300 million to ferry terminals in Bergen. Norway pledged €500 million to the ferry terminal in Bergen.", "2021-06");
        Append(both, "Norway pledged €300 million to ferry terminals in Bergen.", "NOR");
        Append(both, "Norway pledged €500 million to the ferry terminal in Bergen.", "NOR");
        _node.View.Conflicts().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_person_judged_to_be_one_commitment_needs_no_words_in_common()
    {
        Pledge("2021-05", "Norway pledged €300 million to a ferry terminal in Bergen.");
        Pledge("2021-06", "Its gift to the port came to €500 million.");
        _node.View.Conflicts().ShouldBeEmpty();
        _node.Ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse("commitment/p2"), EntityId.Parse("commitment/p1"), Make.Analyst, "one gift", Make.Clear)));
        _node.View.Conflicts().ShouldHaveSingleItem().Class.ShouldBe("contradiction");
    }

    private void Pledge(string published, string what, string who = "NOR", string? made = null) => Append(Make.Document(what, published), what, who, made);

    private void Append(Document document, string what, string who, string? made = null)
    {
        string id = $"commitment/p{++_pledges}";
        _node.Ledger.Append(Deposit.Of(document,
        [
            Make.Claim(document, id, "what", Make.Words(what), what), Make.Claim(document, id, "who", Make.Entity("country/" + who), what),
            .. made is null ? [] : new[] { Make.Claim(document, id, "date", Make.On(made), what) },
        ]));
    }
}
