using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Claims.Tests;

public sealed class HandlingTests
{
    [Fact]
    public void Combining_never_loosens_a_label() => Prop.ForAll(Arb.From(Any.Label), Arb.From(Any.Label), (a, b) =>
    {
        Handling c = a.Combine(b);
        return NoLooser(c, a) && NoLooser(c, b);
    }).Check(Any.Often);

    [Fact]
    public void The_order_and_the_number_of_times_do_not_matter() => Prop.ForAll(Arb.From(Any.Label), Arb.From(Any.Label), Arb.From(Any.Label), (a, b, c) =>
        a.Combine(b).Equals(b.Combine(a)) && a.Combine(b).Combine(c).Equals(a.Combine(b.Combine(c))) && a.Combine(a).Equals(a) && a.Combine(b).Combine(b).Equals(a.Combine(b))).Check(Any.Often);

    [Fact]
    public void Equal_labels_have_equal_hashes() => Prop.ForAll(Arb.From(Any.Label), Arb.From(Any.Label), (a, b) =>
        !a.Equals(b) || a.GetHashCode() == b.GetHashCode()).Check(Any.Often);

    [Theory]
    [InlineData(null, null, null, "not labelled")]
    [InlineData("GREEN", null, null, "TLP:GREEN")]
    [InlineData("AMBER", "KOR,JPN", "2025-01-01", "TLP:AMBER · releasable to KOR, JPN · held until 2025-01-01")]
    [InlineData("RED", "", null, "TLP:RED · releasable to nobody")]
    public void A_label_is_printed_with_all_that_it_says(string? tlp, string? list, string? hold, string printed) => new Handling(
        "node", TlpText.Parse(tlp), list?.Split(',', StringSplitOptions.RemoveEmptyEntries), hold is null ? null : DateOnly.Parse(hold)).Display.ShouldBe(printed);

    [Fact]
    public void Two_labels_that_share_no_reader_go_to_nobody() =>
        new Handling("a", Tlp.Amber, ["KOR"]).Combine(new Handling("b", Tlp.Green, ["JPN"])).ShouldBe(new Handling("a+b", Tlp.Amber, []));

    [Fact]
    public void A_reader_on_both_lists_stays_whatever_the_letter_case() =>
        new Handling("a", Tlp.Clear, ["kor", "JPN"]).Combine(new Handling("a", Tlp.Clear, ["KOR"])).ReleasableTo.ShouldNotBeNull().ShouldBe(["kor"]);

    [Theory]
    [InlineData("TLP:AMBER+STRICT", Tlp.AmberStrict)]
    [InlineData("amber+strict", Tlp.AmberStrict)]
    [InlineData(" tlp:red ", Tlp.Red)]
    [InlineData("clear", Tlp.Clear)]
    [InlineData("white", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Levels_are_read_as_the_standard_writes_them(string? text, Tlp? level) => TlpText.Parse(text).ShouldBe(level);

    [Fact]
    public void Every_level_is_read_as_it_is_printed() => Enum.GetValues<Tlp>().ShouldAllBe(t => TlpText.Parse(t.Display()) == t);

    private static bool NoLooser(Handling combined, Handling part) =>
        (combined.Tlp is null || (part.Tlp is { } level && combined.Tlp >= level))
        && (part.ReleasableTo is null || (combined.ReleasableTo is { } list && list.All(r => part.ReleasableTo.Contains(r, StringComparer.OrdinalIgnoreCase))))
        && (part.HoldUntil is null || combined.HoldUntil >= part.HoldUntil)
        && part.Owner.Split('+').All(combined.Owner.Split('+').Contains);
}
